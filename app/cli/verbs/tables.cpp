// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/tables_carried.h"
#include "app/settings/secrets.h"
#include "models/analysis/table_sheet.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
Result<int> carried(Streams& streams, const Options& options) {
  TM_TRY(const Output output, output_of(options, streams));
  TM_TRY(const auto log, Log::open(options, streams));
  TM_TRY(const Profile profile, choose_profile(options, *log));
  const StopSignals signals;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  TM_TRY(const Document document, tables_carried(profile, options.filter, secrets, clock, signals.token()));
  return answer(streams, output, document, {{"table", "version", "key", "value", "writer", "known", "reads"}});
}

int made_of(Streams& streams, const Options& options) {
  Question question{.window = std::chrono::minutes(10)};
  question.layout = {{"table", "format", "files", "bytes", "mean_file_bytes", "delete_files", "deletion_vectors",
                      "versions", "conflicts", "compacted_at", "cleaned_at", "expired_hi", "committed_at"}};
  question.answer = [](const Asked& asked) -> Result<Document> {
    TM_TRY(const auto snapshot, asked.timeline.load(table_sheet_request(asked.at)));
    TM_TRY(const Profile profile, profile_of(asked, *snapshot));
    TM_CHECK(tables_in_reach(*snapshot, asked, profile));
    return tables_document(*snapshot, asked.at, asked.filter, profile);
  };
  return ask(streams, options, question);
}
}  // namespace

Runner tables_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto carries = std::make_shared<bool>(false);
  add_all(app, *options);
  app.add_flag("--carries", *carries,
               "Read from the catalogs: what each table carries of its writer's progress, and a rule for the profile");
  return [options, carries](Streams& streams) {
    if (!*carries) return made_of(streams, *options);
    const auto status = carried(streams, *options);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
