// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/review/rules.h"

#include <cmath>

namespace tidemark::review_rules {
namespace {
struct Minutes {
  double good = 0;
  double bad = 0;
  double unknown = 0;
  double known() const { return good + bad; }
  double all() const { return known() + unknown; }
};

// Of one path that has a target.
Outcome of_path(const FactsOf& path, const RowEvidence& row, Judged& judged) {
  const Minutes minutes{path.real("good").value_or(0), path.real("bad").value_or(0), path.real("unknown").value_or(0)};
  const std::string name = path.name();
  if (minutes.known() <= 0) {
    judged.say("V06", path.object(), {{"name", name}, {"what", "its age"}});
    return Outcome::unknown;
  }
  judged.metric = true;
  const double allowed = 1 - path.real("objective").value_or(99) / 100;
  const double share = minutes.known() / minutes.all();
  const auto missed = [&](double bad, double of) { return bad > allowed * of + 1e-9; };
  const std::map<std::string, std::string> said{{"name", name},
                                                {"bad", std::to_string(std::llround(minutes.bad))},
                                                {"known", std::to_string(std::llround(minutes.known()))},
                                                {"allowed", percent(allowed)}};
  // Late minutes that are too many of all of them are so whatever the others were.
  if (missed(minutes.bad, minutes.all())) {
    judged.say("V10", path.object(), said);
    return Outcome::fail;
  }
  const auto thin = [&](double wanted) {
    judged.say("V05", path.object(), {{"name", name}, {"coverage", percent(share)}, {"wanted", percent(wanted)}});
  };
  if (share < row.threshold("coverage_least", 0.5)) {
    thin(row.threshold("coverage_least", 0.5));
    return Outcome::unknown;
  }
  if (missed(minutes.bad, minutes.known())) {
    judged.say("V10", path.object(), said);
    return Outcome::fail;
  }
  judged.say("V14", path.object(), said);
  Outcome outcome = Outcome::pass;
  if (share < row.threshold("coverage", 0.9)) {
    thin(row.threshold("coverage", 0.9));
    outcome = Outcome::partial;
  }
  const auto burst = path.real("burst_minutes"), late = path.real("burst_bad");
  if (!burst || !late || *burst <= 0) {
    judged.say("V12", path.object(), {{"name", name}});
    return std::min(outcome, Outcome::partial);
  }
  judged.exercised = true;
  if (!missed(*late, *burst)) return outcome;
  judged.say("V11", path.object(),
             {{"name", name},
              {"bad", std::to_string(std::llround(*late))},
              {"minutes", std::to_string(std::llround(*burst))}});
  return Outcome::fail;
}
}  // namespace

Judged freshness(const RowEvidence& row) {
  Judged judged;
  std::optional<Outcome> worst;
  for (const FactsOf& path : row.objects("path")) {
    if (!path.number("target_ms")) {
      judged.say("V13", path.object(), {{"name", path.name()}});
      continue;
    }
    judged.threshold = true;
    const Outcome outcome = of_path(path, row, judged);
    worst = worst ? std::min(*worst, outcome) : outcome;
  }
  judged.outcome = worst.value_or(Outcome::unknown);
  return judged;
}

}  // namespace tidemark::review_rules
