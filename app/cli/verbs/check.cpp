// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/check.h"

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/check_setup.h"
#include "app/session/finding_text.h"

namespace tidemark::cli {

Runner check_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::minutes(2), .always_live = true};
    question.layout = {{"severity", "rule", "object", "setting", "value", "wanted", "why"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(lag_request(asked.at, asked.filter)));
      TM_TRY(const Profile profile, profile_of(asked, *snapshot));
      return check_document(*snapshot, asked.at, finding_text, asked.filter, check_setup(*snapshot, asked.at, profile));
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
