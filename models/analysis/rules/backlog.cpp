// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/backlog.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/analysis/rules/rhythm.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
constexpr double ms_per_second = 1000;

struct Waits {
  const PartitionCase* partition;
  Known<LocalTime> since;
};

// When the oldest unread record came; unknown where it was there before all that is remembered.
Known<LocalTime> waits_since(const PathCase& of, const PartitionCase& partition) {
  const Known<Crossing> came =
      crossing_before(of.file->snapshot, partition.keys().high, Offset(partition.polls.back().committed), of.file->at);
  return came.map([](const Crossing& crossing) { return crossing.hi; });
}

std::vector<Waits> late_ones(const PathCase& of) {
  constexpr int rounds = 2, fewest_polls = 3;
  constexpr Millis begin{300'000};
  std::vector<Waits> out;
  for (const PartitionCase& partition : of.partitions) {
    if (!partition.waits() || partition.window().empty()) continue;
    const auto& polls = partition.polls;
    const Millis interval = polls.back().at - polls[polls.size() - 2].at;
    const Known<LocalTime> since = waits_since(of, partition);
    if (since && of.file->at - *since < std::max(fewest_polls * interval, rounds * of.round)) continue;
    // What waited at the first look may be no more than a round, until one was seen or some minutes went by.
    if (!since) {
      const Rhythm rhythm = rhythm_of(of.file->snapshot, partition.keys().committed, of.file->at);
      if (!rhythm.last && rhythm.first && of.file->at - *rhythm.first < begin) continue;
    }
    out.push_back({&partition, since});
  }
  std::ranges::stable_sort(out, {}, [](const Waits& w) { return w.since ? *w.since : LocalTime::min(); });
  return out;
}

// What all partitions together gained from poll to poll; only polls that all of them have.
std::vector<FlowSample> flow_of(const std::vector<std::vector<MarkPoll>>& partitions,
                                std::int64_t MarkPoll::* const mark) {
  struct Gained {
    LocalTime from;
    std::int64_t records = 0;
    std::size_t partitions = 0;
    bool fell = false;
  };
  std::map<LocalTime, Gained> by_time;
  for (const auto& polls : partitions)
    for (std::size_t i = 1; i < polls.size(); ++i) {
      Gained& gained = by_time[polls[i].at];
      const std::int64_t records = polls[i].*mark - polls[i - 1].*mark;
      gained.from = polls[i - 1].at;
      gained.records += records;
      gained.fell = gained.fell || records < 0;
      ++gained.partitions;
    }
  std::vector<FlowSample> out;
  for (const auto& [at, gained] : by_time)
    if (gained.partitions == partitions.size() && !gained.fell && at > gained.from)
      out.push_back(
          {gained.from, at,
           static_cast<double>(gained.records) * ms_per_second / static_cast<double>((at - gained.from).count())});
  return out;
}

// A group that commits in rounds gains nothing between them: a sample goes from one commit to the next. The time since
// the last one is told only once it is longer than any round was.
std::vector<FlowSample> between_commits(const std::vector<FlowSample>& samples) {
  std::vector<FlowSample> out;
  Millis longest{0};
  for (std::size_t i = 0; i < samples.size();) {
    std::size_t end = i;
    while (end < samples.size() && samples[end].value == 0) ++end;
    if (end == samples.size()) {
      if (samples.back().to - samples[i].from > longest)
        out.insert(out.end(), samples.begin() + static_cast<std::ptrdiff_t>(i), samples.end());
      break;
    }
    const Millis last = samples[end].to - samples[end].from, whole = samples[end].to - samples[i].from;
    const double records = samples[end].value * static_cast<double>(last.count());
    out.push_back({samples[i].from, samples[end].to, records / static_cast<double>(whole.count())});
    longest = std::max(longest, whole);
    i = end + 1;
  }
  return out;
}

// What a state says of who should read.
std::optional<LagClass> state_of(const PathCase& of) {
  if (!paused(of).empty()) return LagClass::paused;
  if (!task_failed(of).empty()) return LagClass::failed;
  if (!poison_record(of).empty()) return LagClass::stuck;
  if (!dead_group(of).empty()) return LagClass::no_consumer;
  if (!zombie_task(of).empty()) return LagClass::stuck;
  if (!rebalance_storm(of).empty()) return LagClass::rebalancing;
  return std::nullopt;
}

bool is_steady(const std::vector<FlowSample>& samples, LocalTime from) {
  constexpr double tenth = 0.1;
  std::vector<double> values;
  for (const FlowSample& sample : samples)
    if (sample.to > from) values.push_back(sample.value);
  const double level = median_of(values);
  return !values.empty() && level > 0 &&
         std::ranges::all_of(values, [&](double v) { return std::abs(v - level) <= tenth * level; });
}

void put_burst(Backlog& out) {
  constexpr double rose = 1.5, burst = 2, holds = 0.9, still_reads = 0.8;
  LagEvidence& e = out.evidence;
  if (out.produced.empty() || out.read.empty()) return;
  e.produced = out.produced.front().level;
  e.read = out.read.front().level;
  e.burst = 1.0;
  double baseline = *e.produced;
  if (const auto now = risen(out.produced, rose)) {
    e.burst = now->before > 0 ? now->now / now->before : now->now;
    baseline = now->before;
  } else {
    // One that is over, and not older than what waits.
    for (std::size_t i = 1; i < out.produced.size(); ++i) {
      const auto past = risen(std::span(out.produced).subspan(i), burst);
      if (!past || (out.since && *out.since < past->lo)) continue;
      e.burst = past->before > 0 ? past->now / past->before : past->now;
      e.burst_is_over = true;
      baseline = past->before;
      break;
    }
  }
  e.read_holds = *e.read >= holds * baseline;
  e.read_fell = fallen(out.read, still_reads).has_value();
}

void put_sink(const PathCase& of, Backlog& out) {
  static constexpr auto latencies =
      std::to_array<std::string_view>({"put_latency_ms", "commit_latency_ms", "request_latency_ms"});
  static constexpr auto sinks =
      std::to_array<std::string_view>({"table", "sink", "store", "catalog", "connector", "task", "group", "model"});
  constexpr double slower = 1.5, still_reads = 0.8;
  LagEvidence& e = out.evidence;
  std::vector<PathSignal> signals = signals_of(of, latencies, sinks);
  if (std::ranges::none_of(signals, [](const PathSignal& s) { return s.now.known() && !s.regimes.empty(); })) return;
  const auto slow = first_risen(std::move(signals), slower);
  e.sink_slow = slow.has_value();
  if (!slow) return;
  e.sink_is_own = slow->signal.own;
  const auto drop = fallen(out.read, still_reads);
  e.sink_first = drop && slow->shift.lo < drop->hi;
}

void put_consumer(const PathCase& of, LagEvidence& e) {
  static constexpr auto cpus = std::to_array<std::string_view>({"cpu", "busy"});
  static constexpr auto polls = std::to_array<std::string_view>({"poll_interval_ms"});
  static constexpr auto queues = std::to_array<std::string_view>({"queue_depth"});
  static constexpr auto readers = std::to_array<std::string_view>({"group", "member", "connector", "task", "job"});
  constexpr double busy = 0.8, slower = 1.5;
  for (const PathSignal& cpu : signals_of(of, cpus, readers))
    if (const auto share = share_now(cpu)) e.cpu_high = e.cpu_high.value_or(false) || *share >= busy;
  const std::vector<PathSignal> intervals = signals_of(of, polls, readers);
  if (!intervals.empty()) e.polls_late = first_risen(intervals, slower).has_value();
  const std::vector<PathSignal> depths = signals_of(of, queues);
  if (!depths.empty()) e.queue_full = first_risen(depths, slower).has_value();
}
}  // namespace

Millis commit_round(const PathCase& of) {
  Millis longest{};
  if (std::ranges::none_of(of.partitions, &PartitionCase::waits)) return longest;
  for (const PartitionCase& partition : of.partitions)
    longest = std::max(longest, rhythm_of(of.file->snapshot, partition.keys().committed, of.file->at).pause);
  return longest;
}

bool advances(const PartitionCase& partition) {
  const auto last = partition.window();
  return !last.empty() && last.back().committed > last.front().committed;
}

std::int64_t advanced(const PathCase& of) {
  std::int64_t sum = 0;
  for (const PartitionCase& partition : of.partitions)
    if (advances(partition)) sum += partition.window().back().committed - partition.window().front().committed;
  return sum;
}

bool waits_for_more(const PartitionCase& partition) {
  const auto last = partition.window();
  const auto unread = [](const MarkPoll& poll) { return poll.readable - poll.committed; };
  return !last.empty() && unread(last.back()) > unread(last.front());
}

std::optional<HotPartition> hot_partition(const PathCase& of, const LatePartitions& late) {
  constexpr double times_median = 3, most_of_waiting = 0.8;
  std::vector<double> rates;
  const PartitionCase* top = nullptr;
  for (const PartitionCase& partition : of.partitions) {
    if (!partition.row->produce_rate) return std::nullopt;
    rates.push_back(*partition.row->produce_rate);
    if (!top || rates.back() > *top->row->produce_rate) top = &partition;
  }
  if (rates.size() < 2 || *top->row->produce_rate <= 0) return std::nullopt;
  if (std::ranges::find(late, top) == late.end() || !waits_for_more(*top)) return std::nullopt;
  double all = 0;
  for (const double rate : rates) all += rate;
  std::ranges::sort(rates);
  const double median = rates[(rates.size() - 1) / 2];
  const auto unread = static_cast<double>(top->row->unread_records.value_or(0));
  const auto total = static_cast<double>(of.unread());
  if (rates.back() < times_median * median || total <= 0 || unread < most_of_waiting * total) return std::nullopt;
  return HotPartition{top, rates.back() / all, median > 0 ? rates.back() / median : 0, unread / total};
}

std::optional<UnevenMembers> uneven_members(const PathCase& of, const LatePartitions& late) {
  constexpr double even = 0.1;
  constexpr std::int64_t times = 3;
  if (!of.members || !of.members->assignments_known) return std::nullopt;
  std::vector<double> rates;
  std::map<std::string, std::int64_t> partitions;
  for (const PartitionCase& partition : of.partitions) {
    const auto owner = of.members->owners.find(partition.id());
    if (owner == of.members->owners.end() || !partition.row->produce_rate) return std::nullopt;
    rates.push_back(*partition.row->produce_rate);
    ++partitions[owner->second.member];
  }
  if (partitions.empty()) return std::nullopt;
  const double mean = median_of(rates);
  if (mean <= 0 || std::ranges::any_of(rates, [&](double r) { return std::abs(r - mean) > even * mean; }))
    return std::nullopt;
  const auto count = [](const auto& entry) { return entry.second; };
  const auto busiest = std::ranges::max_element(partitions, {}, count);
  UnevenMembers out{busiest->first, busiest->second, std::ranges::min_element(partitions, {}, count)->second,
                    std::max(of.members->count.value_or(0), std::ssize(partitions))};
  // Somebody has none, though there are enough for all.
  if (out.members > std::ssize(partitions) && out.members <= std::ssize(of.partitions)) out.least = 0;
  if (out.members < 2 || out.most < times * std::max<std::int64_t>(out.least, 1)) return std::nullopt;
  const bool follows = std::ranges::all_of(late, [&](const PartitionCase* partition) {
    return partitions[of.members->owners.at(partition->id()).member] == out.most;
  });
  if (!follows || std::ranges::none_of(late, [](const PartitionCase* p) { return waits_for_more(*p); }))
    return std::nullopt;
  return out;
}

Backlog backlog_of(const PathCase& of) {
  Backlog out;
  const std::vector<Waits> waits = late_ones(of);
  if (waits.empty()) return out;
  for (const Waits& one : waits) out.late.push_back(one.partition);
  out.since = waits.front().since;
  std::vector<std::vector<MarkPoll>> polls;
  for (const PartitionCase& partition : of.partitions)
    if (!partition.polls.empty())
      polls.push_back(mark_polls(of.file->snapshot, partition.keys(), partition.traits, of.file->at, SIZE_MAX));
  const std::vector<FlowSample> read = between_commits(flow_of(polls, &MarkPoll::committed));
  out.produced = regimes_of(flow_of(polls, &MarkPoll::high));
  out.read = regimes_of(read);
  LagEvidence& e = out.evidence;
  e.lags = true;
  e.state = state_of(of);
  put_burst(out);
  const auto gets_records = [](const PartitionCase& p) { return p.row->produce_rate.value_or(0) > 0; };
  const auto busy = std::ranges::count_if(of.partitions, gets_records);
  constexpr double nearly_all = 0.8;
  e.everywhere =
      static_cast<double>(std::ssize(out.late)) >= nearly_all * static_cast<double>(std::max<std::ptrdiff_t>(busy, 1));
  e.steady = is_steady(read, out.late.front()->window().front().at);
  e.grows = std::ranges::any_of(out.late, [](const PartitionCase* p) { return waits_for_more(*p); });
  if (of.members && of.members->state) e.stable_group = *of.members->state == "Stable" || of.job_runs();
  e.uneven = hot_partition(of, out.late).has_value() || uneven_members(of, out.late).has_value();
  put_sink(of, out);
  put_consumer(of, e);
  out.judged = judge_lag(e);
  return out;
}

}  // namespace tidemark
