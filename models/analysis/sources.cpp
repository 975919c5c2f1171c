// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/sources.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "models/analysis/reading.h"
#include "models/analysis/scope.h"
#include "models/domain/passed_on.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr Millis coverage_window{86'400'000};
constexpr int silent_after = 3;  // intervals
constexpr std::array<std::string_view, 5> worst_first{"silent", "unreachable", "partial", "ok", "rebuilt"};

struct LaneHealth {
  std::size_t polls = 0;  // at or before the time asked for
  bool silent = false;
};

LaneHealth health_of(const LaneInfo& lane, LocalTime at) {
  LaneHealth health;
  health.polls = polls_until(lane, at);
  health.silent = health.polls == 0 || at - lane.polls[health.polls - 1].wall > silent_after * lane.interval;
  return health;
}

std::string_view state_of(const PollInfo& poll) {
  if (poll.answered >= poll.due) return "ok";
  return poll.answered > 0 ? "partial" : "unreachable";
}

class Gathering final {
 public:
  Gathering(const Snapshot& snapshot, std::size_t source, LocalTime at)
      : snapshot_(snapshot), source_(source), at_(at) {
    row_.kind = snapshot.sources[source].spec.kind;
    row_.name = snapshot.sources[source].spec.name;
  }
  SourceRow row();

 private:
  void add_lane(std::size_t index);
  void add_errors(std::size_t index, const PollInfo& newest);
  void add_gap();
  void add_limits();
  Known<std::int64_t> told(const Signal& signal) const;

  const Snapshot& snapshot_;
  std::size_t source_;
  LocalTime at_;
  SourceRow row_;
  std::size_t rank_ = worst_first.size() - 2;
  Answered answered_;
  std::set<std::string> denied_;
  bool any_live_ = false;
  bool any_answers_ = false;
  LocalTime error_at_ = LocalTime::min();
};

void Gathering::add_errors(std::size_t index, const PollInfo& newest) {
  for (const ErrorInfo& error : snapshot_.errors) {
    if (error.lane != index || newest.seq < error.first || newest.seq > error.seq) continue;
    if (error.error.denied) denied_.insert(error.error.scope);
    if (error.at < error_at_) continue;
    error_at_ = error.at;
    row_.error = error.error.scope + ": " + error.error.text;
  }
}

void Gathering::add_lane(std::size_t index) {
  const LaneInfo& lane = snapshot_.lanes[index];
  const LaneHealth health = health_of(lane, at_);
  const Answered answered = lane_coverage(snapshot_, index, at_ - coverage_window, at_);
  answered_.answered += answered.answered;
  answered_.due += answered.due;
  // One lane alone that has stopped had nothing more to read; a source is silent when all of them are.
  if (health.polls == 0 || (health.silent && any_live_)) return;
  const PollInfo& newest = lane.polls[health.polls - 1];
  const std::string_view state = health.silent ? "silent" : state_of(newest);
  any_answers_ = any_answers_ || (!health.silent && newest.answered > 0);
  std::size_t begin = health.polls - 1;
  while (begin > 0 && !health.silent && state_of(lane.polls[begin - 1]) == state) --begin;
  const auto rank = static_cast<std::size_t>(std::ranges::find(worst_first, state) - worst_first.begin());
  const LocalTime since = lane.polls[begin].wall;
  if (rank < rank_ || !row_.since || (rank == rank_ && since > *row_.since)) row_.since = since;
  rank_ = std::min(rank_, rank);
  for (std::size_t i = health.polls; i-- > 0;)
    if (state_of(lane.polls[i]) == "ok") {
      if (!row_.last_ok || lane.polls[i].wall > *row_.last_ok) row_.last_ok = lane.polls[i].wall;
      break;
    }
  row_.requests = row_.requests.value_or(0) + newest.cost.requests;
  if (newest.cost.bytes_known) row_.bytes = row_.bytes.value_or(0) + newest.cost.bytes;
  row_.duration = row_.duration.value_or(Millis(0)) + newest.took;
  add_errors(index, newest);
}

// Why nothing came after the last poll, where the collector could still say so.
void Gathering::add_gap() {
  for (const GapInfo& gap : snapshot_.gaps) {
    const LaneInfo& lane = snapshot_.lanes[gap.lane];
    const std::size_t polls = polls_until(lane, at_);
    if (lane.source != source_ || polls == 0 || gap.gap.from < lane.polls[polls - 1].wall) continue;
    if (gap.gap.reason == Reason::collector_off && !gap.gap.detail.empty()) row_.error = gap.gap.detail;
  }
}

void Gathering::add_limits() {
  for (const StateSpan& span : snapshot_.states)
    if (span.source == source_ && span.aspect == aspect::limits && span.value && span.from_hi <= at_ &&
        (!span.to || *span.to > at_))
      for (const std::string_view line : entries(*span.value)) row_.limits.emplace_back(line);
}

Known<std::int64_t> Gathering::told(const Signal& signal) const {
  const SourceSpec& spec = snapshot_.sources[source_].spec;
  const auto value = snapshot_.at({spec.cluster, signal, Object("source:" + spec.name)}, at_);
  return value.map([](const Measured& measured) { return measured.value; });
}

SourceRow Gathering::row() {
  bool any = false;
  for (const LaneInfo& lane : snapshot_.lanes) {
    if (lane.source != source_) continue;
    any = any || polls_until(lane, at_) > 0;
    any_live_ = any_live_ || !health_of(lane, at_).silent;
  }
  for (std::size_t i = 0; i < snapshot_.lanes.size(); ++i)
    if (snapshot_.lanes[i].source == source_) add_lane(i);
  row_.state = any ? worst_first[rank_] : worst_first[0];
  // Nobody watched then, and nobody is to answer now.
  if (is_rebuilt(snapshot_.sources[source_].spec)) row_.state = worst_first.back();
  if (row_.state == "silent") add_gap();
  if (row_.state == "unreachable" && any_answers_) row_.state = "partial";
  if (answered_.due > 0) row_.coverage_24h = std::min(1.0, answered_.answered / answered_.due);
  row_.denied.assign(denied_.begin(), denied_.end());
  add_limits();
  if (watches(snapshot_.sources[source_].spec)) return row_;
  row_.behind = told(signal::remote_behind).map([](std::int64_t value) { return Millis(value); });
  row_.sent = told(signal::remote_sent);
  row_.dropped = told(signal::remote_dropped);
  return row_;
}
}  // namespace

SnapshotRequest sources_request(LocalTime at) {
  SnapshotRequest request;
  request.from = at - coverage_window;
  request.to = at;
  request.signal_names = {signal::remote_behind.value(), signal::remote_sent.value(), signal::remote_dropped.value()};
  return request;
}

std::vector<SourceRow> source_rows(const Snapshot& snapshot, LocalTime at) {
  std::vector<SourceRow> rows;
  for (std::size_t i = 0; i < snapshot.sources.size(); ++i) rows.push_back(Gathering(snapshot, i, at).row());
  std::ranges::stable_sort(rows, {}, [](const SourceRow& row) {
    return std::tuple(std::ranges::find(worst_first, row.state) - worst_first.begin(), row.kind, row.name);
  });
  return rows;
}

Document sources_document(const Snapshot& snapshot, LocalTime at) {
  Document document = frame("sources", snapshot, snapshot.from, at, {});
  if (document.coverage.reason() == Reason::never_polled)
    document.coverage = coverage_of(snapshot, snapshot.from, at, any_source);
  for (const SourceRow& row : source_rows(snapshot, at)) {
    CellList denied;
    for (const std::string& scope : row.denied) denied.emplace_back(scope);
    CellList limits;
    for (const std::string& limit : row.limits) limits.emplace_back(limit);
    document.rows.push_back({{"kind", row.kind},
                             {"name", row.name},
                             {"state", row.state},
                             {"since", row.since},
                             {"last_ok", row.last_ok},
                             {"coverage_24h", row.coverage_24h},
                             {"requests", row.requests},
                             {"bytes", row.bytes},
                             {"duration_ms", row.duration},
                             {"skew_ms", row.skew},
                             {"denied", std::move(denied)},
                             {"error", row.error},
                             {"limits", std::move(limits)},
                             {"behind_ms", row.behind},
                             {"sent", row.sent},
                             {"dropped", row.dropped}});
  }
  return document;
}

}  // namespace tidemark
