// SPDX-License-Identifier: GPL-3.0-or-later
// TopicAsker: which topics each connector has used, asked for a few connectors at a time, so that every one is asked
// again after five minutes and no poll waits long. Where the workers do not track topics (403) it asks again after half
// an hour. Thread rule: one thread at a time.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "collectors/connect/connectors.h"
#include "collectors/http/http_client.h"
#include "models/domain/sample.h"

namespace tidemark {

class TopicAsker final {
 public:
  static constexpr std::size_t at_once = 20;

  // Those that are due, longest not asked first; `base` is the address of the worker. Adds to the poll's cost.
  void ask(std::stop_token stop, HttpClient& http, const std::string& base,
           const std::vector<ConnectorStatus>& connectors, MonoTime now, Poll& poll);
  const std::vector<std::string>* used_by(const ConnectorStatus& connector) const;
  bool tracked() const { return tracked_; }

 private:
  struct Entry {
    std::optional<MonoTime> asked;
    std::optional<std::vector<std::string>> topics;
  };
  std::map<std::string, Entry, std::less<>> entries_;  // by raw name
  bool tracked_ = true;
  MonoTime ask_again_;
};

}  // namespace tidemark
