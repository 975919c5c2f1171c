// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connectors.h"

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner connectors_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::minutes(15)};
    question.layout = {{"judged", "connector", "state", "type", "group", "since", "why", "worker", "topics", "tables"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(connectors_request(asked.at, asked.filter)));
      return connectors_document(*snapshot, asked.at, asked.filter);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
