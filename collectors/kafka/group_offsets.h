// SPDX-License-Identifier: GPL-3.0-or-later
// GroupOffsets: the offsets that a group has committed for one topic, asked now, by a client of its own that joins no
// group. Thread rule: one thread. Offsets are next offsets.
#pragma once

#include <map>
#include <memory>
#include <stop_token>
#include <string>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/commits.h"
#include "models/domain/ids.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

class GroupOffsets final {
 public:
  static Result<std::unique_ptr<GroupOffsets>> open(const ClusterProfile& profile, const SecretResolver& secrets);
  ~GroupOffsets();

  // `no_commit` where the group has committed none for it.
  Known<std::map<TopicPartition, std::int64_t>> committed(const std::string& group, const std::string& topic,
                                                          std::stop_token stop);

 private:
  explicit GroupOffsets(std::shared_ptr<Handle> handle);

  Pool pool_;
  BrokerHealth health_;
  std::atomic<std::int64_t> requests_ = 0;
  Calls calls_;
  const std::shared_ptr<Handle> handle_;
  CommitReader commits_;
};

}  // namespace tidemark
