// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/table_choice.h"

#include "app/session/judged_profile.h"
#include "collectors/core/strict_json.h"
#include "models/analysis/tables.h"

namespace tidemark::cli {

Result<Profile> profile_of(const Asked& asked, const Snapshot& snapshot) {
  if (asked.profile) return *asked.profile;
  return judged_profile(snapshot, asked.at);
}

Result<> tables_in_reach(const Snapshot& snapshot, const Asked& asked, const Profile& profile) {
  if (asked.filter.table.empty()) return {};
  Filter wanted;
  wanted.table = asked.filter.table;
  if (!tables_at(snapshot, asked.at, wanted, profile).empty()) return {};
  std::vector<std::string> names;
  for (const TableInfo& table : tables_at(snapshot, asked.at)) names.push_back(table.table.value());
  const std::string& name = asked.filter.table.front();
  const auto near = strict_json::nearest(name, {names.begin(), names.end()});
  return fail(ErrorCode::no_data, "the timeline has no table \"" + name + '"', "--table",
              near ? "did you mean \"" + std::string(*near) + "\"?" : "see tidemark align");
}

}  // namespace tidemark::cli
