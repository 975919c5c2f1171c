// SPDX-License-Identifier: GPL-3.0-or-later
// StepBook: the steps of one endpoint as they are told. Room-internal; one thread.
#pragma once

#include <chrono>
#include <functional>
#include <utility>

#include "models/domain/connection.h"
#include "models/domain/result.h"

namespace tidemark {

class StepBook final {
 public:
  using Told = std::function<void(const Endpoint&, const ConnectionStep&)>;
  StepBook(Endpoint endpoint, Told told) : told_(std::move(told)) { checked_.endpoint = std::move(endpoint); }

  // Takes the place of the one of that name and object.
  void tell(ConnectionStep step);
  void skip(std::string step, std::string why) { tell({.step = std::move(step), .says = std::move(why)}); }
  Endpoint& endpoint() { return checked_.endpoint; }
  const std::vector<ConnectionStep>& steps() const { return checked_.steps; }
  bool has(std::string_view step, StepState state) const;
  CheckedEndpoint take() { return std::move(checked_); }

 private:
  CheckedEndpoint checked_;
  Told told_;
};

// What a call took.
template <class Call>
auto timed(Call&& call) {
  const auto begun = std::chrono::steady_clock::now();
  auto result = call();
  return std::pair(std::move(result), std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun));
}

// The error as a step that failed, or that was stopped.
ConnectionStep failed_step(std::string step, const Error& error, Known<Millis> took);

}  // namespace tidemark
