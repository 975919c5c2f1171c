// SPDX-License-Identifier: GPL-3.0-or-later
// R07: one partition gets a multiple of what the others get, and nearly all that waits is in it.
#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/scope.h"

namespace tidemark {

std::vector<Found> hot_key(const PathCase& of) {
  const Backlog& backlog = of.backlog;
  if (!backlog.lags() || backlog.evidence.state) return {};
  const auto hot = hot_partition(of, backlog.late);
  if (!hot) return {};
  const TopicPartition& id = hot->partition->id();
  Found found{.finding = {.severity = Severity::warn, .object = object::partition(id)},
              .about = partition_text(id),
              .since = backlog.since};
  found.finding.params = {
      {"where", partition_text(id)}, {"share", percent_text(hot->share)}, {"waits", percent_text(hot->waits)}};
  found.present = {hot->factor > 0 ? factor_text(hot->factor) + " the median produce rate" : "the others get nothing",
                   percent_text(hot->waits) + " of what is unread"};
  found.measured = {{"produce_rate", hot->partition->row->produce_rate},
                    {"consume_rate", hot->partition->row->consume_rate},
                    {"share", hot->share},
                    {"unread", hot->partition->row->unread_records}};
  return {found};
}

}  // namespace tidemark
