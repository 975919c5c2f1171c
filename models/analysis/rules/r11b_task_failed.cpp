// SPDX-License-Identifier: GPL-3.0-or-later
// R11b: a task has FAILED and no record is to blame: its trace is quoted, and what to do is for the finding that leads.
#include <algorithm>

#include "models/analysis/rules/failed_tasks.h"

namespace tidemark {

std::vector<Found> task_failed(const PathCase& of) {
  std::vector<FailedTask> failed = failed_tasks(of);
  std::erase_if(failed, [](const FailedTask& task) { return task.kind == TraceKind::record; });
  if (failed.empty()) return {};
  const FailedTask& first = failed.front();
  Found found{
      .finding = {.severity = of.unread_grows_long() ? Severity::error : Severity::warn, .object = first.object},
      .about = of.connector->connector,
      .since = first.since};
  const std::string head = trace_head(first.trace);
  found.variant = head.empty() ? "silent" : "";
  found.finding.params = {
      {"failed", std::string(object::kind(first.object)) + ' ' + std::string(object::name(first.object))},
      {"since", first.since},
      {"trace", head},
      {"tasks", std::ssize(failed)}};
  found.present = {std::to_string(failed.size()) + " FAILED"};
  if (head.empty()) found.missing = {"trace"};
  found.measured = {{"failed", std::ssize(failed)}, {"tasks", std::ssize(of.connector->tasks)}};
  if (const std::string cause = trace_cause(first.trace); !cause.empty()) found.measured.push_back({"cause", cause});
  return {found};
}

}  // namespace tidemark
