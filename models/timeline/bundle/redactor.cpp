// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/redactor.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cctype>

#include "models/domain/names.h"

namespace tidemark {
namespace {
namespace json = boost::json;

// Aspects whose values are sentences.
constexpr std::array sentences{aspect::limits, aspect::unknown_why, aspect::trouble,
                               std::string_view("checkpoint-failure")};

// "member:G/M" as G and M; a group's name may have the separator in it.
std::pair<std::string_view, std::string_view> member_parts(std::string_view name, const Pseudonyms& names) {
  for (auto slash = name.find('/'); slash != std::string_view::npos; slash = name.find('/', slash + 1))
    if (names.knows_member(name.substr(slash + 1))) return {name.substr(0, slash + 1), name.substr(slash + 1)};
  const auto slash = name.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  return {name.substr(0, begin), name.substr(begin)};
}

bool names_hosts(std::string_view key) {
  static constexpr auto parts = std::to_array<std::string_view>(
      {"bootstrap.servers", "listeners", "quorum.voters", "hostname", "host.name", "connect.url"});
  return key == "host" || key.ends_with(".host") || key.ends_with(".hosts") ||
         std::ranges::any_of(parts, [&](std::string_view part) { return key.find(part) != std::string_view::npos; });
}

bool names_principal(std::string_view key) {
  return key.ends_with("username") || key.ends_with(".user") || key == "user";
}
}  // namespace

void Redactor::learn(SQLite::Database& db) {
  if (keep_names_) return;
  SQLite::Statement objects(db, "SELECT object FROM series UNION SELECT object FROM state");
  while (objects.executeStep()) {
    const Object object(text_of(objects.getColumn(0)));
    const std::string_view kind = object::kind(object), name = object::name(object);
    if (kind == "topic" || kind == "group" || kind == "connector" || kind == "table") names_.leave(name);
    if (const auto partition = object::as_partition(object)) names_.leave(partition->topic.value());
  }
  SQLite::Statement states(db,
                           "SELECT DISTINCT aspect, value FROM state WHERE value IS NOT NULL AND aspect IN "
                           "('members', 'client-id', 'host', 'worker') ORDER BY aspect, value");
  while (states.executeStep()) value(text_of(states.getColumn(0)), text_of(states.getColumn(1)));
}

std::string Redactor::without_secrets(const std::string& text) {
  std::string out = rules_.text(text);
  if (out != text) ++secrets_;
  return out;
}

std::string Redactor::object(const std::string& object) {
  if (keep_names_) return object;
  const Object of(object);
  const std::string_view kind = object::kind(of), name = object::name(of);
  const std::string before(kind.data(), kind.size());
  if (kind == "worker") return before + ':' + names_.hosts(name);
  if (kind == "cluster" || kind == "source") return before + ':' + this->name(std::string(name));
  if (kind != "member") return object;
  const auto [group, member] = member_parts(name, names_);
  return before + ':' + std::string(group) + names_.member(member);
}

std::string Redactor::name(const std::string& name) {
  return keep_names_ || !are_addresses(name) ? name : names_.hosts(name);
}

std::string Redactor::sentence(const std::string& text) {
  std::string out = without_secrets(text);
  return keep_names_ ? out : names_.in_text(out);
}

std::string Redactor::setting(std::string_view key, const std::string& value) {
  // A reference to a provider of secrets stays.
  if (rules_.is_key(key) && !value.empty() && !value.starts_with("${")) {
    ++secrets_;
    return "[removed]";
  }
  std::string out = without_secrets(value);
  if (keep_names_) return out;
  if (names_hosts(key)) return names_.hosts(out);
  return names_principal(key) ? names_.principal(out) : names_.in_text(out);
}

std::string Redactor::members(const std::string& lines) {
  if (keep_names_) return lines;
  std::vector<std::string> all;
  for (std::string_view left = lines; !left.empty();) {
    const std::string_view line = left.substr(0, left.find('\n'));
    all.push_back(names_.member(line));
    left.remove_prefix(std::min(line.size() + 1, left.size()));
  }
  std::ranges::sort(all);
  std::string out;
  for (const std::string& one : all) (out += out.empty() ? "" : "\n") += one;
  return out;
}

std::string Redactor::value(const std::string& aspect, const std::string& value) {
  if (aspect == aspect::members) return members(value);
  if (aspect == aspect::host || aspect == aspect::worker) return keep_names_ ? value : names_.hosts(value);
  if (aspect == aspect::client_id) return keep_names_ ? value : names_.client(value);
  if (aspect.starts_with(aspect::config_prefix))
    return setting(std::string_view(aspect).substr(aspect::config_prefix.size()), value);
  if (value.starts_with('{')) return json(value);
  const bool is_sentence = std::ranges::find(sentences, std::string_view(aspect)) != sentences.end();
  return is_sentence ? sentence(value) : without_secrets(value);
}

void Redactor::redact(std::string_view key, json::value& value) {
  if (auto* text = value.if_string()) {
    const std::string was(text->data(), text->size());
    const std::string is = key == "object" ? object(was) : setting(key, was);
    if (is != was) *text = is;
  } else if (auto* list = value.if_array()) {
    for (json::value& one : *list) redact(key, one);
  } else if (auto* object = value.if_object()) {
    for (auto& member : *object) redact(std::string_view(member.key().data(), member.key().size()), member.value());
  }
}

std::string Redactor::json(const std::string& text) {
  json::error_code error;
  json::value value = json::parse(text, error);
  if (error || !value.is_object()) return sentence(text);
  json::value before = value;
  redact({}, value);
  return value == before ? text : json::serialize(value);
}

}  // namespace tidemark
