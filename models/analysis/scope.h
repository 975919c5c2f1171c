// SPDX-License-Identifier: GPL-3.0-or-later
// Scope: which rows a document has, and the envelope that all documents share. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// True where `globs` is empty or one of them fits.
bool in_scope(const std::vector<std::string>& globs, std::string_view text);
inline bool in_scope(const Filter& filter, const ClusterName& cluster, const TopicName& topic) {
  return in_scope(filter.cluster, cluster.value()) && in_scope(filter.topic, topic.value());
}

// Parts answered / parts due of the lanes of Kafka sources in [from, to]; polls that a gap or a silence swallowed are
// due.
Known<double> kafka_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter);
// The same of the lanes that tell of tables too.
Known<double> table_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter);
// The same of the lanes that tell of clusters and of connectors.
Known<double> connect_coverage(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter);
// The same of one lane: what was answered and what was due, in parts.
struct Answered {
  double answered = 0;
  double due = 0;
};
Answered lane_coverage(const Snapshot& snapshot, std::size_t lane, LocalTime from, LocalTime to);
// The same as a share, of all lanes whose source is wanted.
using WantedSource = std::function<bool(const SourceSpec&)>;
Known<double> coverage_of(const Snapshot& snapshot, LocalTime from, LocalTime to, const WantedSource& wanted);
bool any_source(const SourceSpec& source);  // that watches anything

// A document without rows: verb, times, coverage and the notes that every reader of these sources needs.
Document frame(std::string verb, const Snapshot& snapshot, LocalTime from, LocalTime at, const Filter& filter);

// A sentence for every source of which the window holds what was rebuilt.
std::vector<std::string> rebuilt_notes(const Snapshot& snapshot, LocalTime from, LocalTime to);

// "orders/0".
std::string partition_text(const TopicPartition& tp);
// The lines of a state that is a list.
std::vector<std::string_view> entries(std::string_view text);
// A state's value at a time, or the reason why there is none.
Known<std::string> state_text(const Snapshot& snapshot, const ClusterName& cluster, const Object& object,
                              std::string_view aspect, LocalTime at);
Known<std::int64_t> state_number(const Snapshot& snapshot, const ClusterName& cluster, const Object& object,
                                 std::string_view aspect, LocalTime at);

}  // namespace tidemark
