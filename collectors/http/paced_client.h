// SPDX-License-Identifier: GPL-3.0-or-later
// PacedClient: one server's answers, poll by poll: it counts what the questions of a poll cost and how long they took,
// against a budget of time for each poll.
// Thread rule: one thread at a time. A stop request ends a call within 250 ms.
#pragma once

#include <string>

#include "collectors/http/http_client.h"
#include "models/domain/sample.h"

namespace tidemark {

class PacedClient final {
 public:
  // `base` is the address without a slash at its end; `accept` the header of that name.
  PacedClient(HttpClient http, std::string base, std::string accept)
      : http_(std::move(http)), base_(std::move(base)), accept_(std::move(accept)) {}

  // A new poll: what is asked from now on is counted there, and may take this long.
  void begin(std::stop_token stop, PollCost& cost, Millis budget);
  bool spent() const { return stop_.stop_requested() || left_ <= Millis(0); }
  Millis took() const { return took_; }
  // An error says where, without secrets.
  HttpReply get(const std::string& path);

 private:
  HttpClient http_;
  const std::string base_, accept_;
  std::stop_token stop_;
  PollCost* cost_ = nullptr;
  Millis left_{};
  Millis took_{};
};

}  // namespace tidemark
