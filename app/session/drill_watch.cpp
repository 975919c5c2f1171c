// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drill_watch.h"

#include <algorithm>
#include <map>

#include "app/session/drill_store.h"
#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/replays.h"
#include "app/session/review_scope.h"
#include "models/analysis/diagnosis.h"
#include "models/analysis/lane_family.h"

namespace tidemark {
namespace {
constexpr std::int64_t most_looks = 24;
constexpr Millis closest_look{10'000};

// What a diagnosis says at one time.
struct Looked {
  LocalTime at;
  std::map<std::string, DiagnosisRow> rows;  // by id
  std::set<std::string> cannot_run;
};

class Looks final {
 public:
  Looks(const DrillWatching& watching, const Profile& profile) : watching_(watching), profile_(profile) {}

  Result<Looked> at(LocalTime time) const {
    TM_TRY(const auto snapshot, watching_.timeline.load(diagnosis_request(time, watching_.filter)));
    const Diagnosis diagnosis = diagnose(*snapshot, time, rule_texts(), watching_.filter, profile_);
    Looked out{time, {}, {}};
    for (const DiagnosisRow& row : diagnosis.rows) out.rows.emplace(row.id, row);
    for (const CannotRun& cannot : diagnosis.cannot_run) out.cannot_run.insert(cannot.rule);
    return out;
  }

  // Between a look without a finding and one with it.
  Result<std::pair<LocalTime, LocalTime>> closer(const std::string& id, LocalTime lo, LocalTime hi) const {
    while (hi - lo > closest_look) {
      const LocalTime middle = lo + (hi - lo) / 2;
      TM_TRY(const Looked looked, at(middle));
      (looked.rows.contains(id) ? hi : lo) = middle;
    }
    return std::pair(lo, hi);
  }

 private:
  const DrillWatching& watching_;
  const Profile& profile_;
};

DrillFinding finding_of(const DiagnosisRow& row, LocalTime at) {
  return {row.id, row.finding.rule, row.finding.severity, row.title, std::nullopt, at, false};
}

struct Findings {
  std::vector<DrillFinding> all;
  std::set<std::string> cannot_run;
};

Result<Findings> findings_over(const Looks& looks, LocalTime from, LocalTime at) {
  const Millis step = std::max(closest_look, Millis((at - from).count() / most_looks + 1));
  std::map<std::string, DrillFinding> seen;
  Findings out;
  std::optional<LocalTime> before;
  for (LocalTime time = from;; time = std::min(at, time + step)) {
    TM_TRY(const Looked looked, looks.at(time));
    out.cannot_run = looked.cannot_run;
    for (const auto& [id, row] : looked.rows) {
      if (seen.contains(id)) continue;
      DrillFinding finding = finding_of(row, time);
      if (before) {
        TM_TRY(const auto between, looks.closer(id, *before, time));
        finding.lo = between.first;
        finding.hi = between.second;
      }
      seen.emplace(id, std::move(finding));
    }
    if (time >= at) {
      for (auto& [id, finding] : seen) finding.lasts = looked.rows.contains(id);
      break;
    }
    before = time;
  }
  for (auto& [id, finding] : seen) out.all.push_back(std::move(finding));
  std::ranges::stable_sort(out.all, {}, &DrillFinding::hi);
  return out;
}

struct Loaded {
  std::shared_ptr<const Snapshot> snapshot;
  Profile profile;
  Findings findings;
  std::vector<DeclaredReplay> declared;
  std::vector<ReplayRow> replays;

  DrillSight sight(const DrillWatching& watching, LocalTime at) const {
    return {*snapshot, at, watching.filter, profile, findings.all, findings.cannot_run, replays, declared};
  }
};

Result<Loaded> load(const DrillWatching& watching, const DrillTemplate& drill, LocalTime start, LocalTime at) {
  Loaded out;
  TM_TRY(out.snapshot, watching.timeline.load(drill_request(drill, start, at, watching.filter)));
  if (watching.told) {
    out.profile = *watching.told;
  } else {
    TM_TRY(out.profile, judged_profile(*out.snapshot, at));
  }
  TM_TRY(out.findings, findings_over(Looks(watching, out.profile), start, at));
  const LocalTime from = start - drill.steady_for;
  TM_TRY(const auto marks, watching.timeline.load(replay_marks_request(from, at, watching.filter)));
  TM_TRY(out.declared, declared_replays(watching.file, *marks, at));
  const auto topics = replay_topics(*marks, out.declared, at, watching.filter);
  const auto request = replay_request(from, at, topics, out.declared, watching.filter);
  if (!request) return out;
  TM_TRY(const auto replays, watching.timeline.load(*request));
  const auto joined = with_families_joined(*replays);
  out.replays = replay_rows(joined ? *joined : *replays, out.declared, {from, at, {}}, watching.filter);
  return out;
}
}  // namespace

Result<std::vector<DrillCheck>> check_steady(const DrillWatching& watching, const DrillTemplate& drill,
                                             const DrillPeople& people, LocalTime at) {
  TM_TRY(const Loaded loaded, load(watching, drill, at, at));
  return steady_state(drill, people, loaded.sight(watching, at));
}

Result<DrillJudgement> watch_drill(const DrillWatching& watching, const DrillRun& run, LocalTime at) {
  TM_TRY(const Loaded loaded, load(watching, run.of, run.at, std::max(run.at, at)));
  return judge_drill(run, loaded.sight(watching, std::max(run.at, at)));
}

Result<DrillShown> shown_drill(DrillWatching watching, const DrillRun& run, LocalTime at) {
  if (run.verdict) return DrillShown{run, told_of(*run.verdict)};
  TM_TRY(watching.filter, scope_filter(run.scope));
  TM_TRY(const DrillJudgement judged, watch_drill(watching, run, run.aborted ? run.aborted->at : at));
  return DrillShown{run, told_of(run, judged)};
}

Result<BegunDrill> begin_drill(const DrillWatching& watching, DrillRun run, StartHow how, const std::string& author) {
  BegunDrill out;
  TM_TRY(out.before, check_steady(watching, run.of, {run.owner, run.approver, run.stop}, run.at));
  run.before = out.before;
  out.steady = run.steady();
  if (how == StartHow::look || (!out.steady && how == StartHow::where_steady)) return out;
  TM_TRY(out.entry, start_drill(watching.file, std::move(run), author));
  return out;
}

}  // namespace tidemark
