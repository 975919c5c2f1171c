// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/rest_catalog.h"

#include <algorithm>
#include <ranges>

#include "collectors/core/plain_text.h"
#include "collectors/http/access.h"
#include "collectors/http/url.h"
#include "collectors/tables/iceberg/read_table.h"

namespace tidemark::iceberg {
namespace {
constexpr std::size_t most_tables = 10'000;
constexpr std::size_t deepest = 8;
constexpr std::size_t longest_name = 1024;
constexpr std::size_t most_pages = 1'000;
constexpr std::string_view token_path = "/v1/oauth/tokens";
constexpr std::string_view token_scope = "catalog";

void take_over(CatalogAnswer& answer, HttpReply& reply) {
  answer.cost.requests += reply.requests;
  answer.cost.bytes += reply.bytes();
  answer.cost.bytes_known = true;
  if (reply.ok()) return;
  answer.outcome = reply.outcome;
  answer.error = std::move(reply.error);
}

std::string dotted(const Levels& levels) {
  std::string out;
  for (const std::string& level : levels) out += (out.empty() ? "" : ".") + level;
  return plain_line(out, longest_name);
}

// "a.b.orders" without a listing: the last part is the table.
RestTable undotted(const std::string& name) {
  RestTable table;
  std::size_t begin = 0;
  for (auto dot = name.find('.'); dot != std::string::npos; dot = name.find('.', begin)) {
    table.name_space.push_back(name.substr(begin, dot - begin));
    begin = dot + 1;
  }
  table.name = name.substr(begin);
  return table;
}

// {"error": {"type": "NoSuchTableException"}}: the catalog's own 404, not that of a proxy before it.
bool says_no_such(std::string_view body) {
  constexpr std::size_t looked_at = 16u << 10;
  body = body.substr(0, looked_at);
  const auto type = body.find("\"type\"");
  return type != std::string_view::npos && body.find("\"NoSuch", type) != std::string_view::npos;
}

Result<std::optional<TokenCache>> open_tokens(const CatalogProfile& profile, const std::string& base,
                                              const HttpOptions& options, const SecretResolver& secrets,
                                              const Clock& clock) {
  const OAuth2Profile& oauth2 = profile.oauth2;
  if (oauth2.client_id.empty()) return std::optional<TokenCache>();
  OAuth2Client client;
  client.url = oauth2.url.empty() ? base + std::string(token_path) : oauth2.url;
  client.scope = oauth2.scope.empty() ? std::string(token_scope) : oauth2.scope;
  TM_TRY(client.client_id, secrets.resolve(oauth2.client_id));
  TM_TRY(client.client_secret, secrets.resolve(oauth2.client_secret));
  TM_TRY(TokenCache tokens, TokenCache::open(std::move(client), options, clock));
  return std::optional(std::move(tokens));
}

Result<> sign(const CatalogProfile& profile, const SecretResolver& secrets, HttpOptions& options) {
  const SigV4Profile& from = profile.sigv4;
  if (from.access_key.empty()) return {};
  AwsSigner signer;
  signer.region = from.region;
  signer.service = from.service;
  TM_TRY(signer.access_key, secrets.resolve(from.access_key));
  TM_TRY(signer.secret_key, secrets.resolve(from.secret_key));
  TM_TRY(signer.session_token, secrets.resolve(from.session_token));
  options.aws = std::move(signer);
  return {};
}
}  // namespace

Result<std::unique_ptr<TableCatalog>> RestCatalog::open(const CatalogProfile& profile, const SecretResolver& secrets,
                                                        const Clock& clock) {
  std::string base = profile.url;
  while (base.ends_with('/')) base.pop_back();
  if (base.empty()) return fail(ErrorCode::usage, "no address", {}, "name the catalog's \"url\"");
  TM_CHECK(check_url(base));
  TM_TRY(HttpOptions options, http_options(profile.access, secrets));
  TM_TRY(auto tokens, open_tokens(profile, base, options, secrets, clock));
  TM_CHECK(sign(profile, secrets, options));
  TM_TRY(auto http, HttpPool::open(std::move(options), std::move(tokens)));
  return std::unique_ptr<TableCatalog>(new RestCatalog(profile, std::move(base), std::move(http)));
}

HttpReply RestCatalog::get(const std::string& url, std::stop_token stop, const std::string& tag) {
  HttpRequest request{.url = url, .headers = {{"Accept", "application/json"}}};
  if (!tag.empty()) request.headers.emplace_back("If-None-Match", tag);
  return http_->send(request, stop);
}

CatalogAnswer RestCatalog::probe(std::stop_token stop) {
  CatalogAnswer answer;
  HttpReply reply = get(config_url(base_, warehouse_), stop);
  take_over(answer, reply);
  if (!answer.ok()) return answer;
  auto config = parse_config(reply.body, base_);
  if (config) {
    config_ = std::move(*config);
  } else {
    answer.outcome = HttpOutcome::other;
    answer.error = config.error();
  }
  return answer;
}

std::vector<RestPage> RestCatalog::pages(const std::function<std::string(const std::string&)>& url,
                                         CatalogAnswer& answer, std::stop_token stop) {
  std::vector<RestPage> out;
  std::string token;
  while (out.size() < most_pages && !stop.stop_requested()) {
    HttpReply reply = get(url(token), stop);
    take_over(answer, reply);
    if (!answer.ok()) return out;
    auto page = parse_page(reply.body);
    if (!page) {
      answer.outcome = HttpOutcome::other;
      answer.error = page.error();
      return out;
    }
    out.push_back(std::move(*page));
    const std::string& next = out.back().next;
    if (next.empty() || next == token) return out;
    token = next;
  }
  return out;
}

TableList RestCatalog::list(std::stop_token stop) {
  TableList out;
  if (!config_) static_cast<CatalogAnswer&>(out) = probe(stop);
  if (!out.ok()) return out;
  const auto refuse = [&](const char* what) {
    out.outcome = HttpOutcome::other;
    out.error = {ErrorCode::usage, what, printable_url(base_), "name the tables without * under \"tables\""};
  };
  if (!config_->loads_tables) {
    refuse("the catalog does not offer to load tables");
  } else if (names_only(globs_)) {
    name_tables(out);
  } else if (!config_->lists_namespaces || !config_->lists_tables) {
    refuse("the catalog does not offer to list its tables");
  } else {
    auto before = std::exchange(tables_, {});
    list_namespace({}, out, stop);
    if (!out.ok()) tables_ = std::move(before);
  }
  return out;
}

void RestCatalog::name_tables(TableList& out) {
  for (const std::string& name : globs_) tables_.emplace(TableName(name), undotted(name));
  for (const auto& [name, table] : tables_) out.tables.push_back(name);
}

void RestCatalog::list_namespace(const Levels& name_space, TableList& out, std::stop_token stop) {
  CatalogAnswer answer;
  const auto found =
      pages([&](const std::string& page) { return config_->namespaces_url(name_space, page); }, answer, stop);
  out.cost.requests += answer.cost.requests;
  out.cost.bytes += answer.cost.bytes;
  out.cost.bytes_known = true;
  if (!answer.ok() && name_space.empty()) {
    out.outcome = answer.outcome;
    out.error = answer.error;
    return;
  }
  // A catalog with one level of namespaces may know none below.
  if (!answer.ok() && answer.error.code != ErrorCode::no_data)
    out.unseen.push_back(dotted(name_space) + ": " + answer.error.what);
  for (const RestPage& page : found) {
    for (const Levels& inner : page.namespaces) {
      if (inner.size() != name_space.size() + 1 ||
          !std::ranges::equal(name_space, inner | std::views::take(name_space.size())))
        continue;
      if (stop.stop_requested() || tables_.size() >= most_tables || !may_hold_matches(globs_, dotted(inner))) continue;
      list_tables(inner, out, stop);
      if (inner.size() < deepest) list_namespace(inner, out, stop);
    }
  }
}

void RestCatalog::list_tables(const Levels& name_space, TableList& out, std::stop_token stop) {
  CatalogAnswer answer;
  const auto found =
      pages([&](const std::string& page) { return config_->tables_url(name_space, page); }, answer, stop);
  out.cost.requests += answer.cost.requests;
  out.cost.bytes += answer.cost.bytes;
  if (!answer.ok()) out.unseen.push_back(dotted(name_space) + ": " + answer.error.what);
  for (const RestPage& page : found) {
    for (const RestTable& table : page.tables) {
      TableName name(dotted(table.name_space) + '.' + plain_line(table.name, longest_name));
      if (!glob_list_match(globs_, name.value()) || tables_.size() >= most_tables) continue;
      if (tables_.emplace(name, table).second)
        out.tables.push_back(std::move(name));
      else
        out.unseen.push_back(name.value() + ": another table has the same name when its parts are joined");
    }
  }
}

TableLoad RestCatalog::load(const TableName& table, const ReadRules& rules, const std::string& tag,
                            std::stop_token stop) {
  TableLoad load;
  const auto found = tables_.find(table);
  if (!config_ || found == tables_.end()) {
    load.what = TableLoad::What::gone;
    return load;
  }
  HttpReply reply = get(config_->table_url(found->second), stop, tag);
  const bool gone = reply.not_found() && says_no_such(reply.body);
  if (gone) reply.outcome = HttpOutcome::ok;
  take_over(load, reply);
  if (!load.ok()) return load;
  if (gone || reply.not_modified()) {
    load.what = gone ? TableLoad::What::gone : TableLoad::What::unchanged;
    return load;
  }
  const auto metadata = parse_metadata(reply.body, table.value(), true);
  if (!metadata) {
    load.outcome = HttpOutcome::other;
    load.error = metadata.error();
    return load;
  }
  load.reading = read_table(table, *metadata, rules);
  load.tag = std::string(reply.header("etag"));
  load.what = TableLoad::What::loaded;
  return load;
}

}  // namespace tidemark::iceberg
