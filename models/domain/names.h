// SPDX-License-Identifier: GPL-3.0-or-later
// The two texts that name a series in a timeline: its object ("partition:orders/0", "group:sink", "broker:2") and its
// signal ("high", "group:sink", "age:sink", "put_latency_ms"). A mark of a partition has the partition as its object;
// the group or table that it belongs to is part of the signal. Group names are free text, so only the first ':' and,
// for partitions, the last '/' separate.
// Pure functions; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/ids.h"

namespace tidemark {

using Object = Strong<struct ObjectTag, std::string>;
using Signal = Strong<struct SignalTag, std::string>;

namespace object {
Object cluster(const ClusterName& name);
Object broker(BrokerId id);
Object topic(const TopicName& topic);
Object partition(const TopicPartition& tp);
Object group(const GroupId& group);
Object member(const GroupId& group, std::string_view member_id);
Object connector(std::string_view name);
Object task(std::string_view connector, std::int64_t number);
Object worker(std::string_view host_port);
// The connector and the number of "task:NAME/N".
struct TaskName {
  std::string connector;
  std::int64_t number = 0;
};
std::optional<TaskName> as_task(const Object& object);
// kind("group:sink") = "group", name("group:sink") = "sink".
std::string_view kind(const Object& object);
std::string_view name(const Object& object);
std::optional<TopicPartition> as_partition(const Object& object);
}  // namespace object

// Marks are offsets. age:G and age_error:G are milliseconds of the oldest unread record of group G in the partition;
// residue:G is the Residue (below) between the group's offset and the high mark.
namespace signal {
inline const Signal floor{"floor"};
inline const Signal stable{"stable"};
inline const Signal high{"high"};
// Age in ms of the last record of a partition, and its error.
inline const Signal last_record_age{"last_record_age"};
inline const Signal last_record_age_error{"last_record_age_error"};
Signal group(const GroupId& group);
Signal table(const TableName& table);
Signal age(const GroupId& group);
Signal age_error(const GroupId& group);
Signal residue(const GroupId& group);
// The group of "group:G", "age:G", "age_error:G", "residue:G".
std::optional<GroupId> group_of(const Signal& signal, std::string_view prefix = "group");
}  // namespace signal

// Aspects of objects that states are kept of. Lists are one entry a line, sorted; an entry has no line breaks.
namespace aspect {
inline constexpr std::string_view state = "state";              // group, connector, task, broker (up | gone), catalog …
inline constexpr std::string_view type = "type";                // group: a GroupType's word
inline constexpr std::string_view protocol = "protocol";        // group: protocol type, "consumer", "connect", …
inline constexpr std::string_view coordinator = "coordinator";  // group: a broker id
inline constexpr std::string_view members = "members";          // group: member ids
inline constexpr std::string_view client_id = "client-id";      // member
inline constexpr std::string_view host = "host";                // member, broker (host:port)
inline constexpr std::string_view partitions = "partitions";    // member: "topic/partition" each; topic: their number
inline constexpr std::string_view leader = "leader";            // partition: a broker id, or "none"
inline constexpr std::string_view replicas = "replicas";        // partition: broker ids
inline constexpr std::string_view isr = "isr";                  // partition: broker ids
inline constexpr std::string_view role = "role";                // topic: "control", "dead-letter-of:T", "transactional"
inline constexpr std::string_view schema_ids = "schema-ids";    // topic: "ID PARTITION OFFSET" each: first seen there
inline constexpr std::string_view config_prefix = "config:";    // topic, broker: "config:retention.ms"
inline constexpr std::string_view profile = "profile";  // "profile:NAME": classes, pipelines, owners as JSON text
inline constexpr std::string_view time_lookup = "time-lookup";  // cluster: "yes" | "no": can offsets be found by time
// table: what is configured or known of its writer
inline constexpr std::string_view format = "format";    // iceberg, delta …
inline constexpr std::string_view writer = "writer";    // iceberg-connect, spark …
inline constexpr std::string_view adapter = "adapter";  // a to f, how the table mark is found
inline constexpr std::string_view group = "group";      // the consumer group that feeds it; connector: that of a sink
inline constexpr std::string_view control_topic = "control-topic";
inline constexpr std::string_view interval = "interval-ms";  // of commits, as configured
inline constexpr std::string_view timeout = "timeout-ms";    // of a commit round, as configured
// table: what its metadata says
inline constexpr std::string_view control_offsets = "control-offsets";  // "0=9" each: the next control offset
inline constexpr std::string_view snapshot = "snapshot";                // id of the commit branch's head; "none"
inline constexpr std::string_view uuid = "uuid";
inline constexpr std::string_view unknown_why = "unknown-why";  // why the table mark is not known, one sentence
inline constexpr std::string_view announced = "announced";      // files that no snapshot has: "COMMIT FILES RECORDS"
inline constexpr std::string_view rolled_back = "rolled-back";  // snapshot ids that the branch has left
// table: "KIND TEXT" each; kinds: lost-files, will-lose, silent-stall, zombie, duplicate-files, replaced
inline constexpr std::string_view trouble = "trouble";
inline constexpr std::string_view klass = "class";            // connector: the name of its Java class
inline constexpr std::string_view worker = "worker";          // connector, task: host:port of who runs it
inline constexpr std::string_view topics = "topics";          // connector
inline constexpr std::string_view tables = "tables";          // connector
inline constexpr std::string_view config = "config";          // connector: a JSON object, secrets removed
inline constexpr std::string_view proposal = "proposal";      // connector: "key=value" each: the path it implies
inline constexpr std::string_view version = "version";        // worker: of Kafka Connect
inline constexpr std::string_view cluster_id = "cluster-id";  // worker: Kafka's id of the cluster it works on
inline constexpr std::string_view limits = "limits";          // source: what it cannot see, one sentence a line
}  // namespace aspect

}  // namespace tidemark
