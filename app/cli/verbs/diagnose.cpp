// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/diagnosis.h"

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"

namespace tidemark::cli {

Runner diagnose_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(1)};
    question.layout = {{"leading", "severity", "rule", "path", "title", "since", "next", "owner", "confidence",
                        "missing", "contradicting", "id"}};
    question.answer = [](const Asked& asked) -> Result<Document> {
      TM_TRY(const auto snapshot, asked.timeline.load(diagnosis_request(asked.at, asked.filter)));
      TM_TRY(const Profile profile, profile_of(asked, *snapshot));
      TM_CHECK(tables_in_reach(*snapshot, asked, profile));
      return diagnosis_document(*snapshot, asked.at, rule_texts(), asked.filter, profile);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
