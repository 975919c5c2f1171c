// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/http_pool.h"

namespace tidemark {
namespace {
void add_cost(HttpReply& reply, const HttpReply& other) {
  reply.bytes_sent += other.bytes_sent;
  reply.bytes_received += other.bytes_received;
  reply.requests += other.requests;
}
}  // namespace

Result<std::unique_ptr<HttpPool>> HttpPool::open(HttpOptions options, std::optional<TokenCache> tokens) {
  std::unique_ptr<HttpPool> pool(new HttpPool(std::move(options), std::move(tokens)));
  TM_TRY(auto client, pool->borrow());  // options that cannot work are said now
  pool->give_back(std::move(client));
  return pool;
}

Result<HttpClient> HttpPool::borrow() {
  {
    const std::lock_guard lock(idle_mutex_);
    if (!idle_.empty()) {
      HttpClient client = std::move(idle_.back());
      idle_.pop_back();
      return client;
    }
  }
  return HttpClient::open(options_);
}

void HttpPool::give_back(HttpClient client) {
  const std::lock_guard lock(idle_mutex_);
  idle_.push_back(std::move(client));
}

Result<std::string> HttpPool::token(const std::string& refused, HttpReply& cost, std::stop_token stop) {
  const std::lock_guard lock(token_mutex_);
  auto token = tokens_->token(stop);
  if (tokens_->last()) add_cost(cost, *tokens_->last());
  if (token && !refused.empty() && *token == refused && !tokens_->last()) {
    tokens_->forget();
    token = tokens_->token(stop);
    if (tokens_->last()) add_cost(cost, *tokens_->last());
  }
  if (!token) cost.outcome = tokens_->last() && !tokens_->last()->ok() ? tokens_->last()->outcome : HttpOutcome::other;
  return token;
}

HttpReply HttpPool::send_once(HttpClient& client, const HttpRequest& request, std::string& token,
                              std::stop_token stop) {
  if (!tokens_) return client.send(request, stop);
  HttpReply cost;
  auto fresh = this->token(token, cost, stop);
  if (!fresh) {
    cost.error = std::move(fresh.error());
    return cost;
  }
  token = *fresh;
  client.set_bearer(token);
  HttpReply reply = client.send(request, stop);
  add_cost(reply, cost);
  return reply;
}

HttpReply HttpPool::send(const HttpRequest& request, std::stop_token stop) {
  auto client = borrow();
  if (!client) {
    HttpReply reply;
    reply.outcome = HttpOutcome::other;
    reply.error = client.error();
    return reply;
  }
  std::string token;
  HttpReply reply = send_once(*client, request, token, stop);
  if (tokens_ && !token.empty() && (reply.status == 401 || reply.status == 419)) {
    HttpReply second = send_once(*client, request, token, stop);
    add_cost(second, reply);
    second.took += reply.took;
    reply = std::move(second);
  }
  give_back(std::move(*client));
  return reply;
}

}  // namespace tidemark
