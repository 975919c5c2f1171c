// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/tables/conforming_catalog.h"

#include <algorithm>

namespace tidemark::testing {
namespace {
constexpr std::size_t page_size = 2;  // whatever the client asks for: a server may

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string parameter(const std::string& query, const std::string& key) {
  const auto at = ('&' + query).find('&' + key + '=');
  if (at == std::string::npos) return {};
  const std::string rest = query.substr(at + key.size() + 1);
  return decoded(rest.substr(0, rest.find('&')));
}

std::string levels_json(const std::string& levels) {
  std::string out = "[\"";
  for (const char c : levels) out += c == '\x1f' ? std::string("\",\"") : std::string(1, c);
  return out + "\"]";
}

// One page of a list, and the token of the next.
std::string page(const char* key, const std::vector<std::string>& items, const std::string& token) {
  const std::size_t begin = token.empty() ? 0 : std::stoul(token);
  std::string out = std::string("{\"") + key + "\":[";
  const std::size_t end = std::min(items.size(), begin + page_size);
  for (std::size_t i = begin; i < end; ++i) out += (i == begin ? "" : ",") + items[i];
  return out + "],\"next-page-token\":" + (end < items.size() ? '"' + std::to_string(end) + '"' : "null") + "}";
}

std::string no_such(const char* what) {
  return std::string(R"({"error":{"message":"no","type":"NoSuch)") + what + R"(Exception","code":404}})";
}
}  // namespace

ConformingCatalog::ConformingCatalog()
    : server_([this](const HttpSeen& seen, HttpPeer& peer) { answer(seen, peer); }) {}

void ConformingCatalog::put(const std::string& name_space, const std::string& table, std::string metadata) {
  const std::lock_guard lock(mutex_);
  tables_[{name_space, table}] = {std::move(metadata), "\"v" + std::to_string(++version_) + '"'};
}
void ConformingCatalog::drop(const std::string& name_space, const std::string& table) {
  const std::lock_guard lock(mutex_);
  tables_.erase({name_space, table});
}
void ConformingCatalog::end_tokens() {
  const std::lock_guard lock(mutex_);
  granted_.clear();
}
std::size_t ConformingCatalog::calls(std::string_view path_part, int status) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::ranges::count_if(calls_, [&](const auto& call) {
    return call.first.find(path_part) != std::string::npos && (status == 0 || call.second == status);
  }));
}
void ConformingCatalog::forget_calls() {
  const std::lock_guard lock(mutex_);
  calls_.clear();
}

void ConformingCatalog::answer(const HttpSeen& seen, HttpPeer& peer) {
  const Reply answer = reply(seen);
  {
    const std::lock_guard lock(mutex_);
    calls_.emplace_back(seen.target, answer.status);
  }
  peer.answer(answer.status, answer.body, answer.headers);
}

ConformingCatalog::Reply ConformingCatalog::token(const HttpSeen& seen) {
  if (seen.body.find("client_id=me&client_secret=hush&scope=catalog") == std::string::npos) return {401, "{}", {}};
  const std::string text = "token-" + std::to_string(++version_);
  granted_.insert("Bearer " + text);
  return {200, R"({"access_token":")" + text + R"(","token_type":"bearer","expires_in":3600})", {}};
}

ConformingCatalog::Reply ConformingCatalog::reply(const HttpSeen& seen) {
  const std::lock_guard lock(mutex_);
  if (status_ != 0) return {status_, "{}", {}};
  const std::string path = seen.target.substr(0, seen.target.find('?'));
  const std::string query = path.size() < seen.target.size() ? seen.target.substr(path.size() + 1) : "";
  if (path == "/cat/v1/oauth/tokens") return token(seen);
  const auto sent = seen.headers.find("authorization");
  if (tokens_ && (sent == seen.headers.end() || !granted_.contains(sent->second))) return {419, "{}", {}};
  if (path == "/cat/v1/config") {
    if (parameter(query, "warehouse") != "wh") return {404, "{}", {}};
    return {
        200, R"({"defaults":{"prefix":"wrong"},"overrides":{"prefix":"main%7Cwh","s3.secret-access-key":"x"}})", {}};
  }
  const std::string root = "/cat/v1/main%7Cwh/namespaces";
  if (path == root) return namespaces(parameter(query, "parent"), query);
  const auto inside = path.find("/tables");
  if (!path.starts_with(root + "/") || inside == std::string::npos) return {400, "{}", {}};
  const std::string name_space = decoded(path.substr(root.size() + 1, inside - root.size() - 1));
  const std::string rest = path.substr(inside + 7);
  return rest.empty() ? tables(name_space, query) : load(name_space, decoded(rest.substr(1)), seen);
}

ConformingCatalog::Reply ConformingCatalog::namespaces(const std::string& parent, const std::string& query) const {
  std::set<std::string> found;
  const std::string below = parent.empty() ? "" : parent + '\x1f';
  for (const auto& [key, table] : tables_) {
    if (!key.first.starts_with(below)) continue;
    const std::string rest = key.first.substr(below.size());
    if (!rest.empty()) found.insert(below + rest.substr(0, rest.find('\x1f')));
  }
  std::vector<std::string> items;
  for (const std::string& levels : found) items.push_back(levels_json(levels));
  return {200, page("namespaces", items, parameter(query, "pageToken")), {}};
}

ConformingCatalog::Reply ConformingCatalog::tables(const std::string& name_space, const std::string& query) const {
  std::vector<std::string> items;
  for (const auto& [key, table] : tables_)
    if (key.first == name_space)
      items.push_back(R"({"namespace":)" + levels_json(name_space) + R"(,"name":")" + key.second + "\"}");
  return {200, page("identifiers", items, parameter(query, "pageToken")), {}};
}

ConformingCatalog::Reply ConformingCatalog::load(const std::string& name_space, const std::string& table,
                                                 const HttpSeen& seen) const {
  const auto found = tables_.find({name_space, table});
  if (found == tables_.end()) return {404, no_such("Table"), {}};
  const auto match = seen.headers.find("if-none-match");
  if (etags_ && match != seen.headers.end() && match->second == found->second.etag) return {304, {}, {}};
  std::vector<std::string> headers;
  if (etags_) headers.push_back("ETag: " + found->second.etag);
  return {200,
          R"({"metadata-location":"s3://x","config":{"s3.secret-access-key":"hush"},"metadata":)" +
              found->second.metadata + "}",
          headers};
}

}  // namespace tidemark::testing
