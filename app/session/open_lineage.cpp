// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/open_lineage.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <map>

#include "app/session/lineage_files.h"
#include "models/analysis/lineage/run_diff.h"
#include "models/analysis/lineage/seen.h"
#include "models/logbook/entry.h"

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr const char* event_schema = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent";

bool is_uuid(std::string_view text) {
  constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  return text.size() == form.size() && std::ranges::equal(text, form, [](char c, char wanted) {
           const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
           return wanted == '-' ? c == '-' : hex;
         });
}

// The same name is the same run, in every export.
std::string uuid_of(const std::string& name) {
  if (is_uuid(name)) return name;
  std::string hex = sha256_of(name);
  hex[12] = '8';  // version 8: made from a name in a way of one's own
  hex[16] = 'a';
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' + hex.substr(16, 4) + '-' +
         hex.substr(20, 12);
}

std::string name_of(const ClusterName& cluster) { return cluster.value().empty() ? "unknown" : cluster.value(); }

class Events final {
 public:
  explicit Events(const LineageNames& names) : names_(names), producer_("urn:tidemark:" + names.tool) {
    std::ranges::replace(producer_, ' ', ':');
  }

  json::object event(const char* type, LocalTime at, json::object run, json::object job, json::array inputs,
                     json::array outputs) const {
    return {{"eventType", type},     {"eventTime", rfc3339(at)},    {"run", std::move(run)},
            {"job", std::move(job)}, {"inputs", std::move(inputs)}, {"outputs", std::move(outputs)},
            {"producer", producer_}, {"schemaURL", event_schema}};
  }
  json::object facet(const std::string& file, const std::string& name, json::object members) const {
    return signed_by("https://openlineage.io/spec/facets/" + file + ".json#/$defs/" + name, std::move(members));
  }
  json::object own_facet(const std::string& name, json::object members) const {
    return signed_by("urn:tidemark:facet:1:" + name, std::move(members));
  }

  std::string kafka(const ClusterName& cluster) const {
    if (names_.profile)
      for (const ClusterProfile& one : names_.profile->clusters)
        if (one.name == cluster && !one.bootstrap.empty())
          return "kafka://" + one.bootstrap.substr(0, one.bootstrap.find(','));
    return "kafka://" + name_of(cluster);
  }
  // Where the table's catalog is.
  std::string lake(const ClusterName& cluster, const std::string& table) const {
    if (names_.profile)
      for (const CatalogProfile& one : names_.profile->catalogs) {
        const bool own = one.cluster.value().empty() || one.cluster == cluster;
        const std::string& place = one.url.empty() ? one.path : one.url;
        if (own && !place.empty() && glob_list_match(one.tables, table)) return place;
      }
    return "table://" + name_of(cluster);
  }

  json::object topic(const ClusterName& cluster, const std::string& name, const std::vector<CommitRange>& ranges,
                     json::object offsets) const {
    json::array parts, own;
    for (const CommitRange& range : ranges) {
      const std::string partition = std::to_string(range.partition.partition.value());
      const std::string from = std::to_string(range.from), to = std::to_string(range.to);
      parts.push_back(json::object{
          {"identifier", partition},
          {"dimensions",
           json::object{{"partition", range.partition.partition.value()}, {"startOffset", from}, {"endOffset", to}}}});
      own.push_back(json::object{{"partition", range.partition.partition.value()}, {"from", from}, {"to", to}});
    }
    offsets["cluster"] = cluster.value();
    offsets["ranges"] = std::move(own);
    json::object facets{{"tidemark_kafkaOffsets", own_facet("kafkaOffsets", std::move(offsets))}};
    if (!parts.empty())
      facets["subset"] =
          facet("1-0-0/BaseSubsetDatasetFacet", "InputSubsetInputDatasetFacet",
                {{"inputCondition", json::object{{"type", "partition"}, {"partitions", std::move(parts)}}}});
    return {{"namespace", kafka(cluster)}, {"name", name}, {"inputFacets", std::move(facets)}};
  }

  json::object table(const ClusterName& cluster, const std::string& name, const std::string& snapshot_id,
                     const std::optional<LocalTime>& as_of) const {
    json::object own{{"cluster", cluster.value()}};
    if (as_of) own["asOf"] = rfc3339(*as_of);
    json::object facets{{"tidemark_table", own_facet("table", std::move(own))}};
    if (!snapshot_id.empty())
      facets["version"] =
          facet("1-0-1/DatasetVersionDatasetFacet", "DatasetVersionDatasetFacet", {{"datasetVersion", snapshot_id}});
    const std::string place = lake(cluster, name);
    facets["symlinks"] =
        facet("1-0-1/SymlinksDatasetFacet", "SymlinksDatasetFacet",
              {{"identifiers", json::array{json::object{{"namespace", place}, {"name", name}, {"type", "TABLE"}}}}});
    return {{"namespace", place}, {"name", name}, {"facets", std::move(facets)}};
  }

 private:
  json::object signed_by(const std::string& schema, json::object members) const {
    members["_producer"] = producer_;
    members["_schemaURL"] = schema;
    return members;
  }

  const LineageNames& names_;
  std::string producer_;
};

json::object said_facet(const LineageRun& run) {
  json::object out{{"run", run.run_id}};
  for (const auto& [name, text] : said_fields(run)) out[name] = text;
  if (!run.after.empty()) out["after"] = run.after;
  if (!run.schema_ids.empty()) out["schema_ids"] = json::array(run.schema_ids.begin(), run.schema_ids.end());
  if (!run.source_snapshots.empty())
    out["source_snapshots"] = json::array(run.source_snapshots.begin(), run.source_snapshots.end());
  for (const auto& [name, time] : {std::pair("cut", run.cut), {"started", run.started}, {"ended", run.ended}})
    if (time) out[name] = rfc3339(*time);
  return out;
}

json::array inputs_of(const Events& events, const LineageRun& run) {
  json::array out;
  for (const RunInput& input : run.inputs) {
    json::object offsets{{"completeness", input.ranges.empty() ? "unknown" : "exact"}};
    if (input.as_of) offsets["asOf"] = rfc3339(*input.as_of);
    out.push_back(input.table.empty() ? events.topic(input.cluster, input.topic, input.ranges, std::move(offsets))
                                      : events.table(input.cluster, input.table, input.snapshot_id, input.as_of));
  }
  return out;
}

std::string completeness_of(const TableCommit& commit) {
  if (!tells_ranges(commit)) return "unknown";
  if (std::ranges::any_of(commit.ranges, &CommitRange::only_end)) return "bounded";
  return commit.evidence == Evidence::exact || commit.evidence == Evidence::derived ? "exact" : "bounded";
}

json::array topics_of(const Events& events, const CommitOf& of) {
  std::map<std::string, std::vector<CommitRange>> by_topic;
  for (const CommitRange& range : of.row->commit.ranges) {
    auto& ranges = by_topic[range.partition.topic.value()];
    if (!range.only_end()) ranges.push_back(range);
  }
  json::array out;
  for (const auto& [topic, ranges] : by_topic)
    out.push_back(events.topic(of.row->cluster, topic, ranges,
                               {{"markSource", of.adapter}, {"completeness", completeness_of(of.row->commit)}}));
  return out;
}

json::object output_of(const Events& events, const CommitOf& of) {
  const TableCommit& commit = of.row->commit;
  json::object out = events.table(of.row->cluster, commit.table.value(), commit.snapshot_id, {});
  if (!of.format.empty())
    out["facets"].as_object()["storage"] =
        events.facet("1-0-1/StorageDatasetFacet", "StorageDatasetFacet", {{"storageLayer", of.format}});
  if (commit.added_records)
    out["outputFacets"] = json::object{{"outputStatistics", events.facet("1-0-2/OutputStatisticsOutputDatasetFacet",
                                                                         "OutputStatisticsOutputDatasetFacet",
                                                                         {{"rowCount", *commit.added_records}})}};
  return out;
}
}  // namespace

std::vector<std::string> events_of(const LineageRun& run, const LineageNames& names) {
  std::vector<std::string> out = run.events;
  // What was only said here is added to what came as events.
  if (!out.empty() && run.told_by == "openlineage") return out;
  const Events events(names);
  const auto add = [&](const char* type, LocalTime at) {
    json::object job{{"namespace", "tidemark"},
                     {"name", run.job_id.empty() ? run.run_id : run.job_id},
                     {"facets", json::object{{"jobType", events.facet("2-0-4/JobTypeJobFacet", "JobTypeJobFacet",
                                                                      {{"processingType", "BATCH"},
                                                                       {"integration", "TIDEMARK"},
                                                                       {"jobType", "MODEL"}})}}}};
    json::object own{{"runId", uuid_of(run.run_id)},
                     {"facets", json::object{{"tidemark_run", events.own_facet("run", said_facet(run))}}}};
    out.push_back(json::serialize(events.event(type, at, std::move(own), std::move(job), inputs_of(events, run), {})));
  };
  const LocalTime ended = run.ended.value_or(run.at);
  if (run.events.empty()) add("START", run.started.value_or(ended));
  add(run.events.empty() ? "COMPLETE" : "OTHER", ended);
  return out;
}

std::vector<std::string> events_of(const CommitOf& of, const LineageNames& names) {
  const Events events(names);
  const TableCommit& commit = of.row->commit;
  const std::string table = of.row->cluster.value() + '/' + commit.table.value();
  const LocalTime at = commit.committed ? LocalTime(commit.committed->time_since_epoch()) : of.row->seen_at;
  json::object facets{{"tidemark_commit", events.own_facet("commit", {{"operation", commit.operation},
                                                                      {"commitId", commit.commit_id},
                                                                      {"relation", word(of.row->relation)},
                                                                      {"rolledBack", of.row->rolled_back}})}};
  facets["nominalTime"] =
      events.facet("1-0-1/NominalTimeRunFacet", "NominalTimeRunFacet",
                   {{"nominalStartTime", rfc3339(of.begun.value_or(at))}, {"nominalEndTime", rfc3339(at)}});
  if (!of.group.empty())
    facets["parent"] =
        events.facet("1-2-0/ParentRunFacet", "ParentRunFacet",
                     {{"run", json::object{{"runId", uuid_of(of.row->cluster.value() + '#' + of.group)}}},
                      {"job", json::object{{"namespace", events.kafka(of.row->cluster)}, {"name", of.group}}}});
  const json::object run{{"runId", uuid_of(table + '@' + commit.snapshot_id)}, {"facets", std::move(facets)}};
  const json::object job{{"namespace", events.kafka(of.row->cluster)},
                         {"name", commit.table.value() + ".commit"},
                         {"facets", json::object{{"jobType", events.facet("2-0-4/JobTypeJobFacet", "JobTypeJobFacet",
                                                                          {{"processingType", "BATCH"},
                                                                           {"integration", "TIDEMARK"},
                                                                           {"jobType", "COMMIT"}})}}}};
  std::vector<std::string> out;
  for (const auto& [type, time] : {std::pair("START", of.begun.value_or(at)), {"COMPLETE", at}})
    out.push_back(
        json::serialize(events.event(type, time, run, job, topics_of(events, of), json::array{output_of(events, of)})));
  return out;
}

std::vector<std::string> events_of(const Snapshot& snapshot, LocalTime at, LineageRun run, const LineageNames& names) {
  const SeenData seen = data_seen(snapshot, at, run, nullptr);
  for (std::size_t i = 0; i < run.inputs.size(); ++i) run.inputs[i].cluster = seen.inputs[i].cluster;
  return events_of(run, names);
}

}  // namespace tidemark
