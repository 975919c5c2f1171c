// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/http/token_cache.h"

#include <algorithm>
#include <boost/json/parse.hpp>

#include "collectors/http/url.h"

namespace tidemark {
namespace {
constexpr std::size_t largest_answer = 1u << 20;
constexpr std::size_t longest_token = 64u << 10;
constexpr std::int64_t longest_life_s = 365LL * 24 * 3600;

struct Granted {
  std::string token;
  std::optional<std::int64_t> life_s;
};

std::optional<Granted> parse(std::string_view body) {
  boost::system::error_code error;
  const auto value = boost::json::parse(boost::json::string_view(body.data(), body.size()), error);
  const auto* object = error ? nullptr : value.if_object();
  const auto* token = object ? object->if_contains("access_token") : nullptr;
  if (token == nullptr || !token->is_string()) return std::nullopt;
  Granted granted{std::string(token->get_string()), std::nullopt};
  const bool printable = std::ranges::all_of(granted.token, [](unsigned char c) { return c > 0x20 && c < 0x7f; });
  if (granted.token.empty() || granted.token.size() > longest_token || !printable) return std::nullopt;
  if (const auto* life = object->if_contains("expires_in")) {
    if (const auto* seconds = life->if_int64()) granted.life_s = std::clamp<std::int64_t>(*seconds, 0, longest_life_s);
  }
  return granted;
}

void add_cost(HttpReply& reply, const HttpReply& other) {
  reply.bytes_sent += other.bytes_sent;
  reply.bytes_received += other.bytes_received;
  reply.requests += other.requests;
}

// One call with a token, or with the error of getting one.
HttpReply send_once(HttpClient& http, TokenCache& tokens, const HttpRequest& request, const std::stop_token& stop) {
  const auto token = tokens.token(stop);
  HttpReply reply;
  if (token) {
    http.set_bearer(*token);
    reply = http.send(request, stop);
  } else {
    reply.outcome = tokens.last() ? tokens.last()->outcome : HttpOutcome::other;
    if (reply.outcome == HttpOutcome::ok) reply.outcome = HttpOutcome::other;
    reply.error = token.error();
  }
  return reply;
}
}  // namespace

Result<TokenCache> TokenCache::open(OAuth2Client client, HttpOptions options, const Clock& clock) {
  TM_CHECK(check_url(client.url));
  options.user.clear();
  options.password.clear();
  options.bearer.clear();
  options.aws.reset();
  options.limits.body = std::min(options.limits.body, largest_answer);
  TM_TRY(auto http, HttpClient::open(std::move(options)));
  return TokenCache(std::move(client), std::move(http), clock);
}

Result<std::string> TokenCache::token(std::stop_token stop) {
  last_.reset();
  if (token_ && (!token_->renew || clock_->mono() < *token_->renew)) return token_->text;
  token_.reset();
  std::string form = "grant_type=client_credentials&client_id=" + percent_encode(client_.client_id) +
                     "&client_secret=" + percent_encode(client_.client_secret);
  if (!client_.scope.empty()) form += "&scope=" + percent_encode(client_.scope);
  const MonoTime asked = clock_->mono();
  last_ = http_.send({.url = client_.url,
                      .method = HttpRequest::Method::post_form,
                      .headers = {{"Accept", "application/json"}},
                      .form = std::move(form)},
                     stop);
  if (!last_->ok()) {
    Error error = last_->error;
    // RFC 6749, section 5.2: a wrong client is answered with 400 too.
    if (last_->status == 400) {
      last_->outcome = HttpOutcome::denied;
      error = {ErrorCode::denied, "gives no token for these credentials (400)", error.where,
               "check the client id, its secret and the scope"};
    }
    return std::unexpected(std::move(error));
  }
  auto granted = parse(last_->body);
  last_->body.clear();
  if (!granted)
    return fail(ErrorCode::unreachable, "answers without an access token", printable_url(client_.url),
                "check the address of the token endpoint");
  token_ = Token{std::move(granted->token), std::nullopt};
  if (granted->life_s) token_->renew = asked + Millis(*granted->life_s * 900);
  return token_->text;
}

HttpReply send_authorized(HttpClient& http, TokenCache& tokens, const HttpRequest& request, std::stop_token stop) {
  HttpReply reply = send_once(http, tokens, request, stop);
  if (tokens.last()) add_cost(reply, *tokens.last());
  if (reply.status != 401 && reply.status != 419) return reply;
  tokens.forget();
  HttpReply second = send_once(http, tokens, request, stop);
  if (tokens.last()) add_cost(second, *tokens.last());
  add_cost(second, reply);
  second.took += reply.took;
  return second;
}

}  // namespace tidemark
