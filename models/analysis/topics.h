// SPDX-License-Identifier: GPL-3.0-or-later
// Topics: one row per topic: its shape, its configuration, how old its last record is and who reads it.
// Thread rule: none, pure functions. Units: records, ms, records per second.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/lag.h"

namespace tidemark {

struct TopicRow {
  ClusterName cluster;
  TopicName topic;
  Known<std::int64_t> partitions = Reason::never_polled;
  Known<std::int64_t> replication = Reason::never_polled;  // of the partition that has fewest replicas
  Known<std::int64_t> urp = Reason::never_polled;          // partitions with fewer in sync than replicas
  Known<std::int64_t> leaderless = Reason::never_polled;
  Known<std::string> cleanup = Reason::never_polled;
  Known<Millis> retention = Reason::never_polled;            // not-applicable where it is unlimited
  Known<std::string> timestamp_type = Reason::never_polled;  // create | append
  Known<std::int64_t> records_upper = Reason::never_polled;  // sum of high - floor; markers and holes count
  std::int64_t known_partitions = 0;                         // how many of them that sum covers
  Known<double> produce_rate = Reason::no_history;
  Known<Millis> last_record_age = Reason::no_history;  // of the newest record of the topic
  Known<Millis> last_record_age_error = Reason::no_history;
  std::int64_t readers = 0;  // groups with an offset in it or a member assigned
  Known<std::string> worst_group = Reason::not_applicable;
  Known<Millis> worst_age = Reason::not_applicable;  // its oldest unread record
};

// When the last record of an idle topic came may lie before what lag_request asks for: load again with these crossings,
// where there are any.
std::vector<CrossingKey> topic_keys(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
// Needs what lag_request asks for. Oldest unread record first, then by name.
std::vector<TopicRow> topic_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document topics_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});

}  // namespace tidemark
