// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/story_models.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell at_cell(LocalTime at) {
  ItemCell cell = text_cell(format::clock_seconds(at));
  cell.tip = format::date_time(at);
  return cell;
}

Level level_of(const EventRow& row) {
  return row.severity == "error" ? Level::error : row.severity == "warn" ? Level::warn : Level::none;
}

ItemCell what_cell(const EventRow& row) {
  ItemCell cell = text_cell(format::text(row.text.empty() ? row.kind : row.text));
  cell.tip = format::text(row.kind) + QLatin1Char('\n') + cell.text;
  cell.level = level_of(row);
  return cell;
}

// What it is known to lie between.
ItemCell when_cell(const EventRow& row) {
  ItemCell cell = at_cell(row.at);
  if (row.at_lo && *row.at_lo != row.at_hi)
    cell.tip = EventModel::tr("between %1 and %2").arg(format::date_time(*row.at_lo), format::date_time(row.at_hi));
  return cell;
}
}  // namespace

EventModel::EventModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("What happened"), tr("Detected, or told from outside"), false, 240},
      {tr("At"), tr("When it was seen at the latest, UTC"), true, 88},
      {tr("Object"), tr("Whose"), false, 144},
      {tr("Layer"), tr("Where along the path of the data"), false, 88},
  });
}

ItemCell EventModel::cell_of(const EventRow& row, int column) const {
  switch (column) {
    case what:
      return what_cell(row);
    case at:
      return when_cell(row);
    case object:
      return name_cell(row.object.value());
    default:
      return text_cell(format::text(row.layer), Tone::muted);
  }
}

SortValue EventModel::sort_of(const EventRow& row, int column) const {
  switch (column) {
    case what:
      return {false, urgency(level_of(row)), row.text};
    case at:
      return {false, static_cast<double>(ms(row.at)), {}};
    case object:
      return {false, 0, row.object.value()};
    default:
      return {false, 0, row.layer};
  }
}

StoryModel::StoryModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("The story"), tr("What people wrote; it goes into the report"), false, 240},
      {tr("At"), tr("What it speaks of, UTC"), true, 88},
      {tr("By"), tr("Who wrote it"), false, 88},
  });
}

ItemCell StoryModel::cell_of(const ToldRow& row, int column) const {
  switch (column) {
    case text: {
      ItemCell cell = text_cell(format::text(row.text));
      cell.tip = cell.text;
      if (row.object) cell.beside = format::text(row.object->value());
      return cell;
    }
    case at:
      return at_cell(row.at);
    default:
      return text_cell(format::text(row.author), Tone::muted);
  }
}

SortValue StoryModel::sort_of(const ToldRow& row, int column) const {
  switch (column) {
    case text:
      return {false, 0, row.text};
    case at:
      return {false, static_cast<double>(ms(row.at)), {}};
    default:
      return {false, 0, row.author};
  }
}

}  // namespace tidemark
