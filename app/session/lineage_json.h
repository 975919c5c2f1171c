// SPDX-License-Identifier: GPL-3.0-or-later
// Members of JSON that others wrote, taken where they are of the type that is wanted and passed over where not.
// Includes a heavy header. Pure functions; any thread.
#pragma once

#include <boost/json/value.hpp>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "models/domain/lineage.h"

namespace tidemark::lineage_json {

// The value at the end of a path of keys; null where there is none.
const boost::json::value* at(const boost::json::value& from, std::initializer_list<std::string_view> path);
// A text, or a whole number as a text; empty where there is none.
std::string text(const boost::json::value& from, std::initializer_list<std::string_view> path);
const boost::json::array* list(const boost::json::value& from, std::initializer_list<std::string_view> path);
const boost::json::object* object(const boost::json::value& from, std::initializer_list<std::string_view> path);
// A whole number, or a text that is one: offsets beyond 2^53 are written as texts.
std::optional<std::int64_t> number(const boost::json::value& from, std::initializer_list<std::string_view> path);

// What a key of MLflow's parameters and tags, or of our own facet, says of a run: "model_version", "after", "cut".
void put_said(LineageRun& run, std::string_view key, const std::string& value);

LineageRun run_of_event(const boost::json::value& event, std::string_view raw);
LineageRun run_of_mlflow(const boost::json::value& run);

}  // namespace tidemark::lineage_json
