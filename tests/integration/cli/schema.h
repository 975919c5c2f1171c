// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a document against the schema that the program itself prints: every member is described. Main thread of a test.
#pragma once

#include <boost/json.hpp>
#include <string>

#include "app/settings/schema.h"
#include "tests/integration/cli/program.h"

// What is wrong, in one line; empty: nothing.
inline std::string against_schema(const Program& program, const QStringList& schema,
                                  const boost::json::object& document) {
  using namespace tidemark;
  const Ran printed = program.run(schema);
  if (printed.status != 0) return printed.err.toStdString();
  const std::string text = boost::json::serialize(document);
  const auto parsed = strict_json::Document::parse(text, "document", ErrorCode::input);
  const auto none = [](std::string_view, const strict_json::Node&, std::string_view) { return Result<>(); };
  const auto checked = check_schema(parsed->root(), printed.out.toStdString(), none);
  return checked ? std::string() : checked.error().line();
}
