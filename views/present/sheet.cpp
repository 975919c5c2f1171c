// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/present/sheet.h"

#include <QTextLayout>
#include <algorithm>
#include <array>

namespace tidemark::views {
namespace {
using theme::Colour;

constexpr double wall_px = 1280, wall_high_px = 720;
constexpr double side_px = 52, top_px = 30, foot_px = 40, column_gap_px = 48, cell_gap_px = 16, card_pad_px = 14;
constexpr double title_px = 34, beside_px = 18, banner_px = 15, label_px = 15, least_px = 15;
constexpr double shape_share = 0.55;  // of the letters' height
constexpr double bar_px = 12, bar_gap_px = 4;
constexpr double square_step = 1.15;  // of a square's side
constexpr int squares = 5;

QFont font_of(double px, bool strong) {
  QFont font = theme::font(strong ? theme::Face::strong : theme::Face::text);
  font.setPixelSize(std::max(1, static_cast<int>(px)));
  return font;
}

// As many lines as the width asks for; a word that is wider than it is broken where it must be.
std::vector<QString> broken(const QString& text, const QFont& font, double width) {
  std::vector<QString> out;
  for (const QString& paragraph : text.split(QLatin1Char('\n'))) {
    QTextLayout layout(paragraph, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
      line.setLineWidth(width);
      out.push_back(paragraph.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
  }
  return out;
}

// A cell whose lines are being set.
struct Cell {
  const SlideCell* of;
  double x, width;
  double px;
  double high;  // of a line
  double indent;
  std::vector<QString> label;
  double label_high;
  std::vector<QString> lines;
  std::size_t set = 0;  // lines that are set already

  double head(bool first) const { return first ? static_cast<double>(label.size()) * label_high : 0; }
  double tail(double unit) const { return of->bar ? (bar_px + bar_gap_px) * unit : 0; }
};

class Setter final {
 public:
  Setter(QSizeF wall, double letters)
      : unit_(std::min(wall.width() / wall_px, wall.height() / wall_high_px)),
        letters_(letters),
        room_(side_px * unit_, top_px * unit_, wall.width() - 2 * side_px * unit_,
              wall.height() - (top_px + foot_px) * unit_) {}

  std::vector<Sheet> set(const Slide& slide, const QString& banner) {
    banner_ = banner;
    title_ = slide.title;
    double y = begin(0);
    y = head_lines(0, slide.beside, beside_px, Colour::muted, y);
    std::size_t at = 0;
    flow(slide.head, room_.left(), room_.width(), at, y);
    const double half = (room_.width() - column_gap_px * unit_) / 2;
    const bool two = !slide.right.empty();
    std::size_t left = at, right = at;
    double left_y = y, right_y = y;
    flow(slide.left, room_.left(), two ? half : room_.width(), left, left_y);
    if (two) flow(slide.right, room_.right() - half, half, right, right_y);
    return std::move(sheets_);
  }

 private:
  double px(double wanted) const { return std::max(wanted * letters_, least_px) * unit_; }

  // A sheet with its title; where the rest may begin.
  double begin(std::size_t at) {
    if (at < sheets_.size()) return tops_[at];
    Sheet& sheet = sheets_.emplace_back();
    sheet.title = title_;
    sheet.room = room_;
    const double banner_size = banner_px * unit_;
    const QFontMetricsF banner_metrics(font_of(banner_size, false));
    const double banner_width = banner_metrics.horizontalAdvance(banner_) + unit_;
    sheet.lines.push_back(
        {QRectF(room_.right() - banner_width, room_.top() + 8 * unit_, banner_width, banner_metrics.height()), banner_,
         banner_size, false, Colour::muted});
    const double size = std::max(title_px * letters_, 24.0) * unit_;
    const QFont font = font_of(size, true);
    double y = room_.top();
    for (const QString& line : broken(title_, font, room_.width() - banner_width - cell_gap_px * unit_)) {
      const double high = QFontMetricsF(font).height();
      sheet.lines.push_back({QRectF(room_.left(), y, room_.width() - banner_width - cell_gap_px * unit_, high), line,
                             size, true, Colour::ink});
      y += high;
    }
    tops_.push_back(y + 6 * unit_);
    return tops_.back();
  }

  double head_lines(std::size_t at, const QString& text, double wanted, Colour colour, double y) {
    if (text.isEmpty()) return y;
    const QFont font = font_of(px(wanted), false);
    const double high = QFontMetricsF(font).height();
    for (const QString& line : broken(text, font, room_.width())) {
      sheets_[at].lines.push_back({QRectF(room_.left(), y, room_.width(), high), line, px(wanted), false, colour});
      y += high;
    }
    return y;
  }

  std::vector<Cell> cells_of(const SlidePiece& piece, double x, double width) const {
    double shares = 0;
    for (const SlideCell& cell : piece.cells) shares += cell.share;
    const double gap = cell_gap_px * unit_;
    const double free = width - gap * static_cast<double>(piece.cells.size() - 1);
    const double pad = piece.cards ? card_pad_px * unit_ : 0;
    std::vector<Cell> out;
    for (const SlideCell& cell : piece.cells) {
      const double wide = free * cell.share / shares;
      Cell one{&cell, x + pad, wide - 2 * pad, px(cell.px), 0, 0, {}, 0, {}};
      const QFont font = font_of(one.px, cell.strong);
      one.high = QFontMetricsF(font).height();
      if (cell.level != Level::none) one.indent = one.px * shape_share + one.px * 0.5;
      if (cell.score > 0) one.indent = one.px * 0.8 * square_step * squares + one.px * 0.4;
      const QFont small = font_of(label_px * unit_, false);
      one.label_high = QFontMetricsF(small).height() + 2 * unit_;
      if (!cell.label.isEmpty()) one.label = broken(cell.label, small, one.width);
      one.lines = broken(cell.text, font, std::max(one.width - one.indent, one.px));
      out.push_back(std::move(one));
      x += wide + gap;
    }
    return out;
  }

  void flow(const std::vector<SlidePiece>& pieces, double x, double width, std::size_t& at, double& y) {
    for (const SlidePiece& piece : pieces) {
      std::vector<Cell> cells = cells_of(piece, x, width);
      y += piece.above * unit_;
      bool first = true;
      for (;;) {
        const double pad = (piece.cards ? 2 * card_pad_px : piece.line || piece.ground || piece.chosen ? 6 : 0) * unit_;
        const double room = room_.bottom() - y - pad;
        const bool all = std::ranges::all_of(cells, [&](const Cell& cell) {
          return cell.head(first) + static_cast<double>(cell.lines.size() - cell.set) * cell.high + cell.tail(unit_) <=
                 room;
        });
        const double top = begin(at);
        const bool fresh = y <= top + (piece.above + 1) * unit_;
        if (!all && !fresh) {
          y = begin(++at);
          continue;
        }
        y += place(piece, cells, x, width, at, y, room, all, first) + pad;
        first = false;
        if (all) break;
        y = begin(++at);
      }
    }
  }

  // As many lines of each cell as there is room for, at least one; gives the height.
  double place(const SlidePiece& piece, std::vector<Cell>& cells, double x, double width, std::size_t at, double y,
               double room, bool all, bool first) {
    Sheet& sheet = sheets_[at];
    const double pad = (piece.cards ? card_pad_px : piece.line || piece.ground || piece.chosen ? 3 : 0) * unit_;
    double high = 0;
    for (Cell& cell : cells) {
      const std::size_t left = cell.lines.size() - cell.set;
      std::size_t count = left;
      if (!all) count = std::min(left, static_cast<std::size_t>(std::max(1.0, (room - cell.head(first)) / cell.high)));
      high = std::max(high, place(sheet, cell, y + pad, count, first, all));
    }
    const double whole = high + 2 * pad;
    if (piece.cards)
      for (const Cell& cell : cells)
        sheet.grounds.push_back({QRectF(cell.x - pad, y, cell.width + 2 * pad, whole), true, false, false, false});
    else if (piece.line || piece.ground || piece.chosen)
      sheet.grounds.push_back(
          {QRectF(x - 8 * unit_, y, width + 16 * unit_, whole), false, piece.ground, piece.line, piece.chosen});
    return high;
  }

  double place(Sheet& sheet, Cell& cell, double y, std::size_t count, bool first, bool all) const {
    const double begun = y;
    if (first)
      for (const QString& line : cell.label) {
        sheet.lines.push_back(
            {QRectF(cell.x, y, cell.width, cell.label_high), line, label_px * unit_, false, Colour::muted});
        y += cell.label_high;
      }
    if (first && cell.of->level != Level::none) {
      const double side = cell.px * shape_share;
      sheet.marks.push_back({QRectF(cell.x, y + (cell.high - side) / 2, side, side), cell.of->level, 0, {}});
    }
    if (first && cell.of->score > 0)
      sheet.marks.push_back({QRectF(cell.x, y, cell.indent, cell.high), Level::none, cell.of->score, {}});
    for (std::size_t i = 0; i < count; ++i) {
      sheet.lines.push_back({QRectF(cell.x + cell.indent, y, cell.width - cell.indent, cell.high),
                             cell.lines[cell.set + i], cell.px, cell.of->strong, cell.of->colour});
      y += cell.high;
    }
    cell.set += count;
    if (all && cell.of->bar) {
      sheet.marks.push_back(
          {QRectF(cell.x, y + bar_gap_px * unit_, cell.width, bar_px * unit_), Level::none, 0, cell.of->bar});
      y += cell.tail(unit_);
    }
    return y - begun;
  }

  double unit_;
  double letters_;
  QRectF room_;
  QString title_, banner_;
  std::vector<Sheet> sheets_;
  std::vector<double> tops_;
};
}  // namespace

QString Sheet::text() const {
  QStringList out;
  for (const SetLine& line : lines) out << line.text;
  return out.join(QLatin1Char('\n'));
}

std::vector<Sheet> sheets_of(const Slide& slide, const QString& banner, QSizeF wall) {
  std::vector<Sheet> out;
  for (const double letters : {1.25, 1.1, 1.0, 0.92, 0.85, 0.78}) {
    out = Setter(wall, letters).set(slide, banner);
    if (out.size() == 1) break;
  }
  return out;
}

void set_foot(Sheet& sheet, const SheetFoot& foot, QSizeF wall) {
  const double unit = std::min(wall.width() / wall_px, wall.height() / wall_high_px);
  const double size = 13 * unit;
  const QFontMetricsF metrics(font_of(size, false));
  const double y = wall.height() - (foot_px * unit + metrics.height()) / 2;
  const double left = metrics.horizontalAdvance(foot.left) + unit, right = metrics.horizontalAdvance(foot.right) + unit;
  const double room = wall.width() - 2 * side_px * unit;
  sheet.lines.push_back({QRectF(side_px * unit, y, left, metrics.height()), foot.left, size, false, Colour::muted});
  if (left + right + cell_gap_px * unit <= room)
    sheet.lines.push_back(
        {QRectF(side_px * unit + room - right, y, right, metrics.height()), foot.right, size, false, Colour::muted});
}

}  // namespace tidemark::views
