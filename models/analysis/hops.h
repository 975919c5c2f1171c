// SPDX-License-Identifier: GPL-3.0-or-later
// Hops: paths that lead through more than one topic, and how old the source's oldest record is that is not at the end.
// Each hop has an age of its own: of the oldest record in the topic it reads that it has not passed on. These do not
// add up as they are now: what is at the end today left the hop before it a while ago. So a path is walked from its end
// back: the end has all that its topic held until a time; whoever wrote that topic had by then passed on all that its
// own topic held until an earlier time; and so on. What comes out is a time until which everything in the path's first
// topic is at the end for certain (the most that the age can be), provided that processors commit an offset only once
// what it led to is written. The least that the age can be is what the end itself is behind for certain: what it lacks
// was in its topic by then, and in the first one before; and what a hop is behind whose output and offset are one
// transaction. A hop that nobody sees leaves only the least.
// Use: a HopWalk per end; while wants() a time, take() a snapshot of that time; then path().
// Thread rule: none, pure functions. Units: records (offsets where a sink is concerned), ms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/profile.h"

namespace tidemark {

enum class HopKind : std::uint8_t { source, processor, mirror, sink };
std::string_view word(HopKind kind);

// A hop of one path to one of its ends, as the profile says it.
struct Hop {
  HopKind kind = HopKind::sink;
  std::string name;     // of the source, the processor, the mirror, the sink
  ClusterName cluster;  // of the topic it reads; empty: the one where it is seen
  TopicName from;       // empty of a source
  std::string to;       // the topic it writes; of what ends the path its own name
  ClusterName to_cluster;
  GroupId group;                             // empty: not known
  const PipelineProfile* leg = nullptr;      // of what ends the path, into the profile
  const MirrorProfile* mirror_of = nullptr;  // of a mirror
  bool ends_path = false;
  bool at_group = false;  // of a sink: the path is judged where its group stands, as its class asks
};

struct HopEnd {
  const PipelineProfile* pipeline = nullptr;  // into the profile
  std::vector<Hop> hops;                      // from the beginning
};

// Every end of every pipeline with hops that is in scope.
std::vector<HopEnd> hop_ends(const Profile& profile, const Filter& filter = {});
// Of those with more than one hop, each ending where the class of its pipeline promises something.
std::vector<HopEnd> promised_ends(const Profile& profile);

// What a hop has not passed on at a time.
struct HopReading {
  Known<Millis> age = Reason::never_polled;  // of the oldest record of its topic that it has not passed on
  Known<Millis> error = Reason::never_polled;
  // So old it is at least. The first offset that was not passed on may be a transaction's marker and no record, so it
  // is that of the second one.
  Known<Millis> certain = Reason::never_polled;
  Known<std::int64_t> unread = Reason::never_polled;
  Evidence evidence = Evidence::unknown;
  bool atomic = false;  // it commits its offsets in one transaction with what they led to
};

struct HopRow {
  Hop hop;
  HopReading now;   // at the time that is asked for
  HopReading then;  // at the time until which what it wrote is at the end: what it adds to the path's age
};

struct HopPath {
  const PipelineProfile* pipeline = nullptr;
  std::vector<HopRow> hops;
  Known<Millis> age_least = Reason::never_polled;
  Known<Millis> age_most = Reason::never_polled;
  Known<Millis> in_topics_most = Reason::never_polled;  // the same since the first topic, whatever a source did before
  Known<LocalTime> through = Reason::never_polled;      // all that the first topic held before is at the end
  Known<std::size_t> where = Reason::not_applicable;    // the hop that adds most; none where all is at the end
};

// Of a snapshot that hop_request() asks for, at its time.
HopReading hop_reading(const Snapshot& snapshot, const Profile& profile, const Hop& hop, LocalTime at);
SnapshotRequest hop_request(LocalTime at);
// What a second loading must find for hops that are far behind.
std::vector<CrossingKey> hop_crossings(const Snapshot& snapshot, const std::vector<HopEnd>& ends, LocalTime at);

class HopWalk final {
 public:
  // `now`: of the time that is asked for.
  HopWalk(const Profile& profile, const HopEnd& end, const Snapshot& now, LocalTime at);

  // The time of which take() needs a snapshot; none: done.
  std::optional<LocalTime> wants() const;
  void take(const Snapshot& then);
  const HopPath& path() const { return path_; }

 private:
  void read_now(const Snapshot& now);
  void put_least();
  void put_where();

  const Profile& profile_;
  const LocalTime at_;
  LocalTime time_;        // until which what the next hop wrote is at the end
  std::size_t left_ = 0;  // hops that are not walked yet
  HopPath path_;
};

// `read` is when, and of which sources; the rows are those of the paths.
Document hop_document(const Snapshot& read, LocalTime at, const std::vector<HopPath>& paths);

}  // namespace tidemark
