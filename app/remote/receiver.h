// SPDX-License-Identifier: GPL-3.0-or-later
// Receiver: a store that takes Prometheus' remote write: Prometheus itself, VictoriaMetrics, Mimir, Thanos. It hands
// over one request and judges the answer as the specification says: what fails or is too much is tried again, what is
// refused is not. Thread rule: one thread. Errors of open(): `usage`. Nothing of what it answers is kept but a line
// that is made plain.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "collectors/http/http_client.h"
#include "models/domain/profile.h"
#include "models/domain/sample.h"
#include "models/domain/secret.h"

namespace tidemark::remote {

struct Answer {
  enum class Outcome : std::uint8_t { taken, again, refused, stopped };
  Outcome outcome = Outcome::again;
  bool in_part = false;         // where it is refused: a part of it may be taken
  std::optional<Millis> pause;  // that it asks for
  Reason reason = Reason::unreachable;
  bool denied = false;
  std::string text;  // why not, on one line
  PollCost cost;
};

class Receiver final {
 public:
  static Result<Receiver> open(const RemoteWriteProfile& profile, const SecretResolver& secrets);
  // Its address, as it may be printed.
  std::string address() const;
  // Its host and port.
  const std::string& name() const { return name_; }
  Answer send(std::string body, Millis limit, std::stop_token stop);

 private:
  explicit Receiver(HttpClient http) : http_(std::move(http)) {}

  HttpClient http_;
  HttpRequest request_;  // with its headers' secrets
  std::string name_;
};

}  // namespace tidemark::remote
