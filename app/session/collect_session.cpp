// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/collect_session.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <thread>

#include "app/session/control_join.h"
#include "app/session/dead_letter_names.h"
#include "app/session/past_window.h"
#include "app/session/record_access.h"
#include "app/session/registries_told.h"
#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "collectors/connect/connect_source.h"
#include "collectors/kafka/dead_letter_source.h"
#include "collectors/kafka/kafka_source.h"
#include "collectors/kafka/mirror_source.h"
#include "collectors/kafka/schema_id_source.h"
#include "collectors/metrics/metrics_source.h"
#include "collectors/processors/processor_source.h"
#include "collectors/registry/registry_source.h"
#include "collectors/sinks/sinks.h"
#include "collectors/tables/formats.h"
#include "collectors/tables/table_source.h"
#include "models/timeline/reader.h"
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
// A single poll has no next one that would finish its ages: it may take this long to settle them.
constexpr Millis age_budget{8'000};
// What a receiver may take at the end to be told the rest.
constexpr Millis remote_grace{2'000};

// Takes nothing: what a source is opened on to see whether its configuration works.
class NoSink final : public SampleSink {
 public:
  LaneId lane(const LaneSpec&) override { return LaneId(0); }
  SeriesId series(LaneId, const SeriesSpec&) override { return SeriesId(0); }
  bool push(Poll) override { return false; }
  std::size_t backlog() const override { return 0; }
};

// A cluster beside the other sources.
class ClusterSource final : public Source {
 public:
  explicit ClusterSource(std::unique_ptr<KafkaSource> source) : source_(std::move(source)) {}
  Result<> poll_once(std::stop_token stop) override { return source_->poll_once(stop, age_budget); }
  void start() override { source_->start(); }
  void stop() override { source_->stop(); }

 private:
  std::unique_ptr<KafkaSource> source_;
};

using Sources = std::vector<std::unique_ptr<Source>>;
using Stages = std::array<Sources, 2>;  // as they are read in a single poll

// The source that was opened, or its error with the name of what it would have watched.
template <class Opened>
Result<std::unique_ptr<Source>> named(Result<std::unique_ptr<Opened>> source, const std::string& what) {
  if (source) return std::unique_ptr<Source>(std::move(*source));
  if (source.error().where.empty()) source.error().where = what;
  return std::unexpected(std::move(source.error()));
}

Result<std::unique_ptr<ClusterSource>> open_cluster(const ClusterProfile& cluster, const SecretResolver& secrets,
                                                    const Clock& clock, SampleSink& sink) {
  TM_TRY(auto source, KafkaSource::open(cluster, secrets, clock, sink));
  return std::make_unique<ClusterSource>(std::move(source));
}

// What sources tell that others go by.
struct Told {
  explicit Told(const Profile& profile) : dead_letters(profile), registries(profile) {}
  void note(const SourceSpec& source, const Poll& poll) {
    dead_letters.note(source, poll);
    registries.note(source, poll);
  }
  DeadLetterNames dead_letters;
  RegistriesTold registries;
};

// Those that read records, as far as the profile allows it.
Result<> open_readers(const ClusterProfile& cluster, const SecretResolver& secrets, const Clock& clock,
                      SampleSink& sink, const std::shared_ptr<Told>& told, Sources& out) {
  const std::string name = "cluster " + cluster.name.value();
  if (may_read(cluster, "dead-letters")) {
    TM_TRY(auto source, named(DeadLetterSource::open(cluster, secrets, clock, sink,
                                                     [=, of = cluster.name] { return told->dead_letters.of(of); }),
                              name));
    out.push_back(std::move(source));
  }
  if (may_read(cluster, "schema-ids")) {
    TM_TRY(auto source, named(SchemaIdSource::open(cluster, secrets, clock, sink,
                                                   [=, of = cluster.name] { return told->registries.of(of); }),
                              name));
    out.push_back(std::move(source));
  }
  return {};
}

// One source for everything that the profile names. A new kind of source is a loop here.
Result<Stages> open_sources(const Profile& profile, const SecretResolver& secrets, const Clock& clock, SampleSink& sink,
                            const std::shared_ptr<Told>& told) {
  Stages stages;
  auto& [sources, last] = stages;
  for (const ClusterProfile& cluster : profile.clusters) {
    TM_TRY(auto source, named(open_cluster(cluster, secrets, clock, sink), "cluster " + cluster.name.value()));
    sources.push_back(std::move(source));
  }
  for (const ConnectProfile& connect : profile.connect) {
    TM_TRY(auto source, named(ConnectSource::open(connect, secrets, clock, sink), "connect " + connect.name));
    sources.push_back(std::move(source));
  }
  for (const RegistryProfile& registry : profile.registries) {
    TM_TRY(auto source, named(RegistrySource::open(registry, secrets, clock, sink), "registry " + registry.name));
    sources.push_back(std::move(source));
  }
  for (const ProcessorProfile& processor : profile.processors) {
    TM_TRY(auto source, named(ProcessorSource::open(processor, secrets, clock, sink), "processor " + processor.name));
    sources.push_back(std::move(source));
  }
  for (const MirrorProfile& mirror : profile.mirrors) {
    if (mirror.type != "mm2") continue;  // a link tells of itself by its topics
    const auto source = std::ranges::find(profile.clusters, mirror.source, &ClusterProfile::name);
    const auto target = std::ranges::find(profile.clusters, mirror.target, &ClusterProfile::name);
    TM_TRY(auto opened,
           named(MirrorSource::open(mirror, *source, *target, secrets, clock, sink), "mirror " + mirror.name));
    last.push_back(std::move(opened));
  }
  for (const MetricsProfile& metrics : profile.metrics) {
    TM_TRY(auto source, named(MetricsSource::open(metrics, preset("metrics.json"), secrets, clock, sink),
                              "metrics " + metrics.name));
    sources.push_back(std::move(source));
  }
  for (const CatalogProfile& catalog : profile.catalogs) {
    if (!is_readable_catalog(catalog.type)) continue;  // said when the profile was read
    TM_TRY(auto source, named(TableSource::open(catalog, profile.pipelines, secrets, clock, sink,
                                                join_for(catalog, profile, secrets)),
                              "catalog " + catalog.name));
    last.push_back(std::move(source));
  }
  for (const SinkProfile& of : profile.sinks) {
    auto opened = open_sink(of, profile.pipelines, secrets, clock, sink);
    if (!opened) {
      opened.error().where = "sink " + of.name + (opened.error().where.empty() ? "" : ": " + opened.error().where);
      return std::unexpected(std::move(opened.error()));
    }
    std::ranges::move(*opened, std::back_inserter(last));
  }
  for (const ClusterProfile& cluster : profile.clusters) {
    TM_CHECK(open_readers(cluster, secrets, clock, sink, told, last));
  }
  return stages;
}

StateSample profile_state(const Profile& profile) {
  return {Object("profile:" + profile.name), std::string(aspect::profile), judged_part(profile), {}};
}
}  // namespace

Result<std::unique_ptr<CollectSession>> CollectSession::open(const Profile& profile, const std::string& timeline,
                                                             const SecretResolver& secrets, const Clock& clock,
                                                             CollectOptions options) {
  NoSink nowhere;
  auto told = std::make_shared<Told>(profile);
  TM_CHECK(open_sources(profile, secrets, clock, nowhere, told));
  const bool tells = options.alarm_text && profile.alarms.tells_anybody();
  if (tells) TM_CHECK(AlarmDelivery::open(profile.alarms, secrets, clock));
  if (profile.remote_write) TM_CHECK(remote::Receiver::open(*profile.remote_write, secrets));
  TM_CHECK(make_parent_folder(timeline));

  std::unique_ptr<CollectSession> session(new CollectSession(profile, timeline, secrets, clock));
  WriterOptions writer_options;
  writer_options.on_commit = std::move(options.on_commit);
  writer_options.ballast_bytes = options.ballast_bytes;
  writer_options.say = options.say;
  TM_TRY(session->writer_, TimelineWriter::open(timeline, std::move(writer_options), clock));
  session->sink_ =
      std::make_unique<WatchedSink>(*session->writer_, profile_state(profile), options.say,
                                    [told](const SourceSpec& source, const Poll& poll) { told->note(source, poll); });
  TM_TRY(session->stages_, open_sources(profile, secrets, clock, *session->sink_, told));
  WatchedSink* sink = session->sink_.get();
  if (profile.remote_write) {
    TM_TRY(session->remote_,
           remote::RemoteWriter::open(*profile.remote_write, secrets, clock,
                                      {.timeline = timeline, .say = options.say, .tell = [sink](Event event) {
                                         sink->tell(std::move(event));
                                       }}));
    session->remote_health_ = std::make_unique<remote::RemoteSource>(*session->remote_, clock, *sink);
  }
  if (!tells) return session;
  TM_TRY(session->alarms_, AlarmWatch::open(profile, secrets, clock,
                                            {.timeline = timeline,
                                             .text = std::move(options.alarm_text),
                                             .say = std::move(options.say),
                                             .tell = [sink](Event event) { sink->tell(std::move(event)); }}));
  return session;
}

CollectSession::~CollectSession() = default;

Result<std::vector<Error>> CollectSession::backfill(Millis length, std::stop_token stop, const PastTold& told) {
  const LocalTime now = clock_.now();
  TM_TRY(const auto reader, TimelineReader::open(timeline_));
  TM_TRY(const auto known, reader->load(past_request(now - length, now)));
  auto errors = rebuild_past({profile_, secrets_, clock_, *writer_, *known, now - length, now, std::move(stop), told},
                             profile_state(profile_));
  TM_CHECK(writer_->flush());
  return errors;
}

Result<std::vector<Error>> CollectSession::poll_once(std::stop_token stop) {
  std::vector<Error> errors;
  for (const Sources& sources : stages_) {
    std::vector<Result<>> results(sources.size());
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < sources.size(); ++i)
        threads.emplace_back([&, i] { results[i] = sources[i]->poll_once(stop); });
    }
    for (const Result<>& result : results)
      if (!result) errors.push_back(result.error());
  }
  TM_CHECK(writer_->flush());
  if (alarms_) alarms_->once(stop);
  if (!remote_) return errors;
  remote_->once(stop);
  if (auto polled = remote_health_->poll_once(stop); !polled) errors.push_back(std::move(polled.error()));
  TM_CHECK(writer_->flush());
  return errors;
}

void CollectSession::start() {
  for (const Sources& sources : stages_)
    for (const auto& source : sources) source->start();
  if (alarms_) alarms_->start();
  if (!remote_) return;
  remote_->start();
  remote_health_->start();
}

Result<> CollectSession::close() {
  alarms_.reset();
  for (const Sources& sources : stages_)
    for (const auto& source : sources) source->stop();
  if (remote_health_) remote_health_->stop();
  // What was lost and is a gap by now has been said.
  const Result<> flushed = writer_->flush();
  if (remote_) remote_->finish(remote_grace);
  if (!flushed && !writer_->stats().error.empty()) return flushed;
  return writer_->close();
}

}  // namespace tidemark
