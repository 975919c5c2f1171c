// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/metric_model.h"

#include <QLocale>
#include <cmath>

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
ItemCell source_cell(const MetricGroup& row) {
  ItemCell cell = name_cell(row.source.source, Tone::strong);
  cell.beside = row.matched ? MetricModel::tr("%n signal(s)", nullptr, static_cast<int>(row.signal_count))
                            : MetricModel::tr("%n not matched", nullptr, static_cast<int>(row.signal_count));
  if (row.one_of_many)
    cell.tip += QLatin1Char('\n') + MetricModel::tr("on %1").arg(format::text(row.source.cluster.value()));
  if (!row.matched)
    cell.tip += QLatin1Char('\n') + MetricModel::tr("It exposes no metric that is known for these signals.");
  return cell;
}

ItemCell state_cell(const MetricGroup& row) {
  if (!row.matched) return text_cell(MetricModel::tr("not matched"), Tone::muted);
  ItemCell cell;
  if (row.source.silent != Reason::none) {
    cell.text = format::unknown(row.source.silent);
    cell.tip = row.source.error ? format::text(*row.source.error) : format::sentence(row.source.silent);
    cell.level = Level::unknown;
  } else if (row.signal_count == 0) {
    cell.text = MetricModel::tr("nothing matched");
    cell.tip = MetricModel::tr("None of what it exposes is a signal that is known.");
    cell.level = Level::warn;
  } else {
    cell.text = MetricModel::tr("answers");
    cell.level = Level::fine;
  }
  colour(cell);
  return cell;
}

ItemCell state_cell(const MetricLine& line) {
  if (!line.matched) {
    ItemCell cell = text_cell(MetricModel::tr("not matched"), Tone::muted);
    cell.level = Level::unknown;
    cell.tip = MetricModel::tr("It exposes no metric that is known for this signal.");
    return cell;
  }
  if (line.row.value) return text_cell({});
  ItemCell cell = text_cell(format::unknown(line.row.value.reason()));
  cell.level = Level::unknown;
  cell.tip = format::sentence(line.row.value.reason());
  colour(cell);
  return cell;
}

ItemCell value_cell(const MetricLine& line) {
  ItemCell cell = text_cell(metric_value(line.row.value, line.row.unit));
  if (line.row.value) {
    cell.tip = QLocale(QLocale::English).toString(*line.row.value, 'f', QLocale::FloatingPointShortest) +
               QLatin1Char(' ') + format::text(line.row.unit);
  } else {
    cell.tip = format::sentence(line.row.value.reason());
    cell.tone = Tone::muted;
  }
  return cell;
}

ItemCell text_of(const Known<std::string>& text) {
  ItemCell cell = known_cell(text, [](const std::string& words) { return format::text(words); });
  if (text) cell.tip = cell.text;
  cell.identifier = text.known();
  return cell;
}

ItemCell object_cell(const MetricLine& line) {
  if (line.row.object.value().empty()) return text_cell(QStringLiteral("—"), Tone::muted);
  return name_cell(line.row.object.value());
}
}  // namespace

QString metric_value(const Known<double>& value, const std::string& unit) {
  constexpr double least = 0.001;  // below, three decimals say nothing
  if (!value) return format::unknown(value.reason());
  const QLocale numbers(QLocale::English);
  const double size = std::abs(*value);
  QString number;
  if (size > 0 && size < least) {
    number = numbers.toString(*value, 'g', 3);
  } else {
    const int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    number = numbers.toString(*value, 'f', decimals);
    if (decimals > 0) {
      while (number.endsWith(QLatin1Char('0'))) number.chop(1);
      if (number.endsWith(numbers.decimalPoint())) number.chop(1);
    }
  }
  if (unit == "1/s") return number + QStringLiteral("/s");
  return unit.empty() ? number : number + QChar(0x00A0) + format::text(unit);
}

MetricModel::MetricModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Source, signal"), tr("Endpoints and the signals that were found there"), false, 232},
      {tr("Object"), tr("Whose it is"), false, 168},
      {tr("Layer"), tr("Where along the path of the data"), false, 88},
      {tr("State"), tr("Whether the source answers, whether anything was matched"), false, 152},
      {tr("Value"), tr("Of the newest scrape"), true, 112},
      {tr("At"), tr("When it was scraped, UTC"), true, 80},
      {tr("Series"), tr("How many series of the source were taken for the signal"), true, 64},
      {tr("Metric"), tr("Which metric of the exporter was taken"), false, 240},
      {tr("Preset"), tr("The exporter that it was known by"), false, 96},
  });
}

ItemCell MetricModel::cell_of(const MetricGroup& row, int column) const {
  switch (column) {
    case name:
      return source_cell(row);
    case state:
      return state_cell(row);
    case at:
      return row.matched ? time_cell(row.source.at) : text_cell({});
    default:
      return {};
  }
}

ItemCell MetricModel::cell_of(const MetricGroup&, const MetricLine& line, int column) const {
  const MetricRow& row = line.row;
  switch (column) {
    case name:
      return text_cell(format::text(row.signal.value()));
    case object:
      return object_cell(line);
    case layer:
      return text_cell(format::text(row.layer));
    case state:
      return state_cell(line);
    case value:
      return value_cell(line);
    case at:
      return time_cell(row.at);
    case series:
      return known_cell(row.matched_series, format::count);
    case metric:
      return text_of(row.metric);
    case preset:
      return text_of(row.preset);
    default:
      return {};
  }
}

SortValue MetricModel::sort_of(const MetricGroup& row, int column) const {
  switch (column) {
    case state:
      return {!row.matched, urgency(state_cell(row).level), {}};
    case at:
      return sort_value(row.source.at);
    default:
      return {!row.matched, 0, row.source.source};
  }
}

SortValue MetricModel::sort_of(const MetricGroup&, const MetricLine& line, int column) const {
  const MetricRow& row = line.row;
  switch (column) {
    case object:
      return {row.object.value().empty(), 0, row.object.value()};
    case layer:
      return {false, 0, row.layer};
    case state:
      return {false, urgency(state_cell(line).level), {}};
    case value:
      return sort_value(row.value);
    case at:
      return sort_value(row.at);
    case series:
      return sort_value(row.matched_series);
    case metric:
      return sort_value(row.metric);
    case preset:
      return sort_value(row.preset);
    default:
      return {false, 0, row.signal.value()};
  }
}

}  // namespace tidemark
