// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/theme/shades.h"

#include <array>
#include <cmath>

namespace tidemark::theme {
namespace {
constexpr int count = 256;

struct Stop {
  int at;
  QRgb light;
  QRgb dark;
};
// Less to more is lighter to darker on paper, darker to lighter on a dark ground.
constexpr std::array<Stop, 4> stops{{
    {2, 0xffFDE9C4, 0xff3A3222},
    {86, 0xffF7B45E, 0xff7D531C},
    {170, 0xffD9641E, 0xffD98A2B},
    {255, 0xff7A1712, 0xffFFEBC2},
}};
constexpr QRgb none_light = 0xffEAF0F4;
constexpr QRgb none_dark = 0xff202A36;

QRgb between(QRgb a, QRgb b, double share) {
  const auto mix = [share](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * share)); };
  return qRgb(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)));
}

QList<QRgb> table(bool dark) {
  QList<QRgb> out(count, qRgba(0, 0, 0, 0));
  out[1] = dark ? none_dark : none_light;
  for (std::size_t s = 1; s < stops.size(); ++s) {
    const Stop& low = stops[s - 1];
    const Stop& high = stops[s];
    for (int i = low.at; i <= high.at; ++i)
      out[i] = between(dark ? low.dark : low.light, dark ? high.dark : high.light,
                       static_cast<double>(i - low.at) / (high.at - low.at));
  }
  return out;
}
}  // namespace

const QList<QRgb>& shades(const Theme& theme) {
  static const QList<QRgb> light = table(false);
  static const QList<QRgb> dark = table(true);
  return theme.dark() ? dark : light;
}

}  // namespace tidemark::theme
