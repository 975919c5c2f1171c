// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/incident_window.h"

#include <CLI/App.hpp>

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
}  // namespace

void add_baseline(CLI::App& app, std::string& baseline) {
  app.add_option("--baseline", baseline,
                 "What the window is compared with: a duration before it, or the time at which the baseline begins "
                 "(default: as long as the window, right before it)")
      ->type_name("DURATION|TIME");
}

Result<OnsetWindow> incident_window(const Asked& asked, bool from_given, const std::string& baseline) {
  TM_TRY(OnsetWindow window, asked_window(asked, from_given));
  TM_CHECK(put_baseline(baseline, window));
  return window;
}

}  // namespace tidemark::cli
