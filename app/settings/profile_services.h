// SPDX-License-Identifier: GPL-3.0-or-later
// The profile's services beside Kafka itself: Connect, table catalogs, sinks, stream processors and metric endpoints,
// each from its place in the file, which the schema has already checked. Pure functions; any thread. Errors: `usage`,
// with the path.
#pragma once

#include "collectors/core/strict_json.h"
#include "models/domain/profile.h"

namespace tidemark {

Result<ConnectProfile> read_connect(const strict_json::Node& node);
Result<CatalogProfile> read_catalog(const strict_json::Node& node);
Result<SinkProfile> read_sink(const strict_json::Node& node);
Result<RegistryProfile> read_registry(const strict_json::Node& node);
Result<ProcessorProfile> read_processor(const strict_json::Node& node);
Result<MirrorProfile> read_mirror(const strict_json::Node& node);
// Who is told; of the whole profile.
Result<AlarmsProfile> read_alarms(const strict_json::Node& root);
// Who is told all; of the whole profile.
Result<std::optional<RemoteWriteProfile>> read_remote_write(const strict_json::Node& root);
Result<MetricsProfile> read_metrics(const strict_json::Node& node);
// "poll", where it is there.
Result<> read_interval(const strict_json::Node& node, Millis& interval);

}  // namespace tidemark
