// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drill_models.h"

#include "models/items/make_cell.h"
#include "models/items/review_model.h"

namespace tidemark {
namespace {
ItemCell minute_cell(LocalTime at) {
  ItemCell cell = text_cell(format::minute(at));
  cell.tip = format::date_time(at);
  return cell;
}

// Of what nobody has judged its state.
ItemCell rehearsal_cell(const Rehearsal& one) {
  ItemCell cell;
  if (!one.verdict) return text_cell(drill_words::status(one.status), Tone::strong);
  cell = text_cell(drill_words::verdict(*one.verdict));
  cell.level = level_of(*one.verdict);
  cell.tip = DrillModel::tr("%1 said so at %2").arg(format::text(one.name), format::date_time(one.at));
  colour(cell);
  return cell;
}

ItemCell never_cell() {
  ItemCell cell = text_cell(DrillModel::tr("never rehearsed"), Tone::muted);
  cell.level = Level::unknown;
  return cell;
}

double time_of(LocalTime at) { return static_cast<double>(ms(at)); }
}  // namespace

DrillModel::DrillModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Drill"), tr("A template; beneath it the drills on record, by whose streams they were of"), false, 260},
      {tr("Verdict"), tr("What a person said; of a drill that runs its state"), false, 168},
      {tr("At"), tr("When that was said, or the drill began, UTC"), true, 136},
      {tr("State"), tr("Running, completed, aborted or interrupted"), false, 104},
      {tr("Owner"), tr("Who runs it"), false, 112},
  });
}

ItemCell DrillModel::cell_of(const LibraryDrill& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = text_cell(format::text(row.drill.id + "  " + row.drill.title), Tone::strong);
      cell.tip = cell.text + QLatin1Char('\n') + format::text(row.drill.purpose);
      return cell;
    }
    case verdict:
      return row.newest ? rehearsal_cell(*row.newest) : never_cell();
    case at:
      return row.newest ? minute_cell(row.newest->at) : ItemCell();
    default:
      return {};
  }
}

ItemCell DrillModel::cell_of(const LibraryDrill&, const DrillRun& row, int column) const {
  const Rehearsal one = rehearsal_of(row);
  switch (column) {
    case name: {
      ItemCell cell = text_cell(review_words::scope(row.scope));
      cell.tip = cell.text + QLatin1Char('\n') + format::text(row.id);
      return cell;
    }
    case verdict: {
      ItemCell cell = rehearsal_cell(one);
      if (row.verdict && row.verdict->human != row.verdict->proposed)
        cell.beside = tr("proposed: %1").arg(drill_words::verdict(row.verdict->proposed));
      return cell;
    }
    case at:
      return minute_cell(one.at);
    case state:
      return text_cell(drill_words::status(row.status()), Tone::muted);
    default:
      return text_cell(format::text(row.owner), Tone::muted);
  }
}

SortValue DrillModel::sort_of(const LibraryDrill& row, int column) const {
  if (column == name) return {false, 0, row.drill.id};
  if (!row.newest) return {true, 0, {}};
  if (column == verdict) return {false, -static_cast<double>(row.newest->verdict.value_or(Outcome::unknown)), {}};
  return {false, time_of(row.newest->at), {}};
}

SortValue DrillModel::sort_of(const LibraryDrill&, const DrillRun& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.scope};
    case owner:
      return {row.owner.empty(), 0, row.owner};
    case state:
      return {false, static_cast<double>(row.status()), {}};
    case verdict:
      return {!row.verdict, row.verdict ? -static_cast<double>(row.verdict->human) : 0, {}};
    default:
      return {false, time_of(rehearsal_of(row).at), {}};
  }
}

StepModel::StepModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Step"), tr("What a person does; Tidemark does nothing to a cluster"), false, 220},
      {tr("State"), tr("Done, next, to do, optional, or taken back"), false, 88},
      {tr("Done at"), tr("As it was stamped, UTC"), true, 80},
      {tr("Who"), tr("Who did it, or whose it is"), false, 96},
      {tr("Expected"), tr("What should be seen then"), false, 200},
  });
}

namespace {
ItemCell title_cell(const SheetStep& row) {
  ItemCell cell = text_cell(format::text(row.of.title), row.state == SheetState::next ? Tone::strong : Tone::plain);
  const QString note = row.stamp ? format::text(row.stamp->note) : QString();
  if (row.of.title.empty()) {
    cell.text = row.state == SheetState::undone ? StepModel::tr("taken back: %1").arg(format::text(row.of.id))
                                                : StepModel::tr("not planned: %1").arg(note);
    cell.struck = row.state == SheetState::undone;
  }
  cell.tip = cell.text;
  if (!note.isEmpty()) cell.tip += QLatin1Char('\n') + note;
  return cell;
}

ItemCell state_cell(SheetState state) {
  ItemCell cell;
  switch (state) {
    case SheetState::done:
      cell = text_cell(StepModel::tr("done"));
      cell.level = Level::fine;
      return cell;
    case SheetState::next:
      return text_cell(StepModel::tr("next"), Tone::strong);
    case SheetState::to_do:
      return text_cell(StepModel::tr("to do"), Tone::muted);
    case SheetState::optional:
      return text_cell(StepModel::tr("optional"), Tone::muted);
    case SheetState::undone:
      break;
  }
  return text_cell(StepModel::tr("taken back"), Tone::muted);
}
}  // namespace

ItemCell StepModel::cell_of(const SheetStep& row, int column) const {
  switch (column) {
    case title:
      return title_cell(row);
    case state:
      return state_cell(row.state);
    case at:
      return row.stamp ? time_cell(row.stamp->at) : ItemCell();
    case who: {
      ItemCell cell = text_cell(format::text(row.stamp ? row.stamp->by : row.of.who), Tone::muted);
      if (row.stamp) cell.tone = Tone::plain;
      return cell;
    }
    default: {
      ItemCell cell = text_cell(format::text(row.of.expect), Tone::muted);
      cell.tip = cell.text;
      return cell;
    }
  }
}

SortValue StepModel::sort_of(const SheetStep& row, int column) const {
  switch (column) {
    case at:
      return {!row.stamp, row.stamp ? time_of(row.stamp->at) : 0, {}};
    case state:
      return {false, static_cast<double>(row.state), {}};
    case who:
      return {false, 0, row.stamp ? row.stamp->by : row.of.who};
    case expect:
      return {row.of.expect.empty(), 0, row.of.expect};
    default:
      return {false, 0, row.of.title};
  }
}

MatrixModel::MatrixModel(std::vector<std::string> scopes, QObject* parent)
    : RowsModel(parent), scopes_(std::move(scopes)) {
  std::vector<ItemColumn> columns{{tr("Incident"), tr("What may happen"), false, 240},
                                  {tr("Drills"), tr("Templates that rehearse it"), false, 96}};
  for (const std::string& scope : scopes_) {
    const QString name = review_words::scope(scope);
    columns.push_back({format::middle(name, 20), name, false, 168});
  }
  set_columns(std::move(columns));
}

ItemCell MatrixModel::cell_of(const MatrixRow& row, int column) const {
  if (column == incident) return text_cell(format::text(row.incident.title), Tone::strong);
  if (column == drills) {
    QStringList names;
    for (const std::string& drill : row.templates) names << format::text(drill);
    ItemCell cell = text_cell(names.isEmpty() ? tr("none") : names.join(QStringLiteral(", ")), Tone::muted);
    cell.tip = cell.text;
    return cell;
  }
  const auto& cell = row.by_path[static_cast<std::size_t>(column - first_path)];
  if (!cell) return never_cell();
  ItemCell out = rehearsal_cell(*cell);
  out.beside = format::minute(cell->at).section(QLatin1Char(' '), 0, 0);
  return out;
}

SortValue MatrixModel::sort_of(const MatrixRow& row, int column) const {
  if (column == incident) return {false, 0, row.incident.title};
  if (column == drills) return {false, static_cast<double>(row.templates.size()), {}};
  const auto& cell = row.by_path[static_cast<std::size_t>(column - first_path)];
  return {!cell, cell ? time_of(cell->at) : 0, {}};
}

}  // namespace tidemark
