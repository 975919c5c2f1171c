// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/story/parse.h"

#include <algorithm>

namespace tidemark::story {
namespace {
constexpr std::int64_t most_polls = 10'000'000;
constexpr std::int64_t longest_step = 7 * 86'400'000LL;

std::string bounds(const Story& story, std::int64_t last) {
  return "polls here are 0 to " + std::to_string(last) + " of " + std::to_string(story.polls);
}

Result<std::int64_t> poll_up_to(const Node& node, const Story& story, std::int64_t last) {
  TM_TRY(const std::int64_t poll, node.integer());
  if (poll < 0) return node.error("poll " + std::to_string(poll) + " is negative", bounds(story, last));
  if (poll > last) return node.error("poll " + std::to_string(poll) + " is outside the story", bounds(story, last));
  return poll;
}

Result<LocalTime> start_in(const Node& node, const Clock& clock) {
  TM_TRY(const std::string text, node.text());
  if (const auto time = parse_time(text, clock.now())) return *time;
  return node.error("\"" + text + "\" is no time", "write it like 2026-01-01T00:00:00Z or now-24h");
}

Result<> parse_frame(const Node& root, const Clock& clock, Story& story) {
  TM_TRY(const Node schema, root.need("schema"));
  TM_TRY(const std::int64_t number, schema.integer());
  if (number != 1)
    return schema.error("schema " + std::to_string(number) + " is not known", "this program reads schema 1");
  TM_TRY(const Node start, root.need("start"));
  TM_TRY(story.start, start_in(start, clock));
  TM_TRY(const Node step, root.need("step_ms"));
  TM_TRY(const std::int64_t step_ms, step.integer(1, longest_step));
  story.step = Millis(step_ms);
  TM_TRY(const Node polls, root.need("polls"));
  TM_TRY(story.polls, polls.integer(1, most_polls));
  TM_TRY(const std::string cluster, root.text_or("cluster", "story"));
  story.cluster = ClusterName(cluster);
  TM_TRY(story.seed, root.integer_or("seed", 0));
  return {};
}
}  // namespace

Result<std::int64_t> poll_in(const Node& node, const Story& story) { return poll_up_to(node, story, story.polls - 1); }

Result<std::pair<std::int64_t, std::int64_t>> span_in(const Node& from, const std::optional<Node>& to,
                                                      const Story& story) {
  TM_TRY(const std::int64_t first, poll_up_to(from, story, story.polls));
  if (!to) return std::pair(first, story.polls);
  TM_TRY(const std::int64_t end, poll_up_to(*to, story, story.polls));
  if (first > end)
    return from.error("from " + std::to_string(first) + " is after to " + std::to_string(end), "a span is [from, to)");
  return std::pair(first, end);
}

Result<std::string> layer_in(const Node& node) {
  return node.word({"source", "producer", "processor", "broker", "transaction", "group", "connect", "sink", "storage",
                    "catalog", "table", "schema", "model", "vector", "mirror", "collector", "user"});
}

Result<std::string> name_in(const Node& node) {
  TM_TRY(std::string name, node.text());
  if (name.empty()) return node.error("a name is wanted, not an empty text");
  if (std::ranges::any_of(name, [](unsigned char c) { return c < 0x20; }))
    return node.error("a name has no control characters");
  return name;
}

Result<Object> object_in(const Node& node) {
  TM_TRY(std::string name, name_in(node));
  const auto colon = name.find(':');
  if (colon == std::string::npos || colon == 0 || colon + 1 == name.size())
    return node.error("\"" + name + "\" is no object", "write it as kind:name, like group:sink or partition:orders/0");
  return Object(std::move(name));
}

Result<PartitionId> partition_in(const Node& node) {
  TM_TRY(const std::int64_t partition, node.integer(0, INT32_MAX));
  return PartitionId(static_cast<std::int32_t>(partition));
}

Result<Story> parse_story(std::string_view json, const std::string& file, const Clock& clock) {
  TM_TRY(const strict_json::Document document, strict_json::Document::parse(json, file, ErrorCode::input));
  const Node root = document.root();
  TM_CHECK(root.keys({"schema",  "start",  "step_ms", "polls",   "cluster", "seed",    "series",
                      "metrics", "topics", "tables",  "members", "states",  "brokers", "isr",
                      "probes",  "events", "commits", "replays", "profile", "gaps"}));
  Story story;
  StateTable states;
  TM_CHECK(parse_frame(root, clock, story));
  TM_CHECK(parse_series(root, story));
  TM_CHECK(parse_metrics(root, story));
  TM_CHECK(parse_topics(root, story, states));
  TM_CHECK(parse_tables(root, story, states));
  TM_CHECK(parse_members(root, story, states));
  TM_CHECK(parse_states(root, story, states));
  TM_CHECK(parse_brokers(root, story, states));
  TM_CHECK(parse_isr(root, story, states));
  TM_CHECK(parse_probes(root, story, states));
  TM_CHECK(parse_events(root, story));
  TM_CHECK(parse_commits(root, story, states));
  TM_CHECK(parse_replays(root, story, states));
  TM_CHECK(parse_profile(root, story, states));
  TM_CHECK(parse_gaps(root, story));
  add_commit_marks(story);
  add_seen(story, states);
  story.states = states.tracks();
  return story;
}

}  // namespace tidemark::story
