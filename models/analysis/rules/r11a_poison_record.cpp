// SPDX-License-Identifier: GPL-3.0-or-later
// R11a: one record stops its partition: its reader fails on it again and again, or says so in its trace.
#include <algorithm>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/failed_tasks.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr int most_restarts = 2;

// How often the group's members changed in w.
int restarts_of(const PathCase& of, LocalTime from) {
  int changes = 0;
  for (const StateSpan& span : of.file->snapshot.states)
    if (span.aspect == aspect::members && span.object == object::group(of.group) && span.from_lo &&
        span.from_hi > from && span.from_hi <= of.file->at &&
        of.file->snapshot.sources[span.source].spec.cluster == of.cluster)
      ++changes;
  int tasks = 0;
  if (of.connector)
    for (const StateSpan& span : of.file->snapshot.states)
      if (span.aspect == aspect::state && span.value && *span.value == "RUNNING" && span.from_lo &&
          span.from_hi > from && span.from_hi <= of.file->at)
        if (const auto task = object::as_task(span.object); task && task->connector == of.connector->connector) ++tasks;
  return std::max(changes, tasks);
}

// The partition that waits at one offset, the oldest one; only those of the task where its partitions are known.
const PartitionCase* stuck_of(const PathCase& of, const TaskRow* task) {
  const PartitionCase* worst = nullptr;
  for (const PartitionCase& partition : of.partitions) {
    if (!partition.waits() || !partition.flat()) continue;
    const bool own = !task || !task->partitions ||
                     std::ranges::find(*task->partitions, partition_text(partition.id())) != task->partitions->end();
    if (!own) continue;
    if (!worst || partition.row->age.value_or(Millis(0)) > worst->row->age.value_or(Millis(0))) worst = &partition;
  }
  return worst;
}
}  // namespace

std::vector<Found> poison_record(const PathCase& of) {
  std::vector<FailedTask> failed = failed_tasks(of);
  std::erase_if(failed, [](const FailedTask& task) { return task.kind != TraceKind::record; });
  const PartitionCase* stuck = stuck_of(of, failed.empty() ? nullptr : failed.front().task);
  const auto window = stuck ? stuck->window() : std::span<const MarkPoll>();
  const int restarts = window.empty() ? 0 : restarts_of(of, window.front().at);
  const bool rereads = stuck && restarts > most_restarts;
  const bool advance = std::ranges::any_of(of.partitions, advances);
  if (failed.empty() && !(rereads && advance)) return {};
  Found found{.finding = {.severity = of.unread_grows_long() ? Severity::error : Severity::warn,
                          .confidence = rereads ? Confidence::high : Confidence::medium,
                          .object = failed.empty() ? of.object() : failed.front().object}};
  if (!failed.empty()) found.since = failed.front().since;
  found.variant = stuck ? "" : "task";
  if (stuck) {
    found.finding.params.emplace("where", partition_text(stuck->id()) + '@' + std::to_string(*stuck->row->committed));
    found.measured.push_back({"offset", stuck->row->committed});
    found.present.emplace_back("offset stands");
  }
  if (!failed.empty()) {
    const std::string cause = trace_cause(failed.front().trace);
    found.finding.params.emplace("why", cause.empty() ? trace_head(failed.front().trace) : cause);
    found.finding.params.emplace("failed", std::string(object::name(failed.front().object)));
    found.present.emplace_back("trace of a converter, a transform or put");
  } else {
    found.finding.params.emplace("why", std::to_string(restarts) + " restarts");
  }
  (rereads ? found.present : found.missing).emplace_back("more than 2 restarts at the same offset");
  if (advance) found.present.emplace_back("other partitions advance");
  found.measured.push_back({"restarts", std::int64_t{restarts}});
  return {found};
}

}  // namespace tidemark
