// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/http/paced_client.h"

#include <algorithm>

#include "collectors/http/url.h"

namespace tidemark {
namespace {
constexpr Millis patience{5'000};  // of one question
}

void PacedClient::begin(std::stop_token stop, PollCost& cost, Millis budget) {
  stop_ = std::move(stop);
  cost_ = &cost;
  left_ = budget;
  took_ = Millis(0);
}

HttpReply PacedClient::get(const std::string& path) {
  const std::string url = base_ + path;
  HttpReply reply = http_.send(
      {.url = url, .headers = {{"Accept", accept_}}, .total = std::clamp(left_, Millis(1), patience)}, stop_);
  left_ -= reply.took;
  took_ += reply.took;
  cost_->requests += reply.requests;
  cost_->bytes += reply.bytes();
  if (reply.error.where.empty()) reply.error.where = printable_url(url);
  return reply;
}

}  // namespace tidemark
