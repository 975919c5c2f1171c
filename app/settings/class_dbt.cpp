// SPDX-License-Identifier: GPL-3.0-or-later
// Classes as the freshness of dbt's sources: a table for each class.
#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>

#include "app/settings/class_words.h"
#include "app/settings/yaml_text.h"

namespace tidemark::class_words {
namespace {
namespace json = boost::json;

struct Period {
  std::string_view name;
  std::int64_t ms;
};
constexpr std::array<Period, 3> periods{{{"day", 86'400'000}, {"hour", 3'600'000}, {"minute", 60'000}}};
constexpr std::int64_t most_counted = 1'000'000;

// In the longest period that says it, in whole minutes at least.
struct Count {
  std::int64_t count;
  std::string_view period;
  Millis time() const {
    for (const Period& one : periods)
      if (one.name == period) return Millis(count * one.ms);
    return {};
  }
};

Count count_of(Millis time) {
  const std::int64_t minutes = (time.count() + periods[2].ms - 1) / periods[2].ms;
  for (const Period& one : periods)
    if (minutes > 0 && (minutes * periods[2].ms) % one.ms == 0) return {minutes * periods[2].ms / one.ms, one.name};
  return {1, "minute"};
}

// Of warn_after or error_after; nothing where it is not checked.
Result<std::optional<Millis>> time_in(const Node& freshness, std::string_view key) {
  const auto node = freshness.find(key);
  if (!node) return std::nullopt;
  const auto count = node->find("count");
  if (!count) return std::nullopt;
  TM_TRY(const std::int64_t number, count->integer(1, most_counted));
  TM_TRY(const Node period, node->need("period"));
  TM_TRY(const std::string word, period.word({"minute", "hour", "day"}));
  for (const Period& one : periods)
    if (one.name == word) return Millis(number * one.ms);
  return std::nullopt;
}

// A setting of a table or source, or of its config, where newer versions have it.
std::optional<Node> setting(const Node& node, std::string_view key) {
  if (node.is_object() && node.raw().get_object().contains(key)) return node.find(key);
  const auto config = node.find("config");
  return config ? config->find(key) : std::nullopt;
}
bool says(const Node& node, std::string_view key) {
  if (!node.is_object()) return false;
  if (node.raw().get_object().contains(key)) return true;
  const auto config = node.find("config");
  return config && config->is_object() && config->raw().get_object().contains(key);
}

Result<> read_table(const Node& source, const Node& table, ClassesRead& out) {
  ClassProfile item;
  TM_TRY(item.name, name_in(table, "name"));
  // What a table says of itself holds, also that it is not checked.
  const auto freshness = says(table, "freshness") ? setting(table, "freshness") : setting(source, "freshness");
  const auto meta = setting(table, "meta");
  const auto remarks = meta ? meta->find("tidemark") : std::nullopt;
  std::optional<Millis> warn, error;
  std::vector<std::string> dropped;
  if (freshness) {
    TM_TRY(warn, time_in(*freshness, "warn_after"));
    TM_TRY(error, time_in(*freshness, "error_after"));
    for (std::string& key : other_keys(*freshness, {"warn_after", "error_after"})) dropped.push_back(std::move(key));
  }
  if (remarks) TM_CHECK(read_remarks(*remarks, item));
  const std::optional<Millis> said = warn ? warn : error;
  if (!said && !remarks) {
    out.notes.push_back(item.name + " is left out: its freshness is not checked");
    return {};
  }
  if (warn && error && *warn != *error) dropped.emplace_back("error_after: a class has one target");
  for (const char* key : {"loaded_at_field", "loaded_at_query"})
    if (says(table, key) || says(source, key)) dropped.emplace_back(key);
  // The count is the word of whoever changed it last; it says no less than a minute.
  if (said && (!item.target || count_of(*item.target).time() != *said)) {
    if (item.target)
      out.notes.push_back(fmt::format("{}: its count of {} holds, not the {} of its meta", item.name,
                                      duration_text(*said), duration_text(*item.target)));
    item.target = said;
  }
  if (!dropped.empty()) out.notes.push_back(item.name + ": not kept: " + listed(dropped));
  out.classes.push_back(std::move(item));
  return {};
}
}  // namespace

Result<> read_dbt(const Node& root, ClassesRead& out) {
  return root.each("sources", [&](const Node& source) -> Result<> {
    return source.each("tables", [&](const Node& table) { return read_table(source, table, out); });
  });
}

ClassesWritten write_dbt(const std::vector<ClassProfile>& classes, const std::string& service) {
  ClassesWritten out;
  json::array tables;
  for (const ClassProfile& item : classes) {
    json::object table{{"name", item.name}};
    if (item.target) {
      const Count count = count_of(*item.target);
      table["freshness"] = json::object{{"warn_after", json::object{{"count", count.count}, {"period", count.period}}}};
      if (count.time() != *item.target)
        out.notes.push_back(fmt::format("{}: {} is written as {} {}: dbt counts whole minutes", item.name,
                                        duration_text(*item.target), count.count, count.period));
    } else {
      table["freshness"] = nullptr;
      out.notes.push_back(item.name + ": it has no target: its freshness is not checked");
    }
    table["meta"] = json::object{{"tidemark", remarks_of(item, true)}};
    std::vector<std::string> kept;
    if (item.objective) kept.emplace_back("objective");
    const json::object beyond = remarks_of(item, false);
    for (const auto& remark : beyond) kept.emplace_back(remark.key());
    if (!kept.empty())
      out.notes.push_back(item.name + ": " + listed(kept) + ": kept as meta, which dbt does not act on");
    tables.push_back(std::move(table));
  }
  const std::string name = service.empty() ? "tidemark" : service;
  out.text = yaml_text(json::object{
      {"version", 2}, {"sources", json::array{json::object{{"name", name}, {"tables", std::move(tables)}}}}});
  return out;
}

}  // namespace tidemark::class_words
