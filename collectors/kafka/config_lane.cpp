// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/config_lane.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::size_t topics_in_a_call = 200;
constexpr std::chrono::milliseconds slice{100};
constexpr std::chrono::minutes rest{30};
constexpr std::size_t most_errors = 100;
using SteadyClock = std::chrono::steady_clock;

constexpr std::array kept = std::to_array<std::string_view>({
    "auto.create.topics.enable",
    "cleanup.policy",
    "default.replication.factor",
    "delete.retention.ms",
    "errors.deadletterqueue.group.enable",
    "log.message.timestamp.type",
    "log.retention.bytes",
    "log.retention.ms",
    "max.compaction.lag.ms",
    "max.message.bytes",
    "message.timestamp.type",
    "min.compaction.lag.ms",
    "min.insync.replicas",
    "offsets.retention.minutes",
    "retention.bytes",
    "retention.ms",
    "segment.bytes",
    "segment.ms",
    "transaction.max.timeout.ms",
    "unclean.leader.election.enable",
});

Object object_of(int kind, const char* name) {
  return Object((kind == RD_KAFKA_RESOURCE_TOPIC ? "topic:" : "broker:") + std::string(name));
}

void put_resource(StateRecorder& states, std::set<std::string>& compacted, Poll& poll, int kind,
                  const rd_kafka_ConfigResource_t* resource) {
  const Object object = object_of(kind, rd_kafka_ConfigResource_name(resource));
  ++poll.due;
  if (const auto error = rd_kafka_ConfigResource_error(resource)) {
    if (poll.errors.size() < most_errors)
      poll.errors.push_back(
          {object.value(), reason_of(error), "configuration: " + error_text(error), is_denied(error)});
    return;
  }
  ++poll.answered;
  std::size_t count = 0;
  const auto* entries = rd_kafka_ConfigResource_configs(resource, &count);
  for (const auto* entry : std::span(entries, count)) {
    const char* name = rd_kafka_ConfigEntry_name(entry);
    const char* value = rd_kafka_ConfigEntry_value(entry);
    if (value == nullptr || rd_kafka_ConfigEntry_is_sensitive(entry) == 1 || !std::ranges::binary_search(kept, name))
      continue;
    states.put(poll, object, std::string(aspect::config_prefix) + name, value);
    if (kind != RD_KAFKA_RESOURCE_TOPIC || std::string_view(name) != "cleanup.policy") continue;
    if (std::string_view(value).find("compact") != std::string_view::npos)
      compacted.emplace(object::name(object));
    else
      compacted.erase(std::string(object::name(object)));
  }
}
}  // namespace

bool ConfigLane::ask(std::stop_token stop, Poll& poll, const Handle& handle, int kind, const Names& names,
                     std::chrono::milliseconds patience) {
  std::vector<rd::Resource> owners;
  std::vector<rd_kafka_ConfigResource_t*> resources;
  for (const auto& name : names) {
    owners.emplace_back(rd_kafka_ConfigResource_new(static_cast<rd_kafka_ResourceType_t>(kind), name.c_str()));
    resources.push_back(owners.back().get());
  }
  const rd::Queue queue(rd_kafka_queue_new(handle.get()));
  const auto options =
      rd::admin_options(handle.get(), RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, static_cast<int>(patience.count()));
  rd_kafka_DescribeConfigs(handle.get(), resources.data(), resources.size(), options.get(), queue.get());
  ++poll.cost.requests;
  const auto until = SteadyClock::now() + patience;
  while (!stop.stop_requested() && SteadyClock::now() < until) {
    const rd::Event event(rd_kafka_queue_poll(queue.get(), static_cast<int>(slice.count())));
    if (!event) continue;
    if (const auto error = rd_kafka_event_error(event.get())) {
      poll.due += static_cast<std::int64_t>(names.size());
      poll.errors.push_back({"configuration", reason_of(error), error_text(error), is_denied(error)});
      return !is_timeout(error) && reason_of(error) != Reason::not_supported;
    }
    std::size_t count = 0;
    const auto* result = rd_kafka_event_DescribeConfigs_result(event.get());
    const auto* found = rd_kafka_DescribeConfigs_result_resources(result, &count);
    for (const auto* resource : std::span(found, count)) put_resource(states_, compacted_, poll, kind, resource);
    return true;
  }
  return false;
}

void ConfigLane::run(std::stop_token stop, const Tick& tick, const Handle& handle, const Topology& topology,
                     std::chrono::milliseconds patience) {
  if (!supported() && SteadyClock::now() < ask_again_) return;
  auto poll = lane_.begin(tick);
  if (!poll) return;
  bool answered = true;
  Names names;
  const auto flush = [&] {
    if (answered && !names.empty()) answered = ask(stop, *poll, handle, RD_KAFKA_RESOURCE_TOPIC, names, patience);
    names.clear();
  };
  for (const auto& [name, partitions] : topology.topics) {
    names.push_back(name);
    if (names.size() >= topics_in_a_call) flush();
  }
  flush();
  for (const auto& broker : topology.brokers)
    if (answered) answered = ask(stop, *poll, handle, RD_KAFKA_RESOURCE_BROKER, {std::to_string(broker.id)}, patience);
  if (stop.stop_requested()) return;
  const bool nothing = !answered && poll->answered == 0;
  supported_ = !nothing;
  if (nothing) {
    ask_again_ = SteadyClock::now() + rest;
    poll->due = 0;  // what the cluster cannot answer is not due
    poll->errors.push_back(
        {"configuration", Reason::not_supported, "the cluster does not answer DescribeConfigs", false});
  } else if (answered && poll->errors.empty()) {
    states_.gone_untouched(*poll, "topic:");
    std::erase_if(compacted_, [&](const std::string& name) { return !topology.topics.contains(name); });
  }
  lane_.push(std::move(*poll), tick);
}

}  // namespace tidemark
