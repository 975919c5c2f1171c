// SPDX-License-Identifier: GPL-3.0-or-later
// R00: the path is older than its class promises. Who joins the findings drops it where another one explains that.
#include <algorithm>

#include "models/analysis/landing.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/slices.h"

namespace tidemark {
namespace {
// The marks that end the path: the group's, or its tables'.
std::vector<MarkKeys> ends_of(const PathCase& of, const ClassProfile& budget) {
  std::vector<MarkKeys> out;
  if (budget.end == "group")
    for (const PartitionCase& partition : of.partitions) out.push_back(partition.keys());
  else
    for (const TableCase& table : of.tables)
      for (const AlignRow* row : table.rows)
        out.push_back(landing_keys(of.cluster, table.table->table, row->partition));
  return out;
}

struct Over {
  std::vector<AgeSeries> ages;
  Millis age{};  // at least
};

std::optional<Over> over(const PathCase& of, const ClassProfile& budget) {
  Over out;
  const TopicTraits traits = of.partitions.empty() ? TopicTraits() : of.partitions.front().traits;
  for (const MarkKeys& keys : ends_of(of, budget)) {
    AgeSeries series = age_series(of.file->snapshot, keys, traits, of.file->snapshot.from, of.file->at);
    if (series.polls.empty()) continue;
    const AgePoll& now = series.polls.back();
    out.age = std::max(out.age, now.age ? *now.age - now.error : now.at_least);
    out.ages.push_back(std::move(series));
  }
  if (out.age <= *budget.target) return std::nullopt;
  return out;
}

// The budget of 30 days goes in two: both windows at 14.4 times what is allowed.
bool burns(const Over& over, const ClassProfile& budget, LocalTime at) {
  constexpr Millis long_window{3'600'000}, short_window{300'000};
  constexpr double fast = 14.4, usual_objective = 99;
  const double objective = budget.objective.value_or(usual_objective);
  const std::vector<Slice> slices = slices_of(over.ages, *budget.target, at - long_window, at).minutes;
  return burn_rate(slices, objective, long_window).value_or(0) >= fast &&
         burn_rate(slices, objective, short_window).value_or(0) >= fast;
}

// What left its earlier level first of all that the path shows; empty where nothing did.
std::string moved_first(const PathCase& of) {
  std::string text;
  LocalTime first = LocalTime::max();
  const auto offer = [&](const std::string& name, std::string_view signal, std::span<const Regime> regimes) {
    if (regimes.size() < 2 || !regimes.front().begun || regimes.front().hi >= first) return;
    first = regimes.front().hi;
    text = name + ' ' + value_text(signal, regimes[1].level) + " -> " + value_text(signal, regimes.front().level);
  };
  offer("produce rate", {}, of.backlog.produced);
  offer("read rate", {}, of.backlog.read);
  for (const PathSignal& signal : signals_of(of, metric_names())) offer(signal.text(), signal.name, signal.regimes);
  return text;
}
}  // namespace

std::vector<Found> unexplained(const PathCase& of) {
  const ClassProfile* budget = of.path ? of.path->budget : nullptr;
  if (!budget || !budget->target) return {};
  const auto late = over(of, *budget);
  if (!late) return {};
  const Known<LocalTime> since = late_since(late->ages, *budget->target);
  const bool fast = burns(*late, *budget, of.file->at);
  Found found{.finding = {.severity = fast ? Severity::error : Severity::warn,
                          .confidence = Confidence::low,
                          .object = of.object()},
              .since = since};
  const std::string moved = moved_first(of);
  found.variant = moved.empty() ? "still" : "";
  found.finding.params = {{"age", late->age}, {"target", *budget->target}, {"moved", moved}};
  found.present = {"age over the target", "no rule matches"};
  if (moved.empty()) found.missing = {"anything that moved"};
  found.measured = {{"age_ms", late->age}, {"target_ms", *budget->target}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
