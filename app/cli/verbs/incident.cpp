// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/incident.h"

#include <CLI/App.hpp>

#include "app/cli/question.h"
#include "app/cli/verbs/incident_window.h"
#include "app/cli/verbs/table_choice.h"
#include "app/cli/verbs/verbs.h"
#include "app/session/finding_text.h"
#include "app/session/people.h"

namespace tidemark::cli {
namespace {
Result<Document> incident(const Asked& asked, bool from_given, const std::string& baseline, bool compare) {
  TM_TRY(const OnsetWindow window, incident_window(asked, from_given, baseline));
  TM_TRY(const auto snapshot, asked.timeline.load(incident_request(window, asked.filter)));
  TM_TRY(const Profile profile, profile_of(asked, *snapshot));
  TM_CHECK(tables_in_reach(*snapshot, asked, profile));
  TM_TRY(const auto noted, noted_events(asked.file));
  std::vector<Comparison> compared;
  if (compare) compared = comparisons(*snapshot, window, asked.filter, profile);
  return incident_document(incident_of(*snapshot, window, asked.filter, profile, noted), finding_text, compared);
}
}  // namespace

Runner incident_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  const auto baseline = std::make_shared<std::string>();
  add_timeline(app, *options);
  add_profile(app, *options);
  add_times(app, *options);
  add_baseline(app, *baseline);
  const auto compare = std::make_shared<bool>(false);
  app.add_flag("--compare", *compare, "say in which partitions the gap grew, and what these have in common");
  add_filters(app, *options);
  add_output(app, *options);
  return [options, baseline, compare](Streams& streams) {
    Question question{.window = longest_onset_window};
    question.layout = {{"rank", "text", "layer", "onset_lo", "onset_hi", "ordered_by"}};
    question.answer = [options, baseline, compare](const Asked& asked) {
      return incident(asked, !options->from.empty(), *baseline, *compare);
    };
    return ask(streams, *options, question);
  };
}

}  // namespace tidemark::cli
