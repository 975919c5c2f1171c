// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/age_search.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tidemark {
namespace {
constexpr std::int64_t least_tolerance = 60;
constexpr std::int64_t second = 1000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;
// Ages that split an open bracket.
constexpr std::array ladder{30 * second, hour, 3 * day};
// How far ahead a clock may be.
constexpr std::array future{2 * second, minute, hour, day};

double log_age(std::int64_t age) { return std::log(static_cast<double>(std::max(age, least_tolerance))); }

// The time at a share of the bracket, the share being of the log of the age, counted from the old side.
std::int64_t at_log_share(std::int64_t lo, std::int64_t hi, std::int64_t now, double share) {
  const double oldest = log_age(now - lo), youngest = log_age(now - hi);
  return now - static_cast<std::int64_t>(std::exp(oldest + (youngest - oldest) * share));
}

double offset_share(const TimeIndex::Bracket& bracket, std::int64_t offset) {
  const auto span = static_cast<double>(bracket.hi->first - bracket.lo->first);
  if (span <= 0) return 0.5;
  return std::clamp((static_cast<double>(offset - bracket.lo->first) + 0.5) / span, 0.0, 1.0);
}

// Two probes that the record's time would lie between if the guess is right: then one round is enough. Two more further
// out, so that a guess that is a little off leaves little to do.
void add_around(std::vector<std::int64_t>& probes, std::int64_t guess, std::int64_t now) {
  const std::int64_t tolerance = age_tolerance(now - guess);
  for (const std::int64_t tenths : {-200, -9, 9, 200}) probes.push_back(guess + tolerance * tenths / 10);
}

void add_open(std::vector<std::int64_t>& probes, const TimeIndex::Bracket& bracket, std::int64_t now, bool hinted) {
  if (!bracket.lo) probes.push_back(0);
  if (!bracket.hi) {
    if (bracket.lo && bracket.lo->time > now)
      for (const auto ahead : future) probes.push_back(now + ahead);
    else
      probes.push_back(now + 1);
  }
  if (!hinted)
    for (const auto age : ladder) probes.push_back(now - age);
}

void add_closed(std::vector<std::int64_t>& probes, const TimeIndex::Bracket& bracket, std::int64_t offset,
                std::int64_t now, int round) {
  const std::int64_t lo = bracket.lo->time, hi = bracket.hi->time;
  // Few enough tolerances wide for even steps to end it in two rounds, whatever the traffic.
  constexpr std::int64_t parts = 7;
  if (round > 0 && hi - lo <= 2 * age_tolerance(now - hi) * parts * parts) {
    for (std::int64_t i = 1; i < parts; ++i) probes.push_back(lo + (hi - lo) * i / parts);
    return;
  }
  const double share = offset_share(bracket, offset);
  const auto linear = lo + static_cast<std::int64_t>(share * static_cast<double>(hi - lo));
  // Traffic may be even in time, or even in the log of its age: each is right for one of them.
  add_around(probes, round % 2 == 0 ? linear : at_log_share(lo, hi, now, share), now);
  probes.push_back(at_log_share(lo, hi, now, 1.0 / 3));
  probes.push_back(at_log_share(lo, hi, now, 2.0 / 3));
}
}  // namespace

std::int64_t age_tolerance(std::int64_t age) { return std::max(least_tolerance, age / 125); }

std::optional<AgeResult> age_within(const TimeIndex::Bracket& bracket, std::int64_t now) {
  if (!bracket.lo || !bracket.hi) return std::nullopt;
  const std::int64_t oldest = now - bracket.lo->time;
  const std::int64_t youngest = now - bracket.hi->time + 1;
  if (oldest <= 0) return AgeResult{0, -youngest};
  const std::int64_t low = std::max<std::int64_t>(youngest, 0);
  const std::int64_t age = low + (oldest - low) / 2;
  return AgeResult{age, std::max(oldest - age, age - youngest)};
}

std::optional<AgeResult> settled_age(const TimeIndex::Bracket& bracket, std::int64_t now) {
  const auto result = age_within(bracket, now);
  if (!result) return std::nullopt;
  const bool from_the_future = bracket.lo->time >= now;
  if (from_the_future || result->error <= age_tolerance(result->age)) return result;
  return std::nullopt;
}

std::vector<std::int64_t> next_probes(const TimeIndex::Bracket& bracket, std::int64_t offset, std::int64_t now,
                                      std::optional<std::int64_t> hint, int round) {
  std::vector<std::int64_t> probes;
  const bool closed = bracket.lo && bracket.hi;
  const bool hinted =
      hint && round == 0 && (!bracket.lo || *hint > bracket.lo->time) && (!bracket.hi || *hint < bracket.hi->time);
  if (hinted) add_around(probes, *hint, now);
  if (!closed)
    add_open(probes, bracket, now, hinted);
  else if (!hinted)
    add_closed(probes, bracket, offset, now, round);
  std::erase_if(probes, [&](std::int64_t time) {
    return time < 0 || (bracket.lo && time <= bracket.lo->time) || (bracket.hi && time >= bracket.hi->time);
  });
  // Rounding may leave nothing of a bracket that is wide enough for one more probe.
  if (probes.empty() && closed && bracket.hi->time - bracket.lo->time > 1)
    probes.push_back(bracket.lo->time + (bracket.hi->time - bracket.lo->time) / 2);
  std::ranges::sort(probes);
  const auto doubles = std::ranges::unique(probes);
  probes.erase(doubles.begin(), doubles.end());
  return probes;
}

}  // namespace tidemark
