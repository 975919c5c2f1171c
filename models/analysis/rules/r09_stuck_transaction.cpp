// SPDX-License-Identifier: GPL-3.0-or-later
// R09: the end of what is readable stands while the log grows: a transaction is open at it. Whose it is, no client
// library that is used here can ask, so the confidence is never more than medium.
#include <algorithm>

#include "models/analysis/rules/rhythm.h"
#include "models/analysis/rules/rule.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
bool held(const PathCase& of, const PartitionCase& partition) {
  constexpr int rounds = 2;
  constexpr Millis usual_timeout{60'000};  // Kafka's own for a transaction
  const auto last = partition.window();
  if (last.empty() || !partition.row->stable || last.back().high <= last.front().high) return false;
  for (const MarkPoll& poll : last)
    if (poll.readable != last.back().readable || poll.readable >= poll.high) return false;
  // A producer that ends a transaction a minute blocks its readers for a minute, and all is well.
  const Rhythm rhythm = rhythm_of(of.file->snapshot, partition.keys().stable, of.file->at);
  const Millis stood = of.file->at - rhythm.last.value_or(rhythm.first.value_or(of.file->at));
  return stood > std::max(usual_timeout, rounds * rhythm.pause);
}
}  // namespace

std::vector<Found> stuck_transaction(const PathCase& of) {
  std::vector<const PartitionCase*> partitions;
  Known<LocalTime> since = Reason::no_history;
  std::int64_t records = 0, waiting = 0;
  for (const PartitionCase& partition : of.partitions) {
    if (!held(of, partition)) continue;
    const MarkPoll& now = partition.polls.back();
    const Known<Crossing> open =
        crossing_before(of.file->snapshot, partition.keys().high, Offset(now.readable), of.file->at);
    const auto begun = open.map([](const Crossing& crossing) { return crossing.hi; });
    since = partitions.empty() ? begun : earlier_of(since, begun);
    partitions.push_back(&partition);
    records += now.high - now.readable;
    waiting += now.committed >= now.readable ? 1 : 0;
  }
  if (partitions.empty()) return {};
  const PartitionCase& first = *partitions.front();
  Found found{
      .finding = {.severity = Severity::warn, .confidence = Confidence::medium, .object = object::topic(of.topic)},
      .since = since};
  found.variant = since ? "" : "long";
  std::string where = partition_text(first.id()) + '@' + std::to_string(first.polls.back().readable);
  if (partitions.size() > 1) where += " and " + std::to_string(partitions.size() - 1) + " more";
  found.finding.params = {{"where", where}, {"records", records}};
  if (since) found.finding.params.emplace("since", *since);
  found.present = {"stable stands", "high moves"};
  (waiting > 0 ? found.present : found.contradicting)
      .emplace_back(waiting > 0 ? "the group waits at it" : "the group has not come to it yet");
  found.missing = {"producer id and age of the transaction"};
  found.measured = {{"held_back", records}, {"partitions", std::ssize(partitions)}};
  return {found};
}

}  // namespace tidemark
