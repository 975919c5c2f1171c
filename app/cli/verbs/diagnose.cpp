// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/diagnosis.h"

#include <algorithm>
#include <iterator>

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
// What somebody snoozed does not lead and does not fail the command; it stands last and says until when. Nothing that
// follows from it leads in its place. Rows and findings go in pairs.
void put_snoozes(const std::vector<Snooze>& snoozes, Document& document) {
  std::vector<CellRecord> rows, asleep;
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < document.rows.size(); ++i) {
    CellRecord& row = document.rows[i];
    const auto* id = std::get_if<std::string>(&row.front().cell.value);
    const auto snooze = std::ranges::find_if(snoozes, [&](const Snooze& s) { return id && *id == s.finding; });
    if (snooze == snoozes.end()) {
      row.push_back({"snoozed_until", Reason::not_applicable});
      rows.push_back(std::move(row));
      findings.push_back(std::move(document.findings[i]));
      continue;
    }
    for (CellField& field : row)
      if (field.name == "leading") field.cell = false;
    row.push_back({"snoozed_until", snooze->until});
    asleep.push_back(std::move(row));
    document.notes.push_back(snooze->finding + " is snoozed until " + rfc3339(snooze->until) +
                             (snooze->author.empty() ? "" : " by " + snooze->author) +
                             (snooze->reason.empty() ? "" : ": " + snooze->reason));
  }
  std::ranges::move(asleep, std::back_inserter(rows));
  document.rows = std::move(rows);
  document.findings = std::move(findings);
}

Result<Document> diagnosis(const Asked& asked, bool time_given) {
  TM_TRY(const auto snapshot, asked.timeline.load(diagnosis_request(asked.at, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  // A question about now is asked now, however old the newest sample is.
  TM_TRY(const auto snoozes, snoozed_findings(asked.logbook, time_given ? asked.at : SystemClock().now()));
  Document document = diagnosis_document(*snapshot, asked.at, rule_texts(), asked.filter, profile);
  put_snoozes(snoozes, document);
  return document;
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
