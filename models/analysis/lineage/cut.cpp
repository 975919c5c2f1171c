// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/cut.h"

#include <algorithm>
#include <set>

#include "models/analysis/marks.h"
#include "models/analysis/reading.h"

namespace tidemark {
namespace {
// A marker of a transaction takes an offset that no table has; more than so many in a row are none.
constexpr std::int64_t most_markers = 100;

// The first sample at or after a time.
Known<std::int64_t> after(const Snapshot& snapshot, const SeriesKey& key, LocalTime at) {
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    for (std::size_t poll = 0; poll < polls.size(); ++poll)
      if (polls[poll].wall >= at && column.reasons[poll] == Reason::none) return column.values[poll];
  }
  return Reason::no_history;
}

// What makes an end that was reached no promise of all that is below it.
bool blurs(const Doubt& doubt) { return doubt.kind != DoubtKind::rows_removed; }

void judge(const Snapshot& snapshot, const SeenInput& input, LocalTime at, CutRow& row) {
  const auto is_own = [&](const auto& one) { return one.partition == row.partition; };
  const bool has_hole = std::ranges::any_of(input.holes, is_own);
  const bool blurred = std::ranges::any_of(
      input.spans, [&](const SeenSpan& span) { return is_own(span) && std::ranges::any_of(span.less, blurs); });
  const bool is_empty = row.wanted_hi && *row.wanted_hi == 0;
  const bool reaches = row.reached && row.wanted_hi && *row.reached >= *row.wanted_hi && !blurred;
  if (has_hole) {
    row.verdict = Reached::no;
    row.reason = "offsets before its end were not read";
  } else if (is_empty || reaches) {
    row.verdict = Reached::yes;
  } else if (!row.reached) {
    row.reason = "how far it was read is not known";
  } else if (row.wanted_lo && *row.reached < *row.wanted_lo && !blurred && input.more.empty()) {
    const std::int64_t missing = *row.wanted_lo - *row.reached;
    const bool markers = missing <= most_markers &&
                         traits_at(snapshot, row.cluster, row.partition.topic, at).transactional.value_or(false);
    row.verdict = markers ? Reached::cannot_tell : Reached::no;
    row.reason = std::to_string(missing) + (markers ? " offsets before the cut may be markers of transactions"
                                                    : " offsets before the cut were not read");
  } else if (blurred || !input.more.empty()) {
    row.reason = "what was read is not known exactly";
  } else {
    row.reason = "the log's end at the cut is not known exactly enough";
  }
}
}  // namespace

std::string_view word(Reached reached) {
  return reached == Reached::yes ? "yes" : reached == Reached::no ? "no" : "cannot-tell";
}

LogAt log_at(const Snapshot& snapshot, LocalTime at) {
  LogAt out;
  for (const Column& column : snapshot.columns) {
    if (column.spec.signal != signal::high) continue;
    const auto partition = object::as_partition(column.spec.object);
    if (!partition) continue;
    const ClusterName& cluster = snapshot.cluster_of(column);
    const SeriesKey high{cluster, signal::high, column.spec.object};
    const SeriesKey floor{cluster, signal::floor, column.spec.object};
    out[{cluster, *partition}] = {value_of(read_at(snapshot, floor, at)), value_of(read_at(snapshot, high, at)),
                                  after(snapshot, high, at)};
  }
  return out;
}

Cut cut_of(const Snapshot& snapshot, const SeenData& data, LocalTime cut, const LogAt& log) {
  Cut out{.at = cut};
  bool all_known = data.unknown.empty() && !data.inputs.empty();
  for (const SeenInput& input : data.inputs) {
    all_known = all_known && input.unknown.empty();
    std::set<TopicName> topics;
    for (const auto& [partition, end] : input.reached) topics.insert(partition.topic);
    if (topics.empty()) all_known = false;
    std::set<TopicPartition> partitions;
    for (const auto& [partition, end] : input.reached) partitions.insert(partition);
    for (const auto& [key, offsets] : log)
      if (key.cluster == input.cluster && topics.contains(key.partition.topic)) partitions.insert(key.partition);
    for (const TopicPartition& partition : partitions) {
      CutRow& row = out.rows.emplace_back();
      row.cluster = input.cluster;
      row.partition = partition;
      const auto end = input.reached.find(partition);
      if (end != input.reached.end()) row.reached = end->second;
      // Of a table that is known from its beginning, a partition that no commit names was never read.
      if (end == input.reached.end() && input.more.empty()) row.reached = std::int64_t{0};
      if (const auto offsets = log.find({input.cluster, partition}); offsets != log.end()) {
        row.wanted_lo = offsets->second.high_lo;
        row.wanted_hi = offsets->second.high_hi;
      }
      judge(snapshot, input, cut, row);
    }
  }
  const auto any = [&](Reached verdict) {
    return std::ranges::any_of(out.rows, [&](const CutRow& row) { return row.verdict == verdict; });
  };
  if (any(Reached::no))
    out.whole = Reached::no;
  else if (all_known && !out.rows.empty() && !any(Reached::cannot_tell))
    out.whole = Reached::yes;
  return out;
}

}  // namespace tidemark
