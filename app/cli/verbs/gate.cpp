// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/gate.h"

#include <CLI/App.hpp>
#include <algorithm>
#include <ostream>
#include <sstream>

#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
constexpr int cannot_tell = 3;
constexpr Millis asked_every{2'000};

struct Wanted {
  std::string through;
  std::string wait;
};

int status_of(GateVerdict verdict) {
  switch (verdict) {
    case GateVerdict::yes:
      return 0;
    case GateVerdict::no:
      return 1;
    case GateVerdict::cannot_tell:
      break;
  }
  return cannot_tell;
}

// One answer: its text, and the status that it means.
struct Said {
  std::string text;
  std::string errors;
  int status = cannot_tell;
};

Said said(const Options& options, LocalTime through, bool terminal) {
  std::ostringstream out, err;
  Streams streams{out, err, terminal};
  std::optional<GateVerdict> verdict;
  Question question{.window = std::chrono::hours(1)};
  question.layout = {{"verdict", "table", "through", "complete_through", "evidence", "reason"}};
  question.answer = [&](const Asked& asked) -> Result<Document> {
    TM_TRY(const auto snapshot, asked.timeline.load(align_request(asked.at, asked.filter)));
    TM_TRY(const Profile profile, profile_of(asked, *snapshot));
    TM_CHECK(tables_in_reach(*snapshot, asked, profile));
    const auto rows = gate_rows(*snapshot, asked.at, through, asked.filter, profile);
    verdict = gate_verdict(rows);
    return gate_document(*snapshot, asked.at, rows, asked.filter);
  };
  const int status = ask(streams, options, question);
  return {out.str(), err.str(), verdict && status == 0 ? status_of(*verdict) : status};
}

Result<int> gate(Streams& streams, const Options& options, const Wanted& wanted) {
  const SystemClock clock;
  if (options.filter.table.empty()) return fail(ErrorCode::usage, "no table is named", "--table", "write --table NAME");
  if (wanted.through.empty())
    return fail(ErrorCode::usage, "no time is named", "--through", "write --through 2026-01-31T00:00:00Z");
  TM_TRY(const auto through, time_of(wanted.through, "--through", clock.now()));
  TM_TRY(const auto wait, duration_of(wanted.wait, "--wait"));
  if (wait && !options.at.empty())
    return fail(ErrorCode::usage, "--wait and --at exclude each other", {}, "leave one of them out");
  const MonoTime end = clock.mono() + wait.value_or(Millis(0));
  Said last = said(options, *through, streams.out_is_terminal);
  if (wait) {
    const StopSignals signals;
    while ((last.status == 1 || last.status == cannot_tell) && clock.mono() < end &&
           clock.wait(signals.token(), std::min<Millis>(asked_every, end - clock.mono())))
      last = said(options, *through, streams.out_is_terminal);
  }
  streams.out << last.text;
  streams.err << last.errors;
  return last.status;
}
}  // namespace

Runner gate_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto wanted = std::make_shared<Wanted>();
  add_all(app, *options);
  app.add_option("--through", wanted->through, "The time through which the table must be complete")->type_name("TIME");
  app.add_option("--wait", wanted->wait, "Ask again until it is, at most for this long")->type_name("DURATION");
  return [options, wanted](Streams& streams) {
    const auto status = gate(streams, *options, *wanted);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
