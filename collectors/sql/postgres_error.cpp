// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/postgres_error.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"

namespace tidemark {
namespace {
// libpq ends what it says with a line break.
std::string one_line(std::string_view message) {
  return plain_line(redacted(message.substr(0, message.find_last_not_of(" \n") + 1)));
}

PostgresRefusal refusal(HttpOutcome outcome, ErrorCode code, std::string what, std::string fix = {}) {
  return {outcome, {code, std::move(what), {}, std::move(fix)}};
}

template <class Words>
bool says_any(std::string_view message, const Words& words) {
  return std::ranges::any_of(words,
                             [&](std::string_view word) { return message.find(word) != std::string_view::npos; });
}
}  // namespace

PostgresRefusal statement_refusal(std::string_view sqlstate, std::string_view message, Millis limit) {
  const std::string what = one_line(message);
  if (sqlstate == "57014")
    return refusal(HttpOutcome::timeout, ErrorCode::unreachable,
                   fmt::format("{} ({} ms are allowed)", what, limit.count()),
                   "make it cheaper, or give it a longer \"timeout\"");
  if (sqlstate == "25006")
    return refusal(HttpOutcome::other, ErrorCode::usage, what, "write a statement that only reads");
  if (sqlstate == "42501" || sqlstate.starts_with("28"))
    return refusal(HttpOutcome::denied, ErrorCode::denied, what, "grant this user SELECT on what it reads");
  if (sqlstate.starts_with("42") || sqlstate.starts_with("22"))
    return refusal(HttpOutcome::other, ErrorCode::usage, what, "try the statement in psql");
  if (sqlstate == "55P03") return refusal(HttpOutcome::throttled, ErrorCode::unreachable, what);
  if (sqlstate.starts_with("57P") || sqlstate.starts_with("08"))
    return refusal(HttpOutcome::unreachable, ErrorCode::unreachable, what);
  return refusal(HttpOutcome::other, ErrorCode::unreachable, what);
}

PostgresRefusal connection_refusal(std::string_view message, bool wants_password) {
  static constexpr auto denials = std::to_array<std::string_view>(
      {"authentication failed", "FATAL:  role", "no pg_hba.conf entry", "permission denied for", "no password supplied",
       "is not permitted to log in", "pg_hba.conf rejects", "authentication method"});
  static constexpr auto crowds =
      std::to_array<std::string_view>({"too many clients", "too many connections", "remaining connection slots"});
  static constexpr auto tls = std::to_array<std::string_view>({"SSL error", "certificate", "does not support SSL"});
  const std::string what = one_line(message);
  if (wants_password || says_any(what, denials))
    return refusal(HttpOutcome::denied, ErrorCode::denied, what, "check the user and the password");
  if (what.find("FATAL:  database") != std::string::npos)
    return refusal(HttpOutcome::other, ErrorCode::usage, what, "correct the database's name");
  if (says_any(what, crowds)) return refusal(HttpOutcome::throttled, ErrorCode::unreachable, what);
  if (says_any(what, tls))
    return refusal(HttpOutcome::tls, ErrorCode::unreachable, what, "check sslmode and sslrootcert");
  return refusal(HttpOutcome::unreachable, ErrorCode::unreachable, what, "check the address and that it runs");
}

}  // namespace tidemark
