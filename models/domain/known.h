// SPDX-License-Identifier: GPL-3.0-or-later
// Known<T>: a value, or the reason why there is none. The project's first rule is "true or unknown": a number that
// could not be measured is never 0, so every measured number travels as a Known. Value types; no thread rule beyond
// that of T.
#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

namespace tidemark {

// Why a value is not known. The words are part of the documents' contract. `none` means "it is known" and exists so
// that a column of samples can keep one byte per sample.
enum class Reason : std::uint8_t {
  none = 0,
  no_commit,
  no_permission,
  unreachable,
  collector_off,
  never_polled,
  no_history,
  leaderless,
  deleted,
  not_supported,
  not_probed,
  ambiguous,
  expired,
  not_applicable,
};
inline constexpr std::uint8_t reason_count = 14;

// "no-commit", "unreachable", …; empty for `none`.
std::string_view word(Reason reason);
std::optional<Reason> reason_from(std::string_view word);

template <class T>
class Known final {
 public:
  Known(T value) : value_(std::move(value)), reason_(Reason::none) {}         // NOLINT: a value is always a Known
  Known(Reason reason) : reason_(reason) { assert(reason != Reason::none); }  // NOLINT: so is a reason

  bool known() const { return value_.has_value(); }
  explicit operator bool() const { return known(); }
  const T& value() const {
    assert(known());
    return *value_;
  }
  const T& operator*() const { return value(); }
  const T* operator->() const { return &value(); }
  T value_or(T other) const { return value_.value_or(std::move(other)); }
  // `none` where the value is known.
  Reason reason() const { return reason_; }

  // f(value) where there is one, else the same reason.
  template <class F>
  auto map(F&& f) const -> Known<decltype(f(std::declval<const T&>()))> {
    if (known()) return f(*value_);
    return reason_;
  }
  bool operator==(const Known&) const = default;

 private:
  std::optional<T> value_;
  Reason reason_;
};

}  // namespace tidemark
