// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/found_age.h"

#include <charconv>
#include <cmath>

namespace tidemark {
namespace {
void take_over(FoundAge& age, SqlReply& reply) {
  age.cost.requests += reply.cost.requests;
  age.cost.bytes += reply.cost.bytes;
  age.cost.bytes_known = age.cost.bytes_known || reply.cost.bytes_known;
  if (reply.ok()) return;
  age.outcome = reply.outcome;
  age.error = std::move(reply.error);
  age.ms = reason_of(reply.outcome);
}

void refuse(FoundAge& age, const char* what, const char* fix = "") {
  age.outcome = HttpOutcome::other;
  age.error = {ErrorCode::input, what, {}, fix};
  age.ms = Reason::ambiguous;
}

std::optional<double> seconds(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

// The database itself counts: it knows how it writes times.
const char* conversion(SqlType type) {
  return type == SqlType::instant ? "SELECT extract(epoch FROM clock_timestamp() - $1::timestamptz)"
                                  : "SELECT extract(epoch FROM $1::interval)";
}
}  // namespace

FoundAge ask_age(SqlSession& session, const std::string& statement, const std::stop_token& stop) {
  FoundAge age;
  SqlReply reply = session.query(statement, {}, stop);
  take_over(age, reply);
  if (age.outcome != HttpOutcome::ok) return age;
  if (reply.columns.size() != 1 || reply.rows.size() > 1) {
    refuse(age, "the query for the age answers with more than one value", "select one column of one row");
    return age;
  }
  const SqlType type = reply.columns[0].type;
  if (type == SqlType::zoneless || type == SqlType::other) {
    refuse(age, "the query for the age answers with neither seconds, an interval nor a timestamp with time zone",
           "add AT TIME ZONE 'UTC' where the column has no zone and is UTC");
    return age;
  }
  if (reply.rows.empty() || !reply.rows[0][0]) return age;
  if (type != SqlType::number) {
    reply = session.query(conversion(type), {*reply.rows[0][0]}, stop);
    take_over(age, reply);
    if (age.outcome != HttpOutcome::ok) return age;
  }
  const auto told = reply.rows.size() == 1 && reply.rows[0].size() == 1 && reply.rows[0][0] ? seconds(*reply.rows[0][0])
                                                                                            : std::nullopt;
  constexpr double in_ms = 1000, longest = 1e15;
  if (!told || std::abs(*told) > longest)
    refuse(age, "the query for the age answers with no number");
  else
    age.ms = *told * in_ms;
  return age;
}

}  // namespace tidemark
