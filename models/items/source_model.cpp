// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/source_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
Level level_of_state(const std::string& state) {
  if (state == "ok") return Level::fine;
  if (state == "partial") return Level::warn;
  return state == "silent" || state == "rebuilt" ? Level::unknown : Level::error;
}

ItemCell state_cell(const SourceRow& row) {
  ItemCell cell;
  cell.level = level_of_state(row.state);
  if (row.state == "ok")
    cell.text = SourceModel::tr("fine");
  else if (row.state == "partial")
    cell.text = SourceModel::tr("answers in part");
  else if (row.state == "rebuilt")
    cell.text = SourceModel::tr("rebuilt, not polled");
  else if (row.state == "silent")
    cell.text = SourceModel::tr("unknown: no polls");
  else
    cell.text = SourceModel::tr("does not answer");
  if (cell.level == Level::error) cell.tone = Tone::error;
  if (cell.level == Level::warn) cell.tone = Tone::warn;
  if (row.error) cell.tip = format::text(*row.error);
  return cell;
}
}  // namespace

SourceModel::SourceModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Source"), tr("What is polled"), false, 240},
      {tr("State"), tr("Of its last polls"), false, 160},
      {tr("Since"), tr("When this state began, at the latest"), true, 96},
      {tr("Last complete"), tr("The last poll that answered everything"), true, 128},
      {tr("Coverage"), tr("Parts answered of parts due in the last 24 h"), true, 104},
      {tr("Requests"), tr("Of the last polls together"), true, 96},
      {tr("Bytes"), tr("On the wire, of the last polls together"), true, 96},
      {tr("Took"), tr("The last polls together"), true, 88},
      {tr("Refused, cannot see"), tr("What permissions or the source itself keep hidden"), false, 320},
  });
}

ItemCell SourceModel::cell_of(const SourceRow& row, int column) const {
  switch (column) {
    case name: {
      ItemCell cell = name_cell(row.name, Tone::strong);
      cell.beside = format::text(row.kind);
      return cell;
    }
    case state:
      return state_cell(row);
    case since:
      return time_cell(row.since);
    case last_ok:
      return time_cell(row.last_ok);
    case coverage:
      return known_cell(row.coverage_24h, format::percent);
    case requests:
      return known_cell(row.requests, format::count);
    case bytes:
      return known_cell(row.bytes, format::bytes);
    case duration:
      return known_cell(row.duration, format::duration);
    case denied: {
      QStringList lines;
      for (const std::string& scope : row.denied) lines << tr("refused: %1").arg(format::text(scope));
      for (const std::string& limit : row.limits) lines << format::text(limit);
      if (row.behind && row.sent && row.dropped)
        lines << tr("behind by %1, samples sent: %2, refused: %3")
                     .arg(format::duration(*row.behind), format::count(*row.sent), format::count(*row.dropped));
      ItemCell cell = text_cell(lines.isEmpty() ? tr("nothing") : lines.join(QStringLiteral(" · ")),
                                row.denied.empty() ? Tone::muted : Tone::warn);
      cell.tip = lines.join(QLatin1Char('\n'));
      if (!row.denied.empty()) cell.level = Level::warn;
      return cell;
    }
    default:
      return {};
  }
}

SortValue SourceModel::sort_of(const SourceRow& row, int column) const {
  switch (column) {
    case name:
      return {false, 0, row.name};
    case state:
      return {false, 0, row.state};
    case since:
      return sort_value(row.since);
    case last_ok:
      return sort_value(row.last_ok);
    case coverage:
      return sort_value(row.coverage_24h);
    case requests:
      return sort_value(row.requests);
    case bytes:
      return sort_value(row.bytes);
    case duration:
      return sort_value(row.duration);
    case denied:
      return {false, static_cast<double>(row.denied.size()), {}};
    default:
      return {true, 0, {}};
  }
}

}  // namespace tidemark
