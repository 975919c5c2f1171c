// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "collectors/story/tracks.h"

namespace tidemark::story {
namespace {

// The source that would have seen an object, and its first lane.
struct Part {
  std::string_view kind;
  std::string_view lane;
};
Part part_of(std::string_view object_kind) {
  if (object_kind == "connector" || object_kind == "task") return {"connect", "connectors"};
  if (object_kind == "table") return {"tables", "tables"};
  if (object_kind == "registry") return {"registry", "subjects"};
  if (object_kind == "catalog" || object_kind == "store" || object_kind == "sink" || object_kind == "model")
    return {"probes", "probes"};
  return {"kafka", "offsets"};
}

struct MetricState {
  const Metric* metric;
  std::mt19937_64 random;
  std::size_t step = 0;  // the last that holds, counted from 1
};

struct StateCursor {
  const StateTrack* track;
  std::size_t step = 0;
};

// One lane as it is played: what it reads, and what it has still to say.
struct Lane {
  LaneSpec spec;
  LaneId id;
  std::int64_t every = 1;
  std::vector<std::size_t> series;
  std::vector<MetricState> metrics;
  std::vector<StateCursor> states;
  std::vector<const StateTrack*> leaders;    // of series[i]'s partition, where the story tells of it
  std::vector<std::optional<SeriesId>> ids;  // of series, then of metrics
  std::size_t next_event = 0;
  std::size_t next_commit = 0;
  bool tells_commits = false;
  bool tells_events = false;
  std::optional<std::int64_t> last_poll;
  std::vector<Span> gaps;
  std::size_t next_gap = 0;
};

const StateStep* at_poll(const StateTrack& track, std::int64_t poll) {
  const StateStep* found = nullptr;
  for (const StateStep& step : track.steps)
    if (step.poll <= poll) found = &step;
  return found;
}

std::string unit_of(const Signal& signal) {
  if (signal.value().ends_with("_ms")) return "ms";
  if (signal.value().ends_with("_rate")) return "1/s";
  return "";
}

class Player final {
 public:
  Player(const Story& story, SampleSink& sink, const Clock& clock, const StoryOptions& options)
      : story_(story), sink_(sink), clock_(clock), options_(options), tracks_(story) {
    plan();
  }
  Result<StorySummary> run();

 private:
  Lane& lane(std::string_view kind, const ClusterName& cluster, std::string name, std::string lane_name,
             std::int64_t every);
  void plan();
  void plan_series();
  void plan_gaps(Lane& lane) const;
  bool in_gap(const Lane& lane, std::int64_t poll) const;
  Poll poll_of(Lane& lane, std::int64_t n);
  void add_samples(Lane& lane, std::int64_t n, Poll& poll);
  void add_metrics(Lane& lane, std::int64_t n, Poll& poll);
  void add_states(Lane& lane, std::int64_t n, Poll& poll);
  void add_events(Lane& lane, std::int64_t n, Poll& poll);
  void add_commits(Lane& lane, std::int64_t n, Poll& poll) const;
  void add_gaps(Lane& lane, std::int64_t n, Poll& poll) const;
  Result<> push(Poll poll);

  const Story& story_;
  SampleSink& sink_;
  const Clock& clock_;
  const StoryOptions& options_;
  Tracks tracks_;
  std::vector<Lane> lanes_;
  StorySummary summary_;
};

Lane& Player::lane(std::string_view kind, const ClusterName& cluster, std::string name, std::string lane_name,
                   std::int64_t every) {
  if (every > 1) lane_name += "-every-" + std::to_string(every);
  const LaneSpec spec{{std::string(kind), std::move(name), cluster}, std::move(lane_name), every * story_.step};
  const auto found = std::ranges::find(lanes_, spec, &Lane::spec);
  if (found != lanes_.end()) return *found;
  Lane fresh;
  fresh.spec = spec;
  fresh.every = every;
  return lanes_.emplace_back(std::move(fresh));
}

void Player::plan_series() {
  std::map<std::pair<ClusterName, Object>, const StateTrack*> leaders;
  for (const StateTrack& track : story_.states)
    if (track.aspect == aspect::leader) leaders[{track.cluster, track.object}] = &track;
  for (std::size_t i = 0; i < story_.series.size(); ++i) {
    const Series& series = story_.series[i];
    const bool table = series.signal.value().starts_with("table:");
    Lane& to = table ? lane("tables", series.cluster, series.cluster.value(), "tables", series.every)
                     : lane("kafka", series.cluster, series.cluster.value(), "offsets", series.every);
    const auto leader = leaders.find({series.cluster, object::partition(series.partition)});
    to.series.push_back(i);
    to.leaders.push_back(table || leader == leaders.end() ? nullptr : leader->second);
  }
}

void Player::plan() {
  lane("kafka", story_.cluster, story_.cluster.value(), "offsets", 1).tells_events = true;
  plan_series();
  if (!story_.commits.empty()) lane("tables", story_.cluster, story_.cluster.value(), "tables", 1).tells_commits = true;
  for (const StateTrack& track : story_.states) {
    const Part part = part_of(object::kind(track.object));
    lane(part.kind, track.cluster, track.cluster.value(), std::string(part.lane), 1).states.push_back({&track});
  }
  for (const Metric& metric : story_.metrics)
    lane("metrics", story_.cluster, metric.layer, "metrics", 1)
        .metrics.push_back(
            {&metric, std::mt19937_64(noise_seed(story_.seed, metric.signal.value() + '\n' + metric.object.value()))});
  for (Lane& planned : lanes_) {
    planned.id = sink_.lane(planned.spec);
    planned.ids.resize(planned.series.size() + planned.metrics.size());
    plan_gaps(planned);
  }
}

void Player::plan_gaps(Lane& lane) const {
  const SourceSpec& source = lane.spec.source;
  for (const Span& gap : story_.gaps)
    if (gap.from < gap.to && (gap.source.empty() || gap.source == source.name || gap.source == source.kind ||
                              gap.source == source.kind + ':' + source.name))
      lane.gaps.push_back(gap);
  std::ranges::stable_sort(lane.gaps, {}, &Span::from);
}

bool Player::in_gap(const Lane& lane, std::int64_t poll) const {
  return std::ranges::any_of(lane.gaps, [poll](const Span& gap) { return gap.from <= poll && poll < gap.to; });
}

void Player::add_samples(Lane& lane, std::int64_t n, Poll& poll) {
  for (std::size_t i = 0; i < lane.series.size(); ++i) {
    const Series& series = story_.series[lane.series[i]];
    if (n < series.from || (n >= series.to && !lane.ids[i])) continue;
    if (!lane.ids[i]) {
      lane.ids[i] = sink_.series(lane.id, {series.signal, object::partition(series.partition), "records", 0});
      ++summary_.series;
    }
    Known<std::int64_t> value = tracks_.value(lane.series[i]);
    if (n >= series.to) {
      poll.died.push_back(*lane.ids[i]);
      value = Reason::deleted;
    }
    const bool group = signal::group_of(series.signal).has_value();
    const StateStep* leader = lane.leaders[i] && !group ? at_poll(*lane.leaders[i], n) : nullptr;
    if (value && leader && leader->value == "none") value = Reason::leaderless;
    poll.samples.push_back({*lane.ids[i], value.value_or(0), value.reason()});
    if (n >= series.to) lane.ids[i].reset();
  }
}

void Player::add_metrics(Lane& lane, std::int64_t n, Poll& poll) {
  for (std::size_t i = 0; i < lane.metrics.size(); ++i) {
    MetricState& state = lane.metrics[i];
    const Metric& metric = *state.metric;
    while (state.step < metric.steps.size() && metric.steps[state.step].first <= n) ++state.step;
    std::optional<SeriesId>& id = lane.ids[lane.series.size() + i];
    if (!id) {
      if (state.step == 0) continue;
      id = sink_.series(lane.id, {metric.signal, metric.object, unit_of(metric.signal), metric.scale10});
      ++summary_.series;
    }
    const std::optional<double>& held = metric.steps[state.step - 1].second;
    if (!held) {
      poll.samples.push_back({*id, 0, Reason::not_probed});
      continue;
    }
    double value = *held;
    if (metric.noise > 0)
      value = std::max(0.0, value * (1 + metric.noise * std::normal_distribution<double>()(state.random)));
    constexpr double largest = 9e18;
    const double scaled = std::clamp(value * std::pow(10.0, metric.scale10), -largest, largest);
    poll.samples.push_back({*id, std::llround(scaled), Reason::none});
  }
}

void Player::add_states(Lane& lane, std::int64_t n, Poll& poll) {
  for (StateCursor& cursor : lane.states) {
    const auto& steps = cursor.track->steps;
    while (cursor.step < steps.size() && steps[cursor.step].poll <= n) ++cursor.step;
    if (cursor.step == 0) continue;
    const StateStep& step = steps[cursor.step - 1];
    poll.states.push_back({cursor.track->object, cursor.track->aspect, step.value, step.detail});
  }
}

void Player::add_events(Lane& lane, std::int64_t n, Poll& poll) {
  if (!lane.tells_events) return;
  for (; lane.next_event < story_.events.size() && story_.events[lane.next_event].poll <= n; ++lane.next_event) {
    const StoryEvent& event = story_.events[lane.next_event];
    if (event.poll != n) continue;  // it lies in a gap, where nothing exists
    std::optional<LocalTime> lo;
    if (lane.last_poll) lo = story_.time(*lane.last_poll);
    poll.events.push_back({lo, story_.time(n), event.layer, event.kind, event.object, event.text, event.severity});
  }
}

// All up to now: a table still has in its metadata what it wrote while nobody looked.
void Player::add_commits(Lane& lane, std::int64_t n, Poll& poll) const {
  if (!lane.tells_commits) return;
  for (; lane.next_commit < story_.commits.size() && story_.commits[lane.next_commit].poll <= n; ++lane.next_commit)
    poll.commits.push_back(story_.commits[lane.next_commit].commit);
}

void Player::add_gaps(Lane& lane, std::int64_t n, Poll& poll) const {
  for (; lane.next_gap < lane.gaps.size() && lane.gaps[lane.next_gap].to <= n; ++lane.next_gap) {
    const Span& gap = lane.gaps[lane.next_gap];
    const std::string detail = gap.text == word(gap.reason) ? std::string() : gap.text;
    poll.gaps.push_back({story_.time(gap.from), story_.time(gap.to), gap.reason, detail});
  }
}

Poll Player::poll_of(Lane& lane, std::int64_t n) {
  Poll poll;
  poll.lane = lane.id;
  poll.wall = story_.time(n);
  poll.mono = MonoTime(n * story_.step);
  poll.boot = "story";
  poll.due = poll.answered = 1;
  add_gaps(lane, n, poll);
  add_samples(lane, n, poll);
  add_metrics(lane, n, poll);
  add_states(lane, n, poll);
  add_events(lane, n, poll);
  add_commits(lane, n, poll);
  lane.last_poll = n;
  summary_.samples += static_cast<std::int64_t>(poll.samples.size());
  return poll;
}

Result<> Player::push(Poll poll) {
  constexpr Millis full_queue_wait{5};
  while (!sink_.push(poll))
    if (!clock_.wait(options_.stop, full_queue_wait))
      return fail(ErrorCode::cancelled, "stopped while the story was played");
  return {};
}

Result<StorySummary> Player::run() {
  constexpr std::int64_t reports = 100;
  const std::int64_t report_every = std::max<std::int64_t>(1, story_.polls / reports);
  for (std::int64_t n = 0; n < story_.polls; ++n) {
    if (options_.stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped while the story was played");
    tracks_.advance(n);
    for (Lane& lane : lanes_)
      if (n % lane.every == 0 && !in_gap(lane, n)) TM_CHECK(push(poll_of(lane, n)));
    if (options_.progress && ((n + 1) % report_every == 0 || n + 1 == story_.polls))
      options_.progress(n + 1, story_.polls);
  }
  summary_.from = story_.start;
  summary_.to = story_.time(story_.polls - 1);
  summary_.polls = story_.polls;
  return summary_;
}
}  // namespace

Result<StorySummary> play_story(const Story& story, SampleSink& sink, const Clock& clock, const StoryOptions& options) {
  return Player(story, sink, clock, options).run();
}

}  // namespace tidemark::story
