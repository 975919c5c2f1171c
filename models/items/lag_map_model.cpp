// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/lag_map_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
LagMapModel::LagMapModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Group, topic"), tr("Consumer groups and the topics they read, with their partitions"), false, 280},
      {tr("Highest"), tr("The highest lag in the window; of several partitions their sum at its highest"), true, 104},
      {tr("At"), tr("When it was highest, UTC"), true, 88},
      {tr("Newest"), tr("At the end of the window"), true, 96},
      {tr("Known"), tr("Of the columns of the map; of several partitions, where all of them are known"), true, 72},
      {tr("Over time"), tr("Fainter to stronger is less to more; hatched is unknown"), false, 320},
  });
}

void LagMapModel::set_map(const std::shared_ptr<const LagMap>& map) {
  if (map == map_) return;
  // The rows that are shown now point into the map that they came with, until all are exchanged.
  const auto before = std::exchange(map_, map);
  set_rows(map ? std::shared_ptr<const LagMapBranches>(map, &map->rows) : nullptr);
}

ItemCell LagMapModel::cell(const LagMapRow& row, int column) const {
  switch (column) {
    case highest:
      return known_cell(row.highest, format::count);
    case at:
      return time_cell(row.highest_at);
    case newest:
      return known_cell(row.newest, format::count);
    case known:
      return text_cell(format::percent(static_cast<double>(row.known) / static_cast<double>(map_->columns)),
                       Tone::muted);
    case strip: {
      ItemCell cell;
      cell.text = row.highest ? tr("up to %1").arg(format::count(*row.highest)) : format::unknown(row.highest.reason());
      cell.strip = ShadeStrip{std::shared_ptr<const std::uint8_t>(map_, map_->shades_of(row).data()), map_->columns};
      return cell;
    }
    default:
      return {};
  }
}

ItemCell LagMapModel::cell_of(const LagMapRow& row, int column) const {
  if (column != name) return cell(row, column);
  ItemCell cell = name_cell(row.group.value(), Tone::strong);
  cell.beside = format::text(row.partition.topic.value());
  cell.tip = tr("%1 reads %2 of %3").arg(cell.text, cell.beside, format::text(row.cluster.value()));
  return cell;
}

ItemCell LagMapModel::cell_of(const LagMapRow&, const LagMapRow& row, int column) const {
  return column == name ? text_cell(QString::number(row.partition.partition.value())) : cell(row, column);
}

SortValue LagMapModel::sort_of(const LagMapRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.group.value()};
    case at:
      return sort_value(row.highest_at);
    case newest:
      return sort_value(row.newest);
    case known:
      return {false, static_cast<double>(row.known), {}};
    default:
      return sort_value(row.highest);
  }
}

SortValue LagMapModel::sort_of(const LagMapRow&, const LagMapRow& row, int column) const {
  if (column == name) return {false, static_cast<double>(row.partition.partition.value()), {}};
  return sort_of(row, column);
}

}  // namespace tidemark
