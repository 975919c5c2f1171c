// SPDX-License-Identifier: GPL-3.0-or-later
// Checks a JSON document against a JSON Schema, so that the schema that `profile schema` prints is the one the reader
// obeys. Only the words that the project's schemas use: type, properties, required, additionalProperties, items, enum,
// minimum, maximum, minLength, format, $ref to #/$defs/….
// Pure function; any thread. Errors: `usage` with the path of the value; an unknown key names the nearest one.
#pragma once

#include <functional>
#include <string_view>

#include "collectors/core/strict_json.h"

namespace tidemark {

// Judges a value whose schema has a `format`: its name, the value, and its key in the object around it.
using FormatCheck =
    std::function<Result<>(std::string_view format, const strict_json::Node& value, std::string_view key)>;

Result<> check_schema(const strict_json::Node& root, std::string_view schema, const FormatCheck& format);

}  // namespace tidemark
