// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a sweep that tells topics that are gone from those that may not be seen: the metadata of all topics
// leaves out both in silence.
#include "collectors/kafka/sweep.h"

namespace tidemark {
namespace {
constexpr int most_asked = 100;  // in a sweep
}  // namespace

Reason Sweep::why_missing(const std::string& topic) const {
  const auto found = unseen_.find(topic);
  return found == unseen_.end() ? Reason::unreachable : found->second;
}

void Sweep::ask_unseen(const std::set<std::string>& topics) {
  int left = most_asked;
  for (const auto& topic : topics) {
    if (unseen_.contains(topic)) continue;
    if (left-- == 0) return;
    const Reason reason = session_->why_unseen(topic);
    if (reason == Reason::unreachable) return;  // the next sweep goes on
    unseen_[topic] = reason;
  }
}

// What a group's members hold says that a topic is there which the metadata never showed.
void Sweep::ask_for_assigned_topics() {
  const auto topology = session_->topology();
  std::set<std::string> topics;
  for (const auto& [name, group] : roster_.groups())
    for (const auto& [topic, partitions] : group.assigned())
      if (!topology->topics.contains(topic) && glob_list_match(profile_.topics, topic)) topics.insert(topic);
  ask_unseen(topics);
  std::erase_if(unseen_, [&](const auto& entry) {
    return !topics.contains(entry.first) && !topics_missing_.contains(entry.first);
  });
}

void Sweep::put_hidden() {
  auto& poll = *offsets_.poll;
  for (const auto& [topic, reason] : unseen_) {
    if (reason != Reason::no_permission) continue;
    ++poll.due;
    poll.errors.push_back(
        {object::topic(TopicName(topic)).value(), reason, "DESCRIBE is denied: nothing of this topic is known", true});
  }
  // What was there and may still be there has no new state, and is not gone.
  const auto topology = session_->topology();  // may have been read anew since the sweep began
  for (const auto& [name, missing] : topics_missing_) {
    if (topology->topics.contains(name) || why_missing(name) == Reason::deleted) continue;
    const TopicName topic(name);
    topology_states_.keep(object::topic(topic));
    std::int32_t partition = 0;
    while (topology_states_.keep(object::partition({topic, PartitionId(partition)}))) ++partition;
  }
}

}  // namespace tidemark
