// SPDX-License-Identifier: GPL-3.0-or-later
// The English text of a finding: the template of its rule in resources/presets/rules.json with its parameters put in.
// Any thread.
#pragma once

#include <string>

#include "models/domain/finding.h"

namespace tidemark::cli {

std::string finding_text(const Finding& finding);

}  // namespace tidemark::cli
