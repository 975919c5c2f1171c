// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/alarms.h"

#include <algorithm>
#include <map>

namespace tidemark {
namespace {
const AlarmCase* found(const std::map<std::string, const AlarmCase*>& troubles, const std::string& id) {
  const auto known = troubles.find(id);
  return known == troubles.end() ? nullptr : known->second;
}

// The worst of each id.
std::map<std::string, const AlarmCase*> by_id(const std::vector<AlarmCase>& troubles) {
  std::map<std::string, const AlarmCase*> out;
  for (const AlarmCase& trouble : troubles) {
    const AlarmCase*& known = out[trouble.id];
    if (!known || known->severity < trouble.severity) known = &trouble;
  }
  return out;
}

Sight sight_for(const AlarmRound& now, const ClusterName& cluster) {
  const auto known = now.sight.find(cluster);
  return known == now.sight.end() ? Sight{} : known->second;
}

// The path that an alarm is about, as its record tells it.
bool is_unseen(const AlarmRound& now, const Alarm& alarm) {
  const auto path = std::ranges::find(alarm.record, "path", &CellField::name);
  const auto* name = path == alarm.record.end() ? nullptr : std::get_if<std::string>(&path->cell.value);
  return name && now.unseen.contains({alarm.cluster, *name});
}

struct Stepper {
  const AlarmRound& now;
  Millis closes_after;
  AlarmStep step;
  std::vector<Transition> closed;

  bool is_snoozed(const std::string& id) const { return now.snoozed.contains(id); }
  bool told(const AlarmCase& trouble) const { return trouble.blind || sight_for(now, trouble.cluster).log; }

  void found_again(Alarm alarm, const AlarmCase& trouble) {
    alarm.missing_since.reset();
    if (told(trouble) && !is_snoozed(alarm.id)) {
      alarm.record = trouble.record;
      if (trouble.severity > alarm.severity) {
        alarm.severity = trouble.severity;
        step.transitions.push_back({Turn::worsened, now.at, alarm});
      }
    }
    step.open.push_back(std::move(alarm));
  }

  void not_found(Alarm alarm) {
    if (!sight_for(now, alarm.cluster).all || is_unseen(now, alarm)) {
      alarm.missing_since.reset();
    } else if (!alarm.missing_since) {
      alarm.missing_since = now.at;
    }
    if (!alarm.missing_since || now.at - *alarm.missing_since < closes_after) {
      step.open.push_back(std::move(alarm));
    } else if (!is_snoozed(alarm.id)) {
      closed.push_back({Turn::closed, now.at, std::move(alarm)});
    }
  }

  void open(const AlarmCase& trouble) {
    if (!trouble.opens || trouble.severity < Severity::warn || is_snoozed(trouble.id) || !told(trouble)) return;
    step.open.push_back({trouble.id, trouble.cluster, trouble.severity, now.at, trouble.record, {}});
    step.transitions.push_back({Turn::opened, now.at, step.open.back()});
  }
};

DiagnosisRow trouble_of(const FreshnessRow& path, Finding finding, const FindingText& title) {
  DiagnosisRow row;
  row.id = finding_id(finding.rule, {path.cluster.value(), path.class_name, path.path});
  row.leading = true;
  row.cluster = path.cluster;
  row.path = path.path;
  row.since = path.since;
  row.owner = path.owner;
  row.present = {"age"};
  row.measured = {{"age_ms", path.age},
                  {"target_ms", path.target},
                  {"burn_1h", path.burn_1h},
                  {"burn_6h", path.burn_6h},
                  {"burn_3d", path.burn_3d}};
  row.title = title(finding);
  row.finding = std::move(finding);
  return row;
}
}  // namespace

std::string_view word(Turn value) {
  switch (value) {
    case Turn::opened:
      return "opened";
    case Turn::worsened:
      return "worsened";
    case Turn::closed:
      break;
  }
  return "closed";
}

AlarmStep alarm_step(std::vector<Alarm> open, const AlarmRound& now, Millis closes_after) {
  const auto troubles = by_id(now.troubles);
  Stepper stepper{now, closes_after, {}, {}};
  std::set<std::string> known;
  for (Alarm& alarm : open) {
    if (!known.insert(alarm.id).second) continue;
    if (const AlarmCase* trouble = found(troubles, alarm.id))
      stepper.found_again(std::move(alarm), *trouble);
    else
      stepper.not_found(std::move(alarm));
  }
  for (const AlarmCase& trouble : now.troubles)
    if (troubles.at(trouble.id) == &trouble && known.insert(trouble.id).second) stepper.open(trouble);
  std::ranges::stable_sort(stepper.step.transitions, std::ranges::greater(),
                           [](const Transition& turn) { return turn.alarm.severity; });
  std::ranges::move(stepper.closed, std::back_inserter(stepper.step.transitions));
  return std::move(stepper.step);
}

std::vector<DiagnosisRow> path_troubles(const FreshnessRow& path, const FindingText& title) {
  std::vector<DiagnosisRow> out;
  for (const auto& rule : {late_finding, burning_finding})
    if (auto finding = rule(path)) out.push_back(trouble_of(path, *std::move(finding), title));
  return out;
}

AlarmRound alarm_round(LocalTime at, std::map<ClusterName, Sight> sight, const Diagnosis& diagnosis,
                       const std::vector<FreshnessRow>& paths, const std::vector<Snoozed>& snoozed,
                       const FindingText& title) {
  AlarmRound out{at, {}, {}, std::move(sight), {}};
  for (const Snoozed& one : snoozed) out.snoozed.insert(one.finding);
  for (const DiagnosisRow& row : diagnosis.rows) {
    const std::string& rule = row.finding.rule;
    if (rule == "R00" && !paths.empty()) continue;
    const bool blind = rule == "R24" || rule == "R27";
    out.troubles.push_back({row.id, row.cluster, row.finding.severity, row.leading, blind, diagnosis_record(row)});
  }
  for (const FreshnessRow& path : paths)
    if (path.known_partitions < path.all_partitions || !path.age || !path.decides(path.target.value_or(Millis::max())))
      out.unseen.emplace(path.cluster, path.path);
  for (const FreshnessRow& path : paths) {
    bool leads = true;  // a path that is late tells of its budget too
    for (const DiagnosisRow& row : path_troubles(path, title)) {
      out.troubles.push_back({row.id, row.cluster, row.finding.severity, leads, false, diagnosis_record(row)});
      leads = false;
    }
  }
  return out;
}

}  // namespace tidemark
