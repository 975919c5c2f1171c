// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sql/postgres_link.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"

namespace tidemark {
namespace {
constexpr int slice_ms = 100;
constexpr std::size_t longest_name = 200;

// By the numbers of pg_type.dat, which never change.
SqlType type_of(Oid type) {
  static constexpr auto numbers = std::to_array<Oid>({20, 21, 23, 700, 701, 1700});
  constexpr Oid timestamp = 1114, timestamptz = 1184, interval = 1186;
  if (std::ranges::find(numbers, type) != numbers.end()) return SqlType::number;
  if (type == timestamptz) return SqlType::instant;
  if (type == timestamp) return SqlType::zoneless;
  return type == interval ? SqlType::span : SqlType::other;
}

std::string_view text_or_empty(const char* text) { return text == nullptr ? std::string_view() : text; }
}  // namespace

PostgresLink::Ready PostgresLink::wait(short events, const Patience& patience) const {
  while (true) {
    if (patience.stop.stop_requested()) return Ready::stopped;
    const auto left = std::chrono::ceil<Millis>(patience.until - std::chrono::steady_clock::now()).count();
    if (left <= 0) return Ready::late;
    pollfd socket{PQsocket(conn_.get()), events, 0};
    if (::poll(&socket, 1, static_cast<int>(std::min<std::int64_t>(left, slice_ms))) > 0) return Ready::yes;
  }
}

PostgresRefusal PostgresLink::lost(HttpOutcome outcome, ErrorCode code, std::string what) {
  lost_ = true;
  return {outcome, {code, std::move(what), {}, {}}};
}

PostgresRefusal PostgresLink::lost(Ready ready) {
  if (ready == Ready::stopped) return lost(HttpOutcome::other, ErrorCode::cancelled, "stopped");
  return lost(HttpOutcome::timeout, ErrorCode::unreachable, "does not answer in time");
}

PostgresRefusal PostgresLink::broken() {
  return lost(HttpOutcome::unreachable, ErrorCode::unreachable,
              plain_line(redacted(text_or_empty(PQerrorMessage(conn_.get())))));
}

std::expected<std::unique_ptr<PostgresLink>, PostgresRefusal> PostgresLink::connect(const std::string& conninfo,
                                                                                    const Patience& patience) {
  // libpq takes the last of what is said twice.
  constexpr std::array keys{"fallback_application_name", "dbname", "client_encoding",
                            static_cast<const char*>(nullptr)};
  const std::array values{"tidemark", conninfo.c_str(), "UTF8", static_cast<const char*>(nullptr)};
  std::unique_ptr<PostgresLink> link(new PostgresLink(PQconnectStartParams(keys.data(), values.data(), 1)));
  PGconn* const conn = link->conn_.get();
  if (conn == nullptr) return std::unexpected(link->lost(HttpOutcome::other, ErrorCode::internal, "out of memory"));
  PQsetNoticeProcessor(conn, [](void*, const char*) {}, nullptr);
  PostgresPollingStatusType step = PGRES_POLLING_WRITING;
  if (PQstatus(conn) == CONNECTION_BAD) step = PGRES_POLLING_FAILED;
  while (step != PGRES_POLLING_OK && step != PGRES_POLLING_FAILED) {
    const Ready ready = link->wait(step == PGRES_POLLING_READING ? POLLIN : POLLOUT, patience);
    if (ready != Ready::yes) return std::unexpected(link->lost(ready));
    step = PQconnectPoll(conn);
  }
  if (step == PGRES_POLLING_FAILED) {
    std::string said(text_or_empty(PQerrorMessage(conn)));
    const std::string_view password = text_or_empty(PQpass(conn));
    for (auto at = said.find(password); !password.empty() && at != std::string::npos; at = said.find(password))
      said.replace(at, password.size(), std::string());
    return std::unexpected(connection_refusal(said, PQconnectionNeedsPassword(conn) != 0));
  }
  PQsetnonblocking(conn, 1);
  return link;
}

std::optional<std::int64_t> PostgresLink::bytes() const {
  tcp_info info{};
  socklen_t size = sizeof(info);
  if (::getsockopt(PQsocket(conn_.get()), IPPROTO_TCP, TCP_INFO, &info, &size) != 0 ||
      size < offsetof(tcp_info, tcpi_bytes_sent) + sizeof(info.tcpi_bytes_sent))
    return std::nullopt;
  return static_cast<std::int64_t>(info.tcpi_bytes_sent + info.tcpi_bytes_received);
}

// Until libpq has a whole result, or a row of it.
std::expected<void, PostgresRefusal> PostgresLink::await(const Patience& patience, std::size_t most) {
  PGconn* const conn = conn_.get();
  int unsent = PQflush(conn);
  while (unsent > 0 || (unsent == 0 && PQisBusy(conn) != 0)) {
    if (const Ready ready = wait(unsent > 0 ? POLLIN | POLLOUT : POLLIN, patience); ready != Ready::yes)
      return std::unexpected(lost(ready));
    if (PQconsumeInput(conn) == 0) return std::unexpected(broken());
    // libpq keeps a row until it is whole.
    if (bytes().value_or(0) - begun_at_ > static_cast<std::int64_t>(2 * most))
      return std::unexpected(lost(HttpOutcome::other, ErrorCode::input, "answers with more than is read"));
    unsent = PQflush(conn);
  }
  if (unsent < 0) return std::unexpected(broken());
  return {};
}

std::expected<void, PostgresRefusal> PostgresLink::take(PGresult* result, const SqlLimits& limits, SqlReply& reply) {
  const ExecStatusType status = PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) return {};
  if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
    const std::string_view code = text_or_empty(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    const std::string_view primary = text_or_empty(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    return std::unexpected(statement_refusal(
        code, primary.empty() ? text_or_empty(PQresultErrorMessage(result)) : primary, limits.statement));
  }
  if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK)
    return std::unexpected(
        lost(HttpOutcome::other, ErrorCode::usage, "the statement copies rows instead of answering"));
  const int columns = PQnfields(result);
  if (reply.columns.empty())
    for (int i = 0; i < columns; ++i)
      reply.columns.push_back(
          {plain_line(text_or_empty(PQfname(result, i)), longest_name), type_of(PQftype(result, i))});
  for (int row = 0; row < PQntuples(result); ++row) {
    SqlReply::Row& out = reply.rows.emplace_back();
    for (int i = 0; i < columns; ++i) {
      if (PQgetisnull(result, row, i) != 0) {
        out.emplace_back();
        continue;
      }
      const auto size = static_cast<std::size_t>(PQgetlength(result, row, i));
      out.emplace_back(std::in_place, PQgetvalue(result, row, i), size);
      value_bytes_ += size;
    }
    if (reply.rows.size() > limits.rows || value_bytes_ > limits.bytes)
      return std::unexpected(lost(HttpOutcome::other, ErrorCode::input, "answers with more than is read"));
  }
  return {};
}

// The results of a statement end with none.
std::expected<void, PostgresRefusal> PostgresLink::take_all(bool sent, const SqlLimits& limits,
                                                            const Patience& patience, SqlReply& reply) {
  if (!sent) return std::unexpected(broken());
  PQsetSingleRowMode(conn_.get());
  begun_at_ = bytes().value_or(0);
  value_bytes_ = 0;
  std::expected<void, PostgresRefusal> out;
  while (true) {
    if (auto waited = await(patience, limits.bytes); !waited) return waited;
    const PostgresResult result(PQgetResult(conn_.get()));
    if (!result) return out;
    auto taken = take(result.get(), limits, reply);
    if (lost_) return taken;
    if (!taken && out) out = std::move(taken);
  }
}

std::expected<void, PostgresRefusal> PostgresLink::run(const std::string& statement,
                                                       const std::vector<std::string>& values, const SqlLimits& limits,
                                                       const Patience& patience, SqlReply& reply) {
  std::vector<const char*> texts;
  for (const std::string& value : values) texts.push_back(value.c_str());
  const int sent = PQsendQueryParams(conn_.get(), statement.c_str(), static_cast<int>(texts.size()), nullptr,
                                     texts.data(), nullptr, nullptr, 0);
  return take_all(sent != 0, limits, patience, reply);
}

std::expected<void, PostgresRefusal> PostgresLink::script(const std::string& statements, const Patience& patience) {
  SqlReply ignored;
  return take_all(PQsendQuery(conn_.get(), statements.c_str()) != 0, {}, patience, ignored);
}

}  // namespace tidemark
