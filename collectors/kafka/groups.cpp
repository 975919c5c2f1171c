// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/groups.h"

#include <algorithm>
#include <map>
#include <span>

#include "collectors/kafka/assignment.h"
#include "collectors/kafka/calls.h"
#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds event_grace{200};

// What people's clients call themselves: one line.
std::string one_line(const char* text) {
  std::string result(text == nullptr ? "" : text);
  std::ranges::replace_if(result, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
  return result;
}

MemberInfo member_of(const rd_kafka_group_member_info& member, bool consumer_protocol) {
  MemberInfo info{one_line(member.member_id), one_line(member.client_id), one_line(member.client_host), {}};
  if (info.host.starts_with('/')) info.host.erase(0, 1);
  if (!consumer_protocol) return info;
  if (member.member_assignment_size == 0) {
    info.partitions.emplace();
  } else if (member.member_assignment_size > 0) {
    info.partitions = decode_assignment({static_cast<const std::byte*>(member.member_assignment),
                                         static_cast<std::size_t>(member.member_assignment_size)});
  }
  return info;
}

GroupInfo group_of(const rd_kafka_group_info& group) {
  GroupInfo info;
  info.name = group.group;
  info.coordinator = group.broker.id;
  if (group.err != RD_KAFKA_RESP_ERR_NO_ERROR) return info;
  info.state = one_line(group.state);
  info.protocol = one_line(group.protocol_type);
  if (info.state == "Dead") return info;
  info.type = GroupType::classic;
  info.members_known = true;
  for (const auto& member : std::span(group.members, static_cast<std::size_t>(group.member_cnt)))
    info.members.push_back(member_of(member, info.protocol == "consumer"));
  return info;
}

// State by name from ListConsumerGroups; nothing when some broker did not answer it.
std::optional<std::map<std::string, rd_kafka_consumer_group_state_t>> listed_states(rd_kafka_event_t* event) {
  if (event == nullptr || rd_kafka_event_error(event) != RD_KAFKA_RESP_ERR_NO_ERROR) return std::nullopt;
  const auto* result = rd_kafka_event_ListConsumerGroups_result(event);
  if (result == nullptr) return std::nullopt;
  std::size_t count = 0;
  rd_kafka_ListConsumerGroups_result_errors(result, &count);
  const bool whole = count == 0;
  const auto* listings = rd_kafka_ListConsumerGroups_result_valid(result, &count);
  std::map<std::string, rd_kafka_consumer_group_state_t> states;
  for (const auto* listing : std::span(listings, count))
    states[rd_kafka_ConsumerGroupListing_group_id(listing)] = rd_kafka_ConsumerGroupListing_state(listing);
  if (!whole && states.empty()) return std::nullopt;
  return states;
}

// "Dead" from the description of a group that the listing has with another state is the new protocol.
void correct_dead(GroupListing& listing,
                  const std::optional<std::map<std::string, rd_kafka_consumer_group_state_t>>& states) {
  for (auto& group : listing.groups) {
    if (group.state != "Dead") continue;
    group.state.clear();
    if (!states) continue;
    const auto found = states->find(group.name);
    if (found == states->end() || found->second == RD_KAFKA_CONSUMER_GROUP_STATE_DEAD) continue;
    group.type = GroupType::consumer;
    group.protocol = "consumer";
    if (found->second != RD_KAFKA_CONSUMER_GROUP_STATE_UNKNOWN)
      group.state = rd_kafka_consumer_group_state_name(found->second);
  }
}
}  // namespace

GroupListing list_groups(const Handle& handle, std::size_t brokers, std::chrono::milliseconds timeout) {
  const int timeout_ms = static_cast<int>(timeout.count());
  const rd::Queue queue(rd_kafka_queue_new(handle.get()));
  const auto options = rd::admin_options(handle.get(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS, timeout_ms);
  rd_kafka_ListConsumerGroups(handle.get(), options.get(), queue.get());

  GroupListing listing;
  listing.requests = static_cast<std::int64_t>(brokers * 3);
  const rd_kafka_group_list* raw = nullptr;
  const auto error = rd_kafka_list_groups(handle.get(), nullptr, &raw, timeout_ms);
  const rd::GroupList owner(raw);
  if (raw != nullptr)
    for (const auto& group : std::span(raw->groups, static_cast<std::size_t>(raw->group_cnt)))
      listing.groups.push_back(group_of(group));
  listing.complete = error == RD_KAFKA_RESP_ERR_NO_ERROR;
  listing.supported = error != RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE;
  listing.denied = is_denied(error);
  if (!listing.complete) listing.error = rd_kafka_err2str(error);
  if (!listing.supported) return listing;
  const rd::Event event(rd_kafka_queue_poll(queue.get(), static_cast<int>(event_grace.count())));
  correct_dead(listing, listed_states(event.get()));
  std::ranges::sort(listing.groups, {}, &GroupInfo::name);
  return listing;
}

GroupLister::GroupLister() : thread_([this](std::stop_token stop) { work(stop); }) {}

GroupLister::~GroupLister() = default;

void GroupLister::request(std::shared_ptr<const Handle> handle, std::size_t brokers,
                          std::chrono::milliseconds timeout) {
  {
    const std::lock_guard lock(mutex_);
    if (running_ || job_) return;
    job_ = Job{std::move(handle), brokers, timeout};
  }
  changed_.notify_all();
}

std::shared_ptr<const GroupListing> GroupLister::take(std::stop_token stop, std::chrono::milliseconds wait) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, stop, wait, [this] { return ready_ || (!running_ && !job_); });
  return std::exchange(ready_, nullptr);
}

void GroupLister::work(std::stop_token stop) {
  while (true) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      if (!changed_.wait(lock, stop, [this] { return job_.has_value(); })) return;
      job = std::move(*job_);
      job_.reset();
      running_ = true;
    }
    auto listing = std::make_shared<const GroupListing>(list_groups(*job.handle, job.brokers, job.timeout));
    job.handle.reset();
    {
      const std::lock_guard lock(mutex_);
      ready_ = std::move(listing);
      running_ = false;
    }
    changed_.notify_all();
  }
}

}  // namespace tidemark
