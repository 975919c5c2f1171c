// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/metrics/metrics_page.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "models/items/format.h"
#include "views/metrics/metrics_words.h"
#include "views/widgets/parts.h"
#include "views/widgets/trend_view.h"

namespace tidemark::views {
namespace {
constexpr int opened_first = 60;  // rows
constexpr int trend_px = 200;
constexpr int longest_title = 60;
}  // namespace

MetricsPage::MetricsPage(QWidget* parent) : MetricsPage(new MetricModel, parent) {}

MetricsPage::MetricsPage(MetricModel* model, QWidget* parent)
    : FactsPage(model, tr("Metrics"), no_metrics_words(), tr("The chosen signal"), parent), model_(model) {
  card_ = trend_card();
  count_children();
  table()->set_spare({MetricModel::preset, MetricModel::metric, MetricModel::series, MetricModel::at,
                      MetricModel::layer, MetricModel::state});
  static_cast<QVBoxLayout*>(layout())->addWidget(card_);
  card_->hide();
}

QFrame* MetricsPage::trend_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  title_ = plain_label(theme::Face::strong);
  title_->setAccessibleName(tr("Trend of"));
  note_ = plain_label(theme::Face::text, "muted");
  note_->setAccessibleName(tr("Newest value"));
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long name makes no window wider
  auto* top = new QHBoxLayout;
  top->setContentsMargins(16, 10, 16, 0);
  top->setSpacing(12);
  top->addWidget(title_);
  top->addWidget(note_, 1);
  inside->addLayout(top);
  trend_ = new TrendView(frame);
  connect(trend_, &TrendView::zoom_asked, this, &PageWidget::zoom_asked);
  connect(trend_, &TrendView::pan_asked, this, &PageWidget::pan_asked);
  trend_->setFixedHeight(trend_px);
  inside->addWidget(trend_);
  return frame;
}

void MetricsPage::show_data(const ViewData& view) {
  show_metrics(view.metrics, view.trend);
  set_range(view.from, view.to);
}

std::optional<std::size_t> MetricsPage::count(const ViewData& view) const {
  return view.metrics ? std::optional<std::size_t>(view.metrics->values()) : std::nullopt;
}

void MetricsPage::set_crosshair(std::optional<LocalTime> at) { trend_->set_crosshair(at); }
void MetricsPage::set_vector_painting(bool vector) { trend_->set_vector_painting(vector); }

void MetricsPage::show_metrics(const std::shared_ptr<const Metrics>& metrics,
                               std::shared_ptr<const MetricTrend> trend) {
  if (!metrics) return;
  headline()->say(metrics_sentence(*metrics));
  card_->setVisible(trend != nullptr);
  if (trend) {
    title_->setText(format::middle(trend_title(*trend), longest_title));
    title_->setToolTip(format::plain(trend_title(*trend)));
    note_->setText(trend_note(*trend));
  }
  trend_->set_trend(std::move(trend));
  model_->set_rows({metrics, &metrics->rows});
  rows_changed(opened_first);
}

void MetricsPage::set_range(LocalTime from, LocalTime to) { trend_->set_range(from, to); }

void MetricsPage::tell(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  const MetricGroup& group = model_->parent_row(parent);
  const std::string key(model_->key_of(parent));
  if (child < 0) return facts()->show_facts(key, format::text(group.source.source), source_facts(group));
  const auto n = static_cast<std::size_t>(child);
  const MetricLine& line = model_->child_row(parent, n);
  facts()->show_facts(key + '\n' + std::string(model_->key_of(parent, n)), format::text(line.row.signal.value()),
                      metric_facts(line));
  if (table()->currentIndex().isValid()) ask(line);
}

// The trend of the chosen row, once.
void MetricsPage::ask(const MetricLine& line) {
  if (!line.matched) return;
  MetricChoice choice = choice_of(line.row);
  const bool shown = trend_->trend() && trend_->trend()->of == choice;
  if (shown || asked_ == choice) return;
  asked_ = std::move(choice);
  emit metric_asked(*asked_);
}

// A source shows its signals; a signal hands the keyboard to its trend.
void MetricsPage::open(const QModelIndex& index) {
  if (model_->source(index).second < 0) return FactsPage::open(index);
  if (card_->isVisible()) trend_->setFocus();
}

}  // namespace tidemark::views
