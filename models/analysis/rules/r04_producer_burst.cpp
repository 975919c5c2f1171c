// SPDX-License-Identifier: GPL-3.0-or-later
// R04: more is produced than before, and the group reads no less than it did.
#include <algorithm>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
// Until the last partition has read all, at its pace; none where one of them does not drain.
std::optional<Millis> eta_of(const Backlog& backlog) {
  constexpr double ms_per_second = 1000, longest = 9e17;
  Millis out{0};
  for (const PartitionCase* partition : backlog.late) {
    const LagRow& row = *partition->row;
    if (!row.produce_rate || !row.consume_rate) return std::nullopt;
    const double drain = *row.consume_rate - *row.produce_rate;
    if (drain <= 0) return std::nullopt;
    const double wait = static_cast<double>(*row.unread_records) * ms_per_second / drain;
    out = std::max(out, Millis(static_cast<std::int64_t>(std::min(longest, wait))));
  }
  return out;
}
}  // namespace

std::vector<Found> producer_burst(const PathCase& of) {
  const Backlog& backlog = of.backlog;
  if (backlog.judged.kind != LagClass::producer_burst) return {};
  Found found{.finding = {.severity = Severity::note,
                          .confidence = backlog.judged.confidence,
                          .object = object::topic(of.topic)}};
  if (const auto rose = risen(backlog.produced, 2)) found.since = rose->hi;
  const auto eta = eta_of(backlog);
  const bool over = backlog.evidence.burst_is_over;
  found.variant = over ? "over" : eta ? "" : "growing";
  if (over && !eta) found.variant = "over-growing";
  found.finding.params = {{"factor", factor_text(*backlog.evidence.burst)}};
  if (found.since) found.finding.params.emplace("since", *found.since);
  if (eta) found.finding.params.emplace("eta", *eta);
  found.present = {over ? "produce rose and fell again" : "produce at twice its baseline or more",
                   "read at its baseline or above"};
  found.measured = {{"produce_rate", backlog.evidence.produced},
                    {"read_rate", backlog.evidence.read},
                    {"unread", of.unread()},
                    {"lag_class", std::string(word(backlog.judged.kind))}};
  if (eta) found.measured.push_back({"eta_ms", *eta});
  return {found};
}

}  // namespace tidemark
