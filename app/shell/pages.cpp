// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/pages.h"

#include "app/shell/copy.h"
#include "models/items/format.h"
#include "views/alignment/align_page.h"
#include "views/connectors/connectors_page.h"
#include "views/deadletters/dead_letters_page.h"
#include "views/findings/findings_dock.h"
#include "views/home/home_page.h"
#include "views/incident/incident_page.h"
#include "views/lag/lag_page.h"
#include "views/lagmap/lag_map_page.h"
#include "views/metrics/metrics_page.h"
#include "views/path/path_page.h"
#include "views/replay/replay_page.h"
#include "views/schemas/schemas_page.h"
#include "views/scorecard/scorecard_page.h"
#include "views/sources/sources_page.h"
#include "views/tables/table_files_page.h"
#include "views/tide/tide_page.h"
#include "views/topics/topics_page.h"

namespace tidemark::shell {

void show_findings(views::FindingsDock& dock, const ViewData& view) {
  dock.show_findings(view.findings, view.findings_error ? format::text(view.findings_error->line()) : QString());
}

Pages::Pages(QWidget* parent) : QStackedWidget(parent) {
  lag_ = new views::LagPage(this);
  tide_ = new views::TidePage(this);
  topics_ = new views::TopicsPage(this);
  sources_ = new views::SourcesPage(this);
  align_ = new views::AlignPage(this);
  connectors_ = new views::ConnectorsPage(this);
  path_ = new views::PathPage(this);
  home_ = new views::HomePage(this);
  incident_ = new views::IncidentPage(this);
  replay_ = new views::ReplayPage(this);
  dead_letters_ = new views::DeadLettersPage(this);
  schemas_ = new views::SchemasPage(this);
  metrics_ = new views::MetricsPage(this);
  lag_map_ = new views::LagMapPage(this);
  table_files_ = new views::TableFilesPage(this);
  scorecard_ = new views::ScorecardPage(this);
  for (std::size_t i = 0; i < screen_count; ++i) addWidget(widget_of(static_cast<Screen>(i)));
  setAccessibleName(tr("View"));
  connect(lag_, &views::LagPage::tide_asked, this, &Pages::tide_asked);
  connect(lag_map_, &views::LagMapPage::tide_asked, this, &Pages::tide_asked);
  connect(topics_, &views::TopicsPage::tide_asked, this, &Pages::tide_asked);
  connect(tide_, &views::TidePage::tide_asked, this, &Pages::tide_asked);
  connect(align_, &views::AlignPage::tide_asked, this, &Pages::tide_asked);
  connect(align_, &views::AlignPage::table_asked, this, &Pages::table_asked);
  connect(path_, &views::PathPage::tide_asked, this, &Pages::tide_asked);
  connect(replay_, &views::ReplayPage::tide_asked, this, &Pages::tide_asked);
  connect(dead_letters_, &views::DeadLettersPage::tide_asked, this, &Pages::tide_asked);
  connect(schemas_, &views::SchemasPage::tide_asked, this, &Pages::tide_asked);
  connect(home_, &views::HomePage::path_asked, this, &Pages::path_asked);
}

QWidget* Pages::widget_of(Screen screen) const {
  switch (screen) {
    case Screen::lag:
      return lag_;
    case Screen::tide:
      return tide_;
    case Screen::topics:
      return topics_;
    case Screen::sources:
      return sources_;
    case Screen::align:
      return align_;
    case Screen::connectors:
      return connectors_;
    case Screen::path:
      return path_;
    case Screen::incident:
      return incident_;
    case Screen::replay:
      return replay_;
    case Screen::dead_letters:
      return dead_letters_;
    case Screen::schemas:
      return schemas_;
    case Screen::metrics:
      return metrics_;
    case Screen::lag_map:
      return lag_map_;
    case Screen::table_files:
      return table_files_;
    case Screen::scorecard:
      return scorecard_;
    case Screen::home:
      break;
  }
  return home_;
}

void Pages::show_screen(Screen screen) { setCurrentWidget(widget_of(screen)); }

void Pages::show_data(const ViewData& view) {
  switch (view.request.screen) {
    case Screen::lag:
      lag_->show_rows(view.lag);
      break;
    case Screen::topics:
      topics_->show_rows(view.topics);
      break;
    case Screen::sources:
      sources_->show_rows(view.sources);
      break;
    case Screen::align:
      align_->show_rows(view.tables, view.ledger, view.at, verify_command_for(view));
      break;
    case Screen::connectors:
      connectors_->show_rows(view.connectors);
      break;
    case Screen::path:
      path_->show_path(view.path);
      break;
    case Screen::home:
      home_->show_home(view.home);
      break;
    case Screen::replay:
      replay_->show_replays(view.replays);
      break;
    case Screen::dead_letters:
      dead_letters_->show_rows(view.dead_letters);
      break;
    case Screen::schemas:
      schemas_->show_schemas(view.schemas, view.findings);
      break;
    case Screen::metrics:
      metrics_->show_metrics(view.metrics, view.trend);
      metrics_->set_range(view.from, view.to);
      break;
    case Screen::lag_map:
      lag_map_->show_map(view.lag_map);
      break;
    case Screen::table_files:
      table_files_->show_sheets(view.sheets, view.trend, view.request.fact);
      table_files_->set_range(view.from, view.to);
      break;
    case Screen::scorecard:
      scorecard_->show_review(view.review);
      break;
    case Screen::incident:
      if (view.status.oldest && view.status.newest) incident_->set_history(*view.status.oldest, *view.status.newest);
      incident_->show_incident(view.incident, view.from, view.to);
      break;
    case Screen::tide: {
      views::TideData tide{view.tide, view.lag, {}, view.journey};
      for (const TopicChoice& choice : view.choices) tide.topics.emplace_back(choice.cluster, choice.topic);
      tide_->set_range(view.from, view.to);
      tide_->show_tide(tide);
      break;
    }
  }
}

views::Page* Pages::page() const { return dynamic_cast<views::Page*>(currentWidget()); }
views::RowView* Pages::rows() const { return page()->rows(); }
const views::Sentence& Pages::sentence() const { return page()->said(); }
void Pages::focus_filter() { page()->focus_filter(); }

}  // namespace tidemark::shell
