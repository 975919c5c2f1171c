// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/sources.h"

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

Runner sources_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_timeline(app, *options);
  add_live(app, *options);
  add_times(app, *options);
  add_output(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(24)};
    question.layout = {{"state", "kind", "name", "coverage_24h", "last_ok", "since", "duration_ms", "requests",
                        "behind_ms", "sent", "dropped", "denied", "error"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(sources_request(asked.at)));
      return sources_document(*snapshot, asked.at);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
