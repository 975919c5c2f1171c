// SPDX-License-Identifier: GPL-3.0-or-later
// R06: the group reads less than it did on all of its partitions, as much is produced as before, and its sink was slow
// by then.
#include <array>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {

std::vector<Found> sink_bound(const PathCase& of) {
  static constexpr auto latencies =
      std::to_array<std::string_view>({"put_latency_ms", "commit_latency_ms", "request_latency_ms"});
  static constexpr auto sinks =
      std::to_array<std::string_view>({"table", "sink", "store", "catalog", "connector", "task", "group", "model"});
  const Backlog& backlog = of.backlog;
  if (backlog.judged.kind != LagClass::sink_bound) return {};
  const LagEvidence& e = backlog.evidence;
  Found found{.finding = {.severity = Severity::warn, .confidence = backlog.judged.confidence, .object = of.object()}};
  constexpr double slower = 1.5, still_reads = 0.8;
  const auto drop = fallen(backlog.read, still_reads);
  if (drop) found.since = drop->hi;
  if (drop) found.finding.params = {{"before", number_text(drop->before)}, {"now", number_text(drop->now)}};
  found.present = {"reads fell on all partitions", "produce as before"};
  const auto slow = first_risen(signals_of(of, latencies, sinks), slower);
  if (slow && e.sink_slow.value_or(false)) {
    found.finding.object = slow->signal.object;
    found.since = slow->shift.hi;
    const std::string text = shift_text(slow->signal, slow->shift);
    found.finding.params.emplace("why", text);
    found.present.push_back(text + ", no later than reads fell");
    found.measured.push_back({slow->signal.name, slow->shift.now});
    if (!slow->signal.own) found.missing.emplace_back("whose " + slow->signal.object.value() + " is");
  } else {
    found.variant = "guess";
    found.finding.params.emplace("why", e.queue_full.value_or(false) ? "its queue is full" : "its CPU is idle");
    found.present.emplace_back(e.queue_full.value_or(false) ? "queue full" : "cpu low");
    found.missing.emplace_back("latency of the sink");
  }
  found.measured.push_back({"read_rate", e.read});
  found.measured.push_back({"produce_rate", e.produced});
  found.measured.push_back({"unread", of.unread()});
  found.measured.push_back({"lag_class", std::string(word(backlog.judged.kind))});
  return {found};
}

}  // namespace tidemark
