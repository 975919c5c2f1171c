// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/compared_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
// One part's growth is far from its share of the partitions: worth a look.
constexpr double much = 0.25;

ItemCell records_cell(const Comparison& of, std::int64_t records) {
  if (of.partitions > 0) return text_cell(format::count(records));
  ItemCell cell = text_cell(format::unknown(Reason::no_history), Tone::muted);
  cell.tip = format::sentence(Reason::no_history);
  return cell;
}
SortValue number(double value) { return {false, value, {}}; }
}  // namespace

ComparedModel::ComparedModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Where the gap grew"), tr("The parts in which it grew most beyond their share of the partitions come first"),
       false, 420},
      {tr("Of growth"), tr("Share of the records by which all gaps grew"), true, 104},
      {tr("If alike"), tr("What its share of the growth would be if all partitions were alike"), true, 88},
      {tr("Before"), tr("Records that waited as a rule in the baseline: the median of its polls"), true, 104},
      {tr("After"), tr("Records that waited as a rule in the window: the median of its polls"), true, 104},
      {tr("Partitions"), tr("How many were compared"), true, 88},
  });
}

ItemCell ComparedModel::cell_of(const ComparedRow& row, int column) const {
  const Comparison& of = row.comparison;
  switch (column) {
    case what: {
      ItemCell cell = text_cell(format::text(row.text), Tone::strong);
      cell.tip = cell.text;
      return cell;
    }
    case before:
      return records_cell(of, of.before);
    case after:
      return records_cell(of, of.after);
    case partitions:
      return text_cell(format::count(static_cast<std::int64_t>(of.partitions)));
    default:
      return {};
  }
}

ItemCell ComparedModel::cell_of(const ComparedRow&, const ComparedPartRow& row, int column) const {
  const ComparedPart& part = row.part;
  const Tone tone = part.divergence() >= much ? Tone::strong : Tone::plain;
  switch (column) {
    case what:
      return name_cell(row.name, tone);
    case share:
      return text_cell(format::percent(part.share), tone);
    case fair:
      return text_cell(format::percent(part.fair), Tone::muted);
    case before:
      return text_cell(format::count(part.before));
    case after:
      return text_cell(format::count(part.after));
    case partitions:
      return text_cell(format::count(static_cast<std::int64_t>(part.partitions)));
    default:
      return {};
  }
}

SortValue ComparedModel::sort_of(const ComparedRow& row, int column) const {
  const Comparison& of = row.comparison;
  const bool unknown = of.partitions == 0;
  switch (column) {
    case what:
      return number(static_cast<double>(of.gap));
    case before:
      return {unknown, static_cast<double>(of.before), {}};
    case after:
      return {unknown, static_cast<double>(of.after), {}};
    case partitions:
      return number(static_cast<double>(of.partitions));
    default:
      return {true, 0, {}};
  }
}

SortValue ComparedModel::sort_of(const ComparedRow&, const ComparedPartRow& row, int column) const {
  const ComparedPart& part = row.part;
  switch (column) {
    case what:
      return {false, 0, row.name};
    case share:
      return number(part.share);
    case fair:
      return number(part.fair);
    case before:
      return number(static_cast<double>(part.before));
    case after:
      return number(static_cast<double>(part.after));
    case partitions:
      return number(static_cast<double>(part.partitions));
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
