// SPDX-License-Identifier: GPL-3.0-or-later
// ViewData: everything that is on screen at one moment, read and judged from one generation of a timeline: the rows of
// the visible screen, the tide chart's curves, the health line; and ViewRequest: what is asked for. Immutable and
// shared once made; every widget shows the same one. Values; no thread rule. No Qt.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/connector_branches.h"
#include "models/analysis/dead_letter_branches.h"
#include "models/analysis/finding_branches.h"
#include "models/analysis/incident_view.h"
#include "models/analysis/journey.h"
#include "models/analysis/lag_map.h"
#include "models/analysis/metric_trend.h"
#include "models/analysis/path_rows.h"
#include "models/analysis/replay_branches.h"
#include "models/analysis/review/view.h"
#include "models/analysis/schema_branches.h"
#include "models/analysis/table_branches.h"
#include "models/analysis/table_sheet_branches.h"
#include "models/analysis/tide.h"
#include "models/domain/result.h"

namespace tidemark {

struct PageReading;
struct ViewData;

// What can be on top, by its name in links and for `render`, and how what it shows is read: on the thread that owns
// the reader. Those that another is led to have a name here as well.
struct Screen {
  std::string_view id;
  Result<> (*load)(PageReading& reading, ViewData& data) = nullptr;
  bool operator==(const Screen& other) const { return id == other.id; }

  static const Screen topics, lag, tide, sources, align, connectors, path, home, incident, replay, dead_letters,
      schemas, metrics, lag_map, table_files, scorecard, drills, provenance, growth;
};

// A record of the tide chart's partition: by its offset, or the first one produced after a time.
struct RecordRequest {
  std::optional<Offset> offset;
  LocalTime around;
  bool operator==(const RecordRequest&) const = default;
};

// A card over a scope, as it is or as it was frozen.
struct ReviewChoice {
  std::string scope;               // "path=orders"; empty: everything
  std::string card = "readiness";  // by name, or a file
  std::string name;                // of a frozen review; empty: as it is
  bool operator==(const ReviewChoice&) const = default;
};

// A run, a model's version, a snapshot or a table at a time; and the run that it is held against.
struct RunChoice {
  std::string asked;  // empty: the newest run
  std::string with;   // empty: none
  bool operator==(const RunChoice&) const = default;
};

// What if topics were kept so long, or so much more were produced.
struct GrowthChoice {
  std::optional<Millis> retention;  // none: as each is kept
  double rate_times = 1;
  bool operator==(const GrowthChoice&) const = default;
};

struct TimeSpan {
  LocalTime from;
  LocalTime to;
  bool operator==(const TimeSpan&) const = default;
};

struct ViewRequest {
  Screen screen = Screen::lag;
  std::optional<LocalTime> to;  // none: follows the newest sample
  Millis span = std::chrono::hours(1);
  int columns = 1024;  // of pixels, over the span: no more than a few values of each are read
  TideSelection tide;  // without a topic: the partition that is worst off
  std::optional<RecordRequest> record;
  std::optional<TableChoice> table;    // whose ledger or files; none: of the table that is worst off, or the first
  TableFact fact = TableFact::files;   // whose line, on the page of table files
  std::optional<MetricChoice> metric;  // whose trend; none, or with parts left empty: the first that fits
  std::optional<PathChoice> path;      // none, or with parts left empty: the path that is worst off
  std::optional<ReviewChoice> review;  // none: of the scope that evidence was last written for
  std::optional<std::string> drill;    // by its id; none: the one that runs, else the newest
  std::optional<RunChoice> run;        // none: the newest run
  GrowthChoice growth;
  std::optional<TimeSpan> incident;  // judged against as much before it; none: the later half of what is visible
  bool operator==(const ViewRequest&) const = default;
};

struct ViewStatus {
  std::size_t sources = 0;
  std::size_t healthy = 0;
  Known<double> coverage = Reason::never_polled;  // of the source that has least, over 24 h
  Millis interval{};                              // of the fastest lane
  std::int64_t file_bytes = 0;
  std::optional<LocalTime> oldest;
  std::optional<LocalTime> newest;
  std::string path;
  bool bundle = false;  // only read
};

// What can be chosen on the tide page.
struct TopicChoice {
  ClusterName cluster;
  TopicName topic;
  bool operator==(const TopicChoice&) const = default;
};

struct AlarmRound;

struct ViewData {
  ViewRequest request;
  std::uint64_t generation = 0;
  LocalTime at;    // judged at
  LocalTime from;  // the visible window
  LocalTime to;
  ViewStatus status;
  // What the screen needs; null where it needs it not.
  std::shared_ptr<const TopicBranches> topics;
  std::shared_ptr<const LagBranches> lag;  // on the tide page: the chosen topic's partitions
  std::shared_ptr<const SourceBranches> sources;
  std::shared_ptr<const TideChart> tide;
  std::shared_ptr<const AlignBranches> tables;
  std::shared_ptr<const Ledger> ledger;
  std::shared_ptr<const ConnectorBranches> connectors;
  std::shared_ptr<const Home> home;
  std::shared_ptr<const PathView> path;
  std::shared_ptr<const IncidentView> incident;
  std::shared_ptr<const Replays> replays;
  std::shared_ptr<const DeadLetterBranches> dead_letters;
  std::shared_ptr<const Schemas> schemas;
  std::shared_ptr<const Metrics> metrics;
  std::shared_ptr<const MetricTrend> trend;
  std::shared_ptr<const LagMap> lag_map;
  std::shared_ptr<const TableSheets> sheets;
  std::shared_ptr<const ReviewView> review;
  // Of every screen; null where nothing could be judged. Judged at findings->at, which is `at` or, until all is judged,
  // a time before.
  std::shared_ptr<const Findings> findings;
  std::shared_ptr<const AlarmRound> judgement;  // of the same, for alarms
  std::optional<Error> findings_error;          // why not, or why not all is known of what is snoozed
  std::vector<TopicChoice> choices;
  std::shared_ptr<const void> own;  // of a screen that brings its loader along: what only its page can read
  Known<JourneyRow> journey = Reason::not_applicable;
  std::optional<Error> error;  // then nothing else is valid but the request
};

}  // namespace tidemark
