// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/age.h"

#include <algorithm>

namespace tidemark {
namespace {
// What the collector looked up, brought forward from its poll to `at`.
Age looked_up(const Snapshot& snapshot, const MarkKeys& keys, const Known<Measured>& age, LocalTime at) {
  const Millis since = std::max(Millis(0), Millis(at - age->at));
  const Known<Measured> error = snapshot.at(keys.age_error, at);
  return {Millis(age->value) + since, error.map([](const Measured& m) { return Millis(m.value); }), AgeMethod::bisect};
}

Age from_history(const Snapshot& snapshot, const MarkKeys& keys, Offset offset, LocalTime at) {
  const Known<Crossing> crossing = crossing_before(snapshot, keys.high, offset, at);
  if (!crossing) return Age::unknown(crossing.reason());
  return {std::max(Millis(0), Millis(at - crossing->estimate)), Millis(crossing->hi - crossing->lo),
          AgeMethod::history};
}
}  // namespace

Known<Millis> certain_age(const Known<Millis>& age, const Known<Millis>& error) {
  return age.map([&](Millis value) { return std::max(Millis(0), value - error.value_or(Millis(0))); });
}

Age age_at(const Snapshot& snapshot, const MarkKeys& keys, const Known<Residue>& residue, LocalTime at) {
  const Known<Measured> committed = read_at(snapshot, keys.committed, at);
  if (!committed) return Age::unknown(committed.reason());
  const Known<Measured> high = read_at(snapshot, keys.high, at);
  if (!high) return Age::unknown(high.reason());
  if (committed->value > high->value) return Age::unknown(Reason::ambiguous);
  const Known<std::int64_t> stable = value_of(read_at(snapshot, keys.stable, at));
  const bool drained = committed->value >= stable.value_or(high->value) || (residue && hides_nothing(*residue));
  if (drained) return {Millis(0), Millis(at - committed->at), AgeMethod::none};

  const Known<Measured> age = snapshot.at(keys.age, at);
  if (age) return looked_up(snapshot, keys, age, at);
  // Records below the floor are gone: the oldest that can still be read is at the floor.
  const std::int64_t floor = value_of(snapshot.at(keys.floor, at)).value_or(0);
  const Age history = from_history(snapshot, keys, Offset(std::max(committed->value, floor)), at);
  const bool asked = age.reason() != Reason::never_polled && age.reason() != Reason::not_supported &&
                     age.reason() != Reason::not_probed && age.reason() != Reason::not_applicable;
  return !history.age && asked ? Age::unknown(age.reason()) : history;
}

}  // namespace tidemark
