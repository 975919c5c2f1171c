// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/alignment.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "models/analysis/ledger.h"

namespace tidemark::cli {
namespace {
Result<Document> align(const Asked& asked) {
  TM_TRY(const auto snapshot, asked.timeline.load(align_request(asked.at, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  return align_document(*snapshot, asked.at, asked.filter, profile);
}

// Without a window the last commits of each table, however old.
Result<Document> ledger(const Asked& asked, bool window_given) {
  const LocalTime end = window_given ? asked.to : asked.at;
  TM_TRY(const auto snapshot, asked.timeline.load(ledger_request(asked.from, end, asked.filter)));
  TM_CHECK(tables_in_reach(*snapshot, asked, {}));
  return ledger_document(*snapshot, window_given ? std::optional(asked.from) : std::nullopt, end, asked.filter);
}
}  // namespace

Runner align_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto wants_ledger = std::make_shared<bool>(false);
  add_all(app, *options);
  app.add_flag("--ledger", *wants_ledger, "The commits of each table, and how each follows on the one before");
  return [options, wants_ledger](Streams& streams) {
    Question question{.window = std::chrono::hours(1)};
    if (*wants_ledger)
      question.layout = {{"relation", "table", "committed_at", "snapshot_id", "operation", "added_records", "commit_id",
                          "missing", "again", "partial", "rolled_back"}};
    else
      question.layout = {{"state", "table", "topic", "partition", "commit_gap", "not_landed_since", "unread", "durable",
                          "committed", "high", "complete_through", "evidence", "reason"}};
    question.answer = [options, wants_ledger](const Asked& asked) -> Result<Document> {
      return *wants_ledger ? ledger(asked, !options->from.empty()) : align(asked);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
