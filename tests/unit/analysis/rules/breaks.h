// SPDX-License-Identifier: GPL-3.0-or-later
// Breaks: what each rule about rates, brokers and stages is told by, done to a Tale. Used by the tests of the rules.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/unit/analysis/rules/tale.h"

namespace tidemark::test {

using Break = std::function<void(Tale&)>;

// Only the group and its log.
void plain(Tale& t);
// Both partitions are read at so many records a second from poll 60 on; 100 are produced.
Break reads(int rate, int from = 60);
void hot(Tale& t);                // R07
void uneven(Tale& t);             // R08
void slow_sink(Tale& t);          // R06
void saturated(Tale& t);          // R05
void burst(Tale& t);              // R04
void storm(Tale& t);              // R03
void open_transaction(Tale& t);   // R09
void diverted(Tale& t);           // R12
void short_of_replicas(Tale& t);  // R16
void quota(Tale& t);              // R18: needs something that waits
void replayed(Tale& t);           // R19: another group reads again from poll 60 on
void new_schema(Tale& t);         // R26: needs something that fails
void no_checkpoints(Tale& t);     // R34
void deleted_is_found(Tale& t);   // R35
void queue_grows(Tale& t);        // R36: by the group's own replay
void model_refuses(Tale& t);      // R37: needs something that waits
void quiet(Tale& t);              // R33: from poll 60 on; needs a class that expects records
Profile expecting();              // … a record every 5 min, and an age below 1 min

// Another coordinator from a poll on, which no story tells.
std::shared_ptr<const Snapshot> with_coordinator(const Tale& tale, int poll);
Diagnosis judged(const Snapshot& snapshot, const Profile& profile = {});

// The table stands in one partition from poll 80 on.
void stall(Tale& t);

}  // namespace tidemark::test
