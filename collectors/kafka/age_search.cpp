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

// After so many rounds the frugal way has met traffic that it guesses badly.
constexpr int frugal_rounds = 8;

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

void add_open(std::vector<std::int64_t>& probes, const TimeIndex::Bracket& bracket, std::int64_t now, bool quick) {
  if (!bracket.lo && !bracket.hi) {
    for (const auto age : ladder) probes.push_back(now - age);
  } else if (!bracket.lo) {
    probes.push_back(0);
    probes.push_back(now - std::max(second, (now - bracket.hi->time) * 16));
  } else if (bracket.lo->time > now) {
    for (const auto ahead : future) probes.push_back(now + ahead);
  } else {
    const std::int64_t oldest = now - bracket.lo->time;
    probes.push_back(now + 1);
    probes.push_back(now - oldest / 16);
    // A consumer that went on is most often not far from where it was.
    if (quick)
      for (const std::int64_t part : {64, 16, 4, 2}) probes.push_back(now - oldest + oldest / part);
  }
}

// Even steps: they end it in two rounds, whatever the traffic, where the bracket is few enough tolerances wide.
bool add_even(std::vector<std::int64_t>& probes, std::int64_t lo, std::int64_t hi, std::int64_t now) {
  constexpr std::int64_t parts = 7;
  if (hi - lo > 2 * age_tolerance(now - hi) * parts * parts) return false;
  for (std::int64_t i = 1; i < parts; ++i) probes.push_back(lo + (hi - lo) * i / parts);
  return true;
}

void add_thirds(std::vector<std::int64_t>& probes, std::int64_t lo, std::int64_t hi, std::int64_t now) {
  probes.push_back(at_log_share(lo, hi, now, 1.0 / 3));
  probes.push_back(at_log_share(lo, hi, now, 2.0 / 3));
}

void add_quick(std::vector<std::int64_t>& probes, const TimeIndex::Bracket& bracket, const AgeSearch& search,
               int round) {
  const std::int64_t lo = bracket.lo->time, hi = bracket.hi->time;
  if (round > 0 && add_even(probes, lo, hi, search.now)) return;
  const double share = offset_share(bracket, search.offset);
  const auto linear = lo + static_cast<std::int64_t>(share * static_cast<double>(hi - lo));
  // Traffic may be even in time, or even in the log of its age: each is right for one of them.
  add_around(probes, round % 2 == 0 ? linear : at_log_share(lo, hi, search.now, share), search.now);
  add_thirds(probes, lo, hi, search.now);
}

// Where the bracket holds enough records, its offsets tell where in it the record is, give or take their square root.
void add_frugal(std::vector<std::int64_t>& probes, const TimeIndex::Bracket& bracket, const AgeSearch& search) {
  constexpr double enough_records = 32;
  const std::int64_t lo = bracket.lo->time, hi = bracket.hi->time;
  const auto records = static_cast<double>(bracket.hi->first - bracket.lo->first);
  const auto width = static_cast<double>(hi - lo);
  const bool one_octave = (search.now - lo) < 2 * std::max(least_tolerance, search.now - hi);
  if (records < enough_records || !one_octave) return add_thirds(probes, lo, hi, search.now);
  const auto guess = lo + static_cast<std::int64_t>(offset_share(bracket, search.offset) * width);
  const auto spread = static_cast<std::int64_t>(width / std::sqrt(records));
  const auto reach = std::max(age_tolerance(search.now - guess) * 9 / 10, spread);
  probes.push_back(guess - reach);
  probes.push_back(guess + reach);
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

std::vector<std::int64_t> next_probes(const TimeIndex::Bracket& bracket, const AgeSearch& search, int round) {
  std::vector<std::int64_t> probes;
  const auto& hint = search.hint;
  const bool closed = bracket.lo && bracket.hi;
  if (hint && round == 0 && (!bracket.lo || *hint > bracket.lo->time) && (!bracket.hi || *hint < bracket.hi->time))
    add_around(probes, *hint, search.now);
  else if (!closed)
    add_open(probes, bracket, search.now, search.pace == Pace::quick);
  else if (search.pace == Pace::quick || round >= frugal_rounds)
    add_quick(probes, bracket, search, round);
  else
    add_frugal(probes, bracket, search);
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
