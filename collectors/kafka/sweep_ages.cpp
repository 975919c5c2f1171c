// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a sweep that finds ages. It runs after the marks are read, so that it knows who is behind.
#include <algorithm>

#include "collectors/kafka/sweep.h"

namespace tidemark {
namespace {
const std::string milliseconds_unit = "ms";
}  // namespace

void Sweep::read_ages(std::stop_token stop, const Tick& tick, std::chrono::milliseconds budget) {
  ages_.observe(highs_, ms(tick.wall));
  if (budget <= std::chrono::milliseconds(0)) return;
  read_group_ages(offsets_, false, stop, tick, budget);
  if (idle_.poll) read_group_ages(idle_, true, stop, tick, budget / 2);
  if (last_records_.poll) read_last_records(stop, tick, budget / 2);
  ages_.end_sweep();
}

void Sweep::read_group_ages(SweepLane& lane, bool idle, std::stop_token stop, const Tick& tick,
                            std::chrono::milliseconds budget) {
  std::vector<AgeQuery> queries;
  std::vector<std::pair<GroupId, std::size_t>> ends;  // where each group's queries end
  for (const auto& [name, group] : roster_.groups()) {
    if (group.idle != idle) continue;
    if (group.commits.reason != Reason::none) {
      if (!lane.poll) continue;
      for (const auto& signal : {signal::age(GroupId(name)), signal::age_error(GroupId(name))})
        lane.marks.put_reason(*lane.poll, signal, group.commits.reason, false);
      continue;
    }
    for (const auto& [topic, partitions] : group.commits.topics) {
      for (std::size_t i = 0; i < partitions.size(); ++i) {
        const auto high = mark_at(highs_, topic, i), stable = mark_at(stables_, topic, i),
                   floor = mark_at(floors_, topic, i);
        if (!partitions[i] || !high || *partitions[i] >= std::min(*high, stable.value_or(*high))) continue;
        queries.push_back({topic, static_cast<std::int32_t>(i), std::max(*partitions[i], floor.value_or(0)), *high,
                           *high - *partitions[i]});
      }
    }
    ends.emplace_back(GroupId(name), queries.size());
  }
  const auto before = cost_now();
  ages_.run(queries, *session_, ms(tick.wall), budget, stop);
  charge(lane, before, cost_now());
  if (!lane.poll) return;
  std::size_t begin = 0;
  for (const auto& [group, end] : ends) {
    put_ages(
        lane, group,
        {queries.begin() + static_cast<std::ptrdiff_t>(begin), queries.begin() + static_cast<std::ptrdiff_t>(end)});
    begin = end;
  }
}

// The group's offset was read a moment after the time that the sweep carries: that moment is part of the error.
void Sweep::put_ages(SweepLane& lane, const GroupId& group, const std::vector<AgeQuery>& queries) {
  using Values = std::vector<Known<std::int64_t>>;
  std::map<std::string, std::pair<Values, Values>> values;
  // Partitions without a query are drained or not known: nothing was looked up for them.
  for (const auto& [topic, partitions] : roster_.groups().at(group.value()).commits.topics)
    values[topic] = {Values(partitions.size(), Reason::not_probed), Values(partitions.size(), Reason::not_probed)};
  for (const auto& query : queries) {
    auto& [ages, errors] = values[query.topic];
    const auto index = static_cast<std::size_t>(query.partition);
    ages[index] = query.result.map([](const AgeResult& result) { return result.age; });
    errors[index] = query.result.map([this](const AgeResult& result) { return result.error + until_commits_.count(); });
  }
  for (const auto& [topic, of_topic] : values) {
    lane.marks.put(*lane.poll, signal::age(group), topic, of_topic.first, milliseconds_unit, false);
    lane.marks.put(*lane.poll, signal::age_error(group), topic, of_topic.second, milliseconds_unit, false);
  }
}

void Sweep::read_last_records(std::stop_token stop, const Tick& tick, std::chrono::milliseconds budget) {
  std::vector<AgeQuery> queries;
  for (const auto& [topic, values] : highs_)
    for (std::size_t i = 0; i < values.size(); ++i)
      if (const auto floor = mark_at(floors_, topic, i); values[i] && floor && *values[i] > *floor)
        queries.push_back({topic, static_cast<std::int32_t>(i), *values[i] - 1, *values[i]});
  const auto before = cost_now();
  ages_.run(queries, *session_, ms(tick.wall), budget, stop);
  charge(last_records_, before, cost_now());
  Marks ages, errors;
  for (const auto& [topic, values] : highs_) {
    ages[topic].assign(values.size(), Reason::not_applicable);
    errors[topic].assign(values.size(), Reason::not_applicable);
  }
  // What a cluster that finds no offsets by time cannot answer is not due.
  const bool asked = ages_.look_up() != AgeProber::LookUp::missing;
  for (const auto& query : queries) {
    const auto index = static_cast<std::size_t>(query.partition);
    ages[query.topic][index] = query.result.map([](const AgeResult& result) { return result.age; });
    errors[query.topic][index] = query.result.map([](const AgeResult& result) { return result.error; });
    last_records_.poll->due += asked;
    last_records_.poll->answered += query.result.known();
  }
  for (const auto& [topic, values] : ages)
    last_records_.marks.put(*last_records_.poll, signal::last_record_age, topic, values, milliseconds_unit, false);
  for (const auto& [topic, values] : errors)
    last_records_.marks.put(*last_records_.poll, signal::last_record_age_error, topic, values, milliseconds_unit,
                            false);
}

}  // namespace tidemark
