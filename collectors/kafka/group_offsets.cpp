// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/group_offsets.h"

#include "collectors/kafka/client_config.h"

namespace tidemark {

GroupOffsets::GroupOffsets(std::shared_ptr<Handle> handle)
    : pool_(1),
      health_(default_call_timeout),
      calls_{pool_, health_, requests_, {}},
      handle_(std::move(handle)),
      commits_(handle_, calls_) {}

GroupOffsets::~GroupOffsets() = default;

Result<std::unique_ptr<GroupOffsets>> GroupOffsets::open(const ClusterProfile& profile, const SecretResolver& secrets) {
  TM_TRY(const ClientConfig config, client_config(profile, secrets));
  TM_TRY(std::shared_ptr<Handle> handle,
         Handle::open(config, Isolation::read_committed, std::make_shared<TroubleLog>()));
  return std::unique_ptr<GroupOffsets>(new GroupOffsets(std::move(handle)));
}

Known<std::map<TopicPartition, std::int64_t>> GroupOffsets::committed(const std::string& group,
                                                                      const std::string& topic, std::stop_token stop) {
  calls_.stop = stop;
  const auto topology = read_topology(*handle_, {topic}, health_.call_timeout());
  if (!topology) return Reason::unreachable;
  if (!topology->topics.contains(topic)) return why_unseen(*handle_, topic, health_.call_timeout());
  const auto answers = commits_.read({{group, true}}, *topology, 2 * health_.call_timeout());
  if (answers.front().reason != Reason::none) return answers.front().reason;
  std::map<TopicPartition, std::int64_t> offsets;
  if (const auto found = answers.front().topics.find(topic); found != answers.front().topics.end())
    for (std::size_t i = 0; i < found->second.size(); ++i)
      if (found->second[i])
        offsets.emplace(TopicPartition{TopicName(topic), PartitionId(static_cast<std::int32_t>(i))}, *found->second[i]);
  if (offsets.empty()) return Reason::no_commit;
  return offsets;
}

}  // namespace tidemark
