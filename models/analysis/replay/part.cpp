// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/replay/part.h"

#include <algorithm>

#include "models/analysis/headroom.h"
#include "models/analysis/replay/race.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr double per_second = 1000;

void no_eta(Pace& pace, Reason reason) { pace.eta = pace.eta_lo = pace.eta_hi = reason; }

// Since when the group has had its members and the topic its partitions: another number of readers is another pace.
LocalTime same_readers_since(const Snapshot& snapshot, const FoundReplay& replay, LocalTime since, LocalTime at) {
  const Object group = object::group(replay.group);
  const Object topic = object::topic(replay.topic);
  for (const StateSpan& span : snapshot.states) {
    const bool counts = (span.object == group && span.aspect == aspect::members) ||
                        (span.object == topic && span.aspect == aspect::partitions);
    if (!counts || !span.from_lo || snapshot.sources[span.source].spec.cluster != replay.cluster) continue;
    if (span.from_hi <= at) since = std::max(since, span.from_hi);
  }
  return since;
}

class Part final {
 public:
  Part(const Snapshot& snapshot, const FoundReplay& replay, PartitionId partition, LocalTime at)
      : snapshot_(snapshot),
        replay_(replay),
        part_(replay.parts.at(partition)),
        of_{replay.cluster, replay.group, {replay.topic, partition}},
        keys_(of_),
        at_(at) {
    out_.partition = partition;
  }

  PartProgress judged() {
    put_marks();
    if (!replay_.begun) {
      out_.state = ReplayState::waiting;
      no_eta(out_.pace, Reason::not_applicable);
      return out_;
    }
    // What was through stays so, whatever becomes of the group.
    out_.through = through_at(snapshot_, replay_, out_.partition, at_);
    if (!out_.at && !out_.through) return unknown(out_.at.reason());
    floor_ = mark_line(snapshot_, keys_.floor, at_);
    put_lost();
    if (out_.lost > 0) {
      out_.state = ReplayState::overtaken;
      no_eta(out_.pace, Reason::expired);
      out_.overtaken = Reason::expired;
    } else if (out_.through) {
      put_through();
      no_eta(out_.pace, Reason::not_applicable);
    } else {
      put_pace();
    }
    return out_;
  }

 private:
  PartProgress unknown(Reason reason) {
    out_.state = reason;
    out_.done = out_.remaining = reason;
    out_.pace = {reason, reason, reason, reason, reason, reason, reason, reason};
    out_.headroom = reason;
    out_.overtaken = reason;
    return out_;
  }

  void put_marks() {
    if (part_.from) out_.from = *part_.from;
    if (part_.to) out_.to = *part_.to;
    const Known<Measured> committed = read_at(snapshot_, keys_.committed, at_);
    out_.at = value_of(committed);
    const Known<std::int64_t> stable = value_of(read_at(snapshot_, keys_.stable, at_));
    readable_ = stable ? stable : value_of(read_at(snapshot_, keys_.high, at_));
    end_ = part_.to ? Known<std::int64_t>(*part_.to) : readable_;
    if (committed) interval_ = committed->interval;
    if (!out_.at || !end_) {
      out_.done = out_.remaining = out_.at ? end_.reason() : out_.at.reason();
      return;
    }
    out_.remaining = std::max<std::int64_t>(0, *end_ - *out_.at);
    out_.done = out_.from;
    if (out_.from) out_.done = std::max<std::int64_t>(0, std::min(*out_.at, *end_) - *out_.from);
  }

  // To live it ended where the group was then, not where it reads now.
  void put_through() {
    out_.state = ReplayState::finished;
    out_.remaining = 0;
    const MarkLine read = mark_line(snapshot_, keys_.committed, at_);
    const std::int64_t end = part_.to ? *part_.to : last_at(read, *out_.through)->value;
    out_.done = out_.from.map([&](std::int64_t from) { return std::max<std::int64_t>(0, end - from); });
  }

  // What lay below the floor while it was still to be read.
  void put_lost() {
    const MarkLine read = mark_line(snapshot_, keys_.committed, at_);
    for (const MarkPoint& point : read) {
      if (point.at < part_.since || (out_.through && point.at > *out_.through)) continue;
      const MarkPoint* floor = last_at(floor_, point.at);
      if (!floor) continue;
      const std::int64_t end = part_.to ? std::min(*part_.to, floor->value) : floor->value;
      out_.lost = std::max(out_.lost, end - point.value);
    }
  }

  void put_pace() {
    const LocalTime since = same_readers_since(snapshot_, replay_, part_.since, at_);
    PaceQuestion question{.read = mark_line(snapshot_, keys_.committed, at_),
                          .written = mark_line(snapshot_, keys_.stable, at_),
                          .to = part_.to,
                          .at = at_,
                          .interval = interval_,
                          .usual = {}};
    MarkLine before = question.read;
    std::erase_if(before, [&](const MarkPoint& point) { return point.at >= part_.since; });
    question.usual = usual_step(rises_of(before)).value_or(Millis(0));
    std::erase_if(question.read, [&](const MarkPoint& point) { return point.at < since; });
    if (question.written.empty()) question.written = mark_line(snapshot_, keys_.high, at_);
    if (question.read.empty()) return;
    Pace& pace = out_.pace = pace_of(question);
    if (pace.state) {
      constexpr ReplayState states[] = {ReplayState::draining, ReplayState::not_draining, ReplayState::stalled};
      out_.state = states[static_cast<std::size_t>(*pace.state)];
    } else {
      out_.state = pace.state.reason();
    }
    // What is not written yet cannot be read at any pace.
    if (part_.to && readable_ && *readable_ < *part_.to && pace.eta) no_eta(pace, Reason::ambiguous);
    put_race();
  }

  // The pace at which all is read by a time.
  double pace_to(LocalTime time) const {
    return static_cast<double>(*end_ - *out_.at) / std::max(1.0, static_cast<double>((time - at_).count()));
  }

  void put_race() {
    if (!end_) return;
    const TopicTraits traits = traits_at(snapshot_, of_.cluster, of_.partition.topic, at_);
    const Age age = age_at(snapshot_, keys_, residue_at(snapshot_, keys_, traits, at_), at_);
    out_.headroom = headroom_at(snapshot_, of_, keys_, age, at_);
    Pace& pace = out_.pace;
    if (!pace.read) {
      out_.overtaken = pace.read.reason();
      return;
    }
    RaceQuestion question{.at_offset = *out_.at,
                          .end = *end_,
                          .pace = *pace.read / per_second,
                          .written = mark_line(snapshot_, keys_.high, at_),
                          .floor = floor_,
                          .age = age.age,
                          .retention = retention_at(snapshot_, of_.cluster, of_.partition.topic, at_),
                          .at = at_};
    out_.overtaken = overtaken_at(question);
    if (pace.eta && out_.overtaken && *out_.overtaken < *pace.eta) no_eta(pace, Reason::expired);
    if (!pace.eta_hi) return;
    // At its slowest, too; to live it reads more than what is here now, which only makes it faster.
    question.pace = std::min(question.pace, pace_to(*pace.eta_hi));
    const Known<LocalTime> at_slowest = overtaken_at(question);
    if (at_slowest && *at_slowest < *pace.eta_hi) pace.eta_hi = Reason::expired;
  }

  const Snapshot& snapshot_;
  const FoundReplay& replay_;
  const ReplayPart& part_;
  const GroupPartition of_;
  const MarkKeys keys_;
  const LocalTime at_;
  Known<std::int64_t> readable_ = Reason::never_polled;
  Known<std::int64_t> end_ = Reason::never_polled;
  Millis interval_{};
  MarkLine floor_;
  PartProgress out_;
};
}  // namespace

PartProgress part_at(const Snapshot& snapshot, const FoundReplay& replay, PartitionId partition, LocalTime at) {
  return Part(snapshot, replay, partition, at).judged();
}

}  // namespace tidemark
