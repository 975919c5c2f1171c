// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/s3_store.h"

#include <algorithm>

#include "collectors/http/access.h"
#include "collectors/http/url.h"

namespace tidemark {
namespace {
constexpr int most_pages = 100;

void take_over(CatalogAnswer& answer, HttpReply& reply) {
  answer.outcome = reply.outcome;
  answer.error = std::move(reply.error);
  answer.cost.requests += reply.requests;
  answer.cost.bytes += reply.bytes();
  answer.cost.bytes_known = true;
}

StoreReply store_reply(HttpReply reply) {
  StoreReply out;
  out.tag = std::string(reply.header("etag"));
  if (const auto modified = reply.last_modified()) out.modified = LakeTime(*modified);
  if (reply.not_found()) {
    out.what = StoreReply::What::missing;
    reply.outcome = HttpOutcome::ok;
  } else if (reply.ok()) {
    out.what = reply.not_modified() ? StoreReply::What::same : StoreReply::What::found;
    out.bytes = std::move(reply.body);
  }
  take_over(out, reply);
  return out;
}

// The text of the first <tag> from `at` on, and `at` behind it.
std::optional<std::string_view> element(std::string_view xml, std::string_view tag, std::size_t& at) {
  const std::string open = '<' + std::string(tag) + '>', close = "</" + std::string(tag) + '>';
  const auto begin = xml.find(open, at);
  if (begin == std::string_view::npos) return std::nullopt;
  const auto end = xml.find(close, begin);
  if (end == std::string_view::npos) return std::nullopt;
  at = end + close.size();
  return xml.substr(begin + open.size(), end - begin - open.size());
}

int hex(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool code = text[i] == '%' && i + 2 < text.size() && hex(text[i + 1]) >= 0 && hex(text[i + 2]) >= 0;
    out += code ? static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2])) : text[i] == '+' ? ' ' : text[i];
    if (code) i += 2;
  }
  return out;
}

// What XML writes for & < > ' " in a token.
std::string unescaped(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    bool found = false;
    for (const auto& [entity, plain] : {std::pair{"&amp;", '&'}, std::pair{"&lt;", '<'}, std::pair{"&gt;", '>'},
                                        std::pair{"&quot;", '"'}, std::pair{"&apos;", '\''}}) {
      if (!text.starts_with(entity)) continue;
      out += plain;
      text.remove_prefix(std::string_view(entity).size());
      found = true;
      break;
    }
    if (found) continue;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}
}  // namespace

Result<S3Names> parse_s3_names(std::string_view xml) {
  if (xml.find("<ListBucketResult") == std::string_view::npos)
    return fail(ErrorCode::input, "is no listing of a bucket");
  S3Names names;
  for (std::size_t at = 0; const auto content = element(xml, "Contents", at);) {
    std::size_t inside = 0;
    if (const auto key = element(*content, "Key", inside)) names.keys.push_back(decoded(*key));
  }
  for (std::size_t at = 0; const auto common = element(xml, "CommonPrefixes", at);) {
    std::size_t inside = 0;
    if (const auto prefix = element(*common, "Prefix", inside)) names.prefixes.push_back(decoded(*prefix));
  }
  std::size_t at = 0;
  if (const auto token = element(xml, "NextContinuationToken", at)) names.next = unescaped(*token);
  return names;
}

Result<std::unique_ptr<ObjectStore>> S3Store::open(const std::string& location, const S3Profile& s3,
                                                   const HttpAccess& access, const SecretResolver& secrets) {
  const std::string_view rest = std::string_view(location).substr(location.find("://") + 3);
  const std::string bucket(rest.substr(0, rest.find('/')));
  std::string prefix(rest.substr(std::min(rest.size(), bucket.size() + 1)));
  while (prefix.ends_with('/')) prefix.pop_back();
  if (bucket.empty()) return fail(ErrorCode::usage, "no bucket in the location", location, "write s3://bucket/prefix");
  const std::string region = s3.region.empty() ? "us-east-1" : s3.region;
  std::string endpoint = s3.endpoint.empty() ? "https://s3." + region + ".amazonaws.com" : s3.endpoint;
  while (endpoint.ends_with('/')) endpoint.pop_back();
  TM_CHECK(check_url(endpoint));
  const auto host = endpoint.find("://") + 3;
  std::string base = s3.path_style ? endpoint + '/' + percent_encode(bucket)
                                   : endpoint.substr(0, host) + bucket + '.' + endpoint.substr(host);
  TM_CHECK(check_url(base));
  // The catalog's user and token are not the store's.
  TM_TRY(HttpOptions options, http_options({.ca_file = access.ca_file,
                                            .client_cert = access.client_cert,
                                            .client_key = access.client_key,
                                            .key_password = access.key_password},
                                           secrets));
  if (!s3.access_key.empty()) {
    AwsSigner signer;
    signer.region = region;
    TM_TRY(signer.access_key, secrets.resolve(s3.access_key));
    TM_TRY(signer.secret_key, secrets.resolve(s3.secret_key));
    if (!s3.session_token.empty()) {
      TM_TRY(signer.session_token, secrets.resolve(s3.session_token));
    }
    options.aws = std::move(signer);
  }
  TM_TRY(auto http, HttpPool::open(std::move(options)));
  return std::unique_ptr<ObjectStore>(new S3Store(std::move(base), std::move(prefix), std::move(http)));
}

std::string S3Store::key(const std::string& path) const {
  if (prefix_.empty() || path.empty()) return prefix_ + path;
  return prefix_ + '/' + path;
}
std::string S3Store::url(const std::string& path) const { return base_ + '/' + percent_encode_path(key(path)); }

StoreReply S3Store::get(const std::string& path, const std::string& tag, std::stop_token stop) {
  HttpRequest request{.url = url(path)};
  if (!tag.empty()) request.headers.emplace_back("If-None-Match", tag);
  return store_reply(http_->send(request, stop));
}

StoreReply S3Store::head(const std::string& path, std::stop_token stop) {
  return store_reply(http_->send({.url = url(path), .method = HttpRequest::Method::head}, stop));
}

HttpReply S3Store::ask(const std::string& query, std::stop_token stop) {
  return http_->send({.url = base_ + "/?" + canonical_query(query)}, stop);
}

StoreListing S3Store::list(const std::string& path, const std::string& prefix, std::stop_token stop) {
  StoreListing out;
  std::string folder = key(path);
  if (!folder.empty()) folder += '/';
  const std::string query = "list-type=2&delimiter=%2F&encoding-type=url&prefix=" + percent_encode(folder + prefix);
  std::string token;
  for (int page = 0; page < most_pages && !stop.stop_requested(); ++page) {
    HttpReply reply = ask(token.empty() ? query : query + "&continuation-token=" + percent_encode(token), stop);
    const auto names = reply.ok() ? parse_s3_names(reply.body) : S3Names{};
    if (!names) {
      reply.outcome = HttpOutcome::other;
      reply.error = {ErrorCode::unreachable, "answers without a listing", printable_url(base_), "check the endpoint"};
    }
    take_over(out, reply);
    if (!out.ok()) return out;
    for (const std::string& name : names->keys)
      if (name.size() > folder.size()) out.files.push_back(name.substr(folder.size()));
    for (const std::string& name : names->prefixes)
      if (name.size() > folder.size() + 1)
        out.folders.push_back(name.substr(folder.size(), name.size() - folder.size() - 1));
    out.cut = out.files.size() + out.folders.size() >= most_names;
    if (names->next.empty() || names->next == token || out.cut) return out;
    token = names->next;
  }
  out.cut = true;
  return out;
}

CatalogAnswer S3Store::probe(std::stop_token stop) {
  CatalogAnswer answer;
  HttpReply reply = ask("list-type=2&max-keys=1&prefix=" + percent_encode(prefix_), stop);
  take_over(answer, reply);
  return answer;
}

}  // namespace tidemark
