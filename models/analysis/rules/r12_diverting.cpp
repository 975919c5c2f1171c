// SPDX-License-Identifier: GPL-3.0-or-later
// R12: records go to a dead-letter topic while the group goes on: its lag says nothing of them.
#include <algorithm>

#include "models/analysis/rules/backlog.h"
#include "models/analysis/rules/dead_letters.h"
#include "models/analysis/rules/signals.h"

namespace tidemark {
namespace {
// Of the commits since then: whether they added fewer rows than they took up offsets; none where they do not say.
std::optional<bool> writes_less(const PathCase& of, LocalTime since) {
  std::int64_t rows = 0, offsets = 0;
  for (const TableCase& table : of.tables)
    for (const SeenCommit* seen : table.table->commits.all) {
      if (seen->seen_hi < since || !seen->commit.added_records || is_blurred(seen->commit)) continue;
      std::int64_t span = 0;
      for (const CommitRange& range : seen->commit.ranges) span += range.to - range.from;
      if (span == 0) continue;
      rows += *seen->commit.added_records;
      offsets += span;
    }
  if (offsets == 0) return std::nullopt;
  return rows < offsets;
}
}  // namespace

std::vector<Found> diverting(const PathCase& of) {
  const auto dead = dead_letters(of);
  const std::int64_t taken = advanced(of);
  if (!dead || taken <= 0) return {};
  double read = 0;
  for (const PartitionCase& partition : of.partitions) read += partition.row->consume_rate.value_or(0);
  const auto less = writes_less(of, dead->since_lo);
  Found found{.finding = {.severity = Severity::warn,
                          .confidence = less.value_or(false) ? Confidence::high : Confidence::medium,
                          .object = of.connector ? object::connector(of.connector->connector) : of.object()}};
  if (dead->remembered) found.since = dead->since_hi;
  found.variant = read > 0 ? "" : "rate";
  found.finding.params = {{"to", dead->topic}, {"rate", number_text(dead->rate)}};
  if (read > 0) found.finding.params.emplace("share", percent_text(std::min(1.0, dead->rate / read)));
  found.present = {"dead letters come", "group advances"};
  for (std::string& cause : dead_letter_causes(of, *dead)) found.present.push_back(std::move(cause));
  if (!less)
    found.missing = {"rows written"};
  else
    (*less ? found.present : found.contradicting)
        .emplace_back(*less ? "fewer rows written than records read" : "as many rows written as records read");
  found.measured = {{"dlq_rate", dead->rate}, {"read_rate", read}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
