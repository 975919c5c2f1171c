// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/growth.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/metrics.h"
#include "models/analysis/scope.h"
#include "models/analysis/topics.h"

namespace tidemark {
namespace {
constexpr double day_ms = 86'400'000;
constexpr std::size_t least_buckets = 12;  // to say what is usual
using TopicKey = std::pair<ClusterName, TopicName>;

// What a topic's partitions gained.
struct Production {
  double a_day = 0;    // of the partitions that are known
  double seen_ms = 0;  // of all of them
  std::size_t partitions = 0;
  std::size_t known = 0;
  std::vector<std::int64_t> gained;  // by bucket
  std::vector<std::size_t> gaining;  // how many partitions say so
};

void add_partition(Production& topic, const LevelColumn& column, const std::vector<BucketTime>& times) {
  topic.gained.resize(times.size());
  topic.gaining.resize(times.size());
  ++topic.partitions;
  std::int64_t gained = 0;
  Millis seen{};
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const Bucket& bucket = column.buckets[i];
    if (bucket.known == 0) continue;
    const std::optional<std::size_t> last = std::exchange(before, i);
    if (!last || bucket.reset || bucket.last < column.buckets[*last].last) continue;
    const std::int64_t more = bucket.last - column.buckets[*last].last;
    gained += more;
    seen += times[i].last - times[*last].last;
    if (*last + 1 != i) continue;
    topic.gained[i] += more;
    ++topic.gaining[i];
  }
  if (seen <= Millis{}) return;
  ++topic.known;
  topic.a_day += static_cast<double>(gained) * day_ms / static_cast<double>(seen.count());
  topic.seen_ms += static_cast<double>(seen.count());
}

std::map<TopicKey, Production> production_of(const LevelData& level, const Filter& filter) {
  std::map<TopicKey, Production> out;
  for (const LevelColumn& column : level.columns) {
    const auto tp = object::as_partition(column.spec.object);
    if (column.spec.signal != signal::high || !tp) continue;
    const LevelLane& lane = level.lanes[column.lane];
    const ClusterName& cluster = level.sources[lane.source].spec.cluster;
    if (in_scope(filter, cluster, tp->topic)) add_partition(out[{cluster, tp->topic}], column, lane.times);
  }
  return out;
}

// Of the buckets that every partition has: the highest over the median.
Known<double> burst_of(const Production& topic) {
  std::vector<std::int64_t> whole;
  for (std::size_t i = 0; i < topic.gained.size(); ++i)
    if (topic.gaining[i] == topic.partitions) whole.push_back(topic.gained[i]);
  if (whole.size() < least_buckets) return Reason::no_history;
  std::ranges::sort(whole);
  const std::int64_t median = whole[whole.size() / 2];
  if (median == 0) return Reason::not_applicable;
  return static_cast<double>(whole.back()) / static_cast<double>(median);
}

// Where two sources tell of a topic nobody knows whether they tell of the same disks.
std::map<TopicKey, Known<double>> measured_bytes(const Snapshot& now, LocalTime at, const Filter& filter) {
  std::map<TopicKey, Known<double>> out;
  for (const MetricRow& row : metric_rows(now, at, {.cluster = filter.cluster})) {
    if (row.signal != log_bytes || object::kind(row.object) != "topic") continue;
    const TopicName topic{std::string(object::name(row.object))};
    const auto [it, fresh] = out.try_emplace({row.cluster, topic}, row.value);
    if (!fresh) it->second = Reason::ambiguous;
  }
  return out;
}

// Offsets of a compacted topic do not say how many records are left between them.
Known<std::int64_t> held_of(const TopicRow& topic, const Known<bool>& compacted) {
  if (!compacted) return compacted.reason();
  if (*compacted) return Reason::ambiguous;
  if (topic.partitions && topic.known_partitions != *topic.partitions) return Reason::never_polled;
  return topic.records_upper;
}

std::string team_of(const Profile& profile, const TopicName& topic) {
  for (const PipelineProfile& pipeline : profile.pipelines) {
    if (pipeline.topic != topic.value()) continue;
    std::string id = pipeline.owner;
    if (id.empty())
      if (const auto it = std::ranges::find(profile.classes, pipeline.class_name, &ClassProfile::name);
          it != profile.classes.end())
        id = it->owner;
    if (id.empty()) continue;
    const auto owner = profile.owners.find(id);
    return owner == profile.owners.end() || owner->second.name.empty() ? id : owner->second.name;
  }
  return {};
}

Known<double> times(const Known<double>& a, const Known<double>& b) {
  if (!a) return a.reason();
  if (!b) return b.reason();
  return *a * *b;
}

Known<double> as_number(const Known<std::int64_t>& value) {
  return value.map([](std::int64_t number) { return static_cast<double>(number); });
}

void put_bytes(GrowthRow& row, const Known<double>& measured, const GrowthTerms& terms) {
  const Known<double> copies = times(as_number(row.records_held), as_number(row.replication));
  row.bytes = measured;
  if (terms.record_bytes)
    row.record_bytes = *terms.record_bytes;
  else if (measured && copies && *copies > 0)
    row.record_bytes = *measured / *copies;
  else if (measured)
    row.record_bytes = copies ? Reason::not_applicable : copies.reason();
  if (measured) {
    row.evidence = "measured";
    return;
  }
  const Known<double> modelled = times(copies, row.record_bytes);
  if (modelled || measured.reason() == Reason::never_polled) row.bytes = modelled;
  if (row.bytes) row.evidence = "modelled";
}

void put_model(GrowthRow& row, const GrowthTerms& terms) {
  const Known<double> one_copy = times(row.records_day, row.record_bytes);
  if (!row.compacted)
    row.growth_bytes_day = row.compacted.reason();
  else
    row.growth_bytes_day =
        *row.compacted ? Known<double>(Reason::ambiguous) : times(one_copy, as_number(row.replication));
  row.largest_replay = times(as_number(row.records_held), row.record_bytes);
  const Known<Millis> retention = terms.retention ? Known<Millis>(*terms.retention) : row.retention;
  const auto held = [&](const Known<double>& a_day, Millis most) -> Known<double> {
    if (!retention) return retention.reason();
    if (!a_day) return a_day.reason();
    return *a_day * terms.rate_times * static_cast<double>(std::min(*retention, most).count()) / day_ms;
  };
  row.retained_model = held(row.growth_bytes_day, Millis::max());
  row.tiered_local = held(row.growth_bytes_day, terms.local_retention);
  row.tiered_remote = row.shared = held(one_copy, Millis::max());
  row.projected = bytes_after(row, terms, terms.horizon);
}

Cell number_cell(const Known<double>& value) {
  return value ? Cell(static_cast<std::int64_t>(*value)) : Cell(value.reason());
}

// By team: those that are known, and how many topics are not.
CellList teams_of(const std::vector<GrowthRow>& rows) {
  struct Sum {
    double bytes = 0, a_day = 0;
    std::int64_t topics = 0, unknown = 0;
  };
  std::map<std::string, Sum> teams;
  for (const GrowthRow& row : rows) {
    Sum& sum = teams[row.team];
    ++sum.topics;
    if (!row.bytes || !row.growth_bytes_day) ++sum.unknown;
    sum.bytes += row.bytes.value_or(0);
    sum.a_day += row.growth_bytes_day.value_or(0);
  }
  CellList out;
  for (const auto& [team, sum] : teams) {
    const bool none = sum.unknown == sum.topics;
    out.emplace_back(CellRecord{
        {"team", team},
        {"topics", sum.topics},
        {"unknown", sum.unknown},
        {"bytes", none ? Cell(Reason::never_polled) : Cell(static_cast<std::int64_t>(sum.bytes))},
        {"growth_bytes_day", none ? Cell(Reason::never_polled) : Cell(static_cast<std::int64_t>(sum.a_day))}});
  }
  return out;
}
}  // namespace

Known<double> bytes_after(const GrowthRow& row, const GrowthTerms& terms, Millis after) {
  if (!row.bytes || !row.growth_bytes_day) return row.bytes ? row.growth_bytes_day : row.bytes;
  const Known<Millis> retention = terms.retention ? Known<Millis>(*terms.retention) : row.retention;
  const double more = *row.growth_bytes_day * terms.rate_times * static_cast<double>(after.count()) / day_ms;
  // Retention that is not-applicable deletes nothing; where it was not read nobody knows what goes.
  if (!retention && retention.reason() != Reason::not_applicable) return retention.reason();
  if (!retention) return *row.bytes + more;
  if (after >= *retention) return row.retained_model;
  return std::min(*row.bytes + more, std::max(*row.bytes, *row.retained_model));
}

SnapshotRequest growth_request(LocalTime at, const Filter& filter) {
  SnapshotRequest request = lag_request(at, filter);
  const SnapshotRequest metrics = metrics_request(at);
  request.from = std::min(request.from, metrics.from);
  request.signal_names.push_back(log_bytes.value());
  request.ages_from_history = false;
  request.events = false;
  return request;
}

LevelRequest production_request(LocalTime from, LocalTime to, const Filter& filter) {
  constexpr auto long_enough = std::chrono::hours(48);  // for hours
  LevelRequest request{.of = {from, to}, .level = to - from >= long_enough ? Grain::hour : Grain::five_minutes};
  const SnapshotRequest scope = lag_request(to, filter);
  request.of.signal_names = {signal::high.value()};
  request.of.cluster_names = scope.cluster_names;
  request.of.topic_names = scope.topic_names;
  request.of.states = request.of.events = false;
  return request;
}

std::vector<GrowthRow> growth_rows(const Snapshot& now, const LevelData& production, LocalTime at,
                                   const GrowthTerms& terms, const Profile& profile, const Filter& filter) {
  const auto produced = production_of(production, filter);
  const auto measured = measured_bytes(now, at, filter);
  const double window_ms =
      production.lanes.empty() || production.lanes.front().times.empty()
          ? 0
          : static_cast<double>((production.lanes.front().times.back().start -
                                 production.lanes.front().times.front().start + width(production.level))
                                    .count());
  std::vector<GrowthRow> rows;
  for (const TopicRow& topic : topic_rows(now, at, filter)) {
    const TopicKey key{topic.cluster, topic.topic};
    GrowthRow row{.cluster = topic.cluster, .topic = topic.topic, .team = team_of(profile, topic.topic)};
    row.compacted = topic.cleanup.map([](const std::string& policy) { return policy.contains("compact"); });
    row.records_held = held_of(topic, row.compacted);
    row.replication = topic.replication;
    row.retention = topic.retention;
    if (const auto it = produced.find(key); it != produced.end() && it->second.known == it->second.partitions) {
      row.records_day = it->second.a_day;
      row.coverage = std::min(1.0, it->second.seen_ms / static_cast<double>(it->second.partitions) / window_ms);
      row.burst = burst_of(it->second);
    }
    const auto bytes = measured.find(key);
    put_bytes(row, bytes == measured.end() ? Known<double>(Reason::never_polled) : bytes->second, terms);
    put_model(row, terms);
    rows.push_back(std::move(row));
  }
  std::ranges::sort(rows, [](const GrowthRow& a, const GrowthRow& b) {
    const double more = a.bytes.value_or(-1), less = b.bytes.value_or(-1);
    return more != less ? more > less : std::tie(a.cluster, a.topic) < std::tie(b.cluster, b.topic);
  });
  return rows;
}

Document growth_document(const Snapshot& now, const LevelData& production, LocalTime at, const GrowthTerms& terms,
                         const Profile& profile, const Filter& filter) {
  const bool seen = !production.lanes.empty() && !production.lanes.front().times.empty();
  Document document = frame("size", now, seen ? production.lanes.front().times.front().start : now.from, at, filter);
  const std::vector<GrowthRow> rows = growth_rows(now, production, at, terms, profile, filter);
  for (const GrowthRow& row : rows)
    document.rows.push_back({{"cluster", row.cluster.value()},
                             {"topic", row.topic.value()},
                             {"bytes", number_cell(row.bytes)},
                             {"growth_bytes_day", number_cell(row.growth_bytes_day)},
                             {"retained_model", number_cell(row.retained_model)},
                             {"projected", number_cell(row.projected)},
                             {"horizon", terms.horizon},
                             {"team", row.team},
                             {"evidence", row.evidence},
                             {"records_day", number_cell(row.records_day)},
                             {"coverage", row.coverage},
                             {"burst", row.burst},
                             {"records_held", row.records_held},
                             {"record_bytes", row.record_bytes},
                             {"replication", row.replication},
                             {"retention_ms", row.retention},
                             {"tiered_local", number_cell(row.tiered_local)},
                             {"tiered_remote", number_cell(row.tiered_remote)},
                             {"shared", number_cell(row.shared)},
                             {"largest_replay", number_cell(row.largest_replay)}});
  document.beside.push_back({"teams", teams_of(rows)});
  if (!terms.record_bytes && std::ranges::any_of(rows, [](const GrowthRow& row) { return row.evidence == "unknown"; }))
    document.notes.emplace_back(
        "bytes need a metrics source that tells the size of logs, or the bytes of a record: --record-bytes");
  return document;
}

}  // namespace tidemark
