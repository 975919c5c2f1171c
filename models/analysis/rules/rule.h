// SPDX-License-Identifier: GPL-3.0-or-later
// A rule: what it needs, whose it is, and a pure function of a path that tells what it finds. Adding one is a file of
// its own, a line in rules.cpp and its texts among the presets. Room-internal. Thread rule: none.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/rules/case.h"

namespace tidemark {

// What a rule finds of one path. Confidence: high where all that the rule needs is present and nothing contradicts it,
// medium where one signal is inferred, low where only the pattern fits.
struct Found {
  Finding finding;      // `rule` is filled in by who calls
  std::string variant;  // which of the rule's texts; empty: its first
  std::string about;    // tells several findings of one rule and path apart; the same in every poll
  Known<LocalTime> since = Reason::no_history;
  std::vector<std::string> present, missing, contradicting;
  CellRecord measured;
};

struct Rule {
  std::string_view id;
  std::string_view owner;  // a role; empty: nobody has to act
  std::vector<Found> (*judge)(const PathCase&);
  std::vector<std::string_view> needs;  // signals of the timeline without which it is silent
  bool banner = false;
};

// In the order in which they lead; banners last, in the order in which they lead where nothing else does.
std::span<const Rule> rules();

std::vector<Found> data_lost(const PathCase& of);           // R28
std::vector<Found> will_be_lost(const PathCase& of);        // R29
std::vector<Found> recreated(const PathCase& of);           // R32
std::vector<Found> skipped_ahead(const PathCase& of);       // R30
std::vector<Found> rewound(const PathCase& of);             // R20
std::vector<Found> duplicated(const PathCase& of);          // R31
std::vector<Found> paused(const PathCase& of);              // R10
std::vector<Found> schema_break(const PathCase& of);        // R26
std::vector<Found> coordinator_stuck(const PathCase& of);   // R15
std::vector<Found> catalog_down(const PathCase& of);        // R27
std::vector<Found> commit_failing(const PathCase& of);      // R13
std::vector<Found> poison_record(const PathCase& of);       // R11a
std::vector<Found> dead_group(const PathCase& of);          // R01
std::vector<Found> broker_impaired(const PathCase& of);     // R16
std::vector<Found> zombie_task(const PathCase& of);         // R02
std::vector<Found> stuck_transaction(const PathCase& of);   // R09
std::vector<Found> rebalance_storm(const PathCase& of);     // R03
std::vector<Found> coordinator_moved(const PathCase& of);   // R17
std::vector<Found> diverting(const PathCase& of);           // R12
std::vector<Found> watermark_frozen(const PathCase& of);    // R14
std::vector<Found> task_failed(const PathCase& of);         // R11b
std::vector<Found> throttled(const PathCase& of);           // R18
std::vector<Found> replay_starves(const PathCase& of);      // R19
std::vector<Found> checkpoint_failing(const PathCase& of);  // R34
std::vector<Found> model_throttled(const PathCase& of);     // R37
std::vector<Found> backfill_queue(const PathCase& of);      // R36
std::vector<Found> hot_key(const PathCase& of);             // R07
std::vector<Found> uneven_assignment(const PathCase& of);   // R08
std::vector<Found> sink_bound(const PathCase& of);          // R06
std::vector<Found> consumer_bound(const PathCase& of);      // R05
std::vector<Found> producer_burst(const PathCase& of);      // R04
std::vector<Found> stale_vector(const PathCase& of);        // R35
std::vector<Found> source_silent(const PathCase& of);       // R33
std::vector<Found> unexplained(const PathCase& of);         // R00
std::vector<Found> retention_race(const PathCase& of);      // R21
std::vector<Found> observer_blind(const PathCase& of);      // R24
std::vector<Found> table_ahead(const PathCase& of);         // R25
std::vector<Found> phantom_lag(const PathCase& of);         // R22
std::vector<Found> source_idle(const PathCase& of);         // R23

// "orders/0", and how many more there are.
std::string partitions_text(const std::vector<TopicPartition>& partitions);
// The earlier of two times; what is not known is earlier than all that is remembered, so it stays unknown.
Known<LocalTime> earlier_of(const Known<LocalTime>& a, const Known<LocalTime>& b);

}  // namespace tidemark
