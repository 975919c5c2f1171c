// SPDX-License-Identifier: GPL-3.0-or-later
// A lake whose table stops landing for a while, and a drill over it, for tests of drills. Two partitions take 10
// records a second each; the group reads a poll behind; the table commits every 6 polls, not from `fault` to `resume`.
// The drill begins at poll 110 after 10 steady minutes.
#pragma once

#include <algorithm>

#include "models/analysis/drill/drill.h"
#include "tests/support/lake.h"

namespace tidemark::test {

inline constexpr int drill_begin = 110;

struct LakeStory {
  int polls = 261;
  int fault = 120;
  int resume = 180;
  int left_out = 0;    // offsets that the first commit after the fault leaves out
  int again = 0;       // offsets that it holds again
  std::string states;  // further ones: ", {…}"
  std::string more;    // further members of the story: ", "gaps": …"
};

inline std::shared_ptr<const Snapshot> lake_of(const LakeStory& of) {
  std::string series, commits;
  for (int p = 0; p < 2; ++p)
    series += (p ? ", " : "") + mark("floor", "orders", p, R"("start": 0)") + ", " +
              mark("high", "orders", p, R"("start": 1000, "rates": [[0, 10]])") + ", " +
              mark("stable", "orders", p, R"("follow": "high")") + ", " +
              group("connect-k", "orders", p, R"("follow": "high", "delay_polls": 1)");
  int end = 1000, id = 0;
  for (int poll = 6; poll < of.polls; poll += 6) {
    if (poll >= of.fault && poll < of.resume) continue;
    const int to = 1000 + 100 * (poll - 1);
    const bool first = poll >= of.resume && poll < of.resume + 6;
    const int from = end + (first ? of.left_out - of.again : 0);
    std::string ranges;
    for (int p = 0; p < 2; ++p)
      ranges += (p ? ", " : "") + std::string("[\"orders\", ") + std::to_string(p) + ", " + std::to_string(from) +
                ", " + std::to_string(to) + "]";
    commits += (id ? ", " : "") + lake_commit(poll, id + 1, id ? std::to_string(id) : "null", ranges,
                                              R"(, "added_records": )" + std::to_string(2 * (to - from)));
    end = to;
    ++id;
  }
  return told(of.polls, R"("series": [)" + series + R"(], "tables": [{"table": "lake.orders", "format": "iceberg",
      "writer": "iceberg-connect", "adapter": "a", "group": "connect-k", "interval_ms": 60000, "timeout_ms": 30000}],
      "topics": [{"topic": "orders", "cleanup": "delete", "retention_ms": 86400000}],
      "states": [{"object": "group:connect-k", "poll": 0, "state": "Stable"},
                 {"object": "connector:k", "poll": 0, "state": "RUNNING"},
                 {"object": "task:k/0", "poll": 0, "state": "RUNNING"})" +
                            of.states + R"(], "commits": [)" + commits + "]" + of.more);
}

inline DrillTemplate commit_drill() {
  DrillTemplate out;
  out.id = "C";
  out.title = "Commits fail";
  out.slot = "drill:C";
  out.steady_for = std::chrono::minutes(10);
  out.recover_within = std::chrono::minutes(3);
  out.watch = std::chrono::minutes(10);
  out.steps = {{.id = "deny", .title = "Deny", .mark = StepMark::fault},
               {.id = "allow", .title = "Allow", .mark = StepMark::restore},
               {.id = "rollback", .title = "Roll back", .optional = true}};
  out.expected = {
      {.id = "stands", .title = "No snapshot", .sees = SignalSource::line, .of = {"landed"}, .goes = "stands"},
      {.id = "grows", .title = "The gap grows", .sees = SignalSource::line, .of = {"not_landed"}, .goes = "above"},
      {.id = "lands",
       .title = "Lands",
       .sees = SignalSource::line,
       .of = {"landed"},
       .goes = "moves",
       .after = "allow"}};
  out.conditions = {{.rule = "duplicates", .otherwise = Outcome::fail}};
  return out;
}

inline DrillStamp stamped(const char* step, int poll) {
  DrillStamp out;
  out.step = step;
  out.at = poll_time(poll);
  out.by = "bob";
  out.uuid = step;
  return out;
}

inline DrillRun drill_run_of(DrillTemplate drill, int fault = 120, int restore = 180) {
  DrillRun out;
  out.of = std::move(drill);
  out.owner = "ann";
  out.approver = "kim";
  out.stop = "lag over an hour";
  out.at = poll_time(drill_begin);
  out.id = "d";
  if (fault >= 0) out.stamps.push_back(stamped("deny", fault));
  if (restore >= 0) out.stamps.push_back(stamped("allow", restore));
  return out;
}

struct Judging {
  Filter filter;
  Profile profile;
  std::vector<DrillFinding> findings;
  std::set<std::string> cannot_run;
  std::vector<ReplayRow> replays;

  DrillJudgement operator()(const DrillRun& run, const std::shared_ptr<const Snapshot>& snapshot, int poll) const {
    return judge_drill(run, {*snapshot, poll_time(poll), filter, profile, findings, cannot_run, replays, {}});
  }
  std::vector<DrillCheck> steady(const DrillTemplate& drill, const DrillPeople& people,
                                 const std::shared_ptr<const Snapshot>& snapshot, int poll) const {
    return steady_state(drill, people,
                        {*snapshot, poll_time(poll), filter, profile, findings, cannot_run, replays, {}});
  }
};

inline bool gives(const DrillProposal& proposal, std::string_view code) {
  return std::ranges::find(proposal.reasons, code, &ReviewReason::code) != proposal.reasons.end();
}

}  // namespace tidemark::test
