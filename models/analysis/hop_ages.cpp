// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/hop_ages.h"

#include <algorithm>
#include <map>

#include "models/analysis/hop_parts.h"
#include "models/analysis/mirror_marks.h"
#include "models/analysis/rising_mark.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
constexpr int stale_after_intervals = 3;  // as Snapshot::at

// What a poll says of one partition of a hop's topic.
struct Step {
  LocalTime at;
  Millis interval{};
  Known<LocalTime> through = Reason::no_history;  // all that was there by then is passed on
  Known<Millis> certain = Reason::no_history;     // what waits was there for so long at least
};

struct Part {
  Millis interval{};
  std::vector<Step> steps;
};

struct HopSteps {
  std::vector<Part> parts;
  bool atomic = false;
  Reason unseen = Reason::none;  // why nobody sees this hop
};

// The first offset may be a transaction's marker: the second one is certain, where it is written.
Known<Millis> certain_of(const RisingMark& high, std::int64_t mark, LocalTime at) {
  const AgePoll second = high.age(mark + 1, at);
  return second.age ? std::max(Millis(0), *second.age - second.error) : second.at_least;
}

Part mark_part(const Snapshot& snapshot, const MarkKeys& keys, const TopicTraits& traits, LocalTime at) {
  const AgeSeries series = age_series(snapshot, keys, traits, LocalTime::min(), at);
  const RisingMark high(snapshot, keys.high);
  Part out{series.interval, {}};
  for (const AgePoll& poll : series.polls) {
    Step& step = out.steps.emplace_back(Step{.at = poll.at, .interval = poll.interval});
    if (!poll.age) {
      step.through = poll.age.reason();
      step.certain = certain_of(high, poll.mark, poll.at);
    } else if (*poll.age > Millis(0)) {
      step.through = poll.at - *poll.age - poll.error;
      step.certain = certain_of(high, poll.mark, poll.at);
    } else {
      // The log's end may have been read before the mark was.
      const Known<Measured> end = snapshot.at(keys.high, poll.at);
      step.through = end ? std::min(end->at, poll.at) : poll.at;
      step.certain = Millis(0);
    }
  }
  return out;
}

Step mirror_step(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition,
                 const RisingMark& high, LocalTime at) {
  Step step{.at = at};
  const MirrorMark mark = mirror_mark(snapshot, mirror, partition, at);
  const Object object = object::partition(partition);
  const Known<Measured> end = snapshot.at({mirror.source, signal::high, object}, at);
  if (!mark.done || !end) {
    step.through = mark.done ? end.reason() : mark.done.reason();
    return step;
  }
  const Known<std::int64_t> stable = value_of(snapshot.at({mirror.source, signal::stable, object}, at));
  if (*mark.done >= std::min(stable.value_or(end->value), end->value)) {
    step.through = std::min(end->at, mark.at);
    step.certain = Millis(0);
    return step;
  }
  const AgePoll first = high.age(*mark.done, at);
  step.through = first.age ? Known<LocalTime>(at - *first.age - first.error) : first.age.reason();
  if (mark.exact) step.certain = certain_of(high, *mark.done, at);
  return step;
}

Part mirror_part(const Snapshot& snapshot, const MirrorProfile& mirror, const TopicPartition& partition, LocalTime at) {
  const Object object = object::partition(partition);
  const SeriesKey of = mirror.type == "link" ? SeriesKey{mirror.target, signal::high, object}
                                             : SeriesKey{mirror.source, signal::mirrored(mirror.name), object};
  const RisingMark high(snapshot, {mirror.source, signal::high, object});
  Part out;
  for (const std::size_t i : snapshot.find(of)) {
    const Column& column = snapshot.columns[i];
    const LaneInfo& lane = snapshot.lanes[column.lane];
    out.interval = std::max(out.interval, lane.interval);
    for (std::size_t poll = 0; poll < polls_until(lane, at); ++poll)
      if (column.reasons[poll] == Reason::none) {
        out.steps.push_back(mirror_step(snapshot, mirror, partition, high, lane.polls[poll].wall));
        out.steps.back().interval = lane.interval;
      }
  }
  std::ranges::stable_sort(out.steps, {}, &Step::at);
  return out;
}

// Nobody ever wrote to it, so nobody has to pass anything on.
bool is_empty(const Snapshot& snapshot, const MarkKeys& keys, LocalTime at) {
  const Known<std::int64_t> high = value_of(snapshot.at(keys.high, at));
  return high && *high == value_of(snapshot.at(keys.floor, at)).value_or(0);
}

void add(const Snapshot& snapshot, const MarkKeys& keys, Part part, LocalTime at, HopSteps& out) {
  if (!part.steps.empty() || !is_empty(snapshot, keys, at)) out.parts.push_back(std::move(part));
}

HopSteps steps_of(const Snapshot& snapshot, const Hop& hop, LocalTime at) {
  HopSteps out;
  const std::vector<GroupPartition> partitions = hop_partitions(snapshot, hop);
  if (hop.kind == HopKind::source || (hop.kind == HopKind::processor && hop.group.value().empty())) {
    out.unseen = Reason::not_probed;
    return out;
  }
  if (partitions.empty()) out.unseen = Reason::never_polled;
  out.atomic = hop.mirror_of || hop_is_atomic(snapshot, hop, at);  // a mirror's steps say what is certain of it
  for (const GroupPartition& of : partitions) {
    const MarkKeys keys(of);
    if (hop.mirror_of) {
      add(snapshot, keys, mirror_part(snapshot, *hop.mirror_of, of.partition, at), at, out);
      continue;
    }
    const TopicTraits traits = traits_at(snapshot, of.cluster, of.partition.topic, at);
    add(snapshot, keys, mark_part(snapshot, keys, traits, at), at, out);
  }
  return out;
}

const Step* newest(const Part& part, LocalTime at) {
  const auto after = std::ranges::upper_bound(part.steps, at, {}, &Step::at);
  if (after == part.steps.begin()) return nullptr;
  const Step& step = *(after - 1);
  return at - step.at > stale_after_intervals * step.interval ? nullptr : &step;
}

Known<LocalTime> through(const HopSteps& hop, LocalTime at) {
  if (hop.unseen != Reason::none) return hop.unseen;
  Known<LocalTime> out = at;
  for (const Part& part : hop.parts) {
    const Step* step = newest(part, at);
    if (!step) return Reason::no_history;
    if (!step->through) return step->through;
    out = std::min(*out, *step->through);
  }
  return out;
}

Millis certain(const HopSteps& hop, LocalTime at) {
  Millis out{0};
  for (const Part& part : hop.parts)
    if (const Step* step = newest(part, at); step && step->certain) out = std::max(out, *step->certain);
  return out;
}
}  // namespace

AgeSeries hop_ages(const Snapshot& snapshot, const HopEnd& path, const std::vector<MarkKeys>& end,
                   const TopicTraits& traits, LocalTime from, LocalTime at) {
  std::vector<HopSteps> hops;
  for (const Hop& hop : path.hops)
    if (!hop.ends_path) hops.push_back(steps_of(snapshot, hop, at));
  HopSteps& last = hops.emplace_back();
  for (const MarkKeys& keys : end) add(snapshot, keys, mark_part(snapshot, keys, traits, at), at, last);
  AgeSeries out;
  std::map<LocalTime, Millis> times;  // with the interval at which the end was polled
  for (const Part& part : last.parts) {
    out.interval = std::max(out.interval, part.interval);
    for (const Step& step : part.steps)
      if (step.at >= from) times.emplace(step.at, step.interval);
  }
  for (const auto& [time, interval] : times) {
    AgePoll& poll = out.polls.emplace_back(AgePoll{.at = time, .interval = interval, .at_least = certain(last, time)});
    for (const HopSteps& hop : hops)
      if (hop.atomic) poll.at_least = std::max(poll.at_least, certain(hop, time));
    Known<LocalTime> all = time;
    for (std::size_t i = hops.size(); i-- > 0 && all;) all = through(hops[i], *all);
    poll.age = all.map([&](LocalTime begun) { return std::max(poll.at_least, Millis(time - begun)); });
    if (poll.age) poll.error = *poll.age - poll.at_least;
  }
  return out;
}

AgeSeries decided(AgeSeries series, Millis target) {
  for (AgePoll& poll : series.polls)
    if (poll.age && *poll.age > target && *poll.age - poll.error <= target) poll.age = Reason::ambiguous;
  return series;
}

}  // namespace tidemark
