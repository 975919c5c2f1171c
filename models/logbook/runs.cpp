// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/runs.h"

#include <algorithm>
#include <boost/json/serialize.hpp>

#include "models/logbook/body.h"

namespace tidemark {
namespace {
namespace json = boost::json;

json::object written(const RunInput& input) {
  json::object out;
  if (!input.cluster.value().empty()) out["cluster"] = input.cluster.value();
  if (!input.table.empty()) out["table"] = input.table;
  if (!input.topic.empty()) out["topic"] = input.topic;
  if (!input.snapshot_id.empty()) out["snapshot_id"] = input.snapshot_id;
  if (input.as_of) out["as_of"] = rfc3339(*input.as_of);
  json::array ranges;
  for (const CommitRange& range : input.ranges)
    ranges.push_back(json::array{range.partition.partition.value(), range.from, range.to});
  if (!ranges.empty()) out["ranges"] = std::move(ranges);
  return out;
}

// False where one is there and is no text.
bool take_text(const json::object& from, std::string_view key, std::string& out) {
  const json::value* value = from.if_contains(key);
  if (!value) return true;
  const json::string* text = value->if_string();
  if (text) out = std::string(*text);
  return text != nullptr;
}

bool take_time(const json::object& from, std::string_view key, std::optional<LocalTime>& out) {
  if (!from.contains(key)) return true;
  out = body::time_in(from, key);
  return out.has_value();
}

// True where there is no such list; false where something of it cannot be read.
template <class Value>
bool take_list(const json::object& from, std::string_view key, std::optional<Value> (*read)(const json::value&),
               std::vector<Value>& out) {
  const json::value* value = from.if_contains(key);
  if (!value) return true;
  const json::array* list = value->if_array();
  if (!list) return false;
  for (const json::value& one : *list) {
    auto read_one = read(one);
    if (!read_one) return false;
    out.push_back(std::move(*read_one));
  }
  return true;
}

std::optional<std::string> text_of(const json::value& value) {
  const json::string* text = value.if_string();
  return text ? std::optional<std::string>(*text) : std::nullopt;
}

std::optional<std::int64_t> number_of(const json::value& value) {
  const std::int64_t* number = value.if_int64();
  return number ? std::optional(*number) : std::nullopt;
}

// [partition, from, to); its topic is that of the input.
std::optional<CommitRange> range_of(const json::value& value) {
  const json::array* parts = value.if_array();
  if (!parts || parts->size() != 3) return std::nullopt;
  const auto partition = number_of((*parts)[0]), from = number_of((*parts)[1]), to = number_of((*parts)[2]);
  if (!partition || !from || !to || *partition < 0 || *partition > INT32_MAX || *from < 0 || *from > *to)
    return std::nullopt;
  return CommitRange{{TopicName(), PartitionId(static_cast<std::int32_t>(*partition))}, *from, *to};
}

std::optional<RunInput> input_of(const json::value& value) {
  const json::object* from = value.if_object();
  RunInput out;
  std::string cluster;
  if (!from || !take_text(*from, "cluster", cluster) || !take_text(*from, "table", out.table) ||
      !take_text(*from, "topic", out.topic) || !take_text(*from, "snapshot_id", out.snapshot_id) ||
      !take_time(*from, "as_of", out.as_of) || !take_list(*from, "ranges", range_of, out.ranges))
    return std::nullopt;
  if (out.table.empty() == out.topic.empty()) return std::nullopt;
  out.cluster = ClusterName(std::move(cluster));
  for (CommitRange& range : out.ranges) range.partition.topic = TopicName(out.topic);
  return out;
}

std::optional<LineageRun> run_of(const LogEntry& entry) {
  json::value value;
  const json::object* from = body::read(entry, value);
  LineageRun out;
  if (!from || !take_text(*from, "run", out.run_id) || out.run_id.empty()) return std::nullopt;
  for (const auto& [key, field] : run_texts)
    if (!take_text(*from, key, out.*field)) return std::nullopt;
  if (!take_text(*from, "told_by", out.told_by)) return std::nullopt;
  for (const auto& [key, field] : run_times)
    if (!take_time(*from, key, out.*field)) return std::nullopt;
  if (!take_list(*from, "schema_ids", number_of, out.schema_ids) ||
      !take_list(*from, "source_snapshots", text_of, out.source_snapshots) ||
      !take_list(*from, "inputs", input_of, out.inputs) || !take_list(*from, "events", text_of, out.events))
    return std::nullopt;
  out.at = entry.at;
  out.author = entry.author;
  out.uuid = entry.uuid;
  out.hash = hash_of(entry);
  return out;
}
}  // namespace

std::string body_of(const LineageRun& run) {
  json::object out{{"run", run.run_id}};
  for (const auto& [key, field] : run_texts)
    if (!(run.*field).empty()) out[key] = run.*field;
  if (!run.told_by.empty()) out["told_by"] = run.told_by;
  for (const auto& [key, field] : run_times)
    if (run.*field) out[key] = rfc3339(*(run.*field));
  if (!run.schema_ids.empty()) out["schema_ids"] = json::array(run.schema_ids.begin(), run.schema_ids.end());
  if (!run.source_snapshots.empty())
    out["source_snapshots"] = json::array(run.source_snapshots.begin(), run.source_snapshots.end());
  json::array inputs;
  for (const RunInput& input : run.inputs) inputs.push_back(written(input));
  out["inputs"] = std::move(inputs);
  if (!run.events.empty()) out["events"] = json::array(run.events.begin(), run.events.end());
  return json::serialize(out);
}

Result<std::vector<LineageRun>> runs_in(const std::vector<LogEntry>& entries) {
  std::vector<LineageRun> out;
  for (const LogEntry& entry : entries) {
    if (entry.kind != lineage_run_kind) continue;
    auto run = run_of(entry);
    if (!run) return body::not_a(entry);
    const auto known = std::ranges::find(out, run->run_id, &LineageRun::run_id);
    if (known == out.end())
      out.push_back(std::move(*run));
    else
      add_to(*known, *run);
  }
  return out;
}

}  // namespace tidemark
