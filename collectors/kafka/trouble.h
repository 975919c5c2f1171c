// SPDX-License-Identifier: GPL-3.0-or-later
// Trouble: why a cluster does not answer. librdkafka says the cause (DNS, refused, TLS, password, not a broker) only in
// its log, while the call itself just times out; TroubleLog keeps the last lines of it and diagnose() makes one line.
// Thread rule: TroubleLog from any thread; diagnose() is pure.
#pragma once

#include <chrono>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/known.h"
#include "models/domain/result.h"

namespace tidemark {

struct Trouble {
  ErrorCode code = ErrorCode::unreachable;
  Reason reason = Reason::unreachable;
  std::string what;
  std::string fix;
  bool denied = false;
};

class TroubleLog final {
 public:
  void add(std::string_view line);
  void clear();
  // Those of the last `within`, oldest first.
  std::vector<std::string> lines(std::chrono::milliseconds within = std::chrono::minutes(2)) const;

 private:
  mutable std::mutex mutex_;
  std::deque<std::pair<std::chrono::steady_clock::time_point, std::string>> lines_;
};

// The cause that explains most: a refused password before a broken TLS handshake before a name that does not resolve
// before a refused connection. With no line that tells, "does not answer".
Trouble diagnose(const std::vector<std::string>& lines);

}  // namespace tidemark
