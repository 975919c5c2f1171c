// SPDX-License-Identifier: GPL-3.0-or-later
// Strong<Tag, Rep>: a Rep that only mixes with its own kind. Explicit in, value() out, ordered, hashable.
// Value type; no thread rule.
#pragma once

#include <compare>
#include <functional>
#include <utility>

namespace tidemark {

template <class Tag, class Rep>
class Strong final {
 public:
  Strong() = default;
  explicit Strong(Rep rep) : rep_(std::move(rep)) {}
  const Rep& value() const { return rep_; }
  auto operator<=>(const Strong&) const = default;

 private:
  Rep rep_{};
};

}  // namespace tidemark

template <class Tag, class Rep>
struct std::hash<tidemark::Strong<Tag, Rep>> {
  std::size_t operator()(const tidemark::Strong<Tag, Rep>& id) const { return std::hash<Rep>{}(id.value()); }
};
