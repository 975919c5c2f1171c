// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/pipeline.h"

#include <algorithm>

namespace tidemark::demo {
namespace {
const TopicName burst_topic("clicks");
const GroupId stalling_group("billing");
constexpr double burst_factor = 8;
constexpr Millis burst_length{8'000};
constexpr double reader_headroom = 2.5;  // a consumer reads so many times its topic's usual rate

// Records per second and partition; a topic that is not named is idle.
double rate_of(const TopicName& topic) {
  if (topic.value() == "orders") return 6;
  if (topic == burst_topic) return 12;
  return 0;
}

double usual_rate(const std::map<TopicPartition, Offset>& partitions) {
  double rate = 0;
  for (const auto& [tp, offset] : partitions) rate += rate_of(tp.topic);
  return rate;
}

std::vector<DemoTopic> topics_of(const std::map<TopicPartition, Offset>& high) {
  std::map<TopicName, int> partitions;
  for (const auto& [tp, offset] : high) ++partitions[tp.topic];
  std::vector<DemoTopic> topics;
  for (const auto& [topic, count] : partitions) topics.push_back({topic, count});
  return topics;
}
}  // namespace

Marks last_marks(const std::vector<story::StoryEnd>& ends) {
  Marks marks;
  for (const story::StoryEnd& end : ends) {
    if (!end.value.known()) continue;
    marks.cluster = end.cluster;
    if (end.signal == signal::high) marks.high[end.partition] = Offset(*end.value);
    if (const auto group = signal::group_of(end.signal)) marks.groups[*group][end.partition] = Offset(*end.value);
  }
  return marks;
}

Result<std::unique_ptr<DemoPipeline>> DemoPipeline::start(const Marks& marks, const Clock& clock,
                                                          std::stop_token stop) {
  std::unique_ptr<DemoPipeline> pipeline(new DemoPipeline);
  TM_TRY(pipeline->cluster_, DemoCluster::start(topics_of(marks.high)));
  const std::string& bootstrap = pipeline->cluster_->bootstrap();
  TM_TRY(pipeline->producer_, DemoProducer::make(bootstrap, clock));
  TM_CHECK(pipeline->producer_->fill(marks.high, stop));
  for (const auto& [group, from] : marks.groups) {
    TM_TRY(pipeline->consumers_[group],
           DemoConsumer::start(bootstrap, group, from, std::max(1.0, usual_rate(from) * reader_headroom), clock));
  }
  std::map<TopicPartition, double> rates;
  for (const auto& [tp, end] : marks.high) rates[tp] = rate_of(tp.topic);
  pipeline->producer_->run(std::move(rates));
  return pipeline;
}

std::vector<std::string> DemoPipeline::groups() const {
  std::vector<std::string> names;
  for (const auto& [group, consumer] : consumers_) names.push_back(group.value());
  return names;
}

void DemoPipeline::burst() { producer_->burst(burst_topic, burst_factor, burst_length); }

void DemoPipeline::stall() {
  if (const auto it = consumers_.find(stalling_group); it != consumers_.end()) it->second->stall();
}

}  // namespace tidemark::demo
