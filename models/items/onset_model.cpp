// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/onset_model.h"

#include <cmath>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell what_cell(const OnsetRow& row) {
  ItemCell cell = text_cell(format::text(row.name), row.onset.first ? Tone::strong : Tone::plain);
  if (row.onset.count > 1) cell.beside = OnsetModel::tr("and %n more", nullptr, static_cast<int>(row.onset.count) - 1);
  cell.tip = format::text(row.text) + QLatin1Char('\n') + format::text(row.onset.object.value());
  return cell;
}

ItemCell began_cell(const Onset& onset) {
  ItemCell cell = text_cell(began_words(onset));
  cell.tip =
      OnsetModel::tr("between %1 and %2")
          .arg(format::date_time(onset.lo), format::date_time(std::chrono::ceil<std::chrono::seconds>(onset.hi)));
  if (!onset.over_gap) return cell;
  cell.level = Level::unknown;
  cell.tip += QLatin1Char('\n') + OnsetModel::tr("Samples are missing there.");
  return cell;
}

ItemCell order_cell(const Onset& onset) {
  ItemCell cell = text_cell(onset.tied ? OnsetModel::tr("topology") : OnsetModel::tr("time"), Tone::muted);
  cell.tip = onset.tied ? OnsetModel::tr(
                              "It overlaps in time with others of its rank: their order is not known. They "
                              "stand as the data flow.")
                        : OnsetModel::tr("Proven: its whole interval lies apart from those of other ranks.");
  return cell;
}

ItemCell value_cell(const OnsetValue& value, const std::string& unit) {
  ItemCell cell = text_cell(onset_value(value, unit));
  if (!value) cell.tip = format::sentence(value.reason());
  return cell;
}
}  // namespace

QString began_words(const Onset& onset) {
  const Began when = began(onset);
  const QString at = when.error < Millis(1000) ? format::clock_millis(when.at) : format::clock_seconds(when.at);
  return at + QLatin1Char(' ') + format::error(when.error);
}

QString series_value(double value, const std::string& unit) {
  if (unit == "/s") return format::rate(value);
  if (unit == "ms" && std::abs(value) < 1e15) return format::duration(Millis(std::llround(value)));
  const QString number = QString::number(value, 'g', 3);
  return unit.empty() ? number : number + QLatin1Char(' ') + format::text(unit);
}

QString onset_value(const OnsetValue& value, const std::string& unit) {
  if (!value) return format::unknown(value.reason());
  if (const auto* state = std::get_if<std::string>(&*value)) return format::text(*state);
  return series_value(std::get<double>(*value), unit);
}

OnsetModel::OnsetModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("What moved"), tr("In the order in which it began, as far as that is known"), false, 320},
      {tr("Rank"), tr("A smaller rank began earlier; an equal one says nothing of time"), true, 64},
      {tr("Began"), tr("The middle of the interval in which it began, UTC"), true, 176},
      {tr("Before"), tr("As a rule, in the baseline"), true, 112},
      {tr("After"), tr("Since it moved"), true, 112},
      {tr("Layer"), tr("Where along the path of the data"), false, 96},
      {tr("Order by"), tr("Whether time proves its place"), false, 88},
  });
}

ItemCell OnsetModel::cell_of(const OnsetRow& row, int column) const {
  switch (column) {
    case what:
      return what_cell(row);
    case rank:
      return text_cell(QString::number(row.onset.rank), row.onset.first ? Tone::strong : Tone::plain);
    case at:
      return began_cell(row.onset);
    case before:
      return value_cell(row.onset.before, row.onset.unit);
    case after:
      return value_cell(row.onset.after, row.onset.unit);
    case layer:
      return text_cell(format::text(row.onset.place.layer), Tone::muted);
    case ordered_by:
      return order_cell(row.onset);
    default:
      return {};
  }
}

SortValue OnsetModel::sort_of(const OnsetRow& row, int column) const {
  const auto number = [](const OnsetValue& value) -> SortValue {
    if (!value) return {true, 0, {}};
    if (const auto* state = std::get_if<std::string>(&*value)) return {false, 0, *state};
    return {false, std::get<double>(*value), {}};
  };
  switch (column) {
    case what:
      return {false, 0, row.name};
    case rank:
      return {false, static_cast<double>(row.onset.rank), {}};
    case at:
      return {false, static_cast<double>(ms(row.onset.lo)), {}};
    case before:
      return number(row.onset.before);
    case after:
      return number(row.onset.after);
    case layer:
      return {false, static_cast<double>(row.onset.place.lanes), {}};
    case ordered_by:
      return {false, row.onset.tied ? 1.0 : 0.0, {}};
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
