// SPDX-License-Identifier: GPL-3.0-or-later
// Lag: one row per group x partition that is committed or assigned, judged at one time. Pure: the same call serves a
// unit test, a verb and a view. Definitions: gaps of the README's glossary; verdicts as the command line's contract
// writes them. Thread rule: none, pure functions. Units: records, ms, records per second.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/domain/snapshot.h"
#include "models/domain/words.h"

namespace tidemark {

// Globs over what a document's rows belong to; empty means all.
struct Filter {
  std::vector<std::string> cluster, topic, group, table, class_name, path;
};

struct LagRow {
  ClusterName cluster;
  GroupId group;
  Known<std::string> group_state = Reason::never_polled;
  GroupType group_type = GroupType::unknown;
  TopicPartition partition;
  Known<std::int64_t> floor = Reason::never_polled;
  Known<std::int64_t> committed = Reason::never_polled;  // the group's offset: the next one to read
  Known<std::int64_t> stable = Reason::never_polled;
  Known<std::int64_t> high = Reason::never_polled;
  Known<std::int64_t> lag = Reason::never_polled;             // high - committed
  Known<std::int64_t> unread_records = Reason::never_polled;  // stable - committed less what is known to be no record
  Known<Residue> residue = Reason::not_probed;
  Known<Millis> headroom = Reason::no_history;
  Known<Millis> age = Reason::no_history;  // of the oldest unread record
  Known<Millis> age_error = Reason::no_history;
  Known<AgeMethod> age_method = Reason::no_history;
  Known<double> produce_rate = Reason::no_history;
  Known<double> consume_rate = Reason::no_history;
  Known<std::string> member = Reason::not_applicable;
  Known<std::string> client_id = Reason::not_applicable;
  Known<std::string> host = Reason::not_applicable;
  Known<Verdict> verdict = Reason::no_history;
  Known<LocalTime> sampled_at = Reason::never_polled;
};

// How far back verdicts look: idle topics are judged from their last produced record on, at most this many polls.
inline constexpr std::size_t lag_polls = 60;

// What lag, groups and topics need of a timeline for an answer at `at`.
SnapshotRequest lag_request(LocalTime at, const Filter& filter = {});

// Rows at `at`, worst first (unknown after late, before fine), then by name.
std::vector<LagRow> lag_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document lag_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});

}  // namespace tidemark
