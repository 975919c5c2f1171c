// SPDX-License-Identifier: GPL-3.0-or-later
// R14: snapshots arrive on a time-out, one after the other, and none says through when it is complete.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
constexpr std::ptrdiff_t fewest = 3;
constexpr double nearly = 0.9;

// Commits that landed data, newest last, from which on valid-through did not move.
std::vector<const SeenCommit*> frozen(const TableCase& table) {
  std::vector<const SeenCommit*> run;
  const auto& all = table.table->commits.all;
  for (auto seen = all.rbegin(); seen != all.rend(); ++seen) {
    const TableCommit& commit = (*seen)->commit;
    if (is_housekeeping(commit) || !table.table->commits.live(**seen)) continue;
    if (!run.empty() && commit.valid_through && commit.valid_through != run.back()->commit.valid_through) break;
    run.push_back(*seen);
  }
  // The first of them that has a time may be the one that set it.
  if (!run.empty() && run.back()->commit.valid_through) run.pop_back();
  std::ranges::reverse(run);
  return run;
}

// A round takes as long as it may.
bool takes_all(const PathCase& of, const TableCase& table) {
  if (!table.table->timeout || table.table->timeout->count() <= 0) return false;
  std::vector<Object> objects{table.object()};
  if (of.connector) objects.push_back(object::connector(of.connector->connector));
  return std::ranges::any_of(of.file->snapshot.columns, [&](const Column& column) {
    if (column.spec.signal.value() != "commit_latency_ms" ||
        std::ranges::find(objects, column.spec.object) == objects.end())
      return false;
    const Known<Measured> latency = of.file->snapshot.at(
        {of.file->snapshot.cluster_of(column), column.spec.signal, column.spec.object}, of.file->at);
    double value = latency ? static_cast<double>(latency->value) : 0;
    for (int i = 0; i < column.spec.scale10; ++i) value /= 10;
    return value >= nearly * static_cast<double>(table.table->timeout->count());
  });
}
}  // namespace

std::vector<Found> watermark_frozen(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    std::vector<const SeenCommit*> run = frozen(table);
    const bool slow = takes_all(of, table);
    if (!slow) {
      // Only the partial ones at the end.
      const auto whole = std::ranges::find_if(run.rbegin(), run.rend(),
                                              [](const SeenCommit* seen) { return seen->commit.partial != true; });
      run.erase(run.begin(), whole.base());
    }
    if (std::ssize(run) < fewest) continue;
    Found found{.finding = {.severity = Severity::warn, .confidence = table.confidence(), .object = table.object()},
                .about = table.table->table.value(),
                .since = local_time(commit_ms(*run.front()))};
    found.finding.params = {{"table", table.table->table.value()}, {"commits", std::ssize(run)}};
    found.present = {"snapshots arrive", "valid-through absent or unchanged",
                     slow ? "commit latency = time-out" : "partial commits"};
    found.measured = {{"commits", std::ssize(run)}};
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tidemark
