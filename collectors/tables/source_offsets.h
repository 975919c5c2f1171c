// SPDX-License-Identifier: GPL-3.0-or-later
// SourceOffsets: source offsets that a writer notes in the table's own metadata (adapter b), found by a rule instead of
// code: which key, how its value is written, and whether a number is the last offset in the table or the next one.
// A key may hold "{topic}", and "{partition}" where the value is one number ("{topic}" then stands before it).
// Results are always next offsets. Pure functions; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/ids.h"
#include "models/domain/profile.h"
#include "models/domain/result.h"

namespace tidemark {

using SourceOffsets = std::map<TopicPartition, std::int64_t>;

// The offsets of one commit from its members, by a rule that means "next" or "last". No value: it has none. `topic` is
// whose they are where neither key nor value says so. Errors: `input` where they are there and cannot be read; nothing
// of them is used then.
Result<std::optional<SourceOffsets>> read_source_offsets(
    const OffsetRule& rule, const std::string& topic, const std::map<std::string, std::string, std::less<>>& members);

// What the rule finds are offsets themselves.
inline bool means_offsets(const OffsetRule& rule) { return rule.means == "next" || rule.means == "last"; }

// One text or number: the value itself, or what stands in it at the rule's path. No value: it is neither.
std::optional<std::string> scalar_of(const OffsetRule& rule, std::string_view value);

}  // namespace tidemark
