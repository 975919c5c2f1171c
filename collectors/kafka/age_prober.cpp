// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/age_prober.h"

#include <algorithm>
#include <functional>
#include <set>

namespace tidemark {
namespace {
constexpr int most_rounds = 14;
constexpr std::size_t most_probes = 12;  // of one partition in one round
constexpr std::size_t batch_size = 250;  // small, so that what comes first is settled when time runs out
constexpr int ask_again_after = 30;      // runs, where look-up by time is missing
using SteadyClock = std::chrono::steady_clock;

const PartitionInfo* find(const Topology& topology, const std::string& topic, std::int32_t partition) {
  const auto found = topology.topics.find(topic);
  const auto index = static_cast<std::size_t>(partition);
  return found == topology.topics.end() || index >= found->second.size() ? nullptr : &found->second[index];
}
}  // namespace

AgeProber::Times& AgeProber::times_of(const std::string& topic, std::int32_t partition) {
  auto& times = topics_[topic];
  const auto index = static_cast<std::size_t>(partition);
  if (times.size() <= index) times.resize(index + 1);
  return times[index];
}

void AgeProber::observe(const Marks& highs, std::int64_t now) {
  for (const auto& [topic, values] : highs) {
    auto& times = topics_[topic];
    if (times.size() < values.size()) times.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i)
      if (values[i]) times[i].history.add(now, *values[i]);
  }
}

bool AgeProber::settle(AgeQuery& query, std::int64_t now) {
  const auto& index = times_of(query.topic, query.partition).index;
  auto bracket = index.around(query.offset);
  if (bracket.hi && bracket.hi->time == 0) {
    // There is no record at or below the offset any more: the oldest unread one is the first that exists.
    query.offset = std::min(bracket.hi->first, query.high - 1);
    bracket = index.around(query.offset);
  }
  const auto age = settled_age(bracket, now);
  if (age) query.result = *age;
  return age.has_value();
}

AgeProber::Batch AgeProber::unsettled(std::vector<AgeQuery>& queries, const Topology& topology, std::int64_t now) {
  Batch result;
  for (auto& query : queries) {
    const auto* info = find(topology, query.topic, query.partition);
    if (info == nullptr || info->leader == no_leader)
      query.result = Reason::leaderless;
    else if (!settle(query, now)) {
      const auto& times = times_of(query.topic, query.partition);
      if (times.index.size() > 0 || times.history.written(query.offset)) query.pace = Pace::quick;
      result.push_back(&query);
    }
  }
  std::ranges::stable_sort(result, std::greater(), &AgeQuery::unread);
  return result;
}

std::vector<AgeProber::Probe> AgeProber::probes(const Batch& batch, const Topology& topology, std::int64_t now,
                                                int round) {
  std::vector<Probe> result;
  std::map<const Times*, std::set<std::int64_t>> asked;
  for (auto* query : batch) {
    if (query->result.known() || settle(*query, now)) continue;
    auto& times = times_of(query->topic, query->partition);
    auto& taken = asked[&times];
    const auto bracket = times.index.around(query->offset);
    const AgeSearch search{query->offset, now, times.history.written(query->offset), query->pace};
    for (const auto time : next_probes(bracket, search, round)) {
      // Another group's probe nearby will do.
      const auto near = taken.lower_bound(time - age_tolerance(now - time) / 2);
      if (taken.size() >= most_probes || (near != taken.end() && *near <= time + age_tolerance(now - time) / 2))
        continue;
      taken.insert(time);
      const auto leader = find(topology, query->topic, query->partition)->leader;
      const int layer = static_cast<int>(taken.size()) - 1;
      result.push_back({{query->topic, query->partition, leader, time, layer}, &times, query->high});
    }
  }
  return result;
}

bool AgeProber::learn(const std::vector<Probe>& probes, const std::vector<OffsetQuery>& answers) {
  bool any = false;
  for (std::size_t i = 0; i < probes.size(); ++i) {
    const auto& answer = answers[i].answer;
    if (!answer) continue;
    any = true;
    if (*answer == no_such_record) {
      probes[i].times->index.learn_none(answers[i].time, probes[i].high);
      if (answers[i].time == 0 && look_up_ == LookUp::unknown) look_up_ = LookUp::missing;
    } else {
      probes[i].times->index.learn(answers[i].time, *answer);
      look_up_ = LookUp::works;
    }
  }
  return any;
}

int AgeProber::run(std::vector<AgeQuery>& queries, Session& session, std::int64_t now, std::chrono::milliseconds budget,
                   std::stop_token stop) {
  if (look_up_ == LookUp::missing) {
    if (++runs_missing_ % ask_again_after != 0) return 0;
    look_up_ = LookUp::unknown;
  }
  const auto until = SteadyClock::now() + budget;
  const auto waiting = unsettled(queries, *session.topology(), now);
  int rounds = 0;
  for (std::size_t begin = 0; begin < waiting.size(); begin += batch_size) {
    const auto end = std::min(waiting.size(), begin + batch_size);
    const Batch batch(waiting.begin() + static_cast<std::ptrdiff_t>(begin),
                      waiting.begin() + static_cast<std::ptrdiff_t>(end));
    rounds = std::max(rounds, run_batch(batch, session, now, until, stop));
    if (look_up_ == LookUp::missing || stop.stop_requested() || SteadyClock::now() > until) break;
  }
  for (auto& query : queries) {
    times_of(query.topic, query.partition).wanted.push_back(query.offset);
    if (query.result.known() || query.result.reason() != Reason::not_probed) continue;
    if (const auto age = age_within(times_of(query.topic, query.partition).index.around(query.offset), now))
      query.result = *age;
  }
  return rounds;
}

int AgeProber::run_batch(const Batch& batch, Session& session, std::int64_t now, SteadyTime until,
                         std::stop_token stop) {
  const auto topology = session.topology();
  for (int round = 0; round < most_rounds; ++round) {
    const auto wanted = probes(batch, *topology, now, round);
    if (wanted.empty() || stop.stop_requested() || SteadyClock::now() > until) return round;
    std::vector<OffsetQuery> look_ups;
    look_ups.reserve(wanted.size());
    for (const auto& probe : wanted) look_ups.push_back(probe.query);
    session.look_up(look_ups);
    if (!learn(wanted, look_ups) || look_up_ == LookUp::missing) return round + 1;
  }
  return most_rounds;
}

void AgeProber::end_sweep() {
  for (auto& [topic, partitions] : topics_) {
    for (auto& times : partitions) {
      if (times.wanted.empty()) continue;
      times.index.keep(times.wanted);
      times.wanted.clear();
    }
  }
}

}  // namespace tidemark
