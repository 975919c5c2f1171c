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
    question.layout = {
        {"state", "kind", "name", "coverage_24h", "last_ok", "since", "duration_ms", "requests", "denied", "error"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      SnapshotRequest request;
      request.from = asked.at - std::chrono::hours(24);
      request.to = asked.at;
      request.object_names = {"none:"};  // polls, costs and errors are wanted, no samples
      TM_TRY(const auto snapshot, asked.timeline.load(request));
      return sources_document(*snapshot, asked.at);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
