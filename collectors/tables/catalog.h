// SPDX-License-Identifier: GPL-3.0-or-later
// TableCatalog: where tables are found and their metadata is read; a port with one implementation per kind of place.
// It only reads. Every answer says what it cost and, where it failed, which of the probe words fits.
// Thread rule: load() from several threads at once; probe() and list() from one, and not while a load() runs.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "collectors/http/http_reply.h"
#include "collectors/tables/reading.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/sample.h"
#include "models/domain/secret.h"

namespace tidemark {

void add_cost(PollCost& to, const PollCost& from);

struct CatalogAnswer {
  HttpOutcome outcome = HttpOutcome::ok;
  Error error;  // where the outcome is not ok
  PollCost cost;
  bool ok() const { return outcome == HttpOutcome::ok; }
  // One answer out of several: costs add up, and the first failure stays.
  void add(const CatalogAnswer& part);
  void add(const PollCost& part) { add_cost(cost, part); }
};

struct TableList : CatalogAnswer {
  std::vector<TableName> tables;
  std::vector<std::string> unseen;  // parts that could not be listed, one line each
};

struct TableLoad : CatalogAnswer {
  enum class What : std::uint8_t { loaded, unchanged, gone, failed };
  What what = What::failed;
  TableReading reading;  // of loaded
  std::string tag;       // hand it to the next load(); empty: there is none
};

class TableCatalog {
 public:
  virtual ~TableCatalog() = default;
  // The word of the format's family: "iceberg".
  virtual std::string_view format() const = 0;
  // One cheap request.
  virtual CatalogAnswer probe(std::stop_token stop) = 0;
  // The tables that the profile's globs name.
  virtual TableList list(std::stop_token stop) = 0;
  // `tag`: of the reading that the caller still has; the answer may then be `unchanged`.
  virtual TableLoad load(const TableName& table, const ReadRules& rules, const std::string& tag,
                         std::stop_token stop) = 0;
};

// Nothing but plain names: a list of tables that needs no listing.
bool names_only(const std::vector<std::string>& globs);
// Whether a table in this namespace ("a.b") or below it could match.
bool may_hold_matches(const std::vector<std::string>& globs, std::string_view name_space);

}  // namespace tidemark
