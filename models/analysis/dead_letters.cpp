// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/dead_letters.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/last_record.h"
#include "models/analysis/marks.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
using TopicKey = std::pair<ClusterName, TopicName>;
using Partitions = std::map<TopicKey, std::set<PartitionId>>;

Partitions partitions_in(const Snapshot& snapshot, LocalTime at) {
  Partitions out;
  for (const Column& column : snapshot.columns) {
    if (column.spec.signal != signal::high) continue;
    const auto tp = object::as_partition(column.spec.object);
    const ClusterName& cluster = snapshot.cluster_of(column);
    const SeriesKey key{cluster, column.spec.signal, column.spec.object};
    if (tp && asked_at(snapshot, key, at) && read_at(snapshot, key, at).reason() != Reason::deleted)
      out[{cluster, tp->topic}].insert(tp->partition);
  }
  return out;
}

struct Scene {
  const Snapshot& snapshot;
  LocalTime at;
  Partitions partitions;
  std::vector<DeadLetterPlace> places;
};

Scene scene_of(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  Scene scene{snapshot, at, partitions_in(snapshot, at), {}};
  std::set<TopicKey> topics;
  for (const auto& [key, ids] : scene.partitions) topics.insert(key);
  scene.places = dead_letter_places(snapshot, at, profile, topics);
  std::erase_if(scene.places,
                [&](const DeadLetterPlace& place) { return !in_scope(filter, place.cluster, place.topic); });
  return scene;
}

struct PartitionMarks {
  SeriesKey high_key;
  Known<std::int64_t> floor, high;
};

std::vector<PartitionMarks> marks_of(const Scene& scene, const DeadLetterPlace& place) {
  std::vector<PartitionMarks> out;
  const auto found = scene.partitions.find({place.cluster, place.topic});
  if (found == scene.partitions.end()) return out;
  for (const PartitionId id : found->second) {
    const Object object = object::partition({place.topic, id});
    const SeriesKey high{place.cluster, signal::high, object}, floor{place.cluster, signal::floor, object};
    out.push_back(
        {high, value_of(read_at(scene.snapshot, floor, scene.at)), value_of(read_at(scene.snapshot, high, scene.at))});
  }
  return out;
}

// Of all partitions, or unknown: a part of a sum would be too little.
void put_depth(const Scene& scene, const std::vector<PartitionMarks>& marks, DeadLetterRow& row) {
  if (marks.empty()) return;
  row.depth_upper = 0;
  row.rate = 0.0;
  for (const PartitionMarks& one : marks) {
    if (!one.floor || !one.high)
      row.depth_upper = !one.floor ? one.floor.reason() : one.high.reason();
    else if (row.depth_upper)
      row.depth_upper = *row.depth_upper + std::max<std::int64_t>(0, *one.high - *one.floor);
    const Known<double> rate = rate_before(scene.snapshot, one.high_key, scene.at);
    if (!rate)
      row.rate = rate.reason();
    else if (row.rate)
      row.rate = *row.rate + *rate;
    const LastRecord last = last_record(scene.snapshot, {row.place.cluster, one.high_key.object}, scene.at);
    if (last.age && (!row.last_age || *last.age < *row.last_age)) row.last_age = last.age;
  }
}

// As the timeline saw it come.
void put_oldest_seen(const Scene& scene, const std::vector<PartitionMarks>& marks, DeadLetterRow& row) {
  const auto unknown = [&](Reason reason) {
    row.oldest_age = row.oldest_age_error = reason;
    row.oldest_age_method = reason;
  };
  if (!marks.empty()) unknown(Reason::not_applicable);
  for (const PartitionMarks& one : marks) {
    if (!one.floor || !one.high) return unknown(!one.floor ? one.floor.reason() : one.high.reason());
    if (*one.high <= *one.floor) continue;
    const Known<Crossing> came = crossing_before(scene.snapshot, one.high_key, Offset(*one.floor), scene.at);
    if (!came) return unknown(came.reason());
    const Millis age = std::max(Millis(0), Millis(scene.at - came->hi));
    if (row.oldest_age && *row.oldest_age >= age) continue;
    row.oldest_age = age;
    row.oldest_age_error = came->hi - came->lo;
    row.oldest_age_method = AgeMethod::history;
  }
}

// As it says itself; only where the timeline did not see it come.
void put_oldest_read(const Scene& scene, const SeriesKey& key, DeadLetterRow& row) {
  if (row.oldest_age || row.oldest_age.reason() == Reason::not_applicable) return;
  const Known<Measured> time = scene.snapshot.at(key, scene.at);
  if (!time || time->value > ms(scene.at)) return;
  row.oldest_age = scene.at - local_time(time->value);
  row.oldest_age_error = Reason::not_supported;
  row.oldest_age_method = AgeMethod::record;
}

bool reads_dead_letters(const Scene& scene, const ClusterName& cluster) {
  return std::ranges::any_of(scene.snapshot.lanes, [&](const LaneInfo& lane) {
    return lane.name == "dead-letters" && scene.snapshot.sources[lane.source].spec.cluster == cluster &&
           polls_until(lane, scene.at) > 0;
  });
}

void put_causes(const Scene& scene, DeadLetterRow& row) {
  const Object object = object::topic(row.place.topic);
  const auto value = [&](const Signal& signal) {
    return value_of(read_at(scene.snapshot, {row.place.cluster, signal, object}, scene.at));
  };
  row.may_read = reads_dead_letters(scene, row.place.cluster);
  row.read = value(signal::dead_letters_read);
  if (!row.read && row.read.reason() == Reason::never_polled)
    row.read = row.may_read ? Reason::not_probed : Reason::no_permission;
  row.unread = row.read ? value(signal::dead_letters_unread) : Known<std::int64_t>(row.read.reason());
  if (row.read) row.causes = dead_letter_counts(scene.snapshot, scene.at, row.place);
}

Known<std::string> only_one(const std::set<std::string>& all, Reason none) {
  if (all.empty()) return none;
  if (all.size() > 1) return Reason::ambiguous;
  return *all.begin();
}

// Headers know better than what is configured.
void put_names(DeadLetterRow& row) {
  std::set<std::string> origins, writers;
  for (const DeadLetterCause& cause : row.place.causes) {
    if (!cause.origin.empty()) origins.insert(cause.origin);
    if (!cause.by.empty()) writers.insert(cause.by);
  }
  if (!origins.empty()) row.place.origins = std::move(origins);
  if (!writers.empty()) row.place.writers = std::move(writers);
  const Reason none = row.read ? Reason::not_supported : row.read.reason();
  row.origin = only_one(row.place.origins, none);
  row.writer = only_one(row.place.writers, none);
  if (row.place.origins.empty()) row.suggested_origin = suggested_origin(row.place.topic.value()).value_or("");
}

bool worse(const DeadLetterRow& a, const DeadLetterRow& b) {
  const auto key = [](const DeadLetterRow& row) {
    return std::tuple(-row.rate.value_or(0), -row.depth_upper.value_or(0),
                      std::tie(row.place.cluster, row.place.topic));
  };
  return key(a) < key(b);
}

Cell list_of(const std::set<std::string>& names) {
  CellList out;
  for (const std::string& name : names) out.emplace_back(name);
  return out;
}

// What is not said is null, with why: no header tells it.
Cell said(const std::string& text) { return text.empty() ? Cell(Reason::not_supported) : Cell(text); }

Cell causes_cell(const DeadLetterRow& row) {
  if (!row.read) return row.read.reason();
  CellList out;
  for (const DeadLetterCount& one : row.causes)
    out.emplace_back(CellRecord{{"class", said(one.cause.error_class)},
                                {"stage", said(one.cause.stage)},
                                {"n", one.n},
                                {"sample_partition", std::int64_t{one.cause.partition}},
                                {"sample_offset", one.cause.offset},
                                {"last_partition", one.last_partition},
                                {"last_offset", one.last_offset},
                                {"origin", said(one.cause.origin)},
                                {"by", said(one.cause.by)},
                                {"headers", said(one.cause.family)},
                                {"message", said(one.cause.message)}});
  return out;
}

// All causes on one line, most first.
std::string why_text(const DeadLetterRow& row) {
  constexpr std::size_t most = 3;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, row.causes.size()); ++i) {
    const Known<std::int64_t>& n = row.causes[i].n;
    out += (i == 0 ? "" : "; ") + (n ? std::to_string(*n) : "?") + " × " + cause_words(row.causes[i].cause, false);
  }
  return row.causes.size() > most ? out + "; …" : out;
}

void add_notes(const std::vector<DeadLetterRow>& rows, Document& document) {
  std::set<std::string> unreadable;
  for (const DeadLetterRow& row : rows) {
    const std::string& topic = row.place.topic.value();
    if (row.place.proof == DeadLetterProof::name)
      document.notes.push_back(topic + " is taken for a dead-letter topic by its name alone.");
    if (!row.may_read) unreadable.insert(row.place.cluster.value());
    if (row.read && row.unread && *row.unread > 0)
      document.notes.push_back(topic + ": causes are counted among the " + std::to_string(*row.read) +
                               " records that were read; up to " + std::to_string(*row.unread) + " were not.");
    if (row.compacted || row.transactional.value_or(false))
      document.notes.push_back(topic + (row.compacted ? " is compacted" : " is written in transactions") +
                               ": it holds fewer records than its offsets say.");
    if (row.oldest_age_method == Known<AgeMethod>(AgeMethod::record))
      document.notes.push_back(topic +
                               ": the oldest age is by the record's own timestamp, which may be that of the "
                               "record that failed.");
  }
  for (const std::string& cluster : unreadable)
    document.notes.push_back("Causes need the headers of records: write \"read\": [\"dead-letters\"] to the cluster " +
                             cluster + " in the profile.");
}
}  // namespace

std::vector<DeadLetterCount> dead_letter_counts(const Snapshot& snapshot, LocalTime at, const DeadLetterPlace& place) {
  std::vector<DeadLetterCount> out;
  const Object object = object::topic(place.topic);
  for (const DeadLetterCause& cause : place.causes) {
    const std::string id = cause_id(cause);
    const auto value = [&](const Signal& signal) {
      return value_of(read_at(snapshot, {place.cluster, signal, object}, at));
    };
    out.push_back({cause, value(signal::dead_letters(id)), value(signal::dead_letter_partition(id)),
                   value(signal::dead_letter_offset(id))});
  }
  std::ranges::stable_sort(out, std::greater(), [](const DeadLetterCount& one) { return one.n.value_or(0); });
  return out;
}

std::string cause_words(const DeadLetterCause& cause, bool whole_class) {
  if (cause.error_class.empty()) return cause.message.empty() ? "no cause in the headers" : cause.message;
  const auto dot = whole_class ? std::string::npos : cause.error_class.rfind('.');
  std::string out = dot == std::string::npos ? cause.error_class : cause.error_class.substr(dot + 1);
  if (!cause.stage.empty()) out += " in " + cause.stage;
  return out;
}

SnapshotRequest dead_letters_request(LocalTime at, const Filter& filter) {
  SnapshotRequest request = lag_request(at, filter);
  request.signal_prefixes = {"dead_letters:", "dead_letter_partition:", "dead_letter_offset:"};
  for (const Signal& signal : {signal::dead_letters_read, signal::dead_letters_unread, signal::dead_letters_oldest})
    request.signal_names.push_back(signal.value());
  request.topic_names.clear();  // states of connectors name the topics
  return request;
}

std::vector<CrossingKey> dead_letter_keys(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                          const Profile& profile) {
  std::vector<CrossingKey> keys;
  const Scene scene = scene_of(snapshot, at, filter, profile);
  for (const DeadLetterPlace& place : scene.places)
    for (const PartitionMarks& one : marks_of(scene, place))
      if (one.floor && one.high && *one.high > *one.floor &&
          !crossing_before(snapshot, one.high_key, Offset(*one.floor), at))
        keys.push_back({one.high_key, Offset(*one.floor)});
  return keys;
}

std::vector<DeadLetterRow> dead_letter_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                            const Profile& profile) {
  const Scene scene = scene_of(snapshot, at, filter, profile);
  std::vector<DeadLetterRow> rows;
  for (const DeadLetterPlace& place : scene.places) {
    DeadLetterRow row{.place = place};
    const TopicTraits traits = traits_at(snapshot, place.cluster, place.topic, at);
    row.compacted = traits.compacted;
    row.transactional = traits.transactional;
    const auto marks = marks_of(scene, place);
    put_depth(scene, marks, row);
    put_oldest_seen(scene, marks, row);
    put_oldest_read(scene, {place.cluster, signal::dead_letters_oldest, object::topic(place.topic)}, row);
    put_causes(scene, row);
    put_names(row);
    const auto by = [&](std::string_view name) { return in_scope(filter.group, name); };
    if (filter.group.empty() || (row.writer && by(object::name(Object(*row.writer))))) rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, worse);
  return rows;
}

Document dead_letters_document(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  Document document = frame("deadletters", snapshot, snapshot.from, at, filter);
  const std::vector<DeadLetterRow> rows = dead_letter_rows(snapshot, at, filter, profile);
  for (const DeadLetterRow& row : rows) {
    const auto name = row.writer.map([](const std::string& w) { return std::string(object::name(Object(w))); });
    const auto kind = row.writer.map([](const std::string& w) { return std::string(object::kind(Object(w))); });
    document.rows.push_back(
        {{"cluster", row.place.cluster.value()},
         {"topic", row.place.topic.value()},
         {"known_by", word(row.place.proof)},
         {"origin", row.origin},
         {"origins", list_of(row.place.origins)},
         {"suggested_origin", row.suggested_origin.empty() ? Cell(Reason::not_applicable) : Cell(row.suggested_origin)},
         {"connector_or_group", name},
         {"writer_kind", kind},
         {"depth_upper", row.depth_upper},
         {"rate", row.rate},
         {"oldest_age_ms", row.oldest_age},
         {"oldest_age_error_ms", row.oldest_age_error},
         {"oldest_age_method", row.oldest_age_method.map([](AgeMethod m) { return std::string(word(m)); })},
         {"last_age_ms", row.last_age},
         {"read", row.read},
         {"unread", row.unread},
         {"why", row.read.map([&](std::int64_t) { return why_text(row); })},
         {"causes", causes_cell(row)}});
  }
  add_notes(rows, document);
  return document;
}

}  // namespace tidemark
