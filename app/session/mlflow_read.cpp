// SPDX-License-Identifier: GPL-3.0-or-later
// A run of MLflow as a run: what its parameters and tags say under our names ("tidemark.model_version"), and its
// datasets, whose source names the table and, where its kind tells one, the version.
#include <boost/json/parse.hpp>

#include "app/session/lineage_files.h"
#include "app/session/lineage_json.h"

namespace tidemark::lineage_json {
namespace {
namespace json = boost::json;
constexpr std::string_view own_prefix = "tidemark.";

void put_pairs(const json::value& run, std::string_view name, LineageRun& out) {
  const json::array* pairs = list(run, {"data", name});
  if (!pairs) return;
  for (const json::value& pair : *pairs) {
    const std::string key = text(pair, {"key"});
    const std::string value = text(pair, {"value"});
    if (key.starts_with(own_prefix)) put_said(out, std::string_view(key).substr(own_prefix.size()), value);
    if (key == "mlflow.source.git.commit" && out.transform_version.empty()) out.transform_version = value;
  }
}

std::optional<LocalTime> time_of(const json::value& run, std::string_view key) {
  const auto ms = number(run, {"info", key});
  constexpr std::int64_t last_ms = 253'402'300'799'000;
  return ms && *ms > 0 && *ms <= last_ms ? std::optional(local_time(*ms)) : std::nullopt;
}

// The first that is there.
std::string any_of(const json::value& from, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (std::string found = text(from, {key}); !found.empty()) return found;
  return {};
}

// The source is a text that holds JSON.
RunInput input_of(const json::value& input) {
  RunInput out;
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 8;
  const json::value* raw = at(input, {"dataset", "source"});
  const json::string* text_of_source = raw ? raw->if_string() : nullptr;
  const json::value source =
      text_of_source ? json::parse(std::string_view(*text_of_source), error, {}, options) : json::value();
  if (!error) {
    out.table = any_of(source, {"delta_table_name", "table_name", "table"});
    out.snapshot_id = any_of(source, {"delta_table_version", "snapshot_id", "table_version", "version"});
  }
  if (out.table.empty()) out.table = text(input, {"dataset", "name"});
  const json::array* tags = list(input, {"tags"});
  if (!tags) return out;
  for (const json::value& tag : *tags) {
    const std::string key = text(tag, {"key"}), value = text(tag, {"value"});
    if (key == "tidemark.table") out.table = value;
    if (key == "tidemark.cluster") out.cluster = ClusterName(value);
    if (key == "tidemark.snapshot_id") out.snapshot_id = value;
    if (key == "tidemark.as_of") out.as_of = parse_rfc3339(value);
  }
  return out;
}
}  // namespace

LineageRun run_of_mlflow(const json::value& run) {
  LineageRun out;
  out.run_id = any_of(*at(run, {"info"}), {"run_id", "run_uuid"});
  out.kind = "training";
  out.told_by = "mlflow";
  out.started = time_of(run, "start_time");
  out.ended = time_of(run, "end_time");
  const std::string experiment = text(run, {"info", "experiment_id"});
  if (!experiment.empty()) out.job_id = "mlflow/" + experiment;
  put_pairs(run, "params", out);
  put_pairs(run, "tags", out);
  const json::array* inputs = list(run, {"inputs", "dataset_inputs"});
  if (!inputs) return out;
  for (const json::value& one : *inputs) {
    if (out.inputs.size() >= most_inputs) break;
    RunInput input = input_of(one);
    if (!input.table.empty()) out.inputs.push_back(std::move(input));
  }
  return out;
}

}  // namespace tidemark::lineage_json
