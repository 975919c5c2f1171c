// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/tables_carried.h"

#include <algorithm>

#include "collectors/tables/carried.h"
#include "collectors/tables/formats.h"
#include "collectors/tables/offset_rule.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::size_t most_tables = 1'000;

class Telling final {
 public:
  Telling(const Profile& profile, const Filter& filter) : profile_(profile), filter_(filter) {}

  void catalog(TableCatalog& catalog, const CatalogProfile& from, const std::stop_token& stop) {
    const TableList list = catalog.list(stop);
    count(list);
    if (!list.ok()) return note("catalog " + from.name, list.error.line());
    for (const TableName& table : list.tables) {
      if (stop.stop_requested() || loaded_ >= most_tables) return;
      if (!in_scope(filter_.table, table.value())) continue;
      ++loaded_;
      read(catalog, table, stop);
    }
  }

  Result<Document> finish() {
    if (!answered_) return fail(ErrorCode::no_data, "no catalog of the profile answers", {}, first_failure_);
    out_.coverage = static_cast<double>(answered_) / static_cast<double>(due_);
    out_.beside.push_back({"mappings", std::move(mappings_)});
    return std::move(out_);
  }
  void note(const std::string& about, const std::string& text) {
    if (first_failure_.empty()) first_failure_ = about + ": " + text;
    out_.notes.push_back(about + ": " + text);
  }

 private:
  void count(const CatalogAnswer& answer) {
    ++due_;
    if (answer.ok()) ++answered_;
  }

  const PipelineProfile* pipeline_of(const TableName& table) const {
    const auto found = std::ranges::find(profile_.pipelines, table.value(), &PipelineProfile::table);
    return found == profile_.pipelines.end() ? nullptr : &*found;
  }

  void read(TableCatalog& catalog, const TableName& table, const std::stop_token& stop) {
    const PipelineProfile* pipeline = pipeline_of(table);
    ReadRules rules;
    rules.carried = true;
    if (pipeline != nullptr && !pipeline->commit_branch.empty()) rules.branch = pipeline->commit_branch;
    const TableLoad load = catalog.load(table, rules, {}, stop);
    count(load);
    if (!load.ok()) return note(table.value(), load.error.line());
    const CarriedTable carried =
        what_is_carried(catalog.format(), load.reading.carried, pipeline == nullptr ? std::string() : pipeline->topic);
    for (const CarriedKey& key : carried.keys) row(table, catalog.format(), key);
    propose(table, carried);
  }

  void row(const TableName& table, std::string_view format, const CarriedKey& key) {
    const auto known = [](const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); };
    out_.rows.push_back({{"table", table.value()},
                         {"format", format},
                         {"version", key.version.empty() ? Cell("properties") : Cell(key.version)},
                         {"at", key.at ? Cell(LocalTime(key.at->time_since_epoch())) : Cell(Reason::not_supported)},
                         {"key", key.key},
                         {"value", key.value},
                         {"writer", key.writer == nullptr ? Cell(Reason::not_applicable) : Cell(key.writer->writer)},
                         {"known", key.writer == nullptr ? Cell(Reason::not_applicable) : Cell(key.writer->known)},
                         {"reads", known(key.reads)}});
  }

  void propose(const TableName& table, const CarriedTable& carried) {
    const std::string& name = table.value();
    if (!carried.doubt.empty()) return out_.notes.push_back(name + ": " + carried.doubt);
    CellRecord mapping{{"table", name}};
    if (carried.writer != nullptr) {
      mapping.push_back({"writer", carried.writer->writer});
      const std::string& help = carried.writer->help;
      out_.notes.push_back(name + ": written by " + carried.writer->title + ", which needs no rule: \"writer\": \"" +
                           carried.writer->writer + '"' + (help.empty() ? "" : ". " + help));
    } else if (carried.proposal) {
      CellRecord rule;
      for (const auto& [key, text] : offset_rule_texts(*carried.proposal)) rule.push_back({key, text});
      mapping.push_back({"offsets", std::move(rule)});
      out_.notes.push_back(name + ": \"offsets\": " + offset_rule_json(*carried.proposal) +
                           " in its pipeline; write \"last\" where the number is the last offset that is in the table");
    } else {
      out_.notes.push_back(name + ": nothing in it reads as offsets of partitions");
      return;
    }
    mappings_.emplace_back(std::move(mapping));
  }

  const Profile& profile_;
  const Filter& filter_;
  Document out_;
  CellList mappings_;
  std::string first_failure_;
  std::size_t loaded_ = 0, due_ = 0, answered_ = 0;
};
}  // namespace

Result<Document> tables_carried(const Profile& profile, const Filter& filter, const SecretResolver& secrets,
                                const Clock& clock, std::stop_token stop) {
  if (std::ranges::none_of(profile.catalogs, [](const auto& catalog) { return is_readable_catalog(catalog.type); }))
    return fail(ErrorCode::usage, "the profile names no catalog that is read", profile.name, "add one to \"catalogs\"");
  Telling telling(profile, filter);
  for (const CatalogProfile& from : profile.catalogs) {
    if (!is_readable_catalog(from.type)) continue;
    const auto catalog = open_catalog(from, secrets, clock);
    if (catalog)
      telling.catalog(**catalog, from, stop);
    else
      telling.note("catalog " + from.name, catalog.error().line());
  }
  TM_TRY(Document document, telling.finish());
  document.verb = "tables";
  document.at = document.from = document.to = clock.now();
  return document;
}

}  // namespace tidemark
