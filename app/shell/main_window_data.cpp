// SPDX-License-Identifier: GPL-3.0-or-later
// What arrives is shown: on the page, in the navigation, at the foot.
#include <QFileInfo>

#include "app/shell/all_views.h"
#include "app/shell/main_window.h"
#include "app/shell/notifier.h"
#include "app/shell/pages.h"
#include "app/shell/recent_files.h"
#include "models/domain/clock.h"
#include "models/items/format.h"
#include "views/findings/findings_dock.h"
#include "views/widgets/health_bar.h"
#include "views/widgets/nav_bar.h"
#include "views/widgets/time_bar.h"

namespace tidemark::shell {

void MainWindow::show_data(std::shared_ptr<const ViewData> view) {
  error_ = view->error;
  if (!view->error) {
    if (!data_) remember_file(file_);
    data_ = std::move(view);
    if (const QString path = format::text(data_->status.path); data_->status.bundle)
      time_bar_->show_file(QFileInfo(path).completeBaseName(), path, true);
    if (data_->request.screen == request_.screen) pages_->show_data(*data_);
    take_choice();
    findings_->show_data(*data_);
    if (data_->judgement && !data_->request.to) notifier_->judge(*data_->judgement);
    show_range();
    show_counts();
  }
  show_health();
}

// What was chosen for us is the selection from now on.
void MainWindow::take_choice() {
  const ViewRequest& chosen = data_->request;
  const Selects selects = view_of(chosen.screen).selects;
  if (selects == Selects::chart && request_.tide.topic.value().empty()) request_.tide = chosen.tide;
  if (selects == Selects::path && !request_.path) request_.path = chosen.path;
  if (selects == Selects::review && !request_.review) request_.review = chosen.review;
  if (selects == Selects::drill && !request_.drill) request_.drill = chosen.drill;
  if (selects == Selects::run && !request_.run) request_.run = chosen.run;
  if (selects == Selects::metric && !request_.metric) request_.metric = chosen.metric;
}

void MainWindow::show_counts() {
  for (std::size_t i = 0; i < nav_.size(); ++i)
    if (const auto count = pages_->page(i)->count(*data_)) nav_[i]->set_count(QString::number(*count));
  const Findings* found = data_->findings.get();
  nav_findings_->set_count(found ? QString::number(found->counts.errors + found->counts.warnings + found->counts.notes)
                                 : QString());
}

void MainWindow::show_health() {
  views::Health health;
  if (data_) {
    const ViewStatus& status = data_->status;
    health.sources = status.sources;
    health.healthy = status.healthy;
    health.coverage = status.coverage;
    health.generation = data_->generation;
    health.newest = status.newest;
    health.interval = status.interval;
    health.file_bytes = status.file_bytes;
    if (data_->findings) health.findings = data_->findings->counts;
    if (data_->findings && data_->findings->at != data_->at) health.judged_at = data_->findings->at;
  }
  health.error = error_ ? format::text(error_->line()) : not_written_;
  health_->show_health(health, SystemClock().now());
}

}  // namespace tidemark::shell
