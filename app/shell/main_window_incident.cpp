// SPDX-License-Identifier: GPL-3.0-or-later
// The incident page: its window, its crosshair, and the way to it from a path.
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "views/incident/incident_page.h"
#include "views/incident/lanes_view.h"
#include "views/incident/notes_pane.h"

namespace tidemark::shell {
namespace {
constexpr auto before_late = std::chrono::minutes(15);  // what is late began earlier
}

void MainWindow::connect_incident() {
  auto* page = pages_->get<views::IncidentPage>();
  connect(page, &views::IncidentPage::window_asked, this, [this](LocalTime from, LocalTime to) {
    request_.incident = TimeSpan{from, to};
    ask();
  });
  connect(page, &views::IncidentPage::window_left, this, [this] {
    if (!request_.incident) return;
    request_.incident.reset();
    ask();
  });
  connect(page, &views::IncidentPage::range_asked, this, [this](LocalTime from, LocalTime to) {
    const bool live = to >= newest();
    set_range(TimeRange{live ? std::nullopt : std::optional(to), to - from});
  });
  connect(page, &views::IncidentPage::noted, session_,
          [this](LocalTime at, const QString& text) { session_->note(at, {}, text); });
  connect(page->notes(), &views::NotesPane::told, session_, &Session::note);
  connect(page->notes(), &views::NotesPane::hidden, session_, &Session::hide_note);
  on("path.incident", [this] { show_incident_from_here(); });
  connect_lanes();
}

// Their keys lead to the lanes, and work there.
void MainWindow::connect_lanes() {
  auto* page = pages_->get<views::IncidentPage>();
  views::LanesView* lanes = page->lanes();
  const auto on_lanes = [this](const char* id, const Act& act) {
    on(id, [this, act] {
      if (request_.screen != Screen::incident) return show_screen(Screen::incident);
      act();
    });
  };
  on_lanes("lanes.all", [page] { page->toggle_all(); });
  on_lanes("lanes.lock", [lanes] { lanes->toggle_lock(); });
  on_lanes("lanes.next", [lanes] { lanes->step_event(1); });
  on_lanes("lanes.previous", [lanes] { lanes->step_event(-1); });
  on_lanes("lanes.range", [lanes] { lanes->ask_event_range(); });
  on_lanes("lanes.pin", [lanes] { lanes->toggle_pin(); });
  on_lanes("lanes.note", [page] { page->ask_note(); });
  on_lanes("incident.compare", [page] { page->turn(); });
}

// From a late path: what happened around the time since when it is late, with as much before it to compare with.
void MainWindow::show_incident_from_here() {
  const auto since = pages_->current()->late_since();
  if (since && data_ && data_->status.newest) {
    const LocalTime from = *since - before_late;
    const LocalTime to = std::min(newest(), *since + before_late);
    request_.incident = TimeSpan{from, to};
    range_ = TimeRange{to, 2 * (to - from)};
  }
  show_screen(Screen::incident);
}

}  // namespace tidemark::shell
