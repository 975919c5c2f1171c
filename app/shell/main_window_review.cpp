// SPDX-License-Identifier: GPL-3.0-or-later
// A review on a wall, and as a file.
#include <QFileDialog>
#include <QMessageBox>

#include "app/actions/actions.h"
#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "app/shell/picture.h"
#include "models/items/format.h"
#include "views/present/present_window.h"
#include "views/scorecard/scorecard_page.h"
#include "views/widgets/health_bar.h"

namespace tidemark::shell {

void MainWindow::connect_review() {
  on("review.present", [this] { present(); });
  on("review.export", [this] { export_review(); });
}

// Of the row that is chosen.
void MainWindow::present() {
  const auto* page = pages_->get<views::ScorecardPage>();
  if (request_.screen != Screen::scorecard || !page->review() || page->review()->rows.empty())
    return show_screen(Screen::scorecard);
  wall_ = new views::PresentWindow(page->review(), this);
  wall_->setAttribute(Qt::WA_DeleteOnClose);
  wall_->addAction(actions_->action("review.export"));  // its key works there, too
  wall_->present(this);
  wall_->show_row(page->chosen());
}

// What is on the wall, else what the page shows.
void MainWindow::export_review() {
  const auto* page = pages_->get<views::ScorecardPage>();
  if (!wall_ && (request_.screen != Screen::scorecard || !page->review() || page->review()->rows.empty()))
    return show_screen(Screen::scorecard);
  QWidget* over = wall_ ? static_cast<QWidget*>(wall_) : this;
  auto* dialog = new QFileDialog(over, tr("Export the review"), {}, tr("PDF, every page (*.pdf)"));
  dialog->setObjectName(QStringLiteral("export"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  auto shown = std::make_shared<ViewData>(*data_);
  shown->review = wall_ ? wall_->review() : page->review();
  connect(dialog, &QFileDialog::fileSelected, this, [this, over, shown](const QString& file) {
    PictureOptions options;
    options.present = PresentOptions{};
    const Result<> written = write_picture(*shown, options, file.toStdString());
    if (written) return health_->show_cursor(tr("written: %1").arg(file));
    auto* said = new QMessageBox(QMessageBox::Warning, tr("Export the review"), format::text(written.error().line()),
                                 QMessageBox::Ok, over);
    said->setAttribute(Qt::WA_DeleteOnClose);
    said->open();
  });
  dialog->open();
}

}  // namespace tidemark::shell
