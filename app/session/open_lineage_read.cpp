// SPDX-License-Identifier: GPL-3.0-or-later
// A run event of OpenLineage as a run: its datasets are tables by their version, or topics by what their subset says.
#include <algorithm>

#include "app/session/lineage_files.h"
#include "app/session/lineage_json.h"

namespace tidemark::lineage_json {
namespace {
namespace json = boost::json;

std::optional<CommitRange> range_of(const std::string& topic, std::optional<std::int64_t> partition,
                                    std::optional<std::int64_t> from, std::optional<std::int64_t> to) {
  if (!partition || !from || !to || *partition < 0 || *partition > INT32_MAX || *from < 0 || *from > *to)
    return std::nullopt;
  return CommitRange{{TopicName(topic), PartitionId(static_cast<std::int32_t>(*partition))}, *from, *to};
}

RunInput topic_of(const json::value& dataset) {
  RunInput out;
  out.topic = text(dataset, {"name"});
  out.cluster = ClusterName(text(dataset, {"inputFacets", "tidemark_kafkaOffsets", "cluster"}));
  out.as_of = parse_rfc3339(text(dataset, {"inputFacets", "tidemark_kafkaOffsets", "asOf"}));
  const json::array* parts = list(dataset, {"inputFacets", "subset", "inputCondition", "partitions"});
  if (!parts) return out;
  for (const json::value& part : *parts) {
    if (out.ranges.size() >= most_inputs) break;
    const auto range = range_of(out.topic, number(part, {"dimensions", "partition"}),
                                number(part, {"dimensions", "startOffset"}), number(part, {"dimensions", "endOffset"}));
    if (range) out.ranges.push_back(*range);
  }
  return out;
}

// A catalog's name for a path.
std::string table_name(const json::value& dataset) {
  if (const json::array* links = list(dataset, {"facets", "symlinks", "identifiers"}))
    for (const json::value& link : *links) {
      const std::string type = text(link, {"type"});
      const std::string name = text(link, {"name"});
      if ((type == "table" || type == "TABLE") && !name.empty()) return name;
    }
  return text(dataset, {"name"});
}

RunInput table_of(const json::value& dataset) {
  RunInput out;
  out.table = table_name(dataset);
  out.cluster = ClusterName(text(dataset, {"facets", "tidemark_table", "cluster"}));
  out.snapshot_id = text(dataset, {"facets", "version", "datasetVersion"});
  out.as_of = parse_rfc3339(text(dataset, {"facets", "tidemark_table", "asOf"}));
  return out;
}

void put_facet(const json::object& facet, LineageRun& out) {
  for (const auto& member : facet) {
    const json::value holder = json::object{{member.key(), member.value()}};
    const std::string_view key(member.key().data(), member.key().size());
    const json::array* values = member.value().if_array();
    if (!values) {
      put_said(out, key, text(holder, {key}));
      continue;
    }
    for (const json::value& value : *values) put_said(out, key, text(json::object{{"v", value}}, {"v"}));
  }
}

void put_tags(const json::value& event, LineageRun& out) {
  const json::array* tags = list(event, {"run", "facets", "tags", "tags"});
  if (!tags) return;
  for (const json::value& tag : *tags) put_said(out, text(tag, {"key"}), text(tag, {"value"}));
}
}  // namespace

LineageRun run_of_event(const json::value& event, std::string_view raw) {
  LineageRun out;
  out.run_id = text(event, {"run", "runId"});
  out.told_by = "openlineage";
  out.events.emplace_back(raw);
  const std::string job = text(event, {"job", "name"});
  if (!job.empty()) out.job_id = text(event, {"job", "namespace"}) + '/' + job;
  out.transform_version = text(event, {"job", "facets", "sourceCodeLocation", "version"});
  const std::string type = text(event, {"eventType"});
  const auto time = parse_rfc3339(text(event, {"eventTime"}));
  if (type == "START") out.started = time;
  if (type == "COMPLETE" || type == "FAIL" || type == "ABORT") out.ended = time;
  put_tags(event, out);
  if (const json::object* own = object(event, {"run", "facets", "tidemark_run"})) put_facet(*own, out);
  if (const std::string id = text(event, {"run", "facets", "tidemark_run", "run"}); !id.empty()) out.run_id = id;
  if (object(event, {"run", "facets", "tidemark_commit"})) out.kind = ingestion_kind;
  const json::array* inputs = list(event, {"inputs"});
  if (!inputs) return out;
  for (const json::value& dataset : *inputs) {
    if (out.inputs.size() >= most_inputs) break;
    const bool is_topic = text(dataset, {"namespace"}).starts_with("kafka://");
    RunInput input = is_topic ? topic_of(dataset) : table_of(dataset);
    if (!input.table.empty() || !input.topic.empty()) out.inputs.push_back(std::move(input));
  }
  return out;
}

}  // namespace tidemark::lineage_json
