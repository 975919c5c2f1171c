// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/journey.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <set>

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr std::size_t commits_looked_at = 1000;  // the last ones of each table

struct Wanted {
  std::int64_t partition = 0;
  std::optional<std::int64_t> offset;
  std::string time;
};

Error usage(std::string what, std::string fix) { return {ErrorCode::usage, std::move(what), {}, std::move(fix)}; }

// The one cluster that has the partition.
Result<ClusterName> cluster_of(const Snapshot& snapshot, const TopicPartition& partition) {
  std::set<ClusterName> clusters;
  for (const Column& column : snapshot.columns)
    if (column.spec.object == object::partition(partition)) clusters.insert(snapshot.cluster_of(column));
  const std::string name = partition.topic.value() + "/" + std::to_string(partition.partition.value());
  if (clusters.empty())
    return fail(ErrorCode::no_data, "the timeline has no partition " + name, {}, "see tidemark topics");
  if (clusters.size() > 1)
    return std::unexpected(usage("more than one cluster has the partition " + name, "name one with --cluster"));
  return *clusters.begin();
}

Result<Document> journey(const Asked& asked, const Wanted& wanted) {
  JourneyRequest request;
  request.partition = {TopicName(asked.filter.topic.front()), PartitionId(static_cast<std::int32_t>(wanted.partition))};
  if (wanted.offset) request.offset = Offset(*wanted.offset);
  TM_TRY(request.time, time_of(wanted.time, "--time", SystemClock().now()));

  SnapshotRequest load = lag_request(asked.at, asked.filter);
  load.signal_names = {"stable", "high"};
  load.signal_prefixes = {"group:", "table:"};
  load.min_commits = commits_looked_at;
  load.topic_names = {};
  load.object_names = {object::partition(request.partition).value()};
  if (request.time) load.from = std::min(load.from, *request.time - std::chrono::minutes(10));
  TM_TRY(const auto around, asked.timeline.load(load));
  TM_TRY(request.cluster, cluster_of(*around, request.partition));
  const Known<Offset> offset = journey_offset(*around, request);
  if (!offset.known())
    return fail(ErrorCode::no_data, "nothing was seen around " + wanted.time, "--time",
                "choose a time inside the timeline");
  load.crossings = journey_keys(*around, request, *offset);
  TM_TRY(const auto snapshot, asked.timeline.load(load));
  return journey_document(*snapshot, asked.at, request, *offset);
}
}  // namespace

Runner journey_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto wanted = std::make_shared<Wanted>();
  add_timeline(app, *options);
  add_times(app, *options);
  add_filters(app, *options);
  add_output(app, *options);
  app.add_option("--partition", wanted->partition, "The partition (default: 0)")->type_name("N");
  app.add_option("--offset", wanted->offset, "The record's offset")->type_name("N");
  app.add_option("--time", wanted->time, "Or: the first record produced after this time")->type_name("TIME");
  return [options, wanted](Streams& streams) {
    Question question{.window = std::chrono::minutes(2)};
    question.layout = {.columns = {"topic", "partition", "offset", "stage", "at", "error_ms", "evidence", "ref"},
                       .rows_of = "stages"};
    question.answer = [wanted](const Asked& asked) -> Result<Document> {
      if (asked.filter.topic.size() != 1)
        return std::unexpected(usage("a journey is of one topic", "write --topic NAME"));
      if (wanted->offset.has_value() != wanted->time.empty())
        return std::unexpected(usage("a journey is of one record", "write --offset N or --time TIME"));
      if (wanted->partition < 0 || wanted->partition > INT32_MAX || wanted->offset.value_or(0) < 0)
        return std::unexpected(usage("partitions and offsets begin at 0", "write a whole number"));
      return journey(asked, *wanted);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
