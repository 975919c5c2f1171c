// SPDX-License-Identifier: GPL-3.0-or-later
// R15: the sink's coordinator does not take in all of its control topic: the table waits for a control offset that the
// topic does not have, or some control partitions pile up while others do not.
#include <algorithm>
#include <charconv>

#include "models/analysis/rules/landing_wait.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
struct Beyond {
  std::int64_t partition = 0, stored = 0, end = 0;
};

// "0=9" of the aspect: the next control offset that the table knows of.
std::optional<std::pair<std::int64_t, std::int64_t>> control_offset(std::string_view line) {
  std::pair<std::int64_t, std::int64_t> out;
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto read = [&](std::string_view text, std::int64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (!read(line.substr(0, equals), out.first) || !read(line.substr(equals + 1), out.second)) return std::nullopt;
  return out;
}

// When the poll that saw a state had ended: what it says was read somewhere before.
LocalTime read_by(const Snapshot& snapshot, const StateSpan& state) {
  for (const LaneInfo& lane : snapshot.lanes) {
    if (lane.source != state.source) continue;
    const auto poll = std::ranges::find(lane.polls, state.from_hi, &PollInfo::wall);
    if (poll != lane.polls.end()) return state.from_hi + poll->took;
  }
  return state.from_hi;
}

// An end that was asked for before the table was read may have been overtaken since: it proves nothing.
std::optional<Beyond> beyond_the_end(const PathCase& of, const TableCase& table) {
  const Snapshot& snapshot = of.file->snapshot;
  const StateSpan* stored = snapshot.state_at(of.cluster, table.object(), aspect::control_offsets, of.file->at);
  if (!stored) return std::nullopt;
  const LocalTime since = read_by(snapshot, *stored);
  for (const std::string_view line : entries(*stored->value)) {
    const auto offset = control_offset(line);
    if (!offset || offset->first > INT32_MAX) continue;
    const TopicPartition tp{TopicName(*table.table->control_topic),
                            PartitionId(static_cast<std::int32_t>(offset->first))};
    const Known<Measured> end = snapshot.at({of.cluster, signal::high, object::partition(tp)}, of.file->at);
    if (end && end->at >= since && offset->second > end->value)
      return Beyond{offset->first, offset->second, end->value};
  }
  return std::nullopt;
}

// The lag never fell over a landing's limit, and grew.
bool piles_up(const std::vector<MarkPoll>& polls) {
  const auto lag = [](const MarkPoll& poll) { return poll.high - poll.committed; };
  return polls.size() >= rule_polls && std::ranges::is_sorted(polls, {}, lag) && lag(polls.back()) > lag(polls.front());
}

struct Piled {
  std::vector<TopicPartition> partitions;
  std::int64_t records = 0;
  bool others_move = false;
  Known<LocalTime> since = Reason::no_history;
};

std::optional<Piled> piled_up(const PathCase& of, const TableCase& table) {
  const GroupId coordinator(of.group.value() + "-coord");
  const Path* path = of.file->find(of.cluster, coordinator, TopicName(*table.table->control_topic));
  if (!path) return std::nullopt;
  Piled piled;
  for (const LagRow& row : path->rows) {
    const MarkKeys keys({row.cluster, row.group, row.partition});
    auto polls = mark_polls(of.file->snapshot, keys, {}, of.file->at, SIZE_MAX);
    // The coordinator commits once a round: nothing shorter than the limit of a landing tells.
    const LocalTime from = of.file->at - table.cadence->sla;
    while (polls.size() > rule_polls && polls[1].at <= from) polls.erase(polls.begin());
    if (!piles_up(polls)) {
      piled.others_move = piled.others_move || (!polls.empty() && polls.front().committed != polls.back().committed);
      continue;
    }
    const Known<Crossing> passed =
        crossing_before(of.file->snapshot, keys.high, Offset(polls.back().committed), of.file->at);
    const auto begun = passed.map([](const Crossing& crossing) { return crossing.hi; });
    piled.since = piled.partitions.empty() ? begun : earlier_of(piled.since, begun);
    piled.partitions.push_back(row.partition);
    piled.records += polls.back().high - polls.back().committed;
  }
  if (piled.partitions.empty() || piled.partitions.size() == path->rows.size()) return std::nullopt;
  return piled;
}

Found found_of(const PathCase& of, const TableCase& table) {
  Found found{.finding = {.severity = Severity::warn, .object = table.object()}, .about = table.table->table.value()};
  if (landing_wait(table, of.file->at).twice_late) found.finding.severity = Severity::error;
  found.finding.params = {{"table", table.table->table.value()}, {"control", *table.table->control_topic}};
  return found;
}
}  // namespace

std::vector<Found> coordinator_stuck(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    if (!table.table->control_topic) continue;
    if (const auto beyond = beyond_the_end(of, table)) {
      Found found = found_of(of, table);
      found.variant = "beyond";
      found.finding.params.merge(std::map<std::string, FindingParam>{
          {"partition", beyond->partition}, {"stored", beyond->stored}, {"end", beyond->end}});
      found.present = {"stored control offset > control end"};
      found.measured = {{"stored", beyond->stored}, {"control_end", beyond->end}};
      out.push_back(std::move(found));
    } else if (const TableTrouble* stall = table.table->trouble("silent-stall")) {
      Found found = found_of(of, table);
      found.variant = "told";
      found.finding.params.emplace("why", stall->text);
      found.present = {"stored control offset > control end"};
      out.push_back(std::move(found));
    } else if (const auto piled = piled_up(of, table)) {
      Found found = found_of(of, table);
      found.since = piled->since;
      found.finding.params.emplace("where", partitions_text(piled->partitions));
      found.finding.params.emplace("records", piled->records);
      found.present = {"lag of the coordinator grows on some control partitions"};
      if (!piled->others_move) {
        found.missing = {"progress on the other control partitions"};
        found.finding.confidence = Confidence::medium;
      }
      found.measured = {{"control_lag", piled->records}, {"partitions", std::ssize(piled->partitions)}};
      out.push_back(std::move(found));
    }
  }
  return out;
}

}  // namespace tidemark
