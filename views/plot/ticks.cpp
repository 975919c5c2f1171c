// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plot/ticks.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>
#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark::plot {
namespace {
constexpr double day = 86'400;
constexpr std::array<double, 28> time_steps{
    0.1,  0.2,  0.5,  1,     2,     5,     10,  15,      30,      60,       120,      300,      600,       900,
    1800, 3600, 7200, 10800, 21600, 43200, day, 2 * day, 7 * day, 14 * day, 30 * day, 90 * day, 180 * day, 365 * day};

QString time_label(double at, double step, bool first) {
  const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(std::llround(at * 1000)), QTimeZone::utc());
  const bool midnight = time.time() == QTime(0, 0);
  if (step >= day) return time.toString(QStringLiteral("MMM d"));
  if (midnight && !first) return time.toString(QStringLiteral("MMM d"));
  if (step < 1) return time.toString(QStringLiteral("HH:mm:ss.z"));
  if (step < 60) return time.toString(QStringLiteral("HH:mm:ss"));
  return time.toString(QStringLiteral("HH:mm"));
}

double nice_step(double at_least) {
  const double magnitude = std::pow(10.0, std::floor(std::log10(std::max(at_least, 1e-9))));
  for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0})
    if (factor * magnitude >= at_least * (1 - 1e-9)) return factor * magnitude;
  return 10 * magnitude;
}

struct Unit {
  double size;
  const char* sign;
};
constexpr std::array<Unit, 5> units{{{1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e3, "k"}, {1, ""}}};

// As many as the step itself has: a quarter has two.
int decimals_of(double step, int at_most) {
  int decimals = 0;
  const auto is_whole = [](double scaled) { return scaled > 0.5 && std::abs(scaled - std::round(scaled)) < 1e-6; };
  for (double scaled = step; decimals < at_most && !is_whole(scaled); scaled *= 10) ++decimals;
  return decimals;
}

// As many decimals as tell neighbours apart; where that would be more than three, the whole number.
QString count_label(std::int64_t value, double step, double largest) {
  const QLocale locale(QLocale::English);
  const auto unit = std::ranges::find_if(units, [&](const Unit& u) { return largest >= u.size; });
  if (unit == units.end() || unit->size == 1) return locale.toString(static_cast<qlonglong>(value));
  constexpr int most = 3;
  const int decimals = decimals_of(step / unit->size, most + 1);
  if (decimals > most) return locale.toString(static_cast<qlonglong>(value));
  const double scaled = static_cast<double>(value) / unit->size;
  return locale.toString(scaled, 'f', decimals) + QChar(0x2009) + QString::fromLatin1(unit->sign);
}
// Of a number that is kept times 10^scale10.
QString scaled_label(std::int64_t value, double step, double largest, int scale10) {
  const QLocale locale(QLocale::English);
  const double kept = std::pow(10.0, scale10);
  const auto unit = std::ranges::find_if(
      units, [&](const Unit& u) { return largest / kept >= (u.size > 1e3 ? u.size : 10 * u.size); });
  const Unit in = unit == units.end() ? units.back() : *unit;
  constexpr int most = 6;
  const int decimals = decimals_of(step / kept / in.size, most);
  const QString number = locale.toString(static_cast<double>(value) / kept / in.size, 'f', decimals);
  return in.size == 1 ? number : number + QChar(0x2009) + QString::fromLatin1(in.sign);
}
}  // namespace

std::vector<Tick> time_ticks(double from, double to, int at_most) {
  std::vector<Tick> ticks;
  if (!(from < to) || at_most < 1) return ticks;
  const auto fits = [&](double step) { return (to - from) / step <= at_most; };
  const auto it = std::ranges::find_if(time_steps, fits);
  const double step = it != time_steps.end() ? *it : nice_step((to - from) / at_most / day) * day;
  for (double n = std::ceil(from / step); n * step <= to; ++n)
    ticks.push_back({n * step, time_label(n * step, step, ticks.empty())});
  return ticks;
}

std::vector<Tick> count_ticks(double from, double to, std::int64_t base, int at_most, int scale10) {
  std::vector<Tick> ticks;
  if (!(from < to) || at_most < 1) return ticks;
  const double step = std::max(1.0, nice_step((to - from) / at_most));
  const auto whole = static_cast<std::int64_t>(step);
  const double largest = std::max(std::abs(static_cast<double>(base) + from), std::abs(static_cast<double>(base) + to));
  // Round numbers of the sum, not of the position.
  const auto lowest = base + static_cast<std::int64_t>(std::floor(from));
  std::int64_t value = lowest - lowest % whole - whole;
  for (; static_cast<double>(value - base) <= to; value += whole)
    if (static_cast<double>(value - base) >= from)
      ticks.push_back({static_cast<double>(value - base),
                       scale10 == 0 ? count_label(value, step, largest) : scaled_label(value, step, largest, scale10)});
  return ticks;
}

}  // namespace tidemark::plot
