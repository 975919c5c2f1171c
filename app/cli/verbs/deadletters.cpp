// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/question.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/load_dead_letters.h"
#include "models/analysis/dead_letters.h"

namespace tidemark::cli {

Runner deadletters_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::minutes(2)};
    question.layout = {{"topic", "origin", "connector_or_group", "depth_upper", "rate", "oldest_age_ms", "last_age_ms",
                        "why", "read", "unread", "known_by", "suggested_origin"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto loaded, load_dead_letters(asked.timeline, asked.at, asked.filter, asked.profile));
      return dead_letters_document(*loaded.snapshot, asked.at, asked.filter, loaded.profile);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
