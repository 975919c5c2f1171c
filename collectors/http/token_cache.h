// SPDX-License-Identifier: GPL-3.0-or-later
// TokenCache: an OAuth2 access token by client credentials (RFC 6749, section 4.4), kept until shortly before it ends.
// Thread rule: one thread at a time. Errors: `denied`, `unreachable`; never with a secret in them.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "collectors/http/http_client.h"
#include "models/domain/clock.h"

namespace tidemark {

struct OAuth2Client {
  std::string url;  // of the token endpoint: one that the user named
  std::string client_id;
  std::string client_secret;
  std::string scope;  // may be empty
};

class TokenCache final {
 public:
  // `options`: TLS and limits of the endpoint; credentials in them are not used.
  static Result<TokenCache> open(OAuth2Client client, HttpOptions options, const Clock& clock);

  // Asks the endpoint only where there is no token, or it has less than a tenth of its life left. The reply of that
  // call, for its cost, is in last().
  Result<std::string> token(std::stop_token stop = {});
  // The service did not take it.
  void forget() { token_.reset(); }
  const std::optional<HttpReply>& last() const { return last_; }

 private:
  TokenCache(OAuth2Client client, HttpClient http, const Clock& clock)
      : client_(std::move(client)), http_(std::move(http)), clock_(&clock) {}

  struct Token {
    std::string text;
    std::optional<MonoTime> renew;  // none: until it is refused
  };
  OAuth2Client client_;
  HttpClient http_;
  const Clock* clock_;
  std::optional<Token> token_;
  std::optional<HttpReply> last_;
};

// Sends with the token of the cache; where the service answers 401 or 419 (the token has ended), once more with a new
// one. The reply counts the calls for tokens too.
HttpReply send_authorized(HttpClient& http, TokenCache& tokens, const HttpRequest& request, std::stop_token stop = {});

}  // namespace tidemark
