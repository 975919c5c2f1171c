// SPDX-License-Identifier: GPL-3.0-or-later
// What a connector's configuration implies of the path it is part of: which topics, group and tables belong together,
// what writes them, which catalog and registry to ask. Proposals only: the profile confirms. Settings and their
// defaults are those of the connectors' documentation (Iceberg 1.12, Tabular 0.6, Snowflake, ClickHouse, JDBC).
// Pure functions; any thread. No secrets: the configuration has lost them before.
#pragma once

#include <string>
#include <vector>

#include "collectors/connect/connectors.h"

namespace tidemark {

struct PathProposal {
  std::string connector;
  std::string group;
  std::vector<std::string> topics;
  std::string topics_regex;
  std::vector<std::string> tables;
  bool tables_dynamic = false;  // routed by a field of the record: `tables` need not be all
  std::string writer;           // "iceberg-connect", "iceberg-connect-tabular", "jdbc", …; empty: not known
  std::string control_topic;
  std::string control_group;  // that of the coordinator
  std::string commit_interval_ms;
  std::string commit_timeout_ms;
  std::string branch;
  std::string catalog;  // its name inside the connector
  std::string catalog_type;
  std::string catalog_url;
  std::string warehouse;
  std::string registry_url;
  std::string dead_letter;
};

PathProposal propose(const ConnectorStatus& connector);
// "key=value", one a line, sorted; nothing for what is empty.
std::string proposal_lines(const PathProposal& proposal);

}  // namespace tidemark
