// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/all_views.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

#include "views/pages.h"  // of every folder in views/

namespace tidemark::shell {
namespace {
template <class Page>
views::PageWidget* page(QWidget* parent) {
  return new Page(parent);
}

constexpr actions::Command go(const char* id, const char* title, const char* keys) {
  return {id, QT_TRANSLATE_NOOP("Actions", "Screens"), title, keys, true};
}
}  // namespace

// clang-format off: a view is a line
std::span<const View> all_views() {
  static const std::array all{
      View{Screen::home, Group::now, go("go.home", QT_TRANSLATE_NOOP("Actions", "Tide"), "1"), "freshness", Selects::nothing, page<views::HomePage>},
      View{Screen::incident, Group::now, go("go.incident", QT_TRANSLATE_NOOP("Actions", "Incident"), "0"), "incident", Selects::window, page<views::IncidentPage>},
      View{Screen::replay, Group::now, go("go.replay", QT_TRANSLATE_NOOP("Actions", "Replay"), "Ctrl+R"), "replay", Selects::nothing, page<views::ReplayPage>},
      View{Screen::lag, Group::now, go("go.lag", QT_TRANSLATE_NOOP("Actions", "Lag"), "2"), "lag", Selects::nothing, page<views::LagPage>},
      View{Screen::lag_map, Group::now, go("go.lag-map", QT_TRANSLATE_NOOP("Actions", "Lag map"), "G"), "lag", Selects::nothing, page<views::LagMapPage>},
      View{Screen::tide, Group::now, go("go.tide", QT_TRANSLATE_NOOP("Actions", "Tide chart"), "3"), "lag", Selects::chart, page<views::TidePage>},
      View{Screen::path, Group::data, go("go.path", QT_TRANSLATE_NOOP("Actions", "Path"), "4"), "freshness", Selects::path, page<views::PathPage>},
      View{Screen::topics, Group::data, go("go.topics", QT_TRANSLATE_NOOP("Actions", "Topics"), "5"), "topics", Selects::nothing, page<views::TopicsPage>},
      View{Screen::connectors, Group::data, go("go.connectors", QT_TRANSLATE_NOOP("Actions", "Connectors"), "6"), "connectors", Selects::nothing, page<views::ConnectorsPage>},
      View{Screen::align, Group::data, go("go.tables", QT_TRANSLATE_NOOP("Actions", "Tables"), "7"), "align", Selects::table, page<views::AlignPage>},
      View{Screen::table_files, Group::data, go("go.table-files", QT_TRANSLATE_NOOP("Actions", "Table files"), "Ctrl+T"), "tables", Selects::table_fact, page<views::TableFilesPage>},
      View{Screen::schemas, Group::data, go("go.schemas", QT_TRANSLATE_NOOP("Actions", "Schemas"), "Ctrl+S"), "schemas", Selects::nothing, page<views::SchemasPage>},
      View{Screen::dead_letters, Group::data, go("go.dead-letters", QT_TRANSLATE_NOOP("Actions", "Dead letters"), "Ctrl+L"), "deadletters", Selects::nothing, page<views::DeadLettersPage>},
      View{Screen::metrics, Group::data, go("go.metrics", QT_TRANSLATE_NOOP("Actions", "Metrics"), "Ctrl+M"), "metrics", Selects::metric, page<views::MetricsPage>},
      View{Screen::scorecard, Group::review, go("go.scorecard", QT_TRANSLATE_NOOP("Actions", "Scorecard"), "Ctrl+E"), "scorecard show", Selects::review, page<views::ScorecardPage>},
      View{Screen::drills, Group::review, go("go.drills", QT_TRANSLATE_NOOP("Actions", "Drills"), "Ctrl+Shift+D"), "drill show", Selects::drill, page<views::DrillsPage>},
      View{Screen::provenance, Group::review, go("go.provenance", QT_TRANSLATE_NOOP("Actions", "Provenance"), "Ctrl+J"), "lineage answer", Selects::run, page<views::ProvenancePage>},
      View{Screen::growth, Group::review, go("go.growth", QT_TRANSLATE_NOOP("Actions", "Growth"), "Ctrl+G"), "size", Selects::growth, page<views::GrowthPage>},
      View{Screen::sources, Group::collection, go("go.sources", QT_TRANSLATE_NOOP("Actions", "Sources"), "8"), "sources", Selects::nothing, page<views::SourcesPage>},
  };
  return all;
}
// clang-format on

const View& view_of(const Screen& screen) {
  const auto views = all_views();
  const auto found = std::ranges::find(views, screen, &View::screen);
  Q_ASSERT(found != views.end());
  return *found;
}

Result<Screen> screen_named(std::string_view id) {
  for (const View& view : all_views())
    if (view.screen.id == id) return view.screen;
  return fail(ErrorCode::usage, "unknown view \"" + std::string(id) + '"', {}, "one of " + all_view_names());
}

std::string all_view_names() {
  std::string all;
  for (const View& view : all_views()) all += (all.empty() ? "" : ", ") + std::string(view.screen.id);
  return all;
}

}  // namespace tidemark::shell
