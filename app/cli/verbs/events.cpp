// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/events.h"

#include <algorithm>

#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/people.h"

namespace tidemark::cli {

Runner events_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(24)};
    question.layout = {{"at", "severity", "layer", "kind", "object", "text"}};
    question.answer = [options](const Asked& asked) -> Result<Document> {
      SnapshotRequest request = lag_request(asked.at, asked.filter);
      request.from = asked.from;
      request.to = asked.to;
      request.signal_names = {"floor", "high"};
      request.signal_prefixes = {"group:"};  // offsets that fall or leap are events
      request.ages_from_history = false;
      TM_TRY(const auto snapshot, asked.timeline.load(request));
      TM_TRY(const auto noted, noted_events(asked.file));
      // What was noted after the newest sample is in a window that nobody bounded.
      LocalTime to = asked.to;
      if (options->to.empty() && options->at.empty() && !noted.empty()) to = std::max(to, noted.back().hi);
      return events_document(*snapshot, asked.from, to, asked.filter, noted);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
