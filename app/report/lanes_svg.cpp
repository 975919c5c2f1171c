// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/lanes_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "app/report/words.h"

namespace tidemark::report {
namespace {
constexpr int wide = 1000;
constexpr int names = 230;
constexpr int lane_high = 48;
constexpr int axis_high = 24;
constexpr std::size_t most_points = 1500;  // of a line: two for each pixel

// The middle is left out; no character is cut.
std::string shortened(const std::string& text, std::size_t longest) {
  if (text.size() <= longest) return text;
  const auto inside = [&](std::size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
  std::size_t left = longest / 2, right = text.size() - longest / 2;
  while (left > 0 && inside(left)) --left;
  while (inside(right)) ++right;
  return text.substr(0, left) + "…" + text.substr(right);
}

class Drawing final {
 public:
  Drawing(const IncidentView& view, LocalTime from, LocalTime to) : view_(view), from_(from), to_(to) {}
  std::string draw();

 private:
  double x(LocalTime time) const {
    const double share = static_cast<double>((time - from_).count()) / static_cast<double>((to_ - from_).count());
    return names + std::clamp(share, 0.0, 1.0) * (wide - names);
  }
  bool is_seen(LocalTime from, LocalTime to) const { return to > from_ && from < to_; }
  template <class... Parts>
  void put(fmt::format_string<Parts...> text, Parts&&... parts) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Parts>(parts)...);
  }
  void lane(const IncidentLane& lane, double top);
  void line(const IncidentLane& lane, double top);
  void axis(double bottom);

  const IncidentView& view_;
  const LocalTime from_;
  const LocalTime to_;
  std::string out_;
};

// Where a column has several values its lowest and highest stand for it.
void Drawing::line(const IncidentLane& lane, double top) {
  double most = 0;
  std::vector<const LanePoint*> seen;
  for (const LanePoint& point : lane.line)
    if (point.at >= from_ && point.at <= to_) {
      most = std::max(most, point.value);
      seen.push_back(&point);
    }
  if (seen.empty()) return;
  const double low = top + lane_high - 6, high = top + 16;
  const auto y = [&](double value) { return low - (most > 0 ? std::clamp(value / most, 0.0, 1.0) : 0) * (low - high); };
  const bool beats = lane.series == "commit_cadence";
  put("<path class='{}' d='", lane.onsets.empty() ? "still" : "moved");
  const std::size_t step = std::max<std::size_t>(1, 2 * seen.size() / most_points);
  for (std::size_t i = 0; i < seen.size(); i += step) {
    const auto last = std::min(i + step, seen.size());
    const auto [least, greatest] = std::minmax_element(
        seen.begin() + static_cast<std::ptrdiff_t>(i), seen.begin() + static_cast<std::ptrdiff_t>(last),
        [](const LanePoint* a, const LanePoint* b) { return a->value < b->value; });
    if (beats) {
      put("M{:.1f} {:.1f}V{:.1f}", x(seen[i]->at), low - 14, low);
      continue;
    }
    const bool broken = i == 0 || std::any_of(seen.begin() + static_cast<std::ptrdiff_t>(i),
                                              seen.begin() + static_cast<std::ptrdiff_t>(last),
                                              [](const LanePoint* point) { return point->broken; });
    const auto [a, b] = least < greatest ? std::pair(*least, *greatest) : std::pair(*greatest, *least);
    put("{}{:.1f} {:.1f}", broken ? 'M' : 'L', x(a->at), y(a->value));
    if (a != b) put("L{:.1f} {:.1f}", x(b->at), y(b->value));
  }
  put("'/>");
}

void Drawing::lane(const IncidentLane& lane, double top) {
  std::string title(word(lane.place.lanes));
  if (!lane.words.empty()) title += ": " + lane.words;
  std::string object(object::name(lane.object));
  if (!lane.topic.empty() && lane.topic != object) object += " · " + lane.topic;
  put("<text x='8' y='{:.0f}' class='lane'>{}</text><text x='8' y='{:.0f}' class='of'>{}</text>", top + 18,
      html(shortened(title, 34)), top + 35, html(shortened(object, 34)));
  for (const LaneBand& band : lane.bands)
    if (is_seen(band.from, band.to))
      put("<rect class='{}' x='{:.1f}' y='{:.0f}' width='{:.1f}' height='5'/>",
          !band.bad   ? "band"
          : *band.bad ? "bad"
                      : "good",
          x(band.from), top + 5, std::max(1.0, x(band.to) - x(band.from)));
  // What was so before and after is not said to have been so where nobody looked.
  for (const LaneBlank& blank : lane.blanks)
    if (is_seen(blank.from, blank.to))
      for (const char* look : {"ground", "blank"})
        put("<rect class='{}' x='{:.1f}' y='{:.0f}' width='{:.1f}' height='{}'/>", look, x(blank.from), top,
            std::max(1.0, x(blank.to) - x(blank.from)), lane_high);
  line(lane, top);
  for (const EventRow& event : lane.events)
    if (event.severity != "note" && event.at >= from_ && event.at <= to_)
      put("<path class='{}' d='M{:.1f} {:.0f}l4 4l-4 4l-4 -4z'><title>{}</title></path>",
          event.severity == "error" ? "bad" : "warn", x(event.at), top + 12, html(event.text));
  for (const std::size_t index : lane.onsets) {
    const Onset& onset = view_.incident.onsets[index];
    if (!is_seen(onset.lo, onset.hi)) continue;
    const double middle = (x(onset.lo) + x(onset.hi)) / 2;
    put("<rect class='onset' x='{:.1f}' y='{:.0f}' width='{:.1f}' height='{}'/>"
        "<circle class='badge' cx='{:.1f}' cy='{:.0f}' r='8'/><text class='rank' x='{:.1f}' y='{:.0f}'>{}</text>",
        x(onset.lo), top + 2, std::max(1.0, x(onset.hi) - x(onset.lo)), lane_high - 4, middle, top + lane_high - 12,
        middle, top + lane_high - 8, onset.rank);
  }
  put("<path class='rule' d='M0 {:.1f}H{}'/>", top + lane_high, wide);
}

void Drawing::axis(double bottom) {
  constexpr std::array steps{1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21'600, 43'200, 86'400};
  const std::int64_t seconds = (to_ - from_).count() / 1000;
  const auto fits = std::ranges::find_if(steps, [&](int step) { return seconds / step <= 7; });
  const std::int64_t step = fits == steps.end() ? std::max<std::int64_t>(86'400, seconds / 7) : *fits;
  for (std::int64_t at = (ms(from_) / 1000 / step + 1) * step; at * 1000 <= ms(to_); at += step) {
    const LocalTime time = local_time(at * 1000);
    put("<path class='rule' d='M{:.1f} 0V{:.0f}'/><text class='tick' x='{:.1f}' y='{:.0f}'>{}</text>", x(time), bottom,
        x(time), bottom + 16, step >= 86'400 ? date_time(time).substr(5, 5) : clock(time).substr(0, step < 60 ? 8 : 5));
  }
}

std::string Drawing::draw() {
  if (to_ <= from_ || view_.first_lanes.empty()) return {};
  const auto lanes = static_cast<int>(view_.first_lanes.size());
  const double bottom = lanes * lane_high;
  put("<svg viewBox='0 0 {} {}' role='img' aria-label='Lanes of the incident'>"
      "<defs><pattern id='hatch' width='8' height='8' patternUnits='userSpaceOnUse' patternTransform='rotate(45)'>"
      "<path d='M0 0V8' class='stroke'/></pattern></defs>",
      wide, lanes * lane_high + axis_high);
  const OnsetWindow& window = view_.incident.window;
  put("<rect class='base' x='{:.1f}' y='0' width='{:.1f}' height='{:.0f}'/>", x(window.base_from),
      x(window.base_to) - x(window.base_from), bottom);
  axis(bottom);
  double top = 0;
  for (const std::size_t index : view_.first_lanes) {
    lane(view_.lanes[index], top);
    top += lane_high;
  }
  put("</svg>");
  return std::move(out_);
}
}  // namespace

std::string lanes_svg(const IncidentView& view, LocalTime from, LocalTime to) { return Drawing(view, from, to).draw(); }

}  // namespace tidemark::report
