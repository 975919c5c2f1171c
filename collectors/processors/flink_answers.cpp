// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/processors/flink_answers.h"

#include <algorithm>
#include <array>
#include <boost/json/parse.hpp>
#include <charconv>
#include <cmath>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"

namespace tidemark::flink {
namespace {
namespace json = boost::json;
constexpr std::size_t most_jobs = 500;
constexpr std::size_t most_vertices = 100;
constexpr std::size_t most_metrics = 1000;
constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_word = 40;
constexpr std::size_t longest_line = 300;
constexpr std::size_t longest_trace = 8u << 10;
constexpr std::size_t id_digits = 32;
constexpr std::int64_t last_ms = 253'402'300'799'999;  // of the year 9999

json::value parse_json(std::string_view body) {
  boost::system::error_code error;
  json::parse_options options;
  options.allow_invalid_utf8 = true;  // plain_text sees to it
  auto value = json::parse(json::string_view(body.data(), body.size()), error, {}, options);
  return error ? json::value() : value;
}

const json::value* find(const json::value& value, std::string_view key) {
  const auto* object = value.if_object();
  return object ? object->if_contains(json::string_view(key.data(), key.size())) : nullptr;
}

const json::array* list_in(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  return found ? found->if_array() : nullptr;
}

std::string_view text_in(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  const auto* text = found ? found->if_string() : nullptr;
  return text ? std::string_view(text->data(), text->size()) : std::string_view();
}

// Nothing below 0.
std::optional<std::int64_t> number_in(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  const auto* number = found ? found->if_int64() : nullptr;
  return number && *number >= 0 ? std::optional(*number) : std::nullopt;
}

std::optional<std::int64_t> time_in(const json::value& value, std::string_view key) {
  const auto number = number_in(value, key);
  return number && *number <= last_ms ? number : std::nullopt;
}

bool is_true(const json::value& value, std::string_view key) {
  const auto* found = find(value, key);
  const auto* flag = found ? found->if_bool() : nullptr;
  return flag && *flag;
}

// Empty where it is none.
std::string id_in(const json::value& value, std::string_view key) {
  const std::string_view text = text_in(value, key);
  const bool is_id = text.size() == id_digits &&
                     std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  return is_id ? std::string(text) : std::string();
}

// A state; empty where it is none.
std::string word_in(const json::value& value, std::string_view key) {
  const std::string_view text = text_in(value, key);
  const bool is_word = text.size() <= longest_word &&
                       std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
  return is_word ? std::string(text) : std::string();
}

std::string line_in(const json::value& value, std::string_view key, std::size_t longest) {
  return plain_line(redacted(text_in(value, key)), longest);
}

std::optional<double> real(const json::value& value) {
  double out = 0;
  if (const auto* text = value.if_string()) {
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), out);
    if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
  } else if (value.is_number()) {
    boost::system::error_code error;
    out = value.to_number<double>(error);
    if (error) return std::nullopt;
  } else {
    return std::nullopt;
  }
  return std::isfinite(out) ? std::optional(out) : std::nullopt;
}

// What a job does of which some tasks neither run nor have ended well, in Flink's words for jobs where there are such;
// empty where all run.
std::string_view without_some(const json::value& item) {
  using Word = std::pair<std::string_view, std::string_view>;  // of the tasks, of the job
  static constexpr std::array<Word, 8> words{{{"failed", "FAILING"},
                                              {"canceling", "RESTARTING"},
                                              {"canceled", "RESTARTING"},
                                              {"created", "CREATED"},
                                              {"scheduled", "SCHEDULED"},
                                              {"deploying", "DEPLOYING"},
                                              {"initializing", "INITIALIZING"},
                                              {"reconciling", "RECONCILING"}}};
  const auto* tasks = find(item, "tasks");
  const auto some = [&](const Word& word) { return tasks && number_in(*tasks, word.first).value_or(0) > 0; };
  const auto found = std::ranges::find_if(words, some);
  return found == words.end() ? std::string_view() : found->second;
}

std::optional<JobRow> job_in(const json::value& item) {
  JobRow row{.id = id_in(item, "jid"), .name = line_in(item, "name", longest_name), .state = word_in(item, "state")};
  const auto started = time_in(item, "start-time");
  const auto duration = time_in(item, "duration");
  if (row.id.empty() || row.state.empty() || !started || !duration) return std::nullopt;
  if (row.name.empty()) row.name = row.id;
  if (row.state == "RUNNING")
    if (const auto word = without_some(item); !word.empty()) row.state = word;
  row.started_ms = *started;
  row.now_ms = std::min(*started + *duration, last_ms);
  row.modified_ms = time_in(item, "last-modification").value_or(0);
  return row;
}

std::optional<CompletedCheckpoint> completed_in(const json::value& latest) {
  const auto* found = find(latest, "completed");
  if (!found) return std::nullopt;
  const auto id = number_in(*found, "id");
  const auto triggered = time_in(*found, "trigger_timestamp");
  const auto duration = time_in(*found, "end_to_end_duration");
  if (!id || !triggered || !duration) return std::nullopt;
  return CompletedCheckpoint{*id, std::min(*triggered + *duration, last_ms), *duration,
                             number_in(*found, "state_size")};
}

std::optional<FailedCheckpoint> failed_in(const json::value& latest) {
  const auto* found = find(latest, "failed");
  const auto id = found ? number_in(*found, "id") : std::nullopt;
  if (!id) return std::nullopt;
  return FailedCheckpoint{*id, line_in(*found, "failure_message", longest_line)};
}

std::optional<std::int64_t> running_since(const json::value& root) {
  std::optional<std::int64_t> oldest;
  const auto* history = list_in(root, "history");
  if (!history) return oldest;
  for (const auto& item : *history) {
    const auto triggered = time_in(item, "trigger_timestamp");
    if (!triggered || text_in(item, "status") != "IN_PROGRESS" || is_true(item, "is_savepoint")) continue;
    oldest = std::min(oldest.value_or(*triggered), *triggered);
  }
  return oldest;
}
}  // namespace

std::optional<JobList> parse_jobs(std::string_view body) {
  const json::value root = parse_json(body);
  const auto* list = list_in(root, "jobs");
  if (!list) return std::nullopt;
  JobList out;
  for (const auto& item : *list) {
    auto row = job_in(item);
    if (!row) return std::nullopt;
    out.cut = out.jobs.size() == most_jobs;
    if (out.cut) break;
    out.jobs.push_back(std::move(*row));
  }
  return out;
}

std::optional<JobDetail> parse_job(std::string_view body) {
  const json::value root = parse_json(body);
  const auto* list = list_in(root, "vertices");
  if (!list || id_in(root, "jid").empty()) return std::nullopt;
  JobDetail out{.batch = text_in(root, "job-type") == "BATCH"};
  for (const auto& item : *list) {
    Vertex vertex{id_in(item, "id"), line_in(item, "name", longest_name), word_in(item, "status"),
                  number_in(item, "parallelism").value_or(0)};
    if (vertex.id.empty()) return std::nullopt;
    out.cut = out.vertices.size() == most_vertices;
    if (out.cut) break;
    out.vertices.push_back(std::move(vertex));
  }
  return out;
}

std::optional<Checkpoints> parse_checkpoints(std::string_view body) {
  const json::value root = parse_json(body);
  const auto* counts = find(root, "counts");
  if (!counts) return std::nullopt;
  const auto completed = number_in(*counts, "completed");
  const auto failed = number_in(*counts, "failed");
  const auto in_progress = number_in(*counts, "in_progress");
  if (!completed || !failed || !in_progress) return std::nullopt;
  Checkpoints out{.completed = *completed, .failed = *failed, .in_progress = *in_progress};
  if (const auto* latest = find(root, "latest")) {
    out.last_completed = completed_in(*latest);
    out.last_failed = failed_in(*latest);
  }
  out.running_since_ms = running_since(root);
  return out;
}

std::optional<CheckpointConfig> parse_checkpoint_config(std::string_view body) {
  const json::value root = parse_json(body);
  const auto interval = number_in(root, "interval");
  if (!interval) return std::nullopt;
  // Never is the longest that there is.
  if (*interval == 0 || *interval > last_ms) return CheckpointConfig{};
  return CheckpointConfig{interval};
}

std::optional<std::map<std::string, double, std::less<>>> parse_metrics(std::string_view body) {
  const json::value root = parse_json(body);
  const auto* list = root.if_array();
  if (!list) return std::nullopt;
  std::map<std::string, double, std::less<>> out;
  for (const auto& item : *list) {
    const std::string_view name = text_in(item, "id");
    if (name.empty()) return std::nullopt;
    const auto* value = find(item, "value");
    if (!value) value = find(item, "max");
    const auto number = value ? real(*value) : std::nullopt;
    if (number && out.size() < most_metrics) out.emplace(plain_line(name, longest_name), *number);
  }
  return out;
}

std::optional<std::string> parse_newest_exception(std::string_view body) {
  const json::value root = parse_json(body);
  const auto trace = [](std::string_view text) {
    return plain_text(redacted_lines(text.substr(0, longest_trace + 1)), longest_trace);
  };
  const auto* history = find(root, "exceptionHistory");
  if (const auto* entries = history ? list_in(*history, "entries") : nullptr)
    return entries->empty() ? std::string() : trace(text_in(entries->front(), "stacktrace"));
  // Before 1.13 there is no history.
  if (!find(root, "root-exception")) return std::nullopt;
  return trace(text_in(root, "root-exception"));
}

std::optional<std::string> parse_version(std::string_view body) {
  std::string version = line_in(parse_json(body), "flink-version", longest_word);
  return version.empty() ? std::nullopt : std::optional(std::move(version));
}

std::string error_text(std::string_view body) {
  const json::value root = parse_json(body);
  const auto* list = list_in(root, "errors");
  const auto* first = list && !list->empty() ? list->front().if_string() : nullptr;
  if (!first) return {};
  const std::string_view text(first->data(), first->size());
  return plain_line(redacted(text.substr(0, text.find('\n'))), longest_line);
}

}  // namespace tidemark::flink
