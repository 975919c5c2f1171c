// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/table_branches.h"

#include <algorithm>
#include <unordered_map>

#include "models/analysis/row_keys.h"
#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
Known<std::int64_t> not_landed_of(const AlignRow& row) {
  return row.commit_gap.map([](std::int64_t gap) { return std::max<std::int64_t>(0, gap); });
}

Keyed<AlignTable> keyed(const TableChoice& of) {
  return {joined({of.cluster.value(), of.table.value()}),
          lower(joined({of.table.value(), of.cluster.value()})),
          {.cluster = of.cluster, .table = of.table, .not_landed_since = Reason::never_polled}};
}

Keyed<AlignRow> keyed(const AlignRow& row) {
  const std::string partition = std::to_string(row.partition.partition.value());
  const std::string group = row.group ? row.group->value() : std::string();
  return {joined({row.partition.topic.value(), partition}),
          lower(joined({row.partition.topic.value() + "/" + partition, group, word(row.state)})), row};
}

Keyed<CommitRange> keyed(const CommitRange& range) {
  std::string key = joined({partition_text(range.partition), std::to_string(range.from), std::to_string(range.to)});
  std::string text = lower(partition_text(range.partition));
  return {std::move(key), std::move(text), range};
}

// Rows come worst first.
void add(Branch<AlignTable, AlignRow>& branch, const AlignRow& row) {
  AlignTable& table = branch.parent.row;
  if (!table.worst) {
    table.worst = row;
    table.evidence = row.evidence;
    table.not_landed_since = Reason::not_applicable;
  }
  ++table.partitions;
  if (row.state == table.worst->state) {
    ++table.alike;
    table.concerned += row.concerned;
  }
  table.not_landed.add(not_landed_of(row));
  table.unread.add(row.unread);
  table.reread.add(row.restart.reread);
  table.only_in_files.add(row.restart.only_in_files);
  table.duplicates.add(row.restart.duplicates);
  if (row.not_landed_since && (!table.not_landed_since || *row.not_landed_since < *table.not_landed_since))
    table.not_landed_since = row.not_landed_since;
  else if (!table.not_landed_since && row.not_landed_since.reason() != Reason::not_applicable)
    table.not_landed_since = row.not_landed_since.reason();
  table.evidence = std::max(table.evidence, row.evidence);
  branch.children.push_back(keyed(row));
}

void count(Ledger& ledger, const LedgerRow& row) {
  if (row.rolled_back) {
    ++ledger.rolled_back;
    return;
  }
  if (row.commit.partial == true) ++ledger.partial;
  switch (row.relation) {
    case Relation::first:
    case Relation::contiguous:
      ++ledger.contiguous;
      break;
    case Relation::hole:
      ++ledger.holes;
      break;
    case Relation::overlap:
      ++ledger.overlaps;
      break;
    case Relation::unknown:
      ++ledger.unknown;
      break;
  }
}
}  // namespace

void PartialSum::add(const Known<std::int64_t>& part) {
  if (part) {
    value = value.value_or(0) + *part;
    ++known;
  } else if (!value) {
    value = part.reason();
  }
}

AlignBranches align_branches(const Snapshot& snapshot, LocalTime at, const Profile& profile) {
  AlignBranches out;
  std::unordered_map<std::string, std::size_t> index;
  const auto branch = [&](const TableChoice& of) -> Branch<AlignTable, AlignRow>& {
    auto table = keyed(of);
    const auto [it, fresh] = index.emplace(table.key, out.size());
    if (fresh) out.push_back({std::move(table), {}});
    return out[it->second];
  };
  for (const AlignRow& row : align_rows(snapshot, at, {}, profile)) add(branch({row.cluster, row.table}), row);
  for (const TableInfo& table : tables_at(snapshot, at, {}, profile)) branch({table.cluster, table.table});
  drop_doubles(out);
  return out;
}

Ledger ledger_of(const Snapshot& snapshot, const TableChoice& table, LocalTime at, const Profile& profile) {
  Ledger ledger{.of = table};
  Filter filter;
  filter.cluster = {table.cluster.value()};
  filter.table = {table.table.value()};
  for (LedgerRow& row : ledger_rows(snapshot, std::nullopt, at, filter)) {
    if (row.cluster != table.cluster || row.commit.table != table.table) continue;  // a name may read as a glob
    count(ledger, row);
    Branch<LedgerRow, CommitRange> commit;
    for (const CommitRange& range : row.commit.ranges) commit.children.push_back(keyed(range));
    std::string text = lower(joined({row.commit.snapshot_id, row.commit.commit_id, row.commit.operation}));
    commit.parent = {row.commit.snapshot_id, std::move(text), std::move(row)};
    ledger.commits.push_back(std::move(commit));
  }
  std::ranges::reverse(ledger.commits);
  drop_doubles(ledger.commits);
  for (const TableInfo& info : tables_at(snapshot, at, filter, profile))
    if (info.cluster == table.cluster && info.table == table.table)
      for (const AnnouncedFiles& files : info.announced) {
        ledger.announced_files += files.files;
        ledger.announced_records += files.records;
      }
  return ledger;
}

}  // namespace tidemark
