// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/postgres_reader.h"

namespace tidemark {

bool PostgresReader::knows(SinkQuestion question) const {
  return !statement_of(profile_, question).empty() && (question != SinkQuestion::found || !profile_.deleted.empty());
}

CatalogAnswer PostgresReader::probe(std::stop_token stop) {
  CatalogAnswer answer;
  SqlReply reply = session_->query("SELECT 1", {}, std::move(stop));
  answer.add(reply.cost);
  answer.outcome = reply.outcome;
  answer.error = std::move(reply.error);
  return answer;
}

SqlReply PostgresReader::rows(SinkQuestion question, const std::string& key, std::stop_token stop) {
  std::vector<std::string> values;
  if (question == SinkQuestion::found) values.push_back(key);
  return session_->query(statement_of(profile_, question), values, std::move(stop));
}

FoundAge PostgresReader::age(SinkQuestion question, std::stop_token stop) {
  return ask_age(*session_, statement_of(profile_, question), stop);
}

}  // namespace tidemark
