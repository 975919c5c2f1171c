// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "app/actions/actions.h"
#include "app/shell/all_views.h"
#include "app/shell/collecting.h"
#include "app/shell/drill_desk.h"
#include "app/shell/go_to.h"
#include "app/shell/key_choices.h"
#include "app/shell/keys_dialog.h"
#include "app/shell/look.h"
#include "app/shell/notifier.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "views/connect/connect_page.h"
#include "views/drills/drills_page.h"
#include "views/findings/findings_dock.h"
#include "views/present/present_window.h"
#include "views/start/start_page.h"
#include "views/theme/theme.h"
#include "views/widgets/health_bar.h"
#include "views/widgets/nav_bar.h"
#include "views/widgets/time_bar.h"

namespace tidemark::shell {
namespace {
constexpr int fewest_columns = 256;  // of a page that is not laid out yet
constexpr int least_page_px = 280;   // the highest page needs more; a small screen must hold the findings too

std::vector<actions::Command> screen_commands() {
  std::vector<actions::Command> commands;
  for (const View& view : all_views()) commands.push_back(view.command);
  return commands;
}
}  // namespace

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      actions_(new actions::Actions(this, screen_commands())),
      session_(new Session(this)),
      notifier_(new Notifier(&QDBusConnection::sessionBus, this)),
      go_to_(new GoTo(actions_, this)),
      collecting_(new Collecting(this)) {
  setWindowTitle(QStringLiteral("Tidemark"));
  apply_key_choices(*actions_);
  resize(1440, 900);
  build();
  connect_window();
  connect_time();
  drills_ = new DrillDesk(pages_->get<views::DrillsPage>(), session_, actions_);
  connect_rows();
  connect_choices();
  connect_review();
  connect_findings();
  connect_incident();
  connect_places();
  connect_start();
  connect_collecting();
  connect(session_, &Session::arrived, this, &MainWindow::show_data);
  connect(this, &MainWindow::asked, session_, &Session::ask);
  clock_.setInterval(std::chrono::seconds(1));
  connect(&clock_, &QTimer::timeout, this, &MainWindow::show_health);
  clock_.start();
  show_screen(Screen::home);
}

MainWindow::~MainWindow() = default;

void MainWindow::on(const char* command, const Act& act) {
  connect(actions_->action(command), &QAction::triggered, this, act);
}

void MainWindow::build() {
  whole_ = new QStackedWidget(this);
  whole_->setAccessibleName(QStringLiteral("Tidemark"));
  whole_->addWidget(build_views());
  start_ = new views::StartPage(this);
  whole_->addWidget(start_);
  connect_ = new views::ConnectPage(this);
  whole_->addWidget(connect_);
  setCentralWidget(whole_);
}

QWidget* MainWindow::build_views() {
  auto* whole = new QWidget(this);
  whole->setAccessibleName(QStringLiteral("Tidemark"));
  split_ = new QSplitter(Qt::Vertical, whole);
  split_->setChildrenCollapsible(false);
  pages_ = new Pages(split_);
  pages_->setMinimumHeight(least_page_px);
  findings_ = new views::FindingsDock(split_);
  findings_->hide();
  auto* body = new QHBoxLayout;
  body->setSpacing(0);
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
  return whole;
}

QWidget* MainWindow::navigation() {
  auto* bar = new views::NavBar(this);
  const auto add_group = [&](Group group, const QString& title) {
    bar->add_group(title);
    for (const View& view : all_views())
      if (view.group == group) nav_.push_back(bar->add(actions_->action(view.command.id)));
  };
  add_group(Group::now, tr("NOW"));
  nav_findings_ = bar->add(actions_->action("view.findings"));
  add_group(Group::data, tr("DATA"));
  add_group(Group::review, tr("REVIEW"));
  add_group(Group::collection, tr("COLLECTION"));
  return bar;
}

void MainWindow::connect_window() {
  for (const View& view : all_views()) on(view.command.id, [this, screen = view.screen] { show_screen(screen); });
  show_look();
  connect(actions_->action("view.dark"), &QAction::triggered, this, [](bool dark) { choose_look(*qApp, dark); });
  actions_->action("view.notifications")->setChecked(notifications_chosen());
  notifier_->switch_on(notifications_chosen());
  connect(actions_->action("view.notifications"), &QAction::triggered, this, [this](bool on) {
    choose_notifications(on);
    notifier_->switch_on(on);
    health_->show_cursor(on ? tr("errors are told by the desktop") : tr("the desktop is told nothing"));
  });
  on("timeline.keep", [this] { show_kept(); });
  on("help.keys", [this] { (new KeysDialog(*actions_, this))->open(); });
  on("window.quit", [this] { close(); });
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

void MainWindow::open(const std::string& timeline) {
  notifier_->forget();
  const QString path = QString::fromStdString(timeline);
  file_ = path;
  whole_->setCurrentIndex(0);
  pages_->current()->setFocus();  // not what is first on the page: letters are keys
  time_bar_->show_file(QFileInfo(path).completeBaseName(), path);
  session_->open(timeline, request_);
}

void MainWindow::name_file(const QString& name, const QString& hint) const { time_bar_->show_file(name, hint); }

void MainWindow::show_screen(const Screen& screen) {
  request_.screen = screen;
  request_.record.reset();
  for (const View& view : all_views()) actions_->action(view.command.id)->setChecked(view.screen == screen);
  pages_->show_screen(screen);
  pages_->current()->setFocus();
  drills_->set_on_top(screen == Screen::drills);
  show_crosshair();
  ask();
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

}  // namespace tidemark::shell
