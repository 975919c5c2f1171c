// SPDX-License-Identifier: GPL-3.0-or-later
#include <CLI/App.hpp>

#include "app/cli/profile_choice.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/tables_carried.h"
#include "app/settings/secrets.h"
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
}  // namespace

Runner tables_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto carries = std::make_shared<bool>(false);
  add_profile(app, *options);
  add_filters(app, *options);
  add_output(app, *options);
  app.add_flag("--carries", *carries, "What each table carries of its writer's progress, and a rule for the profile")
      ->required();
  app.add_flag("--live", options->live, "The catalogs themselves, which are read in any case");
  return [options, carries](Streams& streams) {
    const auto status = carried(streams, *options);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
