// SPDX-License-Identifier: GPL-3.0-or-later
// LiveTimeline: one poll of everything a profile names, in a temporary timeline that is removed with this object.
// Thread rule: one thread.
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "app/session/collect_session.h"
#include "app/session/temporary_folder.h"

namespace tidemark {

class LiveTimeline final {
 public:
  // `unreachable` or `denied` where no source answered at all; what some lost is in failures().
  static Result<LiveTimeline> poll(const Profile& profile, const SecretResolver& secrets, const Clock& clock,
                                   std::stop_token stop);
  std::string path() const;
  const std::vector<Error>& failures() const { return failures_; }

 private:
  explicit LiveTimeline(TemporaryFolder folder) : folder_(std::move(folder)) {}

  TemporaryFolder folder_;
  std::vector<Error> failures_;
};

}  // namespace tidemark
