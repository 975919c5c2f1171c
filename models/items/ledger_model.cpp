// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ledger_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
LocalTime shown(LakeTime time) { return LocalTime(time.time_since_epoch()); }

// Compaction and the like: the ledger's line stays as it is.
bool moves_nothing(const LedgerRow& row) { return row.commit.ranges.empty() && row.relation == Relation::contiguous; }

ItemCell relation_cell(const LedgerRow& row) {
  ItemCell cell;
  if (row.rolled_back) {
    cell = text_cell(LedgerModel::tr("rolled back"), Tone::warn);
    cell.level = Level::warn;
    cell.tip = LedgerModel::tr("The branch has left this commit: what it holds is not in the table.");
    return cell;
  }
  cell = text_cell(format::word(row.relation));
  cell.level = Level::fine;
  if (row.relation == Relation::hole) {
    cell.level = Level::error;
    cell.tone = Tone::error;
    cell.text = LedgerModel::tr("hole of %1").arg(format::count(row.missing));
    cell.tip =
        LedgerModel::tr("It leaves out %1 offsets that no commit before it has.").arg(format::count(row.missing));
  } else if (row.relation == Relation::overlap) {
    cell.level = Level::warn;
    cell.tone = Tone::warn;
    cell.text = LedgerModel::tr("overlap of %1").arg(format::count(row.again));
    cell.tip = LedgerModel::tr(
                   "It holds %1 offsets that a commit before it has too: duplicates unless the writer is "
                   "idempotent.")
                   .arg(format::count(row.again));
  } else if (row.relation == Relation::unknown) {
    cell.level = Level::unknown;
    cell.tone = Tone::muted;
    cell.tip = LedgerModel::tr("The offsets of this commit, or of the one before it, are not known.");
  } else if (moves_nothing(row)) {
    cell = text_cell(LedgerModel::tr("moves no offsets"), Tone::muted);
  }
  if (row.commit.partial == true) {
    if (cell.level == Level::fine) cell.level = Level::warn;
    cell.text = LedgerModel::tr("partial, %1").arg(cell.text);
    cell.tip += (cell.tip.isEmpty() ? QString() : QStringLiteral("\n")) +
                LedgerModel::tr("Committed on a time-out, without the answers of all tasks.");
  }
  return cell;
}

QString range_words(const CommitRange& range) {
  const QString from = range.only_end() ? QStringLiteral("?") : format::count(range.from);
  return QStringLiteral("[%1 → %2)").arg(from, format::count(range.to));
}
QString partition_words(const TopicPartition& partition) {
  return format::text(partition.topic.value()) + QLatin1Char('/') + QString::number(partition.partition.value());
}

ItemCell ranges_cell(const LedgerRow& row) {
  const auto& ranges = row.commit.ranges;
  if (ranges.empty()) {
    ItemCell cell = text_cell(moves_nothing(row) ? QStringLiteral("—") : LedgerModel::tr("unknown"), Tone::muted);
    cell.tip = moves_nothing(row) ? LedgerModel::tr("This commit brings no new records.")
                                  : LedgerModel::tr("Nothing says which offsets this commit holds.");
    return cell;
  }
  ItemCell cell = text_cell(partition_words(ranges.front().partition) + QLatin1Char(' ') + range_words(ranges.front()));
  if (ranges.size() > 1) cell.beside = QStringLiteral("+%1").arg(ranges.size() - 1);
  constexpr std::size_t most_lines = 24;
  QStringList lines;
  for (std::size_t i = 0; i < ranges.size() && i < most_lines; ++i)
    lines << partition_words(ranges[i].partition) + QLatin1Char(' ') + range_words(ranges[i]);
  if (ranges.size() > most_lines) lines << LedgerModel::tr("and %1 more").arg(ranges.size() - most_lines);
  cell.tip = lines.join(QLatin1Char('\n'));
  return cell;
}
}  // namespace

LedgerModel::LedgerModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Committed, snapshot"), tr("When it was committed, by the lake's clock; the id of the snapshot"), false, 280},
      {tr("Relation"), tr("How its offsets follow on those of the commit before it"), false, 176},
      {tr("Operation"), tr("The writer's word"), false, 96},
      {tr("Records"), tr("Added by this commit"), true, 96},
      {tr("Source offsets"), tr("What it made durable, from the first to before the last"), false, 320},
      {tr("Commit"), tr("The writer's own id of the cycle"), false, 140},
      {tr("Valid through"), tr("The writer's claim of completeness, UTC"), true, 104},
      {tr("Evidence"), tr("How its offsets are known"), false, 88},
  });
}

ItemCell LedgerModel::cell_of(const LedgerRow& row, int column) const {
  const TableCommit& commit = row.commit;
  ItemCell cell;
  switch (column) {
    case committed:
      cell = text_cell(commit.committed ? format::date_time(shown(*commit.committed))
                                        : tr("seen %1").arg(format::date_time(row.seen_at)));
      cell.beside = format::text(commit.snapshot_id);
      cell.tip = tr("snapshot %1").arg(cell.beside);
      if (commit.parent_id) cell.tip += QLatin1Char('\n') + tr("after %1").arg(format::text(*commit.parent_id));
      cell.tip += QLatin1Char('\n') + tr("first seen %1").arg(format::date_time(row.seen_at));
      break;
    case relation:
      return relation_cell(row);
    case operation:
      cell = text_cell(format::text(commit.operation));
      break;
    case records:
      cell = known_cell(commit.added_records ? Known<std::int64_t>(*commit.added_records) : Reason::not_supported,
                        format::count);
      break;
    case ranges:
      cell = ranges_cell(row);
      break;
    case commit_id:
      cell = commit.commit_id.empty() ? text_cell(QStringLiteral("—"), Tone::muted)
                                      : name_cell(commit.commit_id, Tone::muted);
      break;
    case valid_through:
      cell =
          commit.valid_through ? time_cell(shown(*commit.valid_through)) : text_cell(QStringLiteral("—"), Tone::muted);
      break;
    case evidence:
      cell = moves_nothing(row) ? text_cell(QStringLiteral("—"), Tone::muted) : evidence_cell(commit.evidence);
      break;
    default:
      break;
  }
  cell.struck = row.rolled_back;
  return cell;
}

ItemCell LedgerModel::cell_of(const LedgerRow& commit, const CommitRange& range, int column) const {
  ItemCell cell;
  if (column == committed) {
    cell = text_cell(partition_words(range.partition));
    cell.identifier = true;
    cell.tip = cell.text;
  } else if (column == records) {
    cell = text_cell(range.only_end() ? tr("unknown") : format::count(range.to - range.from), Tone::muted);
    cell.tip = tr("offsets");
  } else if (column == ranges) {
    cell = text_cell(range_words(range));
  }
  cell.struck = commit.rolled_back;
  return cell;
}

SortValue LedgerModel::sort_of(const LedgerRow& row, int column) const {
  const TableCommit& commit = row.commit;
  switch (column) {
    case committed:
      return {false, static_cast<double>(ms(commit.committed ? shown(*commit.committed) : row.seen_at)), {}};
    case relation:
      return {false, static_cast<double>(row.relation), {}};
    case operation:
      return {false, 0, commit.operation};
    case records:
      return {!commit.added_records, static_cast<double>(commit.added_records.value_or(0)), {}};
    case ranges:
      return {false, static_cast<double>(commit.ranges.size()), {}};
    case commit_id:
      return {false, 0, commit.commit_id};
    case valid_through:
      return {
          !commit.valid_through, commit.valid_through ? static_cast<double>(ms(shown(*commit.valid_through))) : 0, {}};
    case evidence:
      return {false, static_cast<double>(commit.evidence), {}};
    default:
      return {true, 0, {}};
  }
}

SortValue LedgerModel::sort_of(const LedgerRow&, const CommitRange& range, int column) const {
  if (column == records) return {range.only_end(), static_cast<double>(range.to - range.from), {}};
  return {false, static_cast<double>(range.partition.partition.value()), range.partition.topic.value()};
}

}  // namespace tidemark
