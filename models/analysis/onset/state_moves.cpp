// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/onset/moves.h"
#include "models/analysis/scope.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
constexpr int beyond_usual = 2;

// Bad states without a good one between them.
struct Episode {
  std::string before;  // the good state that it left; empty: not known
  std::string state;   // its first
  std::optional<LocalTime> lo;
  LocalTime hi;
  std::optional<LocalTime> end;
};

struct Track {
  std::vector<const StateSpan*> spans;
  std::size_t source = 0;
};

Millis inside(LocalTime from, LocalTime to, LocalTime begin, LocalTime end) {
  return std::max(Millis(0), Millis(std::min(to, end) - std::max(from, begin)));
}

std::vector<Episode> episodes_of(const Track& track, LocalTime to) {
  std::vector<Episode> out;
  std::string good;
  bool open = false;
  for (const StateSpan* span : track.spans) {
    if (span->from_hi > to) break;
    const auto bad = is_bad_state(object::kind(span->object), span->value);
    if (!bad) continue;
    if (!*bad) {
      if (open) out.back().end = span->from_hi;
      good = span->value.value_or("");
      open = false;
    } else if (!open) {
      out.push_back({good, span->value.value_or("gone"), span->from_lo, span->from_hi, {}});
      open = true;
    }
  }
  return out;
}

// A gap of a lane of the source inside (lo, hi].
bool over_gap(const Snapshot& snapshot, std::size_t source, LocalTime lo, LocalTime hi) {
  return std::ranges::any_of(snapshot.gaps, [&](const GapInfo& gap) {
    return snapshot.lanes[gap.lane].source == source && gap.gap.from < hi && gap.gap.to > lo;
  });
}

// How long something that is gone may still have been told of: a cluster lists a dead broker until its session ends.
Millis told_on(const Snapshot& snapshot, const ClusterName& cluster, const Object& object, LocalTime at) {
  constexpr Millis usual_session{9'000};  // Kafka's own
  if (object::kind(object) != "broker") return Millis(0);
  static const std::string session = std::string(aspect::config_prefix).append("broker.session.timeout.ms");
  return Millis(state_number(snapshot, cluster, object, session, at).value_or(usual_session.count()));
}

bool is_in_scope(const Filter& filter, const ClusterName& cluster, const Object& object) {
  if (!in_scope(filter.cluster, cluster.value())) return false;
  if (object::kind(object) == "group") return in_scope(filter.group, object::name(object));
  return object::kind(object) != "table" || in_scope(filter.table, object::name(object));
}

void judge(const Snapshot& snapshot, const Track& track, const OnsetWindow& window, StateMoves& out) {
  const Object& object = track.spans.front()->object;
  const ClusterName& cluster = snapshot.sources[track.source].spec.cluster;
  const LayerPlace place = place_of_object({}, object);
  const std::vector<Episode> episodes = episodes_of(track, window.to);
  Millis usual{};
  for (const Episode& episode : episodes)
    usual = std::max(usual, inside(window.base_from, window.base_to, episode.hi, episode.end.value_or(window.to)));
  bool bad = false;
  for (const Episode& episode : episodes) {
    const LocalTime end = episode.end.value_or(window.to);
    if (end <= window.from && episode.end) continue;
    bad = true;
    const bool seen_begin = episode.lo.has_value() && !episode.before.empty();
    if (episode.hi <= window.from || !seen_begin) {
      out.standing.push_back({place, cluster, object, episode.state,
                              seen_begin ? Known<LocalTime>(episode.hi) : Known<LocalTime>(Reason::no_history)});
      return;
    }
    if (end - episode.hi <= beyond_usual * usual) continue;
    const LocalTime lo = *episode.lo - told_on(snapshot, cluster, object, *episode.lo);
    out.moves.push_back({place,
                         cluster,
                         object,
                         "state",
                         episode.before,
                         episode.state,
                         {},
                         lo,
                         episode.hi,
                         over_gap(snapshot, track.source, *episode.lo, episode.hi)});
    return;
  }
  if (bad) return;
  for (const StateSpan* span : track.spans)
    if (span->from_hi <= window.to && (!span->to || *span->to > window.to) &&
        is_bad_state(object::kind(object), span->value) == false)
      out.steady.push_back({place, cluster, object, *span->value});
}

bool answered_in(const Snapshot& snapshot, std::size_t source, const OnsetWindow& window) {
  return std::ranges::any_of(snapshot.lanes, [&](const LaneInfo& lane) {
    return lane.source == source && std::ranges::any_of(lane.polls, [&](const PollInfo& poll) {
             return poll.wall > window.from && poll.wall <= window.to && poll.answered > 0;
           });
  });
}
}  // namespace

std::optional<bool> is_bad_state(std::string_view kind, const std::optional<std::string>& value) {
  if (kind == "broker") return !value || *value != "up";
  if (kind == "group") return value ? std::optional(*value != "Stable") : std::nullopt;  // Empty came before it went
  if (kind == "connector" || kind == "task") {
    if (value && *value == "RESTARTING") return std::nullopt;
    return !value || *value != "RUNNING";
  }
  if (kind == "job") {  // on its way up it is neither
    if (value == "CREATED" || value == "INITIALIZING" || value == "RECONCILING" || value == "DEPLOYING")
      return std::nullopt;
    return value != "RUNNING";
  }
  if (kind == "catalog" || kind == "store" || kind == "registry" || kind == "sink" || kind == "model" ||
      kind == "processor")
    return value ? std::optional(*value != "ok") : std::nullopt;
  return std::nullopt;
}

StateMoves state_moves(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter) {
  std::map<std::tuple<ClusterName, Object, std::string>, Track> tracks;
  for (const StateSpan& span : snapshot.states) {
    const SourceSpec& source = snapshot.sources[span.source].spec;
    if (span.aspect != aspect::state || !is_in_scope(filter, source.cluster, span.object)) continue;
    if (ends_rebuilt(source, span.value.has_value())) continue;
    const SourceSpec of = collected_of(source);
    Track& track = tracks[{source.cluster, span.object, of.kind + ':' + of.name}];
    track.spans.push_back(&span);
    track.source = span.source;
  }
  StateMoves out;
  std::map<std::size_t, bool> answered;
  for (auto& [key, track] : tracks) {
    const auto [known, fresh] = answered.try_emplace(track.source, false);
    if (fresh) known->second = answered_in(snapshot, track.source, window);
    if (!known->second) continue;
    std::ranges::stable_sort(track.spans, {}, &StateSpan::from_hi);
    judge(snapshot, track, window, out);
  }
  return out;
}

}  // namespace tidemark
