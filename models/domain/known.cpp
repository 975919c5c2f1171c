// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/known.h"

#include <array>

namespace tidemark {
namespace {
constexpr std::array<std::string_view, reason_count> words{
    "",           "no-commit", "no-permission", "unreachable", "collector-off", "never-polled", "no-history",
    "leaderless", "deleted",   "not-supported", "not-probed",  "ambiguous",     "expired",      "not-applicable"};
}  // namespace

std::string_view word(Reason reason) { return words.at(static_cast<std::size_t>(reason)); }

std::optional<Reason> reason_from(std::string_view word) {
  for (std::size_t i = 1; i < words.size(); ++i)
    if (words[i] == word) return static_cast<Reason>(i);
  return std::nullopt;
}

}  // namespace tidemark
