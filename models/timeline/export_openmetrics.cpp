// SPDX-License-Identifier: GPL-3.0-or-later
// OpenMetrics 1.0 with timestamps: a family's metrics one after the other, each with its samples in the order of time.
// Unknown samples are left out, as the format has no word for them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <ostream>
#include <unordered_map>

#include "models/timeline/export.h"
#include "models/timeline/metric_name.h"
#include "models/timeline/text.h"

namespace tidemark {
namespace {
constexpr std::int64_t samples_at_once = 4'000'000;

std::string label(const std::string& name, std::string_view value) {
  std::string out = name + "=\"";
  for (const char c : value) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string labels_text(const MetricName& metric) {
  std::string out;
  for (const auto& [name, value] : metric.labels) out += (out.empty() ? "" : ",") + label(name, value);
  return out;
}

struct Point {
  std::int64_t wall = 0;
  std::int64_t value = 0;
};
}  // namespace

Result<> TimelineExport::openmetrics() {
  struct Series {
    std::size_t lane = 0;
    Life life;
  };
  const std::vector<Lane> all = lanes();
  std::map<std::string, std::map<std::string, std::vector<Series>>> families;
  std::int64_t polls = 1;
  for (std::size_t i = 0; i < all.size(); ++i) {
    SQLite::Statement count(db_, "SELECT count(*) FROM poll WHERE lane = ? AND wall_ms BETWEEN ? AND ?");
    bound(count, all[i].id.value(), from_, to_).executeStep();
    polls = std::max(polls, count.getColumn(0).getInt64());
    for (Life& life : lives(all[i].id)) {
      const MetricName metric = metric_name(all[i].spec.source.cluster, life.spec);
      families[metric.family][labels_text(metric)].push_back({i, std::move(life)});
    }
  }
  const auto at_once = static_cast<std::size_t>(std::max<std::int64_t>(1, samples_at_once / polls));
  for (const auto& [family, metrics] : families) {
    out_ << "# TYPE " << family << " gauge\n";
    for (auto first = metrics.begin(); first != metrics.end();) {
      auto last = first;
      std::map<std::size_t, std::vector<Life>> of_lane;
      std::unordered_map<SeriesId, std::pair<std::size_t, int>> place;  // the metric, and the scale
      std::size_t taken = 0;
      for (; last != metrics.end() && taken < at_once; ++last, ++taken)
        for (const Series& series : last->second) {
          of_lane[series.lane].push_back(series.life);
          place[series.life.id] = {taken, series.life.spec.scale10};
        }
      struct Written {
        Point point;
        int scale10 = 0;
      };
      std::vector<std::vector<Written>> points(taken);
      for (const auto& [lane, lives] : of_lane)
        TM_CHECK(samples_of(
            all[lane], lives,
            [&](const Lane&, const Life& life, std::int64_t, std::int64_t wall, std::int64_t value, Reason reason) {
              const auto& [index, scale10] = place.at(life.id);
              if (reason == Reason::none) points[index].push_back({{wall, value}, scale10});
            }));
      for (std::size_t i = 0; first != last; ++first, ++i) {
        // Two lives of one metric, or two lanes that were one: a time has one sample.
        std::ranges::stable_sort(points[i], {}, [](const Written& one) { return one.point.wall; });
        std::optional<std::int64_t> before;
        for (const auto& [point, scale10] : points[i]) {
          if (before && point.wall <= *before) continue;
          before = point.wall;
          out_ << family << '{' << first->first << "} " << decimal(point.value, scale10) << ' '
               << fmt::format("{}.{:03}", point.wall / 1000, point.wall % 1000) << '\n';
        }
      }
      if (!out_) return finished();
    }
  }
  out_ << "# EOF\n";
  return finished();
}

}  // namespace tidemark
