// SPDX-License-Identifier: GPL-3.0-or-later
// A rule for a writer that nobody knows, from what it has written: the first key whose value reads as offsets of
// partitions, itself or somewhere in it. Whether a number is the next offset or the last one no value tells: the rule
// says next, and a person has to look. Pure function; any thread.
#pragma once

#include <optional>

#include "collectors/tables/notes.h"

namespace tidemark {

// `topic`: what is taken for the topic's name where none is written.
std::optional<OffsetRule> propose_rule(const Members& members, const std::string& topic);

}  // namespace tidemark
