// SPDX-License-Identifier: GPL-3.0-or-later
// SinkTable: a sink shown as a table of its name without versions: its marks are what it answers when it is asked for
// offsets. Thread rule: as TableCatalog.
#pragma once

#include "collectors/sinks/sink_reader.h"

namespace tidemark {

class SinkTable final : public TableCatalog {
 public:
  SinkTable(SinkProfile profile, std::unique_ptr<SinkReader> reader)
      : profile_(std::move(profile)), reader_(std::move(reader)) {}

  // What the sink is: a preset's word tells more than that it speaks JSON.
  std::string_view format() const override { return profile_.preset.empty() ? profile_.type : profile_.preset; }
  CatalogAnswer probe(std::stop_token stop) override { return reader_->probe(std::move(stop)); }
  TableList list(std::stop_token stop) override;
  TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag, std::stop_token stop) override;

 private:
  const SinkProfile profile_;
  const std::unique_ptr<SinkReader> reader_;
};

}  // namespace tidemark
