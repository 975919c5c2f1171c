// SPDX-License-Identifier: GPL-3.0-or-later
// gunzip: a gzip file's content, capped. Pure function; any thread. Errors: `input`.
#pragma once

#include <string>
#include <string_view>

#include "models/domain/result.h"

namespace tidemark {

bool is_gzip(std::string_view bytes);
// All members of the file; more than `most` bytes are an error.
Result<std::string> gunzip(std::string_view bytes, std::size_t most);

}  // namespace tidemark
