// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/tide_page.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "models/items/lag_model.h"
#include "views/tide/journey_card.h"
#include "views/tide/marks_card.h"
#include "views/tide/tide_picker.h"
#include "views/tide/tide_view.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"
#include "views/words.h"

namespace tidemark::views {
namespace {
constexpr int left_px = 320;
constexpr int table_px = 220;
}  // namespace

TidePage::TidePage(QWidget* parent) : PageWidget(parent) {
  setAccessibleName(tr("Tide chart"));
  headline_ = new Headline(this);
  auto* right = new QVBoxLayout;
  right->setSpacing(12);
  right->addWidget(chart_card(), 1);
  right->addWidget(partition_card());
  auto* body = new QHBoxLayout;
  body->setSpacing(12);
  body->addWidget(left_column());
  body->addLayout(right, 1);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(12);
  layout->addWidget(headline_);
  layout->addLayout(body, 1);
  connect(view_, &TideView::measured, this, &TidePage::measure_changed);
  connect(view_, &TideView::measured, this, &PageWidget::crosshair_moved);
  connect(view_, &TideView::journey_asked, this, &TidePage::journey_asked);
  connect(view_, &TideView::zoom_asked, this, &TidePage::zoom_asked);
  connect(view_, &TideView::pan_asked, this, &TidePage::pan_asked);
  connect(picker_, &TidePicker::picked, this, &TidePage::tide_asked);
  connect(partitions_, &RowView::opened, this, &TidePage::open_partition);
  setFocusProxy(view_);
  show_tide({});
}

QWidget* TidePage::left_column() {
  auto* column = new QWidget(this);
  column->setFixedWidth(left_px);
  marks_ = new MarksCard(column);
  journey_ = new JourneyCard(column);
  auto* layout = new QVBoxLayout(column);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(12);
  layout->addWidget(marks_);
  layout->addWidget(journey_);
  layout->addStretch(1);
  return column;
}

QWidget* TidePage::chart_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  picker_ = new TidePicker(frame);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(12, 10, 12, 0);
  top->setSpacing(12);
  top->addWidget(picker_);
  top->addStretch(1);
  top->addWidget(key_hint(QStringLiteral("W S"), tr("zoom")));
  top->addWidget(key_hint(QStringLiteral("A D"), tr("pan")));
  top->addWidget(key_hint(QStringLiteral("F"), tr("all")));
  inside->addLayout(top);
  view_ = new TideView(frame);
  view_->setMinimumHeight(220);
  nothing_ = plain_label(theme::Face::text, "muted",
                         tr("No topic has been recorded.\nStart a collector: tidemark collect --profile FILE, or play "
                            "a story: tidemark import --story FILE"));
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);
  nothing_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  nothing_->setAccessibleName(tr("Why nothing is shown"));
  inside->addWidget(view_, 1);
  inside->addWidget(nothing_, 1);
  return frame;
}

QWidget* TidePage::partition_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  frame->setFixedHeight(table_px);
  model_ = new LagModel(this);
  partitions_ = new RowView(model_, tr("Partitions of the topic"), frame);
  partitions_->setRootIsDecorated(false);
  partitions_->setIndentation(0);
  partitions_->set_spare({LagModel::lag, LagModel::headroom, LagModel::reader});
  inside->addWidget(partitions_);
  return frame;
}

void TidePage::set_range(LocalTime from, LocalTime to) {
  to_ = to;
  view_->set_range(from, to);
}

QString TidePage::said_beside() const { return journey_->said(); }
const Sentence& TidePage::said() const { return headline_->said(); }
void TidePage::focus_filter() { picker_->focus_topic(); }

void TidePage::show_data(const ViewData& view) {
  TideData tide{view.tide, view.lag, {}, view.journey};
  for (const TopicChoice& choice : view.choices) tide.topics.emplace_back(choice.cluster, choice.topic);
  set_range(view.from, view.to);
  show_tide(tide);
}

std::optional<LocalTime> TidePage::crosshair() const {
  const auto measure = view_->measure();
  return measure ? std::optional(measure->at) : std::nullopt;
}

void TidePage::set_crosshair(std::optional<LocalTime> at) { view_->set_crosshair(at); }
void TidePage::set_vector_painting(bool vector) { view_->set_vector_painting(vector); }

void TidePage::show_tide(const TideData& tide) {
  chart_ = tide.chart;
  const bool something = chart_ && !chart_->selection.topic.value().empty();
  view_->setVisible(something);
  picker_->setVisible(something);
  nothing_->setVisible(!something);
  if (something) picker_->offer(tide.topics, *chart_);
  if (tide.partitions) model_->set_rows(tide.partitions);
  // One group's partitions are a plain list.
  partitions_->setRootIndex(model_->rowCount() == 1 ? model_->index(0, 0) : QModelIndex());
  journey_->show_journey(tide.journey);
  view_->set_chart(chart_);
  measure_changed();
}

void TidePage::measure_changed() {
  if (!chart_) {
    headline_->say({Level::unknown, tr("Nothing to show yet"), {}, tr("No topic has been recorded.")});
    marks_->show_measure(nullptr, std::nullopt);
    return;
  }
  const auto measure = view_->measure() ? view_->measure() : tide_measure(*chart_, std::min(to_, chart_->to));
  headline_->say(tide_sentence(*chart_, measure));
  marks_->show_measure(chart_.get(), measure);
}

void TidePage::open_partition(const QModelIndex& index) {
  const auto [parent, child] = model_->source(index);
  if (child < 0) return;
  const LagRow& row = model_->child_row(parent, static_cast<std::size_t>(child));
  emit tide_asked({row.cluster, row.partition.topic, row.partition.partition, row.group, {}});
}

}  // namespace tidemark::views
