// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms: what somebody should be told between one judgement and the next. A trouble (a finding of a diagnosis, or a
// path that is late against its class) opens once, worsens to `error` at most once and closes once, however often it is
// judged. It closes when it was not found for a while by polls that saw everything, its whole path too; one that comes
// and goes meanwhile stays open. Where little is seen nothing opens and nothing closes: alarms freeze, they do not
// resolve. What is snoozed is neither told nor closed aloud; where it outlasts its snooze it opens then. Of a diagnosis
// only what leads opens: what follows from it is told by it. R00 does not where the late path itself is told. Thread
// rule: none, pure functions. What was told is kept by the caller, across restarts too. Units: ms.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/diagnosis.h"
#include "models/analysis/freshness.h"

namespace tidemark {

enum class Turn : std::uint8_t { opened, worsened, closed };
std::string_view word(Turn value);

struct AlarmCase {
  std::string id;  // the same in every judgement
  ClusterName cluster;
  Severity severity = Severity::warn;
  bool opens = true;   // false: the effect of another
  bool blind = false;  // it says itself that something cannot be seen
  CellRecord record;   // as `diagnose` writes it
};

// What the last minutes saw of a cluster.
struct Sight {
  bool log = false;  // nine in ten of what was due of its brokers: what is found there is worth telling
  bool all = false;  // the same of every source that tells of it: what is not found there is over
};

struct AlarmRound {
  LocalTime at;
  std::vector<AlarmCase> troubles;
  std::set<std::string> snoozed;  // ids
  std::map<ClusterName, Sight> sight;
  std::set<std::pair<ClusterName, std::string>> unseen;  // paths of which something is not known now
};

// What was told and is not over.
struct Alarm {
  std::string id;
  ClusterName cluster;
  Severity severity = Severity::warn;  // the worst that was told
  LocalTime opened_at;
  CellRecord record;                       // as it was found last
  std::optional<LocalTime> missing_since;  // it was not found from then on
};

struct Transition {
  Turn turn = Turn::opened;
  LocalTime at;
  Alarm alarm;
};

struct AlarmStep {
  std::vector<Transition> transitions;  // errors first, then in the order of the judgement; what closed last
  std::vector<Alarm> open;
};

inline constexpr Millis alarm_closes_after{120'000};

AlarmStep alarm_step(std::vector<Alarm> open, const AlarmRound& now, Millis closes_after = alarm_closes_after);

// Of everything that is wrong at `at`: the rows of a diagnosis, into which the snoozes were put, and the paths that are
// late. Where no path was judged R00 speaks for them.
AlarmRound alarm_round(LocalTime at, std::map<ClusterName, Sight> sight, const Diagnosis& diagnosis,
                       const std::vector<FreshnessRow>& paths, const std::vector<Snoozed>& snoozed,
                       const FindingText& title);
// What is wrong with a path against its class (late: F01, its budget burns: F02), as findings that stay the same while
// it is.
std::vector<DiagnosisRow> path_troubles(const FreshnessRow& path, const FindingText& title);

// What the five minutes before `at` saw, of each cluster and (under no name) of all; of a source that is polled less
// often, three of its intervals. Parts that are denied are not due.
std::map<ClusterName, Sight> sights_of(const Snapshot& snapshot, LocalTime at);

}  // namespace tidemark
