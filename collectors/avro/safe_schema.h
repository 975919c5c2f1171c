// SPDX-License-Identifier: GPL-3.0-or-later
// The writer's Avro schema, made safe and readable for avro-c: empty namespaces are dropped (avro-c does not find a
// type that was declared with one), and a schema that could make a decoder run away is refused: a type that contains
// itself, arrays or maps of things without bytes, great depth, great fixed sizes. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

// The schema as text for avro_schema_from_json_length; `input` says why not.
Result<std::string> safe_schema(std::string_view json);

}  // namespace tidemark
