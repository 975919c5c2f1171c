// SPDX-License-Identifier: GPL-3.0-or-later
// What a branch's rows are kept and found by. Names may hold any character but a line break. Room-internal.
// Thread rule: none, pure functions.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>

#include "models/domain/known.h"

namespace tidemark {

inline std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '\n';
    out += part;
  }
  return out;
}

inline std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

inline std::string or_empty(const Known<std::string>& text) { return text.known() ? *text : std::string(); }

// Models rely on it that no key comes twice; the first row of a key stays.
template <class Branches>
void drop_doubles(Branches& all) {
  std::unordered_set<std::string> seen;
  for (auto& branch : all) {
    seen.clear();
    std::erase_if(branch.children, [&](const auto& child) { return !seen.insert(child.key).second; });
  }
}

}  // namespace tidemark
