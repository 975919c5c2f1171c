// SPDX-License-Identifier: GPL-3.0-or-later
// R17: another broker coordinates the group, or loads its offsets, and no offset has been committed since.
#include <algorithm>
#include <array>

#include "models/analysis/rules/backlog.h"

namespace tidemark {
namespace {
struct Move {
  LocalTime since;
  std::string why;
};

std::optional<Move> moved(const PathCase& of, LocalTime from) {
  const StateSpan* now =
      of.file->snapshot.state_at(of.cluster, object::group(of.group), aspect::coordinator, of.file->at);
  if (!now || !now->from_lo || now->from_hi <= from) return std::nullopt;
  return Move{now->from_hi, "coordinator is now broker " + *now->value};
}

// What the brokers answered about the group.
std::optional<Move> loading(const PathCase& of, LocalTime from) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"oordinator load in progress", "COORDINATOR_LOAD_IN_PROGRESS", "Not coordinator", "NOT_COORDINATOR"});
  const Snapshot& snapshot = of.file->snapshot;
  for (const ErrorInfo& error : snapshot.errors) {
    if (snapshot.sources[snapshot.lanes[error.lane].source].spec.cluster != of.cluster) continue;
    if (error.error.scope != object::group(of.group).value() || error.at <= from || error.at > of.file->at) continue;
    if (std::ranges::any_of(words, [&](std::string_view w) { return error.error.text.find(w) != std::string::npos; }))
      return Move{error.at, error.error.text};
  }
  return std::nullopt;
}

// Committed before the move and at no poll after it, while records come.
bool stopped(const PathCase& of, LocalTime since) {
  bool before = false, waits = false;
  for (const PartitionCase& partition : of.partitions) {
    const auto& polls = partition.polls;
    for (std::size_t i = 1; i < polls.size(); ++i) {
      if (polls[i].committed == polls[i - 1].committed) continue;
      if (polls[i].at > since) return false;
      before = true;
    }
    waits = waits || partition.waits();
  }
  return before && waits;
}
}  // namespace

std::vector<Found> coordinator_moved(const PathCase& of) {
  const auto longest =
      std::ranges::max_element(of.partitions, {}, [](const PartitionCase& p) { return p.window().size(); });
  if (longest == of.partitions.end() || longest->window().empty()) return {};
  const LocalTime from = longest->window().front().at;
  auto move = moved(of, from);
  if (!move) move = loading(of, from);
  // What commits in rounds has not stopped before a round is over.
  if (!move || of.file->at - move->since <= of.round || !stopped(of, move->since)) return {};
  Found found{
      .finding = {.severity = Severity::warn, .confidence = Confidence::medium, .object = object::group(of.group)},
      .since = move->since};
  found.finding.params = {{"since", move->since}, {"why", move->why}};
  found.present = {move->why, "no commit since"};
  found.missing = {"whether reads go on"};
  found.measured = {{"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
