// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/journey.h"

#include <algorithm>
#include <set>

#include "models/analysis/reading.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"
#include "models/domain/sink_states.h"

namespace tidemark {
namespace {
std::set<GroupId> groups_of(const Snapshot& snapshot, const JourneyRequest& request) {
  std::set<GroupId> groups;
  const Object object = object::partition(request.partition);
  for (const Column& column : snapshot.columns)
    if (const auto group = signal::group_of(column.spec.signal);
        group && column.spec.object == object && snapshot.cluster_of(column) == request.cluster)
      groups.insert(*group);
  return groups;
}

SeriesKey key_of(const JourneyRequest& request, const Signal& signal) {
  return {request.cluster, signal, object::partition(request.partition)};
}

// Why a mark has not passed an offset yet, or that nobody knows.
Reason not_passed(const Snapshot& snapshot, const SeriesKey& key, Offset offset) {
  const Known<Measured> now = read_at(snapshot, key, snapshot.to);
  if (!now) return now.reason();
  return now->value <= offset.value() ? Reason::not_applicable : Reason::no_history;
}

JourneyStage stage_of(const Snapshot& snapshot, Stage stage, const SeriesKey& key, Offset offset, std::string ref) {
  JourneyStage out;
  out.stage = stage;
  out.ref = std::move(ref);
  const Known<Crossing> crossing = crossing_before(snapshot, key, offset, snapshot.to);
  if (!crossing) {
    const Reason reason = not_passed(snapshot, key, offset);
    out.at = reason;
    out.error = reason;
    return out;
  }
  out.at = crossing->estimate;
  out.error = Millis(crossing->hi - crossing->lo);
  out.evidence = Evidence::exact;  // the mark itself says the offset; only the time has an error
  return out;
}
std::vector<TableInfo> tables_of(const Snapshot& snapshot, const JourneyRequest& request) {
  Filter filter;
  filter.cluster = {request.cluster.value()};
  std::vector<TableInfo> tables = tables_at(snapshot, snapshot.to, filter);
  std::erase_if(tables, [&](const TableInfo& table) {
    return snapshot.find(key_of(request, signal::table(table.table))).empty() || !table.tells_offsets();
  });
  return tables;
}

// The first commit of the branch that has the offset; null where none says so.
const SeenCommit* commit_with(const TableInfo& table, const JourneyRequest& request, Offset offset) {
  for (const SeenCommit* seen : table.commits.all) {
    if (!table.commits.live(*seen)) continue;
    for (const CommitRange& range : seen->commit.ranges)
      if (range.partition == request.partition && range.from <= offset.value() && offset.value() < range.to)
        return seen;
  }
  return nullptr;
}

// From the commit that has the record, seen between two polls; else from when the table's mark passed it.
JourneyStage table_stage(const Snapshot& snapshot, const JourneyRequest& request, const TableInfo& table,
                         Offset offset) {
  const SeriesKey key = key_of(request, signal::table(table.table));
  JourneyStage out = stage_of(snapshot, Stage::table, key, offset, table.table.value());
  if (out.at) out.evidence = table.evidence;
  const SeenCommit* seen = commit_with(table, request, offset);
  if (!seen) return out;
  out.ref += " snapshot " + seen->commit.snapshot_id;
  out.evidence = seen->commit.evidence;
  const std::optional<LakeTime>& said = seen->commit.committed;
  if (!seen->seen_lo || !said) return out;
  // The lake's clock is believed as far as our polls bear it out.
  const LocalTime at(said->time_since_epoch());
  if (at <= *seen->seen_lo || at > seen->seen_hi) return out;
  out.at = at;
  out.error = Millis(seen->seen_hi - *seen->seen_lo);
  return out;
}
}  // namespace

namespace {
// A sink that is asked for the key: found until one poll, absent at the next.
JourneyStage applied_stage(const StateSpan& state, const std::optional<RecordTime>& record) {
  JourneyStage out;
  out.stage = Stage::queryable;
  out.ref = std::string(state.object.value()) + ' ' + state.value.value_or("");
  out.evidence = Evidence::exact;  // it was asked for the key itself
  const bool absent = state.value == "absent";
  const bool before = absent && record && state.from_hi <= record->at;
  if (before) out.ref += " before it was deleted";
  if (!absent || before || !state.from_lo) {
    // Not yet, or gone when it was first asked.
    const Reason reason = absent && !before ? Reason::no_history : Reason::not_applicable;
    out.at = reason;
    out.error = reason;
    return out;
  }
  out.at = state.from_hi;
  out.error = Millis(state.from_hi - *state.from_lo);
  return out;
}

void put_applied(const Snapshot& snapshot, const JourneyRequest& request, JourneyRow& row) {
  const std::string aspect = std::string(aspect::deleted_prefix) + request.deletes;
  for (const StateSpan& state : snapshot.states) {
    const bool now = state.value && state.from_hi <= snapshot.to && (!state.to || *state.to > snapshot.to);
    const bool own = state.aspect == aspect && object::kind(state.object) == "sink" &&
                     snapshot.sources[state.source].spec.cluster == request.cluster;
    if (now && own) row.stages.push_back(applied_stage(state, request.record));
  }
}
}  // namespace

Known<Offset> journey_offset(const Snapshot& snapshot, const JourneyRequest& request) {
  if (request.offset) return *request.offset;
  if (!request.time) return Reason::not_applicable;
  const SeriesKey key = key_of(request, signal::high);
  std::optional<Offset> offset;
  std::optional<Millis> width;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    const LaneInfo& lane = snapshot.lanes[column.lane];
    std::optional<std::size_t> before;
    for (std::size_t poll = 0; poll < lane.polls.size(); ++poll) {
      if (column.reasons[poll] != Reason::none) continue;
      const LocalTime wall = lane.polls[poll].wall;
      if (wall <= *request.time) before = poll;
      if (wall < *request.time || !before) continue;
      const LocalTime lo = lane.polls[*before].wall;
      if (width && wall - lo >= *width) break;
      const double share =
          wall == lo ? 0 : static_cast<double>((*request.time - lo).count()) / static_cast<double>((wall - lo).count());
      const double risen = static_cast<double>(column.values[poll] - column.values[*before]);
      offset = Offset(column.values[*before] + static_cast<std::int64_t>(share * risen));
      width = wall - lo;
      break;
    }
  }
  if (!offset) return Reason::no_history;
  return *offset;
}

std::vector<CrossingKey> journey_keys(const Snapshot& snapshot, const JourneyRequest& request, Offset offset) {
  std::vector<CrossingKey> keys{{key_of(request, signal::high), offset}, {key_of(request, signal::stable), offset}};
  for (const GroupId& group : groups_of(snapshot, request))
    keys.push_back({key_of(request, signal::group(group)), offset});
  for (const TableInfo& table : tables_of(snapshot, request))
    keys.push_back({key_of(request, signal::table(table.table)), offset});
  return keys;
}

JourneyRow journey_row(const Snapshot& snapshot, const JourneyRequest& request, Offset offset) {
  JourneyRow row{request.cluster, request.partition, offset, {}};
  row.stages.push_back(stage_of(snapshot, Stage::produced, key_of(request, signal::high), offset, ""));
  if (JourneyStage& produced = row.stages.back(); !produced.at && request.record) {
    produced.at = request.record->at;
    produced.error = Reason::not_supported;  // nobody knows how that clock goes
    produced.evidence = Evidence::estimated;
    produced.ref =
        request.record->append_time ? "the record's time, by the broker" : "the record's time, by its producer";
  }
  row.stages.push_back(stage_of(snapshot, Stage::readable, key_of(request, signal::stable), offset, ""));
  for (const GroupId& group : groups_of(snapshot, request))
    row.stages.push_back(
        stage_of(snapshot, Stage::group, key_of(request, signal::group(group)), offset, group.value()));
  for (const TableInfo& table : tables_of(snapshot, request)) {
    row.stages.push_back(table_stage(snapshot, request, table, offset));
    row.stages.push_back(row.stages.back());
    row.stages.back().stage = Stage::queryable;  // who reads the table's head sees it from its commit on
  }
  if (!request.deletes.empty()) put_applied(snapshot, request, row);
  return row;
}

namespace {
CellRecord cells_of(const JourneyRow& row) {
  CellList stages;
  for (const JourneyStage& stage : row.stages)
    stages.push_back(CellRecord{{"stage", word(stage.stage)},
                                {"at", stage.at},
                                {"error_ms", stage.error},
                                {"evidence", word(stage.evidence)},
                                {"ref", stage.ref}});
  const auto known = [&](std::int64_t value) { return row.somewhere ? Cell(Reason::ambiguous) : Cell(value); };
  return {{"cluster", row.cluster.value()},
          {"topic", row.partition.topic.value()},
          {"partition", known(row.partition.partition.value())},
          {"offset", known(row.offset.value())},
          {"stages", std::move(stages)}};
}
}  // namespace

Document journey_document(const Snapshot& snapshot, LocalTime at, const JourneyRequest& request, Offset offset,
                          const std::vector<JourneyRow>& further) {
  Filter filter;
  filter.cluster = {request.cluster.value()};
  Document document = frame("journey", snapshot, snapshot.from, at, filter);
  document.rows.push_back(cells_of(journey_row(snapshot, request, offset)));
  for (const JourneyRow& row : further) document.rows.push_back(cells_of(row));
  return document;
}

}  // namespace tidemark
