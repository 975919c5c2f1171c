// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/signals.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {
namespace {
constexpr std::string_view milliseconds = "_ms";

constexpr auto infrastructure =
    std::to_array<std::string_view>({"cluster", "broker", "catalog", "store", "registry", "sink", "model", "source"});

// Only the profile says whose a job is.
constexpr auto parts =
    std::to_array<std::string_view>({"group", "member", "topic", "partition", "connector", "task", "job"});
constexpr auto measured = std::to_array<std::string_view>({"put_latency_ms",
                                                           "commit_latency_ms",
                                                           "queue_depth",
                                                           "error_rate",
                                                           "retry_rate",
                                                           "request_latency_ms",
                                                           "produce_p99_ms",
                                                           "fetch_p99_ms",
                                                           "throttle_ms",
                                                           "handler_idle",
                                                           "urp",
                                                           "wal_latency_ms",
                                                           "cpu",
                                                           "poll_interval_ms",
                                                           "dlq_rate",
                                                           "probe_latency_ms",
                                                           "gpu_util",
                                                           "tombstones",
                                                           "upsert_error_rate",
                                                           "retrieval_age_ms",
                                                           "tombstone_age_ms",
                                                           "checkpoint_failure_rate",
                                                           "checkpoint_duration_ms",
                                                           "checkpoint_interval_ms",
                                                           "backpressure",
                                                           "busy"});

template <class List>
bool among(const List& list, std::string_view text) {
  return std::ranges::find(list, text) != std::ranges::end(list);
}

bool names_path(const PathCase& of, std::string_view name) {
  if (name == of.name() || name == of.group.value() || name == of.topic.value()) return true;
  if (of.connector && name == of.connector->connector) return true;
  const PipelineProfile* pipeline = of.path ? of.path->pipeline : nullptr;
  if (pipeline && (name == pipeline->connector || name == pipeline->table)) return !name.empty();
  return std::ranges::any_of(of.tables, [&](const TableCase& t) { return t.table->table.value() == name; });
}

// By the job's name, also where it is told from others of that name by its id.
bool is_job_of(const PathCase& of, std::string_view name) {
  const PipelineProfile* pipeline = of.path ? of.path->pipeline : nullptr;
  if (!pipeline || pipeline->processor.empty()) return false;
  const std::string& wanted = pipeline->processor;
  constexpr std::size_t with_id = 9;  // "/0a1b2c3d"
  return name == wanted || (name.starts_with(wanted + '/') && name.size() == wanted.size() + with_id);
}

void put_samples(const PathCase& of, const Column& column, PathSignal& signal) {
  const LaneInfo& lane = of.file->snapshot.lanes[column.lane];
  const double scale = std::pow(10.0, -column.spec.scale10);
  const std::size_t end = polls_until(lane, of.file->at);
  std::optional<LocalTime> before;
  for (std::size_t i = 0; i < end; ++i) {
    if (column.reasons[i] != Reason::none) continue;
    const LocalTime at = lane.polls[i].wall;
    signal.samples.push_back({before.value_or(at), at, static_cast<double>(column.values[i]) * scale});
    before = at;
  }
  const Known<Measured> now =
      of.file->snapshot.at({of.file->snapshot.cluster_of(column), column.spec.signal, column.spec.object}, of.file->at);
  signal.now = now.map([scale](const Measured& m) { return static_cast<double>(m.value) * scale; });
  signal.regimes = regimes_of(signal.samples);
}
}  // namespace

std::span<const std::string_view> metric_names() { return measured; }

bool is_own(const PathCase& of, const Object& object) {
  const std::string_view kind = object::kind(object), name = object::name(object);
  if (kind == "group") return name == of.group.value() && !name.empty();
  if (kind == "topic") return name == of.topic.value();
  if (kind == "member") return !of.group.value().empty() && name.starts_with(of.group.value() + '/');
  if (kind == "partition") {
    const auto partition = object::as_partition(object);
    return partition && partition->topic == of.topic;
  }
  if (kind == "task") {
    const auto task = object::as_task(object);
    return task && names_path(of, task->connector);
  }
  if (kind == "job") return is_job_of(of, name);
  if (kind == "broker" || kind == "cluster") return false;
  return names_path(of, name);
}

std::vector<PathSignal> signals_of(const PathCase& of, std::span<const std::string_view> names,
                                   std::span<const std::string_view> kinds) {
  std::vector<PathSignal> out;
  const Snapshot& snapshot = of.file->snapshot;
  for (const std::string_view name : names) {
    const auto columns = of.file->metrics.find(name);
    if (columns == of.file->metrics.end()) continue;
    for (const std::size_t i : columns->second) {
      const Column& column = snapshot.columns[i];
      const std::string_view kind = object::kind(column.spec.object);
      if (!kinds.empty() && !among(kinds, kind)) continue;
      const ClusterName& cluster = snapshot.cluster_of(column);
      if (!cluster.value().empty() && cluster != of.cluster) continue;
      // What serves a whole installation is the only path's where there is one.
      const bool own = is_own(of, column.spec.object) || (!among(parts, kind) && of.file->cases.size() == 1);
      if (!own && !among(infrastructure, kind)) continue;
      put_samples(of, column, out.emplace_back(PathSignal{column.spec.object, std::string(name), own}));
    }
  }
  return out;
}

std::optional<Risen> first_risen(std::vector<PathSignal> signals, double factor) {
  std::optional<Risen> first;
  for (PathSignal& signal : signals) {
    const auto shift = risen(signal.regimes, factor);
    const bool sooner =
        shift && (!first || std::pair(!signal.own, shift->hi) < std::pair(!first->signal.own, first->shift.hi));
    if (sooner) first = Risen{std::move(signal), *shift};
  }
  return first;
}

Known<double> share_now(const PathSignal& signal) {
  constexpr double percent = 100, above_one = 1.5;
  if (!signal.now) return signal.now.reason();
  const bool is_percent =
      std::ranges::any_of(signal.samples, [](const FlowSample& sample) { return sample.value > above_one; });
  return is_percent ? *signal.now / percent : *signal.now;
}

std::string number_text(double value) {
  constexpr double whole = 100, tenths = 10;
  const auto rounded = [](double v) { return std::to_string(std::llround(v)); };
  if (std::abs(value) >= whole || value == std::round(value)) return rounded(value);
  const double scale = std::abs(value) >= 1 ? tenths : whole;
  const long long rounded_parts = std::llround(std::abs(value) * scale);
  const auto unit = static_cast<long long>(scale);
  std::string fraction = std::to_string(rounded_parts % unit);
  if (scale > tenths && fraction.size() == 1) fraction.insert(0, "0");
  if (rounded_parts % unit == 0) return rounded(value);
  return (value < 0 ? "-" : "") + std::to_string(rounded_parts / unit) + '.' + fraction;
}

std::string percent_text(double share) {
  constexpr double percent = 100;
  return number_text(std::round(share * percent)) + " %";
}

std::string PathSignal::text() const {
  std::string out = name.ends_with(milliseconds) ? name.substr(0, name.size() - milliseconds.size()) : name;
  std::ranges::replace(out, '_', ' ');
  return out + " of " + std::string(object::kind(object)) + ' ' + std::string(object::name(object));
}

std::string value_text(std::string_view name, double value) {
  constexpr double second = 1000;
  if (!name.ends_with(milliseconds)) return number_text(value);
  return std::abs(value) < second ? number_text(value) + " ms" : number_text(value / second) + " s";
}

std::string shift_text(const PathSignal& signal, const Shift& shift) {
  return signal.text() + ' ' + value_text(signal.name, shift.before) + " -> " + value_text(signal.name, shift.now);
}

}  // namespace tidemark
