// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/carried.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/core/plain_text.h"
#include "collectors/tables/offset_rule.h"
#include "collectors/tables/propose_rule.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_key = 200;
constexpr std::size_t longest_value = 120;

// What every writer tells: counts of files and records, and what it is itself.
const std::vector<std::string> usual{
    "added-*",     "deleted-*",         "removed-*", "total-*",  "changed-partition-count",
    "manifests-*", "entries-processed", "operation", "engine-*", "iceberg-version"};

std::string offsets_text(const SourceOffsets& offsets) {
  if (offsets.empty()) return {};
  const auto& [partition, next] = *offsets.begin();
  std::string text =
      fmt::format("{}/{} next {}", plain_line(partition.topic.value(), longest_key), partition.partition.value(), next);
  if (offsets.size() > 1) text += fmt::format(" and {} more", offsets.size() - 1);
  return text;
}

std::string reads_of(const OffsetRule& rule, const std::string& key, const Members& members, const std::string& topic) {
  if (rule.means == "time") {
    const auto time = rule.key == key ? read_time_note(rule, members) : std::nullopt;
    return time ? "complete through " + rfc3339(LocalTime(time->time_since_epoch())) : std::string();
  }
  if (rule.means == "checkpoint") {
    const auto note = rule.key == key ? read_checkpoint_note(rule, members) : std::optional<CheckpointNote>();
    if (!note || !*note) return {};
    return fmt::format("checkpoint {}{}", (*note)->id, (*note)->job.empty() ? "" : " of " + (*note)->job);
  }
  const bool control = rule.means == "control";
  if (control && !key.starts_with(rule.key.substr(0, rule.key.find('{')))) return {};
  OffsetRule own = rule;
  if (control) own = {.key = key, .means = "next"};
  const auto found = read_source_offsets(own, topic, {{key, members.find(key)->second}});
  if (!found || !*found) return {};
  return control ? fmt::format("control offsets of {} partitions", (*found)->size()) : offsets_text(**found);
}

// A key that says whose the writer's notes are, or which commit.
bool belongs(const WriterPreset& writer, const std::string& key) {
  return key == writer.commit_id || key == writer.task_id ||
         std::ranges::any_of(writer.rules, [&](const OffsetRule& rule) { return key == rule.job || key == rule.part; });
}

CarriedKey key_of(const Carried& from, const Members::value_type& member) {
  CarriedKey out;
  out.version = plain_line(from.version, longest_key);
  out.at = from.at;
  out.key = plain_line(member.first, longest_key);
  out.value = plain_line(member.second, longest_value);
  return out;
}
}  // namespace

CarriedTable what_is_carried(std::string_view format, const std::vector<Carried>& carried, const std::string& topic) {
  CarriedTable out;
  WriterSearch search(format, {});
  for (const Carried& from : carried)
    if (!from.version.empty()) search.look(from.members);
  out.writer = search.found();
  out.doubt = search.doubt();
  const std::string named = topic.empty() ? "TOPIC" : topic;
  for (const Carried& from : carried) {
    auto proposal = out.writer == nullptr && out.doubt.empty() ? propose_rule(from.members, named) : std::nullopt;
    if (proposal && from.version.empty()) proposal->where = "properties";
    if (!out.proposal) out.proposal = proposal;
    const WriterPreset* writer = from.version.empty() ? nullptr : writer_of(format, from.members);
    for (const auto& member : from.members) {
      if (glob_list_match(usual, member.first)) continue;
      CarriedKey& key = out.keys.emplace_back(key_of(from, member));
      if (writer != nullptr)
        for (const OffsetRule& rule : writer->rules)
          if (key.reads.empty()) key.reads = reads_of(rule, member.first, from.members, named);
      const bool theirs = writer != nullptr && (writer->signed_by({member}) || belongs(*writer, member.first));
      if (!key.reads.empty() || theirs) key.writer = writer;
      if (writer == nullptr && proposal) key.reads = reads_of(*proposal, member.first, from.members, named);
    }
  }
  return out;
}

std::string mapping_text(const CarriedTable& table) {
  if (!table.doubt.empty()) return {};
  if (table.writer != nullptr) return "\"writer\": \"" + table.writer->writer + '"';
  return table.proposal ? "\"offsets\": " + offset_rule_json(*table.proposal) : std::string();
}

std::string carried_lines(const CarriedTable& table) {
  constexpr std::size_t most = 40;
  std::map<std::string, std::string> lines;
  for (const CarriedKey& of : table.keys) {
    if (lines.size() >= most) break;
    lines.try_emplace(of.key, of.key + '\t' + (of.writer == nullptr ? std::string() : of.writer->writer) + '\t' +
                                  of.reads + '\t' + (of.reads.empty() ? std::string() : of.value));
  }
  std::string out;
  for (const auto& [key, line] : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

}  // namespace tidemark
