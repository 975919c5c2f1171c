// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/rest_config.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <optional>

#include "collectors/http/url.h"

namespace tidemark::iceberg {
namespace {
namespace json = boost::json;
constexpr std::size_t deepest_levels = 32;
constexpr std::size_t longest_name = 1024;
constexpr std::string_view page_size = "1000";
constexpr std::string_view list_namespaces = "GET /v1/{prefix}/namespaces";
constexpr std::string_view list_tables = "GET /v1/{prefix}/namespaces/{namespace}/tables";
constexpr std::string_view load_table = "GET /v1/{prefix}/namespaces/{namespace}/tables/{table}";

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

std::optional<json::value> parsed(std::string_view text) {
  boost::system::error_code error;
  json::value value = json::parse({text.data(), text.size()}, error);
  if (error || !value.is_object()) return std::nullopt;
  return value;
}

std::string_view member(const json::object& root, std::string_view section, std::string_view key) {
  const auto* inner = root.if_contains({section.data(), section.size()});
  const auto* object = inner ? inner->if_object() : nullptr;
  const auto* value = object ? object->if_contains({key.data(), key.size()}) : nullptr;
  const auto* text = value ? value->if_string() : nullptr;
  return text ? view(*text) : std::string_view();
}

// The profile names neither of the keys that are looked for, so the client's own never come between.
std::string_view merged(const json::object& root, std::string_view key) {
  const std::string_view over = member(root, "overrides", key);
  return over.empty() ? member(root, "defaults", key) : over;
}

// A prefix is a path as it stands; what cannot stand in one is encoded.
std::string safe_prefix(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, longest_name))
    out += c == '/' || c == '%' ? std::string(1, c) : percent_encode({&c, 1});
  while (out.starts_with('/')) out.erase(0, 1);
  while (out.ends_with('/')) out.pop_back();
  return out;
}

bool is_separator(std::string_view text) {
  return !text.empty() && text.size() <= 12 && std::ranges::all_of(text, [](unsigned char c) {
    return c > 0x20 && c < 0x7f && c != '/' && c != '?' && c != '#' && c != '&';
  });
}

std::string paged(std::string url, const std::string& page) {
  url += url.find('?') == std::string::npos ? '?' : '&';
  url += "pageSize=" + std::string(page_size) + "&pageToken=" + percent_encode(page);
  return url;
}

bool read_levels(const json::value& value, Levels& out) {
  const auto* list = value.if_array();
  if (list == nullptr || list->empty() || list->size() > deepest_levels) return false;
  for (const json::value& level : *list) {
    const auto* text = level.if_string();
    if (text == nullptr || text->empty() || text->size() > longest_name) return false;
    out.emplace_back(view(*text));
  }
  return true;
}

bool read_table(const json::value& value, RestTable& out) {
  const auto* object = value.if_object();
  const auto* name = object ? object->if_contains("name") : nullptr;
  const auto* name_space = object ? object->if_contains("namespace") : nullptr;
  if (name == nullptr || !name->is_string() || name->get_string().empty() || name->get_string().size() > longest_name)
    return false;
  out.name = view(name->get_string());
  return name_space != nullptr && read_levels(*name_space, out.name_space);
}
}  // namespace

std::string RestConfig::root() const { return base + "/v1/" + (prefix.empty() ? "" : prefix + '/') + "namespaces"; }

std::string RestConfig::joined(const Levels& levels) const {
  std::string out;
  for (const std::string& level : levels) out += (out.empty() ? "" : separator) + percent_encode(level);
  return out;
}

std::string RestConfig::namespaces_url(const Levels& parent, const std::string& page) const {
  return paged(parent.empty() ? root() : root() + "?parent=" + joined(parent), page);
}
std::string RestConfig::tables_url(const Levels& name_space, const std::string& page) const {
  return paged(root() + '/' + joined(name_space) + "/tables", page);
}
std::string RestConfig::table_url(const RestTable& table) const {
  return root() + '/' + joined(table.name_space) + "/tables/" + percent_encode(table.name);
}

std::string config_url(const std::string& base, const std::string& warehouse) {
  return base + "/v1/config" + (warehouse.empty() ? "" : "?warehouse=" + percent_encode(warehouse));
}

Result<RestConfig> parse_config(std::string_view text, const std::string& base) {
  const auto value = parsed(text);
  if (!value)
    return fail(ErrorCode::input, "answers without a configuration", printable_url(base), "check the address");
  const json::object& root = value->get_object();
  RestConfig config;
  config.base = base;
  config.prefix = safe_prefix(merged(root, "prefix"));
  if (const auto separator = merged(root, "namespace-separator"); is_separator(separator)) config.separator = separator;
  const auto* endpoints = root.if_contains("endpoints");
  const auto* list = endpoints ? endpoints->if_array() : nullptr;
  if (list == nullptr || list->empty()) return config;
  const auto offers = [&](std::string_view endpoint) {
    return std::ranges::any_of(*list, [&](const json::value& item) {
      const auto* name = item.if_string();
      return name != nullptr && view(*name) == endpoint;
    });
  };
  config.lists_namespaces = offers(list_namespaces);
  config.lists_tables = offers(list_tables);
  config.loads_tables = offers(load_table);
  return config;
}

Result<RestPage> parse_page(std::string_view text) {
  const auto wrong = [] { return fail(ErrorCode::input, "answers without a listing"); };
  const auto value = parsed(text);
  if (!value) return wrong();
  const json::object& root = value->get_object();
  RestPage page;
  if (const auto* namespaces = root.if_contains("namespaces")) {
    if (!namespaces->is_array()) return wrong();
    for (const json::value& item : namespaces->get_array())
      if (Levels levels; read_levels(item, levels)) page.namespaces.push_back(std::move(levels));
  } else if (const auto* tables = root.if_contains("identifiers")) {
    if (!tables->is_array()) return wrong();
    for (const json::value& item : tables->get_array())
      if (RestTable table; read_table(item, table)) page.tables.push_back(std::move(table));
  } else {
    return wrong();
  }
  const auto* next = root.if_contains("next-page-token");
  if (next != nullptr && next->is_string()) page.next = view(next->get_string());
  return page;
}

}  // namespace tidemark::iceberg
