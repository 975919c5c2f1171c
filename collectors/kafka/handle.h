// SPDX-License-Identifier: GPL-3.0-or-later
// Handle: one librdkafka client that only asks: a consumer that subscribes to nothing, so it joins no group, with
// automatic topic creation off and the isolation level said (the library's default on the wire would hide what open
// transactions hold). Thread rule: get() may be used from any thread; open() and destruction from one.
#pragma once

#include <memory>

#include "collectors/kafka/client_config.h"
#include "collectors/kafka/trouble.h"

struct rd_kafka_s;

namespace tidemark {

enum class Isolation { read_uncommitted, read_committed };

class Handle final {
 public:
  static Result<std::unique_ptr<Handle>> open(const ClientConfig& config, Isolation isolation,
                                              std::shared_ptr<TroubleLog> log);
  ~Handle();
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  rd_kafka_s* get() const { return rk_; }

 private:
  Handle() = default;
  std::shared_ptr<TroubleLog> log_;
  rd_kafka_s* rk_ = nullptr;
};

}  // namespace tidemark
