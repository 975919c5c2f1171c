// SPDX-License-Identifier: GPL-3.0-or-later
// Dump: a document as plain lines, a row each, for comparing two of them. Thread rule: none.
#pragma once

#include <string>

#include "models/analysis/document.h"

namespace tidemark::test {

std::string dump(const Document& document);

}  // namespace tidemark::test
