// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/path_end.h"

#include <algorithm>
#include <optional>

namespace tidemark {
namespace {
bool is_fed_by(const TableInfo& table, const Path& path) {
  if (!path.cluster.value().empty() && table.cluster != path.cluster) return false;
  if (path.pipeline && !path.pipeline->table.empty()) return table.table.value() == path.pipeline->table;
  return table.group && *table.group == path.group;
}

Age age_of(const Snapshot& snapshot, const TableInfo& table, const TableStretch& stretch, LocalTime at) {
  if (!table.tells_offsets()) return Age::unknown(Reason::not_supported);
  const Known<Measured> high = read_at(snapshot, stretch.keys.high, at);
  if (!stretch.landing.durable && high && high->value == 0) return {Millis(0), Millis(at - high->at), AgeMethod::none};
  return age_at(snapshot, stretch.keys, landing_residue(snapshot, table, stretch.partition, stretch.landing, at), at);
}

std::vector<TableStretch> stretches_of(const Snapshot& snapshot, const TableInfo& table, const TopicName& topic,
                                       LocalTime at) {
  std::vector<TableStretch> out;
  for (const TopicPartition& partition : partitions_of(snapshot, table)) {
    if (partition.topic != topic) continue;
    TableStretch& stretch = out.emplace_back(TableStretch{&table, partition, landing_of(snapshot, table, partition, at),
                                                          landing_keys(table.cluster, table.table, partition), Age()});
    stretch.age = age_of(snapshot, table, stretch, at);
  }
  return out;
}

// Which stage the oldest record that is not in the table has not reached.
Known<Stage> where_of(const TableStretch& stretch) {
  const Landing& landing = stretch.landing;
  if (!landing.durable && !stretch.age.age) return landing.durable.reason();
  const std::int64_t durable = landing.durable.value_or(0);
  if (stretch.age.age && *stretch.age.age == Millis(0)) {
    const bool held = landing.stable && landing.high && *landing.stable < *landing.high && durable >= *landing.stable;
    return held ? Known<Stage>(Stage::readable) : Known<Stage>(Reason::not_applicable);
  }
  if (!landing.committed) return Stage::table;  // nobody says how far it was read
  if (durable < *landing.committed) return Stage::table;
  return landing.stable && durable >= *landing.stable ? Stage::readable : Stage::group;
}

void put_oldest(const std::vector<TableStretch>& stretches, PathEnd& end) {
  const TableStretch* oldest = nullptr;
  const TableStretch* unknown = nullptr;
  for (const TableStretch& stretch : stretches) {
    if (!stretch.age.age && !unknown) unknown = &stretch;
    if (stretch.age.age && (!oldest || *stretch.age.age > *oldest->age.age)) oldest = &stretch;
  }
  const TableStretch& told = unknown ? *unknown : *oldest;
  end.age = told.age.age;
  end.age_error = told.age.error;
  end.at_least = certain_age((oldest ? oldest : unknown)->age.age, (oldest ? oldest : unknown)->age.error);
  end.where = where_of(told);
  end.worst = told.partition;
  if (!unknown && *oldest->age.age == Millis(0)) end.worst = Reason::not_applicable;
}

void put_not_landed(const std::vector<TableStretch>& stretches, PathEnd& end) {
  end.not_landed = stretches.front().landing.commit_gap;
  if (end.not_landed) end.not_landed = 0;
  for (const TableStretch& stretch : stretches)
    if (const auto& gap = stretch.landing.commit_gap)
      end.not_landed = end.not_landed.value_or(0) + std::max<std::int64_t>(0, *gap);
}

// When retention reaches the first record that is not in the table.
Known<LocalTime> safe_until(const Snapshot& snapshot, const std::vector<TableStretch>& stretches, LocalTime at) {
  constexpr Millis longest = std::chrono::hours(24 * 366 * 100);
  std::optional<LocalTime> first;
  Reason why = Reason::not_applicable;
  for (const TableStretch& stretch : stretches) {
    if (stretch.age.age && *stretch.age.age == Millis(0)) continue;
    const Known<Millis> left = landing_headroom(snapshot, *stretch.table, stretch.partition, at);
    if (!left)
      why = left.reason();
    else if (const LocalTime until = at + std::min(*left, longest); !first || until < *first)
      first = until;
  }
  return first ? Known<LocalTime>(*first) : Known<LocalTime>(why);
}

PathEnd end_at(const Snapshot& snapshot, std::vector<TableStretch> stretches, LocalTime at) {
  PathEnd end;
  put_oldest(stretches, end);
  put_not_landed(stretches, end);
  end.safe_until = safe_until(snapshot, stretches, at);
  end.evidence = stretches.front().table->evidence;
  end.stretches = std::move(stretches);
  return end;
}

bool speaks_before(const PathEnd& a, const PathEnd& b) {
  if (!a.age || !b.age) return a.age.known() && *a.age > Millis(0);
  return *a.age > *b.age;
}
}  // namespace

PathEnd path_end(const Snapshot& snapshot, const std::vector<TableInfo>& tables, const Path& path, LocalTime at) {
  PathEnd out;
  std::int64_t known = 0, all = 0;
  for (const TableInfo& table : tables) {
    if (!is_fed_by(table, path)) continue;
    auto stretches = stretches_of(snapshot, table, path.topic, at);
    if (stretches.empty()) continue;
    all += std::ssize(stretches);
    known += std::ranges::count_if(
        stretches, [](const TableStretch& s) { return s.landing.durable.known() || s.age.age.known(); });
    PathEnd end = end_at(snapshot, std::move(stretches), at);
    if (out.stretches.empty() || speaks_before(end, out)) out = std::move(end);
  }
  out.known = known;
  out.all = all;
  return out;
}

}  // namespace tidemark
