// SPDX-License-Identifier: GPL-3.0-or-later
// Growth page: what topics hold and how fast that grows, measured apart from modelled, the drivers of a bill, what
// readers need; and what if topics were kept longer or more were produced, as numbers and as a chart of the chosen
// topic, or of all together. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/items/growth_models.h"
#include "views/widgets/headline.h"
#include "views/widgets/page.h"

class QDoubleSpinBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QTabBar;

namespace tidemark::plot {
class TimePlot;
}

namespace tidemark::views {

class GrowthPage final : public PageWidget {
  Q_OBJECT
 public:
  enum Tab { topics_tab, drivers_tab, readers_tab };
  explicit GrowthPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void set_vector_painting(bool vector) override;
  void show_growth(const std::shared_ptr<const GrowthView>& view);
  void show_tab(Tab tab);
  RowView* topics() const { return topics_; }
  RowView* rows() const override;
  const Sentence& said() const override { return headline_->said(); }
  void focus_filter() override;

 signals:
  void growth_asked(const tidemark::GrowthChoice& choice);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* asked_line();
  QWidget* table_card();
  QWidget* chart_card();
  void ask();
  void draw();

  GrowthModel* topic_model_;
  DriverModel* driver_model_;
  DemandModel* demand_model_;
  std::shared_ptr<const GrowthView> view_;
  Headline* headline_;
  QTabBar* tabs_ = nullptr;
  QSpinBox* retention_ = nullptr;
  QDoubleSpinBox* rate_ = nullptr;
  QStackedWidget* stack_ = nullptr;
  RowView* topics_ = nullptr;
  RowView* drivers_ = nullptr;
  RowView* readers_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* note_ = nullptr;
  plot::TimePlot* plot_ = nullptr;
};

}  // namespace tidemark::views
