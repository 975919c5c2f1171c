// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/hop_journey.h"

#include <algorithm>
#include <map>

#include "models/analysis/mirror_marks.h"
#include "models/analysis/reading.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
constexpr Millis around = std::chrono::minutes(10);  // of a time: the polls before and after it

SeriesKey high_of(const ClusterName& cluster, const TopicPartition& partition) {
  return {cluster, signal::high, object::partition(partition)};
}

// The newest value that was read before a time, and the oldest that was read from it on. A poll's values are read
// between its time and as long after as it took.
Known<std::int64_t> read_before(const Snapshot& snapshot, const SeriesKey& key, LocalTime time) {
  std::optional<std::int64_t> value;
  std::optional<LocalTime> at;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    for (std::size_t poll = polls.size(); poll-- > 0;) {
      if (column.reasons[poll] != Reason::none || polls[poll].wall + polls[poll].took > time) continue;
      if (!at || polls[poll].wall > *at) value = column.values[poll];
      if (!at || polls[poll].wall > *at) at = polls[poll].wall;
      break;
    }
  }
  return value ? Known<std::int64_t>(*value) : Known<std::int64_t>(Reason::no_history);
}

Known<std::int64_t> read_after(const Snapshot& snapshot, const SeriesKey& key, LocalTime time) {
  std::optional<std::int64_t> value;
  std::optional<LocalTime> at;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    for (std::size_t poll = 0; poll < polls.size(); ++poll) {
      if (column.reasons[poll] != Reason::none || polls[poll].wall < time) continue;
      if (!at || polls[poll].wall < *at) value = column.values[poll];
      if (!at || polls[poll].wall < *at) at = polls[poll].wall;
      break;
    }
  }
  return value ? Known<std::int64_t>(*value) : Known<std::int64_t>(Reason::no_history);
}

// When the poll at a time had read all it reads.
LocalTime read_until(const Snapshot& snapshot, const SeriesKey& key, LocalTime poll_at) {
  LocalTime until = poll_at;
  for (const std::size_t i : snapshot.find(key))
    for (const PollInfo& poll : snapshot.polls_of(snapshot.columns[i]))
      if (poll.wall == poll_at) until = std::max(until, poll.wall + poll.took);
  return until;
}

// Why it is not known that a mark is beyond a stretch of offsets: it has not come to its begin, or is in it.
Reason not_passed(const Snapshot& snapshot, const SeriesKey& key, std::int64_t from, std::int64_t to) {
  const Known<Measured> now = read_at(snapshot, key, snapshot.to);
  if (!now) return now.reason();
  if (now->value <= from) return Reason::not_applicable;
  return now->value < to ? Reason::ambiguous : Reason::no_history;
}
}  // namespace

HopJourney::HopJourney(const HopEnd& end, const JourneyRequest& record, Offset offset, LocalTime at)
    : end_(end), at_(at), cluster_(record.cluster) {
  spans_.push_back({record.partition, offset.value(), offset.value() + 1});
  const auto reads = [&](const Hop& hop) {
    return hop.from == record.partition.topic && (hop.cluster.value().empty() || hop.cluster == record.cluster);
  };
  const auto first = std::ranges::find_if(end_.hops, reads);
  hop_ = static_cast<std::size_t>(first - end_.hops.begin());
  // What ends the path in the record's own topic is told with the record.
  if (first != end_.hops.end() && !first->ends_path) next_ = Next::passing;
}

// The series whose value is beyond an offset once the hop has passed it on.
SeriesKey HopJourney::mark_of(const Hop& hop, const Span& span) const {
  const Object object = object::partition(span.partition);
  if (hop.mirror_of && hop.mirror_of->type == "link") return high_of(hop.mirror_of->target, span.partition);
  if (hop.mirror_of) return {cluster_, signal::mirrored(hop.mirror_of->name), object};
  if (hop.kind == HopKind::sink) return {cluster_, signal::table(TableName(hop.name)), object};
  return {cluster_, signal::group(hop.group), object};
}

std::optional<SnapshotRequest> HopJourney::wants() const {
  if (next_ == Next::done) return std::nullopt;
  const Hop& hop = end_.hops[hop_];
  SnapshotRequest request;
  request.events = false;
  if (next_ == Next::passing) {
    request.from = at_ - around;
    request.to = at_;
    request.topic_names = {hop.from.value()};
    for (const Span& span : spans_) {
      request.crossings.push_back({mark_of(hop, span), Offset(span.from)});
      request.crossings.push_back({mark_of(hop, span), Offset(span.to - 1)});
      request.crossings.push_back({high_of(cluster_, span.partition), Offset(span.from)});
    }
    return request;
  }
  request.from = there_ - around;
  request.to = std::min(at_, when_->hi + around);
  request.topic_names = {hop.to};
  request.signal_names = {signal::high.value()};
  return request;
}

void HopJourney::take(const Snapshot& snapshot) {
  if (next_ == Next::passing)
    take_passing(snapshot);
  else if (next_ == Next::writing)
    take_writing(snapshot);
}

// The first of the spans' offsets at the earliest, the last at the latest.
Known<HopJourney::Bounds> HopJourney::passed(const Snapshot& snapshot) const {
  const Hop& hop = end_.hops[hop_];
  std::optional<Bounds> out;
  std::optional<Reason> missing;
  for (const Span& span : spans_) {
    const SeriesKey key = mark_of(hop, span);
    const Known<Crossing> last = crossing_before(snapshot, key, Offset(span.to - 1), at_);
    if (!last) {
      const Reason why = not_passed(snapshot, key, span.from, span.to);
      // Not yet in one partition, and who knows in which the record is.
      missing = !missing || *missing == why ? why : Reason::ambiguous;
      continue;
    }
    const Known<Crossing> first = crossing_before(snapshot, key, Offset(span.from), at_);
    const LocalTime lo = std::max(there_, first ? first->lo : there_);
    const LocalTime hi = std::max(lo, read_until(snapshot, key, last->hi));
    out = out ? Bounds{std::min(out->lo, lo), std::max(out->hi, hi)} : Bounds{lo, hi};
  }
  if (missing) return out && *missing == Reason::not_applicable ? Reason::ambiguous : *missing;
  if (!out) return Reason::not_applicable;
  return *out;
}

void HopJourney::take_passing(const Snapshot& snapshot) {
  const Hop& hop = end_.hops[hop_];
  if (rows_.empty()) {  // the record itself
    const Known<Crossing> produced =
        crossing_before(snapshot, high_of(cluster_, spans_.front().partition), Offset(spans_.front().from), at_);
    there_ = produced ? produced->lo : snapshot.oldest.value_or(LocalTime());
  }
  when_ = passed(snapshot);
  next_ = Next::done;
  if (hop.ends_path) {
    const bool sink = hop.kind == HopKind::sink;
    put(rows_.back(), sink ? Stage::table : Stage::group, when_, sink ? hop.name : hop.group.value());
    if (sink) put(rows_.back(), Stage::queryable, when_, hop.name);
    return;
  }
  if (when_) {
    next_ = Next::writing;
    // A processor may write long before it commits; what is there then is there with the record at the earliest.
    if (!hop.mirror_of || hop.mirror_of->type != "link") when_ = Bounds{there_, when_->hi};
    return;
  }
  JourneyRow& row = rows_.emplace_back(JourneyRow{cluster_, {TopicName(hop.to), PartitionId()}, Offset(), {}, true});
  put(row, Stage::produced, when_, "by " + hop.name);
}

void HopJourney::take_writing(const Snapshot& snapshot) {
  const Hop& hop = end_.hops[hop_];
  const ClusterName to = hop.mirror_of                    ? hop.mirror_of->target
                         : hop.to_cluster.value().empty() ? cluster_
                                                          : hop.to_cluster;
  std::vector<Span> spans;
  Reason missing = Reason::not_applicable;  // nothing was written: the processor dropped it
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    if (!partition || partition->topic.value() != hop.to) continue;
    if (column.spec.signal != signal::high || snapshot.cluster_of(column) != to) continue;
    if (hop.mirror_of && partition->partition != spans_.front().partition.partition) continue;
    if (std::ranges::any_of(spans, [&](const Span& span) { return span.partition == *partition; })) continue;
    if (hop.mirror_of && hop.mirror_of->type == "link") {
      if (keeps_no_offsets(snapshot, *hop.mirror_of, *partition, snapshot.to)) {
        missing = Reason::ambiguous;
        continue;
      }
      spans.push_back({*partition, spans_.front().from, spans_.front().to});
      continue;
    }
    const SeriesKey key = high_of(to, *partition);
    const Known<std::int64_t> from = read_before(snapshot, key, when_->lo);
    const Known<std::int64_t> end = read_after(snapshot, key, when_->hi);
    if (!end) missing = end.reason();
    if (end && *end > from.value_or(0)) spans.push_back({*partition, from.value_or(0), *end});
  }
  const bool one = spans.size() == 1 && spans.front().to - spans.front().from == 1;
  JourneyRow& row = rows_.emplace_back(JourneyRow{to, {TopicName(hop.to), PartitionId()}, Offset(), {}, !one});
  if (one) row.partition = spans.front().partition;
  if (one) row.offset = Offset(spans.front().from);
  const bool lost = missing != Reason::not_applicable || spans.empty();
  put(row, Stage::produced, lost ? Known<Bounds>(missing) : when_, "by " + hop.name);
  next_ = Next::done;
  if (lost) return;
  there_ = when_->lo;
  cluster_ = to;
  spans_ = std::move(spans);
  ++hop_;
  next_ = Next::passing;
}

void HopJourney::put(JourneyRow& row, Stage stage, const Known<Bounds>& when, const std::string& ref) const {
  JourneyStage out;
  out.stage = stage;
  out.ref = ref;
  if (when) {
    const Millis half = Millis((when->hi - when->lo).count() / 2 + (when->hi - when->lo).count() % 2);
    out.at = when->lo + half;
    out.error = half;
    out.evidence = Evidence::derived;
  } else {
    out.at = when.reason();
    out.error = when.reason();
  }
  row.stages.push_back(std::move(out));
}

}  // namespace tidemark
