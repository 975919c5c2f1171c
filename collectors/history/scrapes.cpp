// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/history/scrapes.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

namespace tidemark::history {
namespace {
constexpr Millis usual_interval{15'000};
constexpr double no_offset = -1;
constexpr double largest = 9'007'199'254'740'992.0;  // 2^53: above it a double skips whole numbers

Signal signal_of(const OffsetSeries& of) {
  switch (of.meaning) {
    case Meaning::high:
      return signal::high;
    case Meaning::floor:
      return signal::floor;
    case Meaning::group:
    case Meaning::group_lag:
      break;
  }
  return signal::group(of.group);
}

// The usual step between scrapes.
Millis interval_of(const std::vector<std::int64_t>& times) {
  if (times.size() < 2) return usual_interval;
  std::vector<std::int64_t> steps;
  for (std::size_t i = 1; i < times.size(); ++i) steps.push_back(times[i] - times[i - 1]);
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::ranges::nth_element(steps, middle);
  constexpr std::int64_t second = 1000;
  return Millis(std::max(second, (*middle + second / 2) / second * second));
}
}  // namespace

std::size_t Scrapes::series(OffsetSeries meaning) {
  const auto [it, fresh] = index_.emplace(std::move(meaning), told_.size());
  if (!fresh) return it->second;
  const OffsetSeries& of = it->first;
  const ClusterName cluster = of.cluster.value().empty() ? options_.cluster : of.cluster;
  told_.push_back({of, cluster, {}});
  Cluster& whose = clusters_[cluster];
  if (whose.series.empty()) whose.target = of.target;
  whose.series.push_back(it->second);
  if (of.target != whose.target) whose.others.insert(of.target);
  return it->second;
}

Result<> Scrapes::add(std::size_t series, std::int64_t at_ms, double value) {
  Told& told = told_[series];
  const bool is_old = options_.after && local_time(at_ms) <= *options_.after;
  if (is_old || (!told.points.empty() && at_ms <= told.points.back().at)) {
    summary_.passed_over += is_old ? 0 : 1;
    return {};
  }
  // So exporters say that a group has no offset.
  const bool none = told.meaning.meaning == Meaning::group && value == no_offset;
  // Stale markers are no numbers.
  if (!none && !(value >= 0 && value <= largest && value == std::floor(value))) {
    ++summary_.passed_over;
    return {};
  }
  if (++held_ > options_.most_samples)
    return fail(ErrorCode::input, "more than " + std::to_string(options_.most_samples) + " samples at once", {},
                "split the file by time");
  told.points.push_back({at_ms, static_cast<std::int64_t>(value)});
  return {};
}

Result<> Scrapes::push(const Poll& poll) {
  using namespace std::chrono_literals;
  while (!sink_.push(poll)) {
    if (options_.stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    std::this_thread::sleep_for(2ms);
  }
  return {};
}

void Scrapes::open_lane(const ClusterName& name, Cluster& cluster, const std::vector<std::int64_t>& times) {
  if (cluster.lane) return;
  cluster.interval = interval_of(times);
  cluster.lane = sink_.lane({{"kafka", name.value(), name}, "offsets", cluster.interval});
}

Result<> Scrapes::flush(const ClusterName& name, Cluster& cluster) {
  std::vector<std::size_t> mine;
  std::vector<std::int64_t> times;
  for (const std::size_t i : cluster.series) {
    if (told_[i].meaning.target != cluster.target) continue;
    mine.push_back(i);
    for (const Point& point : told_[i].points) times.push_back(point.at);
  }
  std::ranges::sort(times);
  times.erase(std::unique(times.begin(), times.end()), times.end());
  if (times.empty()) return {};
  open_lane(name, cluster, times);
  std::map<TopicPartition, std::int64_t> high;
  // Ends before what is told by its distance from them.
  std::ranges::stable_sort(mine, {}, [&](std::size_t i) { return told_[i].meaning.meaning == Meaning::group_lag; });
  std::vector<std::size_t> next(mine.size(), 0);
  for (const std::int64_t at : times) {
    if (options_.stop.stop_requested()) return fail(ErrorCode::cancelled, "cancelled");
    if (cluster.last && at <= *cluster.last) continue;
    Poll poll;
    poll.lane = *cluster.lane;
    poll.wall = local_time(at);
    poll.mono = MonoTime(Millis(at));
    poll.boot = "import";
    poll.due = poll.answered = 1;
    high.clear();
    for (std::size_t m = 0; m < mine.size(); ++m) {
      const std::size_t i = mine[m];
      const Told& told = told_[i];
      std::size_t& k = next[m];
      while (k < told.points.size() && told.points[k].at < at) ++k;
      if (k == told.points.size() || told.points[k].at != at) continue;
      std::int64_t value = told.points[k].value;
      const TopicPartition& partition = told.meaning.partition;
      if (told.meaning.meaning == Meaning::high) high[partition] = value;
      if (told.meaning.meaning == Meaning::group_lag) {
        const auto end = high.find(partition);
        if (end == high.end() || end->second < value) continue;
        value = end->second - value;
      }
      const auto [id, fresh] = cluster.ids.try_emplace(i);
      if (fresh) {
        id->second = sink_.series(*cluster.lane, {signal_of(told.meaning), object::partition(partition), "records", 0});
        ++summary_.series;
      }
      const bool none = value < 0;
      poll.samples.push_back({id->second, none ? 0 : value, none ? Reason::no_commit : Reason::none});
    }
    summary_.samples += std::ssize(poll.samples);
    ++summary_.polls;
    if (!summary_.from || poll.wall < *summary_.from) summary_.from = poll.wall;
    if (!summary_.to || poll.wall > *summary_.to) summary_.to = poll.wall;
    cluster.last = at;
    TM_CHECK(push(poll));
  }
  return {};
}

Result<> Scrapes::flush() {
  for (auto& [name, cluster] : clusters_) TM_CHECK(flush(name, cluster));
  for (Told& told : told_) told.points.clear();
  held_ = 0;
  return {};
}

ImportSummary Scrapes::summary() const {
  ImportSummary out = summary_;
  for (const auto& [name, cluster] : clusters_) {
    const bool derived = std::ranges::any_of(
        cluster.series, [&](std::size_t i) { return told_[i].meaning.meaning == Meaning::group_lag; });
    if (derived)
      out.notes.push_back(name.value() +
                          ": groups' offsets are derived from the exporter's lag, which it cuts off at 0");
    if (!cluster.others.empty())
      out.notes.push_back(name.value() + ": told by " + std::to_string(cluster.others.size() + 1) +
                          " targets; only \"" + cluster.target + "\" was taken");
  }
  if (out.passed_over > 0)
    out.notes.push_back(std::to_string(out.passed_over) +
                        " samples passed over: no offset, no whole number or out of order");
  return out;
}

}  // namespace tidemark::history
