// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/profile_connections.h"

#include <algorithm>
#include <map>

#include "app/cli/progress_line.h"
#include "app/cli/question.h"
#include "app/cli/stop_signals.h"
#include "app/session/connection/connection_check.h"
#include "app/settings/secrets.h"
#include "models/analysis/connections.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
const Layout steps_layout{{"state", "endpoint", "step", "object", "says", "fix", "without", "took_ms"}};
const Layout sheet_layout{{"endpoint", "zone", "tls", "certificate_until", "authentication", "principal", "reads",
                           "owners", "state", "address"}};

std::vector<CheckedEndpoint> ask(Streams& streams, const Options& options, const Profile& profile) {
  const StopSignals interrupt;
  const SystemClock clock;
  const Secrets secrets(ask_on_terminal);
  ProgressLine line(streams.err);
  ConnectionCheck check{.secrets = secrets, .clock = clock, .stop = interrupt.token()};
  if (ProgressLine::is_wanted(options))
    check.told = [&](const Endpoint& endpoint, const ConnectionStep& step) {
      line.draw(endpoint.object + ": " + step.step + ' ' + std::string(word(step.state)));
    };
  return check_connections(profile, check);
}

// A step that failed is an error; a right that is missing leaves the rest alone.
bool is_found(const std::vector<CheckedEndpoint>& checked, Severity at_least) {
  return std::ranges::any_of(checked, [&](const CheckedEndpoint& one) {
    return std::ranges::any_of(one.steps, [&](const ConnectionStep& step) {
      const Severity severity = step.step == "permission" ? Severity::warn : Severity::error;
      return step.state == StepState::failed && severity >= at_least;
    });
  });
}
}  // namespace

Result<int> answer_connections(Streams& streams, const Options& options, const Profile& profile,
                               const ConnectionsWanted& wanted) {
  TM_TRY(const Output output, output_of(options, streams));
  const Secrets secrets(ask_on_terminal);
  const auto checked = wanted.ask ? ask(streams, options, profile) : named_connections(profile, secrets);
  const LocalTime now = SystemClock().now();
  const Document document = wanted.boundary ? boundary_document(checked, now) : connection_document(checked, now);
  answer(streams, output, document, wanted.boundary ? sheet_layout : steps_layout);
  if (wanted.ask && document.coverage.known() && *document.coverage <= 0)
    return fail(ErrorCode::no_data, "nobody answers", {}, "see what failed first");
  return output.fail_on && is_found(checked, *output.fail_on) ? 1 : 0;
}

}  // namespace tidemark::cli
