// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/pace.h"

#include <algorithm>
#include <cmath>

#include "models/analysis/replay/steady.h"

namespace tidemark {
namespace {
constexpr Millis fewest{120'000};    // of history, for any forecast
constexpr Millis longer{1'200'000};  // the shortest past of a forecast, where there is as much
constexpr Millis longest{Millis(std::chrono::days(366)).count()};
constexpr Millis day{86'400'000};
constexpr double per_second = 1000;

double count(Millis time) { return static_cast<double>(time.count()); }
Millis millis(double time) { return Millis(std::llround(std::min(time, count(longest)))); }

// The past of one partition, up to `base`: the newest time at which the group's offset is known to the poll.
struct Past {
  MarkLine read;  // rises, and `base`
  MarkLine written;
  LocalTime begin;  // of the pace that lasts
  LocalTime base;
  double left = 0;
  bool to_live = false;
};

struct Rates {
  double read = 0;
  double written = 0;
  double drain() const { return read - written; }
};

double written_over(const Past& past, Millis horizon) {
  if (!past.to_live) return 0;
  const LocalTime first = past.written.front().at;
  const Millis known = past.base - first;
  const Millis over = std::clamp(horizon, std::min(longer, known), known);
  const double now = pace_between(past.written, past.base - over, past.base);
  constexpr Millis hour{3'600'000};
  if (known < day + hour || horizon >= day || horizon < hour) return now;
  // The same hours of yesterday, as much higher or lower as the last hour is.
  const double then = pace_between(past.written, past.base - day - hour, past.base - day);
  const double last = pace_between(past.written, past.base - hour, past.base);
  constexpr double alike = 2;
  if (then <= 0 || last > alike * then || last * alike < then) return now;
  return pace_between(past.written, past.base - day, past.base - day + horizon) * last / then;
}

Rates rates_over(const Past& past, Millis horizon) {
  const Millis known = past.base - past.begin;
  const Millis over = std::clamp(horizon, std::min(longer, known), known);
  return {pace_between(past.read, past.base - over, past.base), written_over(past, horizon)};
}

// What is left divided by the drain over a past as long as the answer.
struct Through {
  Rates rates;
  Millis takes = longest;
};
Through through(const Past& past) {
  Through out{rates_over(past, longer)};
  constexpr int rounds = 12;
  for (int i = 0; i < rounds && out.rates.drain() > 0; ++i) {
    const double next = std::min(past.left / out.rates.drain(), count(longest));
    const double damped = i == 0 || i == rounds - 1 ? next : std::sqrt(next * std::max(1.0, count(out.takes)));
    out.takes = millis(damped);
    if (i < rounds - 1) out.rates = rates_over(past, out.takes);
  }
  return out;
}

struct Spread {
  double down = 0;
  double up = 0;
};
// How far means over `length` lie from `middle` between `from` and `to`.
Spread spread_of(const MarkLine& line, LocalTime from, LocalTime to, Millis length, double middle) {
  constexpr std::int64_t most = 200;
  std::vector<double> means;
  const Millis room = (to - from) - length;
  const Millis step = std::max({Millis(length / 4), Millis(room / most), Millis(1000)});
  for (Millis back{0}; back <= room; back += step) means.push_back(pace_between(line, to - back - length, to - back));
  if (means.size() < 2) return {middle / 4, middle / 4};
  std::ranges::sort(means);
  const auto at = [&](double share) {
    return means[static_cast<std::size_t>(std::lround(share * static_cast<double>(means.size() - 1)))];
  };
  return {std::max(0.0, middle - at(0.1)), std::max(0.0, at(0.9) - middle)};
}

struct Band {
  double low = 0;
  double high = 0;
};
Band band_of(const Past& past, const Through& middle) {
  constexpr double parts = 4;
  const Millis known = past.base - past.begin;
  const Millis shortest = std::min(Millis(60'000), known);
  const auto length = [&](Millis of) { return std::max(shortest, std::min(middle.takes, millis(count(of) / parts))); };
  const Spread read = spread_of(past.read, past.begin, past.base, length(known), middle.rates.read);
  Spread written;
  if (past.to_live) {
    const Millis all = past.base - past.written.front().at;
    const Millis of = std::min(all, std::max({known, middle.takes, longer}));
    written = spread_of(past.written, past.base - of, past.base, length(of), middle.rates.written);
  }
  // Of the drain: what comes is never quite as what was, and what nobody has seen yet, a pause, only makes it slower.
  constexpr double least_slower = 0.15, least_faster = 0.08;
  constexpr double wider = 1.25;  // few stretches do not show all that can be
  const double drain = middle.rates.drain();
  return {drain - std::max(least_slower * drain, wider * std::hypot(read.down, written.up)),
          drain + std::max(least_faster * drain, wider * std::hypot(read.up, written.down))};
}

void forecast(const Past& past, const PaceQuestion& question, Millis cadence, Pace& pace) {
  const Through middle = through(past);
  pace.read = middle.rates.read * per_second;
  pace.drain = middle.rates.drain() * per_second;
  const bool gains = *pace.drain > 0 && *pace.drain_20m > 0;
  pace.state = gains ? PaceState::draining : PaceState::not_draining;
  pace.eta = pace.eta_lo = pace.eta_hi = Reason::not_applicable;
  if (!gains) return;
  const Band band = band_of(past, middle);
  const double drain = middle.rates.drain();
  // So uncertain that no time is nearer than any other.
  if (band.low <= -drain || middle.takes >= longest) {
    pace.eta = pace.eta_lo = pace.eta_hi = Reason::ambiguous;
    return;
  }
  const Millis blur = cadence + question.interval;
  const auto no_earlier = [&](LocalTime time) { return std::max(time, question.at); };
  pace.eta = no_earlier(past.base + middle.takes);
  pace.eta_lo = no_earlier(past.base + millis(past.left / band.high) - blur);
  if (band.low > 0)
    pace.eta_hi = std::max(*pace.eta, past.base + millis(past.left / band.low)) + blur;
  else
    pace.eta_hi = Reason::ambiguous;
}

void put_stalled(const PaceQuestion& question, LocalTime newest, Pace& pace) {
  pace.state = PaceState::stalled;
  pace.read = 0;
  pace.eta = pace.eta_lo = pace.eta_hi = Reason::not_applicable;
  if (!question.to && question.written.empty()) return;
  pace.drain_2m = question.to ? 0 : -pace_between(question.written, newest - fewest, newest) * per_second;
  pace.drain = pace.drain_20m = pace.drain_2m;
}

void put_recent(const Past& past, Millis known, Pace& pace) {
  const auto drain_over = [&](Millis over) {
    const LocalTime from = past.base - std::min(over, known);
    const double written = past.to_live ? pace_between(past.written, from, past.base) : 0;
    return (pace_between(past.read, from, past.base) - written) * per_second;
  };
  pace.drain_2m = drain_over(fewest);
  pace.drain_20m = drain_over(longer);
}
}  // namespace

Pace pace_of(const PaceQuestion& question) {
  Pace pace;
  Past past{rises_of(question.read), question.written, {}, {}, 0, !question.to};
  const LocalTime newest = question.read.back().at;
  constexpr std::size_t few = 5;
  Millis cadence = std::max(question.interval, usual_step(past.read).value_or(question.interval));
  if (past.read.size() < few) cadence = std::max(cadence, question.usual);
  const Millis quiet = newest - past.read.back().at;
  constexpr int still = 5;
  if (quiet >= std::max({fewest, still * cadence, 2 * still * question.interval})) {
    put_stalled(question, newest, pace);
    return pace;
  }
  if (past.read.size() < 2 || (past.to_live && past.written.empty())) return pace;
  // What comes before the first reading is no pace: somebody resets a group, then starts it.
  past.read.front().at = std::max(past.read.front().at, past.read[1].at - cadence);
  // Commits come in steps; a longer silence is part of the pace.
  past.base = past.read.back().at;
  if (quiet > 2 * cadence + question.interval) {
    past.base = newest;
    past.read.push_back({newest, past.read.back().value});
  }
  const Millis known = past.base - past.read.front().at;
  if (known < fewest) return pace;
  const double end = past.to_live ? value_at(past.written, past.base) : static_cast<double>(*question.to);
  past.left = std::max(0.0, end - value_at(past.read, past.base));
  put_recent(past, known, pace);
  past.begin = steady_since(past.read, past.base);
  forecast(past, question, cadence, pace);
  return pace;
}

}  // namespace tidemark
