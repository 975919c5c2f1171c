// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/restart.h"

#include <algorithm>

namespace tidemark {

Restart restart_of(const TableInfo& table, const Landing& landing) {
  Restart out;
  const auto part = [&](std::int64_t sign) {
    return landing.commit_gap.map([sign](std::int64_t gap) { return std::max<std::int64_t>(0, sign * gap); });
  };
  if (table.restarts_from_group()) {
    out.reread_from = landing.committed;
    out.reread = out.duplicates = part(-1);
    out.only_in_files = part(1);
    return out;
  }
  // Offset and data are committed in one: what is in the table is not read again.
  out.reread_from = landing.durable;
  out.reread = part(1);
  const Known<std::int64_t> none = landing.durable.map([](std::int64_t) { return std::int64_t{0}; });
  out.only_in_files = out.duplicates = none;
  return out;
}

}  // namespace tidemark
