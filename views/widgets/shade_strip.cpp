// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/shade_strip.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "views/plot/hatch.h"
#include "views/theme/shades.h"

namespace tidemark::views {
namespace {
// Column or row `i` of `from` where `to` are shown: the first of those that fall into it, and the one behind the last.
std::pair<std::size_t, std::size_t> covered(std::size_t i, std::size_t to, std::size_t from) {
  const std::size_t first = i * from / to;
  return {first, std::max(first + 1, (i + 1) * from / to)};
}
}  // namespace

void paint_shades(QPainter& painter, const QRectF& box, std::span<const std::uint8_t> shades, std::size_t rows,
                  const theme::Theme& theme) {
  if (rows == 0 || shades.size() < rows || box.isEmpty()) return;
  const std::size_t columns = shades.size() / rows;
  const double ratio = painter.device()->devicePixelRatioF();
  const auto pixels = [ratio](double length) {
    return static_cast<std::size_t>(std::max(1L, std::lround(length * ratio)));
  };
  const std::size_t width = pixels(box.width());
  const std::size_t height = std::min(rows, pixels(box.height()));
  QImage image(static_cast<int>(width), static_cast<int>(height), QImage::Format_Indexed8);
  image.setColorTable(theme::shades(theme));
  bool all_known = true;
  for (std::size_t y = 0; y < height; ++y) {
    uchar* line = image.scanLine(static_cast<int>(y));
    const auto [top, bottom] = covered(y, height, rows);
    for (std::size_t x = 0; x < width; ++x) {
      const auto [left, right] = covered(x, width, columns);
      std::uint8_t darkest = 0;
      for (std::size_t row = top; row < bottom; ++row)
        for (std::size_t column = left; column < right; ++column)
          darkest = std::max(darkest, shades[row * columns + column]);
      line[x] = darkest;
      all_known = all_known && darkest > 0;
    }
  }
  if (!all_known) plot::paint_hatch(painter, box, theme(theme::Colour::faint));
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter.drawImage(box, image);
}

}  // namespace tidemark::views
