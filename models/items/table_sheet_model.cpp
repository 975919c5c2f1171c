// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/table_sheet_model.h"

#include "models/items/make_cell.h"

namespace tidemark {
namespace {
const Known<std::int64_t>& number_of(const TableSheet& row, TableFact fact) { return row.numbers.at(fact); }

ItemCell number_cell(const TableSheet& row, TableFact fact) {
  const Known<std::int64_t>& number = number_of(row, fact);
  ItemCell cell = known_cell(number, [&](std::int64_t value) { return fact_words(fact, value); });
  cell.tip = number ? format::count(*number) : why_words(row, fact, number.reason());
  return cell;
}

ItemCell table_cell(const TableSheet& row) {
  ItemCell cell = name_cell(row.table.value(), Tone::strong);
  if (!row.cluster.value().empty())
    cell.tip += QLatin1Char('\n') + TableSheetModel::tr("fed from %1").arg(format::text(row.cluster.value()));
  return cell;
}

// "never" where the metadata shows that it has not been.
ItemCell past_cell(const Known<LocalTime>& time, const QString& why) {
  if (time.reason() == Reason::no_commit) {
    ItemCell cell = text_cell(TableSheetModel::tr("never"), Tone::muted);
    cell.tip = why;
    return cell;
  }
  ItemCell cell = known_cell(time, [](LocalTime at) { return format::date_time(at).left(16); });
  cell.tip = time ? format::date_time(*time) : why;
  return cell;
}

ItemCell schema_cell(const TableSheet& row) {
  if (row.schemas.empty()) return text_cell(QStringLiteral("—"), Tone::muted);
  const TableSchemaChange& newest = row.schemas.back();
  ItemCell cell = text_cell(format::date_time(newest.hi).left(16));
  cell.tip = format::text(newest.text);
  return cell;
}

Known<LocalTime> schema_time(const TableSheet& row) {
  if (row.schemas.empty()) return Reason::no_commit;
  return row.schemas.back().hi;
}
}  // namespace

QString fact_words(TableFact fact, std::int64_t value) {
  return unit_of(fact) == "bytes" ? format::bytes(value) : format::count(value);
}

QString why_words(const TableSheet& sheet, TableFact fact, Reason reason) {
  const auto told = sheet.why.find(fact);
  return told == sheet.why.end() ? format::sentence(reason) : format::text(told->second);
}

TableSheetModel::TableSheetModel(QObject* parent) : RowsModel(parent) {
  set_columns({
      {tr("Table"), tr("By its name in the catalog"), false, 200},
      {tr("Format"), tr("Of its metadata"), false, 80},
      {tr("Data files"), tr("Of the newest version"), true, 108},
      {tr("Size"), tr("Of the data files; Iceberg tells it with its delete files only"), true, 88},
      {tr("Mean file"), tr("Size through the number of files"), true, 108},
      {tr("Delete files"), tr("Files that name rows to leave out; of Iceberg with its deletion vectors"), true, 108},
      {tr("Versions"), tr("Snapshots that can still be read"), true, 92},
      {tr("Compacted"), tr("When files were last rewritten, UTC"), true, 136},
      {tr("Expired"), tr("When versions were last seen to be gone, UTC"), true, 136},
      {tr("Schema"), tr("When it changed last, UTC"), true, 136},
  });
}

ItemCell TableSheetModel::cell_of(const TableSheet& row, int column) const {
  switch (column) {
    case name:
      return table_cell(row);
    case kind:
      return known_cell(row.format, [](const std::string& text) { return format::text(text); });
    case files:
      return number_cell(row, TableFact::files);
    case size:
      return number_cell(row, TableFact::bytes);
    case mean:
      return number_cell(row, TableFact::mean_file_bytes);
    case deletes:
      return number_cell(row, TableFact::delete_files);
    case versions:
      return number_cell(row, TableFact::versions);
    case compacted:
      return past_cell(row.compacted, why_words(row, TableFact::compaction, row.compacted.reason()));
    case expired:
      return past_cell(row.expired_hi, format::sentence(row.expired_hi.reason()));
    case schema:
      return schema_cell(row);
    default:
      return {};
  }
}

SortValue TableSheetModel::sort_of(const TableSheet& row, int column) const {
  switch (column) {
    case kind:
      return sort_value(row.format);
    case files:
      return sort_value(number_of(row, TableFact::files));
    case size:
      return sort_value(number_of(row, TableFact::bytes));
    case mean:
      return sort_value(number_of(row, TableFact::mean_file_bytes));
    case deletes:
      return sort_value(number_of(row, TableFact::delete_files));
    case versions:
      return sort_value(number_of(row, TableFact::versions));
    case compacted:
      return sort_value(row.compacted);
    case expired:
      return sort_value(row.expired_hi);
    case schema:
      return sort_value(schema_time(row));
    default:
      return {false, 0, row.table.value()};
  }
}

}  // namespace tidemark
