// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/alignment.h"

#include <algorithm>
#include <tuple>

#include "models/analysis/align_findings.h"
#include "models/analysis/align_state.h"
#include "models/analysis/complete_through.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::size_t commits_counted = 50;
constexpr Millis slope{3'600'000};  // as far back as the pace of the floor is judged

Known<std::int64_t> unread_of(const Landing& landing, const TopicTraits& traits, const Known<Residue>& residue) {
  if (!landing.committed) return landing.committed.reason();
  if (residue && hides_nothing(*residue)) return 0;
  const bool plain = landing.stable.reason() == Reason::never_polled && !traits.transactional.value_or(true);
  const Known<std::int64_t>& end = plain ? landing.high : landing.stable;
  if (!end) return end.reason();
  return std::max<std::int64_t>(0, *end - *landing.committed);
}

Known<std::string> commit_id_of(const TableInfo& table) {
  if (!table.snapshot_id) return table.snapshot_id.reason();
  for (const SeenCommit* seen : table.commits.all)
    if (seen->commit.snapshot_id == *table.snapshot_id) {
      if (seen->commit.commit_id.empty()) return Reason::not_applicable;
      return seen->commit.commit_id;
    }
  return Reason::no_history;
}

void put_marks(const Landing& landing, AlignRow& row) {
  row.floor = landing.floor;
  row.durable = landing.durable;
  row.committed = landing.committed;
  row.stable = landing.stable;
  row.high = landing.high;
  row.commit_gap = landing.commit_gap;
  row.sampled_at = landing.sampled_at;
  if (!landing.durable) {
    row.not_landed_since = landing.durable.reason();
    row.not_landed_since_error = landing.durable.reason();
  } else if (landing.commit_gap ? *landing.commit_gap > 0 : landing.behind) {
    row.not_landed_since = landing.since.at;
    row.not_landed_since_error = landing.since.error;
  }
}

AlignRow row_of(const Snapshot& snapshot, const TableInfo& table, const TopicPartition& partition,
                const Cadence& cadence, std::int64_t beyond_added, LocalTime at) {
  AlignRow row{.cluster = table.cluster, .partition = partition, .table = table.table};
  row.group = table.group;
  row.format = table.format;
  row.writer = table.writer;
  row.adapter = table.adapter;
  row.evidence = table.evidence;
  row.snapshot_id = table.snapshot_id;
  row.commit_id = commit_id_of(table);
  row.sla = cadence.sla;
  row.sla_assumed = cadence.assumed;
  const Landing landing = landing_of(snapshot, table, partition, at);
  put_marks(landing, row);
  const MarkKeys keys({table.cluster, table.group.value_or(GroupId()), partition});
  const TopicTraits traits = traits_at(snapshot, table.cluster, partition.topic, at);
  const Known<Residue> residue = row.committed ? residue_at(snapshot, keys, traits, at) : row.committed.reason();
  row.unread = unread_of(landing, traits, residue);
  row.restart = restart_of(table, landing);
  const CompleteThrough complete = complete_through_of(snapshot, table, partition, landing, at);
  row.partition_complete_through = row.complete_through = complete.at;
  row.complete_through_error = complete.error;
  row.headroom = landing_headroom(snapshot, table, partition, at);
  const AlignCase of{table, partition, cadence, landing, row.unread, row.headroom, beyond_added};
  row.verdicts = align_verdicts(of);
  row.commits_fail = failure_of(of) != nullptr;
  const AlignVerdict& verdict = row.verdicts.front();
  row.state = verdict.state;
  row.severity = verdict.severity;
  row.concerned = verdict.concerned;
  row.reason = verdict.reason;
  return row;
}

// Duplicates are proven of a table; where its commits overlap, of the partitions in which they do.
bool may_be_doubled(const TableInfo& table, const std::vector<TopicPartition>& partitions,
                    const TopicPartition& partition) {
  const auto overlaps = [&](const TopicPartition& tp) { return coverage_of(table.commits, tp).twice > 0; };
  return overlaps(partition) || std::ranges::none_of(partitions, overlaps);
}

// A table is complete through the earliest time of its partitions.
void put_complete_through(std::vector<AlignRow>& rows) {
  if (rows.empty()) return;
  CompleteThrough table{rows.front().complete_through, rows.front().complete_through_error};
  for (const AlignRow& row : rows) table = earlier(table, {row.complete_through, row.complete_through_error});
  for (AlignRow& row : rows) {
    row.complete_through = table.at;
    row.complete_through_error = table.error;
  }
}

std::vector<AlignRow> rows_of(const Snapshot& snapshot, const TableInfo& table, LocalTime at) {
  const Cadence cadence = cadence_of(table);
  const std::vector<TopicPartition> partitions = partitions_of(snapshot, table);
  const std::int64_t beyond = std::max<std::int64_t>(0, added_beyond_offsets(table.commits).value_or(0));
  std::vector<AlignRow> rows;
  for (const TopicPartition& partition : partitions) {
    const bool doubled = beyond > 0 && may_be_doubled(table, partitions, partition);
    rows.push_back(row_of(snapshot, table, partition, cadence, doubled ? beyond : 0, at));
  }
  put_complete_through(rows);
  return rows;
}

bool worse(const AlignRow& a, const AlignRow& b) {
  const auto key = [](const AlignRow& row) {
    const bool fine = row.state == AlignState::aligned || row.state == AlignState::idle;
    const int urgency = row.state == AlignState::unknown ? 1 : row.state == AlignState::pending ? 2 : fine ? 3 : 0;
    return std::tuple(-static_cast<int>(row.severity), urgency, -row.concerned);
  };
  const auto name = [](const AlignRow& row) { return std::tie(row.cluster, row.table, row.partition); };
  const auto ka = key(a);
  const auto kb = key(b);
  return ka != kb ? ka < kb : name(a) < name(b);
}

CellRecord cells_of(const AlignRow& row) {
  const CellRecord restart{{"reread_from", row.restart.reread_from},
                           {"reread", row.restart.reread},
                           {"only_in_files", row.restart.only_in_files},
                           {"duplicates", row.restart.duplicates}};
  return {{"cluster", row.cluster.value()},
          {"topic", row.partition.topic.value()},
          {"partition", std::int64_t{row.partition.partition.value()}},
          {"table", row.table.value()},
          {"group", row.group.map([](const GroupId& id) { return id.value(); })},
          {"format", row.format},
          {"writer", row.writer},
          {"adapter", row.adapter},
          {"evidence", word(row.evidence)},
          {"snapshot_id", row.snapshot_id},
          {"commit_id", row.commit_id},
          {"floor", row.floor},
          {"durable", row.durable},
          {"committed", row.committed},
          {"stable", row.stable},
          {"high", row.high},
          {"commit_gap", row.commit_gap},
          {"unread", row.unread},
          {"state", word(row.state)},
          {"concerned", row.concerned},
          {"not_landed_since", row.not_landed_since},
          {"not_landed_since_error_ms", row.not_landed_since_error},
          {"sla_ms", row.sla},
          {"sla_assumed", row.sla_assumed},
          {"complete_through", row.complete_through},
          {"complete_through_error_ms", row.complete_through_error},
          {"partition_complete_through", row.partition_complete_through},
          {"restart", restart},
          {"sampled_at", row.sampled_at},
          {"reason", row.reason}};
}

std::string checkpoint_note(const TableInfo& table) {
  std::string note = "it holds checkpoint " + std::to_string(*table.checkpoint) + " of its writer";
  if (!table.checkpoints_behind) return note;
  const std::int64_t behind = *table.checkpoints_behind;
  return note + (behind == 0 ? ", the newest" : ", the newest is " + std::to_string(*table.checkpoint + behind));
}

std::vector<std::string> notes_of(const std::vector<TableInfo>& tables, const std::vector<AlignRow>& rows) {
  std::vector<std::string> notes;
  for (const TableInfo& table : tables) {
    const auto row = std::ranges::find_if(
        rows, [&](const AlignRow& r) { return r.cluster == table.cluster && r.table == table.table; });
    if (row == rows.end())
      notes.push_back(table.table.value() + ": no partition is known that feeds it");
    else if (row->sla_assumed)
      notes.push_back(table.table.value() + ": no commit cadence is known, a landing is late after 10 min (assumed)");
  }
  for (const TableInfo& table : tables)
    if (table.checkpoint) notes.push_back(table.table.value() + ": " + checkpoint_note(table));
  return notes;
}
}  // namespace

const AlignVerdict* AlignRow::holds(AlignState wanted) const {
  const auto found = std::ranges::find(verdicts, wanted, &AlignVerdict::state);
  return found == verdicts.end() ? nullptr : &*found;
}

SnapshotRequest align_request(LocalTime at, const Filter& filter) {
  SnapshotRequest request = lag_request(at, filter);
  request.topic_names.clear();  // a table is complete through what its last partition has
  request.from = at - slope;
  request.signal_prefixes = {"group:", "table:", "residue:"};
  request.min_commits = commits_counted;
  return request;
}

std::vector<AlignRow> align_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  std::vector<AlignRow> rows;
  for (const TableInfo& table : tables_at(snapshot, at, filter, profile))
    for (AlignRow& row : rows_of(snapshot, table, at))
      if (in_scope(filter.topic, row.partition.topic.value())) rows.push_back(std::move(row));
  std::ranges::sort(rows, worse);
  return rows;
}

Document align_document(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  Document document = frame("align", snapshot, snapshot.from, at, filter);
  document.coverage = table_coverage(snapshot, snapshot.from, at, filter);
  const std::vector<AlignRow> rows = align_rows(snapshot, at, filter, profile);
  for (const AlignRow& row : rows) document.rows.push_back(cells_of(row));
  document.findings = align_findings(rows);
  const auto notes = notes_of(tables_at(snapshot, at, filter, profile), rows);
  document.notes.insert(document.notes.end(), notes.begin(), notes.end());
  return document;
}

}  // namespace tidemark
