// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/incident.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/lane_family.h"
#include "models/analysis/onset/inputs.h"
#include "models/analysis/onset/moves.h"
#include "models/analysis/onset/order.h"
#include "models/analysis/onset/robust.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis nearby_before{15 * 60'000};
constexpr double most_drift = 0.2;  // of a witness that nothing moved, as a logarithm

// What is known of the groups of lanes that nothing moved in.
struct Sight {
  std::map<LaneGroup, NonMover> witness;
  std::set<LaneGroup> moved;
  std::map<LaneGroup, Reason> blind;  // why nothing is known of what is there
};

// A rate that goes in steps and then pauses: nothing came, so the rate is 0 from then on.
Judgement as_rate(const Judgement& pause, const SampledSeries& series, const OnsetWindow& window) {
  Judgement out = pause;
  std::vector<double> base;
  for (const OnsetSample& sample : series.samples)
    if (sample.at > window.base_from && sample.at <= window.base_to) base.push_back(sample.value);
  out.before = base.empty() ? 0 : median(std::move(base));
  out.after = pause.verdict == ChangeVerdict::unchanged ? out.before : 0;
  return out;
}

// The files of a commit that never came were announced: the failed round began there.
void narrow(const Snapshot& snapshot, const OnsetInput& input, const BeatJudgement& pause, Judgement& judged) {
  for (const StateSpan& span : snapshot.states) {
    if (span.aspect != aspect::announced || span.object != input.object || !span.value || span.value->empty()) continue;
    if (snapshot.sources[span.source].spec.cluster != input.cluster) continue;
    const bool lasts = !span.to || *span.to > pause.due;
    if (!lasts || span.from_hi <= pause.last || span.from_hi > pause.due) continue;
    judged.lo = std::max(judged.lo, span.from_lo.value_or(judged.lo));
    judged.hi = span.from_hi;
    break;
  }
  for (const SourceEvent& seen : snapshot.events) {
    const Event& event = seen.event;
    if (event.kind == "commit-error" && event.object == input.object && event.hi > pause.last && event.hi < judged.hi)
      judged.hi = std::max(event.hi, judged.lo);
  }
}

Judgement judge(const Snapshot& snapshot, const OnsetInput& input, const OnsetWindow& window) {
  const InputSamples samples = samples_of(snapshot, input, window);
  Judgement out = judge(samples.series, window);
  if (!samples.beats) {
    // Nobody looked any more: what came since is not known to be as it was. (A share has no sample where nothing came.)
    constexpr int kept = 3;  // intervals, as everywhere
    const bool ends = input.kind != OnsetInput::Kind::share && !samples.series.samples.empty() &&
                      window.to - samples.series.samples.back().until > kept * samples.series.interval;
    if (ends && out.verdict == ChangeVerdict::unchanged) out.verdict = ChangeVerdict::no_sample;
    return out;
  }
  const BeatJudgement pause = judge_beats(*samples.beats, window);
  Judgement beats = pause.judged;
  if (input.kind == OnsetInput::Kind::commits) {
    if (beats.verdict == ChangeVerdict::changed) narrow(snapshot, input, pause, beats);
    return beats;
  }
  if (input.paced) return out;
  beats = as_rate(beats, samples.series, window);
  const auto abnormal = [](const Judgement& j) {
    return j.verdict == ChangeVerdict::changed || j.verdict == ChangeVerdict::standing;
  };
  if (abnormal(beats) && (!abnormal(out) || beats.hi < out.hi)) return beats;
  if (abnormal(out)) return out;
  return out.verdict == ChangeVerdict::unchanged ? out : beats;
}

Onset onset_of(const OnsetInput& input, const Judgement& judged) {
  Onset out;
  out.place = input.place;
  out.cluster = input.cluster;
  out.object = input.object;
  out.topic = input.topic;
  out.series = input.series;
  out.unit = input.unit;
  out.lo = judged.lo;
  out.hi = judged.hi;
  out.before = OnsetValue(judged.before);
  out.after = OnsetValue(judged.after);
  out.over_gap = judged.over_gap;
  return out;
}

OnsetValue state_value(const std::string& state) {
  if (state.empty()) return Reason::not_applicable;
  return OnsetValue(state);
}

Onset onset_of(const Move& move) {
  Onset out;
  out.place = move.place;
  out.cluster = move.cluster;
  out.object = move.object;
  out.series = move.series;
  out.lo = move.lo;
  out.hi = move.hi;
  out.before = state_value(move.before);
  out.after = state_value(move.after);
  out.said = move.text;
  out.over_gap = move.over_gap;
  out.count = move.count;
  return out;
}

// Rates before gauges before states, the largest rate first: what carries most traffic says most. Of gauges that which
// stayed closest.
bool better(const NonMover& a, const NonMover& b) {
  const auto weight = [](const NonMover& of) {
    const auto* value = of.before ? std::get_if<double>(&*of.before) : nullptr;
    const bool rate = of.unit == "/s" && value && *value > 0;
    const double much = rate ? -*value : of.ratio && *of.ratio > 0 ? std::abs(std::log(*of.ratio)) : 0;
    return std::tuple(rate ? 0 : of.ratio ? 1 : value ? 2 : 3, much);
  };
  return std::tuple(weight(a), a.cluster, a.object, a.topic, a.series) <
         std::tuple(weight(b), b.cluster, b.object, b.topic, b.series);
}

void add_witness(NonMover witness, Sight& sight) {
  const auto [known, fresh] = sight.witness.try_emplace(witness.place.lanes, witness);
  if (!fresh && better(witness, known->second)) known->second = std::move(witness);
}

void add_unchanged(const OnsetInput& input, const Judgement& judged, Sight& sight) {
  NonMover out{input.place, input.cluster, input.object, input.topic, input.series, input.unit};
  out.before = OnsetValue(judged.before);
  out.after = OnsetValue(judged.after);
  if (judged.before > 0) out.ratio = judged.after / judged.before;
  // No change is proven, and neither is that there was none.
  if (out.ratio && std::abs(std::log(*out.ratio)) > most_drift) {
    sight.blind.try_emplace(input.place.lanes, Reason::ambiguous);
    return;
  }
  add_witness(std::move(out), sight);
}

// Adds what one input says; false where it neither moved nor stands.
bool add_judged(const OnsetInput& input, const Judgement& judged, Sight& sight, Incident& out) {
  if (judged.verdict == ChangeVerdict::changed) {
    out.onsets.push_back(onset_of(input, judged));
    return true;
  }
  if (judged.verdict != ChangeVerdict::standing) return false;
  out.standing.push_back({input.place, input.cluster, input.object, input.series, {}, judged.hi});
  sight.moved.insert(input.place.lanes);
  return true;
}

void add_series(const Snapshot& snapshot, const OnsetInput& input, const OnsetWindow& window, Sight& sight,
                Incident& out) {
  const Judgement judged = judge(snapshot, input, window);
  if (add_judged(input, judged, sight, out)) return;
  bool moved = false;
  const std::vector<OnsetInput> parts = parts_of(snapshot, input);
  for (const OnsetInput& part : parts)
    if (add_judged(part, judge(snapshot, part, window), sight, out)) moved = true;
  if (moved) return;
  if (judged.verdict == ChangeVerdict::unchanged) {
    add_unchanged(input, judged, sight);
  } else {
    const bool short_one = judged.verdict == ChangeVerdict::too_short;
    if (short_one) ++out.too_short;
    Reason& reason = sight.blind.try_emplace(input.place.lanes, Reason::collector_off).first->second;
    if (short_one) reason = Reason::no_history;
  }
}

void add_moves(const Snapshot& snapshot, const OnsetWindow& window, const Filter& filter,
               const std::vector<Event>& said, Sight& sight, Incident& out) {
  const StateMoves states = state_moves(snapshot, window, filter);
  for (const Move& move : states.moves) out.onsets.push_back(onset_of(move));
  for (const Standing& standing : states.standing) {
    out.standing.push_back(
        {standing.place, standing.cluster, standing.object, "state", standing.state, standing.since});
    sight.moved.insert(standing.place.lanes);
  }
  for (const Steady& steady : states.steady) {
    NonMover witness{steady.place, steady.cluster, steady.object, {}, "state", {}};
    witness.before = witness.after = OnsetValue(steady.state);
    add_witness(std::move(witness), sight);
  }
  EventMoves events = event_moves(snapshot, window, filter, said);
  for (const Move& move : events.moves) out.onsets.push_back(onset_of(move));
  out.nearby = std::move(events.nearby);
}

// What stands where, from what is written on: by its lanes, but for a schema, which comes before what is written in it.
int topology(const LayerPlace& place) { return place.layer == "schema" ? -1 : static_cast<int>(place.lanes); }

void put_order(Incident& incident) {
  std::vector<OrderKey> keys;
  for (const Onset& onset : incident.onsets)
    keys.push_back({onset.lo, onset.hi, topology(onset.place),
                    onset.cluster.value() + '\n' + onset.object.value() + '\n' + onset.topic + '\n' + onset.series});
  std::vector<Onset> ordered;
  for (const Ranked& ranked : order_of(keys)) {
    Onset& onset = ordered.emplace_back(std::move(incident.onsets[ranked.index]));
    onset.rank = ranked.rank;
    onset.tied = ranked.tied;
    onset.first = ranked.first;
  }
  incident.onsets = std::move(ordered);
}

void put_nearby(Incident& incident) {
  if (incident.onsets.empty()) {
    std::erase_if(incident.nearby, [&](const EventRow& row) { return row.at_hi <= incident.window.from; });
    return;
  }
  LocalTime first = LocalTime::max();
  for (const Onset& onset : incident.onsets) first = std::min(first, onset.hi);
  std::erase_if(incident.nearby, [&](const EventRow& row) {
    return row.at_hi < first - nearby_before || row.at_lo.value_or(row.at_hi) >= first;
  });
}

void put_sight(Sight sight, Incident& incident) {
  for (const Onset& onset : incident.onsets) sight.moved.insert(onset.place.lanes);
  for (const LaneGroup lanes : lane_groups) {
    if (sight.moved.contains(lanes) || lanes == LaneGroup::collector) continue;
    if (const auto witness = sight.witness.find(lanes); witness != sight.witness.end()) {
      incident.unchanged.push_back(std::move(witness->second));
      continue;
    }
    const auto blind = sight.blind.find(lanes);
    incident.unseen.push_back({lanes, blind == sight.blind.end() ? Reason::never_polled : blind->second});
  }
}
}  // namespace

OnsetWindow default_window(const Snapshot& snapshot, LocalTime to) {
  const Millis history = snapshot.oldest && *snapshot.oldest < to ? Millis(to - *snapshot.oldest) : Millis(0);
  return window_of(to - std::min(history / 2, longest_onset_window), to);
}

SnapshotRequest incident_request(const OnsetWindow& window, const Filter& filter) {
  SnapshotRequest request = lag_request(window.to, filter);
  request.from = std::min(window.base_from, window.from);
  request.to = window.to;
  request.min_polls = 2 * good_baseline;
  request.min_commits = 50;
  request.topic_names.clear();  // gauges and states of what has no topic are wanted too
  request.signal_names.clear();
  request.signal_prefixes.clear();
  request.ages_from_history = false;
  return request;
}

Incident incident_of(const Snapshot& told, const OnsetWindow& window, const Filter& filter, const Profile& profile,
                     const std::vector<Event>& said) {
  // A series is judged over the whole time, also where the interval of its polls was changed.
  const std::optional<Snapshot> joined = with_families_joined(told);
  const Snapshot& snapshot = joined ? *joined : told;
  Incident out;
  out.window = window;
  Sight sight;
  std::vector<OnsetInput> inputs = onset_inputs(snapshot, window, filter, profile);
  const auto rest = std::ranges::stable_partition(
      inputs, [](const OnsetInput& input) { return input.kind == OnsetInput::Kind::commits; });
  for (auto input = inputs.begin(); input != rest.begin(); ++input) add_series(snapshot, *input, window, sight, out);
  // What does not commit lands nothing: its commits date that, and better.
  std::set<std::pair<ClusterName, Object>> silent;
  for (const Onset& onset : out.onsets) silent.emplace(onset.cluster, onset.object);
  for (const StandingOnset& standing : out.standing) silent.emplace(standing.cluster, standing.object);
  for (const OnsetInput& input : rest)
    if (!input.paced || !silent.contains({input.cluster, input.object}))
      add_series(snapshot, input, window, sight, out);
  add_moves(snapshot, window, filter, said, sight, out);
  put_order(out);
  put_nearby(out);
  put_sight(std::move(sight), out);
  std::ranges::sort(out.standing, {},
                    [](const StandingOnset& of) { return std::tie(of.place.lanes, of.cluster, of.object, of.series); });
  out.coverage = coverage_of(told, window.from, window.to, any_source);
  out.rebuilt = rebuilt_notes(told, std::min(window.base_from, window.from), window.to);
  return out;
}

}  // namespace tidemark
