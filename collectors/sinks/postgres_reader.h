// SPDX-License-Identifier: GPL-3.0-or-later
// PostgresReader: a database's table as a SinkReader: the profile's own statements.
#pragma once

#include "collectors/sinks/sink_reader.h"
#include "collectors/sql/session.h"

namespace tidemark {

class PostgresReader final : public SinkReader {
 public:
  PostgresReader(SinkProfile profile, std::unique_ptr<SqlSession> session)
      : profile_(std::move(profile)), session_(std::move(session)) {}
  bool knows(SinkQuestion question) const override;
  CatalogAnswer probe(std::stop_token stop) override;
  SqlReply rows(SinkQuestion question, const std::string& key, std::stop_token stop) override;
  FoundAge age(SinkQuestion question, std::stop_token stop) override;

 private:
  const SinkProfile profile_;
  const std::unique_ptr<SqlSession> session_;
};

}  // namespace tidemark
