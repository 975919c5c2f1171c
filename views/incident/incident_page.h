// SPDX-License-Identifier: GPL-3.0-or-later
// Incident page: what moved first across all layers. The sentence, the lanes under one time axis, the order of onset
// beneath them, and beside them what did not move and what could not be seen. Dragging over the lanes asks for another
// window; Esc takes it back. Beneath the lanes stands the order of onset or, turned, where the gaps grew in the window
// against its baseline, or what happened and the story that people make of it. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/incident_view.h"
#include "views/widgets/page.h"

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTabBar;

namespace tidemark {
class ComparedModel;
class OnsetModel;
}  // namespace tidemark

namespace tidemark::views {
class FactsCard;
class Headline;
class LanesView;
class NotesPane;
class OverviewStrip;

class IncidentPage final : public PageWidget {
  Q_OBJECT
 public:
  explicit IncidentPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  std::optional<LocalTime> crosshair() const override;
  // Null: there is no history to compare with.
  void show_incident(std::shared_ptr<const IncidentView> view, LocalTime from, LocalTime to);
  void set_range(LocalTime from, LocalTime to) override;
  // Of the whole timeline.
  void set_history(LocalTime oldest, LocalTime newest);
  LanesView* lanes() const { return lanes_; }
  NotesPane* notes() const { return notes_; }
  void toggle_all();
  // From the order of onset to the comparison, to the notes and back.
  void turn();
  // Of the time at the crosshair, else of the end of the window.
  void ask_note();
  RowView* rows() const override;
  const Sentence& said() const override;
  void focus_filter() override;

 signals:
  void window_asked(tidemark::LocalTime from, tidemark::LocalTime to);
  void window_left();
  void range_asked(tidemark::LocalTime from, tidemark::LocalTime to);
  void noted(tidemark::LocalTime at, const QString& text);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* lane_card();
  QWidget* lower_card();
  void show_lower();
  void count_lanes();
  void open(const QModelIndex& index);

  std::shared_ptr<const IncidentView> view_;
  OnsetModel* model_;
  ComparedModel* compared_model_;
  Headline* headline_;
  QLineEdit* filter_ = nullptr;
  QLabel* counts_ = nullptr;
  OverviewStrip* overview_ = nullptr;
  LanesView* lanes_ = nullptr;
  RowView* order_ = nullptr;
  RowView* compared_ = nullptr;
  NotesPane* notes_ = nullptr;
  QTabBar* tabs_ = nullptr;
  QStackedLayout* lower_ = nullptr;
  FactsCard* beside_;
  QStackedLayout* stack_;
};

}  // namespace tidemark::views
