// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/table_state.h"

#include <algorithm>
#include <unordered_set>

#include "collectors/core/plain_text.h"
#include "collectors/tables/carried.h"
#include "models/domain/checkpoints.h"
#include "models/domain/sink_states.h"

namespace tidemark {
namespace {
constexpr std::size_t most_pending = TableReading::most;
constexpr std::string_view no_writer = "Nothing in the table's metadata tells source offsets.";
constexpr std::string_view only_time = "Its writer notes a time through which the table is complete, and no offsets.";
constexpr std::string_view no_control =
    "Its writer notes offsets of its own control topic only, and that topic is not read.";
constexpr std::string_view no_checkpoint = "Its writer notes numbers of checkpoints, and nothing tells their offsets.";

template <class List>
std::string lines(const List& list) {
  std::string out;
  for (const auto& line : list) out += (out.empty() ? "" : "\n") + line;
  return out;
}

std::string control_lines(const std::map<std::int32_t, std::int64_t>& control) {
  std::set<std::string> sorted;
  for (const auto& [partition, next] : control) sorted.insert(std::to_string(partition) + '=' + std::to_string(next));
  return lines(sorted);
}

std::string count(const std::optional<std::int64_t>& number) {
  return number ? std::to_string(*number) : std::string();
}

std::string time_text(const std::optional<LakeTime>& time) { return time ? std::to_string(ms(*time)) : std::string(); }

std::string change_lines(const std::vector<SchemaChange>& changes) {
  std::set<std::string> sorted;
  for (const SchemaChange& change : changes)
    sorted.insert(time_text(change.hi) + ' ' + (change.lo ? time_text(change.lo) : "-") + ' ' +
                  plain_line(change.schema) + ' ' + plain_line(change.text));
  return lines(sorted);
}

std::string untold_lines(const std::map<TableFact, Untold>& untold) {
  std::set<std::string> sorted;
  for (const auto& [fact, of] : untold)
    sorted.insert(std::string(word(fact)) + ' ' + std::string(word(of.reason)) + ' ' + of.why);
  return lines(sorted);
}

std::string millis(const std::optional<Millis>& time) { return time ? std::to_string(time->count()) : std::string(); }
}  // namespace

ReadRules TableState::rules() const {
  ReadRules rules = rules_.read;
  rules.known_head = told_head_;
  rules.carried = offsets_unread_ && !rules_.read.offsets;
  return rules;
}

void TableState::take(TableLoad load) {
  failure_.reset();
  if (load.what == TableLoad::What::failed) {
    failure_ = std::move(load.error);
    failure_denied_ = load.outcome == HttpOutcome::denied;
    return;
  }
  if (load.what != TableLoad::What::loaded) return;
  take_reading(std::move(load.reading));
  tag_ = std::move(load.tag);
}

void TableState::take_reading(TableReading reading) {
  if (!uuid_.empty() && !reading.uuid.empty() && uuid_ != reading.uuid) {
    replaced_ = "replaced The table " + uuid_ + " is gone; another one, " + reading.uuid + ", has its name.";
    branch_.clear();
    versions_.clear();
    left_.clear();
    told_head_.clear();
  }
  note_left(reading);
  queue_versions(reading.versions);
  uuid_ = std::move(reading.uuid);
  if (!reading.writer.empty()) writer_ = std::move(reading.writer);
  if (!reading.control_topic.empty() || !reading.group.empty()) {
    control_topic_ = std::move(reading.control_topic);
    group_ = std::move(reading.group);
  }
  unknown_why_ = std::move(reading.unknown_why);
  unknown_reason_ = reading.unknown_reason;
  open_ = std::move(reading.open);
  open_why_ = std::move(reading.open_why);
  help_ = std::move(reading.help);
  marks_ = std::move(reading.marks);
  facts_ = std::move(reading.facts);
  carried_ = std::move(reading.carried);
  head_ = std::move(reading.head);
  head_at_ = reading.versions.empty() ? std::nullopt : reading.versions.front().commit.committed;
  keep(reading);
  read_ = true;
}

// What the metadata no longer lists was true all the same: some catalogs show the current version only.
void TableState::keep(TableReading& reading) {
  std::vector<std::string> branch = std::move(reading.branch);
  std::vector<TableVersion> versions = std::move(reading.versions);
  if (versions.size() > kept_versions) {
    // The last one may be the only one with offsets.
    const auto kept = versions.begin() + kept_versions;
    if (std::ranges::none_of(versions.begin(), kept, notes_offsets)) std::swap(*std::prev(kept), versions.back());
    versions.erase(kept, versions.end());
  }
  if (!reading.whole) {
    const std::unordered_set<std::string> known(branch.begin(), branch.end());
    const std::unordered_set<std::string_view> left(left_.begin(), left_.end());
    for (std::string& id : branch_)
      if (!known.contains(id) && !left.contains(id)) branch.push_back(std::move(id));
    for (TableVersion& version : versions_)
      if (!known.contains(version.commit.snapshot_id) && !left.contains(version.commit.snapshot_id) &&
          versions.size() < kept_versions)
        versions.push_back(std::move(version));
  }
  if (branch.size() > remembered) branch.resize(remembered);
  branch.shrink_to_fit();
  versions.shrink_to_fit();
  branch_ = std::move(branch);
  versions_ = std::move(versions);
}

// Versions that were on the branch and are not now, though it still goes back far enough to hold them.
void TableState::note_left(const TableReading& reading) {
  const std::unordered_set<std::string_view> on(reading.branch.begin(), reading.branch.end());
  std::erase_if(left_, [&](const std::string& id) { return on.contains(id); });
  const bool newer = reading.oldest && head_at_ && *head_at_ >= *reading.oldest;
  const bool tells = reading.unknown_why.empty() || !reading.branch.empty();
  std::vector<std::string> left = reading.left;
  const auto fork = std::ranges::find_if(branch_, [&](const std::string& id) { return on.contains(id); });
  if (tells && (fork != branch_.end() || reading.whole || newer))
    left.insert(left.end(), std::make_reverse_iterator(fork), branch_.rend());
  for (std::string& id : left)
    if (!on.contains(id) && std::ranges::find(left_, id) == left_.end()) left_.push_back(std::move(id));
  if (left_.size() > remembered) left_.erase(left_.begin(), left_.end() - remembered);
}

void TableState::queue_versions(std::vector<TableVersion>& versions) {
  const std::unordered_set<std::string_view> told(branch_.begin(), branch_.end());
  // After a rollback some formats use a version's name again.
  const auto is_told = [&](const TableCommit& commit) {
    if (!told.contains(commit.snapshot_id)) return false;
    const auto before = std::ranges::find(versions_, commit.snapshot_id,
                                          [](const TableVersion& version) { return version.commit.snapshot_id; });
    return before == versions_.end() || before->commit.committed == commit.committed;
  };
  std::size_t fresh = 0;
  while (fresh < versions.size() && !is_told(versions[fresh].commit)) ++fresh;
  for (std::size_t i = fresh; i-- > 0;) pending_.push_back(versions[i].commit);
  while (pending_.size() > most_pending) pending_.pop_front();
  if (!versions.empty()) told_head_ = versions.front().commit.snapshot_id;
}

TableView TableState::view(std::stop_token stop) const {
  return {table_,
          uuid_,
          control_topic_.empty() ? rules_.read.control_topic : control_topic_,
          group_.empty() ? rules_.read.group : group_,
          rules_.read.topic,
          rules_.read.writer.empty() ? writer_ : rules_.read.writer,
          versions_,
          std::move(stop)};
}

TableMarks TableState::marks_of(MarkJoin* join, std::stop_token stop) const {
  if (marks_) return *marks_;
  TableMarks out;
  const auto& rule = rules_.read.offsets;
  out.adapter = rule && means_offsets(*rule) ? "b" : "f";
  out.unknown_why = unknown_why_;
  out.unknown_reason = unknown_reason_;
  const auto newest = std::ranges::find_if(versions_, notes_offsets);
  if (!out.unknown_why.empty()) return out;
  if (newest == versions_.end()) {
    const bool timed =
        std::ranges::any_of(versions_, [](const auto& of) { return of.commit.valid_through.has_value(); });
    if (timed) out.adapter = "e";
    out.unknown_reason = head_ ? Reason::not_supported : Reason::no_commit;
    if (head_) out.unknown_why = !help_.empty() ? help_ : std::string(timed ? only_time : no_writer);
    return out;
  }
  if (newest->sources) {
    out.adapter = "b";
    for (const auto& [partition, next] : *newest->sources)
      out.durable.emplace(partition, open_.contains(partition) ? Known<std::int64_t>(Reason::ambiguous) : next);
    out.others_why = open_why_;
    return out;
  }
  if (join != nullptr) out = join->join(view(std::move(stop)));
  if (out.adapter.empty()) out.adapter = "f";
  if (out.adapter == "f" && out.unknown_why.empty()) {
    out.unknown_why = newest->control.empty() ? (help_.empty() ? no_checkpoint : std::string_view(help_)) : no_control;
    out.unknown_reason = Reason::not_probed;
  }
  return out;
}

// What became known after a version was told is told again.
void TableState::apply_commits(const TableMarks& found) {
  for (auto version = versions_.rbegin(); version != versions_.rend(); ++version) {
    TableCommit known = version->commit;
    if (!known.partial && found.partial.contains(known.snapshot_id)) known.partial = true;
    if (const auto ranges = found.ranges.find(known.snapshot_id); ranges != found.ranges.end()) {
      known.ranges = ranges->second;
      known.evidence = found.evidence;
    }
    if (known == version->commit) continue;
    version->commit = known;
    pending_.push_back(std::move(known));
  }
}

void TableState::put_marks(Poll& poll, MarkRecorder& marks, const TableMarks& found) const {
  const Signal signal = signal::table(table_);
  if (failure_ || !found.unknown_why.empty() || found.durable.empty()) {
    marks.put_reason(poll, signal, failure_ ? failure_reason() : found.unknown_reason, false);
    return;
  }
  std::map<std::string, std::vector<Known<std::int64_t>>> topics;
  constexpr std::int32_t most_partitions = 100'000;
  for (const auto& [partition, next] : found.durable) {
    if (partition.partition.value() >= most_partitions) continue;
    auto& values = topics[partition.topic.value()];
    const auto index = static_cast<std::size_t>(partition.partition.value());
    if (values.size() <= index) values.resize(index + 1, found.others_reason);
    values[index] = next;
  }
  for (const auto& [topic, values] : topics) marks.put(poll, signal, topic, values, "records", false);
}

Reason TableState::failure_reason() const { return failure_denied_ ? Reason::no_permission : Reason::unreachable; }

void TableState::put_facts(Poll& poll, FactRecorder& recorder) {
  say(poll, aspect::compacted_at, time_text(facts_.compacted));
  say(poll, aspect::cleaned_at, time_text(facts_.cleaned));
  if (facts_.expired_below) say(poll, aspect::expired_below, *facts_.expired_below);
  say(poll, aspect::schema_changes, change_lines(facts_.schemas));
  say(poll, aspect::facts_unknown, untold_lines(facts_.untold));
  if (failure_)
    recorder.put_reason(poll, object_, failure_reason());
  else
    recorder.put(poll, object_, facts_);
}

// With each commit the values are others; they are told again where the keys are.
void TableState::put_carried(Poll& poll, std::string_view format) {
  if (!carried_.empty()) {
    const CarriedTable table = what_is_carried(format, std::exchange(carried_, {}), rules_.read.topic);
    std::set<std::string> keys;
    for (const CarriedKey& key : table.keys) keys.insert(key.key);
    if (keys != carried_keys_) {
      carries_ = carried_lines(table);
      mapping_ = mapping_text(table);
      carried_keys_ = std::move(keys);
    }
  }
  say(poll, aspect::carries, offsets_unread_ ? carries_ : std::string());
  say(poll, aspect::mapping, offsets_unread_ ? mapping_ : std::string());
}

// An aspect that has nothing to say any more ends.
void TableState::say(Poll& poll, std::string_view aspect, std::string value) {
  if (!value.empty()) {
    said_.emplace(aspect);
    poll.states.push_back({object_, std::string(aspect), std::move(value), {}});
  } else if (const auto found = said_.find(aspect); found != said_.end()) {
    poll.states.push_back({object_, std::string(aspect), std::nullopt, {}});
    said_.erase(found);
  }
}

void TableState::record(Poll& poll, MarkRecorder& marks, FactRecorder& facts, MarkJoin* join, std::string_view format,
                        std::size_t most, std::stop_token stop) {
  ++poll.due;
  if (!failure_) ++poll.answered;
  if (!read_ && !failure_) return;
  say(poll, aspect::format, std::string(format));
  say(poll, aspect::interval, millis(rules_.interval));
  say(poll, aspect::timeout, millis(rules_.timeout));
  TableMarks found;
  if (read_) {
    found = marks_of(join, std::move(stop));
    add_cost(poll.cost, found.cost);
    apply_commits(found);
    say(poll, aspect::snapshot, head_.value_or("none"));
    say(poll, aspect::uuid, uuid_);
    say(poll, aspect::adapter, found.adapter);
    const bool names_others = !failure_ && found.unknown_why.empty() && found.others_reason != Reason::never_polled;
    say(poll, aspect::left_out, names_others ? std::string(word(found.others_reason)) : std::string());
    say(poll, aspect::checkpoint, count(found.checkpoint));
    say(poll, aspect::checkpoints_behind, count(found.checkpoints_behind));
    const auto newest = std::ranges::find_if(versions_, [](const TableVersion& v) { return !v.control.empty(); });
    say(poll, aspect::control_offsets, newest == versions_.end() ? std::string() : control_lines(newest->control));
    say(poll, aspect::rolled_back, lines(left_));
    say(poll, aspect::announced, lines(found.announced));
    if (!replaced_.empty()) found.trouble.push_back(replaced_);
    say(poll, aspect::trouble, lines(std::set<std::string>(found.trouble.begin(), found.trouble.end())));
    put_facts(poll, facts);
    offsets_unread_ = found.adapter == "f";
    put_carried(poll, format);
  }
  const auto known = [](const std::string& said, const std::string& read) { return said.empty() ? read : said; };
  say(poll, aspect::writer, known(rules_.read.writer, writer_));
  say(poll, aspect::group, known(rules_.read.group, group_));
  say(poll, aspect::control_topic, known(rules_.read.control_topic, control_topic_));
  say(poll, aspect::unknown_why,
      failure_ ? "The table cannot be read: " + failure_->line() : known(found.unknown_why, found.others_why));
  put_marks(poll, marks, found);
  in_flight_ = std::min(most, pending_.size());
  poll.commits.insert(poll.commits.end(), pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(in_flight_));
}

void TableState::delivered() {
  pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(std::exchange(in_flight_, 0)));
}

void TableState::bury(Poll& poll, MarkRecorder& marks, FactRecorder& facts) {
  for (const std::string& aspect : std::exchange(said_, {})) poll.states.push_back({object_, aspect, std::nullopt, {}});
  marks.bury_signal(signal::table(table_));
  facts.bury(object_);
}

}  // namespace tidemark
