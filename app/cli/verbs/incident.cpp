// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/incident.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"
#include "models/domain/clock.h"

namespace tidemark::cli {
namespace {
// A duration: so much before the window. A time: from there on as long as the window.
Result<> put_baseline(const std::string& text, OnsetWindow& window) {
  if (text.empty()) return {};
  if (const auto length = parse_duration(text); length && *length > Millis(0)) {
    window.base_from = window.from - *length;
    return {};
  }
  const auto begin = parse_time(text, SystemClock().now());
  if (!begin)
    return fail(ErrorCode::usage, "\"" + text + "\" is neither a duration nor a time", "--baseline",
                "write 30m for what is right before the window, or the time at which the baseline begins");
  window.base_from = *begin;
  window.base_to = *begin + (window.to - window.from);
  if (window.base_to > window.from)
    return fail(ErrorCode::usage, "the baseline ends inside the window", "--baseline", "choose an earlier begin");
  return {};
}

// The bounds of the history, without reading samples.
Result<OnsetWindow> asked_window(const Asked& asked, bool from_given) {
  if (from_given) return window_of(asked.from, asked.to);
  SnapshotRequest request;
  request.from = request.to = asked.to;
  request.object_names = {"none:"};
  request.states = request.events = false;
  TM_TRY(const auto bounds, asked.timeline.load(request));
  return default_window(*bounds, asked.to);
}

Result<Document> incident(const Asked& asked, bool from_given, const std::string& baseline) {
  TM_TRY(OnsetWindow window, asked_window(asked, from_given));
  TM_CHECK(put_baseline(baseline, window));
  TM_TRY(const auto snapshot, asked.timeline.load(incident_request(window, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  TM_TRY(const auto noted, noted_events(asked.logbook));
  return incident_document(incident_of(*snapshot, window, asked.filter, profile, noted), finding_text);
}
}  // namespace

Runner incident_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto baseline = std::make_shared<std::string>();
  add_timeline(app, *options);
  add_profile(app, *options);
  add_times(app, *options);
  app.add_option("--baseline", *baseline,
                 "What the window is compared with: a duration before it, or the time at which the baseline begins "
                 "(default: as long as the window, right before it)")
      ->type_name("DURATION|TIME");
  add_filters(app, *options);
  add_output(app, *options);
  return [options, baseline](Streams& streams) {
    Question question{.window = longest_onset_window};
    question.layout = {{"rank", "text", "layer", "onset_lo", "onset_hi", "ordered_by"}};
    question.answer = [options, baseline](const Asked& asked) {
      return incident(asked, !options->from.empty(), *baseline);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
