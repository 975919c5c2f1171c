// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/groups.h"

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner groups_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::minutes(2), .of_offsets = true};
    question.layout = {{"verdict", "group", "state", "members", "lag", "age_ms", "known_partitions", "all_partitions",
                        "worst_partition", "topics", "type", "role", "since"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(lag_request(asked.at, asked.filter)));
      return groups_document(*snapshot, asked.at, asked.filter);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
