// SPDX-License-Identifier: GPL-3.0-or-later
// Metrics page: what endpoints expose that is a signal, and what nothing was matched to; beside the rows the facts of
// the chosen one, beneath them how it went. Thread rule: GUI thread.
#pragma once

#include <memory>

#include "models/analysis/metric_trend.h"
#include "models/items/metric_model.h"
#include "views/widgets/facts_page.h"

namespace tidemark::views {
class TrendView;

class MetricsPage final : public FactsPage {
  Q_OBJECT
 public:
  explicit MetricsPage(QWidget* parent = nullptr);
  void show_data(const ViewData& view) override;
  std::optional<std::size_t> count(const ViewData& view) const override;
  void set_crosshair(std::optional<LocalTime> at) override;
  void set_vector_painting(bool vector) override;
  // `trend` may be null.
  void show_metrics(const std::shared_ptr<const Metrics>& metrics, std::shared_ptr<const MetricTrend> trend);
  void set_range(LocalTime from, LocalTime to) override;
  const MetricModel& model() const { return *model_; }
  TrendView* trend() const { return trend_; }

 signals:
  void metric_asked(const tidemark::MetricChoice& metric);

 protected:
  void tell(const QModelIndex& index) override;
  void open(const QModelIndex& index) override;

 private:
  MetricsPage(MetricModel* model, QWidget* parent);
  QFrame* trend_card();
  void ask(const MetricLine& line);

  MetricModel* model_;
  QFrame* card_ = nullptr;
  QLabel* title_ = nullptr;
  QLabel* note_ = nullptr;
  TrendView* trend_ = nullptr;
  std::optional<MetricChoice> asked_;
};

}  // namespace tidemark::views
