// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/diagnosis.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "models/analysis/alignment.h"
#include "models/analysis/rules/failed_tasks.h"
#include "models/analysis/rules/rule.h"
#include "models/analysis/rules/signals.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
struct Given {
  const Rule* rule;
  Found found;
};

std::string id_of(const Rule& rule, const PathCase& of, const Found& found) {
  const std::string table = of.group.value().empty() ? of.name() : std::string();
  return finding_id(rule.id, {of.cluster.value(), of.group.value(), of.topic.value(), table, found.about});
}

// Who the profile says has a role.
Known<std::string> owner_of(const Rule& rule, const Profile& profile) {
  if (rule.owner.empty()) return Reason::not_applicable;
  const auto known = profile.owners.find(std::string(rule.owner));
  return known == profile.owners.end() || known->second.name.empty() ? std::string(rule.owner) : known->second.name;
}

// What explains the commits, where they are known to fail: nothing that follows from it leads over it. What is lost
// already does.
const Given* cause_of(const PathCase& of, const std::vector<Given>& found) {
  if (!of.commits_fail()) return nullptr;
  for (const std::string_view id : {"R28", "R27", "R13"})
    for (const Given& judged : found)
      if (judged.rule->id == id) return &judged;
  return nullptr;
}

const Given* given(const std::vector<Given>& found, std::string_view id) {
  const auto known = std::ranges::find(found, id, [](const Given& judged) { return judged.rule->id; });
  return known == found.end() ? nullptr : &*known;
}

// A record that no task can take explains what its writer does not land, where the first task failed on it before the
// next commit was due.
bool fails_on_record(const PathCase& of, const Found& not_landed) {
  const std::vector<FailedTask> failed = failed_tasks(of);
  if (failed.empty() || failed.front().kind != TraceKind::record || !not_landed.since) return false;
  return std::ranges::any_of(of.tables, [&](const TableCase& table) {
    return table.object() == not_landed.finding.object &&
           failed.front().since <= *not_landed.since + table.cadence->sla / 2;
  });
}

const Given* leading_of(const PathCase& of, const std::vector<Given>& found) {
  const Given* leading = cause_of(of, found);
  if (!leading && !found.empty()) leading = &found.front();
  if (!leading || leading->rule->id != "R13") return leading;
  const Given* record = given(found, "R11a");
  return record && fails_on_record(of, leading->found) ? record : leading;
}

std::vector<Given> judge(const PathCase& of) {
  std::vector<Given> out;
  for (const Rule& rule : rules())
    for (Found& found : rule.judge(of)) {
      found.finding.rule = rule.id;
      out.push_back({&rule, std::move(found)});
    }
  // A coordinator that is stuck explains what does not land.
  if (std::ranges::any_of(out, [](const Given& judged) { return judged.rule->id == "R15"; }))
    std::erase_if(out, [](const Given& judged) { return judged.rule->id == "R13"; });
  // What is over its budget is unexplained only where nothing explains it, and somebody looked.
  if (std::ranges::any_of(out, [](const Given& judged) {
        return judged.rule->id == "R24" || (judged.rule->id != "R00" && !judged.rule->banner);
      }))
    std::erase_if(out, [](const Given& judged) { return judged.rule->id == "R00"; });
  return out;
}

void add_rows(const PathCase& of, const RuleTexts& texts, std::vector<DiagnosisRow>& rows) {
  std::vector<Given> judged = judge(of);
  const Given* leading = leading_of(of, judged);
  for (Given& one : judged) {
    DiagnosisRow& row = rows.emplace_back();
    row.id = id_of(*one.rule, of, one.found);
    row.leading = &one == leading;
    row.cluster = of.cluster;
    row.path = of.name();
    row.since = one.found.since;
    row.owner = owner_of(*one.rule, of.file->profile);
    row.present = std::move(one.found.present);
    row.missing = std::move(one.found.missing);
    row.contradicting = std::move(one.found.contradicting);
    row.measured = std::move(one.found.measured);
    row.over_target = of.over_target();
    row.finding = std::move(one.found.finding);
    if (!one.found.variant.empty()) row.finding.params.emplace("variant", one.found.variant);
    row.finding.params.emplace("path", row.path);
    row.finding.params.emplace("topic", of.topic.value());
    row.finding.params.emplace("group", of.group.value());
    row.title = texts.title(row.finding);
    row.next = texts.next(row.finding, of.commits_fail());
  }
}

std::vector<CannotRun> cannot_run(const CaseFile& file) {
  std::vector<CannotRun> out;
  for (const Rule& rule : rules()) {
    CannotRun cannot{std::string(rule.id), {}};
    for (const std::string_view need : rule.needs)
      if (!file.has.contains(need)) cannot.needs.emplace_back(need);
    if (!cannot.needs.empty()) out.push_back(std::move(cannot));
  }
  return out;
}

CellList list_of(const std::vector<std::string>& texts) { return CellList(texts.begin(), texts.end()); }

CellRecord params_of(const Finding& finding) {
  CellRecord out;
  for (const auto& [name, param] : finding.params)
    out.push_back({name, std::visit([](const auto& value) { return Cell(value); }, param)});
  return out;
}
}  // namespace

SnapshotRequest diagnosis_request(LocalTime at, const Filter& filter) {
  SnapshotRequest request = align_request(at, filter);
  for (const std::string_view name : metric_names()) request.signal_names.emplace_back(name);
  request.signal_prefixes.insert(request.signal_prefixes.end(), {"age:", "age_error:", "dead_letters:"});
  return request;
}

Diagnosis diagnose(const Snapshot& snapshot, LocalTime at, const RuleTexts& texts, const Filter& filter,
                   const Profile& profile) {
  const CaseFile file(snapshot, at, filter, profile);
  Diagnosis out;
  for (const PathCase& of : file.cases) add_rows(of, texts, out.rows);
  std::ranges::stable_sort(out.rows, {}, [](const DiagnosisRow& row) {
    return std::tuple(!row.leading, -static_cast<int>(row.finding.severity),
                      -row.over_target.value_or(Millis::min() + Millis(1)).count(), row.finding.object, row.path);
  });
  out.cannot_run = cannot_run(file);
  out.coverage = table_coverage(snapshot, snapshot.from, at, filter);
  return out;
}

void put_snoozes(const std::vector<Snoozed>& snoozed, Diagnosis& diagnosis) {
  for (DiagnosisRow& row : diagnosis.rows) {
    const auto found = std::ranges::find(snoozed, row.id, &Snoozed::finding);
    if (found == snoozed.end()) continue;
    row.snoozed = *found;
    row.leading = false;
  }
  std::ranges::stable_partition(diagnosis.rows, [](const DiagnosisRow& row) { return !row.snoozed; });
}

// FNV-1a.
std::string finding_id(std::string_view rule, const std::vector<std::string>& about) {
  std::uint64_t hash = 14'695'981'039'346'656'037ULL;
  for (const std::string& part : about)
    for (const char c : part + '\n') hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211ULL;
  constexpr std::string_view digits = "0123456789abcdef";
  std::string id = std::string(rule) + '-';
  for (int shift = 60; shift >= 24; shift -= 4) id += digits[(hash >> shift) & 0xF];
  return id;
}

CellRecord diagnosis_record(const DiagnosisRow& row) {
  return {{"id", row.id},
          {"rule", row.finding.rule},
          {"leading", row.leading},
          {"severity", word(row.finding.severity)},
          {"confidence", word(row.finding.confidence)},
          {"cluster", row.cluster.value()},
          {"object", row.finding.object.value()},
          {"path", row.path},
          {"title", row.title},
          {"since", row.since},
          {"owner", row.owner},
          {"present", list_of(row.present)},
          {"missing", list_of(row.missing)},
          {"contradicting", list_of(row.contradicting)},
          {"signals", row.measured},
          {"params", params_of(row.finding)},
          {"next", row.next},
          {"snoozed_until", row.snoozed ? Cell(row.snoozed->until) : Cell(Reason::not_applicable)}};
}

Document diagnosis_document(const Snapshot& snapshot, LocalTime at, const RuleTexts& texts, const Filter& filter,
                            const Profile& profile, const std::vector<Snoozed>& snoozed) {
  Document document = frame("diagnose", snapshot, snapshot.from, at, filter);
  Diagnosis diagnosis = diagnose(snapshot, at, texts, filter, profile);
  put_snoozes(snoozed, diagnosis);
  document.coverage = diagnosis.coverage;
  for (const DiagnosisRow& row : diagnosis.rows) {
    document.rows.push_back(diagnosis_record(row));
    if (!row.snoozed) document.findings.push_back(row.finding);
  }
  CellList cannot;
  for (const CannotRun& rule : diagnosis.cannot_run)
    cannot.emplace_back(CellRecord{{"rule", rule.rule}, {"needs", list_of(rule.needs)}});
  document.beside.push_back({"cannot_run", std::move(cannot)});
  document.notes.push_back("findings are a starting point: where none stands, nothing is proven to be well");
  for (const DiagnosisRow& row : diagnosis.rows)
    if (row.snoozed)
      document.notes.push_back(row.id + " is snoozed until " + rfc3339(row.snoozed->until) +
                               (row.snoozed->author.empty() ? "" : " by " + row.snoozed->author) +
                               (row.snoozed->reason.empty() ? "" : ": " + row.snoozed->reason));
  return document;
}

}  // namespace tidemark
