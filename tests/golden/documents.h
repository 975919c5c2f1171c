// SPDX-License-Identifier: GPL-3.0-or-later
// A document as a golden file keeps it.
#pragma once

#include <string>

#include "models/analysis/document.h"

namespace tidemark::test {

// As JSON, without the program's version.
std::string json_of(const Document& document);

}  // namespace tidemark::test
