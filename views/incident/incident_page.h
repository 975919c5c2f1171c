// SPDX-License-Identifier: GPL-3.0-or-later
// Incident page: what moved first across all layers. The sentence, the lanes under one time axis, the order of onset
// beneath them, and beside them what did not move and what could not be seen. Dragging over the lanes asks for another
// window; Esc takes it back. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/incident_view.h"
#include "views/widgets/page.h"

class QLabel;
class QLineEdit;
class QStackedLayout;

namespace tidemark {
class OnsetModel;
}

namespace tidemark::views {
class FactsCard;
class Headline;
class LanesView;

class IncidentPage final : public PageWidget {
  Q_OBJECT
 public:
  explicit IncidentPage(QWidget* parent = nullptr);
  // Null: there is no history to compare with.
  void show_incident(std::shared_ptr<const IncidentView> view, LocalTime from, LocalTime to);
  void set_range(LocalTime from, LocalTime to);
  LanesView* lanes() const { return lanes_; }
  void toggle_all();
  RowView* rows() const override { return order_; }
  const Sentence& said() const override;
  void focus_filter() override;

 signals:
  void window_asked(tidemark::LocalTime from, tidemark::LocalTime to);
  void window_left();

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QWidget* lane_card();
  QWidget* order_card();
  void count_lanes();
  void open(const QModelIndex& index);

  std::shared_ptr<const IncidentView> view_;
  OnsetModel* model_;
  Headline* headline_;
  QLineEdit* filter_ = nullptr;
  QLabel* counts_ = nullptr;
  LanesView* lanes_ = nullptr;
  RowView* order_ = nullptr;
  QStackedLayout* order_stack_ = nullptr;
  FactsCard* beside_;
  QStackedLayout* stack_;
};

}  // namespace tidemark::views
