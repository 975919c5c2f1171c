// SPDX-License-Identifier: GPL-3.0-or-later
// How facts are put together and what their objects are called. Room-internal. Thread rule: none, pure functions.
#pragma once

#include <algorithm>
#include <concepts>

#include "models/analysis/age.h"
#include "models/analysis/headroom.h"
#include "models/analysis/review/facts.h"

namespace tidemark {

template <class T>
void put_fact(Facts& out, const std::string& object, const char* name, const Known<T>& value) {
  Fact& fact = out.emplace_back(Fact{object, name});
  if (value)
    fact.value = FactValue(*value);
  else
    fact.value = value.reason();
}
inline void put_fact(Facts& out, const std::string& object, const char* name, Reason reason) {
  out.push_back({object, name, reason});
}
template <class T>
  requires std::same_as<T, bool> || std::same_as<T, double> || std::same_as<T, std::string>
void put_fact(Facts& out, const std::string& object, const char* name, const T& value) {
  out.push_back({object, name, FactValue(value)});
}
inline void put_fact(Facts& out, const std::string& object, const char* name, std::int64_t value) {
  out.push_back({object, name, FactValue(value)});
}

// "path:orders"; with its cluster where the paths are of several.
inline std::string path_object(const std::vector<FreshnessRow>& all, const FreshnessRow& row) {
  const bool several =
      std::ranges::any_of(all, [&](const FreshnessRow& other) { return other.cluster != row.cluster; });
  return "path:" + (several ? row.cluster.value() + '/' : std::string()) + row.path;
}

}  // namespace tidemark
