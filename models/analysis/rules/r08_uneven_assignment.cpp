// SPDX-License-Identifier: GPL-3.0-or-later
// R08: all partitions get about as much, one member has a multiple of another's partitions, and only its own are late.
#include "models/analysis/rules/backlog.h"

namespace tidemark {

std::vector<Found> uneven_assignment(const PathCase& of) {
  const Backlog& backlog = of.backlog;
  if (!backlog.lags() || backlog.evidence.state) return {};
  const auto uneven = uneven_members(of, backlog.late);
  if (!uneven) return {};
  Found found{.finding = {.severity = Severity::warn, .object = object::group(of.group)}, .since = backlog.since};
  found.finding.params = {{"most", uneven->most}, {"least", uneven->least}, {"who", uneven->busiest}};
  found.present = {"produce even", "partitions uneven", "late ones are all its own"};
  found.measured = {
      {"most", uneven->most}, {"least", uneven->least}, {"members", uneven->members}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
