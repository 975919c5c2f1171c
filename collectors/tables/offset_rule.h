// SPDX-License-Identifier: GPL-3.0-or-later
// An OffsetRule from JSON: one reader for the profile's `offsets` and for the rules of the presets. The text has been
// checked against its schema. Pure functions; any thread. Errors: as the document's, with the place.
#pragma once

#include "collectors/core/strict_json.h"
#include "models/domain/profile.h"

namespace tidemark {

Result<OffsetRule> read_offset_rule(const strict_json::Node& node);
// What of it is other than where nothing is said, by the profile's keys; without the names of topics.
std::vector<std::pair<std::string, std::string>> offset_rule_texts(const OffsetRule& rule);
// The same as it stands in a profile, with them.
std::string offset_rule_json(const OffsetRule& rule);

// What the rule finds are offsets of partitions, or lead to such: no mere time.
inline bool tells_offsets(const OffsetRule& rule) { return rule.means != "time"; }

}  // namespace tidemark
