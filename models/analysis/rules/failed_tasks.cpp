// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/rules/failed_tasks.h"

#include <algorithm>

namespace tidemark {

std::vector<FailedTask> failed_tasks(const PathCase& of) {
  std::vector<FailedTask> out;
  if (!of.connector) return out;
  const auto add = [&](const Known<std::string>& state, const Object& object, const TaskRow* task) {
    if (!state || *state != "FAILED") return;
    const StateSpan* span = of.file->state(of.cluster, object);
    if (span) out.push_back({object, task, span->detail, span->from_hi, trace_kind(span->detail)});
  };
  add(of.connector->state, object::connector(of.connector->connector), nullptr);
  for (const TaskRow& task : of.connector->tasks)
    add(task.state, object::task(of.connector->connector, task.id), &task);
  std::ranges::stable_sort(out, {}, &FailedTask::since);
  return out;
}

}  // namespace tidemark
