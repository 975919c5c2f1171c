// SPDX-License-Identifier: GPL-3.0-or-later
// The scope of a review, one family of streams, as a text that evidence carries: filters by name, each a glob, in one
// order: "cluster=prod,topic=orders*". Empty: everything. Pure functions; any thread. Errors: `usage`.
#pragma once

#include <string>
#include <string_view>

#include "models/analysis/lag.h"
#include "models/domain/result.h"

namespace tidemark {

std::string scope_text(const Filter& filter);
Result<Filter> scope_filter(std::string_view text);

}  // namespace tidemark
