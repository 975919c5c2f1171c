// SPDX-License-Identifier: GPL-3.0-or-later
// Stores that are known by name, and what may be posted to one: resources/presets/sinks.json. Any thread.
#pragma once

#include <string_view>
#include <vector>

#include "collectors/core/strict_json.h"
#include "models/domain/profile.h"

namespace tidemark {

struct SinkPreset {
  std::string preset;  // its word in a profile
  std::string title;
  std::string known;  // seen | documentation
  std::string probe;  // what is asked to see whether it is there; empty: "/"
  std::map<std::string, SinkAsk> asks;
};

const std::vector<SinkPreset>& sink_presets();
// Null where there is none of that word.
const SinkPreset* sink_preset(std::string_view word);

// An ask as it stands in a profile or a preset. Error: `usage`.
Result<SinkAsk> read_sink_ask(const strict_json::Node& node);

// Whether what is asked can only read: a GET; a POST to where its store searches; a statement that selects or shows,
// one and no more. `path`: of the address, without its query. Error: `usage`.
Result<> check_reads(std::string_view path, std::string_view body);

}  // namespace tidemark
