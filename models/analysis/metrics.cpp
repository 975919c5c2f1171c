// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/metrics.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <tuple>

#include "models/analysis/lane_silence.h"
#include "models/analysis/reading.h"
#include "models/analysis/scope.h"
#include "models/domain/matched.h"

namespace tidemark {
namespace {
constexpr Millis window{900'000};
constexpr int silent_after = 3;  // intervals
constexpr std::array measured = std::to_array<const char*>({"put_latency_ms",
                                                            "commit_latency_ms",
                                                            "queue_depth",
                                                            "error_rate",
                                                            "retry_rate",
                                                            "produce_p99_ms",
                                                            "fetch_p99_ms",
                                                            "throttle_ms",
                                                            "handler_idle",
                                                            "urp",
                                                            "wal_latency_ms",
                                                            "cpu",
                                                            "poll_interval_ms",
                                                            "dlq_rate",
                                                            "request_latency_ms",
                                                            "gpu_util",
                                                            "tombstones",
                                                            "upsert_error_rate",
                                                            "retrieval_age_ms",
                                                            "canary_age_ms",
                                                            "tombstone_age_ms",
                                                            "model_documents",
                                                            "model_share",
                                                            "probe_latency_ms",
                                                            "gc_share",
                                                            "send_rate",
                                                            "send_error_rate",
                                                            "send_latency_ms",
                                                            "consume_rate",
                                                            "fetch_latency_ms",
                                                            "checkpoint_age_ms",
                                                            "checkpoint_duration_ms",
                                                            "checkpoint_bytes",
                                                            "checkpoint_interval_ms",
                                                            "backpressure",
                                                            "checkpoint_failure_rate",
                                                            "busy",
                                                            "checkpoints_completed",
                                                            "restarts",
                                                            "checkpoints_failed",
                                                            "source_lag_ms",
                                                            "checkpoints_in_progress",
                                                            "source_connected"});

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> out;
  while (true) {
    const auto tab = line.find('\t');
    out.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return out;
    line.remove_prefix(tab + 1);
  }
}

// The lines of what a source said of its metrics at a time.
std::vector<std::vector<std::string_view>> told_by(const Snapshot& snapshot, std::size_t source,
                                                   std::string_view aspect, LocalTime at) {
  std::vector<std::vector<std::string_view>> out;
  for (const StateSpan& span : snapshot.states)
    if (span.source == source && span.aspect == aspect && span.value && span.from_hi <= at &&
        (!span.to || *span.to > at))
      for (const std::string_view line : entries(*span.value))
        if (!line.empty()) out.push_back(fields_of(line));
  return out;
}

bool is_wanted(const SourceSpec& source, const Filter& filter) {
  return measures(source) && in_scope(filter.cluster, source.cluster.value());
}

// What the sources told of their metrics, read once.
class Origins final {
 public:
  Origins(const Snapshot& snapshot, LocalTime at) : snapshot_(snapshot), at_(at) {}

  void add(std::size_t source, MetricRow& row) {
    constexpr std::size_t fields = 6;
    const auto [known, fresh] = told_.try_emplace(source);
    if (fresh) known->second = told_by(snapshot_, source, aspect::matched, at_);
    for (const auto& told : known->second) {
      if (told.size() != fields || told[0] != row.signal.value() || told[2] != object::kind(row.object)) continue;
      row.layer = told[1];
      row.preset = std::string(told[3]);
      row.metric = std::string(told[4]);
      std::int64_t series = 0;
      std::from_chars(told[5].data(), told[5].data() + told[5].size(), series);
      row.matched_series = series;
      return;
    }
  }

 private:
  const Snapshot& snapshot_;
  const LocalTime at_;
  std::map<std::size_t, std::vector<std::vector<std::string_view>>> told_;
};

// The layer of what a source measures where it told none.
std::string layer_by(const SourceSpec& source) { return source.kind == "metrics" ? source.name : source.kind; }

// The lane of a source's own signals; beside it a sink has others.
std::string_view own_lane(const SourceSpec& source) {
  return source.kind == "processor" ? "jobs" : source.kind == "sink" ? "age" : "metrics";
}

double scaled(std::int64_t value, int scale10) {
  double out = static_cast<double>(value);
  for (int i = 0; i < scale10; ++i) out /= 10;
  return out;
}
}  // namespace

bool measures(const SourceSpec& source) {
  return source.kind == "metrics" || source.kind == "processor" || source.kind == "sink";
}

std::string metric_layer(const Snapshot& snapshot, const Column& column, LocalTime at) {
  const std::size_t source = snapshot.lanes[column.lane].source;
  const SourceSpec& spec = snapshot.sources[source].spec;
  if (!measures(spec)) return {};
  MetricRow row{.signal = column.spec.signal, .layer = layer_by(spec), .object = column.spec.object};
  Origins(snapshot, at).add(source, row);
  return row.layer;
}

SnapshotRequest metrics_request(LocalTime at) {
  SnapshotRequest request;
  request.from = at - window;
  request.to = at;
  request.min_polls = 2;
  request.signal_names.assign(measured.begin(), measured.end());
  request.events = false;
  return request;
}

std::vector<MetricRow> metric_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<MetricRow> rows;
  Origins origins(snapshot, at);
  for (const Column& column : snapshot.columns) {
    const LaneInfo& lane = snapshot.lanes[column.lane];
    const SourceInfo& source = snapshot.sources[lane.source];
    const std::size_t polls = polls_until(lane, at);
    if (!is_wanted(source.spec, filter) || polls == 0) continue;
    const PollInfo& newest = lane.polls[polls - 1];
    const Known<std::int64_t> value = column.at(polls - 1);
    if (value.reason() == Reason::deleted || value.reason() == Reason::never_polled) continue;
    MetricRow& row = rows.emplace_back();
    row.source = source.spec.name;
    row.cluster = source.spec.cluster;
    row.signal = column.spec.signal;
    row.object = column.spec.object;
    row.unit = column.spec.unit;
    row.layer = layer_by(source.spec);
    row.at = newest.wall;
    row.value = value.map([&](std::int64_t v) { return scaled(v, column.spec.scale10); });
    if (at - newest.wall > silent_after * lane.interval) row.value = Reason::collector_off;
    origins.add(lane.source, row);
  }
  // A source that goes on in a lane of another interval is the same: what it said last holds.
  const auto key = [](const MetricRow& row) { return std::tie(row.source, row.signal, row.object, row.cluster); };
  std::ranges::stable_sort(
      rows, [&](const MetricRow& a, const MetricRow& b) { return key(a) != key(b) ? key(a) < key(b) : *a.at > *b.at; });
  const auto doubles = std::ranges::unique(rows, {}, key);
  rows.erase(doubles.begin(), doubles.end());
  return rows;
}

std::vector<MetricSource> metric_sources(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<MetricSource> out;
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    const SourceSpec& spec = snapshot.sources[i].spec;
    const auto is_own = [&](const LaneInfo& lane) { return lane.source == i && lane.name == own_lane(spec); };
    if (!is_wanted(spec, filter) || (spec.kind == "sink" && std::ranges::none_of(snapshot.lanes, is_own))) continue;
    MetricSource& one = out.emplace_back(MetricSource{.source = spec.name, .cluster = spec.cluster});
    one.silent = silence_of(snapshot, i, own_lane(spec), at);
    one.error = last_error(snapshot, i, at);
    for (const LaneInfo& lane : snapshot.lanes) {
      const std::size_t polls = lane.source == i ? polls_until(lane, at) : 0;
      if (polls > 0 && (!one.at || lane.polls[polls - 1].wall > *one.at)) one.at = lane.polls[polls - 1].wall;
    }
    for (const auto& told : told_by(snapshot, i, aspect::limits, at)) one.limits.emplace_back(told[0]);
  }
  std::ranges::stable_sort(out, {}, [](const MetricSource& one) { return std::tie(one.cluster, one.source); });
  return out;
}

std::vector<UnmatchedSignal> unmatched_signals(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  std::vector<UnmatchedSignal> out;
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) {
    if (!is_wanted(snapshot.sources[i].spec, filter)) continue;
    for (const auto& told : told_by(snapshot, i, aspect::unmatched, at))
      if (told.size() == 2)
        out.push_back({snapshot.sources[i].spec.name, snapshot.sources[i].spec.cluster, std::string(told[0]),
                       std::string(told[1])});
  }
  return out;
}

Document metrics_document(const Snapshot& snapshot, LocalTime at, const Filter& filter) {
  Document document = frame("metrics", snapshot, snapshot.from, at, filter);
  document.coverage =
      coverage_of(snapshot, snapshot.from, at, [&](const SourceSpec& source) { return is_wanted(source, filter); });
  for (const MetricRow& row : metric_rows(snapshot, at, filter))
    document.rows.push_back({{"source", row.source},
                             {"signal", row.signal.value()},
                             {"layer", row.layer},
                             {"object", row.object.value()},
                             {"value", row.value},
                             {"unit", row.unit},
                             {"at", row.at},
                             {"matched_series", row.matched_series},
                             {"preset", row.preset},
                             {"metric", row.metric}});
  CellList unmatched;
  for (const UnmatchedSignal& one : unmatched_signals(snapshot, at, filter))
    unmatched.emplace_back(CellRecord{{"source", one.source}, {"signal", one.signal}, {"layer", one.layer}});
  document.beside.push_back({"unmatched", std::move(unmatched)});
  return document;
}

}  // namespace tidemark
