// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/read_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "collectors/tables/hudi/read_facts.h"

namespace tidemark::hudi {
namespace {
class TableReader final {
 public:
  TableReader(const TableName& table, const TimelineView& view, const ReadRules& rules)
      : table_(table), view_(view), rules_(rules), scheme_(choose_scheme(view.commits, rules)) {}

  TableReading read() {
    out_.marks.emplace();
    out_.writer = scheme_.writer;
    out_.whole = !view_.archived && !view_.cut;
    steps_ = steps_of(view_.commits, scheme_);
    positions_ = follow(steps_);
    read_line();
    out_.facts = read_facts(view_);
    tell_marks();
    return std::move(out_);
  }

 private:
  void read_line() {
    if (!view_.commits.empty()) {
      out_.head = view_.commits.back().instant.time;
      out_.oldest = view_.commits.front().at;
    }
    for (const Commit& commit : std::views::reverse(view_.commits)) out_.branch.push_back(commit.instant.time);
    for (const std::string& instant : view_.restored)
      if (std::ranges::find(out_.branch, instant) == out_.branch.end()) out_.left.push_back(instant);
    std::size_t wanted = std::min(TableReading::newest, out_.branch.size());
    if (!rules_.known_head.empty()) {
      const auto known = std::ranges::find(out_.branch, rules_.known_head);
      wanted = std::max(wanted, static_cast<std::size_t>(known - out_.branch.begin()));
      wanted = std::min({wanted, out_.branch.size(), TableReading::most});
    }
    if (rules_.carried)
      for (const Commit& commit : view_.commits | std::views::reverse | std::views::take(TableReading::most_carried))
        out_.carried.push_back({commit.instant.time, commit.at, commit.members});
    for (std::size_t i = 0; i < wanted; ++i) out_.versions.push_back(version_of(view_.commits.size() - 1 - i));
  }

  TableVersion version_of(std::size_t at) const {
    const Commit& of = view_.commits[at];
    TableVersion out;
    TableCommit& commit = out.commit;
    commit.table = table_;
    commit.snapshot_id = of.instant.time;
    if (at > 0) commit.parent_id = view_.commits[at - 1].instant.time;
    commit.committed = of.at;
    commit.operation = of.operation;
    commit.added_records = of.added_records;
    out.added_data_files = of.added_files;
    if (scheme_.kind == Scheme::Kind::none || !of.damage.empty()) return out;
    const auto version = static_cast<std::int64_t>(at);
    if (const auto moved = positions_.moved.find(version); moved != positions_.moved.end()) {
      commit.ranges = moved->second.ranges;
      if (moved->second.whole || !commit.ranges.empty()) commit.evidence = Evidence::exact;
    } else if (of.service) {
      commit.evidence = Evidence::exact;  // it is known to move nothing
    }
    return out;
  }

  struct Why {
    Reason reason;
    std::string text;
  };

  void tell_marks() {
    TableMarks& marks = *out_.marks;
    marks.adapter = scheme_.adapter();
    marks.evidence = evidence_of_adapter(marks.adapter);
    // An instant carries the positions of all partitions.
    marks.others_reason = Reason::no_commit;
    if (scheme_.kind != Scheme::Kind::none) marks.durable = positions_.durable;
    if (std::ranges::any_of(marks.durable, [](const auto& mark) { return mark.second.known(); })) return;
    const Why why = why_unknown();
    marks.unknown_reason = why.reason;
    marks.unknown_why = why.text;
  }

  // The first thing that is in the way.
  Why why_unknown() const {
    if (!scheme_.unknown_why.empty()) return {scheme_.unknown_reason, scheme_.unknown_why};
    const auto blind =
        std::ranges::find_if(steps_.rbegin(), steps_.rend(), [](const Step& step) { return step.blind.has_value(); });
    if (blind != steps_.rend()) {
      const Commit& commit = view_.commits[static_cast<std::size_t>(blind->version)];
      return {*blind->blind, fmt::format("Instant {} {}.", commit.instant.time, note_trouble(commit, scheme_))};
    }
    if (!view_.unread.empty())
      return {Reason::expired,
              "No instant that is read carries the writer's offsets; older ones were archived: " + view_.unread + '.'};
    if (view_.cut)
      return {Reason::not_probed, fmt::format("None of the newest {} instants carries the writer's offsets; older ones "
                                              "are not read.",
                                              view_.commits.size())};
    if (view_.commits.empty()) return {Reason::no_commit, {}};
    if (rules_.offsets || !rules_.writer.empty())
      return {Reason::no_commit, "Nothing of its writer is in the table yet."};
    return {Reason::not_supported, "Nothing in its instants tells source offsets."};
  }

  const TableName& table_;
  const TimelineView& view_;
  const ReadRules& rules_;
  const Scheme scheme_;
  TableReading out_;
  std::vector<Step> steps_;
  Positions positions_;
};
}  // namespace

TableReading read_table(const TableName& table, const TimelineView& view, const ReadRules& rules) {
  return TableReader(table, view, rules).read();
}

}  // namespace tidemark::hudi
