// SPDX-License-Identifier: GPL-3.0-or-later
// TableFacts: what one look at a table's metadata tells of what it is made of, and why the rest is not told. Value
// types; no thread rule. Times are the lake's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/known.h"
#include "models/domain/table_facts.h"
#include "models/domain/time.h"

namespace tidemark {

// A field of the top level.
struct SchemaField {
  std::string id;  // that a new name leaves as it is; the name where the format has none
  std::string name;
  std::string type;
  bool operator==(const SchemaField&) const = default;
};
using SchemaFields = std::vector<SchemaField>;

// "added a (long); dropped b; c is now d; type of e: int → long". Empty: the fields are the same ones.
std::string schema_difference(const SchemaFields& before, const SchemaFields& after);

// In (lo, hi] the table took another schema.
struct SchemaChange {
  std::string schema;          // its id
  std::optional<LakeTime> lo;  // none: nothing bounds it
  LakeTime hi;
  std::string text;
};

struct Untold {
  Reason reason = Reason::not_supported;
  std::string why;  // one sentence
};

struct TableFacts {
  static constexpr std::size_t most_changes = 50;

  std::map<TableFact, std::int64_t> numbers;
  std::map<TableFact, Untold> untold;
  std::optional<LakeTime> compacted;
  std::optional<LakeTime> cleaned;
  std::optional<std::string> expired_below;  // as the aspect; no value: not told
  std::vector<SchemaChange> schemas;         // oldest first; the newest ones, where there are many

  void tell(TableFact fact, const std::optional<std::int64_t>& number, Reason otherwise, std::string why);
  void leave(TableFact fact, Reason reason, std::string why) { untold[fact] = {reason, std::move(why)}; }
  // `files` and `bytes` are there, or are not: the mean follows. `sized`: of so many files.
  void tell_mean(const std::optional<std::int64_t>& sized);
  void add_change(SchemaChange change);
};

}  // namespace tidemark
