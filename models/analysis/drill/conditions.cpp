// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/drill/conditions.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
using Rule = void (*)(const DrillCondition&, const JudgedCase&, DrillJudge&);

double limit(const DrillCondition& condition, const char* name, double fallback) {
  const auto found = condition.limits.find(name);
  return found == condition.limits.end() ? fallback : found->second;
}

std::string seconds(Millis time) { return std::to_string(time.count() / 1000); }

bool said_yes(const DrillCase& of, const std::string& question) {
  const DrillStamp* said = question.empty() ? nullptr : of.run.answered(question);
  return said && said->answer == "yes";
}

void duplicates(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const auto& number = judged.measures.duplicates;
  if (!number) return number.reason() == Reason::not_applicable ? void() : judge.say(Outcome::unknown, "D51");
  if (*number == 0) return judge.say(Outcome::pass, "D50");
  const bool harmless = said_yes(judged.of, condition.question);
  judge.say(harmless ? Outcome::pass : condition.otherwise, harmless ? "D53" : "D52",
            {{"offsets", std::to_string(*number)}});
}

// The longest time in which a partition of what moves stood still.
void judge_pause(Mover mover, const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillCase& of = judged.of;
  const Millis most(static_cast<std::int64_t>(limit(condition, "seconds", 60) * 1000));
  Millis longest{0};
  Millis error{0};
  for (const DrillPath& path : of.paths)
    for (const Stand& stand : stands_of(path, mover, *of.fault - of.slack, of.at))
      if (stand.length() > longest) {
        longest = stand.length();
        error = path.interval;
      }
  const bool any = std::ranges::any_of(of.paths, [](const DrillPath& path) {
    return std::ranges::any_of(path.parts, [](const DrillPart& part) { return part.group.size() > 1; });
  });
  if (!any) return judge.say(Outcome::unknown, "D54");
  const bool over = longest - error > most;
  judge.say(over ? condition.otherwise : Outcome::pass, over ? "D56" : "D55",
            {{"what", mover == Mover::produced ? "production" : "reading"},
             {"seconds", seconds(longest)},
             {"limit", seconds(most)}});
}
void pause(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  judge_pause(Mover::read, condition, judged, judge);
}
void produce_pause(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  judge_pause(Mover::produced, condition, judged, judge);
}

void before_isr(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillCase& of = judged.of;
  if (of.sync.empty()) return judge.say(Outcome::unknown, "D57");
  std::optional<LocalTime> short_at, full_at;
  for (const SyncChange& change : of.sync) {
    if (change.at <= *of.fault - of.slack) continue;
    if (!change.full && !short_at) short_at = change.at;
    full_at = change.full ? full_at ? full_at : change.at : std::nullopt;
  }
  if (!short_at) return judge.say(Outcome::unknown, "D58");
  const auto& recovered = judged.measures.recovered_at;
  if (!recovered) return judge.say(Outcome::unknown, "D59");
  const bool before = !full_at || *recovered < *full_at;
  judge.say(before ? Outcome::pass : condition.otherwise, before ? "D60" : "D61",
            {{"waited_on", judged.measures.waited_on.value_or("cannot tell")}});
}

void in_sync(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  if (judged.of.sync.empty()) return judge.say(Outcome::unknown, "D57");
  const bool full = judged.of.sync.back().full;
  judge.say(full ? Outcome::pass : condition.otherwise, full ? "D62" : "D63");
}

void no_offline(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  if (judged.of.sync.empty()) return judge.say(Outcome::unknown, "D57");
  const bool offline = std::ranges::any_of(judged.of.sync, [&](const SyncChange& change) {
    return change.offline && change.at > *judged.of.fault - judged.of.slack;
  });
  judge.say(offline ? condition.otherwise : Outcome::pass, offline ? "D65" : "D64");
}

void no_finding(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillSight& sight = judged.of.sight;
  std::string rules;
  for (const std::string& rule : condition.of) rules += (rules.empty() ? "" : ", ") + rule;
  for (const DrillFinding& finding : sight.findings)
    if (finding.lo && finding.hi > *judged.of.fault - judged.of.slack &&
        std::ranges::find(condition.of, finding.rule) != condition.of.end())
      return judge.say(condition.otherwise, "D67", {{"rule", finding.rule}, {"title", finding.title}});
  const bool blind =
      std::ranges::any_of(condition.of, [&](const std::string& rule) { return sight.cannot_run.contains(rule); });
  judge.say(blind ? Outcome::unknown : Outcome::pass, blind ? "D68" : "D66", {{"rules", rules}});
}

// The other partitions of a path went on: those that somebody else reads do not count.
void others_keep(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillCase& of = judged.of;
  std::size_t parts = 0, all_stood = 0;
  std::size_t stood = 0;
  for (const DrillPath& path : of.paths) {
    if (path.parts.size() < 2) continue;  // there are no others
    Millis usual{0};
    for (const Stand& stand : stands_of(path, Mover::read, of.steady_from, of.begin))
      usual = std::max(usual, stand.length());
    std::set<TopicPartition> of_path;
    for (const Stand& stand : stands_of(path, Mover::read, *of.fault - of.slack, of.at))
      if (stand.length() > usual + 2 * path.interval) of_path.insert(stand.partition);
    parts += path.parts.size();
    stood += of_path.size();
    if (of_path.size() == path.parts.size()) all_stood += of_path.size();
  }
  if (parts == 0) return;
  judge.say(all_stood > 0 ? condition.otherwise : Outcome::pass, all_stood > 0 ? "D70" : "D69",
            {{"stood", std::to_string(stood)}, {"all", std::to_string(all_stood > 0 ? all_stood : parts)}});
}

void time(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillStamp* from = judged.of.run.stamped(condition.from);
  const DrillStamp* to = judged.of.run.stamped(condition.to);
  if (!from || !to) return judge.say(Outcome::unknown, "D71", {{"from", condition.from}, {"to", condition.to}});
  const Millis took = to->at - from->at;
  const Millis most(static_cast<std::int64_t>(limit(condition, "seconds", 0) * 1000));
  judge.say(took > most ? condition.otherwise : Outcome::pass, took > most ? "D73" : "D72",
            {{"from", condition.from}, {"to", condition.to}, {"seconds", seconds(took)}, {"limit", seconds(most)}});
}

void answer(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const DrillStamp* said = judged.of.run.answered(condition.question);
  const std::map<std::string, std::string> params{
      {"title", condition.title}, {"question", condition.question}, {"name", said ? said->by : ""}};
  if (!said) return judge.say(Outcome::unknown, "D74", params);
  const bool yes = said->answer == "yes";
  judge.say(yes ? Outcome::pass : condition.otherwise, yes ? "D75" : "D76", params);
}

// The newest replay of a group in scope that began in the drill; null where there is none.
const ReplayRow* replay_of(const DrillCase& of) {
  const ReplayRow* out = nullptr;
  for (const ReplayRow& row : of.sight.replays) {
    const bool near = std::ranges::any_of(of.paths, [&](const DrillPath& path) {
      return path.cluster == row.replay.cluster && path.group == row.replay.group && path.topic == row.replay.topic;
    });
    if (near && row.replay.begun && row.replay.begun_at > of.begin &&
        (!out || row.replay.begun_at > out->replay.begun_at))
      out = &row;
  }
  return out;
}

void approved_first(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const ReplayRow* row = replay_of(judged.of);
  if (!row) return judge.say(Outcome::unknown, "D77");
  const bool approved = row->replay.declared && !row->replay.declared->approver.empty() && !row->replay.late;
  judge.say(approved ? Outcome::pass : condition.otherwise, approved ? "D78" : "D79",
            {{"approver", approved ? row->replay.declared->approver : ""}});
}

void replayed(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const ReplayRow* row = replay_of(judged.of);
  if (!row) return judge.say(Outcome::unknown, "D77");
  const bool bounded = row->replay.declared && !row->replay.declared->from.empty() && !row->replay.declared->to.empty();
  const auto& done = row->progress.done;
  if (!bounded || !done) return judge.say(Outcome::unknown, "D80");
  std::int64_t wanted = 0;
  for (const auto& [partition, to] : row->replay.declared->to) {
    const auto from = row->replay.declared->from.find(partition);
    if (from != row->replay.declared->from.end()) wanted += to - from->second;
  }
  const auto off = static_cast<double>(std::llabs(*done - wanted));
  const bool met = off <= limit(condition, "share", 0.01) * static_cast<double>(wanted);
  judge.say(met ? Outcome::pass : condition.otherwise, met ? "D81" : "D82",
            {{"done", std::to_string(*done)}, {"wanted", std::to_string(wanted)}});
}

void throttled(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const ReplayRow* row = replay_of(judged.of);
  if (!row) return judge.say(Outcome::unknown, "D77");
  const bool is = row->replay.declared && !row->replay.declared->throttle.empty();
  judge.say(is ? Outcome::pass : condition.otherwise, is ? "D83" : "D84");
}

void live_within(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  const ReplayRow* row = replay_of(judged.of);
  if (!row) return judge.say(Outcome::unknown, "D77");
  bool known = !row->impact.empty();
  for (const LiveImpact& impact : row->impact) {
    known = known && impact.verdict.known();
    if (impact.verdict && *impact.verdict == ImpactVerdict::slower)
      return judge.say(condition.otherwise, "D86", {{"group", impact.group.value()}});
  }
  judge.say(known ? Outcome::pass : Outcome::unknown, known ? "D85" : "D87");
}

constexpr std::array rules = std::to_array<std::pair<std::string_view, Rule>>({{"duplicates", duplicates},
                                                                               {"pause", pause},
                                                                               {"produce-pause", produce_pause},
                                                                               {"before-isr", before_isr},
                                                                               {"in-sync", in_sync},
                                                                               {"no-offline", no_offline},
                                                                               {"no-finding", no_finding},
                                                                               {"others-keep", others_keep},
                                                                               {"time", time},
                                                                               {"answer", answer},
                                                                               {"approved-first", approved_first},
                                                                               {"replayed", replayed},
                                                                               {"throttled", throttled},
                                                                               {"live-within", live_within}});
const Rule* rule_named(std::string_view name) {
  for (const auto& [known, rule] : rules)
    if (known == name) return &rule;
  return nullptr;
}
}  // namespace

bool is_drill_condition(std::string_view rule) { return rule_named(rule) != nullptr; }

void judge_condition(const DrillCondition& condition, const JudgedCase& judged, DrillJudge& judge) {
  if (const Rule* rule = rule_named(condition.rule)) (*rule)(condition, judged, judge);
}

}  // namespace tidemark
