// SPDX-License-Identifier: GPL-3.0-or-later
// How reports become files. Main thread only.
#pragma once

#include <string>

#include "models/domain/result.h"

namespace tidemark::cli {

// Errors: the file is there and shall not be written over, or cannot be written.
Result<> write_report(const std::string& file, const std::string& text, bool overwrite);

}  // namespace tidemark::cli
