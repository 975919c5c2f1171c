// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/actions/actions.h"
#include "app/shell/copy.h"
#include "app/shell/go_to.h"
#include "app/shell/keep_dialog.h"
#include "app/shell/key_choices.h"
#include "app/shell/keys_dialog.h"
#include "app/shell/look.h"
#include "app/shell/notifier.h"
#include "app/shell/pages.h"
#include "app/shell/recent_files.h"
#include "app/shell/session.h"
#include "models/domain/clock.h"
#include "models/items/format.h"
#include "models/items/tree_model.h"
#include "views/alignment/align_page.h"
#include "views/findings/findings_dock.h"
#include "views/home/home_page.h"
#include "views/incident/incident_page.h"
#include "views/lagmap/lag_map_page.h"
#include "views/lagmap/lag_overview.h"
#include "views/metrics/metrics_page.h"
#include "views/metrics/trend_view.h"
#include "views/present/present_window.h"
#include "views/scorecard/scorecard_page.h"
#include "views/start/start_page.h"
#include "views/tables/table_files_page.h"
#include "views/theme/theme.h"
#include "views/tide/tide_page.h"
#include "views/tide/tide_view.h"
#include "views/widgets/headline.h"
#include "views/widgets/health_bar.h"
#include "views/widgets/nav_bar.h"
#include "views/widgets/row_view.h"
#include "views/widgets/time_bar.h"

namespace tidemark::shell {
namespace {
constexpr int fewest_columns = 256;  // of a page that is not laid out yet
constexpr int least_page_px = 280;   // the highest page needs more; a small screen must hold the findings too

// In the order of Screen.
constexpr std::array<const char*, screen_count> screen_ids{
    "go.topics",  "go.lag",     "go.tide",        "go.sources",  "go.tables",       "go.connectors",
    "go.path",    "go.home",    "go.incident",    "go.replay",   "go.dead-letters", "go.schemas",
    "go.metrics", "go.lag-map", "go.table-files", "go.scorecard"};
}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      actions_(new actions::Actions(this)),
      session_(new Session(this)),
      notifier_(new Notifier(&QDBusConnection::sessionBus, this)),
      go_to_(new GoTo(actions_, this)) {
  setWindowTitle(QStringLiteral("Tidemark"));
  apply_key_choices(*actions_);
  resize(1440, 900);
  build();
  connect_time();
  connect_rows();
  connect_findings();
  connect_incident();
  connect_places();
  connect_start();
  connect(session_, &Session::arrived, this, &MainWindow::show_data);
  connect(this, &MainWindow::asked, session_, &Session::ask);
  for (std::size_t i = 0; i < screen_ids.size(); ++i)
    connect(actions_->action(screen_ids[i]), &QAction::triggered, this,
            [this, i] { show_screen(static_cast<Screen>(i)); });
  show_look();
  connect(actions_->action("view.dark"), &QAction::triggered, this, [](bool dark) { choose_look(*qApp, dark); });
  actions_->action("view.notifications")->setChecked(notifications_chosen());
  notifier_->switch_on(notifications_chosen());
  connect(actions_->action("view.notifications"), &QAction::triggered, this, [this](bool on) {
    choose_notifications(on);
    notifier_->switch_on(on);
    health_->show_cursor(on ? tr("errors are told by the desktop") : tr("the desktop is told nothing"));
  });
  connect(actions_->action("timeline.keep"), &QAction::triggered, this, &MainWindow::show_kept);
  connect(actions_->action("help.keys"), &QAction::triggered, this,
          [this] { (new KeysDialog(*actions_, this))->open(); });
  connect(actions_->action("window.quit"), &QAction::triggered, this, &QWidget::close);
  clock_.setInterval(std::chrono::seconds(1));
  connect(&clock_, &QTimer::timeout, this, &MainWindow::show_health);
  clock_.start();
  show_screen(Screen::home);
}

MainWindow::~MainWindow() = default;

void MainWindow::build() {
  auto* whole = new QWidget(this);
  whole->setAccessibleName(QStringLiteral("Tidemark"));
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
  split_ = new QSplitter(Qt::Vertical, whole);
  split_->setChildrenCollapsible(false);
  pages_ = new Pages(split_);
  pages_->setMinimumHeight(least_page_px);
  findings_ = new views::FindingsDock(split_);
  findings_->hide();
  body->addWidget(navigation());
  body->addWidget(split_, 1);
  const auto action = [this](const char* id) { return actions_->action(id); };
  time_bar_ =
      new views::TimeBar({action("time.earlier"), action("time.later"), action("time.zoom-in"), action("time.zoom-out"),
                          action("time.fit"), action("time.live"), action("help.keys")},
                         whole);
  health_ = new views::HealthBar(whole);
  auto* layout = new QVBoxLayout(whole);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(time_bar_);
  layout->addLayout(body, 1);
  layout->addWidget(health_);
  start_ = new views::StartPage(this);
  whole_ = new QStackedWidget(this);
  whole_->setAccessibleName(whole->accessibleName());
  whole_->addWidget(whole);
  whole_->addWidget(start_);
  setCentralWidget(whole_);
}

QWidget* MainWindow::navigation() {
  auto* bar = new views::NavBar(this);
  const auto add = [&](Screen screen) {
    const auto i = static_cast<std::size_t>(screen);
    nav_[i] = bar->add(actions_->action(screen_ids[i]));
  };
  bar->add_group(tr("NOW"));
  add(Screen::home);
  add(Screen::incident);
  add(Screen::replay);
  add(Screen::lag);
  add(Screen::lag_map);
  add(Screen::tide);
  nav_findings_ = bar->add(actions_->action("view.findings"));
  bar->add_group(tr("DATA"));
  add(Screen::path);
  add(Screen::topics);
  add(Screen::connectors);
  add(Screen::align);
  add(Screen::table_files);
  add(Screen::schemas);
  add(Screen::dead_letters);
  add(Screen::metrics);
  bar->add_group(tr("REVIEW"));
  add(Screen::scorecard);
  bar->add_group(tr("COLLECTION"));
  add(Screen::sources);
  return bar;
}

bool MainWindow::event(QEvent* event) {
  // The desktop went dark or light.
  if (event->type() == QEvent::ThemeChange && chosen_look() == theme::Mode::system)
    theme::apply(*qApp, theme::Mode::system);
  const bool done = QMainWindow::event(event);
  if (event->type() == QEvent::PaletteChange) show_look();
  return done;
}

void MainWindow::show_look() { actions_->action("view.dark")->setChecked(theme::Theme(palette()).dark()); }

void MainWindow::connect_time() {
  const auto on = [this](const char* id, auto&& change) {
    connect(actions_->action(id), &QAction::triggered, this, change);
  };
  const auto zoom_at = [this]() -> std::optional<LocalTime> {
    const auto measure = pages_->tide()->view()->measure();
    if (request_.screen != Screen::tide || !measure) return std::nullopt;
    return measure->at;
  };
  on("time.zoom-in", [this, zoom_at] { set_range(range_.zoomed(0.5, zoom_at(), newest())); });
  on("time.zoom-out", [this, zoom_at] { set_range(range_.zoomed(2, zoom_at(), newest())); });
  on("time.earlier", [this] { set_range(range_.panned(-0.25, newest())); });
  on("time.later", [this] { set_range(range_.panned(0.25, newest())); });
  on("time.oldest", [this] {
    if (data_ && data_->status.oldest) set_range(range_.at_oldest(*data_->status.oldest));
  });
  on("time.fit", [this] {
    if (data_ && data_->status.oldest) set_range(TimeRange::all(*data_->status.oldest, newest()));
  });
  on("time.live", [this](bool follow) { set_range(follow ? range_.following() : TimeRange{newest(), range_.span}); });
  for (views::TrendView* trend : {pages_->metrics()->trend(), pages_->table_files()->trend()}) {
    connect(trend, &views::TrendView::zoom_asked, this,
            [this](double factor, LocalTime at) { set_range(range_.zoomed(factor, at, newest())); });
    connect(trend, &views::TrendView::pan_asked, this,
            [this](double share) { set_range(range_.panned(share, newest())); });
  }
  connect(pages_->lag_map()->overview(), &views::LagOverview::zoom_asked, this,
          [this](double factor, LocalTime at) { set_range(range_.zoomed(factor, at, newest())); });
  connect(pages_->tide(), &views::TidePage::zoom_asked, this,
          [this](double factor, LocalTime at) { set_range(range_.zoomed(factor, at, newest())); });
  connect(pages_->tide(), &views::TidePage::pan_asked, this,
          [this](double share) { set_range(range_.panned(share, newest())); });
}

void MainWindow::connect_rows() {
  connect(pages_, &Pages::tide_asked, this, &MainWindow::show_tide);
  connect(pages_, &Pages::table_asked, this, [this](const TableChoice& table) {
    request_.table = table;
    ask();
  });
  connect(pages_->table_files(), &views::TableFilesPage::fact_asked, this,
          [this](const TableChoice& table, TableFact fact) {
            request_.table = table;
            request_.fact = fact;
            ask();
          });
  connect(pages_->scorecard(), &views::ScorecardPage::review_asked, this,
          [this](const std::string& scope, const std::string& card) {
            request_.review = ReviewChoice{scope, card, {}};
            ask();
          });
  connect(pages_->metrics(), &views::MetricsPage::metric_asked, this, [this](const MetricChoice& metric) {
    request_.metric = metric;
    ask();
  });
  connect(pages_, &Pages::path_asked, this, [this](const PathChoice& path) {
    request_.path = path;
    show_screen(Screen::path);
  });
  connect(pages_->tide(), &views::TidePage::journey_asked, this, [this](LocalTime at, std::int64_t offset) {
    request_.record = RecordRequest{Offset(offset), at};
    ask();
  });
  connect(pages_->tide()->view(), &views::TideView::measured, this, [this] {
    const auto measure = pages_->tide()->view()->measure();
    health_->show_cursor(measure ? tr("crosshair %1").arg(format::date_time(measure->at)) : QString());
  });
  connect(actions_->action("path.budget"), &QAction::triggered, this, [this] {
    if (request_.screen != Screen::home) show_screen(Screen::home);
    pages_->home()->toggle_budget();
  });
  connect(actions_->action("table.verify"), &QAction::triggered, this, [this] {
    if (request_.screen != Screen::align) show_screen(Screen::align);
    pages_->align()->toggle_verify();
  });
  connect(actions_->action("review.present"), &QAction::triggered, this, &MainWindow::present);
  connect(actions_->action("rows.filter"), &QAction::triggered, this,
          [this] { in_findings() ? findings_->focus_filter() : pages_->focus_filter(); });
  connect(actions_->action("rows.copy"), &QAction::triggered, this, [this] { copy(true); });
  connect(actions_->action("rows.copy-tsv"), &QAction::triggered, this, [this] { copy(false); });
}

void MainWindow::show_kept() {
  auto* dialog = new KeepDialog(QFileInfo(file_).completeBaseName(), this);
  connect(dialog, &KeepDialog::looked_for, session_, &Session::look_at_kept);
  connect(dialog, &KeepDialog::chosen, session_, &Session::keep);
  connect(session_, &Session::kept, dialog, [dialog](const auto& kept) { dialog->show_kept(*kept); });
  connect(session_, &Session::keeps, dialog, &KeepDialog::show_done);
  session_->look_at_kept({});
  dialog->open();
}

// Of the row that is chosen.
void MainWindow::present() {
  const auto& review = pages_->scorecard()->review();
  if (request_.screen != Screen::scorecard || !review || review->rows.empty()) return show_screen(Screen::scorecard);
  auto* wall = new views::PresentWindow(review, this);
  wall->setAttribute(Qt::WA_DeleteOnClose);
  wall->present(this);
  wall->show_row(pages_->scorecard()->chosen());
}

void MainWindow::open(const std::string& timeline) {
  notifier_->forget();
  const QString path = QString::fromStdString(timeline);
  file_ = path;
  whole_->setCurrentIndex(0);
  time_bar_->show_file(QFileInfo(path).completeBaseName(), path);
  session_->open(timeline, request_);
}

void MainWindow::name_file(const QString& name, const QString& hint) const { time_bar_->show_file(name, hint); }

void MainWindow::show_screen(Screen screen) {
  request_.screen = screen;
  request_.record.reset();
  for (std::size_t i = 0; i < screen_ids.size(); ++i)
    actions_->action(screen_ids[i])->setChecked(i == static_cast<std::size_t>(screen));
  pages_->show_screen(screen);
  pages_->currentWidget()->setFocus();
  if (screen != Screen::tide && screen != Screen::incident) health_->show_cursor({});
  ask();
}

void MainWindow::show_tide(const TideSelection& selection) {
  request_.tide = selection;
  show_screen(Screen::tide);
}

void MainWindow::ask() {
  request_.to = range_.to;
  request_.span = range_.span;
  request_.columns = std::max(fewest_columns, pages_->width());
  history_.visit(request_);
  actions_->action("go.back")->setEnabled(history_.has_back());
  actions_->action("go.forward")->setEnabled(history_.has_forward());
  actions_->action("time.live")->setChecked(range_.live());
  show_range();
  emit asked(request_);
}

void MainWindow::set_range(const TimeRange& range) {
  range_ = range;
  ask();
}

LocalTime MainWindow::newest() const { return data_ && data_->status.newest ? *data_->status.newest : LocalTime{}; }

void MainWindow::show_range() {
  if (!data_ || !data_->status.newest) return;
  const LocalTime to = range_.end(newest());
  time_bar_->show_range(to - range_.span, to);
  pages_->tide()->set_range(to - range_.span, to);
  pages_->incident()->set_range(to - range_.span, to);
  pages_->metrics()->set_range(to - range_.span, to);
}

void MainWindow::show_data(std::shared_ptr<const ViewData> view) {
  error_ = view->error;
  if (!view->error) {
    if (!data_) remember_file(file_);
    data_ = std::move(view);
    if (const QString path = format::text(data_->status.path); data_->status.bundle)
      time_bar_->show_file(QFileInfo(path).completeBaseName(), path, true);
    if (data_->request.screen == request_.screen) pages_->show_data(*data_);
    // What was chosen for us is the selection from now on.
    if (data_->request.screen == Screen::tide && request_.tide.topic.value().empty())
      request_.tide = data_->request.tide;
    if (data_->request.screen == Screen::path && !request_.path) request_.path = data_->request.path;
    if (data_->request.screen == Screen::scorecard && !request_.review) request_.review = data_->request.review;
    if (data_->request.screen == Screen::metrics && !request_.metric) request_.metric = data_->request.metric;
    shell::show_findings(*findings_, *data_);
    if (data_->judgement && !data_->request.to) notifier_->judge(*data_->judgement);
    show_range();
    show_counts();
  }
  show_health();
}

void MainWindow::show_counts() {
  const auto set = [this](Screen screen, std::size_t count) {
    nav_[static_cast<std::size_t>(screen)]->set_count(QString::number(count));
  };
  if (data_->request.screen == Screen::lag && data_->lag) set(Screen::lag, data_->lag->size());
  if (data_->topics) set(Screen::topics, data_->topics->size());
  if (data_->tables) set(Screen::align, data_->tables->size());
  if (data_->connectors) set(Screen::connectors, data_->connectors->size());
  if (data_->replays) set(Screen::replay, data_->replays->rows.size());
  if (data_->dead_letters) set(Screen::dead_letters, data_->dead_letters->size());
  if (data_->metrics) set(Screen::metrics, data_->metrics->values());
  if (data_->review) set(Screen::scorecard, data_->review->counts().weak);
  if (data_->schemas) set(Screen::schemas, data_->schemas->rows.size());
  if (data_->incident) set(Screen::incident, data_->incident->incident.onsets.size());
  if (data_->home) set(Screen::path, static_cast<std::size_t>(data_->home->paths));
  if (data_->home) set(Screen::home, static_cast<std::size_t>(data_->home->late));
  set(Screen::sources, data_->status.sources);
  const Findings* found = data_->findings.get();
  nav_findings_->set_count(found ? QString::number(found->counts.errors + found->counts.warnings + found->counts.notes)
                                 : QString());
}

void MainWindow::show_health() {
  views::Health health;
  if (data_) {
    const ViewStatus& status = data_->status;
    health.sources = status.sources;
    health.healthy = status.healthy;
    health.coverage = status.coverage;
    health.generation = data_->generation;
    health.newest = status.newest;
    health.interval = status.interval;
    health.file_bytes = status.file_bytes;
    if (data_->findings) health.findings = data_->findings->counts;
    if (data_->findings && data_->findings->at != data_->at) health.judged_at = data_->findings->at;
  }
  health.error = error_ ? format::text(error_->line()) : not_written_;
  health_->show_health(health, SystemClock().now());
}

void MainWindow::copy(bool markdown) {
  if (!data_) return;
  const bool findings = in_findings();
  views::RowView* rows = findings ? findings_->rows() : pages_->rows();
  const views::Sentence& said = findings ? findings_->said() : pages_->sentence();
  const QString title = said.detail.isEmpty() ? said.title : said.title + QStringLiteral(": ") + said.detail;
  const QString command = command_for(*data_, findings);
  const QModelIndexList chosen = rows->chosen_rows();
  const QString text = markdown ? as_markdown(*rows->rows(), chosen, *data_, title, command)
                                : as_tsv(*rows->rows(), chosen, *data_, command);
  QApplication::clipboard()->setText(text);
  health_->show_cursor(tr("%n row(s) copied", nullptr, static_cast<int>(chosen.size())));
}

}  // namespace tidemark::shell
