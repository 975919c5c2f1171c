// SPDX-License-Identifier: GPL-3.0-or-later
// R35: what was deleted is still found by the user's own query, for longer than the class allows. Signals of a store:
// tombstones (deleted keys that are still found) and tombstone_age_ms (since when the oldest of them is deleted); of a
// store that tells none, retrieval_age_ms.
#include <algorithm>
#include <array>

#include "models/analysis/rules/signals.h"

namespace tidemark {

std::vector<Found> stale_vector(const PathCase& of) {
  static constexpr auto counts = std::to_array<std::string_view>({"tombstones"});
  static constexpr auto ages = std::to_array<std::string_view>({"tombstone_age_ms", "retrieval_age_ms"});  // the first
  constexpr Millis assumed{300'000};
  const std::vector<PathSignal> retrieved = signals_of(of, ages);
  const ClassProfile* budget = of.path ? of.path->budget : nullptr;
  const bool told = budget && budget->delete_target;
  const Millis limit = told ? *budget->delete_target : assumed;
  for (const PathSignal& deleted : signals_of(of, counts)) {
    const auto age = std::ranges::find(retrieved, deleted.object, &PathSignal::object);
    if (!deleted.own || age == retrieved.end() || !age->now || deleted.now.value_or(0) <= 0) continue;
    const Millis waited(static_cast<std::int64_t>(*age->now));
    if (waited <= limit) continue;
    Found found{.finding = {.severity = Severity::warn,
                            .confidence = told ? Confidence::high : Confidence::medium,
                            .object = deleted.object},
                .about = deleted.object.value(),
                .since = of.file->at - waited};
    found.finding.params = {{"name", std::string(object::name(deleted.object))},
                            {"keys", static_cast<std::int64_t>(*deleted.now)},
                            {"deleted", LocalTime(of.file->at - waited)},
                            {"limit", limit}};
    found.present = {"deleted keys are found", "longer than the limit"};
    if (!told) found.missing = {"delete_target of the class; 5 min is assumed"};
    found.measured = {{"tombstones", *deleted.now}, {age->name, waited}, {"limit_ms", limit}};
    return {found};
  }
  return {};
}

}  // namespace tidemark
