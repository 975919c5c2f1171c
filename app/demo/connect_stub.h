// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectStub: the demo's Kafka Connect worker, as far as one can be seen from outside: an HTTP server on loopback that
// answers for one sink connector with one task, always RUNNING. It is a stub, named as one: nothing runs in it.
// Thread rule: made and destroyed on one thread; its own thread answers.
#pragma once

#include <memory>
#include <string>

#include "models/domain/result.h"

namespace tidemark::demo {

struct StubConnector {
  std::string name;
  std::string topic;
};

class ConnectStub final {
 public:
  static Result<std::unique_ptr<ConnectStub>> start(StubConnector connector);
  ~ConnectStub();
  ConnectStub(const ConnectStub&) = delete;
  ConnectStub& operator=(const ConnectStub&) = delete;

  std::string url() const;

 private:
  class Server;
  explicit ConnectStub(std::unique_ptr<Server> server);
  std::unique_ptr<Server> server_;
};

}  // namespace tidemark::demo
