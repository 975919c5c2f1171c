// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tide/tide_content.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <limits>

#include "models/items/format.h"

namespace tidemark::views {
namespace {
class Tide {
  Q_DECLARE_TR_FUNCTIONS(Tide)
};
using theme::Colour;
constexpr std::size_t most_moments = 24;
constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

std::int64_t base_of(const TideChart& chart) {
  std::optional<std::int64_t> lowest;
  for (const TideLine& line : chart.lines)
    for (const TidePoint& point : line.points)
      if (point.value && (!lowest || *point.value < *lowest)) lowest = *point.value;
  return lowest.value_or(0);
}

plot::Line line_of(const TideLine& tide, std::int64_t base, const theme::Theme& theme) {
  plot::Line line;
  line.label = mark_word(tide.mark);
  line.colour = theme(mark_colour(tide.mark));
  const bool quiet = tide.mark == Mark::floor || tide.mark == Mark::stable;
  line.label_colour = quiet ? theme(Colour::muted) : line.colour;
  line.dashed = tide.mark == Mark::stable;
  line.step = tide.mark == Mark::table;
  line.stretches = tide.mark != Mark::floor;
  line.width = tide.mark == Mark::table || tide.mark == Mark::group ? 2 : 1;
  line.points.reserve(tide.points.size());
  for (const TidePoint& point : tide.points)
    line.points.push_back({plot_time(point.at), point.value ? static_cast<double>(*point.value - base) : no_value});
  return line;
}

void add_fills(plot::Content& content, const TideChart& chart, const theme::Theme& theme) {
  const auto index = [&](Mark mark) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < chart.lines.size(); ++i)
      if (chart.lines[i].mark == mark) return i;
    return std::nullopt;
  };
  const auto end = index(Mark::stable) ? index(Mark::stable) : index(Mark::high);
  const auto group = index(Mark::group);
  const auto table = index(Mark::table);
  if (end && group) content.fills.push_back({*end, *group, theme(Colour::gap_unread_fill)});
  if (group && table) content.fills.push_back({*group, *table, theme(Colour::gap_not_landed_fill)});
}

bool is_loud(const Event& event) { return event.severity == "error" || event.severity == "warn"; }

// What is loud first; of the rest the newest that there is room for.
std::vector<const Event*> moments_of(const TideChart& chart) {
  std::vector<const Event*> chosen;
  for (const bool loud : {true, false})
    for (auto it = chart.events.rbegin(); it != chart.events.rend() && chosen.size() < most_moments; ++it)
      if (is_loud(*it) == loud) chosen.push_back(&*it);
  std::ranges::stable_sort(chosen, {}, &Event::hi);
  return chosen;
}

void add_moments(plot::Content& content, const TideChart& chart, const theme::Theme& theme) {
  if (chart.rebuilt_until)
    content.moments.push_back({plot_time(*chart.rebuilt_until),
                               Tide::tr("rebuilt, not collected, until %1").arg(format::minute(*chart.rebuilt_until)),
                               theme(Colour::muted), theme(Colour::surface)});
  const std::vector<const Event*> chosen = moments_of(chart);
  for (const Event* chosen_event : chosen) {
    const Event& event = *chosen_event;
    plot::Moment moment;
    moment.at = plot_time(event.hi);
    const bool bad = event.severity == "error";
    const bool loud = is_loud(event);
    moment.colour = theme(bad ? Colour::error_text : loud ? Colour::warn : Colour::muted);
    moment.ground = theme(bad ? Colour::error_ground : Colour::warn_ground);
    const QString words = format::text(event.text.empty() ? event.kind : event.text);
    if (loud)
      moment.label = (bad ? QStringLiteral("◆ ") : QStringLiteral("▲ ")) + format::middle(words, 44) +
                     QLatin1Char(' ') + format::clock(event.hi);
    content.moments.push_back(moment);
  }
}

QString age_words(const TideAge& age) {
  if (age.at_least) return Tide::tr("more than %1").arg(format::duration(age.age));
  return format::duration(age.age) + QLatin1Char(' ') + format::error(age.error);
}

// The gap between two marks at the line: upright in records, and where its age is known, level in time.
void add_gap(plot::Crosshair& cross, const TideMeasure& measure, Mark upper, Mark lower, const Known<std::int64_t>& gap,
             const Known<TideAge>& age, const QString& words, std::int64_t base, const theme::Theme& theme) {
  if (!gap || *gap <= 0) return;
  const QColor colour = theme(lower == Mark::table ? Colour::gap_not_landed : Colour::mark_group);
  const QColor text = theme(lower == Mark::table ? Colour::warn : Colour::accent_text);
  const double low = static_cast<double>(*measure.of(lower) - base);
  const double high = static_cast<double>(*measure.of(upper) - base);
  const auto since = age ? std::optional(plot_time(age->since)) : std::nullopt;
  cross.gaps.push_back(
      {low, high, since, colour, text, words.arg(format::count(*gap)), age ? age_words(*age) : QString()});
}
}  // namespace

Colour mark_colour(Mark mark) {
  switch (mark) {
    case Mark::floor:
      return Colour::mark_floor;
    case Mark::table:
      return Colour::mark_table;
    case Mark::group:
      return Colour::mark_group;
    case Mark::stable:
      return Colour::mark_stable;
    case Mark::high:
      break;
  }
  return Colour::mark_high;
}

QString mark_word(Mark mark) {
  switch (mark) {
    case Mark::floor:
      return Tide::tr("floor");
    case Mark::table:
      return Tide::tr("table");
    case Mark::group:
      return Tide::tr("group");
    case Mark::stable:
      return Tide::tr("stable");
    case Mark::high:
      break;
  }
  return Tide::tr("high");
}

plot::Content tide_content(const TideChart& chart, const theme::Theme& theme) {
  plot::Content content;
  content.base = base_of(chart);
  for (const TideLine& line : chart.lines) content.lines.push_back(line_of(line, content.base, theme));
  add_fills(content, chart, theme);
  for (const TideBlank& blank : chart.blanks) {
    const QString why = blank.detail.empty() ? format::sentence(blank.reason) : format::text(blank.detail);
    content.hatches.push_back({plot_time(blank.from), plot_time(blank.to), why});
  }
  add_moments(content, chart, theme);
  return content;
}

plot::Crosshair tide_crosshair(const TideMeasure& measure, std::int64_t base, const theme::Theme& theme) {
  plot::Crosshair cross;
  cross.at = plot_time(measure.at);
  cross.label = format::clock_seconds(measure.at) + QStringLiteral(" UTC");
  add_gap(cross, measure, Mark::group, Mark::table, measure.not_landed, measure.not_landed_age,
          Tide::tr("not landed %1"), base, theme);
  const Mark end = measure.of(Mark::stable) ? Mark::stable : Mark::high;
  add_gap(cross, measure, end, Mark::group, measure.unread, measure.unread_age, Tide::tr("unread %1"), base, theme);
  return cross;
}

}  // namespace tidemark::views
