// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/session.h"

#include <algorithm>
#include <charconv>

namespace tidemark {
namespace {
constexpr std::size_t pool_threads = 16;
constexpr std::chrono::milliseconds connect_budget{10'000};
constexpr std::chrono::seconds least_recreate_pause{20};
constexpr std::chrono::seconds most_recreate_pause{300};
using SteadyClock = std::chrono::steady_clock;

std::chrono::milliseconds timeout_of(const ClientConfig& config) {
  for (const auto& [key, value] : config.settings) {
    int number = 0;
    if (key == "socket.timeout.ms" &&
        std::from_chars(value.data(), value.data() + value.size(), number).ec == std::errc())
      return std::chrono::milliseconds(std::clamp(number, 100, 60'000));
  }
  return default_call_timeout;
}

bool same_leaders(const Topology& a, const Topology& b) {
  return a.brokers == b.brokers && std::ranges::equal(a.topics, b.topics, [](const auto& x, const auto& y) {
           return x.first == y.first &&
                  std::ranges::equal(x.second, y.second, {}, &PartitionInfo::leader, &PartitionInfo::leader);
         });
}

bool gave_up(const std::vector<std::string>& lines) {
  return std::ranges::any_of(lines, [](const std::string& line) {
    return line.find("brokers are down") != std::string::npos || line.find("uthentication") != std::string::npos;
  });
}
}  // namespace

Known<std::int64_t> mark_at(const Marks& marks, const std::string& topic, std::size_t partition) {
  const auto found = marks.find(topic);
  if (found == marks.end() || partition >= found->second.size()) return Reason::never_polled;
  return found->second[partition];
}

Session::Session(ClientConfig config, std::vector<std::string> topics, std::chrono::milliseconds timeout)
    : config_(std::move(config)),
      topic_globs_(std::move(topics)),
      health_(timeout),
      pool_(pool_threads),
      calls_{pool_, health_, requests_, {}} {}

Result<std::unique_ptr<Session>> Session::open(const ClusterProfile& profile, const SecretResolver& secrets) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  const auto timeout = timeout_of(config);
  std::unique_ptr<Session> session(new Session(std::move(config), profile.topics, timeout));
  TM_CHECK(session->open_handles());
  return session;
}

Result<> Session::open_handles() {
  TM_TRY(auto main, Handle::open(config_, Isolation::read_uncommitted, log_));
  TM_TRY(auto twin, Handle::open(config_, Isolation::read_committed, log_));
  commits_.reset();
  main_ = std::move(main);
  twin_ = std::move(twin);
  commits_ = std::make_unique<CommitReader>(main_, calls_);
  twin_topology_ = std::make_shared<const Topology>();
  return {};
}

void Session::recreate() {
  const auto now = SteadyClock::now();
  if (now - recreated_ < recreate_pause_) return;
  const bool soon = now - recreated_ < 3 * recreate_pause_;
  recreate_pause_ = soon ? std::min(recreate_pause_ * 2, most_recreate_pause) : least_recreate_pause;
  recreated_ = now;
  static_cast<void>(
      open_handles());  // what has worked once fails only for want of memory or threads: then go on as it is
}

Result<std::shared_ptr<const Topology>> Session::read_metadata(const Handle& handle,
                                                               std::chrono::milliseconds timeout) {
  requests_ += 1;
  TM_TRY(Topology topology, read_topology(handle, topic_globs_, timeout));
  return std::make_shared<const Topology>(std::move(topology));
}

// The library asks some broker; if that one has just died, the next attempt asks another.
Result<> Session::connect(std::stop_token stop) {
  const auto budget = !ever_connected_ ? connect_budget
                      : connected_     ? 2 * call_timeout()
                                       : std::chrono::milliseconds(0);
  const auto until = SteadyClock::now() + budget;
  connected_ = false;
  do {
    auto topology = read_metadata(*main_, call_timeout());
    if (topology) {
      topology_ = std::move(*topology);
      connected_ = ever_connected_ = true;
      return {};
    }
  } while (SteadyClock::now() < until && !stop.stop_requested() && (ever_connected_ || !gave_up(log_->lines())));
  if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
  const Trouble trouble = diagnose(log_->lines());
  return fail(trouble.code, trouble.what, config_.bootstrap, trouble.fix);
}

void Session::begin_fast_sweep(std::stop_token stop) {
  calls_.stop = stop;
  health_.begin_sweep();
  main_refreshed_ = twin_refreshed_ = false;
}

Result<> Session::begin_sweep(std::stop_token stop) {
  begin_fast_sweep(stop);
  TM_CHECK(connect(stop));
  if (same_leaders(*topology_, *twin_topology_)) return {};
  if (auto twin = read_metadata(*twin_, call_timeout())) twin_topology_ = std::move(*twin);
  return {};
}

const Topology* Session::refresh(const Handle& handle, bool& done) {
  if (!done) {
    done = true;
    auto topology = read_metadata(handle, call_timeout());
    if (!topology) return nullptr;
    topology_ = std::move(*topology);
    if (&handle == twin_.get()) twin_topology_ = topology_;
  }
  return topology_.get();
}

Marks Session::read_all(const Handle& handle, bool& refreshed, std::int64_t time) {
  std::vector<OffsetQuery> queries;
  const auto topology = topology_;  // a refresh during the read may replace it
  for (const auto& [name, partitions] : topology->topics)
    for (std::size_t i = 0; i < partitions.size(); ++i)
      queries.push_back({name, static_cast<std::int32_t>(i), partitions[i].leader, time});
  return read_list(handle, refreshed, std::move(queries));
}

Marks Session::read_list(const Handle& handle, bool& refreshed, std::vector<OffsetQuery> queries) {
  const auto names = topology_;  // the queries' texts live in it
  OffsetReader(handle, calls_, [&] { return refresh(handle, refreshed); }).read(queries);
  Marks marks;
  for (const auto& query : queries) {
    auto& values = marks[std::string(query.topic)];
    const auto index = static_cast<std::size_t>(query.partition);
    if (values.size() <= index) values.resize(index + 1, Reason::never_polled);
    values[index] = query.answer;
  }
  return marks;
}

Marks Session::floors() { return read_all(*main_, main_refreshed_, log_start); }
Marks Session::stables() { return read_all(*twin_, twin_refreshed_, log_end); }
Marks Session::highs() { return read_all(*main_, main_refreshed_, log_end); }

Reason Session::why_unseen(const std::string& topic) {
  requests_ += 1;
  return tidemark::why_unseen(*main_, topic, call_timeout());
}

void Session::look_up(std::vector<OffsetQuery>& queries) {
  OffsetReader(*main_, calls_, [this] { return refresh(*main_, main_refreshed_); }).read(queries);
}

std::vector<GroupCommits> Session::commits(const std::vector<CommitReader::Request>& requests, const Topology& topology,
                                           std::chrono::milliseconds budget) {
  return commits_->read(requests, topology, budget);
}

Marks Session::some(const std::vector<TopicPartition>& partitions, Isolation isolation) {
  std::vector<OffsetQuery> queries;
  for (const auto& tp : partitions) {
    const auto topic = topology_->topics.find(tp.topic.value());
    const auto index = static_cast<std::size_t>(tp.partition.value());
    if (topic == topology_->topics.end() || index >= topic->second.size()) continue;
    queries.push_back({topic->first, tp.partition.value(), topic->second[index].leader, log_end});
  }
  const bool committed = isolation == Isolation::read_committed;
  return read_list(committed ? *twin_ : *main_, committed ? twin_refreshed_ : main_refreshed_, std::move(queries));
}

}  // namespace tidemark
