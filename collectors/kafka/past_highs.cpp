// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/past_highs.h"

#include <fmt/format.h>

#include "collectors/kafka/offset_reader.h"
#include "collectors/kafka/past_search.h"

namespace tidemark {
namespace {
constexpr std::int64_t before_every_record = 0;
constexpr std::size_t batch_size = 20'000;  // of look-ups between two signs of progress
using SteadyClock = std::chrono::steady_clock;

struct Log {
  std::string_view topic;
  std::int32_t partition;
  std::int32_t leader;
  Known<std::int64_t> floor, high, oldest = Reason::never_polled;
  PastSearch search;
};

class Reading final {
 public:
  Reading(Session& session, const PastGrid& grid, const std::stop_token& stop, const PastProgress& progress)
      : session_(session), grid_(grid), stop_(stop), progress_(progress), topology_(session.topology()) {}

  // Floor, high mark and oldest record of every partition.
  Result<> begin() {
    const Marks floors = session_.floors();
    const Marks highs = session_.highs();
    std::vector<OffsetQuery> queries;
    for (const auto& [topic, partitions] : topology_->topics)
      for (std::size_t i = 0; i < partitions.size(); ++i) {
        const auto partition = static_cast<std::int32_t>(i);
        logs_.push_back({topic, partition, partitions[i].leader, mark_at(floors, topic, i), mark_at(highs, topic, i),
                         Reason::never_polled, PastSearch(grid_.points)});
        queries.push_back({topic, partition, partitions[i].leader, before_every_record});
      }
    TM_CHECK(look_up(queries));
    for (std::size_t i = 0; i < logs_.size(); ++i) logs_[i].oldest = queries[i].answer;
    return {};
  }

  Result<> search() {
    while (true) {
      std::vector<OffsetQuery> queries;
      std::vector<std::pair<Log*, std::size_t>> asked;
      for (Log& log : logs_) {
        if (!can_tell(log)) continue;
        int layer = 0;
        for (const std::size_t point : log.search.wanted()) {
          asked.emplace_back(&log, point);
          queries.push_back({log.topic, log.partition, log.leader, ms(grid_.at(point)), layer++});
        }
      }
      if (queries.empty()) return {};
      TM_CHECK(look_up(queries));
      for (std::size_t i = 0; i < queries.size(); ++i) asked[i].first->search.learn(asked[i].second, queries[i].answer);
    }
  }

  PastHighs take() const {
    PastHighs out;
    out.grid = grid_;
    out.look_ups = look_ups_;
    for (const Log& log : logs_)
      out.marks.push_back({{TopicName(std::string(log.topic)), PartitionId(log.partition)}, values_of(log)});
    return out;
  }

 private:
  static bool can_tell(const Log& log) {
    return log.floor && log.high && log.oldest && *log.oldest != no_such_record && *log.floor < *log.high;
  }

  static Reason why_not(const Log& log) {
    if (!log.high) return log.high.reason();
    return !log.floor ? log.floor.reason() : log.oldest.reason();
  }

  std::vector<Known<std::int64_t>> values_of(const Log& log) const {
    std::vector<Known<std::int64_t>> out = log.search.values();
    const bool whole = log.floor && log.high && log.oldest;
    for (auto& value : out)
      value = whole ? past_high(value, {*log.floor, *log.high, *log.oldest}) : Known<std::int64_t>(why_not(log));
    return out;
  }

  Result<> look_up(std::vector<OffsetQuery>& queries) {
    std::vector<OffsetQuery> batch;
    for (std::size_t begin = 0; begin < queries.size(); begin += batch_size) {
      const std::size_t end = std::min(queries.size(), begin + batch_size);
      batch.assign(queries.begin() + static_cast<std::ptrdiff_t>(begin),
                   queries.begin() + static_cast<std::ptrdiff_t>(end));
      session_.look_up(batch);
      if (stop_.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
      std::ranges::copy(batch, queries.begin() + static_cast<std::ptrdiff_t>(begin));
      look_ups_ += batch.size();
      progress_(look_ups_);
    }
    return {};
  }

  Session& session_;
  const PastGrid grid_;
  const std::stop_token& stop_;
  const PastProgress& progress_;
  const std::shared_ptr<const Topology> topology_;  // the texts of the queries live in it
  std::vector<Log> logs_;
  std::size_t look_ups_ = 0;
};
}  // namespace

Result<PastHighs> read_past_highs(Session& session, LocalTime from, LocalTime to, const std::stop_token& stop,
                                  const PastProgress& progress) {
  const auto begun = SteadyClock::now();
  const std::int64_t requests = session.requests();
  const std::int64_t cpu = thread_cpu_us() + session.pool_cpu_us();
  Reading reading(session, past_grid(from, to, session.topology()->partition_count()), stop, progress);
  TM_CHECK(reading.begin());
  TM_CHECK(reading.search());
  PastHighs out = reading.take();
  out.account.cost.requests = session.requests() - requests;
  out.account.cost.cpu_us = thread_cpu_us() + session.pool_cpu_us() - cpu;
  out.account.took = std::chrono::duration_cast<Millis>(SteadyClock::now() - begun);
  out.account.limits = {fmt::format(
      "high marks: rebuilt every {} s from {} look-ups of offsets by time; exact where brokers stamp the records, an "
      "upper bound where producers do (a record that came late counts from its own time); before the oldest record "
      "that is left nothing is known",
      out.grid.step.count() / 1000, out.look_ups)};
  return out;
}

}  // namespace tidemark
