// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/picture.h"

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QVBoxLayout>
#include <functional>

#include "app/cli/version.h"
#include "app/shell/pages.h"
#include "models/items/format.h"
#include "views/findings/findings_dock.h"
#include "views/present/present_window.h"
#include "views/widgets/page.h"
#include "views/widgets/parts.h"

namespace tidemark::shell {
namespace {
constexpr int dots_per_inch = 96;

// A page and the line below it that says what it shows.
class Sheet final : public QWidget {
 public:
  explicit Sheet(const ViewData& view, const PictureOptions& options) {
    setAttribute(Qt::WA_DontShowOnScreen);
    auto* pages = new Pages(this);
    auto* foot = views::plain_label(theme::Face::small, "muted", foot_line(view));
    foot->setContentsMargins(20, 0, 20, 10);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(pages, 1);
    if (options.findings) {
      auto* findings = new views::FindingsDock(this);
      findings->show_data(view);
      findings->layout()->setContentsMargins(20, 16, 20, 16);
      layout->insertWidget(0, findings, 1);
      pages->hide();
    }
    layout->addWidget(foot);
    resize(options.size);
    pages->show_screen(view.request.screen);
    show();
    pages->show_data(view);
    page_ = pages->current();
    if (options.crosshair) page_->set_crosshair(options.crosshair);
    QApplication::sendPostedEvents();  // layouts and queued replots, without an event loop
  }
  void paint(QPainter& painter, bool vector) {
    page_->set_vector_painting(vector);
    render(&painter);
  }

 private:
  static QString foot_line(const ViewData& view) {
    return QStringLiteral("%1 – %2 · coverage %3 · tidemark %4")
        .arg(format::date_time(view.from), format::date_time(view.to),
             format::known(view.status.coverage, format::percent), format::text(cli::version));
  }
  views::PageWidget* page_;
};

using Paint = std::function<void(QPainter&, bool vector)>;

std::unexpected<Error> cannot_write(const std::string& file) {
  return fail(ErrorCode::usage, "the picture cannot be written", file,
              "choose a folder that exists and may be written");
}

Result<> write_png(const Paint& paint, const PictureOptions& options, const std::string& file) {
  QImage image(options.size * options.scale, QImage::Format_RGB32);
  image.setDevicePixelRatio(options.scale);
  image.fill(QApplication::palette().color(QPalette::Window));
  QPainter painter(&image);
  paint(painter, false);
  painter.end();
  QSaveFile out(QString::fromStdString(file));
  if (!out.open(QIODevice::WriteOnly) || !image.save(&out, "PNG") || !out.commit()) return cannot_write(file);
  return {};
}

Result<> write_svg(const Paint& paint, const PictureOptions& options, const std::string& file) {
  QSaveFile out(QString::fromStdString(file));
  if (!out.open(QIODevice::WriteOnly)) return cannot_write(file);
  QSvgGenerator svg;
  svg.setOutputDevice(&out);
  svg.setSize(options.size);
  svg.setViewBox(QRect({}, options.size));
  svg.setResolution(dots_per_inch);
  svg.setTitle(QStringLiteral("Tidemark"));
  QPainter painter(&svg);
  painter.fillRect(QRect({}, options.size), QApplication::palette().color(QPalette::Window));
  paint(painter, true);
  painter.end();
  if (!out.commit()) return cannot_write(file);
  return {};
}

void set_up(QPdfWriter& pdf, QSize size) {
  pdf.setResolution(dots_per_inch);
  pdf.setPageSize(QPageSize(QSizeF(size) * 72.0 / dots_per_inch, QPageSize::Point));
  pdf.setPageMargins({});
  pdf.setTitle(QStringLiteral("Tidemark"));
}

Result<> write_pdf(const Paint& paint, const PictureOptions& options, const std::string& file) {
  QSaveFile out(QString::fromStdString(file));
  if (!out.open(QIODevice::WriteOnly)) return cannot_write(file);
  QPdfWriter pdf(&out);
  set_up(pdf, options.size);
  QPainter painter(&pdf);
  painter.fillRect(QRect({}, options.size), QApplication::palette().color(QPalette::Window));
  paint(painter, true);
  painter.end();
  if (!out.commit()) return cannot_write(file);
  return {};
}

Result<> write_pages(const ReviewView& review, const PictureOptions& options, const std::string& file) {
  QSaveFile out(QString::fromStdString(file));
  if (!out.open(QIODevice::WriteOnly)) return cannot_write(file);
  QPdfWriter pdf(&out);
  set_up(pdf, options.size);
  if (!views::PresentWindow::print(review, pdf, options.size) || !out.commit()) return cannot_write(file);
  return {};
}

void set_up(views::PresentWindow& wall, const PictureOptions& options) {
  wall.setAttribute(Qt::WA_DontShowOnScreen);
  wall.resize(options.size);
  wall.show();
  const std::string& page = options.present->page;
  wall.set_contrast(options.present->contrast);
  wall.show_row(page.substr(0, page.find(':')));
  if (page.ends_with(":evidence")) wall.show_over(views::PresentWindow::Over::evidence);
  if (page == "changes") wall.show_over(views::PresentWindow::Over::changes);
  if (page == "overview") wall.show_over(views::PresentWindow::Over::overview);
}
}  // namespace

Result<> check_picture_name(const std::string& file) {
  for (const char* ending : {".png", ".svg", ".pdf"})
    if (file.ends_with(ending)) return {};
  return fail(ErrorCode::usage, "unknown kind of picture", file, "name it .png, .svg or .pdf");
}

Result<> write_picture(const ViewData& data, const PictureOptions& options, const std::string& file) {
  TM_CHECK(check_picture_name(file));
  const auto write = [&](const Paint& paint) -> Result<> {
    if (file.ends_with(".png")) return write_png(paint, options, file);
    if (file.ends_with(".svg")) return write_svg(paint, options, file);
    return write_pdf(paint, options, file);
  };
  if (!options.present) {
    Sheet sheet(data, options);
    return write([&](QPainter& painter, bool vector) { sheet.paint(painter, vector); });
  }
  if (options.present->page.empty() && file.ends_with(".pdf")) return write_pages(*data.review, options, file);
  views::PresentWindow wall(data.review);
  set_up(wall, options);
  return write([&](QPainter& painter, bool) { wall.render(&painter); });
}

}  // namespace tidemark::shell
