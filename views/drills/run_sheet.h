// SPDX-License-Identifier: GPL-3.0-or-later
// Run sheet: what is proposed of a drill on top, its steps at the left with the command of the chosen one, at the right
// what is seen, measured and asked. It only asks for what is to be written. Thread rule: GUI thread.
#pragma once

#include <QWidget>
#include <set>

#include "models/items/drill_models.h"

class QLabel;
class QPushButton;
class QStackedLayout;

namespace tidemark::views {
class Headline;
class RowView;

class RunSheet final : public QWidget {
  Q_OBJECT
 public:
  explicit RunSheet(QWidget* parent = nullptr);
  void show_sheet(const std::shared_ptr<const DrillsView>& view);
  RowView* steps() const { return steps_; }
  RowView* probes() const { return probes_; }
  Headline* verdict() const { return verdict_; }
  // Null without a drill.
  const DrillSheet* sheet() const { return view_ && view_->sheet ? &*view_->sheet : nullptr; }
  // The chosen step where it is open, else the next one; null where none is.
  const DrillStep* open_step() const;
  // Whose stamp the chosen row has; empty: of the newest.
  std::string stamped_step() const;

 signals:
  void question_asked(const tidemark::DrillProbe& question);

 private:
  QWidget* steps_card();
  QWidget* probes_card();
  void choose();

  StepModel* step_model_;
  ProbeModel* probe_model_;
  std::shared_ptr<const DrillsView> view_;
  std::set<std::string, std::less<>> opened_;  // groups of probes, by drill, that were seen before
  Headline* verdict_;
  RowView* steps_;
  RowView* probes_;
  QLabel* title_;
  QLabel* command_;
  QLabel* expect_;
  QPushButton* copy_;
  QStackedLayout* stack_;
};

}  // namespace tidemark::views
