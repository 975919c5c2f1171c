// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/view_data.h"

#include <algorithm>
#include <set>

#include "app/session/judged_profile.h"
#include "app/session/kept_findings.h"
#include "app/session/load_dead_letters.h"
#include "app/session/load_drills.h"
#include "app/session/load_growth.h"
#include "app/session/load_hops.h"
#include "app/session/load_incident.h"
#include "app/session/load_lag_map.h"
#include "app/session/load_provenance.h"
#include "app/session/load_replay.h"
#include "app/session/load_review.h"
#include "app/session/load_seen.h"
#include "models/domain/clock.h"
#include "models/domain/passed_on.h"

namespace tidemark {
namespace {
constexpr auto judging = std::chrono::minutes(2);     // what lag_rows needs beside its polls
constexpr auto freshness = std::chrono::minutes(15);  // since when a reader is behind
constexpr std::size_t judging_polls = 12;
constexpr auto health = std::chrono::hours(24);
constexpr auto lately = std::chrono::hours(24);  // what the page of schemas tells as new

using SnapshotPtr = std::shared_ptr<const Snapshot>;

// Polls and errors of every lane, no series.
Result<SnapshotPtr> load_health(TimelineReader& reader, LocalTime to) {
  SnapshotRequest request{to - health, to};
  request.signal_names = sources_request(to).signal_names;
  request.events = false;
  return reader.load(request);
}

void fill_status(ViewData& data, const TimelineReach& reach, const Snapshot& snapshot,
                 const std::vector<SourceRow>& sources) {
  ViewStatus& status = data.status;
  status.path = reach.path;
  status.bundle = reach.bundle;
  status.file_bytes = reach.file_bytes + reach.wal_bytes;
  status.oldest = reach.oldest;
  for (const auto& oldest : {reach.oldest_5min, reach.oldest_1h})
    if (oldest && (!status.oldest || *oldest < *status.oldest)) status.oldest = oldest;
  status.newest = reach.newest;
  status.sources = sources.size();
  for (const SourceRow& row : sources) {
    if (row.state == "ok") ++status.healthy;
    if (!row.coverage_24h || row.kind == remote_write_kind) continue;
    if (!status.coverage || *row.coverage_24h < *status.coverage) status.coverage = row.coverage_24h;
  }
  for (const LaneInfo& lane : snapshot.lanes)
    if (watches(snapshot.sources[lane.source].spec) && (status.interval == Millis{} || lane.interval < status.interval))
      status.interval = lane.interval;
}

Result<SnapshotPtr> load_rows(TimelineReader& reader, LocalTime at, Millis window, const TideSelection* only) {
  SnapshotRequest request{at - window, at};
  request.min_polls = judging_polls;
  request.ages_from_history = true;
  request.events = false;
  if (only) {
    request.cluster_names = {only->cluster.value()};
    request.topic_names = {only->topic.value()};
  }
  return reader.load(request);
}

Result<> load_topics(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, load_rows(reader, data.at, freshness, nullptr));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  data.topics = std::make_shared<const TopicBranches>(branches(
      topic_rows(*snapshot, data.at), freshness_rows(*snapshot, data.at), topic_needs(*snapshot, data.at, profile)));
  return {};
}

Result<> load_lag(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, load_rows(reader, data.at, judging, nullptr));
  data.lag =
      std::make_shared<const LagBranches>(branches(group_rows(*snapshot, data.at), lag_rows(*snapshot, data.at)));
  return {};
}

// What there is to choose from, by name.
Result<> load_choices(TimelineReader& reader, ViewData& data, const Snapshot& polls) {
  TM_TRY(const std::vector<Column> columns, reader.catalogue());
  std::set<std::pair<ClusterName, TopicName>> seen;
  for (const Column& column : columns) {
    if (column.spec.signal != signal::high || column.lane >= polls.lanes.size()) continue;
    if (const auto tp = object::as_partition(column.spec.object)) seen.emplace(polls.cluster_of(column), tp->topic);
  }
  for (const auto& [cluster, topic] : seen) data.choices.push_back({cluster, topic});
  return {};
}

// The partition that is worst off, or the first topic there is.
Result<> choose(TimelineReader& reader, ViewData& data) {
  TideSelection& tide = data.request.tide;
  const auto known = [&](const TopicChoice& c) {
    return c.topic == tide.topic && (tide.cluster.value().empty() || c.cluster == tide.cluster);
  };
  if (!tide.topic.value().empty()) {
    if (const auto it = std::ranges::find_if(data.choices, known); it != data.choices.end()) tide.cluster = it->cluster;
    return {};
  }
  TM_TRY(const SnapshotPtr snapshot, load_rows(reader, data.at, judging, nullptr));
  const std::vector<LagRow> rows = lag_rows(*snapshot, data.at);
  const auto worst = std::ranges::find_if(rows, [](const LagRow& row) { return row.high.known(); });
  if (worst != rows.end())
    tide = {worst->cluster, worst->partition.topic, worst->partition.partition, worst->group, {}};
  else if (!data.choices.empty())
    tide = {data.choices.front().cluster, data.choices.front().topic, {}, {}, {}};
  return {};
}

Result<> load_journey(TimelineReader& reader, ViewData& data, const SnapshotPtr& around) {
  const TideSelection& tide = data.request.tide;
  if (!data.request.record || !tide.partition) return {};
  const RecordRequest& record = *data.request.record;
  const JourneyRequest request{tide.cluster, {tide.topic, *tide.partition}, record.offset, record.around};
  const Known<Offset> offset = journey_offset(*around, request);
  if (!offset) {
    data.journey = offset.reason();
    return {};
  }
  SnapshotRequest wanted{around->from, data.status.newest.value_or(around->to)};
  wanted.cluster_names = {tide.cluster.value()};
  wanted.topic_names = {tide.topic.value()};
  wanted.crossings = journey_keys(*around, request, *offset);
  wanted.events = false;
  TM_TRY(const SnapshotPtr snapshot, reader.load(wanted));
  data.journey = journey_row(*snapshot, request, *offset);
  return {};
}

Result<> load_tide(PageReading& reading, ViewData& data) {
  TimelineReader& reader = reading.reader;
  TM_CHECK(load_choices(reader, data, reading.polls));
  TM_CHECK(choose(reader, data));
  const TideSelection& tide = data.request.tide;
  if (tide.topic.value().empty()) return {};
  // Half a window more on either side, so that a small pan shows curves at once.
  SnapshotRequest request{data.from - data.request.span / 2, data.to + data.request.span / 2};
  request.cluster_names = {tide.cluster.value()};
  request.topic_names = {tide.topic.value()};
  TM_TRY(const SnapshotPtr snapshot, load_seen(reader, data, request));
  const LocalTime end = std::min(request.to, std::max(data.status.newest.value_or(data.to), data.to));
  auto chart = std::make_shared<TideChart>(tide_chart(*snapshot, tide, request.from, end));
  data.request.tide = chart->selection;
  data.tide = std::move(chart);

  TM_TRY(const SnapshotPtr rows, load_rows(reader, data.at, judging, &tide));
  Filter filter;
  filter.topic = {tide.topic.value()};
  if (tide.group) filter.group = {tide.group->value()};
  data.lag = std::make_shared<const LagBranches>(
      branches(group_rows(*rows, data.at, filter), lag_rows(*rows, data.at, filter)));
  return load_journey(reader, data, snapshot);
}
// The chosen table, or the one that is worst off.
TableChoice choose_table(const ViewRequest& request, const AlignBranches& tables) {
  const auto choice = [](const auto& branch) {
    return TableChoice{branch.parent.row.cluster, branch.parent.row.table};
  };
  if (request.table)
    for (const auto& branch : tables) {
      const TableChoice found = choice(branch);
      const bool here = request.table->cluster.value().empty() || request.table->cluster == found.cluster;
      if (here && found.table == request.table->table) return found;
    }
  return choice(tables.front());
}

Result<> load_align(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, reader.load(align_request(data.at)));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  auto tables = std::make_shared<const AlignBranches>(align_branches(*snapshot, data.at, profile));
  if (!tables->empty())
    data.ledger =
        std::make_shared<const Ledger>(ledger_of(*snapshot, choose_table(data.request, *tables), data.at, profile));
  data.tables = std::move(tables);
  return {};
}

Result<> load_connectors(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, reader.load(connectors_request(data.at)));
  data.connectors = std::make_shared<const ConnectorBranches>(branches(connectors_rows(*snapshot, data.at)));
  return {};
}

Result<> load_letters(TimelineReader& reader, ViewData& data) {
  TM_TRY(const LoadedDeadLetters loaded, load_dead_letters(reader, data.at));
  data.dead_letters = std::make_shared<const DeadLetterBranches>(
      branches(dead_letter_rows(*loaded.snapshot, data.at, {}, loaded.profile)));
  return {};
}

Result<> load_schemas(TimelineReader& reader, ViewData& data) {
  const LocalTime from = data.at - lately;
  TM_TRY(const SnapshotPtr snapshot, reader.load(schemas_request(from, data.at)));
  data.schemas =
      std::make_shared<const Schemas>(schemas_of(schema_rows(*snapshot, data.at), registry_rows(*snapshot, data.at),
                                                 level_changes(*snapshot, data.at), from, data.at));
  return {};
}

Result<> load_metrics(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, reader.load(metrics_request(data.at)));
  auto metrics = std::make_shared<const Metrics>(metrics_of(metric_rows(*snapshot, data.at, {}),
                                                            unmatched_signals(*snapshot, data.at, {}),
                                                            metric_sources(*snapshot, data.at, {}), data.at));
  const MetricRow* chosen = find_metric(*metrics, data.request.metric);
  data.metrics = metrics;
  if (!chosen) return {};
  data.request.metric = choice_of(*chosen);
  // As on the tide page: a small pan shows the line at once.
  const Millis beside = data.request.span / 2;
  const LocalTime end = std::min(data.to + beside, std::max(data.status.newest.value_or(data.to), data.to));
  TM_TRY(const SnapshotPtr of, reader.load(trend_request(*data.request.metric, data.from - beside, end)));
  data.trend = std::make_shared<const MetricTrend>(metric_trend(*of, *data.request.metric, data.from - beside, end));
  return {};
}

Result<> load_map(TimelineReader& reader, ViewData& data) {
  const auto columns = static_cast<std::size_t>(std::max(data.request.columns / 2, 1));  // beside the names
  const LocalTime end = std::min(data.to, data.status.newest.value_or(data.to));
  TM_TRY(LagMap map, load_lag_map(reader, data.from, std::max(end, data.from), data.status.interval, columns));
  data.lag_map = std::make_shared<const LagMap>(std::move(map));
  return {};
}

Result<> load_sheets(TimelineReader& reader, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, reader.load(table_sheet_request(data.at)));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  auto sheets = std::make_shared<const TableSheets>(sheets_of(table_sheets(*snapshot, data.at, {}, profile), data.at));
  data.sheets = sheets;
  const TableSheet* chosen = find_sheet(*sheets, data.request.table);
  if (!chosen) return {};
  data.request.table = TableChoice{chosen->cluster, chosen->table};
  const MetricChoice of = trend_choice(*chosen, data.request.fact);
  const Millis beside = data.request.span / 2;
  const LocalTime end = std::min(data.to + beside, std::max(data.status.newest.value_or(data.to), data.to));
  TM_TRY(const SnapshotPtr line, reader.load(trend_request(of, data.from - beside, end)));
  data.trend = std::make_shared<const MetricTrend>(fact_trend(*line, of, data.from - beside, end));
  return {};
}

// "prod answers in part: connection refused".
std::vector<std::string> silent_sources(const std::vector<SourceRow>& sources) {
  std::vector<std::string> silent;
  for (const SourceRow& row : sources) {
    if (row.state == "ok") continue;
    std::string words = row.name + (row.state == "partial" ? " answers in part" : " does not answer");
    if (row.error) words += ": " + *row.error;
    silent.push_back(std::move(words));
  }
  return silent;
}

Result<> load_home(PageReading& reading, ViewData& data) {
  TM_TRY(const SnapshotPtr snapshot, reading.reader.load(align_request(data.at)));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  TM_TRY(const auto hops, load_promised_hops(reading.reader, profile, data.at));
  Home home = home_of(*snapshot, data.at, profile, nullptr, hops);
  home.silent = silent_sources(reading.sources);
  data.home = std::make_shared<const Home>(std::move(home));
  return {};
}

// The first path that fits what is chosen of it; paths come worst first.
std::optional<PathChoice> choose_path(const Home& home, const std::optional<PathChoice>& wanted) {
  const auto fits = [&](const FreshnessRow& row) {
    return !wanted || ((wanted->cluster.value().empty() || wanted->cluster == row.cluster) &&
                       (wanted->group.value().empty() || wanted->group == row.group) &&
                       (wanted->topic.value().empty() || wanted->topic == row.topic));
  };
  if (const PathRow* worst = home.worst(); worst && fits(worst->fresh))
    return PathChoice{worst->fresh.cluster, worst->fresh.group, worst->fresh.topic};
  for (const auto& branch : home.classes)
    for (const auto& path : branch.children)
      if (fits(path.row.fresh)) return PathChoice{path.row.fresh.cluster, path.row.fresh.group, path.row.fresh.topic};
  return std::nullopt;
}

Result<> load_path(TimelineReader& reader, ViewData& data) {
  std::optional<PathChoice>& choice = data.request.path;
  SnapshotRequest request = align_request(data.at);
  if (!choice || choice->cluster.value().empty() || choice->group.value().empty() || choice->topic.value().empty()) {
    TM_TRY(const SnapshotPtr all, reader.load(request));
    TM_TRY(const Profile profile, judged_profile(*all, data.at));
    TM_TRY(const auto hops, load_promised_hops(reader, profile, data.at));
    choice = choose_path(home_of(*all, data.at, profile, nullptr, hops), choice);
    if (!choice) return {};
  }
  request.cluster_names = {choice->cluster.value()};
  request.topic_names = {choice->topic.value()};
  TM_TRY(const SnapshotPtr snapshot, reader.load(request));
  TM_TRY(const Profile profile, judged_profile(*snapshot, data.at));
  TM_TRY(const auto hops, load_promised_hops(reader, profile, data.at));
  if (auto view = path_view(*snapshot, data.at, profile, *choice, hops))
    data.path = std::make_shared<const PathView>(std::move(*view));
  return {};
}
Result<> load_sources(PageReading& reading, ViewData& data) {
  data.sources = std::make_shared<const SourceBranches>(branches(std::move(reading.sources)));
  return {};
}

Result<> load_card(PageReading&, ViewData& data) { return load_review(data); }

// What is written now counts now, also where nobody collects.
LocalTime written_until(const ViewData& data) { return data.request.to ? data.to : SystemClock().now(); }

Result<> load_drill_page(TimelineReader& reader, ViewData& data) {
  TM_TRY(data.own,
         load_drills(reader, data.status.path, data.request.drill.value_or(std::string()), written_until(data)));
  return {};
}

Result<> load_run_page(TimelineReader& reader, ViewData& data) {
  const RunChoice choice = data.request.run.value_or(RunChoice());
  TM_TRY(data.own, load_provenance(reader, data.status.path, choice.asked, choice.with, data.at));
  return {};
}

Result<> load_growth_page(TimelineReader& reader, ViewData& data) {
  GrowthTerms terms;
  terms.retention = data.request.growth.retention;
  terms.rate_times = data.request.growth.rate_times;
  TM_TRY(data.own, load_growth(reader, terms, data.at));
  return {};
}
}  // namespace

constinit const Screen Screen::topics{"topics", read_by<load_topics>};
constinit const Screen Screen::lag{"lag", read_by<load_lag>};
constinit const Screen Screen::tide{"tide", load_tide};
constinit const Screen Screen::sources{"sources", load_sources};
constinit const Screen Screen::align{"align", read_by<load_align>};
constinit const Screen Screen::connectors{"connectors", read_by<load_connectors>};
constinit const Screen Screen::path{"path", read_by<load_path>};
constinit const Screen Screen::home{"home", load_home};
constinit const Screen Screen::incident{"incident", read_by<load_incident>};
constinit const Screen Screen::replay{"replay", read_by<load_replay>};
constinit const Screen Screen::dead_letters{"deadletters", read_by<load_letters>};
constinit const Screen Screen::schemas{"schemas", read_by<load_schemas>};
constinit const Screen Screen::metrics{"metrics", read_by<load_metrics>};
constinit const Screen Screen::lag_map{"lagmap", read_by<load_map>};
constinit const Screen Screen::table_files{"tables", read_by<load_sheets>};
constinit const Screen Screen::scorecard{"scorecard", load_card};
constinit const Screen Screen::drills{"drills", read_by<load_drill_page>};
constinit const Screen Screen::provenance{"provenance", read_by<load_run_page>};
constinit const Screen Screen::growth{"growth", read_by<load_growth_page>};

Result<ViewData> load_page(TimelineReader& reader, const ViewRequest& request) {
  ViewData data;
  data.request = request;
  TM_TRY(const TimelineReach reach, reader.reach());
  const LocalTime newest = reach.newest.value_or(LocalTime{});
  data.to = request.to.value_or(newest);
  data.from = data.to - request.span;
  data.at = std::min(data.to, newest);
  TM_TRY(const SnapshotPtr polls, load_health(reader, data.at));
  data.generation = polls->generation;
  PageReading reading{reader, *polls, source_rows(*polls, data.at)};
  fill_status(data, reach, *polls, reading.sources);
  TM_CHECK(request.screen.load(reading, data));
  return data;
}

Result<ViewData> load_view(TimelineReader& reader, const ViewRequest& request) {
  TM_TRY(ViewData data, load_page(reader, request));
  TM_CHECK(KeptFindings().load(reader, data));
  return data;
}

}  // namespace tidemark
