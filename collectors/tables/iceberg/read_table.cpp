// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/read_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/iceberg/read_facts.h"
#include "collectors/tables/iceberg/summary.h"
#include "collectors/tables/offset_rule.h"
#include "collectors/tables/rolled_back.h"

namespace tidemark::iceberg {
namespace {
constexpr std::size_t longest_id = 128;
constexpr std::string_view format = "iceberg";
constexpr std::string_view expired_keys =
    "No snapshot of the commit branch carries the writer's offsets; older ones have expired or were replaced.";
constexpr std::string_view rolled_properties =
    "The branch has gone back to an older snapshot; the table's property that tells offsets has not.";
constexpr std::string_view unreadable_keys =
    "No snapshot of the commit branch that can be read carries the writer's offsets.";

class TableReader final {
 public:
  TableReader(const TableName& table, const Metadata& metadata, const ReadRules& rules)
      : table_(table), metadata_(metadata), rules_(rules), names_{rules.control_topic, rules.group, rules.connector} {}

  TableReading read() {
    out_.uuid = plain_line(metadata_.uuid, longest_id);
    out_.location = plain_line(metadata_.location);
    out_.damage = metadata_.damage;
    const auto head = branch_head(metadata_, rules_.branch);
    if (!head) {
      out_.unknown_why = "The commit branch cannot be told: " + head.error().what + '.';
      out_.facts = read_facts(metadata_, {{}, AncestryEnd::unreadable});
      return std::move(out_);
    }
    if (*head) out_.head = std::to_string(**head);
    Ancestry line;
    if (*head) line = ancestry(metadata_, **head);
    out_.whole = line.end == AncestryEnd::first;
    for (const Snapshot* snapshot : line.snapshots) out_.branch.push_back(std::to_string(snapshot->id));
    if (!line.snapshots.empty()) out_.oldest = line.snapshots.back()->at;
    read_left(line);
    choose_writer(line);
    read_versions(line);
    read_gone();
    say_missing(line);
    if (rules_.carried) tell_carried(line);
    add_ranges();
    out_.facts = read_facts(metadata_, line);
    return std::move(out_);
  }

 private:
  // By what the newest snapshots show: who wrote a table once is not who writes it.
  void choose_writer(const Ancestry& line) {
    WriterSearch search(format, rules_.writer);
    const std::size_t most = search.is_said() ? 0 : std::min(TableReading::newest, line.snapshots.size());
    for (std::size_t i = 0; i < most; ++i) search.look(line.snapshots[i]->summary);
    for (std::size_t i = most; i < line.snapshots.size() && search.is_open(); ++i)
      search.look(line.snapshots[i]->summary);
    writer_ = search.found();
    if (rules_.offsets)
      offset_rules_ = {*rules_.offsets};
    else if (writer_ != nullptr)
      offset_rules_ = writer_->rules;
    std::erase_if(offset_rules_, [](const OffsetRule& rule) { return !tells_offsets(rule); });
    if (writer_ != nullptr && !search.is_said()) out_.writer = writer_->writer;
    if (writer_ != nullptr && !rules_.offsets) out_.help = writer_->help;
    if (writer_ != nullptr || rules_.offsets) found_ = offset_rules_.empty();  // there is nothing to look for
    if (const std::string doubt = search.doubt(); !doubt.empty() && !rules_.offsets) {
      out_.unknown_why = doubt + '.';
      found_ = true;
    }
  }

  void read_versions(const Ancestry& line) {
    std::size_t wanted = std::min(TableReading::newest, line.snapshots.size());
    if (!rules_.known_head.empty()) {
      const auto known = std::ranges::find(out_.branch, rules_.known_head);
      wanted = std::max(wanted, static_cast<std::size_t>(known - out_.branch.begin()));
      wanted = std::min({wanted, line.snapshots.size(), TableReading::most});
    }
    std::size_t i = 0;
    for (; i < wanted; ++i) out_.versions.push_back(version(*line.snapshots[i]));
    for (; i < line.snapshots.size() && !found_; ++i) {
      TableVersion older = version(*line.snapshots[i]);
      if (found_) out_.versions.push_back(std::move(older));
    }
  }

  TableVersion version(const Snapshot& snapshot) {
    TableVersion out;
    TableCommit& commit = out.commit;
    commit.table = table_;
    commit.snapshot_id = std::to_string(snapshot.id);
    if (snapshot.parent) commit.parent_id = std::to_string(*snapshot.parent);
    commit.committed = snapshot.at;
    commit.operation = plain_line(snapshot.operation, longest_id);
    CommitFacts facts = commit_facts(snapshot.summary, writer_of(format, snapshot.summary));
    commit.commit_id = plain_line(facts.commit_id, longest_id);
    commit.added_records = facts.added_records;
    commit.valid_through = facts.valid_through;
    if (rules_.offsets && rules_.offsets->means == "time" && is_noted(*rules_.offsets, commit))
      commit.valid_through = read_time_note(*rules_.offsets, members_of(*rules_.offsets, snapshot));
    if (facts.whole) commit.partial = false;
    out.added_data_files = facts.added_data_files;
    out.added_delete_files = facts.added_delete_files;
    out.files = facts.total_data_files;
    out.sequence = snapshot.sequence;
    if (facts.total_data_files && facts.deleted_data_files)
      out.files_before = *facts.total_data_files - facts.added_data_files.value_or(0) + *facts.deleted_data_files;
    if (snapshot.summary_unreadable)
      stop_at(snapshot, "its summary cannot be read");
    else
      read_offsets(snapshot, out);
    if (notes_offsets(out)) found_ = true;
    return out;
  }

  // The table's properties stand beside its newest version.
  static bool is_of_table(const OffsetRule& rule) { return rule.where == "properties"; }
  bool is_noted(const OffsetRule& rule, const TableCommit& commit) const {
    return !is_of_table(rule) || out_.head == commit.snapshot_id;
  }
  const Texts& members_of(const OffsetRule& rule, const Snapshot& snapshot) const {
    return is_of_table(rule) ? metadata_.properties : snapshot.summary;
  }

  void read_offsets(const Snapshot& snapshot, TableVersion& out) {
    for (const OffsetRule& rule : offset_rules_) {
      if (!is_noted(rule, out.commit)) continue;
      auto read = read_offsets(rule, snapshot, out);
      if (!read) return stop_at(snapshot, read.error().what);
      if (notes_offsets(out)) return;
    }
  }

  Result<> read_offsets(const OffsetRule& rule, const Snapshot& snapshot, TableVersion& out) {
    if (rule.means == "control") return read_control(rule, snapshot, out);
    const Texts& members = members_of(rule, snapshot);
    if (rule.means == "checkpoint") {
      TM_TRY(out.checkpoint, read_checkpoint_note(rule, members));
    } else {
      TM_TRY(out.sources, read_source_offsets(rule, rules_.topic, members));
    }
    if (is_of_table(rule) && notes_offsets(out) && !out_.left.empty() && out_.unknown_why.empty())
      out_.unknown_why = rolled_properties;
    return {};
  }

  Result<> read_control(const OffsetRule& rule, const Snapshot& snapshot, TableVersion& out) {
    TM_TRY(const auto key, find_control_key(snapshot.summary, names_, rule, writer_ ? writer_->task_id : ""));
    if (!key) return {};
    TM_TRY(out.control, parse_offsets(snapshot.summary.find(key->key)->second));
    if (!out_.control_topic.empty() || !out_.group.empty()) return {};
    out_.control_topic = plain_line(key->control_topic);
    out_.group = plain_line(key->group);
    return {};
  }

  // What is older does not tell where the writer is now.
  void stop_at(const Snapshot& snapshot, const std::string& why) {
    if (found_) return;
    found_ = true;
    out_.unknown_why = fmt::format("Snapshot {}: {}.", snapshot.id, why);
  }

  void say_missing(const Ancestry& line) {
    if (found_ || !out_.unknown_why.empty() || !out_.head) return;
    if (line.end == AncestryEnd::expired) {
      out_.unknown_why = expired_keys;
      out_.unknown_reason = Reason::expired;
    }
    if (line.end == AncestryEnd::unreadable) out_.unknown_why = unreadable_keys;
  }

  // Between one commit that notes source offsets and the one before it; of the oldest only the ends are told.
  void add_ranges() {
    std::map<std::string_view, std::size_t> places;  // on the branch
    for (std::size_t i = 0; i < out_.branch.size(); ++i) places.emplace(out_.branch[i], i);
    TableVersion* newer = nullptr;
    std::size_t newer_at = 0;
    for (TableVersion& version : out_.versions) {
      if (!version.sources) continue;
      version.commit.evidence = Evidence::exact;
      const std::size_t at = places[version.commit.snapshot_id];
      if (newer != nullptr) fill_ranges(*version.sources, gone_between(*newer, newer_at, at), *newer);
      newer = &version;
      newer_at = at;
    }
    if (newer != nullptr) fill_ranges({}, gone_between(*newer, newer_at, out_.branch.size()), *newer);
  }

  void fill_ranges(const SourceOffsets& from, const SourceOffsets& gone, TableVersion& version) {
    for (const auto& [partition, next] : *version.sources) {
      const auto found = from.find(partition);
      if (found != from.end() && found->second == next) continue;
      const std::int64_t before = found == from.end() ? next : std::min(found->second, next);
      const auto went = gone.find(partition);
      const auto reached = went == gone.end() ? std::nullopt : std::optional(went->second);
      if (!put_range(version.commit.ranges, partition, before, next, reached)) continue;
      out_.open.insert(partition);
      if (out_.open_why.empty()) out_.open_why = rolled_back_why(partition, *reached, version.commit.snapshot_id);
    }
  }

  // How far those stood that the branch left between a commit and the one that noted offsets before it.
  SourceOffsets gone_between(const TableVersion& newer, std::size_t newer_at, std::size_t older_at) const {
    SourceOffsets out;
    for (const Gone& gone : gone_)
      if (newer_at < gone.fork && gone.fork <= older_at && gone.at <= newer.commit.committed) raise(out, gone.offsets);
    return out;
  }

  // Source offsets of snapshots that the branch has left, and where on it they had begun.
  void read_gone() {
    std::map<std::string_view, std::size_t> places;
    for (std::size_t i = 0; i < out_.branch.size(); ++i) places.emplace(out_.branch[i], i);
    for (const std::string& id : out_.left) {
      const auto number =
          std::ranges::find(metadata_.snapshots, id, [](const Snapshot& s) { return std::to_string(s.id); });
      if (number == metadata_.snapshots.end()) continue;
      for (const OffsetRule& rule : offset_rules_) {
        if (is_of_table(rule) || !means_offsets(rule)) continue;
        auto read = read_source_offsets(rule, rules_.topic, number->summary);
        const auto fork = read && *read ? fork_of(*number, places) : std::nullopt;
        if (!fork) continue;
        gone_.push_back({*fork, number->at, std::move(**read)});
        break;
      }
    }
  }

  std::optional<std::size_t> fork_of(const Snapshot& snapshot,
                                     const std::map<std::string_view, std::size_t>& places) const {
    std::set<std::int64_t> walked;
    for (const Snapshot* at = &snapshot; at->parent && walked.insert(at->id).second;) {
      if (const auto found = places.find(std::to_string(*at->parent)); found != places.end()) return found->second;
      const auto parent = metadata_.by_id.find(*at->parent);
      if (parent == metadata_.by_id.end()) return std::nullopt;
      at = &metadata_.snapshots[parent->second];
    }
    return std::nullopt;
  }

  void tell_carried(const Ancestry& line) {
    for (std::size_t i = 0; i < std::min(TableReading::most_carried, line.snapshots.size()); ++i)
      out_.carried.push_back(
          {std::to_string(line.snapshots[i]->id), line.snapshots[i]->at, line.snapshots[i]->summary});
    out_.carried.push_back({{}, metadata_.updated, metadata_.properties});
  }

  // Only main has a log.
  void read_left(const Ancestry& line) {
    if (rules_.branch != "main" || !out_.head) return;
    std::unordered_set<std::int64_t> on;
    for (const Snapshot* snapshot : line.snapshots) on.insert(snapshot->id);
    for (const std::int64_t id : metadata_.log) {
      const auto found = metadata_.by_id.find(id);
      if (found == metadata_.by_id.end() || !on.insert(id).second) continue;
      // Below a snapshot that has expired the line is not known.
      const auto& at = metadata_.snapshots[found->second].at;
      if (out_.whole || (at && out_.oldest && *at >= *out_.oldest)) out_.left.push_back(std::to_string(id));
    }
  }

  struct Gone {
    std::size_t fork = 0;  // the newest of the branch below it
    std::optional<LakeTime> at;
    SourceOffsets offsets;
  };

  const TableName& table_;
  const Metadata& metadata_;
  const ReadRules& rules_;
  const WriterNames names_;
  TableReading out_;
  const WriterPreset* writer_ = nullptr;
  std::vector<OffsetRule> offset_rules_;
  std::vector<Gone> gone_;
  bool found_ = false;  // the newest offsets, or the reason why they are not to be had
};
}  // namespace

TableReading read_table(const TableName& table, const Metadata& metadata, const ReadRules& rules) {
  return TableReader(table, metadata, rules).read();
}

}  // namespace tidemark::iceberg
