// SPDX-License-Identifier: GPL-3.0-or-later
// The verdict that is proposed: the worst of what every drill is judged by and of its template's own conditions.
#include <algorithm>
#include <array>

#include "models/analysis/drill/conditions.h"
#include "models/analysis/lane_family.h"

namespace tidemark {
namespace {
std::string percent(double share) { return std::to_string(static_cast<std::int64_t>(share * 100)); }

void judge_course(const DrillCase& of, DrillJudge& judge) {
  if (of.run.aborted) {
    const bool stop = of.run.aborted->stop;
    judge.say(stop ? Outcome::fail : Outcome::unknown, stop ? "D20" : "D21", {{"reason", of.run.aborted->reason}});
  }
  for (const DrillCheck& check : of.run.before)
    if (check.outcome != Outcome::pass) judge.say(Outcome::partial, "D22", {{"check", check.id}});
  if (!of.fault) judge.say(Outcome::unknown, "D23");
  for (const DrillStep& step : of.run.of.steps)
    if (!step.optional && !of.run.stamped(step.id)) judge.say(Outcome::unknown, "D24", {{"step", step.title}});
  if (of.run.owner.empty()) judge.say(Outcome::partial, "D25");
  if (of.paths.empty()) judge.say(Outcome::unknown, "D03");
}

void judge_coverage(const DrillCase& of, const DrillMeasures& measures, DrillJudge& judge) {
  constexpr double least = 0.5;
  if (!measures.coverage) return judge.say(Outcome::unknown, "D26");
  if (*measures.coverage < of.run.of.coverage)
    judge.say(*measures.coverage < least ? Outcome::unknown : Outcome::partial, "D27",
              {{"coverage", percent(*measures.coverage)}, {"wanted", percent(of.run.of.coverage)}});
}

void judge_loss(const DrillMeasures& measures, DrillJudge& judge) {
  if (measures.holes.value_or(0) > 0)
    judge.say(Outcome::fail, "D28",
              {{"holes", std::to_string(*measures.holes)}, {"missing", std::to_string(measures.missing.value_or(0))}});
  else if (!measures.holes && measures.holes.reason() != Reason::not_applicable)
    judge.say(Outcome::unknown, "D29");
  if (measures.overtaken.value_or(0) > 0)
    judge.say(Outcome::fail, "D30", {{"offsets", std::to_string(*measures.overtaken)}});
  else if (!measures.overtaken)
    judge.say(Outcome::unknown, "D31");
}

void judge_signals(const std::vector<SeenSignal>& signals, DrillJudge& judge) {
  for (const SeenSignal& signal : signals) {
    if (signal.early) judge.say(Outcome::partial, "D34", {{"signal", signal.title}});
    if (signal.optional) continue;
    if (signal.state == SeenState::unknown)
      judge.say(Outcome::unknown, "D32", {{"signal", signal.title}, {"why", std::string(word(signal.at.reason()))}});
    else if (signal.state == SeenState::not_seen)
      judge.say(Outcome::partial, "D33", {{"signal", signal.title}});
  }
}

void judge_recovery(const DrillCase& of, const DrillMeasures& measures, DrillJudge& judge) {
  const auto seconds = [](Millis time) { return std::to_string(time.count() / 1000); };
  if (measures.recover.after) {
    const Millis certain = *measures.recover.after - measures.recover.error;
    const std::map<std::string, std::string> params{
        {"took", seconds(*measures.recover.after)},
        {"error", seconds(std::chrono::ceil<std::chrono::seconds>(measures.recover.error))},
        {"target", seconds(of.run.of.recover_within)}};
    // Not within the target for certain is beyond it: the time is told as it was seen.
    const bool late = *measures.recover.after > of.run.of.recover_within;
    judge.say(late ? Outcome::partial : Outcome::pass,
              late ? (certain > of.run.of.recover_within ? "D35" : "D36") : "D37", params);
  } else if (measures.recover.after.reason() != Reason::not_applicable) {
    judge.say(Outcome::unknown, "D38", {{"why", std::string(word(measures.recover.after.reason()))}});
  } else {
    const auto from = of.restore ? of.restore : of.fault;
    const bool over = !measures.coming_back && from && of.at - *from >= of.run.of.watch;
    judge.say(over ? Outcome::fail : Outcome::unknown, over ? "D39" : "D40", {{"watch", seconds(of.run.of.watch)}});
  }
}
}  // namespace

DrillProposal proposed(const DrillCase& of, const std::vector<SeenSignal>& signals, const DrillMeasures& measures) {
  DrillJudge judge;
  judge_course(of, judge);
  judge_coverage(of, measures, judge);
  if (of.fault && !of.paths.empty()) {
    judge_loss(measures, judge);
    judge_signals(signals, judge);
    judge_recovery(of, measures, judge);
    if (measures.manual_steps > 0)
      judge.say(Outcome::partial, "D41", {{"steps", std::to_string(measures.manual_steps)}});
    for (const DrillCondition& condition : of.run.of.conditions) judge_condition(condition, {of, measures}, judge);
  }
  return judge.proposal;
}

DrillJudgement judge_drill(const DrillRun& run, const DrillSight& seen) {
  // A source that was slow for a while was polled at another interval: nothing is missing between the two.
  const auto joined = with_families_joined(seen.snapshot);
  const DrillSight sight = seen.over(joined ? *joined : seen.snapshot);
  const DrillCase of(run, sight);
  DrillJudgement out;
  out.seen = seen_signals(of);
  out.measures = measured(of);
  out.after = steady_state(run.of, {run.owner, run.approver, run.stop}, sight);
  out.proposal = proposed(of, out.seen, out.measures);
  return out;
}

}  // namespace tidemark
