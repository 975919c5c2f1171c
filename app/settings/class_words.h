// SPDX-License-Identifier: GPL-3.0-or-later
// What both forms of class files share. Room-internal. Pure functions; any thread.
#pragma once

#include <boost/json/object.hpp>
#include <string>
#include <vector>

#include "app/settings/class_files.h"
#include "collectors/core/strict_json.h"

namespace tidemark::class_words {

using strict_json::Node;

// "5s", "90m": what a profile takes.
std::string duration_text(Millis time);
// Lists of words: "a, b and c".
std::string listed(const std::vector<std::string>& words);
// What a form has no word for, as text, by the key of the profile; also the target and objective where `exact`.
boost::json::object remarks_of(const ClassProfile& item, bool exact);
// The same back; unknown keys and values that no profile takes are errors.
Result<> read_remarks(const Node& node, ClassProfile& item);
// A name made fit to be stored: one line of plain text.
Result<std::string> name_in(const Node& node, std::string_view key);
// The keys of an object that are none of these.
std::vector<std::string> other_keys(const Node& node, const std::vector<std::string_view>& known);

Result<> read_openslo(const Node& root, ClassesRead& out);
Result<> read_dbt(const Node& root, ClassesRead& out);
ClassesWritten write_openslo(const std::vector<ClassProfile>& classes, const std::string& service);
ClassesWritten write_dbt(const std::vector<ClassProfile>& classes, const std::string& service);

}  // namespace tidemark::class_words
