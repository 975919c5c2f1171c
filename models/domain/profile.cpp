// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/profile.h"

namespace tidemark {

bool glob_match(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, mark = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++mark;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool glob_list_match(const std::vector<std::string>& patterns, std::string_view text) {
  bool match = false;
  for (std::string_view pattern : patterns) {
    const bool take_away = pattern.starts_with('!');
    if (take_away) pattern.remove_prefix(1);
    if (glob_match(pattern, text)) match = !take_away;
  }
  return match;
}

}  // namespace tidemark
