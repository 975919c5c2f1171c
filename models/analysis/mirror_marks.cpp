// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/mirror_marks.h"

#include <algorithm>

#include "models/analysis/scope.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
std::optional<MirrorSync> sync_at(const Snapshot& snapshot, const MirrorProfile& mirror, const Object& object,
                                  LocalTime at, Reason& why) {
  const Known<Measured> source = read_at(snapshot, {mirror.source, signal::mirrored(mirror.name), object}, at);
  const Known<Measured> target = read_at(snapshot, {mirror.source, signal::mirrored_target(mirror.name), object}, at);
  why = source ? target.reason() : source.reason();
  if (!source || !target) return std::nullopt;
  return MirrorSync{source->value, target->value, source->at};
}

MirrorMark link_mark(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                     LocalTime at) {
  const Known<Measured> end = read_at(snapshot, {mirror.target, signal::high, object::partition(partition)}, at);
  MirrorMark out;
  if (keeps_no_offsets(snapshot, mirror, partition, at)) {
    out.done = Reason::ambiguous;
    return out;
  }
  out.done = value_of(end);
  out.exact = true;
  if (end) out.at = end->at;
  return out;
}
}  // namespace

TopicName mirrored_name(const MirrorProfile& mirror, const TopicName& source) {
  if (mirror.type == "link" || mirror.policy == "identity") return source;
  return TopicName(mirror.source_alias + mirror.separator + source.value());
}

TopicName mirror_source_name(const MirrorProfile& mirror, const TopicName& target) {
  if (mirror.type == "link" || mirror.policy == "identity") return target;
  const std::string begin = mirror.source_alias + mirror.separator;
  return target.value().starts_with(begin) ? TopicName(target.value().substr(begin.size())) : TopicName();
}

bool keeps_no_offsets(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                      LocalTime at) {
  const Object object = object::partition(partition);
  const Known<Measured> source = snapshot.at({mirror.source, signal::high, object}, at);
  if (!source) return false;
  const SeriesKey high{mirror.target, signal::high, object};
  const auto found = snapshot.find(high);
  return std::ranges::any_of(found, [&](std::size_t i) {
    const Column& column = snapshot.columns[i];
    const auto& polls = snapshot.polls_of(column);
    // What a poll reads it has read when it is over.
    for (std::size_t poll = polls.size(); poll-- > 0;)
      if (column.reasons[poll] == Reason::none && polls[poll].wall + polls[poll].took <= source->at)
        return column.values[poll] > source->value;
    return false;
  });
}

bool counts_records(const MirrorProfile& mirror) { return mirror.exactly_once && !*mirror.exactly_once; }

bool is_plain(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic, LocalTime at) {
  const TopicTraits traits = traits_at(snapshot, cluster, topic, at);
  static const std::string cleanup = std::string(aspect::config_prefix) + "cleanup.policy";
  const bool told = snapshot.state_at(cluster, object::topic(topic), cleanup, at) != nullptr;
  return told && !traits.compacted && traits.transactional && !*traits.transactional;
}

MirrorMark mirror_mark(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& source,
                       LocalTime at) {
  const Object object = object::partition(source);
  if (mirror.type == "link") return link_mark(snapshot, mirror, source, at);
  MirrorMark out;
  Reason why = Reason::never_polled;
  out.sync = sync_at(snapshot, mirror, object, at, why);
  if (!out.sync) {
    out.done = why;
    return out;
  }
  out.at = out.sync->at;
  out.done = out.sync->source;
  const TopicPartition target{mirrored_name(mirror, source.topic), source.partition};
  const TopicTraits traits = traits_at(snapshot, mirror.target, target.topic, at);
  const Known<Measured> end = read_at(snapshot, {mirror.target, signal::high, object::partition(target)}, out.at);
  if (!end || !counts_records(mirror) || traits.transactional.value_or(false)) return out;
  out.done = out.sync->source + std::max<std::int64_t>(0, end->value - out.sync->target);
  out.exact = is_plain(snapshot, mirror.source, source.topic, at);
  return out;
}

namespace {
// Of one lane, the newest first. What is no older than what came after it was before the topic began anew.
void add_syncs(const Column& from, const Column& to, std::size_t polls, std::vector<MirrorPoint>& out) {
  std::optional<MirrorPoint> newer;
  for (std::size_t poll = polls; poll-- > 0;) {
    if (from.reasons[poll] != Reason::none || to.reasons[poll] != Reason::none) continue;
    const MirrorPoint next{from.values[poll], to.values[poll]};
    if (newer && next.source == newer->source && next.target == newer->target) continue;
    if (newer && (next.source >= newer->source || next.target >= newer->target)) return;
    newer = next;
    if (out.empty() || next.source < out.back().source) out.push_back(next);
    if (next.source - 1 < out.back().source) out.push_back({next.source - 1, next.target - 1});  // the record itself
  }
}
}  // namespace

std::vector<MirrorPoint> mirror_points(const Snapshot& snapshot, const MirrorProfile& mirror,
                                       const TopicPartition& source, LocalTime at) {
  const Object object = object::partition(source);
  std::vector<MirrorPoint> out;
  for (const std::size_t i : snapshot.find({mirror.source, signal::mirrored(mirror.name), object})) {
    const Column& from = snapshot.columns[i];
    const Column* to = column_in(snapshot, {mirror.source, signal::mirrored_target(mirror.name), object}, from.lane);
    if (to) add_syncs(from, *to, polls_until(snapshot.lanes[from.lane], at), out);
  }
  std::ranges::reverse(out);
  const TopicPartition target{mirrored_name(mirror, source.topic), source.partition};
  const Known<Measured> end = read_at(snapshot, {mirror.source, signal::high, object}, at);
  if (out.empty() || !end || !counts_records(mirror)) return out;
  const Known<Measured> there = read_at(snapshot, {mirror.target, signal::high, object::partition(target)}, end->at);
  const MirrorPoint last = out.back();
  if (there && end->value > last.source && there->value - last.target == end->value - last.source)
    out.push_back({end->value, there->value});
  return out;
}

}  // namespace tidemark
