// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/snapshot_loader.h"

#include <algorithm>
#include <map>

#include "models/timeline/clock_order.h"
#include "models/timeline/commit_table.h"
#include "models/timeline/wanted.h"

namespace tidemark {
namespace {
constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::size_t max_cells = 150'000'000;  // 9 bytes each

// After a series left its lane the object stays deleted until it comes back.
void keep_deleted(Column& column) {
  for (std::size_t i = 1; i < column.reasons.size(); ++i)
    if (column.reasons[i] == Reason::never_polled && column.reasons[i - 1] == Reason::deleted)
      column.reasons[i] = Reason::deleted;
}
}  // namespace

Result<std::shared_ptr<const Snapshot>> SnapshotLoader::load() {
  snapshot_->from = request_.from;
  snapshot_->to = request_.to;
  load_times();
  load_lanes(true);
  TM_CHECK(load_columns());
  load_told();
  load_errors();
  snapshot_->index();
  TM_CHECK(load_crossings());
  return snapshot_;
}

std::shared_ptr<const Snapshot> SnapshotLoader::load_beside() {
  snapshot_->from = request_.from;
  snapshot_->to = request_.to;
  load_times();
  load_lanes(false);
  load_told();
  snapshot_->index();
  return snapshot_;
}

void SnapshotLoader::load_told() {
  if (request_.states) load_states();
  if (request_.events) load_events();
  if (request_.min_commits > 0) load_commits();
  load_gaps();
}

void SnapshotLoader::load_times() {
  snapshot_->generation =
      static_cast<std::uint64_t>(number(db_, "SELECT value FROM meta WHERE key = 'generation'").value_or(0));
  SQLite::Statement times(db_,
                          "SELECT (SELECT min(wall_ms) FROM poll WHERE lane = l.id), "
                          "(SELECT max(wall_ms) FROM poll WHERE lane = l.id) FROM lane l");
  while (times.executeStep()) {
    const auto oldest = time_or_null(times.getColumn(0));
    const auto newest = time_or_null(times.getColumn(1));
    if (oldest && (!snapshot_->oldest || *oldest < *snapshot_->oldest)) snapshot_->oldest = oldest;
    if (newest && (!snapshot_->newest || *newest > *snapshot_->newest)) snapshot_->newest = newest;
  }
}

void SnapshotLoader::load_lanes(bool polls) {
  for (const SourceInfo& source : catalogue_.sources) {
    const bool wanted = wants_cluster(request_, source.spec.cluster);
    source_of_.push_back(wanted ? snapshot_->sources.size() : none);
    if (wanted) snapshot_->sources.push_back(source);
  }
  for (const LaneInfo& lane : catalogue_.lanes) {
    const bool wanted = source_of_[lane.source] != none;
    lane_of_.push_back(wanted ? snapshot_->lanes.size() : none);
    if (!wanted) continue;
    LaneInfo info = lane;
    info.source = source_of_[lane.source];
    if (polls) load_polls(info);
    snapshot_->lanes.push_back(std::move(info));
  }
  drop_overtaken(snapshot_->lanes);
}

void SnapshotLoader::load_polls(LaneInfo& lane) {
  SQLite::Statement polls(db_,
                          "SELECT seq, wall_ms, mono_ms, boot, took_ms, flags, due, answered, requests, bytes, cpu_us "
                          "FROM poll WHERE lane = ?1 "
                          "AND seq IN (SELECT seq FROM poll WHERE lane = ?1 AND wall_ms BETWEEN ?2 AND ?3 UNION "
                          "SELECT seq FROM (SELECT seq FROM poll WHERE lane = ?1 AND wall_ms <= ?3 ORDER BY wall_ms "
                          "DESC LIMIT ?4)) ORDER BY seq");
  bound(polls, lane.id.value(), ms(request_.from), ms(request_.to), static_cast<std::int64_t>(request_.min_polls));
  while (polls.executeStep()) {
    PollInfo& poll = lane.polls.emplace_back();
    poll.seq = polls.getColumn(0).getInt64();
    poll.wall = local_time(polls.getColumn(1).getInt64());
    poll.mono = MonoTime(Millis(polls.getColumn(2).getInt64()));
    poll.boot = static_cast<std::uint32_t>(polls.getColumn(3).getInt64());
    poll.took = Millis(polls.getColumn(4).getInt64());
    poll.due = polls.getColumn(6).getInt64();
    poll.answered = polls.getColumn(7).getInt64();
    poll.cost = PollCost{polls.getColumn(8).getInt64(), polls.getColumn(9).getInt64(),
                         (polls.getColumn(5).getInt64() & 1) != 0, polls.getColumn(10).getInt64()};
  }
}

Result<> SnapshotLoader::load_columns() {
  std::map<std::size_t, std::vector<std::size_t>> by_lane;
  std::size_t cells = 0;
  for (std::size_t i = 0; i < catalogue_.columns.size(); ++i) {
    const std::size_t lane = lane_of_[catalogue_.columns[i].lane];
    if (lane == none || snapshot_->lanes[lane].polls.empty() || !wants_series(request_, catalogue_.columns[i].spec))
      continue;
    by_lane[lane].push_back(i);
    cells += snapshot_->lanes[lane].polls.size();
  }
  if (cells > max_cells)
    return fail(ErrorCode::input,
                "the window holds " + std::to_string(cells) + " values, more than fit into memory at once", {},
                "choose a shorter window or fewer topics");
  for (const auto& [lane, columns] : by_lane) TM_CHECK(load_lane(lane, columns));
  return {};
}

Result<> SnapshotLoader::load_lane(std::size_t lane, const std::vector<std::size_t>& columns) {
  const std::vector<PollInfo>& polls = snapshot_->lanes[lane].polls;
  std::vector<Column> read(columns.size());
  const auto present = std::make_unique<bool[]>(columns.size());
  BlockReader::Targets targets;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    read[i].values.resize(polls.size());
    read[i].reasons.resize(polls.size(), Reason::never_polled);
    for (const SeriesId life : catalogue_.columns[columns[i]].lives)
      targets[life] = BlockReader::Target{read[i].values, read[i].reasons, &present[i]};
  }
  for (std::size_t i = 0; i < polls.size();) {
    const std::int64_t block = polls[i].seq / block_size;
    BlockReader::Positions positions;
    positions.fill(-1);
    for (; i < polls.size() && polls[i].seq / block_size == block; ++i)
      positions[static_cast<std::size_t>(polls[i].seq % block_size)] = static_cast<std::int32_t>(i);
    TM_CHECK(blocks_.read(snapshot_->lanes[lane].id, block, positions, targets));
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!present[i]) continue;
    const CatalogueColumn& from = catalogue_.columns[columns[i]];
    read[i].id = from.lives.back();
    read[i].lane = lane;
    read[i].spec = from.spec;
    keep_deleted(read[i]);
    snapshot_->columns.push_back(std::move(read[i]));
  }
  return {};
}

void SnapshotLoader::load_states() {
  std::map<std::int64_t, std::size_t> sources;
  for (std::size_t i = 0; i < snapshot_->sources.size(); ++i) sources[snapshot_->sources[i].id.value()] = i;
  SQLite::Statement rows(db_,
                         "SELECT id, source, object, aspect, from_lo, from_hi, \"to\", value, detail FROM state "
                         "WHERE \"to\" > ?1 AND from_hi <= ?2 UNION ALL "
                         "SELECT id, source, object, aspect, from_lo, from_hi, \"to\", value, detail FROM state "
                         "WHERE \"to\" IS NULL AND from_hi <= ?2 ORDER BY from_hi, id");
  bound(rows, ms(request_.from), ms(request_.to));
  while (rows.executeStep()) {
    const auto source = sources.find(rows.getColumn(1).getInt64());
    Object object(text_of(rows.getColumn(2)));
    if (source == sources.end() || !wants_topic(request_, object)) continue;
    StateSpan& span = snapshot_->states.emplace_back();
    span.source = source->second;
    span.object = std::move(object);
    span.aspect = text_of(rows.getColumn(3));
    span.from_lo = time_or_null(rows.getColumn(4));
    span.from_hi = local_time(rows.getColumn(5).getInt64());
    span.to = time_or_null(rows.getColumn(6));
    if (!rows.getColumn(7).isNull()) span.value = text_of(rows.getColumn(7));
    span.detail = text_of(rows.getColumn(8));
  }
}

void SnapshotLoader::load_events() {
  SQLite::Statement rows(
      db_,
      "SELECT source, lo, hi, layer, kind, object, text, severity FROM event WHERE hi BETWEEN ? AND ? ORDER BY hi, id");
  bound(rows, ms(request_.from), ms(request_.to));
  while (rows.executeStep()) {
    SourceEvent event;
    if (const auto id = number_or_null(rows.getColumn(0))) {
      const auto source = std::ranges::find(snapshot_->sources, SourceId(*id), &SourceInfo::id);
      if (source == snapshot_->sources.end()) continue;
      event.source = static_cast<std::size_t>(source - snapshot_->sources.begin());
    }
    event.event =
        Event{time_or_null(rows.getColumn(1)), local_time(rows.getColumn(2).getInt64()), text_of(rows.getColumn(3)),
              text_of(rows.getColumn(4)),      Object(text_of(rows.getColumn(5))),       text_of(rows.getColumn(6)),
              text_of(rows.getColumn(7))};
    if (wants_topic(request_, event.event.object)) snapshot_->events.push_back(std::move(event));
  }
}

void SnapshotLoader::load_commits() {
  std::map<std::int64_t, std::size_t> sources;
  for (std::size_t i = 0; i < snapshot_->sources.size(); ++i) sources[snapshot_->sources[i].id.value()] = i;
  snapshot_->commits = tidemark::load_commits(db_, sources, request_.from, request_.to, request_.min_commits);
}

void SnapshotLoader::load_gaps() {
  SQLite::Statement rows(
      db_,
      "SELECT lane, from_ms, to_ms, reason, detail FROM gap WHERE to_ms >= ? AND from_ms <= ? ORDER BY from_ms, id");
  bound(rows, ms(request_.from), ms(request_.to));
  while (rows.executeStep()) {
    const auto lane = std::ranges::find(snapshot_->lanes, LaneId(rows.getColumn(0).getInt64()), &LaneInfo::id);
    const int reason = rows.getColumn(3).getInt();
    if (lane == snapshot_->lanes.end() || reason < 0 || reason >= reason_count) continue;
    snapshot_->gaps.push_back({static_cast<std::size_t>(lane - snapshot_->lanes.begin()),
                               Gap{local_time(rows.getColumn(1).getInt64()), local_time(rows.getColumn(2).getInt64()),
                                   static_cast<Reason>(reason), text_of(rows.getColumn(4))}});
  }
}

void SnapshotLoader::load_errors() {
  for (std::size_t lane = 0; lane < snapshot_->lanes.size(); ++lane)
    if (!snapshot_->lanes[lane].polls.empty()) load_errors(lane);
}

void SnapshotLoader::load_errors(std::size_t lane) {
  const std::vector<PollInfo>& polls = snapshot_->lanes[lane].polls;
  SQLite::Statement rows(
      db_,
      "SELECT first, last, scope, reason, text, denied FROM poll_error WHERE lane = ?1 AND first <= ?3 AND "
      "(last >= ?2 OR last IS NULL) ORDER BY first, id");
  bound(rows, snapshot_->lanes[lane].id.value(), polls.front().seq, polls.back().seq);
  while (rows.executeStep()) {
    const std::int64_t first = rows.getColumn(0).getInt64();
    const std::int64_t last = number_or_null(rows.getColumn(1)).value_or(polls.back().seq);
    const auto after = std::ranges::upper_bound(polls, last, {}, &PollInfo::seq);
    const int reason = rows.getColumn(3).getInt();
    if (after == polls.begin() || (after - 1)->seq < first || reason <= 0 || reason >= reason_count) continue;
    const PollInfo& poll = *(after - 1);
    snapshot_->errors.push_back({lane, poll.seq, first, poll.wall,
                                 PollError{text_of(rows.getColumn(2)), static_cast<Reason>(reason),
                                           text_of(rows.getColumn(4)), rows.getColumn(5).getInt() != 0}});
  }
}

// The groups' marks that are behind without a known age, with the high mark to search.
std::vector<CrossingKey> SnapshotLoader::ages_wanted() const {
  std::vector<CrossingKey> keys;
  for (const Column& column : snapshot_->columns) {
    const auto group = signal::group_of(column.spec.signal);
    if (!group) continue;
    const ClusterName& cluster = snapshot_->cluster_of(column);
    const auto at = [&](const Signal& signal) {
      return snapshot_->at({cluster, signal, column.spec.object}, request_.to);
    };
    const Known<Measured> committed = at(column.spec.signal);
    if (!committed || at(signal::age(*group))) continue;
    const Known<Measured> stable = at(signal::stable);
    const Known<Measured> end = stable ? stable : at(signal::high);
    if (end && committed->value < end->value)
      keys.push_back({{cluster, signal::high, column.spec.object}, Offset(committed->value)});
  }
  return keys;
}

// The partitions whose last record nobody looked up: when did the high mark last rise?
std::vector<CrossingKey> SnapshotLoader::last_records_wanted() const {
  std::vector<CrossingKey> keys;
  for (const Column& column : snapshot_->columns) {
    if (column.spec.signal != signal::high) continue;
    const ClusterName& cluster = snapshot_->cluster_of(column);
    const auto at = [&](const Signal& signal) {
      return snapshot_->at({cluster, signal, column.spec.object}, request_.to);
    };
    const Known<Measured> high = at(signal::high);
    if (!high || high->value == 0 || at(signal::last_record_age)) continue;
    keys.push_back({{cluster, signal::high, column.spec.object}, Offset(high->value - 1)});
  }
  return keys;
}

// What is not landed: when the high mark and each group passed what a table holds, and when the table last moved.
std::vector<CrossingKey> SnapshotLoader::landings_wanted() const {
  std::multimap<SeriesKey, Signal> groups;  // by cluster and object; the signal of the key is empty
  for (const Column& column : snapshot_->columns)
    if (signal::group_of(column.spec.signal))
      groups.emplace(SeriesKey{snapshot_->cluster_of(column), Signal(), column.spec.object}, column.spec.signal);
  std::vector<CrossingKey> keys;
  for (const Column& column : snapshot_->columns) {
    if (!signal::group_of(column.spec.signal, "table")) continue;
    SeriesKey key{snapshot_->cluster_of(column), column.spec.signal, column.spec.object};
    const Known<Measured> durable = snapshot_->at(key, request_.to);
    if (!durable) continue;
    const auto want_if_above = [&] {
      const Known<Measured> mark = snapshot_->at(key, request_.to);
      if (mark && mark->value > durable->value) keys.push_back({key, Offset(durable->value)});
    };
    if (durable->value > 0) keys.push_back({key, Offset(durable->value - 1)});
    key.signal = signal::high;
    want_if_above();
    const auto [first, last] = groups.equal_range({key.cluster, Signal(), key.object});
    for (auto group = first; group != last; ++group) {
      key.signal = group->second;
      want_if_above();
    }
  }
  return keys;
}

Result<> SnapshotLoader::load_crossings() {
  std::vector<CrossingKey> keys = request_.crossings;
  if (request_.ages_from_history) {
    for (const auto& wanted : {ages_wanted(), last_records_wanted(), landings_wanted()})
      keys.insert(keys.end(), wanted.begin(), wanted.end());
    std::ranges::sort(keys);
    const auto same = std::ranges::unique(keys);
    keys.erase(same.begin(), same.end());
  }
  if (keys.empty()) return {};
  return CrossingFinder(db_, catalogue_, blocks_, crossings_).find(*snapshot_, keys);
}

}  // namespace tidemark
