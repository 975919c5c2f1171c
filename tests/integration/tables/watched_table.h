// SPDX-License-Identifier: GPL-3.0-or-later
// One table, lake.orders, in a REST catalog on loopback, watched by a TableSource with whatever profile the test makes.
#pragma once

#include <memory>

#include "collectors/tables/table_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/integration/tables/conforming_catalog.h"
#include "tests/integration/tables/tables.h"

namespace tidemark::testing {

struct WatchedTable {
  WatchedTable() {
    profile.catalogs.push_back({.name = "lake",
                                .cluster = ClusterName("prod"),
                                .type = "iceberg-rest",
                                .url = server.url(),
                                .warehouse = "wh"});
    profile.pipelines.push_back({.name = "p", .topic = "orders", .group = "g", .table = "lake.orders"});
  }

  // The mark of orders/0, after a poll. The join is that of the first one.
  Known<std::int64_t> poll(const std::shared_ptr<MarkJoin>& join = nullptr) {
    server.put("lake", "orders", orders.json());
    if (!source) {
      auto opened = TableSource::open(profile.catalogs[0], profile.pipelines, secrets, clock, recorder, join);
      if (!opened) qFatal("%s", opened.error().line().c_str());
      source = std::move(*opened);
    }
    if (!source->poll_once({})) qFatal("no poll");
    return recorder.value("tables", "table:lake.orders", "partition:orders/0");
  }
  std::string state(const char* aspect) const { return recorder.state("table:lake.orders", aspect).value_or("(none)"); }

  const PlainSecrets secrets;
  const SystemClock clock;
  ConformingCatalog server;
  Recorder recorder;
  Profile profile;
  MadeTable orders;
  std::unique_ptr<TableSource> source;
};

// A member of a summary.
inline std::string member(const char* key, const std::string& value) {
  return '"' + std::string(key) + "\":\"" + value + '"';
}

}  // namespace tidemark::testing
