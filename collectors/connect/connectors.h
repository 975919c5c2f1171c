// SPDX-License-Identifier: GPL-3.0-or-later
// What a Connect worker answers, read leniently and made harmless: unknown keys and states pass, text has no control
// characters and is capped, secrets are gone before anything leaves this file.
// Source: the REST resources of Kafka Connect (ConnectorsResource, RootResource, KIP-1017 for /health).
// Pure functions; any thread. Errors: `unreachable` for an answer that is not one of Connect's.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"

namespace tidemark {

struct ConnectTask {
  std::int64_t id = 0;
  std::string state;
  std::string worker;
  std::string trace;
};

struct ConnectorStatus {
  std::string name;
  std::string raw_name;  // as the server writes it: for addresses only
  std::string type;      // "source" | "sink" | "unknown"
  std::string state;     // empty: the server did not say
  std::string worker;
  std::string trace;
  std::vector<ConnectTask> tasks;             // by id
  std::map<std::string, std::string> config;  // secrets removed
};

// GET /connectors?expand=status&expand=info, by name.
Result<std::vector<ConnectorStatus>> parse_connectors(std::string_view body);
// GET /connectors/{c}/topics, sorted.
Result<std::vector<std::string>> parse_topics(std::string_view body);

struct WorkerRoot {
  std::string version;
  std::string cluster_id;
};
// GET /.
Result<WorkerRoot> parse_root(std::string_view body);
// GET /health: "healthy" | "starting" | "unhealthy"; empty where there is no such word.
std::string parse_health(std::string_view body);
// The message of {"error_code", "message"}, one line; empty where there is none.
std::string error_message(std::string_view body);

// The consumer group of a sink; empty for what has none.
std::string group_of(const ConnectorStatus& connector);
// "a, b" as a list.
std::vector<std::string> split_list(std::string_view text);

}  // namespace tidemark
