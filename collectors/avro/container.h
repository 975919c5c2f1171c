// SPDX-License-Identifier: GPL-3.0-or-later
// Container: an Avro object container file ("Obj\x01"), as far as its first record, as JSON: members by their names,
// a union as the branch that it holds, bytes as text, numbers exact. Decoded with the file's own schema by avro-c. The
// file is foreign: sizes are capped, and a schema that could make a decoder run away is refused.
// Only files that are not compressed. Pure functions; any thread. Errors: `input`, one line.
#pragma once

#include <boost/json/value.hpp>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

bool is_avro_container(std::string_view bytes);
Result<boost::json::value> first_record(std::string_view bytes);
// The same of a record that stands alone, with its writer's schema.
Result<boost::json::value> one_record(std::string_view schema, std::string_view bytes);

}  // namespace tidemark
