// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/topics.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/headroom.h"
#include "models/analysis/last_record.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
using TopicKey = std::pair<ClusterName, TopicName>;

struct Found {
  std::set<PartitionId> partitions;
  std::set<GroupId> readers;
  Known<std::string> worst_group = Reason::not_applicable;
  Known<Millis> worst_age = Reason::not_applicable;
};

bool is_mark(const Signal& signal) {
  return signal == signal::floor || signal == signal::stable || signal == signal::high;
}

std::map<TopicKey, Found> topics_in(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::map<TopicKey, Found> topics;
  for (const Column& column : snapshot.columns) {
    const auto tp = is_mark(column.spec.signal) ? object::as_partition(column.spec.object) : std::nullopt;
    const ClusterName& cluster = snapshot.cluster_of(column);
    if (!tp || !in_scope(filter, cluster, tp->topic)) continue;
    const SeriesKey key{cluster, column.spec.signal, column.spec.object};
    if (asked_at(snapshot, key, at) && read_at(snapshot, key, at).reason() != Reason::deleted)
      topics[{cluster, tp->topic}].partitions.insert(tp->partition);
  }
  for (const StateSpan& span : snapshot.states) {
    if (span.aspect != aspect::partitions || object::kind(span.object) != "topic" || !span.value) continue;
    if (span.from_hi > at || (span.to && *span.to <= at)) continue;
    const ClusterName& cluster = snapshot.sources[span.source].spec.cluster;
    const TopicName topic{std::string(object::name(span.object))};
    if (in_scope(filter, cluster, topic)) topics.try_emplace({cluster, topic});
  }
  return topics;
}

void add_readers(std::map<TopicKey, Found>& topics, const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Filter all_groups = filter;
  all_groups.group.clear();
  for (const LagRow& row : lag_rows(snapshot, at, all_groups)) {
    const auto found = topics.find({row.cluster, row.partition.topic});
    if (found == topics.end()) continue;
    Found& topic = found->second;
    topic.readers.insert(row.group);
    if (!topic.worst_age && row.age.reason() != Reason::none && !topic.worst_group) topic.worst_age = row.age.reason();
    if (row.age && (!topic.worst_age || *row.age > *topic.worst_age)) {
      topic.worst_age = row.age;
      topic.worst_group = row.group.value();
    }
  }
}

// Replicas and leaders of the partitions: unknown while those of one are.
void put_health(const Snapshot& snapshot, const TopicKey& key, const Found& found, LocalTime at, TopicRow& row) {
  if (found.partitions.empty()) return;
  std::int64_t fewest = INT64_MAX, under = 0, leaderless = 0;
  bool replicas_known = true, leaders_known = true, isr_known = true;
  for (const PartitionId id : found.partitions) {
    const Object object = object::partition({key.second, id});
    const Known<std::string> replicas = state_text(snapshot, key.first, object, aspect::replicas, at);
    const Known<std::string> isr = state_text(snapshot, key.first, object, aspect::isr, at);
    const Known<std::string> leader = state_text(snapshot, key.first, object, aspect::leader, at);
    replicas_known = replicas_known && replicas;
    isr_known = isr_known && isr;
    leaders_known = leaders_known && leader;
    if (replicas) fewest = std::min(fewest, static_cast<std::int64_t>(entries(*replicas).size()));
    under += replicas && isr && entries(*isr).size() < entries(*replicas).size();
    leaderless += leader && *leader == "none";
  }
  if (replicas_known) row.replication = fewest;
  if (replicas_known && isr_known) row.urp = under;
  if (leaders_known) row.leaderless = leaderless;
}

void put_configuration(const Snapshot& snapshot, const TopicKey& key, LocalTime at, TopicRow& row) {
  const Object object = object::topic(key.second);
  const auto config = [&](const char* name) {
    return state_text(snapshot, key.first, object, std::string(aspect::config_prefix) + name, at);
  };
  row.cleanup = config("cleanup.policy");
  row.retention = retention_at(snapshot, key.first, key.second, at);
  row.timestamp_type = config("message.timestamp.type").map([](const std::string& type) {
    return std::string(type == "LogAppendTime" ? "append" : "create");
  });
}

void put_records(const Snapshot& snapshot, const TopicKey& key, const Found& found, LocalTime at, TopicRow& row) {
  bool first = true;
  for (const PartitionId id : found.partitions) {
    const Object object = object::partition({key.second, id});
    const SeriesKey high_key{key.first, signal::high, object};
    const Known<std::int64_t> high = value_of(read_at(snapshot, high_key, at));
    const Known<std::int64_t> floor = value_of(read_at(snapshot, {key.first, signal::floor, object}, at));
    if (high && floor && *high >= *floor) {
      row.records_upper = row.records_upper.value_or(0) + *high - *floor;
      ++row.known_partitions;
    } else if (first) {
      row.records_upper = !high ? high.reason() : !floor ? floor.reason() : Reason::ambiguous;
    }
    const Known<double> rate = rate_before(snapshot, high_key, at);
    if (rate)
      row.produce_rate = row.produce_rate.value_or(0) + *rate;
    else if (first)
      row.produce_rate = rate.reason();
    const LastRecord last = last_record(snapshot, {key.first, object}, at);
    if (last.age && (!row.last_record_age || *last.age < *row.last_record_age)) {
      row.last_record_age = last.age;
      row.last_record_age_error = last.error;
    } else if (first && !last.age) {
      row.last_record_age = row.last_record_age_error = last.age.reason();
    }
    first = false;
  }
}

bool worse(const TopicRow& a, const TopicRow& b) {
  const auto key = [](const TopicRow& row) { return row.worst_age.value_or(Millis(-1)); };
  return key(a) != key(b) ? key(a) > key(b) : std::tie(a.cluster, a.topic) < std::tie(b.cluster, b.topic);
}
}  // namespace

std::vector<TopicRow> topic_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  auto topics = topics_in(snapshot, at, filter);
  add_readers(topics, snapshot, at, filter);
  std::vector<TopicRow> rows;
  for (const auto& [key, found] : topics) {
    if (!filter.group.empty() && std::ranges::none_of(found.readers, [&](const GroupId& group) {
          return in_scope(filter.group, group.value());
        }))
      continue;
    TopicRow& row = rows.emplace_back();
    row.cluster = key.first;
    row.topic = key.second;
    row.partitions = state_number(snapshot, key.first, object::topic(key.second), aspect::partitions, at);
    if (!row.partitions && !found.partitions.empty())
      row.partitions = static_cast<std::int64_t>(found.partitions.size());
    row.readers = static_cast<std::int64_t>(found.readers.size());
    row.worst_group = found.worst_group;
    row.worst_age = found.worst_age;
    put_health(snapshot, key, found, at, row);
    put_configuration(snapshot, key, at, row);
    put_records(snapshot, key, found, at, row);
  }
  std::ranges::sort(rows, worse);
  return rows;
}

std::vector<CrossingKey> topic_keys(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<CrossingKey> keys;
  for (const auto& [key, found] : topics_in(snapshot, at, filter))
    for (const PartitionId id : found.partitions) {
      const Object object = object::partition({key.second, id});
      const SeriesKey high_key{key.first, signal::high, object};
      const Known<Measured> high = snapshot.at(high_key, at);
      if (high && last_record(snapshot, {key.first, object}, at).age.reason() == Reason::no_history)
        keys.push_back({high_key, Offset(high->value - 1)});
    }
  return keys;
}

Document topics_document(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Document document = frame("topics", snapshot, snapshot.from, at, filter);
  for (const TopicRow& row : topic_rows(snapshot, at, filter))
    document.rows.push_back({{"cluster", row.cluster.value()},
                             {"topic", row.topic.value()},
                             {"partitions", row.partitions},
                             {"replication", row.replication},
                             {"urp", row.urp},
                             {"leaderless", row.leaderless},
                             {"cleanup", row.cleanup},
                             {"retention_ms", row.retention},
                             {"timestamp_type", row.timestamp_type},
                             {"records_upper", row.records_upper},
                             {"known_partitions", row.known_partitions},
                             {"produce_rate", row.produce_rate},
                             {"last_record_age_ms", row.last_record_age},
                             {"last_record_age_error_ms", row.last_record_age_error},
                             {"readers", row.readers},
                             {"worst_group", row.worst_group},
                             {"worst_age_ms", row.worst_age}});
  return document;
}

}  // namespace tidemark
