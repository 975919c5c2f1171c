// SPDX-License-Identifier: GPL-3.0-or-later
// HttpPool: clients of one service for several threads: as many connections as there are calls at the same time, kept,
// and one token for all of them, asked for once.
// Thread rule: send() from any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "collectors/http/http_client.h"
#include "collectors/http/token_cache.h"

namespace tidemark {

class HttpPool final {
 public:
  // `tokens`: none where the options carry the credentials. Error: `usage`.
  static Result<std::unique_ptr<HttpPool>> open(HttpOptions options, std::optional<TokenCache> tokens = std::nullopt);

  // With a token that is refused (401, 419) once more with a new one. The reply counts what tokens cost.
  HttpReply send(const HttpRequest& request, std::stop_token stop);

 private:
  HttpPool(HttpOptions options, std::optional<TokenCache> tokens)
      : options_(std::move(options)), tokens_(std::move(tokens)) {}
  Result<HttpClient> borrow();
  void give_back(HttpClient client);
  // A token that is not `refused`. The cost of a call for it goes to `cost`.
  Result<std::string> token(const std::string& refused, HttpReply& cost, std::stop_token stop);
  HttpReply send_once(HttpClient& client, const HttpRequest& request, std::string& token, std::stop_token stop);

  HttpOptions options_;
  std::mutex idle_mutex_;
  std::vector<HttpClient> idle_;
  std::mutex token_mutex_;
  std::optional<TokenCache> tokens_;
};

}  // namespace tidemark
