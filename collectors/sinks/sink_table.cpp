// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/sink_table.h"

#include "collectors/sinks/offset_rows.h"

namespace tidemark {

TableList SinkTable::list(std::stop_token) {
  TableList out;
  out.tables.emplace_back(profile_.name);
  return out;
}

TableLoad SinkTable::load(const TableName&, const ReadRules& rules, const std::string&, std::stop_token stop) {
  TableLoad load;
  SqlReply reply = reader_->rows(SinkQuestion::offsets, {}, std::move(stop));
  load.add(reply.cost);
  if (!reply.ok()) {
    load.outcome = reply.outcome;
    load.error = std::move(reply.error);
    return load;
  }
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
