// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/diagnosis.h"

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
Result<Document> diagnosis(const Asked& asked, bool time_given) {
  TM_TRY(const auto snapshot, asked.timeline.load(diagnosis_request(asked.at, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  // A question about now is asked now, however old the newest sample is.
  TM_TRY(const auto snoozes, snoozed_findings(asked.file, time_given ? asked.at : SystemClock().now()));
  return diagnosis_document(*snapshot, asked.at, rule_texts(), asked.filter, profile, snoozes);
}
}  // namespace

Runner diagnose_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(1)};
    question.layout = {{"leading", "severity", "rule", "path", "title", "since", "next", "owner", "confidence",
                        "missing", "contradicting", "snoozed_until", "id"}};
    question.answer = [options](const Asked& asked) {
      return diagnosis(asked, !options->at.empty() || !options->to.empty());
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
