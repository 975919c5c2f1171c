// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/last_record.h"

#include <algorithm>

namespace tidemark {

LastRecord last_record(const Snapshot& snapshot, const PartitionKey& key, LocalTime at) {
  const SeriesKey age_key{key.cluster, signal::last_record_age, key.partition};
  if (const Known<Measured> age = snapshot.at(age_key, at)) {
    const Known<Measured> error = snapshot.at({key.cluster, signal::last_record_age_error, key.partition}, at);
    const Millis since = std::max(Millis(0), Millis(at - age->at));
    return {Millis(age->value) + since, error.map([](const Measured& m) { return Millis(m.value); })};
  }
  const SeriesKey high_key{key.cluster, signal::high, key.partition};
  const Known<Measured> high = read_at(snapshot, high_key, at);
  if (!high) return {high.reason(), high.reason()};
  const Known<Measured> floor = snapshot.at({key.cluster, signal::floor, key.partition}, at);
  // An empty log has no last record.
  if (floor && floor->value == high->value) return {Reason::not_applicable, Reason::not_applicable};
  const Known<Crossing> rose = crossing_before(snapshot, high_key, Offset(high->value - 1), at);
  if (!rose) return {rose.reason(), rose.reason()};
  // The last record came with the rise or, of several, shortly before: somewhere in (lo, hi].
  return {std::max(Millis(0), Millis(at - rose->hi)), Millis(rose->hi - rose->lo)};
}

}  // namespace tidemark
