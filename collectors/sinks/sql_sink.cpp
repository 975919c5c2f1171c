// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sql_sink.h"

#include "collectors/sinks/offset_rows.h"

namespace tidemark {
namespace {
void take_over(CatalogAnswer& answer, SqlReply& reply) {
  answer.add(reply.cost);
  if (reply.ok()) return;
  answer.outcome = reply.outcome;
  answer.error = std::move(reply.error);
}
}  // namespace

CatalogAnswer SqlSink::probe(std::stop_token stop) {
  CatalogAnswer answer;
  SqlReply reply = session_->query("SELECT 1", {}, stop);
  take_over(answer, reply);
  return answer;
}

TableList SqlSink::list(std::stop_token) {
  TableList out;
  out.tables.emplace_back(profile_.name);
  return out;
}

TableLoad SqlSink::load(const TableName&, const ReadRules& rules, const std::string&, std::stop_token stop) {
  TableLoad load;
  SqlReply reply = session_->query(profile_.query, {}, stop);
  take_over(load, reply);
  if (!load.ok()) return load;
  auto marks = marks_from_rows(profile_, rules.topic, reply);
  if (!marks) {
    load.outcome = HttpOutcome::other;
    load.error = std::move(marks.error());
    return load;
  }
  load.reading.marks = std::move(*marks);
  load.what = TableLoad::What::loaded;
  return load;
}

}  // namespace tidemark
