// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/notes.h"

#include <charconv>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_id = 128;
constexpr std::int64_t last_ms = 253'402'300'799'999;

std::string id_at(const Members& members, const std::string& key) {
  const auto found = key.empty() ? members.end() : members.find(key);
  return found == members.end() ? std::string() : plain_line(found->second, longest_id);
}
}  // namespace

std::optional<std::int64_t> parse_count(std::string_view text) {
  std::int64_t value = 0;
  if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

Result<std::optional<CheckpointNote>> read_checkpoint_note(const OffsetRule& rule, const Members& members) {
  const auto found = members.find(rule.key);
  if (found == members.end()) return std::optional<CheckpointNote>();
  const auto text = scalar_of(rule, found->second);
  const auto id = text ? parse_count(*text) : std::nullopt;
  if (!id) return fail(ErrorCode::input, "the checkpoint's number cannot be read", rule.key.substr(0, 200));
  return std::optional(CheckpointNote{id_at(members, rule.job), id_at(members, rule.part), *id});
}

std::optional<LakeTime> read_time_note(const OffsetRule& rule, const Members& members) {
  const auto found = members.find(rule.key);
  const auto text = found == members.end() ? std::nullopt : scalar_of(rule, found->second);
  if (!text) return std::nullopt;
  if (const auto count = parse_count(*text))
    return *count <= last_ms ? std::optional(LakeTime(Millis(*count))) : std::nullopt;
  const auto time = parse_rfc3339(*text);
  return time ? std::optional(LakeTime(Millis(ms(*time)))) : std::nullopt;
}

}  // namespace tidemark
