// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks of a path's connector that have FAILED, and the connector where it has none. Room-internal. Thread rule:
// none, pure function.
#pragma once

#include "models/analysis/rules/rule.h"
#include "models/analysis/traces.h"

namespace tidemark {

struct FailedTask {
  Object object;
  const TaskRow* task = nullptr;  // null: the connector itself
  std::string_view trace;         // whole, into the snapshot
  LocalTime since;
  TraceKind kind = TraceKind::other;
};
// By when they failed.
std::vector<FailedTask> failed_tasks(const PathCase& of);

}  // namespace tidemark
