// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/schemas.h"

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner schemas_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(24)};
    question.layout = {{"subject", "version", "id", "kind", "compatibility", "registered_lo", "registered_hi",
                        "deleted", "topic", "change"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(schemas_request(asked.from, asked.at)));
      return schemas_document(*snapshot, asked.from, asked.at, asked.filter);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
