// SPDX-License-Identifier: GPL-3.0-or-later
// Story: a small JSON file that describes a history, and the player that hands it to a SampleSink exactly as if it had
// been collected. The format is the contract's; beside it a series may carry "cluster", "every" (polled every n steps,
// in a lane of its own), "from" and "to" (the polls between which it exists), an event "severity". Poll n is at start +
// n * step. Sums are exact (whole numbers of 10^-9 records), floored on output; noise is drawn from mt19937_64 seeded
// by FNV-1a of the seed and the series' name, so a story always plays the same. Sources: "kafka" by cluster (lane
// "offsets"); what else a story tells of comes from "tables", "connect", "registry", "probes" and, one per layer,
// "metrics". Thread rule: plain values; one player per thread. Units: ms, records, records per second. Errors: `input`
// with the JSON path, or line and column; `cancelled`.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/clock.h"
#include "models/domain/sink.h"

namespace tidemark::story {

struct Rate {
  std::int64_t poll = 0;
  std::int64_t micro = 0;  // records per second * 10^6
};

struct Series {
  ClusterName cluster;
  Signal signal;
  TopicPartition partition;
  std::int64_t start = 0;
  std::vector<Rate> rates;  // ascending by poll
  bool poisson = false;
  std::optional<std::vector<std::optional<std::int64_t>>> values;
  std::vector<std::pair<std::int64_t, std::int64_t>> held;  // from a poll on, a value; ascending; of commits
  std::optional<std::size_t> follow;                        // index into Story::series
  std::int64_t delay = 0;
  std::int64_t every = 1;
  std::int64_t from = 0;
  std::int64_t to = 0;  // exclusive
};

struct Metric {
  std::string layer;
  Object object;
  Signal signal;
  int scale10 = 0;
  std::vector<std::pair<std::int64_t, std::optional<double>>> steps;  // ascending by poll
  double noise = 0;
};

// The values of one aspect of an object from polls on, ascending; no value: gone.
struct StateStep {
  std::int64_t poll = 0;
  std::optional<std::string> value;
  std::string detail;
};
struct StateTrack {
  ClusterName cluster;
  Object object;
  std::string aspect;
  std::vector<StateStep> steps;
};

struct StoryEvent {
  std::int64_t poll = 0;
  std::string layer, kind, text, severity;
  Object object;
};

struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;
  Reason reason = Reason::collector_off;
  std::string text;
  std::string source;  // empty: all
};

struct Commit {
  std::int64_t poll = 0;
  TableCommit commit;
};

struct Story {
  LocalTime start;
  Millis step{};
  std::int64_t polls = 0;
  ClusterName cluster;
  std::int64_t seed = 0;
  std::vector<Series> series;  // those of the file, then the table marks that follow from its commits
  std::vector<Metric> metrics;
  std::vector<StateTrack> states;
  std::vector<StoryEvent> events;  // ascending by poll
  std::vector<Commit> commits;     // ascending by poll
  std::vector<Span> gaps;

  LocalTime time(std::int64_t poll) const { return start + poll * step; }
};

// `file` is what errors call the text.
Result<Story> parse_story(std::string_view json, const std::string& file, const Clock& clock);

struct StoryOptions {
  std::stop_token stop;
  std::function<void(std::int64_t done, std::int64_t total)> progress;  // polls; at most a hundred times
};

struct StorySummary {
  LocalTime from;
  LocalTime to;
  std::int64_t polls = 0;  // of the base step
  std::int64_t series = 0;
  std::int64_t samples = 0;  // known and unknown
};

// Waits while the sink's queue is full.
Result<StorySummary> play_story(const Story& story, SampleSink& sink, const Clock& clock,
                                const StoryOptions& options = {});

// What a series says at the story's last poll.
struct StoryEnd {
  ClusterName cluster;
  Signal signal;
  TopicPartition partition;
  Known<std::int64_t> value;
};
std::vector<StoryEnd> story_ends(const Story& story);

}  // namespace tidemark::story
