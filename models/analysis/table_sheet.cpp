// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/table_sheet.h"

#include <algorithm>
#include <charconv>

#include "models/analysis/scope.h"
#include "models/analysis/tables.h"

namespace tidemark {
namespace {
constexpr Millis window = std::chrono::minutes(10);
constexpr std::size_t commits_looked_at = 20;

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Up to the next blank, which goes too.
std::string_view take_word(std::string_view& line, char blank = ' ') {
  const auto end = std::min(line.find(blank), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(std::min(line.size(), end + 1));
  return word;
}

class SheetMaker final {
 public:
  SheetMaker(const Snapshot& snapshot, const TableInfo& table, LocalTime at)
      : snapshot_(snapshot), table_(table), object_("table:" + table.table.value()), at_(at) {}

  TableSheet make() {
    out_.cluster = table_.cluster;
    out_.table = table_.table;
    out_.format = table_.format;
    out_.writer = table_.writer;
    out_.snapshot_id = table_.snapshot_id;
    for (const SeenCommit* seen : table_.commits.all)
      if (table_.commits.live(*seen) && seen->commit.snapshot_id == table_.snapshot_id.value_or({}))
        out_.committed = local_time(commit_ms(*seen));
    read_untold();
    read_numbers();
    out_.compacted = time(aspect::compacted_at, TableFact::compaction);
    out_.cleaned = time(aspect::cleaned_at, TableFact::cleaning);
    read_expiry();
    if (const auto lines = text(aspect::schema_changes)) out_.schemas = schema_changes_in(*lines);
    read_carried();
    return std::move(out_);
  }

 private:
  void read_carried() {
    out_.mapping = text(aspect::mapping).value_or({});
    const auto lines = text(aspect::carries);
    if (!lines) return;
    for (std::string_view line : entries(*lines)) {
      CarriedNote& note = out_.carries.emplace_back();
      for (std::string CarriedNote::* part :
           {&CarriedNote::key, &CarriedNote::writer, &CarriedNote::reads, &CarriedNote::value})
        note.*part = take_word(line, '\t');
    }
  }

  Known<std::string> text(std::string_view aspect) const {
    return state_text(snapshot_, table_.cluster, object_, aspect, at_);
  }

  void read_untold() {
    const auto lines = text(aspect::facts_unknown);
    if (!lines) return;
    for (std::string_view line : entries(*lines)) {
      const auto fact = table_fact_from(take_word(line));
      const auto reason = reason_from(take_word(line));
      if (!fact || !reason) continue;
      reasons_.emplace(*fact, *reason);
      out_.why.emplace(*fact, line);
    }
  }

  // A fact that has never been a number has no series.
  void read_numbers() {
    for (const TableFact fact : measured_facts) {
      const SeriesKey key{table_.cluster, signal_of(fact), object_};
      const Known<Measured> newest = snapshot_.at(key, at_);
      const auto told = reasons_.find(fact);
      if (newest)
        out_.numbers.emplace(fact, newest->value);
      else
        out_.numbers.emplace(fact, told == reasons_.end() ? newest.reason() : told->second);
      if (newest && (!out_.sampled_at || newest->at > *out_.sampled_at)) out_.sampled_at = newest->at;
      if (!newest && told == reasons_.end() && !out_.sampled_at) out_.sampled_at = newest.reason();
    }
  }

  Known<LocalTime> time(std::string_view aspect, TableFact fact) const {
    const auto told = reasons_.find(fact);
    if (told != reasons_.end()) return told->second;
    return state_number(snapshot_, table_.cluster, object_, aspect, at_).map(local_time);
  }

  // It came about between the two looks of which only the later one misses a version.
  void read_expiry() {
    const StateSpan* span = snapshot_.state_at(table_.cluster, object_, aspect::expired_below, at_);
    if (span == nullptr) return;
    if (*span->value == "none") {
      out_.expired_lo = out_.expired_hi = Reason::no_commit;
    } else {
      out_.expired_lo = span->from_lo ? Known<LocalTime>(*span->from_lo) : Known<LocalTime>(Reason::no_history);
      out_.expired_hi = span->from_hi;
    }
  }

  const Snapshot& snapshot_;
  const TableInfo& table_;
  const Object object_;
  const LocalTime at_;
  std::map<TableFact, Reason> reasons_;
  TableSheet out_;
};

bool is_unknown(const TableSheet& sheet, TableFact fact) {
  const auto number = sheet.numbers.find(fact);
  const Reason reason = number != sheet.numbers.end()   ? number->second.reason()
                        : fact == TableFact::compaction ? sheet.compacted.reason()
                                                        : sheet.cleaned.reason();
  return reason != Reason::none && reason != Reason::not_applicable && reason != Reason::no_commit;
}

// "files, bytes of lake.orders, lake.clicks and 7 more: SENTENCE".
std::string note_of(const std::vector<TableFact>& facts, const std::vector<std::string>& tables,
                    const std::string& sentence) {
  constexpr std::size_t most_named = 3;
  std::string out;
  for (const TableFact fact : facts) out += (out.empty() ? "" : ", ") + std::string(word(fact));
  for (std::size_t i = 0; i < std::min(tables.size(), most_named); ++i) out += (i == 0 ? " of " : ", ") + tables[i];
  if (tables.size() > most_named) out += " and " + std::to_string(tables.size() - most_named) + " more";
  return out + ": " + sentence;
}

// What keeps several facts of several tables from being known is said once.
std::vector<std::string> notes_of(const std::vector<TableSheet>& sheets) {
  std::map<std::pair<std::string, std::vector<TableFact>>, std::vector<std::string>> told;
  for (const TableSheet& sheet : sheets) {
    std::map<std::string, std::vector<TableFact>> by_sentence;
    for (const auto& [fact, sentence] : sheet.why)
      if (is_unknown(sheet, fact)) by_sentence[sentence].push_back(fact);
    for (const auto& [sentence, facts] : by_sentence) told[{sentence, facts}].push_back(sheet.table.value());
  }
  std::vector<std::string> out;
  for (const auto& [what, tables] : told) out.push_back(note_of(what.second, tables, what.first));
  return out;
}

CellList cells_of(const std::vector<TableSchemaChange>& changes) {
  CellList out;
  for (const TableSchemaChange& change : changes)
    out.emplace_back(
        CellRecord{{"schema", change.schema}, {"lo", change.lo}, {"hi", change.hi}, {"text", change.text}});
  return out;
}

CellRecord cells_of(const TableSheet& sheet) {
  CellRecord row{{"cluster", sheet.cluster.value()}, {"table", sheet.table.value()},
                 {"format", sheet.format},           {"writer", sheet.writer},
                 {"snapshot_id", sheet.snapshot_id}, {"committed_at", sheet.committed}};
  for (const auto& [fact, number] : sheet.numbers) row.push_back({std::string(word(fact)), number});
  row.push_back({"compacted_at", sheet.compacted});
  row.push_back({"cleaned_at", sheet.cleaned});
  row.push_back({"expired_lo", sheet.expired_lo});
  row.push_back({"expired_hi", sheet.expired_hi});
  row.push_back({"schema_changes", cells_of(sheet.schemas)});
  CellRecord why;
  for (const auto& [fact, sentence] : sheet.why) why.push_back({std::string(word(fact)), sentence});
  row.push_back({"unknown_why", std::move(why)});
  row.push_back({"sampled_at", sheet.sampled_at});
  return row;
}
}  // namespace

std::vector<TableSchemaChange> schema_changes_in(std::string_view lines) {
  std::vector<TableSchemaChange> out;
  for (std::string_view line : entries(lines)) {
    const auto hi = number_of(take_word(line));
    const auto lo = number_of(take_word(line));
    if (!hi) continue;
    TableSchemaChange& change = out.emplace_back();
    change.hi = local_time(*hi);
    if (lo) change.lo = local_time(*lo);
    change.schema = take_word(line);
    change.text = line;
  }
  return out;
}

SnapshotRequest table_sheet_request(LocalTime at) {
  SnapshotRequest request;
  request.from = at - window;
  request.to = at;
  request.min_polls = 2;
  for (const TableFact fact : measured_facts) request.signal_names.push_back(signal_of(fact).value());
  request.min_commits = commits_looked_at;
  request.events = false;
  return request;
}

std::vector<TableSheet> table_sheets(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                     const Profile& profile) {
  std::vector<TableSheet> out;
  for (const TableInfo& table : tables_at(snapshot, at, filter, profile))
    out.push_back(SheetMaker(snapshot, table, at).make());
  return out;
}

Document tables_document(const Snapshot& snapshot, LocalTime at, const Filter& filter, const Profile& profile) {
  Document document = frame("tables", snapshot, snapshot.from, at, filter);
  document.coverage = table_coverage(snapshot, snapshot.from, at, filter);
  const std::vector<TableSheet> sheets = table_sheets(snapshot, at, filter, profile);
  for (const TableSheet& sheet : sheets) document.rows.push_back(cells_of(sheet));
  const auto notes = notes_of(sheets);
  document.notes.insert(document.notes.end(), notes.begin(), notes.end());
  return document;
}

}  // namespace tidemark
