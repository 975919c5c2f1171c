// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/story/tracks.h"

#include <algorithm>
#include <cmath>

namespace tidemark::story {
namespace {
constexpr std::int64_t unit = 1'000'000'000;  // Exact's of one record: micro records per second times ms

std::int64_t floored(Exact exact) {
  const Exact quotient = exact / unit - (exact % unit < 0 ? 1 : 0);
  return static_cast<std::int64_t>(std::clamp<Exact>(quotient, INT64_MIN, INT64_MAX));
}
}  // namespace

std::uint64_t noise_seed(std::int64_t seed, std::string_view name) {
  std::uint64_t hash = 14695981039346656037ull;
  const std::string text = std::to_string(seed) + '\n' + std::string(name);
  for (const unsigned char c : text) hash = (hash ^ c) * 1099511628211ull;
  return hash;
}

Reason unknown_reason(const Signal& signal) {
  return signal::group_of(signal) ? Reason::no_commit : Reason::never_polled;
}

Tracks::Tracks(const Story& story) : story_(story), tracks_(story.series.size()) {
  std::vector<std::int64_t> look_back(story.series.size(), -1);
  for (std::size_t i = 0; i < story.series.size(); ++i) {
    const Series& series = story.series[i];
    tracks_[i].random.seed(noise_seed(story.seed, series.cluster.value() + '\n' + series.signal.value() + '\n' +
                                                      object::partition(series.partition).value()));
    if (series.follow)
      look_back[*series.follow] = std::max(look_back[*series.follow], std::min(series.delay, story.polls));
  }
  for (std::size_t i = 0; i < look_back.size(); ++i)
    if (look_back[i] >= 0) tracks_[i].past.resize(static_cast<std::size_t>(look_back[i]) + 1);

  // The parser refuses cycles, so each chain of follows ends.
  std::vector<bool> placed(story.series.size());
  for (std::size_t i = 0; i < story.series.size(); ++i) {
    std::vector<std::size_t> chain;
    for (std::optional<std::size_t> at = i; at && !placed[*at]; at = story.series[*at].follow) {
      chain.push_back(*at);
      placed[*at] = true;
    }
    order_.insert(order_.end(), chain.rbegin(), chain.rend());
  }
}

Exact Tracks::increment(std::size_t i, std::int64_t poll) {
  const Series& series = story_.series[i];
  Track& track = tracks_[i];
  while (track.rate < series.rates.size() && series.rates[track.rate].poll <= poll) ++track.rate;
  if (track.rate == 0) return 0;
  const Exact mean = Exact(series.rates[track.rate - 1].micro) * story_.step.count();
  if (!series.poisson || mean == 0) return mean;
  std::poisson_distribution<std::int64_t> draw(std::abs(static_cast<double>(mean)) / unit);
  const Exact drawn = Exact(draw(track.random)) * unit;
  return mean < 0 ? -drawn : drawn;
}

Tracks::Value Tracks::followed(const Series& series, std::int64_t poll) const {
  const Track& leader = tracks_[*series.follow];
  const std::int64_t at = poll - series.delay;
  if (at <= 0) return leader.first;
  return leader.past[static_cast<std::size_t>(at) % leader.past.size()];
}

Tracks::Value Tracks::compute(std::size_t i, std::int64_t poll) {
  const Series& series = story_.series[i];
  const Value open{0, unknown_reason(series.signal)};
  if (poll < series.from) return {0, Reason::never_polled};
  if (poll >= series.to) return {0, Reason::deleted};
  if (series.values) {
    const auto index = static_cast<std::size_t>(poll - series.from);
    if (index >= series.values->size() || !(*series.values)[index]) return open;
    return {Exact(*(*series.values)[index]) * unit, Reason::none};
  }
  if (!series.held.empty()) {
    std::size_t& next = tracks_[i].rate;
    while (next < series.held.size() && series.held[next].first <= poll) ++next;
    return next == 0 ? open : Value{Exact(series.held[next - 1].second) * unit, Reason::none};
  }
  if (series.follow && (series.rates.empty() || poll <= series.rates.front().poll)) {
    const Value value = followed(series, poll);
    return value.reason == Reason::none ? value : open;
  }
  if (!series.follow && poll == series.from) return {Exact(series.start) * unit, Reason::none};
  Value next = tracks_[i].now;
  if (next.reason == Reason::none) next.exact += increment(i, poll - 1);
  return next;
}

void Tracks::advance(std::int64_t poll) {
  for (const std::size_t i : order_) {
    Track& track = tracks_[i];
    track.now = compute(i, poll);
    if (poll == 0) track.first = track.now;
    if (!track.past.empty()) track.past[static_cast<std::size_t>(poll) % track.past.size()] = track.now;
  }
}

Known<std::int64_t> Tracks::value(std::size_t i) const {
  const Value& now = tracks_[i].now;
  if (now.reason != Reason::none) return now.reason;
  return floored(now.exact);
}

std::vector<StoryEnd> story_ends(const Story& story) {
  Tracks tracks(story);
  for (std::int64_t poll = 0; poll < story.polls; ++poll) tracks.advance(poll);
  std::vector<StoryEnd> ends;
  for (std::size_t i = 0; i < story.series.size(); ++i)
    ends.push_back({story.series[i].cluster, story.series[i].signal, story.series[i].partition, tracks.value(i)});
  return ends;
}

}  // namespace tidemark::story
