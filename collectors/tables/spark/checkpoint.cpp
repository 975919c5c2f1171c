// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/spark/checkpoint.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/parse.hpp>
#include <vector>

namespace tidemark::spark {
namespace {
namespace json = boost::json;
constexpr std::size_t largest = 16u << 20;
constexpr std::size_t most_lines = 1'000;
constexpr std::size_t longest_id = 200;
constexpr std::int64_t last_ms = 253'402'300'799'999;

std::optional<json::object> object(std::string_view text) {
  json::parse_options options;
  options.max_depth = 8;
  boost::system::error_code error;
  json::value value = json::parse({text.data(), text.size()}, error, {}, options);
  if (error || !value.is_object()) return std::nullopt;
  return std::move(value.get_object());
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty() && lines.size() <= most_lines) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

// {"topic":{…}}; other sources have a number, or an object of plain values.
bool is_kafka(const json::object& source) {
  return !source.empty() && std::ranges::all_of(source, [](const auto& member) { return member.value().is_object(); });
}

std::optional<LakeTime> planned(std::string_view line) {
  const auto about = object(line);
  const json::value* at = about ? about->if_contains("batchTimestampMs") : nullptr;
  const auto* ms = at ? at->if_int64() : nullptr;
  if (ms == nullptr || *ms <= 0 || *ms > last_ms) return std::nullopt;
  return LakeTime(Millis(*ms));
}

std::string put_back(const BatchAt& at) {
  return fmt::format(
      "Batch {} of the checkpoint was planned after {}, which holds a batch of that number, was committed: the "
      "checkpoint was put back, and its batches up to {} are passed over.",
      at.batch, at.version, at.batch);
}
}  // namespace

Result<std::string> parse_query_id(std::string_view text) {
  const auto root = text.size() <= largest ? object(text) : std::nullopt;
  const json::value* id = root ? root->if_contains("id") : nullptr;
  const auto* string = id ? id->if_string() : nullptr;
  if (string == nullptr || string->empty() || string->size() > longest_id)
    return fail(ErrorCode::input, "names no query");
  return std::string(string->data(), string->size());
}

// A source that is none of Kafka's writes other things, and says nothing here.
Result<Batch> parse_batch(std::string_view text) {
  if (text.size() > largest) return fail(ErrorCode::input, "is larger than is read");
  const std::vector<std::string_view> lines = lines_of(text);
  const bool v2 = !lines.empty() && lines.front() == "v2";
  if (lines.size() < 3 || lines.size() > most_lines || (!v2 && lines.front() != "v1"))
    return fail(ErrorCode::input, "is no list of offsets of version 1 or 2");
  Batch batch;
  batch.planned = planned(lines[1]);
  for (std::size_t i = 2; i < lines.size(); ++i) {
    std::string_view line = lines[i];
    if (v2) line = line.substr(std::min(line.size(), line.find(':') + 1));
    if (line.empty() || line == "-") continue;
    const auto source = object(line);
    if (!source && line.starts_with('{')) return fail(ErrorCode::input, "has a source that cannot be read");
    if (!source || !is_kafka(*source)) continue;
    const auto offsets = read_source_offsets({"source", "json", "next"}, {}, {{"source", std::string(line)}});
    if (!offsets || !*offsets) return fail(ErrorCode::input, "has a source that cannot be read");
    for (const auto& [partition, next] : **offsets)
      if (!batch.next.emplace(partition, next).second)
        return fail(ErrorCode::input, "has two sources with the same partition");
  }
  if (batch.next.empty()) return fail(ErrorCode::input, "holds no offsets of a Kafka source");
  return batch;
}

Known<SourceOffsets> offsets_of(const Checkpoint& checkpoint, std::int64_t batch,
                                const std::optional<LakeTime>& committed) {
  const auto found = checkpoint.batches.find(batch);
  if (found == checkpoint.batches.end()) return checkpoint.bad.contains(batch) ? Reason::ambiguous : Reason::expired;
  if (committed && found->second.planned && *found->second.planned > *committed) return Reason::ambiguous;
  return found->second.next;
}

std::string why_unknown(const Checkpoint& checkpoint, const BatchAt& at) {
  if (const auto bad = checkpoint.bad.find(at.batch); bad != checkpoint.bad.end())
    return fmt::format("The checkpoint's offsets of batch {} cannot be read ({}).", at.batch, bad->second);
  if (checkpoint.batches.contains(at.batch)) return put_back(at);
  return fmt::format("The checkpoint has no offsets of batch {}, which is the table's newest.", at.batch);
}

std::string stall_of(const Checkpoint& checkpoint, const BatchAt& at) {
  if (checkpoint.newest && at.batch > *checkpoint.newest)
    return fmt::format(
        "silent-stall The checkpoint is at batch {}, the table at {}: the checkpoint was put back, and "
        "batches up to {} are passed over.",
        *checkpoint.newest, at.batch, at.batch);
  const bool other = checkpoint.batches.contains(at.batch) && !offsets_of(checkpoint, at.batch, at.committed);
  return other ? "silent-stall " + put_back(at) : std::string();
}

}  // namespace tidemark::spark
