// SPDX-License-Identifier: GPL-3.0-or-later
// ServerTimeline: what a server that speaks Prometheus' query API holds of offsets in a window, read into a temporary
// timeline that is removed with this object, so that questions about lag and freshness read it as they read any other.
// All else of a timeline is not there: limit() says it. Thread rule: one thread; blocks. Errors: `usage`, `input` where
// the window holds too much, `unreachable`, `denied`, `no_data`, `cancelled`.
#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "app/session/temporary_folder.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/domain/time.h"

namespace tidemark {

struct ServerWindow {
  LocalTime from, to;
  std::stop_token stop;
  std::function<void(LocalTime from, LocalTime at, LocalTime to)> progress;
  std::int64_t most_samples = 50'000'000;
};

class ServerTimeline final {
 public:
  // "prometheus+https://host/…"
  static bool is_named(std::string_view timeline);
  // Credentials, labels and tenant are those of the profile's source of metrics that has this address, if there is one.
  static Result<ServerTimeline> read(const std::string& timeline, const Profile* profile, const SecretResolver& secrets,
                                     const ServerWindow& window);
  // What no such server can answer, one sentence.
  static std::string limit();

  // The server's address without what is secret in it.
  const std::string& origin() const { return origin_; }
  std::string path() const { return folder_.path() + "/server.tidemark"; }
  // What was passed over, and the limit.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  explicit ServerTimeline(TemporaryFolder folder) : folder_(std::move(folder)) {}

  TemporaryFolder folder_;
  std::string origin_;
  std::vector<std::string> notes_;
};

}  // namespace tidemark
