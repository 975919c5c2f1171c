// SPDX-License-Identifier: GPL-3.0-or-later
// OffsetReader: log-start, log-end and time look-ups of thousands of partitions. One call per leader and chunk of at
// most 1,000 partitions, each on its own thread, so that a dead broker delays nobody else. A call is all or nothing in
// librdkafka: one bad partition fails its whole chunk, so a failed chunk is asked again after fresh metadata and then
// halved until the bad partition stands alone and blanks only itself.
// Thread rule: one read() at a time.
// Algorithm: facts about rd_kafka_offsets_for_times in librdkafka 2.0.2 (the offset field is the timestamp on the
// wire).
#pragma once

#include <atomic>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "collectors/kafka/calls.h"
#include "collectors/kafka/topology.h"

namespace tidemark {

inline constexpr std::int64_t log_end = -1;
inline constexpr std::int64_t log_start = -2;
// The answer to a time look-up when every record is older.
inline constexpr std::int64_t no_such_record = -1;

struct OffsetQuery {
  std::string_view topic;  // must outlive the read
  std::int32_t partition = 0;
  std::int32_t leader = no_leader;
  std::int64_t time = log_end;  // log_end, log_start or ms since the epoch
  int layer = 0;                // queries for one partition need one each: a call may name a partition only once
  Known<std::int64_t> answer = Reason::never_polled;
};

class OffsetReader final {
 public:
  // `refresh` reads the metadata of this handle again, at most once per sweep; null when that failed.
  using Refresh = std::function<const Topology*()>;
  OffsetReader(const Handle& handle, Calls& calls, Refresh refresh)
      : handle_(handle), calls_(calls), refresh_(std::move(refresh)) {}

  // Fills every answer.
  void read(std::vector<OffsetQuery>& queries);

 private:
  using Chunk = std::vector<OffsetQuery*>;
  std::vector<Chunk> chunks(std::span<OffsetQuery* const> queries) const;
  // Asks all chunks at once; returns those that failed in a way that another attempt may mend.
  std::vector<Chunk> ask_all(const std::vector<Chunk>& chunks);
  int ask(const Chunk& chunk);
  std::vector<Chunk> with_new_leaders(const std::vector<Chunk>& failed);
  void isolate(const Chunk& chunk, std::atomic<int>& budget);

  const Handle& handle_;
  Calls& calls_;
  Refresh refresh_;
};

}  // namespace tidemark
