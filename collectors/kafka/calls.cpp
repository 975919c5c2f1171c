// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/calls.h"

#include <librdkafka/rdkafka.h>

namespace tidemark {

void BrokerHealth::begin_sweep() {
  const std::lock_guard lock(mutex_);
  for (auto& [id, state] : brokers_) {
    state.given_up = false;
    if (state.attempts >= first_attempts) state.suspect = true;
    state.attempts = 0;
  }
}

std::optional<std::chrono::milliseconds> BrokerHealth::timeout(std::int32_t broker) const {
  const std::lock_guard lock(mutex_);
  const auto found = brokers_.find(broker);
  if (found == brokers_.end()) return timeout_;
  if (found->second.given_up) return std::nullopt;
  return found->second.suspect ? std::min(suspect_timeout, timeout_) : timeout_;
}

void BrokerHealth::answered(std::int32_t broker) {
  const std::lock_guard lock(mutex_);
  brokers_[broker] = {.ever_answered = true};
}

void BrokerHealth::silent(std::int32_t broker) {
  const std::lock_guard lock(mutex_);
  auto& state = brokers_[broker];
  ++state.attempts;
  state.given_up = state.ever_answered || state.suspect || state.attempts >= first_attempts;
  if (state.ever_answered) state.suspect = true;
}

std::vector<std::int32_t> BrokerHealth::silent_brokers() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::int32_t> result;
  for (const auto& [id, state] : brokers_)
    if (state.given_up) result.push_back(id);
  return result;
}

Reason reason_of(int error) {
  switch (error) {
    case RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED:
    case RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED:
    case RD_KAFKA_RESP_ERR__AUTHENTICATION:
      return Reason::no_permission;
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
      return Reason::leaderless;
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
      return Reason::deleted;
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION:
    case RD_KAFKA_RESP_ERR_UNSUPPORTED_FOR_MESSAGE_FORMAT:
    case RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE:
      return Reason::not_supported;
    default:
      return Reason::unreachable;
  }
}

bool is_denied(int error) { return reason_of(error) == Reason::no_permission; }

bool is_stale_leader(int error) {
  switch (error) {
    case RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION:
    case RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_REPLICA_NOT_AVAILABLE:
    case RD_KAFKA_RESP_ERR_FENCED_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_UNKNOWN_LEADER_EPOCH:
    case RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR:
    case RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART:
    case RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION:
    case RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC:
    case RD_KAFKA_RESP_ERR__TRANSPORT:
      return true;
    default:
      return false;
  }
}

bool is_timeout(int error) {
  return error == RD_KAFKA_RESP_ERR__TIMED_OUT || error == RD_KAFKA_RESP_ERR__TIMED_OUT_QUEUE ||
         error == RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT;
}

std::string error_text(int error) { return rd_kafka_err2str(static_cast<rd_kafka_resp_err_t>(error)); }

}  // namespace tidemark
