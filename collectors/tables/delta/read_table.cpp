// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/delta/read_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/delta/read_facts.h"

namespace tidemark::delta {
namespace {
constexpr std::size_t longest_id = 200;
constexpr std::size_t most_losses = 20;

class TableReader final {
 public:
  TableReader(const TableName& table, const LogView& log, const SparkCheckpoint* checkpoint, const ReadRules& rules)
      : table_(table),
        log_(log),
        checkpoint_(checkpoint),
        rules_(rules),
        scheme_(choose_scheme(log, checkpoint, rules)) {}

  TableReading read() {
    out_.marks.emplace();
    if (log_.commits.empty()) return std::move(out_);
    out_.head = std::to_string(log_.commits.back().version);
    out_.writer = scheme_.writer;
    find_beginning();
    walk();
    read_line();
    read_versions();
    if (rules_.carried) tell_carried();
    out_.facts = read_facts(log_);
    tell_marks();
    return std::move(out_);
  }

 private:
  const Commit* find_commit(std::int64_t version) const {
    const std::int64_t first = log_.commits.front().version;
    const bool here = version >= first && version <= log_.commits.back().version;
    return here ? &log_.commits[static_cast<std::size_t>(version - first)] : nullptr;
  }
  bool summed_at(std::int64_t version) const { return log_.state && log_.state->version == version; }

  // The version with which the present table began, as far as it can be seen.
  void find_beginning() {
    std::string id = summed_at(log_.commits.front().version - 1) ? log_.state->table_id : std::string();
    for (const Commit& at : log_.commits) {
      if (at.table_id && !id.empty() && *at.table_id != id) beginning_ = at.version;
      if (at.table_id) id = *at.table_id;
      if (id.empty() && summed_at(at.version)) id = log_.state->table_id;
    }
    out_.uuid = plain_line(id, longest_id);
  }

  void walk() {
    std::vector<Step> steps;
    std::optional<SourceOffsets> summed;
    if (log_.state) summed = positions_in(*log_.state, scheme_, checkpoint_);
    if (summed && summed_at(log_.commits.front().version - 1)) {
      steps.emplace_back().version = log_.state->version;
      steps.back().all = summed;
    }
    for (const Commit& at : log_.commits) {
      steps.push_back(step_of(at, scheme_, checkpoint_));
      steps.back().made_anew = at.version == beginning_;
      if (summed && summed_at(at.version)) steps.back().all = summed;
    }
    for (const Step& step : steps)
      if (step.blind) blind_ = step;
    positions_ = follow(steps);
  }

  // Newest first, along what each version was built on.
  void read_line() {
    std::unordered_set<std::int64_t> on;
    std::optional<std::int64_t> version = log_.commits.back().version;
    while (version) {
      const Commit* at = find_commit(*version);
      if (at == nullptr) break;
      line_.push_back(at);
      on.insert(*version);
      out_.branch.push_back(std::to_string(*version));
      out_.whole = *version == 0 || *version == beginning_;
      version = out_.whole ? std::nullopt : parent(*at);
    }
    out_.oldest = line_.back()->at;
    for (const Commit& at : log_.commits)
      if (at.version > line_.back()->version && !on.contains(at.version))
        out_.left.push_back(std::to_string(at.version));
    // A restore to a version that is not here took away all that is between.
    if (line_.back()->restores && !out_.whole)
      for (const Commit& at : log_.commits)
        if (at.version < line_.back()->version && line_.back()->restored_to && at.version > *line_.back()->restored_to)
          out_.left.push_back(std::to_string(at.version));
  }

  static std::optional<std::int64_t> parent(const Commit& at) {
    if (!at.restores) return at.version > 0 ? std::optional(at.version - 1) : std::nullopt;
    const bool before = at.restored_to && *at.restored_to < at.version;
    return before ? at.restored_to : std::nullopt;
  }

  void read_versions() {
    std::size_t wanted = std::min(TableReading::newest, line_.size());
    if (!rules_.known_head.empty()) {
      const auto known = std::ranges::find(out_.branch, rules_.known_head);
      wanted = std::max(wanted, static_cast<std::size_t>(known - out_.branch.begin()));
      wanted = std::min({wanted, line_.size(), TableReading::most});
    }
    for (std::size_t i = 0; i < wanted; ++i) out_.versions.push_back(version_of(*line_[i]));
  }

  TableVersion version_of(const Commit& at) const {
    TableVersion out;
    TableCommit& commit = out.commit;
    commit.table = table_;
    commit.snapshot_id = std::to_string(at.version);
    const auto from = at.version == beginning_ ? std::nullopt : parent(at);
    if (from) commit.parent_id = std::to_string(*from);
    commit.committed = at.at;
    commit.operation = plain_line(at.operation, longest_id);
    commit.commit_id = plain_line(at.cycle.empty() ? at.identity : at.cycle, longest_id);
    commit.added_records = at.added_records;
    out.added_data_files = at.damage.empty() ? std::optional(at.added_files) : std::nullopt;
    if (scheme_.kind == Scheme::Kind::none || !at.damage.empty()) return out;
    const Evidence evidence = evidence_of_adapter(scheme_.adapter());
    if (const auto moved = positions_.moved.find(at.version); moved != positions_.moved.end()) {
      commit.ranges = moved->second.ranges;
      if (moved->second.whole || !commit.ranges.empty()) commit.evidence = evidence;
    } else if (at.added_files == 0 && !is_blind(at)) {
      commit.evidence = evidence;  // it is known to move nothing
    }
    return out;
  }

  bool is_blind(const Commit& at) const { return step_of(at, scheme_, checkpoint_).blind.has_value(); }

  void tell_marks() {
    TableMarks& marks = *out_.marks;
    marks.adapter = scheme_.adapter();
    marks.evidence = evidence_of_adapter(marks.adapter);
    marks.unknown_why = scheme_.unknown_why;
    marks.unknown_reason = scheme_.unknown_reason;
    if (scheme_.kind == Scheme::Kind::none && !is_complete() && !has_transactions()) {
      Why why = why_unseen(marks);
      marks.unknown_reason = why.reason;
      marks.unknown_why = std::move(why.text);
    }
    if (log_.staged) {
      marks.unknown_why = "Its newest commits stand with its catalog (_staged_commits), where they are not seen.";
      marks.unknown_reason = Reason::not_supported;
    }
    for (const Loss& loss : positions_.lost)
      if (marks.trouble.size() < most_losses) marks.trouble.push_back(loss_text(loss));
    if (scheme_.kind == Scheme::Kind::spark) check_checkpoint(marks);
    if (!marks.unknown_why.empty()) return;
    marks.durable = positions_.durable;
    const auto known = [](const auto& mark) { return mark.second.known(); };
    const Why why = why_unknown(marks);
    if (std::ranges::any_of(marks.durable, known)) {
      marks.others_reason = why.reason;
      if (!is_complete() || !std::ranges::all_of(marks.durable, known)) marks.others_why = why.text;
    } else {
      marks.unknown_reason = why.reason;
      marks.unknown_why = why.text;
    }
  }

  void tell_carried() {
    for (const Commit* at : line_)
      if (out_.carried.size() < TableReading::most_carried && !at->transactions.empty())
        out_.carried.push_back({std::to_string(at->version), at->at, texts(at->transactions)});
  }

  struct Why {
    Reason reason;
    std::string text;
  };

  // The first thing that is in the way of what is not known.
  Why why_unknown(const TableMarks& marks) const {
    const auto doubted = std::ranges::find_if(marks.durable, [](const auto& mark) { return !mark.second.known(); });
    if (doubted == marks.durable.end() && !(marks.durable.empty() && blind_)) return why_unseen(marks);
    if (blind_) return {*blind_->blind, why_blind(*find_commit(blind_->version))};
    const Reason reason = doubted->second.reason();
    if (std::ranges::any_of(line_, &Commit::restores))
      return {reason, "The table was restored to a version of which the log does not tell how far it went."};
    if (beginning_) return {reason, "The table was made anew, and nothing of its writer is in it since."};
    return {reason, "Its writer has noted where to begin, and has landed nothing."};
  }

  // The newest offsets of a checkpoint are those of all partitions.
  bool is_complete() const {
    return log_.commits.front().version == 0 || log_.state || scheme_.kind == Scheme::Kind::spark;
  }
  bool has_transactions() const {
    return std::ranges::any_of(log_.commits, [](const Commit& at) { return !at.transactions.empty(); });
  }
  Why why_unseen(const TableMarks& marks) const {
    const bool nothing = marks.durable.empty();
    if (log_.commits.front().version == 0 || log_.state || (!nothing && is_complete()))
      return {Reason::no_commit, "Nothing of its writer is in the table yet."};
    return {log_.parquet ? Reason::not_supported : Reason::expired,
            fmt::format("No {} in the part of the log that is read, from version {} on{}",
                        nothing ? "transaction of its writer is" : "transaction of the partition is",
                        log_.commits.front().version,
                        log_.parquet ? "; older ones stand in a Parquet checkpoint, which is not read." : ".")};
  }

  std::string why_blind(const Commit& at) const {
    if (!at.damage.empty()) return fmt::format("Version {} of the log cannot be read ({}).", at.version, at.damage);
    if (scheme_.kind != Scheme::Kind::spark)
      return fmt::format("The offsets that version {} notes cannot be read.", at.version);
    return spark::why_unknown(*checkpoint_, batch_at(at));
  }

  spark::BatchAt batch_at(const Commit& at) const {
    return {at.transactions.find(scheme_.query)->second, "version " + std::to_string(at.version), at.at};
  }

  void check_checkpoint(TableMarks& marks) const {
    const auto newest = std::ranges::find_if(log_.commits.rbegin(), log_.commits.rend(),
                                             [&](const Commit& at) { return at.transactions.contains(scheme_.query); });
    spark::BatchAt batch;
    if (newest != log_.commits.rend())
      batch = batch_at(*newest);
    else if (log_.state && log_.state->transactions.contains(scheme_.query))
      batch.batch = log_.state->transactions.find(scheme_.query)->second;
    else
      return;
    if (std::string stall = spark::stall_of(*checkpoint_, batch); !stall.empty())
      marks.trouble.push_back(std::move(stall));
  }

  static std::string loss_text(const Loss& loss) {
    return fmt::format(
        "lost-files Version {} restored the table to version {}: {}/{} [{}, {}) is gone from it, and the writer goes "
        "on "
        "after that.",
        loss.version, loss.restored_to, plain_line(loss.range.partition.topic.value(), longest_id),
        loss.range.partition.partition.value(), loss.range.from, loss.range.to);
  }

  const TableName& table_;
  const LogView& log_;
  const SparkCheckpoint* checkpoint_;
  const ReadRules& rules_;
  const Scheme scheme_;
  TableReading out_;
  std::optional<std::int64_t> beginning_;
  Positions positions_;
  std::optional<Step> blind_;  // the newest one
  std::vector<const Commit*> line_;
};
}  // namespace

TableReading read_table(const TableName& table, const LogView& log, const SparkCheckpoint* checkpoint,
                        const ReadRules& rules) {
  return TableReader(table, log, checkpoint, rules).read();
}

}  // namespace tidemark::delta
