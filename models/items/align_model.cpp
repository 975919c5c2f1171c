// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/align_model.h"

#include <algorithm>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {

// Amber where it is late; what is on its way is a number like any other.
ItemCell gap_cell(const Known<std::int64_t>& records, Level level) {
  ItemCell cell = known_cell(records, format::count);
  if (records && *records > 0 && (level == Level::error || level == Level::warn)) cell.tone = Tone::warn;
  return cell;
}

ItemCell sum_cell(const PartialSum& sum, std::int64_t all, Level level) {
  ItemCell cell = gap_cell(sum.value, level);
  if (sum.value && sum.known < all)
    cell.tip = AlignModel::tr("of %1 of %2 partitions; the others are unknown").arg(sum.known).arg(all);
  return cell;
}

Known<std::int64_t> not_landed_of(const AlignRow& row) {
  return row.commit_gap.map([](std::int64_t gap) { return std::max<std::int64_t>(0, gap); });
}

QString known_count(const Known<std::int64_t>& value) { return format::known(value, format::count); }
}  // namespace

QString restart_words(const Known<std::int64_t>& reread, const Known<std::int64_t>& only_in_files,
                      const Known<std::int64_t>& duplicates) {
  if (!reread) return format::unknown(reread.reason());
  QStringList parts{*reread > 0 ? AlignModel::tr("re-reads %1").arg(format::count(*reread))
                                : AlignModel::tr("re-reads nothing")};
  if (only_in_files && *only_in_files > 0)
    parts << AlignModel::tr("%1 in no snapshot").arg(format::count(*only_in_files));
  if (duplicates && *duplicates > 0)
    parts << AlignModel::tr("up to %1 twice unless idempotent").arg(format::count(*duplicates));
  return parts.join(QStringLiteral("; "));
}

AlignModel::AlignModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Table, partition"), tr("Tables, and the partitions that feed them"), false, 240},
      {tr("floor | table | group | high"), tr("What is landed, not landed and unread of what the log holds"), false,
       220},
      {tr("State"), tr("What two pairs of samples prove of table and group"), false, 136},
      {tr("Not landed"), tr("Offsets that the group has passed and the table has not"), true, 96},
      {tr("Unread"), tr("Records that can be read and have not been"), true, 88},
      {tr("Since"), tr("Since when the group is ahead of the table, UTC"), true, 88},
      {tr("Table (next)"), tr("The next offset that is not in the table"), true, 112},
      {tr("Group"), tr("The group's offset: the next one that it reads"), true, 112},
      {tr("High"), tr("The end of the log"), true, 112},
      {tr("Evidence"), tr("How the table's offset is known"), false, 88},
      {tr("If the sink restarts now"), tr("What is read again, what nobody reads again, what may come twice"), false,
       240},
  });
}

ItemCell AlignModel::cell_of(const AlignTable& table, int column) const {
  const Level level = table.worst ? level_of(table.worst->state, table.worst->severity) : Level::unknown;
  switch (column) {
    case name: {
      ItemCell cell = name_cell(table.table.value(), Tone::strong);
      cell.beside = tr("%n partition(s)", nullptr, static_cast<int>(table.partitions));
      return cell;
    }
    case state: {
      if (table.worst) return align_cell(table.worst->state, table.worst->severity, table.worst->reason);
      return align_cell(AlignState::unknown, Severity::note, "no partition is known that feeds it");
    }
    case not_landed:
      return sum_cell(table.not_landed, table.partitions, level);
    case unread:
      return sum_cell(table.unread, table.partitions, Level::none);
    case since:
      return time_cell(table.not_landed_since);
    case evidence:
      return evidence_cell(table.evidence);
    case restart: {
      ItemCell cell =
          text_cell(restart_words(table.reread.value, table.only_in_files.value, table.duplicates.value), Tone::muted);
      cell.tip = cell.text;
      return cell;
    }
    default:
      return {};
  }
}

ItemCell AlignModel::cell_of(const AlignTable&, const AlignRow& row, int column) const {
  const Level level = level_of(row.state, row.severity);
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.partition.topic.value());
      cell.beside = QString::number(row.partition.partition.value());
      cell.tip += QLatin1Char('/') + cell.beside;
      return cell;
    }
    case marks: {
      ItemCell cell;
      cell.marks = MarkBar{row.floor, row.durable, row.committed, row.high, row.stable};
      cell.tip = tr("floor %1, table %2, group %3, stable %4, high %5")
                     .arg(known_count(row.floor), known_count(row.durable), known_count(row.committed),
                          known_count(row.stable), known_count(row.high));
      return cell;
    }
    case state:
      return align_cell(row.state, row.severity, row.reason);
    case not_landed: {
      ItemCell cell = gap_cell(not_landed_of(row), level);
      if (row.commit_gap && *row.commit_gap < 0)
        cell.tip = tr("the table is ahead of the group by %1").arg(format::count(-*row.commit_gap));
      return cell;
    }
    case unread:
      return known_cell(row.unread, format::count);
    case since: {
      ItemCell cell = time_cell(row.not_landed_since);
      if (row.not_landed_since && row.not_landed_since_error)
        cell.tip += QLatin1Char(' ') + format::error(*row.not_landed_since_error);
      cell.tip +=
          (cell.tip.isEmpty() ? QString() : QStringLiteral("\n")) +
          (row.sla_assumed ? tr("late after %1 (assumed)") : tr("late after %1")).arg(format::duration(row.sla));
      return cell;
    }
    case table_next:
      return known_cell(row.durable, format::count);
    case group_next:
      return known_cell(row.committed, format::count);
    case high:
      return known_cell(row.high, format::count);
    case evidence:
      return evidence_cell(row.evidence);
    case restart: {
      ItemCell cell =
          text_cell(restart_words(row.restart.reread, row.restart.only_in_files, row.restart.duplicates), Tone::muted);
      cell.tip = cell.text;
      if (row.restart.reread_from)
        cell.tip += QLatin1Char('\n') + tr("it reads on from %1").arg(format::count(*row.restart.reread_from));
      return cell;
    }
    default:
      return {};
  }
}

SortValue AlignModel::sort_of(const AlignTable& table, int column) const {
  switch (column) {
    case name:
      return {false, 0, table.table.value()};
    case state:
      return {false, table.worst ? urgency(level_of(table.worst->state, table.worst->severity)) : 1, {}};
    case marks:
    case not_landed:
      return sort_value(table.not_landed.value);
    case unread:
      return sort_value(table.unread.value);
    case since:
      return sort_value(table.not_landed_since);
    case evidence:
      return {false, static_cast<double>(table.evidence), {}};
    case restart:
      return sort_value(table.only_in_files.value);
    default:
      return {true, 0, {}};
  }
}

SortValue AlignModel::sort_of(const AlignTable&, const AlignRow& row, int column) const {
  switch (column) {
    case name:
      return {false, static_cast<double>(row.partition.partition.value()), row.partition.topic.value()};
    case state:
      return {false, urgency(level_of(row.state, row.severity)), {}};
    case marks:
    case not_landed:
      return sort_value(row.commit_gap);
    case unread:
      return sort_value(row.unread);
    case since:
      return sort_value(row.not_landed_since);
    case table_next:
      return sort_value(row.durable);
    case group_next:
      return sort_value(row.committed);
    case high:
      return sort_value(row.high);
    case evidence:
      return {false, static_cast<double>(row.evidence), {}};
    case restart:
      return sort_value(row.restart.only_in_files);
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
