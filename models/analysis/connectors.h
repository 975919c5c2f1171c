// SPDX-License-Identifier: GPL-3.0-or-later
// Connectors: one row per connector of a Connect cluster, with its tasks, joined to the members of its consumer group,
// and judged. A task and a member belong together by the client id that Connect gives its consumers
// ("connector-consumer-CONNECTOR-TASK"); the Connect cluster and the Kafka cluster by the cluster's name. What Connect
// did not answer in time is unknown; what the group does not show is not judged.
// Thread rule: none, pure functions. Units: ms.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/snapshot.h"

namespace tidemark {

enum class Judged : std::uint8_t {
  ok,
  failed,         // the connector or all of its tasks
  partly_failed,  // some of its tasks
  not_consuming,  // a task says RUNNING and reads nothing
  zombie,         // somebody still runs a task that is another's
  rebalancing,
  stuck_commit,  // records come in, the task has partitions, the group's offset stands
  paused,        // or stopped
};
std::string_view word(Judged judged);

struct TaskRow {
  std::int64_t id = 0;
  Known<std::string> state = Reason::never_polled;
  Known<std::string> worker = Reason::never_polled;
  Known<std::string> member = Reason::not_applicable;  // of the consumer group
  Known<std::string> host = Reason::not_applicable;    // where that member is
  Known<std::vector<std::string>> partitions = Reason::not_applicable;
  Known<std::string> trace_head = Reason::not_applicable;  // first line of the trace
  Known<std::string> trace = Reason::not_applicable;       // all of it
};

struct ConnectorRow {
  std::string connect;
  ClusterName cluster;
  std::string connector;
  Known<std::string> type = Reason::never_polled;
  Known<std::string> java_class = Reason::never_polled;
  Known<std::string> state = Reason::never_polled;
  Known<std::string> worker = Reason::never_polled;
  Known<std::string> group = Reason::not_applicable;
  Known<std::vector<std::string>> topics = Reason::never_polled;
  Known<std::vector<std::string>> tables = Reason::not_applicable;
  Known<Judged> judged = Reason::never_polled;  // `no-history`: suspicious, and not yet for long enough
  Known<LocalTime> since = Reason::never_polled;
  std::string why;                                    // one sentence; empty where all is well
  Known<std::string> trace = Reason::not_applicable;  // of the connector itself
  std::vector<TaskRow> tasks;
};

// What the rows need of a timeline for an answer at `at`.
SnapshotRequest connectors_request(LocalTime at, const Filter& filter = {});
// Worst first, then by name.
std::vector<ConnectorRow> connectors_rows(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document connectors_document(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});

}  // namespace tidemark
