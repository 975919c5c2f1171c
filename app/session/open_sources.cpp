// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/open_sources.h"

#include <algorithm>
#include <iterator>

#include "app/session/control_join.h"
#include "app/session/record_access.h"
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
#include "resources/presets/presets.h"

namespace tidemark {
namespace {
// A single poll has no next one that would finish its ages: it may take this long to settle them.
constexpr Millis age_budget{8'000};

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

}  // namespace

// A new kind of source is a loop here.
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

}  // namespace tidemark
