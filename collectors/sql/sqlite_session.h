// SPDX-License-Identifier: GPL-3.0-or-later
// SqliteSession: a file of others as an SqlSession. The file is opened for each statement, so that one that was put in
// its place is seen, and never written: a journal that its writer left behind, or a lock that lasts, is an error.
#pragma once

#include "collectors/sql/session.h"

namespace tidemark {

class SqliteSession final : public SqlSession {
 public:
  // `tables`: what may be read.
  SqliteSession(std::string path, std::vector<std::string_view> tables, const SqlLimits& limits)
      : path_(std::move(path)), tables_(std::move(tables)), limits_(limits) {}
  SqlReply query(const std::string& statement, const std::vector<std::string>& values, std::stop_token stop) override;

 private:
  SqlReply read(const std::string& uri, const std::string& statement, const std::vector<std::string>& values,
                const std::stop_token& stop) const;

  const std::string path_;
  const std::vector<std::string_view> tables_;
  const SqlLimits limits_;
};

}  // namespace tidemark
