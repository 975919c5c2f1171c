// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/journey.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <set>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "app/session/load_hops.h"
#include "app/session/record_access.h"
#include "app/settings/secrets.h"
#include "collectors/core/plain_text.h"
#include "collectors/kafka/key_search.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr std::size_t commits_looked_at = 1000;  // the last ones of each table

struct Wanted {
  std::optional<std::int64_t> partition;
  std::optional<std::int64_t> offset;
  std::string time;
  std::string key;
  std::string around;
  std::string within = "5m";
};

// The record of a key, and in which cluster it is.
struct Found {
  ClusterName cluster;
  KeyAnswer answer;
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

Result<> check_words(const Options& options, const Wanted& wanted) {
  if (options.filter.topic.size() != 1)
    return std::unexpected(usage("a journey is of one topic", "write --topic NAME"));
  const int ways = int(wanted.offset.has_value()) + int(!wanted.time.empty()) + int(!wanted.key.empty());
  if (ways != 1)
    return std::unexpected(
        usage("a journey is of one record", "write --offset N, --time TIME or --key K --around TIME"));
  if (wanted.key.empty() != wanted.around.empty())
    return std::unexpected(usage("a key is looked for around a time", "write --key K --around TIME"));
  const std::int64_t partition = wanted.partition.value_or(0);
  if (partition < 0 || partition > INT32_MAX || wanted.offset.value_or(0) < 0)
    return std::unexpected(usage("partitions and offsets begin at 0", "write a whole number"));
  return {};
}

// Reads records of the cluster, if the profile allows it.
Result<Found> find(const Options& options, const Wanted& wanted, Streams& streams) {
  Options silent = options;
  silent.quiet = true;  // the profile is read again for the document
  TM_TRY(const auto log, Log::open(silent, streams));
  TM_TRY(const Profile profile, choose_profile(options, *log));
  TM_TRY(const ClusterProfile* cluster, readable_cluster(profile, options.filter.cluster, "keys"));
  TM_TRY(const auto around, time_of(wanted.around, "--around", SystemClock().now()));
  TM_TRY(const auto within, duration_of(wanted.within, "--within"));
  const Secrets secrets(ask_on_terminal);
  const StopSignals signals;
  TM_TRY(const auto reader, RecordReader::open(*cluster, secrets));
  KeyQuestion question{.topic = TopicName(options.filter.topic.front()),
                       .key = wanted.key,
                       .around = BrokerTime(around->time_since_epoch()),
                       .within = within.value_or(Millis(0))};
  if (wanted.partition) question.partition = PartitionId(static_cast<std::int32_t>(*wanted.partition));
  TM_TRY(KeyAnswer answer, find_key(*reader, question, signals.token()));
  return Found{cluster->name, std::move(answer)};
}

std::string note_of(const KeyAnswer& answer) {
  std::string note = std::to_string(answer.matches) + " of " + std::to_string(answer.read) +
                     " records read have the key; the one nearest to the time is told";
  if (answer.deletes) note += "; it deletes the key";
  if (!answer.partitioner.empty()) note += "; partition by " + answer.partitioner;
  return answer.whole ? note : note + "; there were more records than are read at once";
}

Result<Document> journey(const Asked& asked, const Wanted& wanted, const Found* found) {
  JourneyRequest request;
  request.partition = {TopicName(asked.filter.topic.front()),
                       PartitionId(static_cast<std::int32_t>(wanted.partition.value_or(0)))};
  if (wanted.offset) request.offset = Offset(*wanted.offset);
  if (found) {
    request.partition = found->answer.partition;
    request.offset = Offset(found->answer.offset);
    request.record = {LocalTime(found->answer.time.time_since_epoch()), found->answer.append_time};
    if (found->answer.deletes) request.deletes = plain_line(wanted.key, 200);
  }
  TM_TRY(request.time, time_of(wanted.time, "--time", SystemClock().now()));

  SnapshotRequest load = lag_request(asked.at, asked.filter);
  load.signal_names = {"stable", "high"};
  load.signal_prefixes = {"group:", "table:"};
  load.min_commits = commits_looked_at;
  load.topic_names = {};
  load.object_names = {object::partition(request.partition).value()};
  if (found) load.cluster_names = {found->cluster.value()};
  if (request.time) load.from = std::min(load.from, *request.time - std::chrono::minutes(10));
  TM_TRY(const auto around, asked.timeline.load(load));
  TM_TRY(request.cluster, cluster_of(*around, request.partition));
  const Known<Offset> offset = journey_offset(*around, request);
  if (!offset.known())
    return fail(ErrorCode::no_data, "nothing was seen around " + wanted.time, "--time",
                "choose a time inside the timeline");
  load.crossings = journey_keys(*around, request, *offset);
  TM_TRY(const auto snapshot, asked.timeline.load(load));
  Profile kept;
  if (!asked.profile) {
    TM_TRY(kept, judged_profile(*around, asked.at));
  }
  TM_TRY(const auto further,
         load_hop_journey(asked.timeline, asked.profile ? *asked.profile : kept, request, *offset, asked.at));
  Document document = journey_document(*snapshot, asked.at, request, *offset, further);
  if (found) document.notes.push_back(note_of(found->answer));
  return document;
}

int run(Streams& streams, const Options& options, const Wanted& wanted) {
  std::optional<Found> found;
  if (const auto words = check_words(options, wanted); !words) return report(streams, words.error());
  if (!wanted.key.empty()) {
    auto answer = find(options, wanted, streams);
    if (!answer) return report(streams, answer.error());
    found = std::move(*answer);
  }
  Question question{.window = std::chrono::minutes(2)};
  question.layout = {.columns = {"topic", "partition", "offset", "stage", "at", "error_ms", "evidence", "ref"},
                     .rows_of = "stages"};
  question.answer = [&](const Asked& asked) { return journey(asked, wanted, found ? &*found : nullptr); };
  return ask(streams, options, question);
}
}  // namespace

Runner journey_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto wanted = std::make_shared<Wanted>();
  add_all(app, *options);
  app.add_option("--partition", wanted->partition, "The partition (default: 0, of a key by its hash)")->type_name("N");
  app.add_option("--offset", wanted->offset, "The record's offset")->type_name("N");
  app.add_option("--time", wanted->time, "Or: the first record produced after this time")->type_name("TIME");
  app.add_option(
         "--key", wanted->key,
         "Or: the record with this key, read from the cluster of --profile; where it deletes the key, since when a "
         "sink whose `deleted` names it no longer has it")
      ->type_name("KEY");
  app.add_option("--around", wanted->around, "Of a key: when it was produced")->type_name("TIME");
  app.add_option("--within", wanted->within, "Of a key: how far from that time (default: 5m)")->type_name("DURATION");
  return [options, wanted](Streams& streams) { return run(streams, *options, *wanted); };
}

}  // namespace tidemark::cli
