// SPDX-License-Identifier: GPL-3.0-or-later
// The findings beneath the pages: shown, left, gone after, snoozed.
#include <QAction>
#include <QApplication>
#include <QSplitter>

#include "app/actions/actions.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "models/domain/clock.h"
#include "views/connectors/connectors_page.h"
#include "views/findings/findings_dock.h"
#include "views/widgets/health_bar.h"

namespace tidemark::shell {
namespace {
std::string text_in(const Finding& finding, const char* name) {
  const auto found = finding.params.find(name);
  const auto* text = found == finding.params.end() ? nullptr : std::get_if<std::string>(&found->second);
  return text ? *text : std::string();
}
}  // namespace

void MainWindow::connect_findings() {
  connect(actions_->action("view.findings"), &QAction::triggered, this, &MainWindow::toggle_findings);
  connect(health_, &views::HealthBar::findings_asked, this, &MainWindow::open_findings);
  const auto with_findings = [this](const char* id, auto&& act) {
    connect(actions_->action(id), &QAction::triggered, this,
            [this, act] { findings_->isVisible() ? act() : open_findings(); });
  };
  with_findings("finding.why", [this] { findings_->toggle_why(); });
  with_findings("finding.snooze", [this] { findings_->ask_snooze(SystemClock().now()); });
  connect(findings_, &views::FindingsDock::left, this, &MainWindow::leave_findings);
  connect(findings_, &views::FindingsDock::evidence_asked, this, &MainWindow::show_evidence);
  connect(findings_, &views::FindingsDock::snooze_asked, session_, &Session::snooze);
  connect(session_, &Session::written, this, [this](const QString& error) {
    not_written_ = error;
    if (error.isEmpty()) health_->show_cursor(tr("written into the logbook"));
    show_health();
  });
}

void MainWindow::open_findings() {
  actions_->action("view.findings")->setChecked(true);
  if (!findings_->isVisible()) {
    const int high = split_->height();
    findings_->show();
    split_->setSizes({high * 11 / 20, high * 9 / 20});
  }
  findings_->setFocus();
}

// Where they are seen but not worked in, the key goes there.
void MainWindow::toggle_findings() {
  if (!findings_->isVisible() || !in_findings()) return open_findings();
  actions_->action("view.findings")->setChecked(false);
  leave_findings();
  findings_->hide();
}

bool MainWindow::in_findings() const { return findings_->isAncestorOf(focusWidget()); }

void MainWindow::leave_findings() { pages_->current()->setFocus(); }

void MainWindow::show_evidence(const DiagnosisRow& row) {
  const Object& object = row.finding.object;
  const std::string_view kind = object::kind(object);
  const std::string topic = text_in(row.finding, "topic");
  const std::string group = text_in(row.finding, "group");
  if (kind == "table") {
    request_.table = TableChoice{row.cluster, TableName(std::string(object::name(object)))};
    show_screen(Screen::align);
  } else if (kind == "connector" || kind == "task") {
    const auto task = object::as_task(object);
    const std::string name = task ? task->connector : std::string(object::name(object));
    pages_->get<views::ConnectorsPage>()->set_filter(QString::fromStdString(name));
    show_screen(Screen::connectors);
  } else if (!topic.empty() && !group.empty()) {
    request_.path = PathChoice{row.cluster, GroupId(group), TopicName(topic)};
    show_screen(Screen::path);
  } else {
    show_screen(Screen::lag);
  }
}

}  // namespace tidemark::shell
