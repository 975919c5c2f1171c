// SPDX-License-Identifier: GPL-3.0-or-later
// What all calls of one source share: time-outs, which brokers did not answer, and what the calls cost.
// Thread rule: every member from any thread.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/core/pool.h"
#include "models/domain/known.h"

namespace tidemark {

// A call is given up after this long, so that stop() can join; `socket.timeout.ms` in a profile sets it otherwise.
inline constexpr std::chrono::milliseconds default_call_timeout{1500};
// A broker that did not answer is asked with less patience, until it answers again.
inline constexpr std::chrono::milliseconds suspect_timeout{400};
// A broker that has never answered may still be connecting: so many times in the first sweep.
inline constexpr int first_attempts = 4;

// Which brokers answer. Within a sweep, a broker that let one call time out is not asked again.
class BrokerHealth final {
 public:
  explicit BrokerHealth(std::chrono::milliseconds timeout) : timeout_(timeout) {}
  void begin_sweep();
  // Nothing: do not ask it any more in this sweep.
  std::optional<std::chrono::milliseconds> timeout(std::int32_t broker) const;
  void answered(std::int32_t broker);
  void silent(std::int32_t broker);
  std::vector<std::int32_t> silent_brokers() const;
  std::chrono::milliseconds call_timeout() const { return timeout_; }

 private:
  struct State {
    bool ever_answered = false;
    bool suspect = false;
    bool given_up = false;  // in this sweep
    int attempts = 0;       // before the first answer
  };
  const std::chrono::milliseconds timeout_;
  mutable std::mutex mutex_;
  std::map<std::int32_t, State> brokers_;
};

struct Calls {
  Pool& pool;
  BrokerHealth& health;
  std::atomic<std::int64_t>& requests;
  std::stop_token stop;
};

// librdkafka's error code as a reason.
Reason reason_of(int rd_kafka_error);
bool is_denied(int rd_kafka_error);
// Errors after which the metadata must be read again: the leader has moved.
bool is_stale_leader(int rd_kafka_error);
bool is_timeout(int rd_kafka_error);
std::string error_text(int rd_kafka_error);

}  // namespace tidemark
