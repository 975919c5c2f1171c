// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/session.h"

#include <algorithm>

namespace tidemark {

std::optional<std::size_t> SqlReply::column(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &SqlColumn::name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

}  // namespace tidemark
