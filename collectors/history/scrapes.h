// SPDX-License-Identifier: GPL-3.0-or-later
// Scrapes: puts samples that come series by series back into the scrapes that they were taken by, and hands them to a
// sink as polls, oldest first: what one target said at one time is one poll, and what it did not say there is unknown.
// Two targets that tell of one cluster (a pair of exporters) would be two truths: the first one by name is taken, the
// others are named.
// Thread rule: one thread at a time. Units: ms since the epoch, records. Errors: `input` where more is given than fits.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

#include "collectors/history/offset_names.h"
#include "models/domain/sink.h"

namespace tidemark::history {

struct ImportSummary {
  std::optional<LocalTime> from, to;
  std::int64_t polls = 0;
  std::int64_t series = 0;
  std::int64_t samples = 0;
  std::int64_t passed_over = 0;  // samples that mean no offset, are no whole number, or came out of order
  std::vector<std::string> notes;
};

struct ImportOptions {
  ClusterName cluster{"imported"};  // where no label names it
  std::optional<LocalTime> after;   // samples at or before it are left out: they are there already
  std::size_t most_samples = 50'000'000;
  std::stop_token stop;
  std::function<void(LocalTime from, LocalTime at, LocalTime to)> progress;
};

class Scrapes final {
 public:
  Scrapes(SampleSink& sink, ImportOptions options) : sink_(sink), options_(std::move(options)) {}

  // A series is known by what it means: the same again goes on where it stopped.
  std::size_t series(OffsetSeries meaning);
  Result<> add(std::size_t series, std::int64_t at_ms, double value);
  void pass_over(std::int64_t samples) { summary_.passed_over += samples; }
  // Hands over all that was added; nothing older may follow. Waits while the sink's queue is full. `cancelled`.
  Result<> flush();
  ImportSummary summary() const;

 private:
  struct Point {
    std::int64_t at = 0;
    std::int64_t value = 0;
  };
  struct Told {
    OffsetSeries meaning;
    ClusterName cluster;
    std::vector<Point> points;
  };
  // Of one cluster, by its one target.
  struct Cluster {
    std::string target;
    std::set<std::string> others;
    std::vector<std::size_t> series;
    std::optional<LaneId> lane;
    Millis interval{};
    std::map<std::size_t, SeriesId> ids;
    std::optional<std::int64_t> last;
  };
  Result<> flush(const ClusterName& name, Cluster& cluster);
  void open_lane(const ClusterName& name, Cluster& cluster, const std::vector<std::int64_t>& times);
  Result<> push(const Poll& poll);

  SampleSink& sink_;
  ImportOptions options_;
  std::vector<Told> told_;
  std::map<OffsetSeries, std::size_t> index_;
  std::map<ClusterName, Cluster> clusters_;
  std::size_t held_ = 0;
  ImportSummary summary_;
};

}  // namespace tidemark::history
