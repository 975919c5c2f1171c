// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/catalog.h"

#include <algorithm>

namespace tidemark {
namespace {
bool is_glob(std::string_view text) { return text.starts_with('!') || text.find_first_of("*?") != std::string::npos; }
}  // namespace

void add_cost(PollCost& to, const PollCost& from) {
  to.requests += from.requests;
  to.bytes += from.bytes;
  to.bytes_known = to.bytes_known || from.bytes_known;
}

void CatalogAnswer::add(const CatalogAnswer& part) {
  add(part.cost);
  if (!ok() || part.ok()) return;
  outcome = part.outcome;
  error = part.error;
}

bool names_only(const std::vector<std::string>& globs) {
  return !globs.empty() && std::ranges::none_of(globs, is_glob);
}

bool may_hold_matches(const std::vector<std::string>& globs, std::string_view name_space) {
  const std::string inside = std::string(name_space) + '.';
  return std::ranges::any_of(globs, [&](std::string_view glob) {
    if (glob.starts_with('!')) return false;
    const std::string_view fixed = glob.substr(0, glob.find_first_of("*?"));
    return std::string_view(inside).starts_with(fixed) || fixed.starts_with(inside);
  });
}

}  // namespace tidemark
