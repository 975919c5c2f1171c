// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/control_join.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/session/flink_join.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds first_budget{20'000};  // of the whole topic
constexpr std::chrono::milliseconds budget{1'500};
constexpr std::chrono::milliseconds again_after{1'000};  // one read serves all tables of a poll
constexpr std::size_t most_told = 20;
using SteadyClock = std::chrono::steady_clock;

std::vector<KeyedSnapshot> keyed(const TableView& table) {
  std::vector<KeyedSnapshot> result;
  bool gap = false;
  for (std::size_t i = table.versions.size(); i-- > 0;) {
    const TableVersion& version = table.versions[i];
    if (i + 1 < table.versions.size() && !follows(version, table.versions[i + 1])) gap = true;
    if (version.control.empty()) continue;
    result.push_back({.snapshot_id = version.commit.snapshot_id,
                      .next = version.control,
                      .committed = version.commit.committed,
                      .added_data_files = version.added_data_files,
                      .added_delete_files = version.added_delete_files,
                      .commit_id = version.commit.commit_id,
                      .after_gap = gap});
    gap = false;
  }
  // Version 1 of Iceberg counts no commits; all are 0 then.
  if (!result.empty())
    result.front().unread = std::max<std::int64_t>(0, table.versions.back().sequence.value_or(0) - 1);
  return result;
}

std::string why_unread(Reason reason, const std::string& topic) {
  switch (reason) {
    case Reason::no_permission:
      return fmt::format("the control topic {} may not be read: give READ on it", topic);
    case Reason::deleted:
      return fmt::format("the control topic {} does not exist", topic);
    default:
      return fmt::format("the control topic {} cannot be read: {}", topic, word(reason));
  }
}

void tell(std::vector<std::string>& lines, std::string line) {
  if (lines.size() < most_told) lines.push_back(std::move(line));
}
}  // namespace

struct ControlJoin::Group {
  explicit Group(const std::string& name) : log(name) {}
  ControlLog log;
  Known<ControlOffsets> coordinator = Reason::never_polled;
  // What it was at the poll before, when no table of this one was read: what it has committed since may be in a
  // snapshot that came since, and is not lost for being in none that was read.
  Known<ControlOffsets> before = Reason::never_polled;
  SteadyClock::time_point asked{};
  bool fell = false;  // the coordinator's offset, at least once
};

struct ControlJoin::Topic {
  std::string name;
  std::unique_ptr<TopicTail> tail;
  ControlDecoder decoder;
  std::map<std::string, Group> groups;
  Known<bool> whole = Reason::never_polled;
  std::optional<SteadyClock::time_point> read_at;
  int restarts = 0;
  std::int64_t undecoded = 0;
};

ControlJoin::ControlJoin(ClusterProfile cluster, const SecretResolver& secrets)
    : cluster_(std::move(cluster)), secrets_(secrets) {}
ControlJoin::~ControlJoin() = default;

ControlJoin::Topic& ControlJoin::topic_of(const std::string& name) {
  Topic& topic = topics_[name];
  topic.name = name;
  return topic;
}

void ControlJoin::take(Topic& topic, const TailRecord& record) {
  auto event = topic.decoder.decode(record.value);
  if (!event) {
    ++topic.undecoded;
    return;
  }
  Group& group = topic.groups.try_emplace(event->group, event->group).first->second;
  group.log.add(
      {record.partition, record.offset, std::string(record.key.begin(), record.key.end()), std::move(*event)});
}

void ControlJoin::read(Topic& topic) {
  const auto now = SteadyClock::now();
  if (topic.read_at && now - *topic.read_at < again_after) return;
  if (!topic.tail) {
    auto tail = TopicTail::open(cluster_, secrets_, topic.name);
    if (!tail) {
      topic.whole = Reason::unreachable;
      topic.read_at = now;
      return;
    }
    topic.tail = std::move(*tail);
  }
  const bool first = topic.whole.reason() == Reason::never_polled;
  read_new(topic, first ? first_budget : budget);
  topic.read_at = SteadyClock::now();
}

void ControlJoin::read_new(Topic& topic, std::chrono::milliseconds within) {
  topic.whole = topic.tail->read(within, stop_.get_token(), [&](const TailRecord& record) { take(topic, record); });
  if (topic.restarts != topic.tail->restarts()) {
    topic.restarts = topic.tail->restarts();
    topic.groups.clear();
    topic.undecoded = 0;
    topic.whole = topic.tail->read(within, stop_.get_token(), [&](const TailRecord& record) { take(topic, record); });
  }
  for (auto& [name, group] : topic.groups) {
    for (const auto& [partition, offset] : topic.tail->begins()) group.log.begins(partition, offset);
    for (const auto& [partition, offset] : topic.tail->ends()) group.log.ends(partition, offset);
  }
}

// A table that is ahead of what was read of its control topic was read a moment later than that, while what it has
// taken in was under way to us: it is read first. A table is ahead for good only where the topic itself ends before.
void ControlJoin::catch_up(Topic& topic, const ControlOffsets& next) {
  const auto until = SteadyClock::now() + budget;
  for (const auto& [partition, offset] : next) {
    const auto ahead = [&] {
      const auto end = topic.tail->ends().find(partition);
      return end != topic.tail->ends().end() && offset > end->second;
    };
    if (!topic.whole || !ahead()) continue;
    const Known<std::int64_t> end = topic.tail->end_now(partition);
    if (!end) {
      topic.whole = end.reason();
      return;
    }
    if (*end < offset) continue;
    while (topic.whole && ahead() && SteadyClock::now() < until && !stop_.stop_requested()) read_new(topic, budget);
    if (topic.whole && ahead()) topic.whole = false;
  }
}

void ControlJoin::read_coordinator(Topic& topic, Group& group, const std::string& name) {
  const auto now = SteadyClock::now();
  if (group.asked != SteadyClock::time_point{} && now - group.asked < again_after) return;
  auto offsets = topic.tail->committed(name + "-coord", stop_.get_token());
  if (offsets && group.coordinator)
    for (const auto& [partition, offset] : *offsets)
      if (const auto before = group.coordinator->find(partition);
          before != group.coordinator->end() && offset < before->second)
        group.fell = true;
  group.before = std::exchange(group.coordinator, std::move(offsets));
  group.asked = SteadyClock::now();
}

namespace {
// What the joined facts say that should not be.
void tell_troubles(const TableJoin& join, const KeyedSnapshot* head, const TopicTail& tail,
                   const Known<ControlOffsets>& coordinator, bool fell, std::vector<std::string>& trouble) {
  for (const auto& lost : join.lost)
    tell(trouble,
         fmt::format("lost-files commit {}: {} files with {} records lie below the coordinator's offset and are "
                     "in no snapshot",
                     lost.commit_id, lost.files, lost.records));
  for (const auto& id : join.too_few_files)
    tell(trouble, fmt::format("lost-files snapshot {} added fewer files than were announced for it", id));
  for (const auto& id : join.too_many_files)
    tell(trouble, fmt::format("duplicate-files snapshot {} added more files than were announced for it", id));
  for (const auto& path : join.twice) tell(trouble, fmt::format("duplicate-files {} was announced twice", path));
  if (fell) tell(trouble, "zombie the coordinator's committed offset fell");
  if (head != nullptr)
    for (const auto& [partition, next] : head->next)
      if (const auto end = tail.ends().find(partition); end != tail.ends().end() && next > end->second)
        tell(trouble,
             fmt::format("silent-stall the table waits for control offset {} of partition {}, which ends at {}", next,
                         partition, end->second));
  if (join.announced.empty() || !coordinator) return;
  for (const auto& [partition, begin] : tail.begins()) {
    const auto committed = coordinator->find(partition);
    if (committed == coordinator->end() && !coordinator->empty()) continue;
    if (committed == coordinator->end())
      tell(trouble, "will-lose the coordinator has committed nothing yet: if it restarts, it begins at the end");
    else if (committed->second < begin)
      tell(trouble, fmt::format("will-lose the coordinator's offset {} of control partition {} lies below the first "
                                "record {}",
                                committed->second, partition, begin));
  }
}
}  // namespace

TableMarks ControlJoin::join(const TableView& table) {
  TableMarks marks;
  if (table.control_topic.empty() || table.group.empty()) return marks;
  Topic& topic = topic_of(table.control_topic);
  read(topic);
  marks.adapter = "a";
  const auto snapshots = keyed(table);
  if (topic.whole && *topic.whole && !snapshots.empty()) catch_up(topic, snapshots.back().next);
  if (!topic.whole) {
    marks.unknown_reason = topic.whole.reason();
    marks.unknown_why = why_unread(topic.whole.reason(), topic.name);
    return marks;
  }
  if (!*topic.whole) {
    marks.unknown_reason = Reason::not_probed;
    marks.unknown_why = fmt::format("the control topic {} is still being read", topic.name);
    return marks;
  }
  const auto found = topic.groups.find(table.group);
  if (found == topic.groups.end()) {
    marks.unknown_reason = Reason::expired;
    marks.unknown_why = fmt::format("the control topic {} holds no event of {}{}", topic.name, table.group,
                                    topic.undecoded > 0 ? ", and some that cannot be decoded" : "");
    return marks;
  }
  if (snapshots.empty() && !table.versions.empty()) {
    marks.unknown_reason = Reason::expired;
    marks.unknown_why = "no snapshot that is left carries the connector's offsets";
  }
  Group& group = found->second;
  read_coordinator(topic, group, table.group);
  const auto joined = group.log.join(table.table, snapshots, group.before.value_or(ControlOffsets{}));
  marks.evidence = Evidence::derived;
  if (!joined.doubt.empty())
    marks.unknown_why = joined.doubt;  // an offset that may be too high is none
  else if (!snapshots.empty()) {
    marks.durable = joined.durable;
    marks.others_why = joined.others_why;
    marks.ranges = joined.ranges;
    marks.partial = joined.partial;
  }
  for (const auto& one : joined.announced)
    tell(marks.announced, fmt::format("{} {} {}", one.commit_id, one.files, one.records));
  tell_troubles(joined, snapshots.empty() ? nullptr : &snapshots.back(), *topic.tail, group.coordinator, group.fell,
                marks.trouble);
  return marks;
}

const ClusterProfile* cluster_of(const CatalogProfile& catalog, const Profile& profile) {
  for (const ClusterProfile& cluster : profile.clusters)
    if (cluster.name == catalog.cluster || (catalog.cluster.value().empty() && profile.clusters.size() == 1))
      return &cluster;
  return nullptr;
}

std::shared_ptr<MarkJoin> join_for(const CatalogProfile& catalog, const Profile& profile,
                                   const SecretResolver& secrets) {
  const ClusterProfile* cluster = cluster_of(catalog, profile);
  if (cluster == nullptr) return nullptr;
  auto control = std::make_shared<ControlJoin>(*cluster, secrets);
  std::vector<ProcessorProfile> flinks;
  for (const ProcessorProfile& processor : profile.processors)
    if (processor.cluster == cluster->name) flinks.push_back(processor);
  if (flinks.empty()) return control;
  return std::make_shared<FlinkJoin>(*cluster, std::move(flinks), secrets, std::move(control));
}

}  // namespace tidemark
