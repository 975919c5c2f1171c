// SPDX-License-Identifier: GPL-3.0-or-later
// The incident page: its window, its crosshair, and the way to it from a path.
#include <QAction>

#include "app/actions/actions.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "models/items/format.h"
#include "views/home/home_page.h"
#include "views/incident/incident_page.h"
#include "views/incident/lanes_view.h"
#include "views/incident/notes_pane.h"
#include "views/widgets/health_bar.h"

namespace tidemark::shell {
namespace {
constexpr auto before_late = std::chrono::minutes(15);  // what is late began earlier
}

void MainWindow::connect_incident() {
  views::IncidentPage* page = pages_->incident();
  views::LanesView* lanes = page->lanes();
  connect(page, &views::IncidentPage::window_asked, this, [this](LocalTime from, LocalTime to) {
    request_.incident = TimeSpan{from, to};
    ask();
  });
  connect(page, &views::IncidentPage::window_left, this, [this] {
    if (!request_.incident) return;
    request_.incident.reset();
    ask();
  });
  connect(lanes, &views::LanesView::zoom_asked, this,
          [this](double factor, LocalTime at) { set_range(range_.zoomed(factor, at, newest())); });
  connect(lanes, &views::LanesView::pan_asked, this,
          [this](double share) { set_range(range_.panned(share, newest())); });
  connect(lanes, &views::LanesView::crosshair_moved, this, [this, lanes] {
    const auto at = lanes->crosshair();
    health_->show_cursor(at ? tr("crosshair %1").arg(format::date_time(*at)) : QString());
  });
  const auto on_lanes = [this](const char* id, auto&& act) {
    connect(actions_->action(id), &QAction::triggered, this, [this, act] {
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
  connect(page, &views::IncidentPage::range_asked, this, [this](LocalTime from, LocalTime to) {
    const bool live = to >= newest();
    set_range(TimeRange{live ? std::nullopt : std::optional(to), to - from});
  });
  connect(page, &views::IncidentPage::noted, session_,
          [this](LocalTime at, const QString& text) { session_->note(at, {}, text); });
  connect(page->notes(), &views::NotesPane::told, session_, &Session::note);
  connect(page->notes(), &views::NotesPane::hidden, session_, &Session::hide_note);
  connect(actions_->action("path.incident"), &QAction::triggered, this, &MainWindow::show_incident_from_here);
}

// From a late path: what happened around the time since when it is late, with as much before it to compare with.
void MainWindow::show_incident_from_here() {
  const auto since = request_.screen == Screen::home ? pages_->home()->late_since() : std::nullopt;
  if (since && data_ && data_->status.newest) {
    const LocalTime from = *since - before_late;
    const LocalTime to = std::min(newest(), *since + before_late);
    request_.incident = TimeSpan{from, to};
    range_ = TimeRange{to, 2 * (to - from)};
  }
  show_screen(Screen::incident);
}

}  // namespace tidemark::shell
