// SPDX-License-Identifier: GPL-3.0-or-later
// The snapshot is built in memory: what is measured is the judging, not the file.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>

#include "models/analysis/diagnosis.h"
#include "tests/bench/timeline/traffic.h"

using namespace tidemark;

namespace {
constexpr std::size_t partitions = 10'000, of_topic = 20, groups = 200, of_group = 100, polls = 360;
constexpr Millis step{10'000};

TopicPartition partition(std::size_t p) {
  return {TopicName("topic-" + std::to_string(p / of_topic)), PartitionId(static_cast<std::int32_t>(p % of_topic))};
}

Column& column(Snapshot& snapshot, const Signal& signal, std::size_t p) {
  Column& made = snapshot.columns.emplace_back();
  made.spec = {signal, object::partition(partition(p)), "records", 0};
  made.values.resize(polls);
  made.reasons.resize(polls);
  return made;
}

void add_state(Snapshot& snapshot, const Object& object, std::string_view aspect, std::string value) {
  snapshot.states.push_back({0, object, std::string(aspect), {}, snapshot.from, {}, std::move(value), ""});
}

// Most groups keep up; every tenth has stopped.
std::unique_ptr<Snapshot> busy() {
  auto snapshot = std::make_unique<Snapshot>();
  snapshot->from = local_time(0);
  snapshot->to = snapshot->from + static_cast<std::int64_t>(polls - 1) * step;
  snapshot->oldest = snapshot->from;
  snapshot->newest = snapshot->to;
  snapshot->sources.push_back({SourceId(1), {"kafka", "c", ClusterName("c")}});
  LaneInfo& lane = snapshot->lanes.emplace_back();
  lane.name = "offsets";
  lane.interval = step;
  snapshot->columns.reserve(3 * partitions + groups * of_group);
  for (std::size_t p = 0; p < partitions; ++p)
    for (const Signal& signal : {signal::high, signal::stable, signal::floor}) column(*snapshot, signal, p);
  for (std::size_t g = 0; g < groups; ++g)
    for (std::size_t i = 0; i < of_group; ++i)
      column(*snapshot, signal::group(GroupId("group-" + std::to_string(g))), (g * of_group + i) % partitions);
  bench::Traffic traffic(partitions, 7);
  for (std::size_t poll = 0; poll < polls; ++poll) {
    traffic.advance();
    PollInfo& info = lane.polls.emplace_back();
    info.seq = static_cast<std::int64_t>(poll);
    info.wall = snapshot->from + static_cast<std::int64_t>(poll) * step;
    info.mono = MonoTime(static_cast<std::int64_t>(poll) * step);
    info.due = info.answered = 1;
    for (std::size_t p = 0; p < partitions; ++p)
      for (const std::size_t mark : {0, 1}) snapshot->columns[3 * p + mark].values[poll] = traffic.high()[p];
    for (std::size_t i = 0; i < groups * of_group; ++i) {
      auto& values = snapshot->columns[3 * partitions + i].values;
      const bool stopped = i / of_group % 10 == 0 && poll > polls / 2;
      values[poll] = stopped ? values[poll - 1] : traffic.high()[i % partitions];
    }
  }
  for (std::size_t g = 0; g < groups; ++g)
    add_state(*snapshot, object::group(GroupId("group-" + std::to_string(g))), aspect::state,
              g % 10 == 0 ? "Empty" : "Stable");
  for (std::size_t t = 0; t < partitions / of_topic; ++t)
    add_state(*snapshot, object::topic(TopicName("topic-" + std::to_string(t))), "config:retention.ms", "604800000");
  snapshot->index();
  return snapshot;
}
}  // namespace

int main(int argc, char** argv) {
  const long long most = argc > 1 ? std::atoll(argv[1]) : 1000;
  const std::unique_ptr<Snapshot> snapshot = busy();
  const RuleTexts texts{[](const Finding& finding) { return finding.rule; },
                        [](const Finding&, bool) { return std::string(); }};
  // Time of the processor: others may use the machine.
  const std::clock_t begin = std::clock();
  const Diagnosis diagnosis = diagnose(*snapshot, snapshot->to, texts);
  const long long took = (std::clock() - begin) * 1000LL / CLOCKS_PER_SEC;
  std::printf("%zu findings in %lld ms\n", diagnosis.rows.size(), took);
  return took <= most && !diagnosis.rows.empty() ? 0 : 1;
}
