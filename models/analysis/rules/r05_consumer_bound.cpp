// SPDX-License-Identifier: GPL-3.0-or-later
// R05: the group reads as fast as it can, and more is produced.
#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {

std::vector<Found> consumer_bound(const PathCase& of) {
  const Backlog& backlog = of.backlog;
  if (backlog.judged.kind != LagClass::consumer_bound) return {};
  const LagEvidence& e = backlog.evidence;
  Found found{.finding = {.severity = Severity::warn,
                          .confidence = backlog.judged.confidence,
                          .object = object::group(of.group)},
              .since = backlog.since};
  found.finding.params = {{"rate", number_text(*e.read)}, {"produced", number_text(*e.produced)}};
  const bool job = of.job_runs();
  found.present = {job ? "job RUNNING" : "group Stable", "read rate flat below produce", "produce as before"};
  const auto tell = [&](const Known<bool>& signal, const char* yes, const char* no, const char* name) {
    if (!signal)
      found.missing.emplace_back(name);
    else if (*signal)
      found.present.emplace_back(yes);
    else
      found.contradicting.emplace_back(no);
  };
  if (e.sink_slow)
    found.present.emplace_back("sink normal");
  else
    found.missing.emplace_back("latency of the sink");
  tell(e.cpu_high, job ? "job busy" : "cpu high", job ? "job not busy" : "cpu low", job ? "busy" : "cpu");
  tell(e.polls_late, "poll interval up", "poll interval as before", "poll interval");
  const auto partitions = std::ssize(of.partitions);
  const std::int64_t members = job ? 0 : of.members->count.value_or(0);  // it is none
  if (members > 0 && members < partitions)
    found.present.push_back(std::to_string(members) + " members for " + std::to_string(partitions) + " partitions");
  else if (members >= partitions)
    found.contradicting.emplace_back("as many members as partitions: more would idle");
  found.variant = members >= partitions ? "full" : "";
  found.measured = {{"read_rate", e.read},
                    {"produce_rate", e.produced},
                    {"unread", of.unread()},
                    {"lag_class", std::string(word(backlog.judged.kind))}};
  return {found};
}

}  // namespace tidemark
