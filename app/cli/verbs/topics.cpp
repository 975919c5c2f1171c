// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/topics.h"

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner topics_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::minutes(2)};
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
