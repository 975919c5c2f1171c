// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the story's parser, one function per section of the file. Each checks its keys and values and adds to
// the story. Thread rule: none.
#pragma once

#include <map>
#include <string>

#include "collectors/core/strict_json.h"
#include "collectors/story/story.h"

namespace tidemark::story {

using strict_json::Node;

// A poll of the story: 0 to polls - 1.
Result<std::int64_t> poll_in(const Node& node, const Story& story);
// [from, to) of `from` and `to`, or of two elements of an array; `to` may be the end of the story.
Result<std::pair<std::int64_t, std::int64_t>> span_in(const Node& from, const std::optional<Node>& to,
                                                      const Story& story);
Result<std::string> layer_in(const Node& node);
Result<std::string> name_in(const Node& node);  // not empty, no line breaks
Result<Object> object_in(const Node& node);     // "kind:name"
Result<PartitionId> partition_in(const Node& node);

// States of the file, gathered as tracks: the later of two words for one poll holds.
class StateTable final {
 public:
  void set(const ClusterName& cluster, const Object& object, std::string_view aspect, std::int64_t poll,
           std::optional<std::string> value, std::string detail = {});
  bool has(const ClusterName& cluster, const Object& object, std::string_view aspect, std::int64_t poll) const;
  // Gone, unless a word stands at this poll already.
  void end(const ClusterName& cluster, const Object& object, std::string_view aspect, std::int64_t poll);
  std::vector<StateTrack> tracks() const;

 private:
  struct Key {
    ClusterName cluster;
    Object object;
    std::string aspect;
    auto operator<=>(const Key&) const = default;
  };
  std::map<Key, std::map<std::int64_t, StateStep>> steps_;
};

Result<> parse_series(const Node& root, Story& story);
Result<> parse_metrics(const Node& root, Story& story);
Result<> parse_topics(const Node& root, const Story& story, StateTable& states);
Result<> parse_tables(const Node& root, const Story& story, StateTable& states);
Result<> parse_members(const Node& root, const Story& story, StateTable& states);
Result<> parse_states(const Node& root, const Story& story, StateTable& states);
Result<> parse_brokers(const Node& root, const Story& story, StateTable& states);
Result<> parse_isr(const Node& root, const Story& story, StateTable& states);
Result<> parse_probes(const Node& root, const Story& story, StateTable& states);
Result<> parse_events(const Node& root, Story& story);
Result<> parse_commits(const Node& root, Story& story, StateTable& states);
Result<> parse_replays(const Node& root, const Story& story, StateTable& states);
Result<> parse_profile(const Node& root, const Story& story, StateTable& states);
Result<> parse_gaps(const Node& root, Story& story);

// What a collector would have seen of the things that the series name: partitions per topic, groups without members,
// that there is no look-up by time.
void add_seen(const Story& story, StateTable& states);
// The table marks that follow from commits, where the file has no series of them.
void add_commit_marks(Story& story);

}  // namespace tidemark::story
