// SPDX-License-Identifier: GPL-3.0-or-later
// DeadLetterNames: which topics take dead letters, as far as somebody says so: the profile's pipelines, the
// configuration of a connector, that of the topic itself. Learns from what the sources tell. Thread rule: any thread.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "models/domain/profile.h"
#include "models/domain/sample.h"

namespace tidemark {

class DeadLetterNames final {
 public:
  explicit DeadLetterNames(const Profile& profile);
  void note(const SourceSpec& source, const Poll& poll);
  std::set<std::string> of(const ClusterName& cluster) const;

 private:
  std::set<std::string> by_profile_;
  mutable std::mutex mutex_;
  std::map<ClusterName, std::set<std::string>> told_;
};

}  // namespace tidemark
