// SPDX-License-Identifier: GPL-3.0-or-later
// What pages ask for and what is done to the rows on top.
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>

#include "app/session/load_provenance.h"
#include "app/settings/files.h"
#include "app/shell/copy.h"
#include "app/shell/keep_dialog.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "models/domain/clock.h"
#include "models/items/tree_model.h"
#include "models/timeline/reader.h"
#include "views/alignment/align_page.h"
#include "views/drills/drills_page.h"
#include "views/findings/findings_dock.h"
#include "views/growth/growth_page.h"
#include "views/home/home_page.h"
#include "views/metrics/metrics_page.h"
#include "views/provenance/provenance_page.h"
#include "views/scorecard/scorecard_page.h"
#include "views/tables/table_files_page.h"
#include "views/tide/tide_page.h"
#include "views/widgets/headline.h"
#include "views/widgets/health_bar.h"
#include "views/widgets/row_view.h"

namespace tidemark::shell {

void MainWindow::connect_rows() {
  connect(pages_, &Pages::tide_asked, this, [this](const TideSelection& selection) {
    request_.tide = selection;
    show_screen(Screen::tide);
  });
  connect(pages_, &Pages::path_asked, this, [this](const PathChoice& path) {
    request_.path = path;
    show_screen(Screen::path);
  });
  on("path.budget", [this] {
    if (request_.screen != Screen::home) show_screen(Screen::home);
    pages_->get<views::HomePage>()->toggle_budget();
  });
  on("table.verify", [this] {
    if (request_.screen != Screen::align) show_screen(Screen::align);
    pages_->get<views::AlignPage>()->toggle_verify();
  });
  on("run.compare", [this] {
    if (request_.screen != Screen::provenance) show_screen(Screen::provenance);
    pages_->get<views::ProvenancePage>()->ask_other();
  });
  on("run.export", [this] { export_run(); });
  on("rows.filter", [this] { in_findings() ? findings_->focus_filter() : pages_->current()->focus_filter(); });
  on("rows.copy", [this] { copy(true); });
  on("rows.copy-tsv", [this] { copy(false); });
}

// What is chosen on a page is asked for.
void MainWindow::connect_choices() {
  connect(pages_->get<views::AlignPage>(), &views::AlignPage::table_asked, this, [this](const TableChoice& table) {
    request_.table = table;
    ask();
  });
  connect(pages_->get<views::TableFilesPage>(), &views::TableFilesPage::fact_asked, this,
          [this](const TableChoice& table, TableFact fact) {
            request_.table = table;
            request_.fact = fact;
            ask();
          });
  connect(pages_->get<views::ScorecardPage>(), &views::ScorecardPage::review_asked, this,
          [this](const std::string& scope, const std::string& card) {
            request_.review = ReviewChoice{scope, card, {}};
            ask();
          });
  connect(pages_->get<views::DrillsPage>(), &views::DrillsPage::drill_asked, this, [this](const std::string& drill) {
    request_.drill = drill;
    ask();
  });
  connect(pages_->get<views::ProvenancePage>(), &views::ProvenancePage::run_asked, this,
          [this](const std::string& asked, const std::string& with) {
            request_.run = RunChoice{asked, with};
            ask();
          });
  connect(pages_->get<views::GrowthPage>(), &views::GrowthPage::growth_asked, this, [this](const GrowthChoice& choice) {
    request_.growth = choice;
    ask();
  });
  connect(pages_->get<views::MetricsPage>(), &views::MetricsPage::metric_asked, this,
          [this](const MetricChoice& metric) {
            request_.metric = metric;
            ask();
          });
  connect(pages_->get<views::TidePage>(), &views::TidePage::journey_asked, this,
          [this](LocalTime at, std::int64_t offset) {
            request_.record = RecordRequest{Offset(offset), at};
            ask();
          });
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

// The run that is shown, as events of OpenLineage.
void MainWindow::export_run() {
  if (request_.screen != Screen::provenance) return show_screen(Screen::provenance);
  const std::string run = pages_->get<views::ProvenancePage>()->shown_run();
  if (run.empty()) return health_->show_cursor(tr("no run that is registered is shown"));
  const QString file = QFileDialog::getSaveFileName(this, tr("Export as OpenLineage"), QStringLiteral("run.ndjson"),
                                                    tr("Events, one a line (*.ndjson)"));
  if (file.isEmpty()) return;
  session_->write([run, file = file.toStdString()](const std::string& timeline) -> Result<> {
    TM_TRY(const auto reader, TimelineReader::open(timeline));
    TM_TRY(const std::string events, run_events(*reader, timeline, run, SystemClock().now()));
    return replace_file(file, events);
  });
}

void MainWindow::copy(bool markdown) {
  if (!data_) return;
  const bool findings = in_findings();
  views::RowView* rows = findings ? findings_->rows() : pages_->current()->rows();
  const views::Sentence& said = findings ? findings_->said() : pages_->current()->said();
  QStringList title{said.detail.isEmpty() ? said.title : said.title + QStringLiteral(": ") + said.detail};
  if (const QString beside = findings ? QString() : pages_->current()->said_beside(); !beside.isEmpty())
    title << beside;
  const QString command = command_for(*data_, findings);
  const QModelIndexList chosen = rows->chosen_rows();
  const QString text = markdown ? as_markdown(*rows->rows(), chosen, *data_, title, command)
                                : as_tsv(*rows->rows(), chosen, *data_, command);
  QApplication::clipboard()->setText(text);
  health_->show_cursor(tr("%n row(s) copied", nullptr, static_cast<int>(chosen.size())));
}

}  // namespace tidemark::shell
