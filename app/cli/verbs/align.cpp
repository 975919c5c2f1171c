// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/alignment.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/count_records.h"
#include "app/settings/secrets.h"

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

// Records are read only where the profile that is named allows it; else their offsets bound them.
Result<Document> verify(const Asked& asked, bool window_given) {
  const LocalTime end = window_given ? asked.to : asked.at;
  const auto from = window_given ? std::optional(asked.from) : std::nullopt;
  TM_TRY(const auto snapshot, asked.timeline.load(ledger_request(asked.from, end, asked.filter)));
  TM_CHECK(tables_in_reach(*snapshot, asked, {}));
  RecordCounts counts;
  if (asked.profile) {
    const StopSignals signals;
    const Secrets secrets(ask_on_terminal);
    const auto ranges = ranges_of(commits_to_verify(*snapshot, from, end, asked.filter));
    counts = count_records(ranges, *asked.profile, secrets, signals.token());
  }
  return verify_document(*snapshot, from, end, asked.filter, counts);
}

struct Wanted {
  bool ledger = false;
  bool verify = false;
};

Layout layout_of(const Wanted& wanted) {
  if (wanted.verify)
    return {{"verdict", "table", "snapshot_id", "committed_at", "added_records", "log_records", "offsets", "difference",
             "completeness", "reason"}};
  if (wanted.ledger)
    return {{"relation", "table", "committed_at", "snapshot_id", "operation", "added_records", "commit_id", "missing",
             "again", "partial", "rolled_back"}};
  return {{"state", "table", "topic", "partition", "commit_gap", "not_landed_since", "unread", "durable", "committed",
           "high", "complete_through", "evidence", "reason"}};
}
}  // namespace

Runner align_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto wanted = std::make_shared<Wanted>();
  add_all(app, *options);
  auto* ledger_flag =
      app.add_flag("--ledger", wanted->ledger, "The commits of each table, and how each follows on the one before");
  app.add_flag("--verify", wanted->verify,
               "Rows that the last commit added against records in the log (with --from: all commits since)")
      ->excludes(ledger_flag);
  return [options, wanted](Streams& streams) {
    Question question{.window = std::chrono::hours(1)};
    question.layout = layout_of(*wanted);
    question.answer = [options, wanted](const Asked& asked) -> Result<Document> {
      if (wanted->verify) return verify(asked, !options->from.empty());
      return wanted->ledger ? ledger(asked, !options->from.empty()) : align(asked);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
