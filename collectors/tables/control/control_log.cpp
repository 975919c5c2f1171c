// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/control/control_log.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace tidemark {
namespace {
bool below(const ControlOffsets& next, std::int32_t partition, std::int64_t offset) {
  const auto found = next.find(partition);
  return found != next.end() && offset < found->second;
}

// How much later than a snapshot an event of it may say it was: two workers' clocks.
constexpr Millis clock_tolerance{60'000};

// In the table by the newest D, and not filtered by an older D that already stood above the event when it came, or that
// is of another topic.
bool is_in(std::span<const KeyedSnapshot> snapshots, std::int32_t partition, std::int64_t offset, BrokerTime time) {
  if (snapshots.empty() || !below(snapshots.back().next, partition, offset)) return false;
  const auto first = std::ranges::find_if(
      snapshots, [&](const KeyedSnapshot& snapshot) { return below(snapshot.next, partition, offset); });
  return !first->foreign && !first->foreign_partitions.contains(partition) &&
         (!first->committed || ms(time) <= ms(*first->committed + clock_tolerance));
}

using ByRound = std::map<std::string, Announced, std::less<>>;

std::vector<Announced> oldest_first(const ByRound& rounds) {
  std::vector<Announced> list;
  for (const auto& [commit_id, announced] : rounds) list.push_back(announced);
  std::ranges::stable_sort(list, {}, &Announced::since);
  return list;
}

// Several positions of one partition: rounds in the order of their times.
struct Step {
  std::int64_t next;
  bool covered;
  bool doubted;  // it has files, and whether the table took them is not sure
  bool sure;     // it has files, and the table took them
  std::string_view commit_id;
};

// A fall from one round to the next is a reset by hand: what was before it no longer counts. Within a round, workers
// that hand a partition over may both tell of it.
Known<std::int64_t> covered_end(std::vector<Step> steps) {
  auto epoch = steps.begin();
  for (auto step = steps.begin(); step != steps.end(); ++step)
    if (step != steps.begin() && step->next < (step - 1)->next && step->commit_id != (step - 1)->commit_id)
      epoch = step;
  steps.erase(steps.begin(), epoch);
  std::ranges::stable_sort(steps, {}, &Step::next);
  const auto open = std::ranges::find(steps, false, &Step::covered);
  if (open == steps.begin()) return Reason::no_history;
  const auto with_files = std::find_if(std::make_reverse_iterator(open), steps.rend(),
                                       [](const Step& step) { return step.sure || step.doubted; });
  if (with_files != steps.rend() && !with_files->sure) return Reason::ambiguous;
  return (open - 1)->next;
}
}  // namespace

void ControlLog::begins(std::int32_t partition, std::int64_t offset) {
  auto& first = begins_[partition];
  first = std::max(first, offset);
}

void ControlLog::add(ControlRecord record) {
  ControlEvent& event = record.event;
  if (event.group != group_) return;
  const Round round{record.producer, event.commit_id};
  if (event.type == ControlType::start_commit) starts_.try_emplace(event.commit_id, event.time);
  if (event.type == ControlType::commit_to_table && event.snapshot_id && committed_[event.table].size() < most_rounds)
    committed_[event.table].try_emplace(*event.snapshot_id, event.time);
  if (event.type == ControlType::data_complete)
    completes_.push_back({round, event.time, record.partition, record.offset, std::move(event.positions)});
  if (event.type == ControlType::data_written) {
    Written written{round,       event.time,      record.partition,        record.offset,
                    event.table, event.records(), event.data_files.size(), event.delete_files.size(),
                    {}};
    for (auto* files : {&event.data_files, &event.delete_files})
      for (auto& file : *files) written.paths.push_back(std::move(file.path));
    written_.push_back(std::move(written));
  }
  if (completes_.size() > most_rounds) {
    starts_.erase(completes_.front().round.commit_id);
    forgot_ = true;
    completes_.pop_front();
  }
  if (written_.size() > most_rounds) {
    begins(written_.front().partition, written_.front().offset + 1);
    written_.pop_front();
  }
}

BrokerTime ControlLog::begun(const std::string& commit_id, BrokerTime otherwise) const {
  const auto found = starts_.find(commit_id);
  return found == starts_.end() ? otherwise : found->second;
}

ControlLog::Durable ControlLog::durable(const TableName& table, std::span<const KeyedSnapshot> snapshots,
                                        bool doubted) const {
  std::set<Round> open, doubtful, sure;
  for (const auto& written : written_) {
    if (written.table != table || written.records == 0) continue;
    const bool before = doubted && !snapshots.empty() && written.round.commit_id != snapshots.front().commit_id &&
                        below(snapshots.front().next, written.partition, written.offset);
    if (!is_in(snapshots, written.partition, written.offset, written.time))
      open.insert(written.round);
    else
      (before ? doubtful : sure).insert(written.round);
  }
  std::vector<std::pair<BrokerTime, const Complete*>> order;
  for (const auto& complete : completes_) order.emplace_back(begun(complete.round.commit_id, complete.time), &complete);
  std::ranges::stable_sort(order, {}, &std::pair<BrokerTime, const Complete*>::first);
  std::map<TopicPartition, std::vector<Step>> steps;
  std::set<TopicPartition> assigned;
  for (const auto& [time, complete] : order) {
    for (const auto& position : complete->positions) {
      assigned.insert(position.partition);
      if (position.next)
        steps[position.partition].push_back({*position.next, !open.contains(complete->round),
                                             doubtful.contains(complete->round), sure.contains(complete->round),
                                             complete->round.commit_id});
    }
  }
  Durable result;
  for (const auto& partition : assigned) {
    const auto found = steps.find(partition);
    result.emplace(partition,
                   found == steps.end() ? Known<std::int64_t>(Reason::no_history) : covered_end(found->second));
  }
  return result;
}

void ControlLog::add_ranges(const TableName& table, const std::vector<KeyedSnapshot>& snapshots, bool doubted,
                            TableJoin& join) const {
  Durable before;
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const KeyedSnapshot& snapshot = snapshots[i];
    Durable after = durable(table, std::span(snapshots).first(i + 1), doubted);
    std::vector<CommitRange> ranges;
    for (const auto& [partition, end] : after) {
      if (!end) continue;
      const auto start = before.find(partition);
      // A partition that is told of for the first time begins nobody knows where.
      if (snapshot.after_gap || start == before.end() || !start->second)
        ranges.push_back({partition, *end, *end});
      else if (*end != *start->second)
        ranges.push_back({partition, std::min(*start->second, *end), std::max(*start->second, *end)});
    }
    if (!ranges.empty()) join.ranges[snapshot.snapshot_id] = std::move(ranges);
    before = std::move(after);
  }
}

namespace {
// The partitions that rounds told of so far, and which of them a round leaves out. A topic of which nothing answers may
// have been taken from the connector; one whose offsets fall was made anew: neither is held against a round.
class Roll final {
 public:
  using Answers = std::map<TopicPartition, std::optional<std::int64_t>>;

  bool lacks_any(const Answers& answers) {
    std::set<TopicName> topics;
    for (const auto& [partition, next] : answers) {
      topics.insert(partition.topic);
      if (const auto before = seen_.find(partition); before != seen_.end() && next < before->second && next)
        std::erase_if(seen_, [&](const auto& one) { return one.first.topic == partition.topic; });
    }
    const bool lacking = std::ranges::any_of(
        seen_, [&](const auto& one) { return topics.contains(one.first.topic) && !answers.contains(one.first); });
    for (const auto& [partition, next] : answers)
      if (auto& last = seen_[partition]; next) last = next;
    return lacking;
  }

 private:
  Answers seen_;
};
}  // namespace

void ControlLog::find_partial(const std::vector<KeyedSnapshot>& snapshots, TableJoin& join) const {
  std::map<std::string_view, Roll::Answers> answers;
  for (const auto& complete : completes_)
    for (const auto& position : complete.positions)
      if (auto& next = answers[complete.round.commit_id][position.partition]; !next || position.next > next)
        next = position.next;
  std::vector<std::pair<BrokerTime, std::string_view>> rounds;
  for (const auto& [id, time] : starts_) rounds.emplace_back(time, id);
  std::ranges::sort(rounds);
  if (!rounds.empty()) rounds.pop_back();  // the log may have been read before all its answers were there
  Roll roll;
  std::set<std::string_view> lacking;
  for (const auto& [time, id] : rounds)
    if (roll.lacks_any(answers[id])) lacking.insert(id);
  for (const KeyedSnapshot& snapshot : snapshots)
    if (lacking.contains(snapshot.commit_id)) join.partial.insert(snapshot.snapshot_id);
}

// Files announced between the D of two snapshots against those that the later one added.
void ControlLog::count_files(const TableName& table, const std::vector<KeyedSnapshot>& snapshots,
                             TableJoin& join) const {
  for (std::size_t i = 0; i < snapshots.size(); ++i) {
    const auto& to = snapshots[i];
    if (i == 0 || to.after_gap) {
      count_own_files(table, to, join);
      continue;
    }
    const auto& from = snapshots[i - 1].next;
    const bool whole = std::ranges::all_of(to.next, [&](const auto& end) {
      const auto begin = begins_.find(end.first);
      const auto start = from.find(end.first);
      return start != from.end() && (begin == begins_.end() || begin->second <= start->second);
    });
    if (!whole || !to.added_data_files) continue;
    std::set<std::string> paths;
    for (const auto& written : written_)
      if (written.table == table && written.records > 0 && below(to.next, written.partition, written.offset) &&
          !below(from, written.partition, written.offset))
        paths.insert(written.paths.begin(), written.paths.end());
    const auto added = *to.added_data_files + to.added_delete_files.value_or(0);
    const auto announced = static_cast<std::int64_t>(paths.size());
    if (added < announced) join.too_few_files.push_back(to.snapshot_id);
    if (added > announced) join.too_many_files.push_back(to.snapshot_id);
  }
}

// Of a snapshot whose predecessor is not known: the files of its own round are in no earlier one.
void ControlLog::count_own_files(const TableName& table, const KeyedSnapshot& snapshot, TableJoin& join) const {
  if (!snapshot.added_data_files || snapshot.commit_id.empty()) return;
  std::set<std::string> paths;
  for (const auto& written : written_)
    if (written.table == table && written.records > 0 && written.round.commit_id == snapshot.commit_id &&
        below(snapshot.next, written.partition, written.offset))
      paths.insert(written.paths.begin(), written.paths.end());
  if (std::ssize(paths) > *snapshot.added_data_files + snapshot.added_delete_files.value_or(0))
    join.too_few_files.push_back(snapshot.snapshot_id);
}

void ControlLog::find_announced(const TableName& table, std::span<const KeyedSnapshot> snapshots,
                                const ControlOffsets& coordinator, TableJoin& join) const {
  std::map<std::string_view, const Round*> seen;
  ByRound announced, lost;
  for (const auto& written : written_) {
    if (written.table != table || written.records == 0) continue;
    for (const auto& path : written.paths) {
      const auto [first, is_new] = seen.emplace(path, &written.round);
      if (!is_new && *first->second != written.round) join.twice.push_back(path);
    }
    if (is_in(snapshots, written.partition, written.offset, written.time)) continue;
    const bool filtered = !snapshots.empty() && below(snapshots.back().next, written.partition, written.offset);
    auto& rounds = filtered || below(coordinator, written.partition, written.offset) ? lost : announced;
    Announced& round =
        rounds.try_emplace(written.round.commit_id, Announced{written.round.commit_id, 0, 0, written.time})
            .first->second;
    round.files += written.data_files + written.delete_files;
    round.records += written.records;
    round.since = std::min(round.since, written.time);
  }
  join.announced = oldest_first(announced);
  join.lost = oldest_first(lost);
}

// A log that goes back to the first record of every partition holds every round of its topic.
bool ControlLog::is_whole() const {
  return !forgot_ && !begins_.empty() &&
         std::ranges::all_of(begins_, [](const auto& begin) { return begin.second == 0; });
}

std::vector<KeyedSnapshot> ControlLog::judged(std::vector<KeyedSnapshot> snapshots) const {
  const bool whole = is_whole();
  for (KeyedSnapshot& snapshot : snapshots) {
    snapshot.foreign = whole && !snapshot.commit_id.empty() && !starts_.contains(snapshot.commit_id);
    snapshot.foreign_partitions = foreign_partitions(snapshot);
  }
  return snapshots;
}

// The coordinator notes how far it has read: below that, nothing can come after the snapshot.
std::set<std::int32_t> ControlLog::foreign_partitions(const KeyedSnapshot& snapshot) const {
  std::set<std::int32_t> out;
  if (!snapshot.committed) return out;
  const auto look = [&](const auto& event) {
    if (below(snapshot.next, event.partition, event.offset) &&
        ms(event.time) > ms(*snapshot.committed + clock_tolerance))
      out.insert(event.partition);
  };
  std::ranges::for_each(written_, look);
  std::ranges::for_each(completes_, look);
  return out;
}

// The topic has all since its first record, and not each of the commits that the table had before the oldest snapshot
// that was read: where the topic was made anew in between, that snapshot's offsets may be those of the topic before.
bool ControlLog::may_be_filtered(const TableName& table, const std::vector<KeyedSnapshot>& snapshots) const {
  if (snapshots.empty() || snapshots.front().unread == 0 || !snapshots.front().committed || !is_whole()) return false;
  const auto told = committed_.find(table);
  if (told == committed_.end()) return true;
  const std::int64_t before = std::ranges::count_if(
      told->second, [&](const auto& one) { return ms(one.second) < ms(*snapshots.front().committed); });
  return before < snapshots.front().unread;
}

std::string ControlLog::doubt(const std::vector<KeyedSnapshot>& snapshots, const TableJoin& join) const {
  if (snapshots.empty()) return {};
  const ControlOffsets& next = snapshots.back().next;
  for (const auto& [partition, offset] : next)
    if (const auto end = ends_.find(partition); end != ends_.end() && offset > end->second)
      return fmt::format(
          "the table waits for control offset {} of partition {}, which ends at {}: the control topic was made anew",
          offset, partition, end->second);
  if (snapshots.back().foreign)
    return fmt::format(
        "the control topic has all since its first record, and not the commit {} of the table's snapshot {}: it was "
        "made anew",
        snapshots.back().commit_id, snapshots.back().snapshot_id);
  for (const auto& [partition, begin] : begins_) {
    const auto reached = next.find(partition);
    const std::int64_t offset = reached == next.end() ? 0 : reached->second;
    if (offset < begin)
      return fmt::format(
          "control partition {} begins at {}, after the {} that the table has: what was announced between is not known",
          partition, begin, offset);
  }
  if (!join.too_few_files.empty())
    return fmt::format("snapshot {} added fewer files than were announced for it", join.too_few_files.back());
  return {};
}

TableJoin ControlLog::join(const TableName& table, const std::vector<KeyedSnapshot>& told,
                           const ControlOffsets& coordinator) const {
  const std::vector<KeyedSnapshot> snapshots = judged(told);
  TableJoin join;
  const bool doubted = may_be_filtered(table, snapshots);
  join.durable = durable(table, snapshots, doubted);
  if (std::ranges::any_of(join.durable, [](const auto& end) { return end.second.reason() == Reason::ambiguous; }))
    join.others_why = fmt::format(
        "the control topic has all since its first record, and not each of the {} commits that the table had before "
        "snapshot {}: it may have been made anew, and what was announced before that snapshot skipped",
        snapshots.front().unread, snapshots.front().snapshot_id);
  add_ranges(table, snapshots, doubted, join);
  count_files(table, snapshots, join);
  find_partial(snapshots, join);
  find_announced(table, snapshots, coordinator, join);
  join.doubt = doubt(snapshots, join);
  return join;
}

}  // namespace tidemark
