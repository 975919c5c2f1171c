// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/tables/table_files_words.h"

#include <QCoreApplication>
#include <algorithm>

#include "models/items/format.h"
#include "models/items/table_sheet_model.h"

namespace tidemark::views {
namespace {
struct TableFilesWords {
  Q_DECLARE_TR_FUNCTIONS(TableFilesWords)
};
constexpr int longest_name = 60;
constexpr std::size_t most_changes = 12;

QString short_name(const TableSheet& sheet) { return format::middle(format::text(sheet.table.value()), longest_name); }

std::optional<std::int64_t> number_of(const TableSheet& sheet, TableFact fact) {
  const Known<std::int64_t>& number = sheet.numbers.at(fact);
  return number ? std::optional(*number) : std::nullopt;
}

const TableSheet* smallest_files(const TableSheets& sheets) {
  const TableSheet* found = nullptr;
  for (const auto& branch : sheets.rows) {
    const auto mean = number_of(branch.parent.row, TableFact::mean_file_bytes);
    if (mean && (found == nullptr || *mean < *number_of(*found, TableFact::mean_file_bytes)))
      found = &branch.parent.row;
  }
  return found;
}

int count_with(const TableSheets& sheets, TableFact fact, std::int64_t at_least) {
  return static_cast<int>(std::ranges::count_if(sheets.rows, [&](const auto& branch) {
    const auto number = number_of(branch.parent.row, fact);
    return number && *number >= at_least;
  }));
}

QString number_words(const TableSheet& sheet, TableFact fact) {
  const Known<std::int64_t>& number = sheet.numbers.at(fact);
  if (number) return fact_words(fact, *number);
  return format::unknown(number.reason()) + QStringLiteral(": ") + why_words(sheet, fact, number.reason());
}

QString past_words(const TableSheet& sheet, const Known<LocalTime>& time, TableFact fact) {
  if (time) return format::date_time(*time);
  if (time.reason() == Reason::no_commit)
    return TableFilesWords::tr("never: %1").arg(why_words(sheet, fact, time.reason()));
  return format::unknown(time.reason()) + QStringLiteral(": ") + why_words(sheet, fact, time.reason());
}

QString expiry_words(const TableSheet& sheet) {
  if (sheet.expired_hi.reason() == Reason::no_commit) return TableFilesWords::tr("never: the first version is there");
  if (!sheet.expired_hi)
    return format::unknown(sheet.expired_hi.reason()) + QStringLiteral(": ") +
           format::sentence(sheet.expired_hi.reason());
  if (!sheet.expired_lo) return TableFilesWords::tr("before %1").arg(format::date_time(*sheet.expired_hi));
  return TableFilesWords::tr("between %1 and %2")
      .arg(format::date_time(*sheet.expired_lo), format::date_time(*sheet.expired_hi));
}

QString change_words(const TableSchemaChange& change) {
  const QString when = change.lo && *change.lo != change.hi
                           ? TableFilesWords::tr("until %1").arg(format::date_time(change.hi))
                           : format::date_time(change.hi);
  return when + QStringLiteral(": ") + format::text(change.text);
}

QString carried_words(const CarriedNote& note) {
  QString out = format::text(note.key);
  if (!note.writer.empty()) out += TableFilesWords::tr(", of %1").arg(format::text(note.writer));
  if (!note.reads.empty()) out += TableFilesWords::tr(", reads %1").arg(format::text(note.reads));
  return out;
}
}  // namespace

Sentence table_files_sentence(const TableSheets& sheets) {
  Sentence out;
  const int told = count_with(sheets, TableFact::files, 0);
  out.title = TableFilesWords::tr("%n table(s)", nullptr, static_cast<int>(sheets.rows.size()));
  out.note = TableFilesWords::tr("%n tell(s) their files", nullptr, told);
  if (const TableSheet* smallest = smallest_files(sheets))
    out.detail = TableFilesWords::tr("Smallest files: %1, %2 on average in %3 files.")
                     .arg(short_name(*smallest),
                          fact_words(TableFact::mean_file_bytes, *number_of(*smallest, TableFact::mean_file_bytes)),
                          format::known(smallest->numbers.at(TableFact::files), format::count));
  if (const int deleting = count_with(sheets, TableFact::delete_files, 1); deleting > 0)
    out.detail +=
        QLatin1Char(' ') +
        TableFilesWords::tr("%n table(s) with delete files, which every reader has to read.", nullptr, deleting);
  if (out.detail.isEmpty() && !sheets.rows.empty())
    out.detail = TableFilesWords::tr("No table tells its files; the facts of each say why.");
  return out;
}

QString no_tables_words() {
  return TableFilesWords::tr(
             "No table is watched. Name its catalog in a profile:\n%1\nand watch with it:\ntidemark collect "
             "--profile FILE")
      .arg(QStringLiteral("\"catalogs\": [{ \"name\": \"lake\", \"type\": \"iceberg-rest\", \"url\": "
                          "\"http://catalog:8181\", \"warehouse\": \"wh\" }]"));
}

QString fact_name(TableFact fact) {
  switch (fact) {
    case TableFact::files:
      return TableFilesWords::tr("data files");
    case TableFact::bytes:
      return TableFilesWords::tr("size");
    case TableFact::mean_file_bytes:
      return TableFilesWords::tr("mean file size");
    case TableFact::delete_files:
      return TableFilesWords::tr("delete files");
    case TableFact::deletion_vectors:
      return TableFilesWords::tr("deletion vectors");
    case TableFact::position_deletes:
      return TableFilesWords::tr("position deletes");
    case TableFact::equality_deletes:
      return TableFilesWords::tr("equality deletes");
    case TableFact::versions:
      return TableFilesWords::tr("versions kept");
    case TableFact::conflicts:
      return TableFilesWords::tr("conflicts");
    case TableFact::compaction:
      return TableFilesWords::tr("compacted");
    case TableFact::cleaning:
      break;
  }
  return TableFilesWords::tr("cleaned up");
}

std::vector<Fact> sheet_facts(const TableSheet& sheet) {
  std::vector<Fact> facts;
  const auto put = [&](const QString& name, const QString& words) { facts.emplace_back(name, words); };
  if (sheet.format) put(TableFilesWords::tr("format"), format::text(*sheet.format));
  if (sheet.writer) put(TableFilesWords::tr("writer"), format::text(*sheet.writer));
  put(TableFilesWords::tr("newest version"),
      format::known(sheet.snapshot_id, [](const std::string& id) { return format::text(id); }));
  put(TableFilesWords::tr("committed"), format::known(sheet.committed, format::date_time));
  put(TableFilesWords::tr("looked at"), format::known(sheet.sampled_at, format::date_time));
  for (const TableFact fact : measured_facts)
    if (sheet.numbers.at(fact).reason() != Reason::not_applicable) put(fact_name(fact), number_words(sheet, fact));
  put(fact_name(TableFact::compaction), past_words(sheet, sheet.compacted, TableFact::compaction));
  if (sheet.cleaned.reason() != Reason::not_applicable)
    put(fact_name(TableFact::cleaning), past_words(sheet, sheet.cleaned, TableFact::cleaning));
  put(TableFilesWords::tr("expired"), expiry_words(sheet));
  const std::size_t shown = std::min(most_changes, sheet.schemas.size());
  for (std::size_t i = 0; i < shown; ++i)
    put(TableFilesWords::tr("schema"), change_words(sheet.schemas[sheet.schemas.size() - 1 - i]));
  if (sheet.schemas.empty()) put(TableFilesWords::tr("schema"), TableFilesWords::tr("no change is known"));
  for (const CarriedNote& note : sheet.carries) put(TableFilesWords::tr("carries"), carried_words(note));
  return facts;
}

std::vector<TrendMoment> schema_moments(const TableSheet& sheet) {
  std::vector<TrendMoment> moments;
  for (const TableSchemaChange& change : sheet.schemas) {
    const bool between = !change.lo || *change.lo != change.hi;
    moments.push_back({change.hi, between ? TableFilesWords::tr("schema, by then") : TableFilesWords::tr("schema"),
                       format::text(change.text)});
  }
  return moments;
}

QString fact_title(TableFact fact, const TableSheet& sheet) {
  return TableFilesWords::tr("%1: %2").arg(short_name(sheet), fact_name(fact));
}

QString fact_note(const MetricTrend& trend, TableFact fact, const TableSheet& sheet) {
  const Known<std::int64_t>& number = sheet.numbers.at(fact);
  if (trend.points.empty() && !number) return why_words(sheet, fact, number.reason());
  if (trend.points.empty()) return TableFilesWords::tr("nothing in this window");
  const TimedPoint& last = trend.points.back();
  if (!last.value) return format::sentence(last.value.reason());
  return fact_words(fact, *last.value);
}

}  // namespace tidemark::views
