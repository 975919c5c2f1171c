// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/dead_letter_reader.h"

#include <algorithm>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::int64_t most_unproven = 1'000;  // records
}

std::int64_t DeadLetterTopic::unread() const {
  std::int64_t sum = 0;
  for (const auto& [id, partition] : partitions)
    sum += std::max<std::int64_t>(0, partition.from - partition.floor) +
           std::max<std::int64_t>(0, partition.end - std::max(partition.next, partition.floor));
  return sum;
}

Known<BrokerTime> DeadLetterTopic::oldest() const {
  Known<BrokerTime> oldest = Reason::not_applicable;
  for (const auto& [id, partition] : partitions) {
    if (partition.end <= partition.floor) continue;
    // Before the first record that was read there may be older ones, or that one may be gone.
    if (partition.from > partition.floor || !partition.first_time || partition.first < partition.floor)
      return Reason::not_probed;
    if (!oldest || *partition.first_time < *oldest) oldest = *partition.first_time;
  }
  return oldest;
}

// Where reading begins in partitions that are new. A log that has become shorter is another one.
void DeadLetterReader::begin(DeadLetterTopic& topic, bool is_new) {
  const auto shorter = [](const auto& entry) { return entry.second.known && entry.second.next > entry.second.end; };
  if (std::ranges::any_of(topic.partitions, shorter)) {
    topic.tally = {};
    for (auto& [id, partition] : topic.partitions)
      partition = {.floor = partition.floor, .end = partition.end, .known = partition.known};
    is_new = true;
  }
  std::int64_t filled = 0;
  for (const auto& [id, partition] : topic.partitions) filled += partition.known && partition.end > partition.floor;
  const std::int64_t share = first_records / std::max<std::int64_t>(1, filled);
  for (auto& [id, partition] : topic.partitions) {
    if (!partition.known) continue;
    if (is_new) partition.from = partition.next = std::max(partition.floor, partition.end - share);
    partition.next = std::max(partition.next, partition.floor);
  }
}

void DeadLetterReader::read(const std::set<Wanted>& wanted, const Topology& topology, const ReadBudget& budget,
                            std::stop_token stop) {
  std::set<std::string> fresh;
  const auto names = [&](const std::string& name) {
    return std::ranges::any_of(wanted, [&](const Wanted& one) { return one.topic == name; });
  };
  std::erase_if(topics_,
                [&](const auto& entry) { return !names(entry.first) || !topology.topics.contains(entry.first); });
  for (const Wanted& one : wanted)
    if (topology.topics.contains(one.topic) && topics_.try_emplace(one.topic).second) fresh.insert(one.topic);
  NewRecords::Topics all;
  for (auto& [name, topic] : topics_) all.emplace(name, &topic);
  records_.read_ends(all, topology, std::move(stop));
  for (const Wanted& one : wanted) {
    const auto found = topics_.find(one.topic);
    if (found == topics_.end()) continue;
    DeadLetterTopic& topic = found->second;
    begin(topic, fresh.contains(one.topic));
    if (!one.asserted && !topic.tally.proven() && topic.tally.read() >= most_unproven) all.erase(one.topic);
  }
  records_.read(all, budget, [&](const std::string& topic, const LogPart&, const rd_kafka_message_s& message) {
    topics_.find(topic)->second.tally.add(parse_dead_letter(headers_of(message)), message.partition, message.offset);
  });
}

}  // namespace tidemark
