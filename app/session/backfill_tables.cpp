// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "app/session/backfill.h"
#include "app/session/control_join.h"
#include "app/session/past_tables.h"
#include "collectors/core/past_lane.h"
#include "collectors/kafka/window_reader.h"
#include "collectors/tables/control/control_commits.h"
#include "collectors/tables/formats.h"
#include "collectors/tables/table_source.h"

namespace tidemark {
namespace {
// What of a table's states was true before as well: what it is, and who writes it.
constexpr std::array lasting{aspect::format,        aspect::writer,   aspect::adapter, aspect::group,
                             aspect::control_topic, aspect::interval, aspect::timeout};

// Keeps what one poll of the tables says.
class OnePoll final : public SampleSink {
 public:
  LaneId lane(const LaneSpec&) override { return LaneId(0); }
  SeriesId series(LaneId, const SeriesSpec& spec) override {
    specs.push_back(spec);
    return SeriesId(std::ssize(specs));
  }
  bool push(Poll poll) override {
    cost.requests += poll.cost.requests;
    cost.bytes += poll.cost.bytes;
    for (const Sample& sample : poll.samples) take(sample);
    commits.insert(commits.end(), poll.commits.begin(), poll.commits.end());
    for (StateSample& state : poll.states)
      if (state.value && object::kind(state.object) == "table" &&
          std::ranges::find(lasting, state.aspect) != lasting.end())
        states.push_back(std::move(state));
    return true;
  }
  std::size_t backlog() const override { return 0; }

  std::vector<TableCommit> commits;
  std::vector<StateSample> states;
  std::map<TablePartition, std::int64_t> marks;
  PollCost cost;

 private:
  void take(const Sample& sample) {
    const SeriesSpec& spec = specs.at(static_cast<std::size_t>(sample.series.value()) - 1);
    const auto table = signal::group_of(spec.signal, "table");
    const auto partition = object::as_partition(spec.object);
    if (table && partition && sample.reason == Reason::none)
      marks.insert_or_assign({TableName(table->value()), *partition}, sample.value);
  }
  std::vector<SeriesSpec> specs;
};
constexpr ReadBudget bounds{.records = 200'000, .bytes = 256 << 20, .time = std::chrono::seconds(30)};

std::string said(const OnePoll& poll, const TableName& table, std::string_view aspect) {
  const Object object("table:" + table.value());
  const auto found = std::ranges::find_if(
      poll.states, [&](const StateSample& state) { return state.object == object && state.aspect == aspect; });
  return found == poll.states.end() ? std::string() : *found->value;
}

Result<std::vector<ControlRecord>> control_records(const PastScene& scene, const ClusterProfile& cluster,
                                                   const std::string& topic, PollCost& cost) {
  std::vector<ControlRecord> records;
  ControlDecoder decoder;
  TM_TRY(const WindowRead read,
         read_window(cluster, scene.secrets, topic, std::nullopt, bounds, scene.stop, [&](const WindowRecord& record) {
           if (!record.value) return;
           auto event = decoder.decode(
               {reinterpret_cast<const std::uint8_t*>(record.value->data()), record.value->size()});  // NOLINT
           if (event) records.push_back({record.partition, record.offset, {}, std::move(*event)});
         }));
  cost.requests += read.requests;
  cost.bytes += read.bytes;
  return records;
}

// What the control topics tell of commits beyond the snapshots that are left. A snapshot that has offsets stays.
Result<> add_control_commits(const PastScene& scene, const CatalogProfile& catalog, OnePoll& poll) {
  const ClusterProfile* cluster = cluster_of(catalog, scene.profile);
  if (cluster == nullptr) return {};
  std::set<TableName> tables;
  for (const auto& [of, mark] : poll.marks) tables.insert(of.first);
  std::map<std::string, std::vector<ControlRecord>> topics;
  for (const TableName& table : tables) {
    const std::string topic = said(poll, table, aspect::control_topic);
    if (topic.empty()) continue;
    if (!topics.contains(topic)) {
      TM_TRY(topics[topic], control_records(scene, *cluster, topic, poll.cost));
    }
    for (TableCommit& commit : control_commits(topics[topic], said(poll, table, aspect::group), table)) {
      const auto same = std::ranges::find_if(poll.commits, [&](const TableCommit& of) {
        return of.table == table && of.snapshot_id == commit.snapshot_id;
      });
      if (same == poll.commits.end())
        poll.commits.push_back(std::move(commit));
      else if (!tells_ranges(*same))
        same->ranges = std::move(commit.ranges);
    }
  }
  return {};
}
}  // namespace

Result<> rebuild_tables(const PastScene& scene, const CatalogProfile& catalog) {
  const SourceSpec source{"tables", catalog.name, catalog.cluster};
  const std::string what = "tables/" + catalog.name;
  const auto window = lacking(scene, source, "tables", what);
  if (!window) return {};
  scene.told.progress(fmt::format("rebuilding {}", what));
  const auto begun = std::chrono::steady_clock::now();
  OnePoll poll;
  TM_TRY(const auto tables, TableSource::open(catalog, scene.profile.pipelines, scene.secrets, scene.clock, poll,
                                              join_for(catalog, scene.profile, scene.secrets)));
  TM_CHECK(tables->poll_once(scene.stop));
  if (scene.stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped", what);
  TM_CHECK(add_control_commits(scene, catalog, poll));
  const PastGrid grid = past_grid(window->from, window->to, poll.marks.size());
  if (poll.marks.empty()) scene.told.say(what + ": nothing to rebuild: no mark of its tables is known now", false);
  if (grid.points == 0 || poll.marks.empty()) return {};
  PastLane lane(scene.sink, source, "tables", grid);
  for (const PastTableMark& mark : past_table_marks(poll.commits, poll.marks, grid))
    lane.add(signal::table(mark.of.first), object::partition(mark.of.second), "records", mark.values);
  for (const StateSample& state : poll.states) lane.add(0, state);
  PastAccount account{poll.cost, std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun), {}};
  account.cost.bytes_known = true;
  account.limits = {
      fmt::format("tables: rebuilt every {} s from the {} commits that their metadata and the control topic still tell "
                  "of; not known "
                  "before the first one with offsets, nor where they do not lead to what the table holds now",
                  grid.step.count() / 1000, poll.commits.size())};
  TM_CHECK(lane.push(scene.clock, account));
  scene.told.say(fmt::format("rebuilt {}: {} marks at {} times from {} on, every {} s: {} commits, {} requests", what,
                             poll.marks.size(), grid.points, rfc3339(grid.first), grid.step.count() / 1000,
                             poll.commits.size(), account.cost.requests),
                 false);
  return {};
}

}  // namespace tidemark
