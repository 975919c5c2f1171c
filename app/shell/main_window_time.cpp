// SPDX-License-Identifier: GPL-3.0-or-later
// The visible time: what keys and pages do to it, and where the crosshair stands in it.
#include <QAction>

#include "app/actions/actions.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "models/items/format.h"
#include "views/widgets/health_bar.h"
#include "views/widgets/time_bar.h"

namespace tidemark::shell {

void MainWindow::connect_time() {
  const auto zoom = [this](double factor) {
    set_range(range_.zoomed(factor, pages_->current()->crosshair(), newest()));
  };
  on("time.zoom-in", [zoom] { zoom(0.5); });
  on("time.zoom-out", [zoom] { zoom(2); });
  on("time.earlier", [this] { set_range(range_.panned(-0.25, newest())); });
  on("time.later", [this] { set_range(range_.panned(0.25, newest())); });
  on("time.oldest", [this] {
    if (data_ && data_->status.oldest) set_range(range_.at_oldest(*data_->status.oldest));
  });
  on("time.fit", [this] {
    if (data_ && data_->status.oldest) set_range(TimeRange::all(*data_->status.oldest, newest()));
  });
  connect(actions_->action("time.live"), &QAction::triggered, this,
          [this](bool follow) { set_range(follow ? range_.following() : TimeRange{newest(), range_.span}); });
  connect(pages_, &Pages::zoom_asked, this,
          [this](double factor, LocalTime at) { set_range(range_.zoomed(factor, at, newest())); });
  connect(pages_, &Pages::pan_asked, this, [this](double share) { set_range(range_.panned(share, newest())); });
  connect(pages_, &Pages::crosshair_moved, this, &MainWindow::show_crosshair);
}

void MainWindow::set_range(const TimeRange& range) {
  range_ = range;
  ask();
}

LocalTime MainWindow::newest() const { return data_ && data_->status.newest ? *data_->status.newest : LocalTime{}; }

void MainWindow::show_range() {
  if (!data_ || !data_->status.newest) return;
  const LocalTime to = range_.end(newest());
  time_bar_->show_range(to - range_.span, to);
  pages_->current()->set_range(to - range_.span, to);
}

void MainWindow::show_crosshair() {
  const auto at = pages_->current()->crosshair();
  health_->show_cursor(at ? tr("crosshair %1").arg(format::date_time(*at)) : QString());
}

}  // namespace tidemark::shell
