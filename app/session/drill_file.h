// SPDX-License-Identifier: GPL-3.0-or-later
// Drills as files: templates and the incidents of the failure matrix, JSON with comments, checked against
// resources/presets/drills.schema.json; those of the presets and those of users are read alike. Thread rule: any
// thread. Errors: `usage`, one line with file and line or path; `input` where the file cannot be read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/drill/matrix.h"
#include "models/domain/result.h"

namespace tidemark {

struct DrillLibrary {
  std::vector<DrillIncident> incidents;
  std::vector<DrillTemplate> drills;
};

Result<DrillLibrary> parse_drills(std::string_view text, const std::string& file);
// Those of the presets, and those of a file beside them; a drill of the file takes the place of one of the same id.
// Empty: the presets alone.
Result<DrillLibrary> read_drills(const std::string& file);
// A file of one drill.
std::string library_text(const DrillTemplate& drill);
// `usage`, with the nearest id, where there is none.
Result<DrillTemplate> drill_named(const DrillLibrary& library, const std::string& id);

}  // namespace tidemark
