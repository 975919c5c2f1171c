// SPDX-License-Identifier: GPL-3.0-or-later
// StopSignals: SIGINT, SIGTERM and SIGHUP ask for a clean stop while this object lives; the second one ends the process
// at once. Make it before any other thread, so that they inherit the blocked signals.
// Thread rule: made and destroyed on the main thread; the token is safe anywhere.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace tidemark::cli {

class StopSignals final {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  std::stop_token token() const { return source_.get_token(); }

 private:
  sigset_t before_{};
  std::stop_source source_;
  std::jthread waiter_;
};

}  // namespace tidemark::cli
