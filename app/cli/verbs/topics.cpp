// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/topics.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/judged_profile.h"
#include "models/analysis/topic_map.h"

namespace tidemark::cli {
namespace {
Result<Document> map_of(const Asked& asked) {
  TM_TRY(const auto snapshot, asked.timeline.load(lag_request(asked.at, {.cluster = asked.filter.cluster})));
  if (asked.profile) return topic_map_document(*snapshot, asked.at, *asked.profile, asked.filter);
  TM_TRY(const Profile profile, judged_profile(*snapshot, asked.at));
  return topic_map_document(*snapshot, asked.at, profile, asked.filter);
}
}  // namespace

Runner topics_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto map = std::make_shared<bool>(false);
  add_all(app, *options);
  app.add_flag("--map", *map, "What the paths over each topic require of it against what is configured");
  return [options, map](Streams& streams) {
    Question question{.window = std::chrono::minutes(2), .of_offsets = true};
    if (*map) {
      question.layout = {{"topic", "setting", "required", "configured", "met", "why", "by"}};
      question.answer = map_of;
      return ask(streams, *options, question);
    }
    question.layout = {{"topic", "last_record_age_ms", "produce_rate", "worst_age_ms", "worst_group", "readers",
                        "partitions", "replication", "urp", "leaderless", "records_upper", "cleanup", "retention_ms"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      SnapshotRequest request = lag_request(asked.at, asked.filter);
      TM_TRY(auto snapshot, asked.timeline.load(request));
      request.crossings = topic_keys(*snapshot, asked.at, asked.filter);
      if (!request.crossings.empty()) {
        TM_TRY(snapshot, asked.timeline.load(request));
      }
      return topics_document(*snapshot, asked.at, asked.filter);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
