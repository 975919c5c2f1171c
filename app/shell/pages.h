// SPDX-License-Identifier: GPL-3.0-or-later
// Pages: every screen that exists, one of them on top, filled from one ViewData. The window and the pictures use the
// same. Thread rule: GUI thread.
#pragma once

#include <QStackedWidget>

#include "app/session/view_data.h"

namespace tidemark::views {
class AlignPage;
class ConnectorsPage;
class DeadLettersPage;
class FindingsDock;
class HomePage;
class IncidentPage;
class LagMapPage;
class LagPage;
class MetricsPage;
class Page;
class PathPage;
class ReplayPage;
class SchemasPage;
class ScorecardPage;
class SourcesPage;
class TableFilesPage;
class TidePage;
class TopicsPage;
class RowView;
struct Sentence;
}  // namespace tidemark::views

namespace tidemark::shell {

// What was found, or why nothing could be.
void show_findings(views::FindingsDock& dock, const ViewData& view);

class Pages final : public QStackedWidget {
  Q_OBJECT
 public:
  explicit Pages(QWidget* parent = nullptr);

  void show_screen(Screen screen);
  void show_data(const ViewData& view);
  views::TidePage* tide() const { return tide_; }
  views::LagPage* lag() const { return lag_; }
  views::TopicsPage* topics() const { return topics_; }
  views::SourcesPage* sources() const { return sources_; }
  views::AlignPage* align() const { return align_; }
  views::ConnectorsPage* connectors() const { return connectors_; }
  views::PathPage* path() const { return path_; }
  views::HomePage* home() const { return home_; }
  views::IncidentPage* incident() const { return incident_; }
  views::ReplayPage* replay() const { return replay_; }
  views::DeadLettersPage* dead_letters() const { return dead_letters_; }
  views::SchemasPage* schemas() const { return schemas_; }
  views::MetricsPage* metrics() const { return metrics_; }
  views::LagMapPage* lag_map() const { return lag_map_; }
  views::TableFilesPage* table_files() const { return table_files_; }
  views::ScorecardPage* scorecard() const { return scorecard_; }
  // Of the screen on top.
  views::RowView* rows() const;
  const views::Sentence& sentence() const;
  void focus_filter();

 signals:
  void tide_asked(const tidemark::TideSelection& selection);
  void table_asked(const tidemark::TableChoice& table);
  void path_asked(const tidemark::PathChoice& path);

 private:
  QWidget* widget_of(Screen screen) const;
  views::Page* page() const;

  views::LagPage* lag_;
  views::TidePage* tide_;
  views::TopicsPage* topics_;
  views::SourcesPage* sources_;
  views::AlignPage* align_;
  views::ConnectorsPage* connectors_;
  views::PathPage* path_;
  views::HomePage* home_;
  views::IncidentPage* incident_;
  views::ReplayPage* replay_;
  views::DeadLettersPage* dead_letters_;
  views::SchemasPage* schemas_;
  views::MetricsPage* metrics_;
  views::LagMapPage* lag_map_;
  views::TableFilesPage* table_files_;
  views::ScorecardPage* scorecard_;
};

}  // namespace tidemark::shell
