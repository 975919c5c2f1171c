// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/postgres_session.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/core/plain_text.h"
#include "collectors/sql/postgres_link.h"

namespace tidemark {
namespace {
constexpr Millis grace{2'000};  // for the server's own end of a statement to arrive

struct OptionsFree {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsFree>;

Options parse(const std::string& conninfo) {
  char* said = nullptr;  // it quotes what it does not understand
  Options options(PQconninfoParse(conninfo.c_str(), &said));
  PQfreemem(said);
  return options;
}

std::string option(const PQconninfoOption* options, std::string_view key) {
  for (; options != nullptr && options->keyword != nullptr; ++options)
    if (key == options->keyword && options->val != nullptr) return options->val;
  return {};
}

// "postgresql://host:port/name": what may be printed of it.
std::string printable(const std::string& conninfo) {
  const Options options = parse(conninfo);
  const std::string host = option(options.get(), "host"), port = option(options.get(), "port");
  const std::string database = option(options.get(), "dbname");
  return plain_line(fmt::format("postgresql://{}{}{}{}{}", host, port.empty() ? "" : ":", port,
                                database.empty() ? "" : "/", database));
}

// In one go. The time in a transaction without a statement is bounded for the case that we go without a word.
std::string preamble(const SqlLimits& limits, int version) {
  constexpr int can_check_us = 140'000;
  const std::int64_t limit = limits.statement.count();
  return fmt::format(
      "BEGIN TRANSACTION READ ONLY; SET LOCAL statement_timeout = {}; SET LOCAL lock_timeout = {}; "
      "SET LOCAL idle_in_transaction_session_timeout = {}{}",
      limit, limit, 3 * limit, version >= can_check_us ? "; SET LOCAL client_connection_check_interval = 1000" : "");
}

Patience patience(Millis time, const std::stop_token& stop) { return {std::chrono::steady_clock::now() + time, stop}; }
}  // namespace

PostgresPlace postgres_place(const std::string& conninfo) {
  const Options options = parse(conninfo);
  const auto said = [&](std::string_view key) { return plain_line(option(options.get(), key)); };
  return {said("host"), said("port"), said("user"), said("sslmode"), said("sslrootcert"), printable(conninfo)};
}

Result<> check_conninfo(const std::string& conninfo) {
  if (parse(conninfo)) return {};
  return fail(ErrorCode::usage, "is no connection string of PostgreSQL", "dsn",
              "write postgresql://user@host:port/database, with %XX for what is no letter in a name or a password");
}

bool conninfo_has_password(const std::string& conninfo) { return !option(parse(conninfo).get(), "password").empty(); }

Result<std::unique_ptr<SqlSession>> PostgresSession::open(const std::string& conninfo, const SqlLimits& limits) {
  TM_CHECK(check_conninfo(conninfo));
  return std::unique_ptr<SqlSession>(new PostgresSession(conninfo, limits));
}

PostgresSession::PostgresSession(std::string conninfo, const SqlLimits& limits)
    : conninfo_(std::move(conninfo)), where_(printable(conninfo_)), limits_(limits) {}
PostgresSession::~PostgresSession() = default;

SqlReply PostgresSession::refused(SqlReply reply) const {
  reply.error.where = where_;
  reply.columns.clear();
  reply.rows.clear();
  return reply;
}

bool PostgresSession::connect(const std::stop_token& stop, SqlReply& reply) {
  ++reply.cost.requests;
  auto link = PostgresLink::connect(conninfo_, patience(limits_.connect, stop));
  if (link) {
    link_ = std::move(*link);
    return true;
  }
  reply.outcome = link.error().outcome;
  reply.error = std::move(link.error().error);
  if (stop.stop_requested()) return false;
  refusal_ = refused(reply);
  refusal_.cost = {};
  ++refusals_;
  return false;
}

// A connection that stood idle may be found to have gone: that is no news of the database.
bool PostgresSession::begin(const std::stop_token& stop, SqlReply& reply) {
  const bool stood = link_ != nullptr;
  if (!stood && !connect(stop, reply)) return false;
  ++reply.cost.requests;
  auto begun = link_->script(preamble(limits_, link_->server_version()), patience(limits_.statement + grace, stop));
  if (begun) return true;
  const bool gone = link_->is_lost();
  link_.reset();
  if (stood && gone && begun.error().outcome == HttpOutcome::unreachable) return begin(stop, reply);
  reply.outcome = begun.error().outcome;
  reply.error = std::move(begun.error().error);
  return false;
}

SqlReply PostgresSession::query(const std::string& statement, const std::vector<std::string>& values,
                                std::stop_token stop) {
  const std::uint64_t before = refusals_;
  const std::lock_guard lock(mutex_);
  if (refusals_ != before) return refusal_;  // the same, while we waited
  SqlReply reply;
  const std::int64_t had = link_ ? link_->bytes().value_or(0) : 0;
  if (!begin(stop, reply)) return refused(std::move(reply));
  ++reply.cost.requests;
  auto done = link_->run(statement, values, limits_, patience(limits_.statement + grace, stop), reply);
  if (!link_->is_lost()) {
    ++reply.cost.requests;
    static_cast<void>(link_->script("ROLLBACK", patience(grace, stop)));
  }
  if (const auto now = link_->bytes()) {
    reply.cost.bytes = std::max<std::int64_t>(0, *now - had);
    reply.cost.bytes_known = true;
  }
  if (link_->is_lost() || !link_->is_idle()) link_.reset();
  if (done) return reply;
  reply.outcome = done.error().outcome;
  reply.error = std::move(done.error().error);
  return refused(std::move(reply));
}

}  // namespace tidemark
