// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresSession: a PostgreSQL, or what speaks its protocol, as an SqlSession over libpq. One connection, made at the
// first statement and again when it is lost. Each statement is alone in a transaction that the server keeps from
// writing, and that it ends after the statement's time or when we have gone.
#pragma once

#include <atomic>
#include <mutex>

#include "collectors/sql/session.h"

namespace tidemark {

class PostgresLink;

class PostgresSession final : public SqlSession {
 public:
  // `conninfo`: libpq's; what it leaves out comes from where libpq looks (PGHOST, ~/.pgpass …). Error: `usage`.
  static Result<std::unique_ptr<SqlSession>> open(const std::string& conninfo, const SqlLimits& limits);
  ~PostgresSession() override;
  SqlReply query(const std::string& statement, const std::vector<std::string>& values, std::stop_token stop) override;

 private:
  PostgresSession(std::string conninfo, const SqlLimits& limits);
  // Connected, and in a transaction. Else `reply` says why not.
  bool begin(const std::stop_token& stop, SqlReply& reply);
  bool connect(const std::stop_token& stop, SqlReply& reply);
  SqlReply refused(SqlReply reply) const;

  const std::string conninfo_;
  const std::string where_;  // what may be printed of it
  const SqlLimits limits_;
  std::mutex mutex_;
  std::unique_ptr<PostgresLink> link_;       // guarded by mutex_; null: there is no connection
  SqlReply refusal_;                         // guarded by mutex_: of the last connection that could not be made
  std::atomic<std::uint64_t> refusals_ = 0;  // how many could not
};

// Error: `usage`, without any part of it.
Result<> check_conninfo(const std::string& conninfo);
bool conninfo_has_password(const std::string& conninfo);

// What of it may be printed.
struct PostgresPlace {
  std::string host;  // empty or a folder: a local socket
  std::string port;
  std::string user;
  std::string sslmode;
  std::string root_certificate;
  std::string printable;  // "postgresql://host:port/name"
};
PostgresPlace postgres_place(const std::string& conninfo);

}  // namespace tidemark
