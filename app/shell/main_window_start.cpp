// SPDX-License-Identifier: GPL-3.0-or-later
// Where a timeline comes from: the start page, the file dialog, a cluster that is connected to and collected from.
#include <QAction>
#include <QApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QProcess>
#include <QStackedWidget>

#include "app/actions/actions.h"
#include "app/shell/collecting.h"
#include "app/shell/connecting.h"
#include "app/shell/main_window.h"
#include "app/shell/recent_files.h"
#include "views/connect/connect_page.h"
#include "views/start/start_page.h"
#include "views/widgets/health_bar.h"

namespace tidemark::shell {

void MainWindow::connect_start() {
  on("window.open", [this] { choose_file(); });
  on("window.start", [] {
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show_start();
    window->show();
  });
  connect(start_, &views::StartPage::choice_asked, this, &MainWindow::choose_file);
  connect(start_, &views::StartPage::file_asked, this, &MainWindow::open_beside);
  connect(start_, &views::StartPage::forget_asked, this, [this](const QString& path) {
    forget_file(path);
    start_->show_recent(recent_files());
  });
  connect(start_, &views::StartPage::demo_asked, this, [this] {
    if (QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("demo")})) close();
  });
}

void MainWindow::connect_collecting() {
  auto* connecting = new Connecting(connect_, this);
  on("window.connect", [this] {
    if (file_.isEmpty()) return show_connect();
    auto* window = new MainWindow;
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->show_connect();
    window->show();
  });
  on("collect.stop", [this] { collecting_->stop(); });
  actions_->action("collect.stop")->setEnabled(false);
  connect(start_, &views::StartPage::connect_asked, this, &MainWindow::show_connect);
  connect(connect_, &views::ConnectPage::left, this, &MainWindow::show_start);
  connect(connecting, &Connecting::collect_asked, this, [this](const Profile& profile, const QString& timeline) {
    collecting_->start(profile, timeline.toStdString());
  });
  connect(collecting_, &Collecting::started, this, [this](const QString& timeline) {
    actions_->action("collect.stop")->setEnabled(true);
    health_->show_collecting(true);
    open(timeline.toStdString());
  });
  connect(collecting_, &Collecting::warned, this, [this](const QString& line) { health_->show_cursor(line); });
  connect(collecting_, &Collecting::ended, this, [this](const QString& error) {
    actions_->action("collect.stop")->setEnabled(false);
    health_->show_collecting(false);
    health_->show_cursor(error.isEmpty() ? tr("collecting has stopped") : error);
    if (!error.isEmpty()) connect_->say(error, true);
  });
  connect(health_, &views::HealthBar::stop_asked, collecting_, &Collecting::stop);
}

void MainWindow::show_connect() { whole_->setCurrentWidget(connect_); }

void MainWindow::show_start() {
  start_->show_recent(recent_files());
  whole_->setCurrentWidget(start_);
}

void MainWindow::choose_file() {
  const QString chosen = QFileDialog::getOpenFileName(this, tr("Open a timeline or bundle"), QFileInfo(file_).path(),
                                                      tr("Timelines and bundles (*.tidemark *.bundle);;All files (*)"));
  if (!chosen.isEmpty()) open_beside(chosen);
}

// Who shows the start has no file yet: it becomes that one's window.
void MainWindow::open_beside(const QString& path) {
  if (file_.isEmpty()) return open(path.toStdString());
  auto* window = new MainWindow;
  window->setAttribute(Qt::WA_DeleteOnClose);
  window->open(path.toStdString());
  window->show();
}

}  // namespace tidemark::shell
