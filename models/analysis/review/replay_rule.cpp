// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/rules.h"

namespace tidemark::review_rules {
namespace {
// Whether retention lets a path read again as far back as its class says.
Outcome covers(const FactsOf& path, const RowEvidence& row, Judged& judged) {
  const std::string name = path.name();
  Outcome outcome = Outcome::pass;
  const auto window = path.number("window_ms"), retention = path.number("retention_ms");
  const bool unlimited = !retention && retention.reason() == Reason::not_applicable;
  judged.metric = judged.metric || retention || unlimited;
  if (path.flag("compacted").value_or(false) && row.threshold("latest_state_is_enough", 0) <= 0) {
    judged.say("V21", path.object(), {{"name", name}});
    outcome = Outcome::partial;
  }
  if (!window) {
    judged.say("V22", path.object(), {{"name", name}});
    return std::min(outcome, Outcome::partial);
  }
  judged.threshold = true;
  if (retention && *retention < *window) {
    judged.say("V20", path.object(),
               {{"name", name}, {"retention", time_words(*retention)}, {"window", time_words(*window)}});
    return Outcome::fail;
  }
  if (retention || unlimited) return outcome;
  judged.say("V06", path.object(), {{"name", name}, {"what", "how long it keeps records"}});
  return Outcome::unknown;
}
}  // namespace

Judged replay(const RowEvidence& row) {
  Judged judged;
  Outcome covered = Outcome::pass;
  const auto paths = row.objects("path");
  for (const FactsOf& path : paths) covered = std::min(covered, covers(path, row, judged));
  if (paths.empty()) covered = Outcome::unknown;
  Outcome done = Outcome::unknown;
  for (const FactsOf& replayed : row.objects("replay")) {
    judged.exercised = true;
    const std::string name = replayed.name();
    if (replayed.number("lost").value_or(0) > 0) {
      judged.say("V23", replayed.object(), {{"name", name}});
      done = Outcome::fail;
    } else if (replayed.number("slower").value_or(0) > 0) {
      judged.say("V24", replayed.object(), {{"name", name}});
      if (done != Outcome::fail) done = Outcome::partial;
    } else if (replayed.flag("finished").value_or(false) && done == Outcome::unknown) {
      done = Outcome::partial;  // what happened once is no drill
    }
  }
  const Outcome rehearsed = drill(row, "drill:D", judged);
  if (done == Outcome::fail || covered == Outcome::fail || rehearsed == Outcome::fail)
    judged.outcome = Outcome::fail;
  else
    judged.outcome = std::min(covered, rehearsed == Outcome::unknown ? done : rehearsed);
  return judged;
}

}  // namespace tidemark::review_rules
