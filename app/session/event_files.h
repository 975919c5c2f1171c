// SPDX-License-Identifier: GPL-3.0-or-later
// EventFiles: events that others wrote down, read from text: lines of JSON (one event each: at, kind, and as wanted
// text, layer, object, severity, id), alerts of Alertmanager (the body of its webhook, or its API's list) and
// annotations of Grafana's API. What it is, the text itself tells. Texts are made fit to be stored; nothing of a text
// is taken where anything of it cannot be read. Pure functions; any thread. Errors: `input`, with the line or the path
// in it. Sources: Alertmanager's webhook (version 4) and API v2; Grafana's annotations API.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/domain/result.h"
#include "models/logbook/said.h"

namespace tidemark {

inline constexpr std::size_t most_told_events = 10'000;

// `file` is what errors call the text.
Result<std::vector<ToldEvent>> parse_events(std::string_view text, const std::string& file);

// One of the documents' layers, by what an object is; `user` where there is none.
std::string layer_of_object(const std::optional<Object>& object);
// KIND:NAME as everywhere in the documents; `usage` with `where`.
Result<std::optional<Object>> object_in(const std::string& text, const std::string& where);
Result<std::string> layer_in(const std::string& text, const std::string& where);
Result<std::string> event_kind_in(const std::string& text, const std::string& where);

}  // namespace tidemark
