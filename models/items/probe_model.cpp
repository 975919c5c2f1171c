// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/drill_models.h"
#include "models/items/make_cell.h"
#include "models/items/review_model.h"

namespace tidemark {
namespace {
ItemCell outcome_cell(Outcome outcome) {
  ItemCell cell = text_cell(drill_words::verdict(outcome));
  cell.level = level_of(outcome);
  colour(cell);
  return cell;
}

// What is only wanted as well may be missing.
Level level_of(const SeenSignal& signal) {
  switch (signal.state) {
    case SeenState::seen:
      return signal.early ? Level::warn : Level::fine;
    case SeenState::not_seen:
      return signal.optional ? Level::none : Level::warn;
    case SeenState::unknown:
      return Level::unknown;
    case SeenState::waiting:
      break;
  }
  return Level::none;
}

ItemCell signal_cell(const SeenSignal& signal) {
  ItemCell cell = text_cell(drill_words::state(signal.state));
  cell.level = level_of(signal);
  colour(cell);
  if (signal.state == SeenState::waiting) cell.tone = Tone::muted;
  QStringList tips;
  if (signal.at) {
    cell.beside = format::clock_seconds(*signal.at);
    tips << format::date_time(*signal.at) + QLatin1Char(' ') + format::error(signal.error);
  }
  if (signal.early) {
    cell.text = ProbeModel::tr("too early");
    tips << ProbeModel::tr("before one that should come first");
  }
  if (signal.optional && signal.state != SeenState::seen) cell.beside = ProbeModel::tr("optional");
  if (!signal.what.empty()) tips << format::text(signal.what);
  cell.tip = tips.join(QLatin1Char('\n'));
  return cell;
}

QString value_words(const std::string& name, const FactValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return format::text(*text);
  if (const auto* share = std::get_if<double>(&value)) return format::percent(*share);
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? ProbeModel::tr("yes") : ProbeModel::tr("no");
  const std::int64_t number = std::get<std::int64_t>(value);
  return name.ends_with("_ms") ? format::duration(Millis(number)) : format::count(number);
}

ItemCell measure_cell(const DrillProbe& probe) {
  const Fact& fact = *probe.measure;
  ItemCell cell = known_cell(fact.value, [&](const FactValue& value) { return value_words(fact.name, value); });
  if (probe.error && probe.error->value)
    if (const auto* error = std::get_if<std::int64_t>(&*probe.error->value); error && fact.value)
      cell.beside = format::error(Millis(*error));
  if (fact.value) cell.tip = cell.text;
  return cell;
}

ItemCell answer_cell(const std::optional<DrillStamp>& answer) {
  if (!answer) return text_cell(ProbeModel::tr("open"), Tone::strong);
  ItemCell cell = text_cell(answer->answer == "yes" ? ProbeModel::tr("yes") : ProbeModel::tr("no"));
  cell.beside = format::text(answer->by);
  cell.tip = ProbeModel::tr("%1 said so at %2").arg(format::text(answer->by), format::date_time(answer->at));
  if (!answer->note.empty()) cell.tip += QLatin1Char('\n') + format::text(answer->note);
  return cell;
}
}  // namespace

ProbeModel::ProbeModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Looked at"), tr("Signals that should be seen, what is measured, what people are asked"), false, 200},
      {tr("Says"), tr("As it is now; of a drill that is over as its verdict keeps it"), false, 148},
  });
}

ItemCell ProbeModel::cell_of(const ProbeGroup& row, int column) const {
  return column == text ? text_cell(drill_words::group(row.kind), Tone::strong) : ItemCell();
}

ItemCell ProbeModel::cell_of(const ProbeGroup&, const DrillProbe& row, int column) const {
  if (column == text) {
    ItemCell cell = text_cell(row.measure ? drill_words::measure(row.text) : format::text(row.text));
    cell.tip = cell.text;
    return cell;
  }
  if (row.signal) return signal_cell(*row.signal);
  if (row.measure) return measure_cell(row);
  if (row.kind == ProbeKind::question) return answer_cell(row.answer);
  return outcome_cell(row.outcome);
}

SortValue ProbeModel::sort_of(const ProbeGroup&, const DrillProbe& row, int column) const {
  if (column == text) return {false, 0, row.text};
  return {
      false, static_cast<double>(row.signal ? static_cast<int>(row.signal->state) : static_cast<int>(row.outcome)), {}};
}

}  // namespace tidemark
