// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a T, or an Error that a person can act on. An Error is one line: what is wrong, where, what to do.
// Value types; no thread rule.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <utility>

namespace tidemark {

enum class ErrorCode : std::uint8_t {
  usage,        // the command line or the configuration is wrong
  input,        // an input file cannot be read or is not what it should be
  no_data,      // nothing to answer from
  unreachable,  // a system that is watched does not answer
  denied,       // it answers that we may not
  damaged,      // a timeline that is foreign, damaged or too new
  storage,      // the disk: full, read-only, locked by another writer
  cancelled,
  internal,
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string what;   // "unknown key \"polll\""
  std::string where;  // file, JSON path, host; may be empty
  std::string fix;    // what to do; may be empty

  // "where: what; fix" without the parts that are empty, on one line.
  std::string line() const;
};

// The exit status of the process for an error (the table of the README).
int exit_status(ErrorCode code);

template <class T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(ErrorCode code, std::string what, std::string where = {}, std::string fix = {}) {
  return std::unexpected(Error{code, std::move(what), std::move(where), std::move(fix)});
}

}  // namespace tidemark

// TM_TRY(auto x, expression): x is the expression's value, or the function returns its error.
#define TM_CONCAT_INNER(a, b) a##b
#define TM_CONCAT(a, b) TM_CONCAT_INNER(a, b)
#define TM_TRY_NAMED(name, declaration, ...)                  \
  auto name = (__VA_ARGS__);                                  \
  if (!name) return std::unexpected(std::move(name.error())); \
  declaration = std::move(*name)
#define TM_TRY(declaration, ...) TM_TRY_NAMED(TM_CONCAT(tm_try_, __COUNTER__), declaration, __VA_ARGS__)
#define TM_CHECK_NAMED(name, ...) \
  if (auto name = (__VA_ARGS__); !name) return std::unexpected(std::move(name.error()))
// TM_CHECK(expression): for a Result<> without a value.
#define TM_CHECK(...) TM_CHECK_NAMED(TM_CONCAT(tm_check_, __COUNTER__), __VA_ARGS__)
