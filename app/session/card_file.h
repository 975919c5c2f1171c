// SPDX-License-Identifier: GPL-3.0-or-later
// Cards as files: JSON with comments, checked against resources/presets/scorecard.schema.json; those of the presets and
// those of users are read alike. Thread rule: any thread. Errors: `usage`, one line with file and line or path; `input`
// where the file cannot be read.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"
#include "models/domain/review.h"

namespace tidemark {

Result<Card> parse_card(std::string_view text, const std::string& file);
// "readiness" and "areas" are those of the presets; anything else is a file.
Result<Card> read_card(const std::string& name);

}  // namespace tidemark
