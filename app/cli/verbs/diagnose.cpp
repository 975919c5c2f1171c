// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/diagnosis.h"

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"

namespace tidemark::cli {
namespace {
// What somebody snoozed is not shown, does not fail the command, and is said. Rows and findings go in pairs.
void hide(const std::vector<Snooze>& snoozes, Document& document) {
  for (const Snooze& snooze : snoozes)
    for (std::size_t i = 0; i < document.rows.size(); ++i) {
      const auto* id = std::get_if<std::string>(&document.rows[i].front().cell.value);
      if (!id || *id != snooze.finding) continue;
      document.notes.push_back(snooze.finding + " is snoozed until " + rfc3339(snooze.until) +
                               (snooze.author.empty() ? "" : " by " + snooze.author) +
                               (snooze.reason.empty() ? "" : ": " + snooze.reason));
      document.rows.erase(document.rows.begin() + static_cast<std::ptrdiff_t>(i));
      document.findings.erase(document.findings.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
}

Result<Document> diagnosis(const Asked& asked) {
  TM_TRY(const auto snapshot, asked.timeline.load(diagnosis_request(asked.at, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  TM_TRY(const auto snoozes, snoozed_findings(asked.logbook, asked.at));
  Document document = diagnosis_document(*snapshot, asked.at, rule_texts(), asked.filter, profile);
  hide(snoozes, document);
  return document;
}
}  // namespace

Runner diagnose_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_all(app, *options);
  return [options](Streams& streams) {
    Question question{.window = std::chrono::hours(1)};
    question.layout = {{"leading", "severity", "rule", "path", "title", "since", "next", "owner", "confidence",
                        "missing", "contradicting", "id"}};
    question.answer = diagnosis;
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
