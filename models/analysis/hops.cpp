// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/hops.h"

#include <algorithm>
#include <array>
#include <set>

#include "models/analysis/age.h"
#include "models/analysis/hop_parts.h"
#include "models/analysis/mirror_marks.h"
#include "models/analysis/path_end.h"
#include "models/analysis/scope.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
// What is read of one partition.
struct Part {
  Age age;
  Known<std::int64_t> unread = Reason::never_polled;
  Known<Millis> certain = Reason::never_polled;
};

std::set<TopicPartition> partitions_of(const Snapshot& snapshot, const ClusterName& cluster, const TopicName& topic) {
  std::set<TopicPartition> out;
  for (const Column& column : snapshot.columns) {
    if (column.spec.signal != signal::high || snapshot.cluster_of(column) != cluster) continue;
    const auto partition = object::as_partition(column.spec.object);
    if (partition && partition->topic == topic) out.insert(*partition);
  }
  return out;
}

// Where it is not said: the only cluster in which the group reads the topic, else the only one that has it.
ClusterName cluster_of(const Snapshot& snapshot, const Hop& hop) {
  if (!hop.cluster.value().empty()) return hop.cluster;
  std::set<ClusterName> reads, has;
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    if (!partition || partition->topic != hop.from) continue;
    has.insert(snapshot.cluster_of(column));
    if (column.spec.signal == signal::group(hop.group)) reads.insert(snapshot.cluster_of(column));
  }
  const std::set<ClusterName>& of = reads.empty() ? has : reads;
  return of.size() == 1 ? *of.begin() : ClusterName();
}

SeriesKey high_of(const ClusterName& cluster, const TopicPartition& partition) {
  return {cluster, signal::high, object::partition(partition)};
}

// Of the second offset that was not passed on; nothing is certain of what nobody saw come.
Known<Millis> certain_of(const Snapshot& snapshot, const SeriesKey& high, const Known<std::int64_t>& mark,
                         const Known<std::int64_t>& unread, LocalTime at) {
  if (!unread || !mark) return unread ? mark.reason() : unread.reason();
  if (*unread < 2) return Millis(0);
  const Known<Crossing> crossing = crossing_before(snapshot, high, Offset(*mark + 1), at);
  return crossing ? std::max(Millis(0), Millis(at - crossing->hi)) : Millis(0);
}

// The oldest speaks, and one that is not known before all: it may be the oldest.
HopReading sum_of(const std::vector<Part>& parts) {
  HopReading out;
  if (parts.empty()) return out;
  const Part* told = nullptr;
  for (const Part& part : parts) {
    if (!told || (told->age.age && (!part.age.age || *part.age.age > *told->age.age))) told = &part;
    if (part.unread) out.unread = out.unread.value_or(0) + *part.unread;
    if (part.certain && (!out.certain || *part.certain > *out.certain)) out.certain = part.certain;
  }
  out.age = told->age.age;
  out.error = told->age.error;
  // Where all is passed on, the oldest look at it counts.
  for (const Part& part : parts)
    if (out.age && *out.age == Millis(0) && part.age.error && (!out.error || *part.age.error > *out.error))
      out.error = part.age.error;
  if (!out.unread) out.unread = parts.front().unread.reason();
  if (!out.certain) out.certain = parts.front().certain.reason();
  return out;
}

Known<std::int64_t> distance(const Known<std::int64_t>& end, const Known<std::int64_t>& mark) {
  if (!end) return end.reason();
  return mark.map([&](std::int64_t at) { return std::max<std::int64_t>(0, *end - at); });
}

Part group_part(const Snapshot& snapshot, const GroupPartition& of, const TopicTraits& traits, LocalTime at) {
  const MarkKeys keys(of);
  const Known<Measured> committed = read_at(snapshot, keys.committed, at);
  const Known<Measured> high = read_at(snapshot, keys.high, at);
  const Known<Measured> stable = read_at(snapshot, keys.stable, at);
  if (!committed && high && high->value == value_of(read_at(snapshot, keys.floor, at)).value_or(0))
    return {{Millis(0), Millis(at - high->at), AgeMethod::none}, std::int64_t{0}, Millis(0)};
  const Known<std::int64_t> mark = value_of(committed);
  const Known<std::int64_t> unread = distance(value_of(stable ? stable : high), mark);
  const Known<Residue> residue = residue_at(snapshot, keys, traits, at);
  const bool hides = residue && hides_nothing(*residue);
  return {age_at(snapshot, keys, residue, at), unread,
          hides ? Known<Millis>(Millis(0)) : certain_of(snapshot, keys.high, mark, unread, at)};
}

HopReading processor_reading(const Snapshot& snapshot, const Hop& hop, const ClusterName& cluster, LocalTime at) {
  HopReading out;
  if (hop.group.value().empty()) {
    out.age = out.error = Reason::not_probed;
    out.unread = Reason::not_probed;
    return out;
  }
  const TopicTraits traits = traits_at(snapshot, cluster, hop.from, at);
  std::vector<Part> parts;
  for (const TopicPartition& partition : partitions_of(snapshot, cluster, hop.from))
    parts.push_back(group_part(snapshot, {cluster, hop.group, partition}, traits, at));
  out = sum_of(parts);
  if (out.age) out.evidence = Evidence::exact;
  out.atomic = hop_is_atomic(snapshot, hop, at);
  return out;
}

// The source's end and the mirror's mark are read by different lanes: where the mark is beyond, all that was there when
// the end was read is on the target.
Part mirror_part(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                 const MirrorMark& mark, LocalTime at) {
  const SeriesKey key = high_of(mirror.source, partition);
  const Known<Measured> high = read_at(snapshot, key, at);
  if (!high) return {Age::unknown(high.reason()), high.reason(), high.reason()};
  const Known<std::int64_t> stable =
      value_of(read_at(snapshot, {mirror.source, signal::stable, object::partition(partition)}, at));
  const std::int64_t end = std::min(stable.value_or(high->value), high->value);
  if (!mark.done && end == 0) return {{Millis(0), Millis(at - high->at), AgeMethod::none}, std::int64_t{0}, Millis(0)};
  if (!mark.done) return {Age::unknown(mark.done.reason()), mark.done.reason(), mark.done.reason()};
  const std::int64_t unread = std::max<std::int64_t>(0, end - *mark.done);
  if (unread == 0) return {{Millis(0), Millis(at - std::min(high->at, mark.at)), AgeMethod::none}, unread, Millis(0)};
  const Known<Millis> certain = certain_of(snapshot, key, mark.done, unread, at);
  const Known<Crossing> crossing = crossing_before(snapshot, key, Offset(*mark.done), at);
  if (!crossing) return {Age::unknown(crossing.reason()), unread, certain};
  return {
      {std::max(Millis(0), Millis(at - crossing->estimate)), Millis(crossing->hi - crossing->lo), AgeMethod::history},
      unread,
      certain};
}

HopReading mirror_reading(const Snapshot& snapshot, const Hop& hop, LocalTime at) {
  HopReading out;
  if (!hop.mirror_of) return out;
  const MirrorProfile& mirror = *hop.mirror_of;
  std::vector<Part> parts;
  bool exact = true;
  for (const TopicPartition& partition : partitions_of(snapshot, mirror.source, hop.from)) {
    const MirrorMark mark = mirror_mark(snapshot, mirror, partition, at);
    exact = exact && mark.exact;
    parts.push_back(mirror_part(snapshot, mirror, partition, mark, at));
  }
  out = sum_of(parts);
  if (out.age) out.evidence = exact ? Evidence::exact : Evidence::derived;
  out.atomic = exact;
  return out;
}

HopReading sink_reading(const Snapshot& snapshot, const Profile& profile, const Hop& hop, const ClusterName& cluster,
                        LocalTime at) {
  const Path path{.cluster = cluster,
                  .name = hop.name,
                  .topic = hop.from,
                  .group = GroupId(group_of(*hop.leg)),
                  .pipeline = hop.leg};
  const PathEnd end = path_end(snapshot, tables_at(snapshot, at, {}, profile), path, at);
  HopReading out;
  std::vector<Part> parts;
  for (const TableStretch& stretch : end.stretches) {
    const Landing& landing = stretch.landing;
    const Known<std::int64_t> unread = distance(landing.stable ? landing.stable : landing.high, landing.durable);
    const bool drained = stretch.age.age && *stretch.age.age == Millis(0);
    parts.push_back(
        {stretch.age, unread,
         drained ? Known<Millis>(Millis(0)) : certain_of(snapshot, stretch.keys.high, landing.durable, unread, at)});
  }
  if (parts.empty()) return out;
  out = sum_of(parts);
  out.evidence = end.evidence;
  return out;
}

std::vector<Hop> hops_until(const Profile& profile, const PipelineProfile& pipeline, std::size_t end) {
  std::vector<Hop> out;
  const HopProfile* topic = nullptr;
  for (std::size_t i = 0; i <= end; ++i) {
    const HopProfile& of = pipeline.hops[i];
    if (!of.topic.empty()) {
      topic = &of;
      if (!out.empty()) {
        out.back().to = of.topic;
        out.back().to_cluster = of.cluster;
      }
      continue;
    }
    if (!of.sink.empty() && i != end) continue;  // another end
    Hop& hop = out.emplace_back();
    hop.kind = !of.source.empty()      ? HopKind::source
               : !of.processor.empty() ? HopKind::processor
               : !of.mirror.empty()    ? HopKind::mirror
                                       : HopKind::sink;
    hop.name = of.source + of.processor + of.mirror + of.sink;
    hop.group = GroupId(of.connector.empty() || !of.group.empty() ? of.group : "connect-" + of.connector);
    hop.ends_path = i == end;
    if (hop.ends_path) hop.to = hop.name;
    if (topic) {
      hop.cluster = topic->cluster;
      hop.from = TopicName(topic->topic);
    }
    if (hop.kind != HopKind::mirror) continue;
    const auto mirror = std::ranges::find(profile.mirrors, of.mirror, &MirrorProfile::name);
    if (mirror != profile.mirrors.end()) hop.mirror_of = &*mirror;
  }
  return out;
}

// The pipeline itself ends at its first sink; others have legs of their own.
const PipelineProfile* leg_of(const Profile& profile, const PipelineProfile& pipeline, const std::string& sink) {
  if (pipeline.table == sink || sink.empty()) return &pipeline;
  const auto leg = std::ranges::find_if(
      profile.pipelines, [&](const auto& other) { return other.leg_of == pipeline.name && other.table == sink; });
  return leg == profile.pipelines.end() ? &pipeline : &*leg;
}
}  // namespace

std::string_view word(HopKind kind) {
  static constexpr std::array<std::string_view, 4> words{"source", "processor", "mirror", "sink"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<HopEnd> hop_ends(const Profile& profile, const Filter& filter) {
  std::vector<HopEnd> out;
  for (const PipelineProfile& pipeline : profile.pipelines) {
    if (!in_scope(filter.path, pipeline.name)) continue;
    if (!in_scope(filter.class_name, pipeline.class_name.empty() ? "unclassified" : pipeline.class_name)) continue;
    for (std::size_t i = 0; i < pipeline.hops.size(); ++i) {
      const bool ends = !pipeline.hops[i].sink.empty() || i + 1 == pipeline.hops.size();
      if (!ends) continue;
      HopEnd end{&pipeline, hops_until(profile, pipeline, i)};
      end.hops.back().leg = leg_of(profile, pipeline, pipeline.hops[i].sink);
      if (in_scope(filter.table, end.hops.back().to)) out.push_back(std::move(end));
    }
  }
  return out;
}

std::vector<HopEnd> promised_ends(const Profile& profile) {
  std::vector<HopEnd> out;
  for (HopEnd& end : hop_ends(profile)) {
    if (end.hops.size() < 2) continue;
    const ClassProfile* budget = class_of(profile, end.pipeline->class_name);
    end.hops.back().at_group = budget && budget->end == "group";
    out.push_back(std::move(end));
  }
  return out;
}

std::vector<GroupPartition> hop_partitions(const Snapshot& snapshot, const Hop& hop) {
  const ClusterName cluster = hop.mirror_of ? hop.mirror_of->source : cluster_of(snapshot, hop);
  std::vector<GroupPartition> out;
  for (const TopicPartition& partition : partitions_of(snapshot, cluster, hop.from))
    out.push_back({cluster, hop.group, partition});
  return out;
}

bool hop_is_atomic(const Snapshot& snapshot, const Hop& hop, LocalTime at) {
  if (hop.mirror_of) return false;
  const ClusterName output = hop.to_cluster.value().empty() ? cluster_of(snapshot, hop) : hop.to_cluster;
  return hop.ends_path || traits_at(snapshot, output, TopicName(hop.to), at).transactional.value_or(false);
}

HopReading hop_reading(const Snapshot& snapshot, const Profile& profile, const Hop& hop, LocalTime at) {
  if (hop.kind == HopKind::mirror) return mirror_reading(snapshot, hop, at);
  HopReading out;
  if (hop.kind == HopKind::source) {
    out.age = out.error = Reason::not_probed;
    out.unread = Reason::not_probed;
    return out;
  }
  const ClusterName cluster = cluster_of(snapshot, hop);
  if (cluster.value().empty()) return out;
  return hop.kind == HopKind::sink && !hop.at_group ? sink_reading(snapshot, profile, hop, cluster, at)
                                                    : processor_reading(snapshot, hop, cluster, at);
}

SnapshotRequest hop_request(LocalTime at) {
  SnapshotRequest request = lag_request(at);
  for (const std::string_view prefix :
       {std::string_view("table:"), signal::mirrored_prefix, signal::mirrored_target_prefix})
    request.signal_prefixes.emplace_back(prefix);
  request.events = false;
  return request;
}

std::vector<CrossingKey> hop_crossings(const Snapshot& snapshot, const std::vector<HopEnd>& ends, LocalTime at) {
  std::vector<CrossingKey> out;
  const auto want = [&](const SeriesKey& key, std::int64_t offset) {
    if (!crossing_before(snapshot, key, Offset(offset), at)) out.push_back({key, Offset(offset)});
  };
  for (const HopEnd& end : ends)
    for (const Hop& hop : end.hops)
      for (const auto& [cluster, group, partition] : hop_partitions(snapshot, hop)) {
        const SeriesKey key = high_of(cluster, partition);
        const bool table = hop.kind == HopKind::sink && !hop.at_group;
        const Signal signal = table ? signal::table(TableName(hop.name)) : signal::group(group);
        const Known<std::int64_t> mark =
            hop.mirror_of ? mirror_mark(snapshot, *hop.mirror_of, partition, at).done
                          : value_of(read_at(snapshot, {cluster, signal, object::partition(partition)}, at));
        const Known<std::int64_t> high = value_of(read_at(snapshot, key, at));
        if (!mark || !high || *mark + 1 >= *high) continue;
        if (hop.mirror_of) want(key, *mark);
        want(key, *mark + 1);
      }
  return out;
}

}  // namespace tidemark
