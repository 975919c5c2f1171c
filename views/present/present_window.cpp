// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/present_window.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QScreen>
#include <algorithm>

#include "views/review_words.h"

namespace tidemark::views {
namespace {
constexpr const char* last_slide = "actions";

QScreen* other_screen(const QWidget* beside) {
  for (QScreen* screen : QGuiApplication::screens())
    if (!beside || screen != beside->screen()) return screen;
  return nullptr;
}
}  // namespace

PresentWindow::PresentWindow(std::shared_ptr<const ReviewView> review, QWidget* parent)
    : QWidget(parent, Qt::Window), review_(std::move(review)), slides_(slides_of(*review_)) {
  setWindowTitle(tr("Presentation"));
  setAccessibleName(tr("Presentation"));
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
}

void PresentWindow::present(const QWidget* beside) {
  if (QScreen* screen = other_screen(beside)) setGeometry(screen->geometry());
  showFullScreen();
  activateWindow();
  setFocus();
}

const ReviewLine* PresentWindow::line_of(const std::string& row) const {
  for (const auto& branch : review_->rows)
    if (branch.parent.row.row.id == row) return &branch.parent.row;
  return nullptr;
}

bool PresentWindow::show_row(const std::string& id) {
  const auto slide = id == last_slide ? std::prev(slides_.end()) : std::ranges::find(slides_, id, &Slide::row);
  if (slide == slides_.end()) return false;
  const auto page = std::ranges::find(slide_of_, static_cast<std::size_t>(slide - slides_.begin()));
  go(static_cast<std::size_t>(page - slide_of_.begin()));
  return true;
}

void PresentWindow::show_over(Over over) {
  over_ = over;
  over_page_ = 0;
  chosen_ = slide_of_.empty() ? 0 : slide_of_[page_];
  set_over();
  tell();
}

void PresentWindow::set_contrast(bool contrast) {
  contrast_ = contrast;
  update();
}

const Sheet& PresentWindow::sheet() const { return over_ == Over::nothing ? pages_[page_] : over_pages_[over_page_]; }

SheetFoot PresentWindow::foot(std::size_t page, std::size_t of) const {
  QStringList keys{tr("%1 of %2").arg(page + 1).arg(of), QStringLiteral("← → ") + tr("pages")};
  if (over_ == Over::nothing)
    keys << QStringLiteral("E ") + tr("evidence") << QStringLiteral("D ") + tr("changes")
         << QStringLiteral("G ") + tr("overview") << QStringLiteral("B ") + tr("black")
         << QStringLiteral("H ") + tr("contrast") << QStringLiteral("Esc ") + tr("leave");
  else
    keys << QStringLiteral("Esc ") + tr("back");
  return {keys.join(QStringLiteral("   ")), origin_words(*review_)};
}

void PresentWindow::set() {
  const std::size_t slide = slide_of_.empty() ? 0 : slide_of_[page_];
  const QString banner = frozen_words(*review_);
  pages_.clear();
  slide_of_.clear();
  for (std::size_t i = 0; i < slides_.size(); ++i)
    for (Sheet& sheet : sheets_of(slides_[i], banner, size())) {
      pages_.push_back(std::move(sheet));
      slide_of_.push_back(i);
    }
  page_ = static_cast<std::size_t>(std::ranges::find(slide_of_, slide) - slide_of_.begin());
  const Over over = std::exchange(over_, Over::nothing);
  for (std::size_t i = 0; i < pages_.size(); ++i) set_foot(pages_[i], foot(i, pages_.size()), size());
  over_ = over;
  set_over();
}

void PresentWindow::set_over() {
  over_pages_.clear();
  if (over_ == Over::nothing || slide_of_.empty()) return;
  Slide slide;
  if (over_ == Over::changes) slide = changes_slide(*review_);
  if (over_ == Over::overview) slide = overview_slide(slides_, chosen_);
  if (over_ == Over::evidence) {
    const ReviewLine* line = line_of(slides_[slide_of_[page_]].row);
    if (!line) {
      over_ = Over::nothing;
      return;
    }
    slide = evidence_slide(*line);
  }
  over_pages_ = sheets_of(slide, frozen_words(*review_), size());
  over_page_ = std::min(over_page_, over_pages_.size() - 1);
  for (std::size_t i = 0; i < over_pages_.size(); ++i) set_foot(over_pages_[i], foot(i, over_pages_.size()), size());
}

void PresentWindow::tell() {
  setAccessibleDescription(sheet().text());
  update();
}

void PresentWindow::go(std::size_t page) {
  shown_page() = std::min(page, shown().size() - 1);
  tell();
}

void PresentWindow::step(int by) {
  const auto page = static_cast<std::ptrdiff_t>(shown_page()) + by;
  go(static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, page)));
}

void PresentWindow::choose(int by) {
  const auto last = static_cast<std::ptrdiff_t>(slides_.size()) - 1;
  chosen_ = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(chosen_) + by, 0, last));
  set_over();
  tell();
}

bool PresentWindow::key_of_page(int key) {
  const bool overview = over_ == Over::overview;
  switch (key) {
    case Qt::Key_Right:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
      step(1);
      return true;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
      step(-1);
      return true;
    case Qt::Key_Home:
      overview ? choose(-static_cast<int>(slides_.size())) : go(0);
      return true;
    case Qt::Key_End:
      overview ? choose(static_cast<int>(slides_.size())) : go(shown().size() - 1);
      return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (overview) choose(key == Qt::Key_Up ? -1 : 1);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      if (!overview) return true;
      page_ = static_cast<std::size_t>(std::ranges::find(slide_of_, chosen_) - slide_of_.begin());
      show_over(Over::nothing);
      return true;
    default:
      return false;
  }
}

void PresentWindow::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  const auto turn = [this](Over over) { show_over(over_ == over ? Over::nothing : over); };
  if (std::exchange(black_, false)) return update();  // the first key only brings the light back
  if (key_of_page(key)) return;
  if (key == Qt::Key_E) return turn(Over::evidence);
  if (key == Qt::Key_D) return turn(Over::changes);
  if (key == Qt::Key_G) return turn(Over::overview);
  if (key == Qt::Key_H) return set_contrast(!contrast_);
  if (key == Qt::Key_Escape && over_ != Over::nothing) return show_over(Over::nothing);
  if (key == Qt::Key_Escape) {
    close();
  } else if (key == Qt::Key_B) {
    black_ = true;
    update();
  } else {
    QWidget::keyPressEvent(event);
  }
}

void PresentWindow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (black_) return painter.fillRect(rect(), Qt::black);
  paint_sheet(painter, sheet(), size(), PresentInk(theme::Theme(palette()).dark(), contrast_));
}

void PresentWindow::resizeEvent(QResizeEvent*) {
  set();
  tell();
}

bool PresentWindow::print(const ReviewView& review, QPagedPaintDevice& paper, QSizeF wall) {
  std::vector<Slide> slides;
  for (Slide& slide : slides_of(review)) {
    const std::string row = slide.row;
    slides.push_back(std::move(slide));
    for (const auto& branch : review.rows)
      if (!row.empty() && branch.parent.row.row.id == row) slides.push_back(evidence_slide(branch.parent.row));
  }
  if (review.before_at) slides.push_back(changes_slide(review));
  std::vector<Sheet> sheets;
  for (const Slide& slide : slides)
    for (Sheet& sheet : sheets_of(slide, frozen_words(review), wall)) sheets.push_back(std::move(sheet));
  QPainter painter;
  if (!painter.begin(&paper)) return false;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    if (i > 0 && !paper.newPage()) return false;
    set_foot(sheets[i], {tr("page %1 of %2").arg(i + 1).arg(sheets.size()), origin_words(review)}, wall);
    paint_sheet(painter, sheets[i], wall, PresentInk(false, false));
  }
  return painter.end();
}

}  // namespace tidemark::views
