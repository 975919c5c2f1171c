// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/landing.h"

#include <algorithm>

#include "models/analysis/headroom.h"

namespace tidemark {
namespace {
// One known value of a mark: it was read at some time in [begin, end].
struct Taken {
  LocalTime begin;
  LocalTime end;
  std::int64_t value = 0;
};

// Of all lanes, newest first.
std::vector<Taken> samples_of(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  std::vector<Taken> out;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const LaneInfo& lane = snapshot.lanes[column.lane];
    for (std::size_t poll = polls_until(lane, at); poll-- > 0;)
      if (column.reasons[poll] == Reason::none)
        out.push_back({lane.polls[poll].wall, lane.polls[poll].wall + lane.polls[poll].took, column.values[poll]});
  }
  std::ranges::stable_sort(out, std::ranges::greater(), &Taken::begin);
  return out;
}

// The newest sample that was read whole when another one began.
const Taken* read_before(const std::vector<Taken>& samples, const Taken& other) {
  const auto found = std::ranges::find_if(samples, [&](const Taken& s) { return s.end <= other.begin; });
  return found == samples.end() ? nullptr : &*found;
}

// claim(earlier, later) is true of the newest pairs, each of the newest `first` sample that is older than one of
// `second`.
template <class Claim>
bool proven(const std::vector<Taken>& first, const std::vector<Taken>& second, Claim&& claim) {
  constexpr int pairs_in_a_row = 2;
  int pairs = 0;
  for (const Taken& later : second) {
    const Taken* earlier = read_before(first, later);
    if (!earlier || !claim(earlier->value, later.value)) return false;
    if (++pairs == pairs_in_a_row) return true;
  }
  return false;
}

Since from_crossing(const Known<Crossing>& crossing, LocalTime judged) {
  Since since;
  if (!crossing) {
    since.at = crossing.reason();
    since.error = crossing.reason();
    return since;
  }
  since.at = crossing->hi;
  since.error = Millis(crossing->hi - crossing->lo);
  since.at_least = std::max(Millis(0), Millis(judged - crossing->hi));
  return since;
}

// Since when a mark is above `offset`, as of `judged`.
Since above_since(const Snapshot& snapshot, const SeriesKey& key, const std::vector<Taken>& samples,
                  std::int64_t offset, LocalTime judged) {
  Since since = from_crossing(crossing_before(snapshot, key, Offset(offset), judged), judged);
  if (since.at) return since;
  for (const Taken& sample : samples) {
    if (sample.begin > judged) continue;
    if (sample.value <= offset) break;
    since.at_least = judged - sample.begin;
  }
  return since;
}

struct Samples {
  std::vector<Taken> floor, table, group, high;
};

// The committed offset and the durable one of one moment as far as samples can say: the newest of both, unless the
// group's is the older one and seems to be overtaken; then what the table said before.
void put_gap(const TableInfo& table, const Samples& samples, Landing& out) {
  if (!out.durable || !out.committed) {
    out.commit_gap = out.durable ? out.committed.reason() : out.durable.reason();
    return;
  }
  const Taken* behind = read_before(samples.group, samples.table.front());
  const Taken* ahead = read_before(samples.table, samples.group.front());
  if (*out.committed < *out.durable) {
    if (!ahead) {
      out.commit_gap = Reason::ambiguous;
      return;
    }
    out.durable = ahead->value;
    out.sampled_at = ahead->begin;
  }
  out.commit_gap = *out.committed - *out.durable;
  out.behind = behind && behind->value > samples.table.front().value;
  const auto above = [](std::int64_t earlier, std::int64_t later) { return earlier > later; };
  out.ahead = table.group && proven(samples.table, samples.group, above);
}

void put_times(const Snapshot& snapshot, const TableInfo& table, const MarkKeys& keys, const SeriesKey& mark,
               const Samples& samples, Landing& out) {
  const std::int64_t durable = samples.table.front().value;
  const LocalTime judged = samples.table.front().begin;
  out.unmoved = above_since(snapshot, mark, samples.table, durable - 1, judged);
  out.log_above = above_since(snapshot, keys.high, samples.high, durable, judged);
  if (table.group) {
    if (out.committed) out.since = above_since(snapshot, keys.committed, samples.group, durable, judged);
    return;
  }
  out.since = out.log_above;
  const Taken* log = read_before(samples.high, samples.table.front());
  out.behind = log && log->value > durable;
}

// How far the two newest samples are below what was read before them.
std::int64_t fallen(const std::vector<Taken>& table) {
  if (table.size() < 3) return 0;
  const Taken& second = table[1];
  const std::int64_t now = std::max(table[0].value, second.value);
  std::int64_t highest = now;
  for (const Taken& sample : table)
    if (sample.end <= second.begin) highest = std::max(highest, sample.value);
  return highest - now;
}
// The table's mark in the very poll that first saw its newest commit of the partition, and, where the table itself
// tells offsets, in the newest one too.
std::optional<Contradiction> contradiction_of(const TableInfo& table, const TopicPartition& partition,
                                              const std::vector<Taken>& marks) {
  if (table.evidence != Evidence::exact && table.evidence != Evidence::derived) return std::nullopt;
  const Coverage coverage = coverage_of(table.commits, partition);
  if (coverage.covered.empty() || coverage.blurred) return std::nullopt;
  LocalTime seen = LocalTime::min();
  for (const SeenCommit* commit : table.commits.all)
    if (table.commits.live(*commit) &&
        std::ranges::find(commit->commit.ranges, partition, &CommitRange::partition) != commit->commit.ranges.end())
      seen = std::max(seen, commit->seen_hi);
  const auto beside = std::ranges::find(marks, seen, &Taken::begin);
  if (beside == marks.end()) return std::nullopt;
  const auto differs = [&](std::int64_t mark) {
    return std::ranges::find(coverage.covered, mark, &OffsetSpan::to) == coverage.covered.end();
  };
  const std::int64_t end = coverage.covered.front().to;
  if (differs(beside->value)) return Contradiction{beside->value, end};
  // A mark joined through the writer's log also passes records that brought nothing to commit.
  const std::int64_t now = marks.front().value;
  const bool may_pass = table.evidence == Evidence::derived && now > coverage.covered.back().to;
  return differs(now) && !may_pass ? std::optional(Contradiction{now, end}) : std::nullopt;
}
}  // namespace

MarkKeys landing_keys(const ClusterName& cluster, const TableName& table, const TopicPartition& partition) {
  const Signal nothing("");
  MarkKeys keys({cluster, GroupId(), partition});
  keys.committed.signal = signal::table(table);
  keys.residue.signal = keys.age.signal = keys.age_error.signal = nothing;
  return keys;
}

Landing landing_of(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition, LocalTime at) {
  const MarkKeys keys({table.cluster, table.group.value_or(GroupId()), partition});
  const SeriesKey mark = landing_keys(table.cluster, table.table, partition).committed;
  Landing out;
  const Known<Measured> durable = read_at(snapshot, mark, at);
  out.durable = table.tells_offsets() ? value_of(durable) : Known<std::int64_t>(Reason::not_supported);
  if (out.durable.reason() == Reason::never_polled) out.durable = table.left_out;
  out.sampled_at = durable.map([](const Measured& m) { return m.at; });
  out.floor = value_of(read_at(snapshot, keys.floor, at));
  out.stable = value_of(read_at(snapshot, keys.stable, at));
  out.high = value_of(read_at(snapshot, keys.high, at));
  out.committed =
      table.group ? value_of(read_at(snapshot, keys.committed, at)) : Known<std::int64_t>(table.group.reason());
  if (!out.durable) {
    out.commit_gap = out.durable.reason();
    return out;
  }
  const Samples samples{samples_of(snapshot, keys.floor, at), samples_of(snapshot, mark, at),
                        table.group ? samples_of(snapshot, keys.committed, at) : std::vector<Taken>(),
                        samples_of(snapshot, keys.high, at)};
  put_gap(table, samples, out);
  put_times(snapshot, table, keys, mark, samples, out);
  const auto above = [](std::int64_t earlier, std::int64_t later) { return earlier > later; };
  out.beyond_log = out.high && proven(samples.table, samples.high, above);
  if (out.floor && proven(samples.floor, samples.table, above))
    out.below_floor = read_before(samples.floor, samples.table.front())->value - samples.table.front().value;
  out.regressed = fallen(samples.table);
  out.contradiction = contradiction_of(table, partition, samples.table);
  return out;
}

Known<Residue> landing_residue(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                               const Landing& landing, LocalTime at) {
  if (!landing.commit_gap || *landing.commit_gap > 0) return Reason::not_probed;
  const MarkKeys keys({table.cluster, table.group.value_or(GroupId()), partition});
  return residue_at(snapshot, keys, traits_at(snapshot, table.cluster, partition.topic, at), at);
}

Known<Millis> landing_headroom(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                               LocalTime at) {
  const MarkKeys keys = landing_keys(table.cluster, table.table, partition);
  const Age age = age_at(snapshot, keys, Reason::not_probed, at);
  return headroom_at(snapshot, {table.cluster, GroupId(), partition}, keys, age, at);
}

}  // namespace tidemark
