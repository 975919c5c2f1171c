// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/growth/growth_page.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <cmath>
#include <limits>

#include "models/items/format.h"
#include "views/growth/growth_words.h"
#include "views/plot/plot_time.h"
#include "views/plot/time_plot.h"
#include "views/theme/theme.h"
#include "views/widgets/parts.h"
#include "views/widgets/row_view.h"

namespace tidemark::views {
namespace {
using theme::Colour;
constexpr int chart_px = 180;
constexpr int longest_days = 3'650;
constexpr int title_length = 60;

plot::Line line_of(const std::vector<GrowthPoint>& points, const QString& label, const QColor& colour) {
  plot::Line out;
  out.label = label;
  out.colour = out.label_colour = colour;
  out.width = 2;
  for (const GrowthPoint& point : points)
    out.points.push_back({plot::plot_time(point.at), point.bytes.value_or(std::numeric_limits<double>::quiet_NaN())});
  return out;
}

bool is_known(const std::vector<GrowthPoint>& points) { return !points.empty() && points.front().bytes.known(); }
}  // namespace

GrowthPage::GrowthPage(QWidget* parent)
    : PageWidget(parent),
      topic_model_(new GrowthModel(this)),
      driver_model_(new DriverModel(this)),
      demand_model_(new DemandModel(this)) {
  setAccessibleName(tr("Growth"));
  headline_ = new Headline(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(20, 16, 20, 16);
  layout->setSpacing(8);
  layout->addWidget(headline_);
  layout->addWidget(asked_line());
  layout->addWidget(table_card(), 1);
  layout->addWidget(chart_card());
  connect(tabs_, &QTabBar::currentChanged, this, [this](int tab) {
    stack_->setCurrentIndex(tab);
    rows()->setFocus();
  });
  setFocusProxy(stack_);
}

QWidget* GrowthPage::asked_line() {
  auto* line = new QWidget(this);
  tabs_ = new QTabBar(line);
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setAccessibleName(tr("What is shown of growth"));
  tabs_->addTab(tr("Topics"));
  tabs_->addTab(tr("Drivers of cost"));
  tabs_->addTab(tr("Readers"));
  retention_ = new QSpinBox(line);
  retention_->setRange(0, longest_days);
  retention_->setSpecialValueText(tr("as it is"));
  retention_->setSuffix(tr(" d"));
  retention_->setAccessibleName(tr("What if topics were kept so many days"));
  rate_ = new QDoubleSpinBox(line);
  rate_->setRange(0.1, 1000);
  rate_->setDecimals(1);
  rate_->setSingleStep(0.5);
  rate_->setValue(1);
  rate_->setPrefix(QStringLiteral("× "));
  rate_->setAccessibleName(tr("What if so many times as much were produced"));
  const auto label = [](const QString& words) {
    auto* out = plain_label(theme::Face::text, "muted", words);
    out->setAccessibleName(words);
    return out;
  };
  auto* layout = new QHBoxLayout(line);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(8);
  layout->addWidget(tabs_);
  layout->addStretch(1);
  layout->addWidget(label(tr("what if kept")));
  layout->addWidget(retention_);
  layout->addWidget(label(tr("produced")));
  layout->addWidget(rate_);
  for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{retention_, rate_}) {
    box->setKeyboardTracking(false);
    box->setToolTip(box->accessibleName());
    box->findChild<QLineEdit*>()->setAccessibleName(box->accessibleName());
  }
  connect(retention_, &QSpinBox::valueChanged, this, &GrowthPage::ask);
  connect(rate_, &QDoubleSpinBox::valueChanged, this, &GrowthPage::ask);
  return line;
}

QWidget* GrowthPage::table_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  stack_ = new QStackedWidget(frame);
  stack_->setAccessibleName(tabs_->accessibleName());
  topics_ = new RowView(topic_model_, tr("Topics"), stack_);
  topics_->set_spare({GrowthModel::team, GrowthModel::held, GrowthModel::evidence});
  drivers_ = new RowView(driver_model_, tr("Drivers of cost"), stack_);
  drivers_->set_widest(DriverModel::what);
  readers_ = new RowView(demand_model_, tr("Readers"), stack_);
  readers_->set_spare({DemandModel::per_member, DemandModel::read});
  for (RowView* rows : {topics_, drivers_, readers_}) {
    rows->setRootIsDecorated(false);
    rows->setIndentation(0);
    stack_->addWidget(rows);
  }
  inside->addWidget(stack_, 1);
  connect(topics_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &GrowthPage::draw);
  return frame;
}

QWidget* GrowthPage::chart_card() {
  QBoxLayout* inside = nullptr;
  QFrame* frame = card(this, &inside);
  title_ = plain_label(theme::Face::strong);
  title_->setAccessibleName(tr("Bytes to come, of"));
  note_ = plain_label(theme::Face::text, "muted");
  note_->setAccessibleName(tr("What the chart says"));
  note_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* top = new QHBoxLayout;
  top->setContentsMargins(16, 8, 16, 0);
  top->setSpacing(12);
  top->addWidget(title_);
  top->addWidget(note_, 1);
  inside->addLayout(top);
  plot_ = new plot::TimePlot(frame);
  plot_->setFixedHeight(chart_px);
  plot_->setAccessibleName(tr("Bytes to come: modelled"));
  inside->addWidget(plot_);
  return frame;
}

void GrowthPage::show_data(const ViewData& view) { show_growth(std::static_pointer_cast<const GrowthView>(view.own)); }

std::optional<std::size_t> GrowthPage::count(const ViewData& view) const {
  if (view.request.screen.id != "growth") return std::nullopt;
  return std::static_pointer_cast<const GrowthView>(view.own)->topics.size();
}

void GrowthPage::set_vector_painting(bool vector) { plot_->set_vector_painting(vector); }

void GrowthPage::show_growth(const std::shared_ptr<const GrowthView>& view) {
  if (!view) return;
  view_ = view;
  headline_->say(growth_sentence(*view));
  topic_model_->set_rows({view, &view->topics});
  driver_model_->set_rows({view, &view->drivers});
  demand_model_->set_rows({view, &view->readers});
  const QSignalBlocker quiet(this);
  if (!retention_->hasFocus())
    retention_->setValue(static_cast<int>(view->terms.retention.value_or(Millis(0)) /
                                          std::chrono::duration_cast<Millis>(std::chrono::hours(24))));
  if (!rate_->hasFocus()) rate_->setValue(view->terms.rate_times);
  draw();
}

void GrowthPage::show_tab(Tab tab) { tabs_->setCurrentIndex(tab); }

RowView* GrowthPage::rows() const {
  return tabs_->currentIndex() == drivers_tab ? drivers_ : tabs_->currentIndex() == readers_tab ? readers_ : topics_;
}

void GrowthPage::focus_filter() { retention_->setFocus(); }

void GrowthPage::ask() {
  GrowthChoice choice;
  if (retention_->value() > 0) choice.retention = std::chrono::hours(24) * retention_->value();
  choice.rate_times = rate_->value();
  emit growth_asked(choice);
}

// Of the chosen topic, or of all together.
void GrowthPage::draw() {
  if (!view_) return;
  std::string key;
  if (const QModelIndex index = topics_->currentIndex(); index.isValid())
    key = topic_model_->key_of(topic_model_->source(index).first);
  const auto as_is = view_->curve(key, false);
  const auto what_if = view_->curve(key, true);
  const theme::Theme theme(palette());
  plot::Content content;
  if (is_known(as_is)) content.lines.push_back(line_of(as_is, tr("as it is"), theme(Colour::mark_high)));
  if (view_->changed && is_known(what_if))
    content.lines.push_back(line_of(what_if, tr("what if"), theme(Colour::mark_group)));
  plot_->setVisible(!content.lines.empty());
  content.least_air = is_known(as_is) ? std::max(1.0, *as_is.front().bytes * 0.05) : 1;
  plot_->set_colours(
      {theme(Colour::surface), theme(Colour::muted), theme(Colour::line), theme(Colour::muted), theme(Colour::muted)});
  plot_->set_content(std::move(content));
  plot_->set_range(plot::plot_time(view_->at), plot::plot_time(view_->at + view_->terms.horizon));
  const QString name = key.empty() ? tr("All topics") : format::text(key.substr(key.find('\n') + 1));
  title_->setText(format::middle(name, title_length));
  note_->setText(chart_words(as_is, what_if, view_->changed));
}

void GrowthPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) draw();
}

}  // namespace tidemark::views
