// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/past_tables.h"

#include <algorithm>

namespace tidemark {
namespace {
// Moves data, and does not say which.
bool hides(const TableCommit& commit) {
  return commit.ranges.empty() && commit.operation != "replace" && commit.added_records.value_or(1) > 0;
}

Known<std::int64_t> after(const Known<std::int64_t>& before, const TableCommit& commit,
                          const TopicPartition& partition) {
  if (hides(commit)) return Reason::ambiguous;
  Known<std::int64_t> mark = before;
  for (const CommitRange& range : commit.ranges)
    if (range.partition == partition) mark = mark ? std::max(*mark, range.to) : range.to;
  return mark;
}

PastTableMark mark_of(const TablePartition& of, const std::vector<const TableCommit*>& commits, const PastGrid& grid) {
  PastTableMark out{of, {}};
  out.values.reserve(grid.points);
  Known<std::int64_t> mark = Reason::no_history;
  auto next = commits.begin();
  for (std::size_t i = 0; i < grid.points; ++i) {
    for (; next != commits.end() && ms(*(*next)->committed) <= ms(grid.at(i)); ++next)
      mark = after(mark, **next, of.second);
    out.values.push_back(mark);
  }
  return out;
}
}  // namespace

std::vector<PastTableMark> past_table_marks(std::vector<TableCommit> commits,
                                            const std::map<TablePartition, std::int64_t>& now, const PastGrid& grid) {
  std::erase_if(commits, [](const TableCommit& commit) { return !commit.committed; });
  std::ranges::stable_sort(commits, {}, [](const TableCommit& commit) { return *commit.committed; });
  std::map<TableName, std::vector<const TableCommit*>> by_table;
  std::map<TablePartition, Known<std::int64_t>> last;
  for (const TableCommit& commit : commits) {
    by_table[commit.table].push_back(&commit);
    for (const CommitRange& range : commit.ranges)
      last.try_emplace({commit.table, range.partition}, Reason::no_history);
  }
  std::vector<PastTableMark> out;
  for (auto& [of, mark] : last) {
    const auto& of_table = by_table[of.first];
    for (const TableCommit* commit : of_table) mark = after(mark, *commit, of.second);
    const auto read = now.find(of);
    const bool agrees = read != now.end() && mark && *mark == read->second;
    if (agrees)
      out.push_back(mark_of(of, of_table, grid));
    else
      out.push_back({of, std::vector<Known<std::int64_t>>(grid.points, Reason::ambiguous)});
  }
  return out;
}

}  // namespace tidemark
