// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/connect/proposals.h"

#include <algorithm>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
class Settings final {
 public:
  explicit Settings(const ConnectorStatus& connector) : config_(connector.config) {}

  // The first of the keys that is set.
  std::string get(std::initializer_list<const char*> keys, std::string fallback = {}) const {
    for (const char* key : keys)
      if (const auto found = config_.find(key); found != config_.end() && !found->second.empty()) return found->second;
    return fallback;
  }
  std::vector<std::string> list(const char* key) const { return split_list(get({key})); }

 private:
  const std::map<std::string, std::string>& config_;
};

void add_iceberg(PathProposal& path, const Settings& settings, bool tabular) {
  path.writer = tabular ? "iceberg-connect-tabular" : "iceberg-connect";
  path.tables = settings.list("iceberg.tables");
  path.tables_dynamic = settings.get({"iceberg.tables.dynamic-enabled"}) == "true";
  path.control_topic = settings.get({"iceberg.control.topic"}, "control-iceberg");
  // Tabular's sink keeps the source offsets in a control group of its own, Apache's in the connector's group.
  const std::string base =
      tabular ? settings.get({"iceberg.control.group-id"}, "cg-control-" + path.connector) : path.group;
  path.control_group = base + "-coord";
  path.commit_interval_ms = settings.get({"iceberg.control.commit.interval-ms"}, "300000");
  path.commit_timeout_ms = settings.get({"iceberg.control.commit.timeout-ms"}, "30000");
  path.branch = settings.get({"iceberg.tables.default-commit-branch"});
  path.catalog = settings.get({"iceberg.catalog"}, "iceberg");
  path.catalog_type = settings.get({"iceberg.catalog.type", "iceberg.catalog.catalog-impl"});
  path.catalog_url = settings.get({"iceberg.catalog.uri"});
  path.warehouse = settings.get({"iceberg.catalog.warehouse"});
}

// "topic:table, topic:table".
std::vector<std::string> mapped_tables(const std::vector<std::string>& pairs, char separator) {
  std::vector<std::string> tables;
  for (const auto& pair : pairs)
    if (const auto at = pair.rfind(separator); at != std::string::npos) tables.push_back(pair.substr(at + 1));
  return tables;
}

// A table per topic: "kafka_${topic}".
std::vector<std::string> formatted_tables(const std::string& format, const std::vector<std::string>& topics) {
  static constexpr std::string_view place = "${topic}";
  const auto at = format.find(place);
  if (at == std::string::npos) return {format};
  std::vector<std::string> tables;
  for (const auto& topic : topics) tables.push_back(std::string(format).replace(at, place.size(), topic));
  return tables;
}

void add_writer(PathProposal& path, const Settings& settings) {
  const std::string java_class = settings.get({"connector.class"});
  const auto is = [&](std::string_view part) { return java_class.find(part) != std::string::npos; };
  if (is("iceberg") && is("IcebergSink")) {
    add_iceberg(path, settings, is("io.tabular"));
  } else if (is("snowflake")) {
    path.writer = "snowflake";
    path.tables = mapped_tables(settings.list("snowflake.topic2table.map"), ':');
  } else if (is("clickhouse")) {
    path.writer = "clickhouse";
    path.tables = mapped_tables(settings.list("topic2TableMap"), '=');
  } else if (is("JdbcSink") || is("jdbc")) {
    path.writer = "jdbc";
    const auto format = settings.get({"table.name.format", "collection.name.format"}, "${topic}");
    path.tables = formatted_tables(format, path.topics);
  }
  std::ranges::sort(path.tables);
}
}  // namespace

PathProposal propose(const ConnectorStatus& connector) {
  const Settings settings(connector);
  PathProposal path;
  path.connector = connector.name;
  path.group = group_of(connector);
  path.registry_url = settings.get({"value.converter.schema.registry.url", "key.converter.schema.registry.url",
                                    "value.converter.apicurio.registry.url"});
  if (connector.type != "sink") return path;
  path.topics = settings.list("topics");
  path.topics_regex = settings.get({"topics.regex"});
  path.dead_letter = settings.get({"errors.deadletterqueue.topic.name"});
  add_writer(path, settings);
  return path;
}

std::string proposal_lines(const PathProposal& path) {
  std::vector<std::string> lines;
  const auto add = [&](std::string_view key, const std::string& value) {
    if (!value.empty()) lines.push_back(std::string(key) + '=' + plain_line(value, 1000));
  };
  add("branch", path.branch);
  add("catalog", path.catalog);
  add("catalog_type", path.catalog_type);
  add("catalog_url", path.catalog_url);
  add("commit_interval_ms", path.commit_interval_ms);
  add("commit_timeout_ms", path.commit_timeout_ms);
  add("connector", path.connector);
  add("control_group", path.control_group);
  add("control_topic", path.control_topic);
  add("dead_letter", path.dead_letter);
  add("group", path.group);
  add("registry_url", path.registry_url);
  for (const auto& table : path.tables) add("table", table);
  if (path.tables_dynamic) add("tables", "dynamic");
  for (const auto& topic : path.topics) add("topic", topic);
  add("topics_regex", path.topics_regex);
  add("warehouse", path.warehouse);
  add("writer", path.writer);
  std::string text;
  for (const auto& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

}  // namespace tidemark
