// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/progress.h"

#include <algorithm>

#include "models/analysis/replay/part.h"

namespace tidemark {
namespace {
// Unknown where one of them is.
template <class T, class Get>
Known<T> sum_of(const std::vector<PartProgress>& parts, Get&& get) {
  T sum{};
  for (const PartProgress& part : parts) {
    const Known<T> value = get(part);
    if (!value) return value.reason();
    sum += *value;
  }
  return sum;
}

// The same of those that are not through.
template <class Get>
Known<double> pace_sum(const std::vector<PartProgress>& parts, Get&& get) {
  const auto ended = [](const PartProgress& part) { return part.state && *part.state == ReplayState::finished; };
  if (std::ranges::all_of(parts, ended)) return Reason::not_applicable;
  return sum_of<double>(parts, [&](const PartProgress& part) { return ended(part) ? Known<double>(0.0) : get(part); });
}

// The worst state speaks for all; one that is not known only where no known one is worse than draining.
void put_state(ReplayProgress& out) {
  const PartProgress* worst = nullptr;
  const PartProgress* unknown = nullptr;
  for (const PartProgress& part : out.parts) {
    if (!part.state && !unknown) unknown = &part;
    if (!part.state) continue;
    const bool later = worst && *part.state == *worst->state && part.pace.eta &&
                       (!worst->pace.eta || *part.pace.eta > *worst->pace.eta);
    if (!worst || *part.state > *worst->state || later) worst = &part;
  }
  if (unknown && (!worst || *worst->state <= ReplayState::draining)) worst = unknown;
  if (!worst) return;
  out.state = worst->state;
  if (!worst->state || *worst->state > ReplayState::waiting) out.worst = worst->partition;
}

void put_eta(ReplayProgress& out) {
  const auto latest = [&](Known<LocalTime> Pace::* time) {
    Known<LocalTime> all = Reason::not_applicable;
    for (const PartProgress& part : out.parts) {
      const Known<LocalTime>& one = part.pace.*time;
      if (part.state && *part.state == ReplayState::finished) continue;
      if (!one) return Known<LocalTime>(one.reason());
      if (!all || *one > *all) all = *one;
    }
    return all;
  };
  out.eta = latest(&Pace::eta);
  out.eta_lo = out.eta ? latest(&Pace::eta_lo) : out.eta;
  out.eta_hi = out.eta ? latest(&Pace::eta_hi) : out.eta;
}

void put_race(ReplayProgress& out) {
  for (const PartProgress& part : out.parts) {
    out.lost += part.lost;
    const auto smaller = [](auto& least, const auto& one) {
      if (one ? !least || *one < *least : !least && one.reason() != Reason::not_applicable) least = one;
    };
    smaller(out.headroom, part.headroom);
    smaller(out.overtaken, part.overtaken);
  }
}

void put_end(const FoundReplay& replay, ReplayProgress& out) {
  const auto& said = replay.declared;
  if (said && said->finished) {
    out.state = ReplayState::finished;
    out.finished = *said->finished;
    out.eta = out.eta_lo = out.eta_hi = Reason::not_applicable;
    return;
  }
  if (!out.state || *out.state != ReplayState::finished) return;
  LocalTime last = replay.begun_at;
  for (const PartProgress& part : out.parts) last = std::max(last, part.through.value_or(last));
  out.finished = last;
}
}  // namespace

std::string_view word(ReplayState state) {
  constexpr std::string_view words[] = {"finished", "waiting", "draining", "not-draining", "stalled", "overtaken"};
  return words[static_cast<std::size_t>(state)];
}

ReplayProgress progress_at(const Snapshot& snapshot, const FoundReplay& replay, LocalTime at) {
  ReplayProgress out;
  for (const auto& [partition, part] : replay.parts) out.parts.push_back(part_at(snapshot, replay, partition, at));
  if (out.parts.empty()) {
    out.state = ReplayState::waiting;
    out.eta = out.eta_lo = out.eta_hi = Reason::not_applicable;
    put_end(replay, out);
    return out;
  }
  out.from = sum_of<std::int64_t>(out.parts, [](const auto& part) { return part.from; });
  out.to = sum_of<std::int64_t>(out.parts, [](const auto& part) { return part.to; });
  out.done = sum_of<std::int64_t>(out.parts, [](const auto& part) { return part.done; });
  out.remaining = sum_of<std::int64_t>(out.parts, [](const auto& part) { return part.remaining; });
  if (out.done && out.remaining) {
    const auto all = static_cast<double>(*out.done + *out.remaining);
    out.share = all > 0 ? static_cast<double>(*out.done) / all : 1.0;
  } else {
    out.share = out.done ? out.remaining.reason() : out.done.reason();
  }
  out.rate = pace_sum(out.parts, [](const auto& part) { return part.pace.read; });
  out.drain = pace_sum(out.parts, [](const auto& part) { return part.pace.drain; });
  out.drain_2m = pace_sum(out.parts, [](const auto& part) { return part.pace.drain_2m; });
  out.drain_20m = pace_sum(out.parts, [](const auto& part) { return part.pace.drain_20m; });
  put_state(out);
  put_eta(out);
  put_race(out);
  put_end(replay, out);
  return out;
}

}  // namespace tidemark
