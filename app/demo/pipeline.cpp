// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/pipeline.h"

#include <algorithm>

namespace tidemark::demo {
namespace {
const TopicName burst_topic("clicks");
const GroupId stalling_group("billing");
const TopicName sink_topic("payments");
const std::string sink_connector = "payments-lake";
const GroupId sink_group("connect-" + sink_connector);
const TableName sink_table("lake.payments");
constexpr std::int64_t lie_records = 10'000;
constexpr Millis live_interval{2'000};
constexpr double sink_rate = 5'000;  // records per second that the sink can read
constexpr double burst_factor = 8;
constexpr Millis burst_length{8'000};
constexpr double reader_headroom = 2.5;  // a consumer reads so many times its topic's usual rate

// Records per second and partition; a topic that is not named is idle.
double rate_of(const TopicName& topic) {
  if (topic.value() == "orders") return 6;
  if (topic == burst_topic) return 12;
  if (topic == sink_topic) return 2;
  return 0;
}

double usual_rate(const std::map<TopicPartition, Offset>& partitions) {
  double rate = 0;
  for (const auto& [tp, offset] : partitions) rate += rate_of(tp.topic);
  return rate;
}

double reading_rate(const GroupId& group, const Positions& from) {
  return group == sink_group ? sink_rate : std::max(1.0, usual_rate(from) * reader_headroom);
}

std::vector<DemoTopic> topics_of(const std::map<TopicPartition, Offset>& high) {
  std::map<TopicName, int> partitions;
  for (const auto& [tp, offset] : high) ++partitions[tp.topic];
  std::vector<DemoTopic> topics;
  for (const auto& [topic, count] : partitions) topics.push_back({topic, count});
  return topics;
}
}  // namespace

Marks last_marks(const story::Story& history) {
  Marks marks;
  for (const story::StoryEnd& end : story::story_ends(history)) {
    if (!end.value.known()) continue;
    if (end.signal == signal::high) {
      marks.cluster = end.cluster;
      marks.high[end.partition] = Offset(*end.value);
    }
    if (const auto group = signal::group_of(end.signal)) marks.groups[*group][end.partition] = Offset(*end.value);
    if (end.signal == signal::table(sink_table)) marks.table[end.partition] = Offset(*end.value);
  }
  if (!history.commits.empty()) marks.commit = history.commits.back().commit;
  return marks;
}

Result<std::unique_ptr<DemoPipeline>> DemoPipeline::start(const Marks& marks, const std::string& folder,
                                                          const Clock& clock, std::stop_token stop) {
  std::unique_ptr<DemoPipeline> pipeline(new DemoPipeline);
  pipeline->name_ = marks.cluster;
  pipeline->folder_ = folder;
  TM_TRY(pipeline->cluster_, DemoCluster::start(topics_of(marks.high)));
  const std::string& bootstrap = pipeline->cluster_->bootstrap();
  TM_TRY(pipeline->producer_, DemoProducer::make(bootstrap, clock));
  TM_CHECK(pipeline->producer_->fill(marks.high, stop));
  for (const auto& [group, from] : marks.groups) {
    TM_TRY(pipeline->consumers_[group], DemoConsumer::start(bootstrap, group, from, reading_rate(group, from), clock));
  }
  TM_TRY(pipeline->connect_, ConnectStub::start({sink_connector, sink_topic.value()}));
  const auto sink = pipeline->consumers_.find(sink_group);
  if (sink == pipeline->consumers_.end()) return fail(ErrorCode::internal, "the story has no sink", "demo");
  const DemoConsumer& consumer = *sink->second;
  TM_TRY(pipeline->lake_, DemoLake::start({.folder = folder,
                                           .table = sink_table,
                                           .from = marks.table,
                                           .last = marks.commit,
                                           .read = [&consumer] { return consumer.next(); }},
                                          clock));
  std::map<TopicPartition, double> rates;
  for (const auto& [tp, end] : marks.high) rates[tp] = rate_of(tp.topic);
  pipeline->producer_->run(std::move(rates));
  return pipeline;
}

Profile DemoPipeline::profile() const {
  ClusterProfile cluster;
  cluster.name = name_;
  cluster.bootstrap = bootstrap();
  cluster.poll = live_interval;
  cluster.groups.clear();
  for (const auto& [group, consumer] : consumers_) cluster.groups.push_back(group.value());
  ConnectProfile connect;
  connect.name = name_.value();  // as the history calls it
  connect.cluster = name_;
  connect.url = connect_->url();
  connect.poll = live_interval;
  CatalogProfile catalog;
  catalog.name = name_.value();
  catalog.cluster = name_;
  catalog.type = "iceberg-hadoop";
  catalog.path = folder_;
  catalog.poll = live_interval;
  PipelineProfile path;
  path.name = sink_topic.value();
  path.topic = sink_topic.value();
  path.group = sink_group.value();
  path.connector = sink_connector;
  path.table = sink_table.value();
  path.owner = "lake-team";
  path.commit_interval = DemoLake::interval;
  path.commit_timeout = Millis(1'000);
  path.offsets = OffsetRule{std::string(DemoLake::offsets_key), "json", "next"};
  Profile profile;
  profile.name = "demo";
  profile.clusters = {std::move(cluster)};
  profile.connect = {std::move(connect)};
  profile.catalogs = {std::move(catalog)};
  profile.pipelines = {std::move(path)};
  profile.owners["lake-team"] = {"Lake team", "#lake", ""};
  return profile;
}

void DemoPipeline::burst() { producer_->burst(burst_topic, burst_factor, burst_length); }

void DemoPipeline::stall() {
  if (const auto it = consumers_.find(stalling_group); it != consumers_.end()) it->second->stall();
}

void DemoPipeline::quiet() { producer_->pause(sink_topic); }

void DemoPipeline::lie() {
  lake_->refuse();
  producer_->batch(sink_topic, lie_records);
}

void DemoPipeline::repair() {
  lake_->accept();
  producer_->resume(sink_topic);
}

}  // namespace tidemark::demo
