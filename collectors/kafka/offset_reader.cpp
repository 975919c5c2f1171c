// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/offset_reader.h"

#include <algorithm>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::size_t chunk_size = 1000;
constexpr int isolation_calls = 300;  // per read: enough for 15 bad partitions in chunks of 1,000

rd::Partitions as_list(std::span<OffsetQuery* const> chunk) {
  rd::Partitions list(rd_kafka_topic_partition_list_new(static_cast<int>(chunk.size())));
  std::string topic;
  for (const auto* query : chunk) {
    topic.assign(query->topic);
    rd_kafka_topic_partition_list_add(list.get(), topic.c_str(), query->partition)->offset = query->time;
  }
  return list;
}

void take(const rd_kafka_topic_partition_t& element, OffsetQuery& query) {
  const bool by_time = query.time >= 0;
  if (element.err != RD_KAFKA_RESP_ERR_NO_ERROR)
    query.answer = reason_of(element.err);
  else if (element.offset >= 0)
    query.answer = element.offset;
  else if (by_time && element.offset == RD_KAFKA_OFFSET_END)
    query.answer = no_such_record;
  else
    query.answer = Reason::unreachable;
}

void set_all(std::span<OffsetQuery* const> chunk, Reason reason) {
  for (auto* query : chunk) query->answer = reason;
}
}  // namespace

std::vector<OffsetReader::Chunk> OffsetReader::chunks(std::span<OffsetQuery* const> queries) const {
  Chunk sorted;
  for (auto* query : queries) {
    if (query->leader == no_leader)
      query->answer = Reason::leaderless;
    else
      sorted.push_back(query);
  }
  const auto call_of = [](const OffsetQuery* query) { return std::pair(query->leader, query->layer); };
  std::ranges::stable_sort(sorted, {}, call_of);
  std::vector<Chunk> result;
  for (auto* query : sorted) {
    if (result.empty() || result.back().size() >= chunk_size || call_of(result.back().front()) != call_of(query))
      result.emplace_back();
    result.back().push_back(query);
  }
  return result;
}

// One call; RD_KAFKA_RESP_ERR_NO_ERROR when every answer is final.
int OffsetReader::ask(const Chunk& chunk) {
  const auto leader = chunk.front()->leader;
  while (!calls_.stop.stop_requested()) {
    const auto timeout = calls_.health.timeout(leader);
    if (!timeout) break;
    const rd::Partitions list = as_list(chunk);
    calls_.requests.fetch_add(1, std::memory_order_relaxed);
    const auto error = rd_kafka_offsets_for_times(handle_.get(), list.get(), static_cast<int>(timeout->count()));
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) {
      for (std::size_t i = 0; i < chunk.size(); ++i) take(list->elems[i], *chunk[i]);
      calls_.health.answered(leader);
      return RD_KAFKA_RESP_ERR_NO_ERROR;
    }
    if (!is_timeout(error)) return error;
    calls_.health.silent(leader);
  }
  set_all(chunk, Reason::unreachable);
  return RD_KAFKA_RESP_ERR_NO_ERROR;
}

std::vector<OffsetReader::Chunk> OffsetReader::ask_all(const std::vector<Chunk>& all) {
  std::vector<int> errors(all.size(), RD_KAFKA_RESP_ERR_NO_ERROR);
  std::vector<std::function<void()>> tasks;
  for (std::size_t i = 0; i < all.size(); ++i) tasks.push_back([this, &all, &errors, i] { errors[i] = ask(all[i]); });
  calls_.pool.run(std::move(tasks));
  std::vector<Chunk> failed;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (errors[i] == RD_KAFKA_RESP_ERR_NO_ERROR) continue;
    set_all(all[i], reason_of(errors[i]));
    failed.push_back(all[i]);
  }
  return failed;
}

std::vector<OffsetReader::Chunk> OffsetReader::with_new_leaders(const std::vector<Chunk>& failed) {
  const Topology* topology = refresh_();
  if (topology == nullptr) return failed;
  std::vector<OffsetQuery*> queries;
  for (const auto& chunk : failed) {
    for (auto* query : chunk) {
      const auto topic = topology->topics.find(query->topic);
      if (topic == topology->topics.end()) {
        query->answer = Reason::deleted;
        continue;
      }
      const auto index = static_cast<std::size_t>(query->partition);
      query->leader = index < topic->second.size() ? topic->second[index].leader : no_leader;
      queries.push_back(query);
    }
  }
  return chunks(queries);
}

void OffsetReader::isolate(const Chunk& chunk, std::atomic<int>& budget) {
  if (chunk.size() < 2) return;
  const auto middle = chunk.begin() + static_cast<std::ptrdiff_t>(chunk.size() / 2);
  for (const Chunk& half : {Chunk(chunk.begin(), middle), Chunk(middle, chunk.end())}) {
    if (budget.fetch_sub(1) <= 0 || calls_.stop.stop_requested()) {
      set_all(half, Reason::unreachable);
      continue;
    }
    const int error = ask(half);
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR) continue;
    set_all(half, reason_of(error));
    isolate(half, budget);
  }
}

void OffsetReader::read(std::vector<OffsetQuery>& queries) {
  std::vector<OffsetQuery*> pointers;
  pointers.reserve(queries.size());
  for (auto& query : queries) pointers.push_back(&query);
  auto failed = ask_all(chunks(pointers));
  if (failed.empty() || calls_.stop.stop_requested()) return;
  failed = ask_all(with_new_leaders(failed));
  if (failed.empty() || calls_.stop.stop_requested()) return;
  std::atomic<int> budget = isolation_calls;
  std::vector<std::function<void()>> tasks;
  for (const auto& chunk : failed) tasks.push_back([this, &chunk, &budget] { isolate(chunk, budget); });
  calls_.pool.run(std::move(tasks));
}

}  // namespace tidemark
