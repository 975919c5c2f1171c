// SPDX-License-Identifier: GPL-3.0-or-later
// SqlSession: statements to a database of others, one at a time, each in a transaction that can only read. Every answer
// says what it cost and, where it failed, which of the probe words fits. What is larger than the limits is an error,
// not a part. Values are text as the database writes it: sanitise before it is shown or stored. Thread rule: query()
// from several threads at once; they wait for each other. A stop ends it within 250 ms, but for a host name that is
// being looked up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/http/http_reply.h"
#include "models/domain/sample.h"

namespace tidemark {

struct SqlLimits {
  Millis connect{5'000};
  Millis statement{10'000};
  std::size_t rows = 100'000;
  std::size_t bytes = 16u << 20;  // of an answer
};

// What the values of a column are, as far as somebody asks.
enum class SqlType : std::uint8_t { other, number, instant, zoneless, span };

struct SqlColumn {
  std::string name;
  SqlType type = SqlType::other;
};

struct SqlReply {
  using Row = std::vector<std::optional<std::string>>;  // no value: NULL

  HttpOutcome outcome = HttpOutcome::ok;
  Error error;  // where the outcome is not ok
  std::vector<SqlColumn> columns;
  std::vector<Row> rows;
  PollCost cost;  // bytes as they were on the wire, or read from the file

  bool ok() const { return outcome == HttpOutcome::ok; }
  // Its place among the columns, or none.
  std::optional<std::size_t> column(std::string_view name) const;
};

class SqlSession {
 public:
  virtual ~SqlSession() = default;
  // One statement; `values` are its $1, $2 …
  virtual SqlReply query(const std::string& statement, const std::vector<std::string>& values,
                         std::stop_token stop) = 0;
};

}  // namespace tidemark
