// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lag_class.h"

#include <array>

namespace tidemark {
namespace {
constexpr double most_of_a_plain_load = 1.5, burst_of = 2, keeps_up = 0.99;

bool says(const Known<bool>& signal) { return signal.value_or(false); }
bool denies(const Known<bool>& signal) { return signal && !*signal; }

bool reads_less(const LagEvidence& e) { return e.produced && e.read && *e.read < keeps_up * *e.produced && e.grows; }

// Reads fell everywhere while as much is produced as before, and the sink was slow by then; without its latency a
// queue that is full, or a consumer that has nothing to do, hints at it.
std::optional<Confidence> sink_bound(const LagEvidence& e) {
  const bool flat = e.burst && *e.burst < most_of_a_plain_load;
  if (!flat || !e.read_fell || !e.everywhere) return std::nullopt;
  if (says(e.sink_slow)) {
    if (!e.sink_first) return std::nullopt;
    return e.sink_is_own ? Confidence::high : Confidence::medium;
  }
  if (denies(e.sink_slow)) return std::nullopt;
  if (says(e.queue_full) || denies(e.cpu_high)) return Confidence::low;
  return std::nullopt;
}

std::optional<Confidence> consumer_bound(const LagEvidence& e) {
  const bool flat = e.burst && *e.burst < most_of_a_plain_load;
  if (!says(e.stable_group) || !flat || !e.steady || !reads_less(e) || says(e.sink_slow)) return std::nullopt;
  if (says(e.cpu_high) || says(e.polls_late)) return Confidence::high;
  if (denies(e.cpu_high)) return Confidence::low;
  return denies(e.sink_slow) ? Confidence::medium : Confidence::low;
}

std::optional<Confidence> producer_burst(const LagEvidence& e) {
  if (!e.burst || *e.burst < burst_of || !e.read_holds) return std::nullopt;
  return e.burst_is_over ? Confidence::medium : Confidence::high;
}
}  // namespace

std::string_view word(LagClass kind) {
  static constexpr std::array<std::string_view, 11> words{"current",        "no-consumer",    "paused", "failed",
                                                          "stuck",          "rebalancing",    "uneven", "sink-bound",
                                                          "consumer-bound", "producer-burst", "unknown"};
  return words.at(static_cast<std::size_t>(kind));
}

LagJudgement judge_lag(const LagEvidence& evidence) {
  if (evidence.state) return {*evidence.state, Confidence::high};
  if (!evidence.lags) return {LagClass::current, Confidence::high};
  if (evidence.uneven) return {LagClass::uneven, Confidence::high};
  if (const auto confidence = sink_bound(evidence)) return {LagClass::sink_bound, *confidence};
  if (const auto confidence = consumer_bound(evidence)) return {LagClass::consumer_bound, *confidence};
  if (const auto confidence = producer_burst(evidence)) return {LagClass::producer_burst, *confidence};
  return {LagClass::unknown, Confidence::low};
}

}  // namespace tidemark
