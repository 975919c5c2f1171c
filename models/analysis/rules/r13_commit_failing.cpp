// SPDX-License-Identifier: GPL-3.0-or-later
// R13: the group has read what its table does not have, for longer than a landing may take, or the writer has failed.
#include <algorithm>

#include "models/analysis/rules/landing_wait.h"

namespace tidemark {
namespace {
void put_causes(const PathCase& of, const TableCase& table, bool late, Found& found) {
  std::string why;
  const auto name = [&](const std::string& text) {
    if (why.empty()) why = text;
    found.present.push_back(text);
  };
  for (const WriterFailure& failure : table.table->failures) name(failure.text);
  if (!table.table->commit_errors.empty()) name(table.table->commit_errors.back().text);
  if (late) name(table.cadence->assumed ? "longer than the SLA, which is assumed" : "longer than the SLA");
  if (!of.connector && table.table->failures.empty()) found.missing.emplace_back("state of the writer");
  if (landed_after(table, found.since))
    found.contradicting.emplace_back("snapshots still arrive");
  else
    found.present.emplace_back("no new snapshot");
  found.finding.params.emplace("why", why);
}

std::string announced_text(const TableInfo& table) {
  std::string out;
  for (const AnnouncedFiles& files : table.announced)
    out += (out.empty() ? "" : ", ") + files.commit + ": " + std::to_string(files.records) + " records in " +
           std::to_string(files.files) + " files";
  return out;
}
}  // namespace

std::vector<Found> commit_failing(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    const LandingWait wait = landing_wait(table, of.file->at, AlignState::stalled);
    if (wait.partitions.empty()) continue;
    Found found{.finding = {.severity = wait.twice_late ? Severity::error : Severity::warn,
                            .confidence = table.confidence(),
                            .object = table.object()},
                .about = table.table->table.value(),
                .since = wait.since};
    found.finding.params = {{"table", table.table->table.value()}, {"records", wait.records}};
    found.present = {of.group.value().empty() ? "log > table" : "group > table"};
    put_causes(of, table, wait.late, found);
    if (!found.contradicting.empty()) found.finding.confidence = Confidence::medium;
    found.measured = {{"not_landed", wait.records},
                      {"partitions", std::ssize(wait.partitions)},
                      {"sla_ms", table.cadence->sla},
                      {"only_in_files", wait.only_in_files}};
    if (const std::string files = announced_text(*table.table); !files.empty())
      found.measured.push_back({"announced", files});
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tidemark
