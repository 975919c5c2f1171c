// SPDX-License-Identifier: GPL-3.0-or-later
// What can be gone to by its name in a timeline. Opens the file itself. Any thread. Errors: those of the reader.
#pragma once

#include <string>

#include "models/analysis/places.h"

namespace tidemark {

Result<Places> load_places(const std::string& timeline);

}  // namespace tidemark
