// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lineage/chain.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "models/analysis/scope.h"
#include "models/domain/table_facts.h"

namespace tidemark {
namespace {
// Nothing is before it: the table says so, or nothing of it has ever expired.
bool is_first(const LineageTable& table, std::size_t index) {
  const TableCommit& commit = table.commits.all[index]->commit;
  if (table.tells_parents) return !commit.parent_id;
  if (table.is_delta) return commit.snapshot_id == "0";
  return table.from_its_first || table.oldest == "none";
}

// The one before it in the table's line; nothing where that is not known.
std::optional<std::size_t> before(const LineageTable& table, std::size_t index) {
  const auto& all = table.commits.all;
  if (table.tells_parents) {
    const auto& parent = all[index]->commit.parent_id;
    const auto found =
        parent ? std::ranges::find_if(all, [&](const SeenCommit* one) { return one->commit.snapshot_id == *parent; })
               : all.end();
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
  }
  while (index-- > 0)
    if (table.commits.live(*all[index])) return index;
  return std::nullopt;
}

Doubt begin_of(const LineageTable& table, const TableCommit& first) {
  const bool expired = !table.oldest.empty() && table.oldest != "none";
  return {expired ? DoubtKind::expired : DoubtKind::begins_unseen, first.snapshot_id};
}
}  // namespace

std::optional<LineageTable> lineage_table(const Snapshot& snapshot, LocalTime at, const ClusterName& cluster,
                                          const std::string& name, const LineageKnown& known,
                                          std::vector<Doubt>& doubts) {
  std::optional<LineageTable> out;
  for (auto& [key, commits] : commits_at(snapshot, at)) {
    if (key.second.value() != name || (!cluster.value().empty() && key.first != cluster)) continue;
    if (out) {
      doubts.push_back({DoubtKind::ambiguous_table, name});
      return std::nullopt;
    }
    out = LineageTable{.cluster = key.first, .name = key.second, .commits = std::move(commits)};
  }
  if (!out) {
    doubts.push_back({DoubtKind::no_table, name});
    return out;
  }
  const Object object("table:" + name);
  const auto told = [&](std::string_view aspect) {
    return state_text(snapshot, out->cluster, object, aspect, at).value_or("");
  };
  out->oldest = told(aspect::expired_below);
  out->unknown_why = told(aspect::unknown_why);
  if (const auto marks = known.marks.find({out->cluster, out->name}); marks != known.marks.end())
    out->marks = marks->second;
  out->from_its_first = known.from_their_first.contains({out->cluster, out->name});
  out->is_delta = told(aspect::format) == "delta";
  out->tells_parents =
      std::ranges::any_of(out->commits.all, [](const SeenCommit* one) { return one->commit.parent_id.has_value(); });
  return out;
}

std::optional<std::size_t> commit_of(const LineageTable& table, const std::string& id, std::vector<Doubt>& doubts) {
  for (std::size_t i = 0; i < table.commits.all.size(); ++i)
    if (table.commits.all[i]->commit.snapshot_id == id) return i;
  doubts.push_back({DoubtKind::no_snapshot, id + " of " + table.name.value()});
  return std::nullopt;
}

std::optional<std::size_t> commit_as_of(const Snapshot& snapshot, const LineageTable& table, LocalTime at,
                                        std::vector<Doubt>& doubts) {
  if (snapshot.newest && at > *snapshot.newest) {
    doubts.push_back({DoubtKind::after_history, rfc3339(*snapshot.newest)});
    return std::nullopt;
  }
  const Known<std::string> left =
      state_text(snapshot, table.cluster, Object("table:" + table.name.value()), aspect::rolled_back, at);
  const std::string gone = left.value_or("");
  const auto had_left = entries(gone);
  std::optional<std::size_t> found, oldest;
  for (std::size_t i = 0; i < table.commits.all.size(); ++i) {
    const SeenCommit& one = *table.commits.all[i];
    if (!oldest || commit_ms(one) < commit_ms(*table.commits.all[*oldest])) oldest = i;
    if (commit_ms(one) > ms(at) || std::ranges::find(had_left, one.commit.snapshot_id) != had_left.end()) continue;
    if (!found || commit_ms(one) >= commit_ms(*table.commits.all[*found])) found = i;
  }
  if (!found && oldest && !is_first(table, *oldest))
    doubts.push_back({DoubtKind::before_history, rfc3339(local_time(commit_ms(*table.commits.all[*oldest])))});
  return found;
}

Chain chain_of(const LineageTable& table, std::size_t head, const std::string& after) {
  Chain out;
  out.met = after.empty();
  std::set<std::size_t> seen;
  for (std::optional<std::size_t> at = head; at && seen.insert(*at).second; at = before(table, *at)) {
    const SeenCommit* one = table.commits.all[*at];
    if (!after.empty() && one->commit.snapshot_id == after) {
      out.met = true;
      break;
    }
    out.commits.push_back(one);
    if (!before(table, *at) && !is_first(table, *at)) out.begins.push_back(begin_of(table, one->commit));
  }
  // A parent that expired may be the very one that it goes on from.
  if (!out.met && !out.commits.empty() && out.commits.back()->commit.parent_id == after) {
    out.met = true;
    out.begins.clear();
  }
  std::ranges::reverse(out.commits);
  return out;
}

bool removes_rows(const TableCommit& commit) {
  static constexpr std::array words =
      std::to_array<std::string_view>({"overwrite", "delete", "merge", "update", "truncate"});
  std::string operation = commit.operation;
  std::ranges::transform(operation, operation.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  // Delta's word for what a stream appends.
  if (operation.starts_with("streaming")) return false;
  return std::ranges::any_of(words, [&](std::string_view word) { return operation.starts_with(word); });
}

}  // namespace tidemark
