// SPDX-License-Identifier: GPL-3.0-or-later
// The ways from one view to another: by name, back and forward, by a link.
#include <QAction>
#include <QApplication>
#include <QClipboard>

#include "app/actions/actions.h"
#include "app/shell/go_to.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/session.h"
#include "app/shell/view_link.h"
#include "models/items/format.h"
#include "views/connectors/connectors_page.h"
#include "views/lag/lag_page.h"
#include "views/widgets/health_bar.h"

namespace tidemark::shell {

void MainWindow::connect_places() {
  on("go.palette", [this] { go_to_->open(true, data_ ? data_->findings : nullptr); });
  on("go.place", [this] { go_to_->open(false, nullptr); });
  on("go.back", [this] {
    if (history_.has_back()) show_request(history_.back());
  });
  on("go.forward", [this] {
    if (history_.has_forward()) show_request(history_.forward());
  });
  on("view.copy-link", [this] {
    QApplication::clipboard()->setText(link_to(request_, file_.toStdString()));
    health_->show_cursor(tr("link copied"));
  });
  connect(go_to_, &GoTo::places_wanted, session_, &Session::find_places);
  connect(session_, &Session::places, go_to_, &GoTo::set_places);
  connect(go_to_, &GoTo::place_asked, this, &MainWindow::go_to_place);
  connect(go_to_, &GoTo::finding_asked, this, &MainWindow::show_evidence);
  connect(go_to_, &GoTo::time_asked, this, [this](LocalTime at) { set_range(around(at)); });
}

// As long as now, with the time in its middle where there is history behind it.
TimeRange MainWindow::around(LocalTime at) const {
  const LocalTime to = at + range_.span / 2;
  return to >= newest() ? range_.following() : TimeRange{to, range_.span};
}

void MainWindow::go_to_place(const Place& place, const NamedPlace& named, std::optional<LocalTime> at) {
  if (at) range_ = around(*at);
  const GroupId group(place.name);
  switch (place.kind) {
    case PlaceKind::table:
      request_.table = TableChoice{place.cluster, TableName(place.name)};
      return show_screen(Screen::align);
    case PlaceKind::connector:
      pages_->get<views::ConnectorsPage>()->set_filter(format::text(place.name));
      return show_screen(Screen::connectors);
    case PlaceKind::group:
      pages_->get<views::LagPage>()->set_filter(format::text(place.name));
      return show_screen(Screen::lag);
    case PlaceKind::path:
      if (named.partition) {
        request_.tide = {place.cluster, place.topic, named.partition, group, {}};
        break;
      }
      request_.path = PathChoice{place.cluster, group, place.topic};
      return show_screen(Screen::path);
    case PlaceKind::topic:
      request_.tide = {place.cluster, TopicName(place.name), named.partition, {}, {}};
      break;
  }
  show_screen(Screen::tide);
  if (!named.offset) return;
  request_.record = RecordRequest{named.offset, at.value_or(newest())};
  ask();
}

void MainWindow::show_request(const ViewRequest& request) {
  range_ = {request.to, request.span};
  const auto record = request.record;
  request_ = request;
  show_screen(request.screen);
  if (!record) return;
  request_.record = record;
  ask();
}

Result<> MainWindow::open_link(std::string_view link) {
  TM_TRY(const ViewLink view, read_link(link));
  if (!view.timeline.empty() && view.timeline != file_.toStdString()) open(view.timeline);
  show_request(view.request);
  return {};
}

}  // namespace tidemark::shell
