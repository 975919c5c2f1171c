// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/facts.h"

#include <algorithm>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_name = 80;
constexpr std::size_t longest_type = 60;
constexpr std::size_t most_named = 8;

std::string name_of(const std::string& name) { return plain_line(name, longest_name); }

// A nested type is no text to read.
bool is_plain(const std::string& type) { return type.size() <= longest_type && !type.starts_with('{'); }

std::string type_change(const SchemaField& before, const SchemaField& after) {
  const std::string name = name_of(after.name);
  if (!is_plain(before.type) || !is_plain(after.type)) return "type of " + name + " changed";
  return "type of " + name + ": " + plain_line(before.type) + " → " + plain_line(after.type);
}
}  // namespace

std::string schema_difference(const SchemaFields& before, const SchemaFields& after) {
  std::vector<std::string> parts;
  for (const SchemaField& field : after) {
    const auto old = std::ranges::find(before, field.id, &SchemaField::id);
    if (old == before.end()) {
      parts.push_back("added " + name_of(field.name));
      if (is_plain(field.type)) parts.back() += " (" + plain_line(field.type) + ')';
      continue;
    }
    if (old->name != field.name) parts.push_back(name_of(old->name) + " is now " + name_of(field.name));
    if (old->type != field.type) parts.push_back(type_change(*old, field));
  }
  for (const SchemaField& field : before)
    if (std::ranges::find(after, field.id, &SchemaField::id) == after.end())
      parts.push_back("dropped " + name_of(field.name));
  std::string out;
  for (std::size_t i = 0; i < std::min(parts.size(), most_named); ++i) out += (i == 0 ? "" : "; ") + parts[i];
  if (parts.size() > most_named) out += "; and " + std::to_string(parts.size() - most_named) + " more";
  return out;
}

void TableFacts::tell(TableFact fact, const std::optional<std::int64_t>& number, Reason otherwise, std::string why) {
  if (number)
    numbers[fact] = *number;
  else
    leave(fact, otherwise, std::move(why));
}

void TableFacts::tell_mean(const std::optional<std::int64_t>& sized) {
  const auto bytes = numbers.find(TableFact::bytes);
  if (bytes == numbers.end())
    leave(TableFact::mean_file_bytes, untold[TableFact::bytes].reason, untold[TableFact::bytes].why);
  else if (!sized)
    leave(TableFact::mean_file_bytes, Reason::not_supported, "The number of the files is not told.");
  else if (*sized == 0)
    leave(TableFact::mean_file_bytes, Reason::not_applicable, "The table has no file.");
  else
    numbers[TableFact::mean_file_bytes] = bytes->second / *sized;
}

void TableFacts::add_change(SchemaChange change) {
  schemas.push_back(std::move(change));
  if (schemas.size() > most_changes) schemas.erase(schemas.begin());
}

}  // namespace tidemark
