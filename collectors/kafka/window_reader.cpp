// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/window_reader.h"

#include <algorithm>

#include "collectors/kafka/handle.h"
#include "collectors/kafka/offset_reader.h"
#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds patience{5'000};
constexpr std::size_t look_up_threads = 4;

std::span<const std::byte> bytes_of(const void* data, std::size_t size) {
  return {static_cast<const std::byte*>(data), data == nullptr ? 0 : size};
}

WindowRecord record_of(const rd_kafka_message_t& message) {
  rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
  WindowRecord record{message.partition, message.offset, {}, bytes_of(message.key, message.key_len), {}};
  record.time = BrokerTime(Millis(std::max<std::int64_t>(0, rd_kafka_message_timestamp(&message, &type))));
  if (message.payload != nullptr) record.value = bytes_of(message.payload, message.len);
  return record;
}

Result<Topology> topology_of(const Handle& handle, const std::string& topic) {
  TM_TRY(Topology topology, read_topology(handle, {topic}, patience));
  if (topology.topics.contains(topic)) return topology;
  const Reason why = why_unseen(handle, topic, patience);
  if (why == Reason::no_permission)
    return fail(ErrorCode::denied, "the cluster refuses to show the topic", topic, "allow DESCRIBE and READ of it");
  return fail(ErrorCode::no_data, "the cluster has no such topic", topic, "name the right one");
}

// Where to begin in each partition: the first record at or after the time.
std::int64_t begin_at(const NewRecords& reader, const Topology& topology, const std::string& name,
                      std::optional<BrokerTime> from, LogTopic& log, std::stop_token stop) {
  std::atomic<std::int64_t> requests = 0;
  std::vector<OffsetQuery> queries;
  const auto& partitions = topology.topics.find(name)->second;
  for (std::size_t i = 0; from && i < partitions.size(); ++i)
    queries.push_back({name, static_cast<std::int32_t>(i), partitions[i].leader, std::max<std::int64_t>(0, ms(*from))});
  Pool pool(look_up_threads);
  BrokerHealth health(patience);
  Calls calls{pool, health, requests, std::move(stop)};
  OffsetReader(reader.handle(), calls, [] { return nullptr; }).read(queries);
  for (auto& [id, part] : log.partitions) part.from = part.next = part.floor;
  for (const OffsetQuery& query : queries) {
    LogPart& part = log.partitions[query.partition];
    if (!query.answer) part.known = false;
    if (query.answer) part.next = *query.answer == no_such_record ? part.end : std::max(part.floor, *query.answer);
    part.from = part.next;
  }
  return requests;
}
}  // namespace

Result<WindowRead> read_window(const ClusterProfile& profile, const SecretResolver& secrets, const std::string& topic,
                               std::optional<BrokerTime> from, const ReadBudget& budget, std::stop_token stop,
                               const TakeRecord& take) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  TM_TRY(auto handle, Handle::open(NewRecords::config(std::move(config)), Isolation::read_committed,
                                   std::make_shared<TroubleLog>()));
  TM_TRY(const Topology topology, topology_of(*handle, topic));
  NewRecords reader(std::move(handle), patience);
  LogTopic log;
  const NewRecords::Topics topics{{topic, &log}};
  reader.read_ends(topics, topology, stop);
  WindowRead out;
  out.requests = begin_at(reader, topology, topic, from, log, stop);
  std::map<std::int32_t, BrokerTime> last;
  reader.read(topics, budget, [&](const std::string&, LogPart&, const rd_kafka_message_t& message) {
    const WindowRecord record = record_of(message);
    last.insert_or_assign(record.partition, record.time);
    ++out.records;
    take(record);
  });
  if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped", topic);
  if (log.denied) return fail(ErrorCode::denied, "reading its records was refused", topic, "allow READ of the topic");
  out.partitions = static_cast<std::int32_t>(log.partitions.size());
  out.bytes = reader.bytes();
  out.requests += reader.requests();
  for (const auto& [id, part] : log.partitions) {
    if (part.known && part.next >= part.end) continue;
    const auto found = last.find(id);
    out.cut[id] = found == last.end() ? std::nullopt : std::optional(found->second);
  }
  if (out.partitions > 0 && std::ssize(out.cut) == out.partitions && out.records == 0)
    return fail(ErrorCode::unreachable, log.error.empty() ? "its records cannot be read" : log.error, topic);
  return out;
}

}  // namespace tidemark
