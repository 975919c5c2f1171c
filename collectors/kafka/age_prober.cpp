// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/age_prober.h"

#include <algorithm>
#include <set>

namespace tidemark {
namespace {
constexpr int most_rounds = 12;
constexpr std::size_t most_probes = 6;  // of one partition in one round
constexpr int ask_again_after = 30;     // runs, where look-up by time is missing
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

std::vector<AgeProber::Probe> AgeProber::probes(std::vector<AgeQuery>& queries, const Topology& topology,
                                                std::int64_t now, int round) {
  std::vector<Probe> result;
  std::map<const Times*, std::set<std::int64_t>> asked;
  for (auto& query : queries) {
    if (query.result.known() || query.result.reason() != Reason::not_probed) continue;
    const auto* info = find(topology, query.topic, query.partition);
    if (info == nullptr || info->leader == no_leader) {
      query.result = Reason::leaderless;
      continue;
    }
    auto& times = times_of(query.topic, query.partition);
    auto bracket = times.index.around(query.offset);
    if (bracket.hi && bracket.hi->time == 0) {
      // There is no record at or below the offset any more: the oldest unread one is the first that exists.
      query.offset = std::min(bracket.hi->first, query.high - 1);
      bracket = times.index.around(query.offset);
    }
    if (const auto settled = settled_age(bracket, now)) {
      query.result = *settled;
      continue;
    }
    auto& taken = asked[&times];
    for (const auto time : next_probes(bracket, query.offset, now, times.history.written(query.offset), round)) {
      if (taken.size() >= most_probes || !taken.insert(time).second) continue;
      const int layer = static_cast<int>(taken.size()) - 1;
      result.push_back({{query.topic, query.partition, info->leader, time, layer}, &times, query.high});
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
  const auto topology = session.topology();
  int round = 0;
  for (; round < most_rounds; ++round) {
    const auto wanted = probes(queries, *topology, now, round);
    if (wanted.empty() || stop.stop_requested() || SteadyClock::now() > until) break;
    std::vector<OffsetQuery> look_ups;
    look_ups.reserve(wanted.size());
    for (const auto& probe : wanted) look_ups.push_back(probe.query);
    session.look_up(look_ups);
    if (!learn(wanted, look_ups) || look_up_ == LookUp::missing) break;
  }
  for (auto& query : queries) {
    if (query.result.known() || query.result.reason() != Reason::not_probed) continue;
    if (const auto age = age_within(times_of(query.topic, query.partition).index.around(query.offset), now))
      query.result = *age;
  }
  keep(queries);
  return round;
}

void AgeProber::keep(const std::vector<AgeQuery>& queries) {
  std::map<Times*, std::vector<std::int64_t>> offsets;
  for (const auto& query : queries) offsets[&times_of(query.topic, query.partition)].push_back(query.offset);
  for (auto& [times, of_partition] : offsets) times->index.keep(of_partition);
}

}  // namespace tidemark
