// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/mirror.h"

#include <algorithm>
#include <array>
#include <set>

#include "models/analysis/mirror_marks.h"
#include "models/analysis/scope.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
Known<std::int64_t> read(const Snapshot& snapshot, const ClusterName& cluster, const Signal& signal,
                         const TopicPartition& partition, LocalTime at) {
  return value_of(read_at(snapshot, {cluster, signal, object::partition(partition)}, at));
}

Known<Millis> age_since(const Known<Measured>& time, LocalTime at) {
  return time.map([at](const Measured& t) { return std::max(Millis(0), at - local_time(t.value)); });
}

// The partitions of the mirror's topics, by what the source has of them: those with a topic on the target, or a sync.
std::set<TopicPartition> partitions_of(const Snapshot& snapshot, const MirrorProfile& mirror, const Filter& filter) {
  std::set<std::string> topics, there;
  std::set<TopicPartition> all, out;
  for (const Column& column : snapshot.columns) {
    const auto partition = object::as_partition(column.spec.object);
    if (!partition) continue;
    const ClusterName& cluster = snapshot.cluster_of(column);
    if (cluster == mirror.target) there.insert(partition->topic.value());
    if (cluster != mirror.source) continue;
    all.insert(*partition);
    if (column.spec.signal == signal::mirrored(mirror.name)) topics.insert(partition->topic.value());
  }
  for (const TopicPartition& partition : all) {
    const std::string& name = partition.topic.value();
    const bool mirrored = topics.contains(name) || there.contains(mirrored_name(mirror, partition.topic).value());
    if (mirrored && glob_list_match(mirror.topics, name) && in_scope(filter.topic, name)) out.insert(partition);
  }
  return out;
}

// The source's end is read at another time than how far the mirror is: what came between may make the gap smaller.
Between gap_of(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition, LocalTime at) {
  const MirrorMark mark = mirror_mark(snapshot, mirror, partition, at);
  const SeriesKey high{mirror.source, signal::high, object::partition(partition)};
  const Known<Measured> now = read_at(snapshot, high, at);
  if (!now) return Between::unknown(now.reason());
  if (!mark.done) return Between::unknown(now->value == 0 ? Reason::not_applicable : mark.done.reason());
  const auto beyond = [&](std::int64_t end) { return std::max<std::int64_t>(0, end - *mark.done); };
  Between out{std::int64_t{0}, beyond(now->value)};
  const bool plain = mark.exact || is_plain(snapshot, mirror.source, partition.topic, at);
  if (!plain || (mirror.type != "link" && !counts_records(mirror))) return out;
  const Known<Measured> then = now->at > mark.at ? read_at(snapshot, high, mark.at) : now;
  out.least = then ? beyond(then->value) : 0;
  return out;
}

// Where the group's position on the source is on the target.
Between position(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                 std::int64_t offset, LocalTime at) {
  if (mirror.type == "link" && keeps_no_offsets(snapshot, mirror, partition, at))
    return Between::unknown(Reason::ambiguous);
  if (mirror.type == "link") return {offset, offset};
  const std::vector<MirrorPoint> points = mirror_points(snapshot, mirror, partition, at);
  const auto above = std::ranges::lower_bound(points, offset, {}, &MirrorPoint::source);
  if (above != points.end() && above->source == offset) return {above->target, above->target};
  Between out;
  const bool counts = counts_records(mirror);
  if (above != points.end()) {
    out.most = above->target;
    if (counts) out.least = std::max<std::int64_t>(0, above->target - (above->source - offset));
  }
  if (above != points.begin()) {
    const MirrorPoint& below = *(above - 1);
    out.least = std::max(out.least.value_or(below.target), below.target);
    const std::int64_t most = below.target + (offset - below.source);
    if (counts) out.most = std::min(out.most.value_or(most), most);
  }
  if (!out.least && out.most) out.least = Reason::no_history;
  if (!out.most) out.most = out.least ? Reason::ambiguous : Reason::no_history;
  if (!out.least && !out.most) return Between::unknown(points.empty() ? Reason::never_polled : Reason::no_history);
  return out;
}

Between minus(const Between& from, const Known<std::int64_t>& start) {
  const auto less = [&](const Known<std::int64_t>& value) -> Known<std::int64_t> {
    if (!start) return start.reason();
    return value.map([&](std::int64_t v) { return v - *start; });
  };
  return {less(from.least), less(from.most)};
}

MirrorVerdict verdict_of(const MirrorRow& row) {
  using enum MirrorVerdict;
  if (!row.group) {
    if (row.gap.least.value_or(0) > 0) return behind;
    if (!row.gap.most) return unknown;
    return *row.gap.most > 0 ? may_be_behind : aligned;
  }
  if (row.starts_by.empty()) return row.starts_at.reason() == Reason::no_commit ? not_translated : unknown;
  if (row.reread.most && *row.reread.most < 0) return misses;
  if (row.reread.least && *row.reread.least > 0) return rereads;
  if (!row.reread.least || !row.reread.most) return unknown;
  if (*row.reread.least < 0) return may_miss;
  return *row.reread.most > 0 ? may_reread : aligned;
}

std::set<GroupId> groups_of(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                            const TopicPartition& there, const Filter& filter) {
  std::set<GroupId> out;
  const Object source = object::partition(partition), target = object::partition(there);
  for (const Column& column : snapshot.columns) {
    const ClusterName& cluster = snapshot.cluster_of(column);
    std::optional<GroupId> group;
    if (cluster == mirror.source && column.spec.object == source) group = signal::group_of(column.spec.signal);
    if (cluster == mirror.target && column.spec.object == target)
      group = signal::group_of(column.spec.signal, "checkpoint");
    if (group && in_scope(filter.group, group->value())) out.insert(*group);
  }
  return out;
}

void put_group(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& there, LocalTime at,
               MirrorRow& row) {
  const GroupId& group = *row.group;
  row.group_offset = read(snapshot, mirror.source, signal::group(group), row.partition, at);
  row.committed = read(snapshot, mirror.target, signal::group(group), there, at);
  row.translated = read(snapshot, mirror.target, signal::checkpoint(group), there, at);
  row.translated_from = read(snapshot, mirror.target, signal::checkpoint_source(group), there, at);
  row.checkpoint_age =
      age_since(read_at(snapshot, {mirror.target, signal::checkpoint_at(group), object::partition(there)}, at), at);
  if (row.committed) {
    row.starts_at = row.committed;
    row.starts_by = "committed";
  } else if (row.translated) {
    row.starts_at = row.translated;
    row.starts_by = "checkpoint";
  } else {
    const bool none = row.translated.reason() == Reason::never_polled || row.translated.reason() == Reason::no_commit;
    row.starts_at = none ? Reason::no_commit : row.translated.reason();
  }
  row.reread = row.group_offset ? minus(position(snapshot, mirror, row.partition, *row.group_offset, at), row.starts_at)
                                : Between::unknown(row.group_offset.reason());
}

// Words of a total over partitions.
struct Cutover {
  const MirrorRow* head = nullptr;
  std::int64_t partitions = 0;
  std::int64_t known = 0;
  std::int64_t reread_least = 0, reread_most = 0, missed_least = 0, missed_most = 0, waiting_most = 0;
  bool waiting_known = true;
  MirrorVerdict verdict = MirrorVerdict::aligned;
};

// Worst first.
int rank(MirrorVerdict verdict) {
  using enum MirrorVerdict;
  static constexpr std::array order{misses, offsets_differ, not_translated, unknown,    may_miss,
                                    behind, rereads,        may_be_behind,  may_reread, aligned};
  return static_cast<int>(std::ranges::find(order, verdict) - order.begin());
}

void add(Cutover& sum, const MirrorRow& row) {
  ++sum.partitions;
  if (rank(row.verdict) < rank(sum.verdict)) sum.verdict = row.verdict;
  if (row.gap.most)
    sum.waiting_most += *row.gap.most;
  else
    sum.waiting_known = row.gap.most.reason() == Reason::not_applicable && sum.waiting_known;
  if (!row.reread.least || !row.reread.most) return;
  ++sum.known;
  sum.reread_least += std::max<std::int64_t>(0, *row.reread.least);
  sum.reread_most += std::max<std::int64_t>(0, *row.reread.most);
  sum.missed_least += std::max<std::int64_t>(0, -*row.reread.most);
  sum.missed_most += std::max<std::int64_t>(0, -*row.reread.least);
}

std::string_view completeness(const Between& value) {
  if (!value.least || !value.most) return "unknown";
  return *value.least == *value.most ? "exact" : "bounded";
}

std::vector<std::string> notes_of(const Profile& profile) {
  std::vector<std::string> notes;
  for (const MirrorProfile& mirror : profile.mirrors)
    if (mirror.type == "link")
      notes.push_back(mirror.name +
                      ": that it keeps offsets is taken from the profile; of the records themselves nothing is read");
    else if (mirror.type == "mm2" && !mirror.exactly_once)
      notes.push_back(mirror.name +
                      ": whether it writes in transactions is not said (exactly_once), so what lies between two offset "
                      "syncs is not counted");
  return notes;
}

// Whatever an unknown partition is, it is at least what the known ones are.
Known<std::int64_t> at_most(const Cutover& sum, std::int64_t value) {
  return sum.known == sum.partitions ? Known<std::int64_t>(value) : Known<std::int64_t>(Reason::ambiguous);
}
}  // namespace

std::string_view word(MirrorVerdict verdict) {
  static constexpr std::array<std::string_view, 10> words{
      "aligned",        "may-reread", "rereads",       "may-miss",       "misses",
      "not-translated", "behind",     "may-be-behind", "offsets-differ", "unknown"};
  return words[static_cast<std::size_t>(verdict)];
}

Known<std::int64_t> Between::exact() const {
  if (!least) return least.reason();
  if (!most) return most.reason();
  return *least == *most ? least : Known<std::int64_t>(Reason::ambiguous);
}

SnapshotRequest mirror_request(LocalTime at) {
  SnapshotRequest request = lag_request(at);
  request.ages_from_history = false;
  request.events = false;
  request.signal_names.push_back(signal::heartbeat_at.value());
  for (const std::string_view prefix :
       {signal::mirrored_prefix, signal::mirrored_target_prefix, signal::checkpoint_prefix,
        signal::checkpoint_source_prefix, signal::checkpoint_at_prefix})
    request.signal_prefixes.emplace_back(prefix);
  return request;
}

std::vector<MirrorRow> mirror_rows(const Snapshot& snapshot, LocalTime at, const Profile& profile,
                                   const Filter& filter) {
  std::vector<MirrorRow> out;
  for (const MirrorProfile& mirror : profile.mirrors) {
    if (!in_scope(filter.cluster, mirror.source.value()) && !in_scope(filter.cluster, mirror.target.value())) continue;
    const Known<Millis> beat =
        age_since(read_at(snapshot, {mirror.target, signal::heartbeat_at, object::mirror(mirror.name)}, at), at);
    for (const TopicPartition& partition : partitions_of(snapshot, mirror, filter)) {
      const bool differ = mirror.type == "link" && keeps_no_offsets(snapshot, mirror, partition, at);
      const TopicPartition there{mirrored_name(mirror, partition.topic), partition.partition};
      MirrorRow row{.mirror = mirror.name, .source = mirror.source, .target = mirror.target, .partition = partition};
      row.target_topic = there.topic;
      row.source_end = read(snapshot, mirror.source, signal::high, partition, at);
      row.target_end = read(snapshot, mirror.target, signal::high, there, at);
      row.gap = gap_of(snapshot, mirror, partition, at);
      row.heartbeat_age = mirror.type == "link" ? Known<Millis>(Reason::not_applicable) : beat;
      row.reread = Between::unknown(Reason::not_applicable);
      row.verdict = differ ? MirrorVerdict::offsets_differ : verdict_of(row);
      if (filter.group.empty()) out.push_back(row);
      for (const GroupId& group : groups_of(snapshot, mirror, partition, there, filter)) {
        MirrorRow of = row;
        of.group = group;
        put_group(snapshot, mirror, there, at, of);
        of.verdict = differ ? MirrorVerdict::offsets_differ : verdict_of(of);
        out.push_back(std::move(of));
      }
    }
  }
  return out;
}

Document mirror_document(const Snapshot& snapshot, LocalTime at, const Profile& profile, const Filter& filter) {
  Document document = frame("mirror", snapshot, snapshot.from, at, filter);
  for (const MirrorRow& row : mirror_rows(snapshot, at, profile, filter))
    document.rows.push_back({{"mirror", row.mirror},
                             {"source", row.source.value()},
                             {"target", row.target.value()},
                             {"topic", row.partition.topic.value()},
                             {"target_topic", row.target_topic.value()},
                             {"partition", std::int64_t{row.partition.partition.value()}},
                             {"source_end", row.source_end},
                             {"target_end", row.target_end},
                             {"gap", row.gap.exact()},
                             {"gap_least", row.gap.least},
                             {"gap_most", row.gap.most},
                             {"group", row.group.map([](const GroupId& group) { return group.value(); })},
                             {"group_offset", row.group_offset},
                             {"translated", row.translated},
                             {"translated_from", row.translated_from},
                             {"committed", row.committed},
                             {"starts_at", row.starts_at},
                             {"starts_by", row.starts_by.empty() ? Cell(Reason::not_applicable) : Cell(row.starts_by)},
                             {"reread", row.reread.exact()},
                             {"reread_least", row.reread.least},
                             {"reread_most", row.reread.most},
                             {"completeness", completeness(row.group ? row.reread : row.gap)},
                             {"checkpoint_age_ms", row.checkpoint_age},
                             {"heartbeat_age_ms", row.heartbeat_age},
                             {"verdict", word(row.verdict)}});
  document.notes = notes_of(profile);
  return document;
}

Document cutover_document(const Snapshot& snapshot, LocalTime at, const Profile& profile, const Filter& filter) {
  Document document = frame("mirror", snapshot, snapshot.from, at, filter);
  const std::vector<MirrorRow> rows = mirror_rows(snapshot, at, profile, filter);
  std::vector<Cutover> sums;
  for (const MirrorRow& row : rows) {
    if (!row.group) continue;
    auto sum = std::ranges::find_if(sums, [&](const Cutover& other) {
      return other.head->mirror == row.mirror && other.head->group == row.group &&
             other.head->partition.topic == row.partition.topic;
    });
    if (sum == sums.end()) sum = sums.insert(sums.end(), Cutover{.head = &row});
    add(*sum, row);
  }
  std::ranges::stable_sort(sums, {}, [](const Cutover& sum) { return rank(sum.verdict); });
  for (const Cutover& sum : sums) {
    const bool exact =
        sum.known == sum.partitions && sum.reread_least == sum.reread_most && sum.missed_least == sum.missed_most;
    document.rows.push_back({{"mirror", sum.head->mirror},
                             {"source", sum.head->source.value()},
                             {"target", sum.head->target.value()},
                             {"group", sum.head->group->value()},
                             {"topic", sum.head->partition.topic.value()},
                             {"target_topic", sum.head->target_topic.value()},
                             {"partitions", sum.partitions},
                             {"known_partitions", sum.known},
                             {"reread_least", sum.reread_least},
                             {"reread_most", at_most(sum, sum.reread_most)},
                             {"missed_least", sum.missed_least},
                             {"missed_most", at_most(sum, sum.missed_most)},
                             {"waiting_most", sum.waiting_known ? Cell(sum.waiting_most) : Cell(Reason::ambiguous)},
                             {"completeness", exact                         ? "exact"
                                              : sum.known == sum.partitions ? "bounded"
                                                                            : "unknown"},
                             {"verdict", word(sum.verdict)}});
  }
  document.notes = notes_of(profile);
  return document;
}

}  // namespace tidemark
