// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lag_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
LagModel::LagModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Group, partition"), tr("Consumer groups, and the partitions they have an offset in or are assigned"), false,
       280},
      {tr("State"), tr("From the last ten polls: does the offset move, and does somebody own the partition"), false,
       112},
      {tr("floor | group | high"), tr("Where the group stands between the first and the last record"), false, 144},
      {tr("Age"), tr("Of the oldest unread record"), true, 104},
      {tr("Unread"), tr("Records that can be read and have not been"), true, 88},
      {tr("Lag"), tr("High mark less the group's offset, as Kafka's own tool prints it"), true, 88},
      {tr("In"), tr("Records produced per second, over two minutes"), true, 72},
      {tr("Read"), tr("Records the group's offset moved per second, over two minutes"), true, 72},
      {tr("Headroom"), tr("Time until retention deletes unread records"), true, 104},
      {tr("Reader"), tr("The member that owns the partition, and where it runs"), false, 168},
  });
}

ItemCell LagModel::cell_of(const LagGroup& group, int column) const {
  const GroupRow& row = group.row;
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.group.value(), Tone::strong);
      cell.beside = tr("%n partition(s)", nullptr, static_cast<int>(row.all_partitions));
      return cell;
    }
    case state:
      return verdict_cell(row.verdict);
    case age: {
      ItemCell cell = age_cell(row.age, row.age_error);
      if (row.age && row.worst_partition)
        cell.tip += QLatin1Char('\n') + tr("worst: %1/%2")
                                            .arg(format::text(row.worst_partition->topic.value()))
                                            .arg(row.worst_partition->partition.value());
      return cell;
    }
    case unread: {
      ItemCell cell = known_cell(group.unread, format::count);
      if (group.unread && group.unread_known < row.all_partitions)
        cell.tip = tr("of %1 of %2 partitions; the others are unknown").arg(group.unread_known).arg(row.all_partitions);
      return cell;
    }
    case lag: {
      ItemCell cell = known_cell(row.lag, format::count);
      if (row.lag && row.known_partitions < row.all_partitions)
        cell.tip =
            tr("of %1 of %2 partitions; the others are unknown").arg(row.known_partitions).arg(row.all_partitions);
      return cell;
    }
    case reader: {
      ItemCell cell = known_cell(row.state, [](const std::string& s) { return format::text(s); });
      cell.tone = Tone::muted;
      if (row.members) cell.text += QStringLiteral(" · ") + tr("%n member(s)", nullptr, static_cast<int>(*row.members));
      return cell;
    }
    default:
      return {};
  }
}

ItemCell LagModel::cell_of(const LagGroup&, const LagRow& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.partition.topic.value());
      cell.beside = QString::number(row.partition.partition.value());
      cell.tip += QLatin1Char('/') + cell.beside;
      return cell;
    }
    case state:
      return verdict_cell(row.verdict);
    case marks: {
      ItemCell cell;
      cell.marks = MarkBar{row.floor, Reason::not_applicable, row.committed, row.high};
      cell.tip = tr("floor %1, group %2, high %3")
                     .arg(format::known(row.floor, format::count), format::known(row.committed, format::count),
                          format::known(row.high, format::count));
      return cell;
    }
    case age: {
      ItemCell cell = age_cell(row.age, row.age_error);
      if (row.age && row.age_method) cell.tip += QLatin1Char('\n') + format::word(*row.age_method);
      return cell;
    }
    case unread: {
      ItemCell cell = known_cell(row.unread_records, format::count);
      if (row.residue && *row.residue != Residue::none)
        cell.tip = tr("up to the high mark: %1").arg(format::word(*row.residue));
      return cell;
    }
    case lag:
      return known_cell(row.lag, format::count);
    case produced:
      return known_cell(row.produce_rate, format::rate);
    case consumed:
      return known_cell(row.consume_rate, format::rate);
    case headroom:
      return known_cell(row.headroom, format::duration);
    case reader: {
      ItemCell cell = known_cell(row.client_id, [](const std::string& s) { return format::text(s); });
      cell.identifier = true;
      if (row.client_id) cell.tip = cell.text;
      if (row.host) cell.beside = format::text(*row.host);
      if (row.member) cell.tip += QLatin1Char('\n') + format::text(*row.member);
      return cell;
    }
    default:
      return {};
  }
}

SortValue LagModel::sort_of(const LagGroup& group, int column) const {
  switch (column) {
    case name:
      return {false, 0, group.row.group.value()};
    case state:
      return {false, urgency(level_of(group.row.verdict)), {}};
    case age:
      return sort_value(group.row.age);
    case unread:
      return sort_value(group.unread);
    case lag:
      return sort_value(group.row.lag);
    case reader:
      return sort_value(group.row.state);
    default:
      return {true, 0, {}};
  }
}

SortValue LagModel::sort_of(const LagGroup&, const LagRow& row, int column) const {
  switch (column) {
    case name:
      return {false, static_cast<double>(row.partition.partition.value()), row.partition.topic.value()};
    case state:
      return {false, urgency(level_of(row.verdict)), {}};
    case marks:
    case lag:
      return sort_value(row.lag);
    case age:
      return sort_value(row.age);
    case unread:
      return sort_value(row.unread_records);
    case produced:
      return sort_value(row.produce_rate);
    case consumed:
      return sort_value(row.consume_rate);
    case headroom:
      return sort_value(row.headroom);
    case reader:
      return sort_value(row.client_id);
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
