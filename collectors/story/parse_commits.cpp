// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "collectors/story/parse.h"

namespace tidemark::story {
namespace {
// Events stand out by kind where the story does not say how much they matter.
std::string severity_of(const std::string& kind) {
  if (kind == "broker-gone" || kind == "commit-error") return "error";
  if (kind == "isr-shrink" || kind == "rewind" || kind == "skip" || kind == "topic-deleted") return "warn";
  return "note";
}

Result<StoryEvent> parse_event(const Node& node, const Story& story) {
  TM_CHECK(node.keys({"poll", "layer", "object", "kind", "text", "severity"}));
  StoryEvent event;
  TM_TRY(const Node poll, node.need("poll"));
  TM_TRY(event.poll, poll_in(poll, story));
  TM_TRY(const Node layer, node.need("layer"));
  TM_TRY(event.layer, layer_in(layer));
  TM_TRY(const Node object, node.need("object"));
  TM_TRY(event.object, object_in(object));
  TM_TRY(const Node kind, node.need("kind"));
  TM_TRY(event.kind, kind.word({"leader-change",
                                "isr-shrink",
                                "isr-expand",
                                "broker-gone",
                                "broker-back",
                                "topic-created",
                                "topic-deleted",
                                "partitions-changed",
                                "config-changed",
                                "group-state",
                                "members-changed",
                                "rebalance",
                                "rewind",
                                "skip",
                                "task-state",
                                "schema-registered",
                                "compatibility-changed",
                                "snapshot",
                                "rollback",
                                "commit-error",
                                "deployment",
                                "quality-gate",
                                "note"}));
  TM_TRY(event.text, node.text_or("text", ""));
  event.severity = severity_of(event.kind);
  if (const auto severity = node.find("severity")) {
    TM_TRY(event.severity, severity->word({"note", "warn", "error"}));
  }
  return event;
}

using Adapters = std::map<std::string, std::string, std::less<>>;  // of tables: a letter

Result<CommitRange> parse_range(const Node& node) {
  TM_TRY(const std::vector<Node> parts, node.array(4, 4));
  CommitRange range;
  TM_TRY(const std::string topic, name_in(parts[0]));
  range.partition.topic = TopicName(topic);
  TM_TRY(range.partition.partition, partition_in(parts[1]));
  TM_TRY(range.from, parts[2].integer(0));
  TM_TRY(range.to, parts[3].integer(0));
  if (range.from > range.to)
    return parts[2].error("from " + std::to_string(range.from) + " is after to " + std::to_string(range.to),
                          "a range is [from, to)");
  return range;
}

// {"0": 9} : offsets by partition.
Result<std::map<std::int32_t, std::int64_t>> parse_offsets(const std::optional<Node>& node) {
  std::map<std::int32_t, std::int64_t> out;
  if (!node) return out;
  TM_TRY(const auto members, node->members());
  for (const auto& [key, value] : members) {
    const auto tp = object::as_partition(Object("partition:/" + key));
    if (!tp) return value.error("\"" + key + "\" is no partition");
    TM_TRY(out[tp->partition.value()], value.integer(0));
  }
  return out;
}

Result<std::optional<std::string>> id_or_none(const Node& node, std::string_view key) {
  const auto member = node.find(key);
  if (!member) return std::nullopt;
  TM_TRY(const std::int64_t id, member->integer());
  return std::to_string(id);
}

Result<> parse_snapshot(const Node& node, TableCommit& commit) {
  TM_TRY(const Node id, node.need("snapshot_id"));
  TM_TRY(const std::int64_t number, id.integer());
  commit.snapshot_id = std::to_string(number);
  TM_TRY(commit.parent_id, id_or_none(node, "parent_id"));
  TM_TRY(commit.operation, node.text_or("operation", ""));
  TM_TRY(commit.commit_id, node.text_or("commit_id", ""));
  if (const auto added = node.find("added_records")) {
    TM_TRY(commit.added_records, added->integer(0));
  }
  if (node.find("partial")) {
    TM_TRY(commit.partial, node.boolean_or("partial", false));
  }
  if (const auto through = node.find("valid_through")) {
    TM_TRY(const std::string text, through->text());
    const auto time = parse_rfc3339(text);
    if (!time) return through->error("\"" + text + "\" is no time", "write it like 2026-01-01T00:00:00Z");
    commit.valid_through = LakeTime(time->time_since_epoch());
  }
  TM_CHECK(node.each("ranges", [&](const Node& range) -> Result<> {
    TM_TRY(commit.ranges.emplace_back(), parse_range(range));
    return {};
  }));
  std::ranges::sort(commit.ranges);
  return {};
}

struct CommitOfStory {
  Commit commit;
  std::string control;  // the next control offsets, "0=9" a line
};

Result<CommitOfStory> parse_commit(const Node& node, const Story& story, const Adapters& adapters) {
  TM_CHECK(node.keys({"table", "poll", "snapshot_id", "parent_id", "operation", "commit_id", "added_records",
                      "valid_through", "partial", "control", "ranges"}));
  CommitOfStory out;
  TM_TRY(const Node table_node, node.need("table"));
  TM_TRY(const std::string table, name_in(table_node));
  TableCommit& commit = out.commit.commit;
  commit.table = TableName(table);
  TM_TRY(const Node poll, node.need("poll"));
  TM_TRY(out.commit.poll, poll_in(poll, story));
  commit.committed = LakeTime(story.time(out.commit.poll).time_since_epoch());
  TM_CHECK(parse_snapshot(node, commit));
  const auto adapter = adapters.find(table);
  if (!commit.ranges.empty())
    commit.evidence = adapter == adapters.end() ? Evidence::exact : evidence_of_adapter(adapter->second);
  TM_TRY(const auto control, parse_offsets(node.find("control")));
  for (const auto& [partition, offset] : control)
    out.control += (out.control.empty() ? "" : "\n") + std::to_string(partition) + '=' + std::to_string(offset);
  return out;
}
}  // namespace

Result<> parse_events(const Node& root, Story& story) {
  TM_CHECK(root.each("events", [&](const Node& node) -> Result<> {
    TM_TRY(story.events.emplace_back(), parse_event(node, story));
    return {};
  }));
  std::ranges::stable_sort(story.events, {}, &StoryEvent::poll);
  return {};
}

Result<> parse_commits(const Node& root, Story& story, StateTable& states) {
  Adapters adapters;
  TM_CHECK(root.each("tables", [&](const Node& node) -> Result<> {
    TM_TRY(const std::string table, node.text_or("table", ""));
    TM_TRY(adapters[table], node.text_or("adapter", "b"));
    return {};
  }));
  TM_CHECK(root.each("commits", [&](const Node& node) -> Result<> {
    TM_TRY(CommitOfStory said, parse_commit(node, story, adapters));
    const TableCommit& commit = said.commit.commit;
    const Object table("table:" + commit.table.value());
    if (!said.control.empty())
      states.set(story.cluster, table, aspect::control_offsets, said.commit.poll, said.control);
    states.set(story.cluster, table, aspect::snapshot, said.commit.poll, commit.snapshot_id);
    story.events.push_back({said.commit.poll, "table", "snapshot", "snapshot " + commit.snapshot_id, "note", table});
    story.commits.push_back(std::move(said.commit));
    return {};
  }));
  std::ranges::stable_sort(story.commits, {}, &Commit::poll);
  std::ranges::stable_sort(story.events, {}, &StoryEvent::poll);
  return {};
}

Result<> parse_replays(const Node& root, const Story& story, StateTable& states) {
  return root.each("replays", [&](const Node& node) -> Result<> {
    TM_CHECK(node.keys({"group", "topic", "poll", "declared", "from", "to", "approver"}));
    TM_TRY(const Node group_node, node.need("group"));
    TM_TRY(const std::string group, name_in(group_node));
    TM_TRY(const Node topic_node, node.need("topic"));
    TM_TRY(const std::string topic, name_in(topic_node));
    TM_TRY(const Node poll_node, node.need("poll"));
    TM_TRY(const std::int64_t poll, poll_in(poll_node, story));
    TM_CHECK(node.boolean_or("declared", false));
    TM_CHECK(node.text_or("approver", ""));
    TM_TRY(const auto from, parse_offsets(node.find("from")));
    TM_TRY(const auto to, parse_offsets(node.find("to")));
    for (const auto& [partition, offset] : from)
      if (const auto end = to.find(partition); end != to.end() && offset > end->second)
        return node.find("from")
            ->find(std::to_string(partition))
            ->error("from " + std::to_string(offset) + " is after to " + std::to_string(end->second),
                    "a range is [from, to)");
    states.set(story.cluster, object::group(GroupId(group)), "replay:" + topic, poll, node.json());
    return {};
  });
}

Result<> parse_gaps(const Node& root, Story& story) {
  return root.each("gaps", [&](const Node& node) -> Result<> {
    TM_TRY(const std::vector<Node> parts, node.array(2, 4));
    Span span;
    TM_TRY(const auto edges, span_in(parts[0], parts[1], story));
    std::tie(span.from, span.to) = edges;
    if (parts.size() > 2 && !parts[2].is_null()) {
      TM_TRY(span.text, parts[2].text());
      span.reason = reason_from(span.text).value_or(Reason::collector_off);
    }
    if (parts.size() > 3 && !parts[3].is_null()) {
      TM_TRY(span.source, name_in(parts[3]));
    }
    story.gaps.push_back(std::move(span));
    return {};
  });
}

void add_commit_marks(Story& story) {
  using Key = std::pair<TableName, TopicPartition>;
  std::map<Key, std::vector<std::pair<std::int64_t, CommitRange>>> ranges;
  for (const Commit& said : story.commits)
    for (const CommitRange& range : said.commit.ranges)
      ranges[{said.commit.table, range.partition}].emplace_back(said.poll, range);
  for (const auto& [key, list] : ranges) {
    Series series{
        .cluster = story.cluster, .signal = signal::table(key.first), .partition = key.second, .to = story.polls};
    const bool in_file = std::ranges::any_of(story.series, [&](const Series& other) {
      return other.cluster == series.cluster && other.signal == series.signal && other.partition == series.partition;
    });
    if (in_file) continue;
    for (std::size_t next = 0; next < list.size();) {
      const std::int64_t poll = list[next].first;
      while (next < list.size() && list[next].first == poll) ++next;
      // What is contiguous from the lowest range on, of all commits so far.
      std::vector<CommitRange> seen;
      for (std::size_t i = 0; i < next; ++i) seen.push_back(list[i].second);
      std::ranges::sort(seen, {}, &CommitRange::from);
      std::int64_t end = seen.front().to;
      for (const CommitRange& range : seen)
        if (range.from <= end) end = std::max(end, range.to);
      series.held.emplace_back(poll, end);
    }
    story.series.push_back(std::move(series));
  }
}

}  // namespace tidemark::story
