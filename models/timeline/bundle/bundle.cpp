// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bundle/bundle.h"

#include <algorithm>

#include "models/timeline/bundle/entries.h"
#include "models/timeline/bundle/manifest.h"
#include "models/timeline/read_file.h"

namespace tidemark {
namespace {
Result<ReadFile> open_bundle(const std::string& file) {
  TM_TRY(ReadFile opened, open_for_reading(file, TimelineReader::Origin::foreign));
  if (!opened.bundle)
    return fail(ErrorCode::damaged, "a timeline, but no bundle", file, "make one of it with tidemark bundle create");
  return opened;
}

std::string difference(const BundleTable& is, const BundleTable& told) {
  if (is.rows != told.rows)
    return "it has " + std::to_string(is.rows) + " rows, the manifest says " + std::to_string(told.rows);
  return is.sha256 == told.sha256 ? std::string() : "its content was changed";
}
}  // namespace

Result<BundleFacts> inspect_bundle(const std::string& file) {
  return guarded(file, [&]() -> Result<BundleFacts> {
    TM_TRY(const ReadFile opened, open_bundle(file));
    return read_facts(*opened.db, file);
  });
}

Result<BundleVerified> verify_bundle(const std::string& file) {
  return guarded(file, [&]() -> Result<BundleVerified> {
    TM_TRY(const ReadFile opened, open_bundle(file));
    opened.deadline->restart();
    const std::vector<BundleTable> real = real_tables(*opened.db);
    const std::vector<BundleTable> told = told_tables(*opened.db);
    BundleVerified out{{}, hash_of(real)};
    for (const BundleTable& table : real) {
      BundleVerdict& verdict =
          out.tables.emplace_back(BundleVerdict{table, std::nullopt, "the manifest has no word of it"});
      const auto found = std::ranges::find(told, table.name, &BundleTable::name);
      if (found == told.end()) continue;
      verdict.manifest = *found;
      verdict.what = difference(table, *found);
    }
    for (const BundleTable& table : told)
      if (std::ranges::find(real, table.name, &BundleTable::name) == real.end())
        out.tables.push_back({{table.name, 0, {}}, table, "the manifest tells of it, but there is none"});
    return out;
  });
}

Result<std::vector<LogEntry>> bundle_entries(const std::string& file) {
  return guarded(file, [&]() -> Result<std::vector<LogEntry>> {
    TM_TRY(const ReadFile opened, open_for_reading(file, TimelineReader::Origin::own));
    if (!opened.bundle) return std::vector<LogEntry>();
    return read_entries(*opened.db);
  });
}

}  // namespace tidemark
