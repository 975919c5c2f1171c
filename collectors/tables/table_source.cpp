// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/table_source.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/core/poller.h"
#include "collectors/tables/formats.h"
#include "collectors/tables/probe_lane.h"
#include "collectors/tables/spark/spark_join.h"
#include "collectors/tables/table_sweep.h"

namespace tidemark {
namespace {
constexpr Millis usual_interval{30'000};
constexpr Millis shortest_interval{10'000};
constexpr Millis longest_interval{60'000};

TableRules rules_from(const PipelineProfile& pipeline) {
  TableRules rules;
  rules.read.writer = pipeline.writer;
  rules.read.topic = pipeline.topic;
  rules.read.group = pipeline.group;
  rules.read.connector = pipeline.connector;
  rules.read.control_topic = pipeline.control_topic;
  if (!pipeline.commit_branch.empty()) rules.read.branch = pipeline.commit_branch;
  rules.read.offsets = pipeline.offsets;
  rules.interval = pipeline.commit_interval;
  rules.timeout = pipeline.commit_timeout;
  return rules;
}

std::map<TableName, TableRules> all_rules(const std::vector<std::string>& tables,
                                          const std::vector<PipelineProfile>& pipelines) {
  std::map<TableName, TableRules> rules;
  for (const PipelineProfile& pipeline : pipelines)
    if (!pipeline.table.empty() && glob_list_match(tables, pipeline.table))
      rules.emplace(TableName(pipeline.table), rules_from(pipeline));
  return rules;
}

// A Delta catalog reads its checkpoint folder itself, and has one.
bool is_delta(const CatalogProfile& profile) { return profile.type == "delta"; }

Result<CatalogProfile> with_checkpoint(CatalogProfile profile, const std::vector<PipelineProfile>& pipelines) {
  if (!is_delta(profile)) return profile;
  for (const PipelineProfile& pipeline : pipelines) {
    if (pipeline.checkpoint.empty() || !glob_list_match(profile.tables, pipeline.table)) continue;
    if (!profile.checkpoint.empty() && profile.checkpoint != pipeline.checkpoint)
      return fail(ErrorCode::usage, "its tables have several checkpoint folders", profile.name,
                  "give each of these tables a catalog of its own");
    profile.checkpoint = pipeline.checkpoint;
  }
  return profile;
}

Millis interval_of(const std::optional<Millis>& said, const std::map<TableName, TableRules>& rules) {
  if (said) return *said;
  std::optional<Millis> shortest;
  for (const auto& [table, of] : rules)
    if (of.interval && (!shortest || *of.interval < *shortest)) shortest = of.interval;
  return shortest ? std::clamp(*shortest / 2, shortest_interval, longest_interval) : usual_interval;
}
}  // namespace

class TableSource::Impl {
 public:
  Impl(std::unique_ptr<TableCatalog> catalog, std::unique_ptr<ObjectStore> store, const TablePlace& place,
       const std::optional<Millis>& poll, std::map<TableName, TableRules> rules, const Clock& clock, SampleSink& sink,
       std::shared_ptr<MarkJoin> join)
      : clock_(clock),
        interval_(interval_of(poll, rules)),
        catalog_(std::move(catalog)),
        probe_(*catalog_, std::move(store), place, clock, sink),
        tables_(*catalog_, place, std::move(rules), interval_, clock, sink, std::move(join)),
        poller_(clock,
                [this](std::stop_token stop, const Tick& tick, const auto& due) { return sweep(stop, tick, due); }) {
    probe_lane_ = poller_.add(ProbeLane::interval, Millis(0));
    tables_lane_ = poller_.add(interval_, Millis(0));
  }

  Result<> poll_once(std::stop_token stop) {
    const Tick tick = Tick::now(clock_);
    probe_.run(stop, tick);
    return tables_.run(stop, tick);
  }
  void start() { poller_.start(); }
  void stop() { poller_.stop(); }

 private:
  Millis sweep(std::stop_token stop, const Tick& tick, const std::vector<std::size_t>& due) {
    const auto has = [&](std::size_t lane) { return std::ranges::find(due, lane) != due.end(); };
    if (has(probe_lane_)) probe_.run(stop, tick);
    if (!has(tables_lane_)) return Millis(0);
    tables_.set_interval(poller_.interval(tables_lane_));
    const auto begin = std::chrono::steady_clock::now();
    const bool answered = tables_.run(stop, tick).has_value();
    // Waiting for a catalog that is down is no load on it.
    return answered ? std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin) : Millis(0);
  }

  const Clock& clock_;
  const Millis interval_;
  const std::unique_ptr<TableCatalog> catalog_;
  ProbeLane probe_;
  TableSweep tables_;
  Poller poller_;
  std::size_t probe_lane_ = 0;
  std::size_t tables_lane_ = 0;
};

TableSource::TableSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
TableSource::~TableSource() { impl_->stop(); }

Result<std::unique_ptr<TableSource>> TableSource::open(const CatalogProfile& profile,
                                                       const std::vector<PipelineProfile>& pipelines,
                                                       const SecretResolver& secrets, const Clock& clock,
                                                       SampleSink& sink, std::shared_ptr<MarkJoin> join) {
  TM_TRY(const CatalogProfile own, with_checkpoint(profile, pipelines));
  TM_TRY(auto catalog, open_catalog(own, secrets, clock));
  if (!is_delta(own)) {
    TM_TRY(join, spark::open_spark_join(own, pipelines, secrets, std::move(join)));
  }
  std::unique_ptr<ObjectStore> store;
  // A catalog that is a path is its own store.
  if (!(profile.url.empty() && profile.dsn.empty()) && !profile.path.empty()) {
    TM_TRY(store, open_store(profile, secrets));
  }
  return std::unique_ptr<TableSource>(
      new TableSource(std::make_unique<Impl>(std::move(catalog), std::move(store), place_of(profile), profile.poll,
                                             all_rules(profile.tables, pipelines), clock, sink, std::move(join))));
}

std::unique_ptr<TableSource> TableSource::of_sink(std::unique_ptr<TableCatalog> reader, const SinkProfile& profile,
                                                  const std::vector<PipelineProfile>& pipelines, const Clock& clock,
                                                  SampleSink& sink) {
  return std::unique_ptr<TableSource>(
      new TableSource(std::make_unique<Impl>(std::move(reader), nullptr, place_of(profile), profile.poll,
                                             all_rules({profile.name}, pipelines), clock, sink, nullptr)));
}

Result<> TableSource::poll_once(std::stop_token stop) { return impl_->poll_once(stop); }
void TableSource::start() { impl_->start(); }
void TableSource::stop() { impl_->stop(); }

}  // namespace tidemark
