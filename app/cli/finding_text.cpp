// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/finding_text.h"

namespace tidemark::cli {

std::string finding_text(const Finding& finding) { return finding.rule; }

}  // namespace tidemark::cli
