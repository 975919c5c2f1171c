// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/table_folders.h"

#include <algorithm>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
constexpr std::size_t longest_name = 1024;
constexpr int deepest = 6;
constexpr std::size_t most_tables = 10'000;
}  // namespace

// The root itself may be the table: it is then called as the profile calls the only one, or as its folder.
std::string TableFolders::name_of(const std::string& folder) const {
  if (!folder.empty()) {
    std::string name = folder;
    const std::size_t first = std::min(name.find('/'), name.size());
    if (first > ending_.size() && std::string_view(name).substr(0, first).ends_with(ending_))
      name.erase(first - ending_.size(), ending_.size());
    std::ranges::replace(name, '/', '.');
    return plain_line(name, longest_name);
  }
  if (globs_.size() == 1 && names_only(globs_)) return globs_.front();
  std::string_view root = root_;
  while (root.ends_with('/')) root.remove_suffix(1);
  return std::string(root.substr(root.rfind('/') + 1));
}

std::optional<std::string> TableFolders::folder_of(const TableName& table) const {
  if (const auto found = folders_.find(table); found != folders_.end()) return found->second;
  std::string folder = table.value();
  std::ranges::replace(folder, '.', '/');
  return folder.empty() || is_inside(folder) ? std::optional(std::move(folder)) : std::nullopt;
}

TableList TableFolders::list(std::stop_token stop) {
  TableList out;
  std::map<TableName, std::string> before = std::exchange(folders_, {});
  list_folder({}, 0, out, stop);
  if (!out.ok()) folders_ = std::move(before);
  return out;
}

void TableFolders::list_folder(const std::string& folder, int depth, TableList& out, std::stop_token stop) {
  if (stop.stop_requested() || folders_.size() >= most_tables) return;
  const StoreListing listing = store_.list(folder, {}, stop);
  if (!listing.ok() && depth > 0) {
    out.add(listing.cost);
    out.unseen.push_back(folder + ": " + listing.error.what);
    return;
  }
  out.add(listing);
  if (listing.cut) out.unseen.push_back(name_of(folder) + ": has more entries than are listed");
  if (std::ranges::find(listing.folders, marker_) != listing.folders.end()) {
    TableName table(name_of(folder));
    if (!glob_list_match(globs_, table.value())) return;
    if (folders_.emplace(table, folder).second)
      out.tables.push_back(std::move(table));
    else
      out.unseen.push_back(folder + ": another folder has the same table name");
    return;
  }
  if (depth >= deepest) return;
  for (const std::string& name : listing.folders) {
    const std::string inner = join_path(folder, name);
    if (name.starts_with('.') || name.starts_with('_') || !is_inside(inner)) continue;
    const std::string inner_name = name_of(inner);
    if (glob_list_match(globs_, inner_name) || may_hold_matches(globs_, inner_name))
      list_folder(inner, depth + 1, out, stop);
  }
}

}  // namespace tidemark
