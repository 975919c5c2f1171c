// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresLink: one connection of libpq that is never waited for longer than wanted. Room-internal.
// Thread rule: one thread at a time.
#pragma once

#include <libpq-fe.h>

#include <chrono>

#include "collectors/sql/postgres_error.h"
#include "collectors/sql/session.h"

namespace tidemark {

struct ConnFree {
  void operator()(PGconn* conn) const { PQfinish(conn); }
};
struct ResultFree {
  void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresResult = std::unique_ptr<PGresult, ResultFree>;

// Until when a call may take, and who may end it earlier.
struct Patience {
  std::chrono::steady_clock::time_point until;
  std::stop_token stop;
};

class PostgresLink final {
 public:
  static std::expected<std::unique_ptr<PostgresLink>, PostgresRefusal> connect(const std::string& conninfo,
                                                                               const Patience& patience);

  // One statement; what it answers goes into `reply`, within the limits.
  std::expected<void, PostgresRefusal> run(const std::string& statement, const std::vector<std::string>& values,
                                           const SqlLimits& limits, const Patience& patience, SqlReply& reply);
  // Statements of our own, in one go; what they answer is not kept.
  std::expected<void, PostgresRefusal> script(const std::string& statements, const Patience& patience);
  // The connection is of no use any more.
  bool is_lost() const { return lost_ || PQstatus(conn_.get()) != CONNECTION_OK; }
  bool is_idle() const { return PQtransactionStatus(conn_.get()) == PQTRANS_IDLE; }
  int server_version() const { return PQserverVersion(conn_.get()); }
  // Both ways since it was made, as the kernel counts; none where the database is on a local socket.
  std::optional<std::int64_t> bytes() const;

 private:
  enum class Ready : std::uint8_t { yes, late, stopped };
  explicit PostgresLink(PGconn* conn) : conn_(conn) {}
  Ready wait(short events, const Patience& patience) const;
  std::expected<void, PostgresRefusal> await(const Patience& patience, std::size_t most);
  std::expected<void, PostgresRefusal> take_all(bool sent, const SqlLimits& limits, const Patience& patience,
                                                SqlReply& reply);
  std::expected<void, PostgresRefusal> take(PGresult* result, const SqlLimits& limits, SqlReply& reply);
  PostgresRefusal lost(Ready ready);
  PostgresRefusal broken();
  PostgresRefusal lost(HttpOutcome outcome, ErrorCode code, std::string what);

  std::unique_ptr<PGconn, ConnFree> conn_;
  std::int64_t begun_at_ = 0;    // bytes before the statement
  std::size_t value_bytes_ = 0;  // of the answer
  bool lost_ = false;
};

}  // namespace tidemark
