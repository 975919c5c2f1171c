// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/paimon/read_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

#include "collectors/tables/paimon/read_facts.h"
#include "collectors/tables/positions.h"
#include "collectors/tables/rolled_back.h"

namespace tidemark::paimon {
namespace {
class TableReader final {
 public:
  TableReader(const TableName& table, const SnapshotView& view, const ReadRules& rules)
      : table_(table), view_(view), rules_(rules) {}

  TableReading read() {
    out_.marks.emplace();
    if (view_.made_at) out_.uuid = fmt::format("made-{}", ms(*view_.made_at));
    out_.whole = view_.snapshots.empty() || view_.snapshots.front().id == 1;
    if (has_rule()) walk();
    read_line();
    out_.facts = read_facts(view_);
    tell_marks();
    return std::move(out_);
  }

 private:
  bool has_rule() const { return rules_.offsets && means_offsets(*rules_.offsets); }

  void walk() {
    std::vector<Step> steps;
    for (const Snapshot& snapshot : view_.snapshots) {
      auto moved = read_source_offsets(*rules_.offsets, rules_.topic, snapshot.properties);
      if (moved && !*moved && snapshot.damage.empty()) continue;
      Step& step = steps.emplace_back();
      step.version = snapshot.id;
      if (moved && *moved && !(*moved)->empty())
        step.moved = std::move(*moved);
      else
        step.blind = Reason::ambiguous;
      if (step.blind) blind_ = &snapshot;
    }
    positions_ = follow(steps);
    for (const Step& step : steps)
      if (step.moved) open_after(step);
  }

  // The first snapshot with offsets after a rollback does not tell whether it has those again that went.
  void open_after(const Step& step) {
    SourceOffsets reached;
    for (const Gone& gone : view_.gone) {
      if (gone.after >= step.version || gone.after < noted_) continue;
      const auto offsets = read_source_offsets(*rules_.offsets, rules_.topic, gone.snapshot.properties);
      if (offsets && *offsets) raise(reached, **offsets);
    }
    noted_ = step.version;
    if (reached.empty()) return;
    std::vector<CommitRange> ranges;
    for (const CommitRange& range : std::exchange(positions_.moved[step.version].ranges, {})) {
      const auto went = reached.find(range.partition);
      const auto gone = went == reached.end() ? std::nullopt : std::optional(went->second);
      if (!put_range(ranges, range.partition, range.from, range.to, gone)) continue;
      positions_.durable.insert_or_assign(range.partition, Reason::ambiguous);
      out_.marks->others_why = rolled_back_why(range.partition, *gone, std::to_string(step.version));
    }
    positions_.moved[step.version].ranges = std::move(ranges);
  }

  void read_line() {
    if (!view_.snapshots.empty()) {
      out_.head = std::to_string(view_.snapshots.back().id);
      out_.oldest = view_.snapshots.front().at;
    }
    for (const Snapshot& snapshot : std::views::reverse(view_.snapshots))
      out_.branch.push_back(std::to_string(snapshot.id));
    std::size_t wanted = std::min(TableReading::newest, out_.branch.size());
    if (!rules_.known_head.empty()) {
      const auto known = std::ranges::find(out_.branch, rules_.known_head);
      wanted = std::max(wanted, static_cast<std::size_t>(known - out_.branch.begin()));
      wanted = std::min({wanted, out_.branch.size(), TableReading::most});
    }
    if (rules_.carried)
      for (const Snapshot& snapshot :
           view_.snapshots | std::views::reverse | std::views::take(TableReading::most_carried))
        out_.carried.push_back({std::to_string(snapshot.id), snapshot.at, snapshot.properties});
    for (const Snapshot& snapshot : view_.snapshots | std::views::reverse | std::views::take(wanted))
      out_.versions.push_back(version_of(snapshot));
  }

  TableVersion version_of(const Snapshot& snapshot) const {
    TableVersion out;
    TableCommit& commit = out.commit;
    commit.table = table_;
    commit.snapshot_id = std::to_string(snapshot.id);
    if (snapshot.id > 1) commit.parent_id = std::to_string(snapshot.id - 1);
    commit.committed = snapshot.at;
    commit.operation = snapshot.kind;
    if (snapshot.checkpoint) commit.commit_id = std::to_string(*snapshot.checkpoint);
    commit.valid_through = snapshot.watermark;
    // What others do with the rows that are there adds none.
    if (snapshot.kind == "COMPACT" || snapshot.kind == "ANALYZE")
      commit.added_records = 0;
    else if (snapshot.kind == "APPEND" && snapshot.delta_records.value_or(-1) >= 0)
      commit.added_records = snapshot.delta_records;
    if (!has_rule() || !snapshot.damage.empty()) return out;
    if (const auto moved = positions_.moved.find(snapshot.id); moved != positions_.moved.end()) {
      commit.ranges = moved->second.ranges;
      if (moved->second.whole || !commit.ranges.empty()) commit.evidence = Evidence::exact;
    } else if (commit.added_records == 0) {
      commit.evidence = Evidence::exact;  // it is known to move nothing
    }
    return out;
  }

  void tell_marks() {
    TableMarks& marks = *out_.marks;
    marks.adapter = has_rule() ? "b" : "f";
    marks.evidence = evidence_of_adapter(marks.adapter);
    marks.durable = positions_.durable;
    marks.others_reason = out_.whole ? Reason::no_commit : Reason::expired;
    if (std::ranges::any_of(marks.durable, [](const auto& mark) { return mark.second.known(); })) return;
    if (!marks.others_why.empty()) return;
    if (!has_rule()) return tell_checkpoints(marks);
    if (blind_ != nullptr) {
      marks.unknown_why = fmt::format(
          "Snapshot {} {}.", blind_->id,
          blind_->damage.empty() ? "notes offsets that cannot be read" : "cannot be read (" + blind_->damage + ")");
    } else if (!out_.whole) {
      marks.unknown_reason = Reason::expired;
      marks.unknown_why = "No snapshot that is there carries the writer's offsets; older ones have expired.";
    } else {
      marks.unknown_reason = Reason::no_commit;
      if (out_.head) marks.unknown_why = "Nothing of its writer is in the table yet.";
    }
  }

  // What would help, by what the newest commit of data notes.
  void tell_checkpoints(TableMarks& marks) const {
    marks.unknown_reason = Reason::no_commit;
    if (!out_.head) return;
    marks.unknown_reason = Reason::not_supported;
    const auto newest = std::ranges::find_if(view_.snapshots.rbegin(), view_.snapshots.rend(),
                                             [](const Snapshot& snapshot) { return snapshot.checkpoint.has_value(); });
    if (newest == view_.snapshots.rend())
      marks.unknown_why =
          "Its snapshots are those of batches and note no source offsets; offsets that the writer puts into the "
          "snapshots' properties, and a rule (\"offsets\") in the table's pipeline, would tell.";
    else
      marks.unknown_why = fmt::format(
          "Its writer notes numbers of checkpoints (the newest is {}), which are no offsets; offsets that it puts into "
          "the snapshots' properties, and a rule (\"offsets\") in the table's pipeline, would tell.",
          *newest->checkpoint);
  }

  const TableName& table_;
  const SnapshotView& view_;
  const ReadRules& rules_;
  TableReading out_;
  Positions positions_;
  std::int64_t noted_ = 0;           // the newest one with offsets, while they are looked at
  const Snapshot* blind_ = nullptr;  // the newest one
};
}  // namespace

TableReading read_table(const TableName& table, const SnapshotView& view, const ReadRules& rules) {
  return TableReader(table, view, rules).read();
}

}  // namespace tidemark::paimon
