// SPDX-License-Identifier: GPL-3.0-or-later
// R29: what is not in the table will be deleted before anybody can repair that: from the log, or, where the files are
// only announced, from the control topic.
#include <algorithm>

#include "models/analysis/headroom.h"
#include "models/analysis/rules/landing_wait.h"

namespace tidemark {
namespace {
constexpr Millis soon{2 * 3'600'000};

// When the control topic drops the announcements that wait longest.
std::optional<LocalTime> announcements_end(const PathCase& of, const TableCase& table, const LandingWait& stalled) {
  if (!table.table->control_topic || !table.table->restarts_from_group() || !stalled.since) return std::nullopt;
  const Known<Millis> kept =
      retention_at(of.file->snapshot, of.cluster, TopicName(*table.table->control_topic), of.file->at);
  if (!kept) return std::nullopt;
  return *stalled.since + *kept;
}

std::optional<LocalTime> log_end(const PathCase& of, const TableCase& table) {
  std::optional<LocalTime> end;
  for (const AlignRow* row : table.rows) {
    if (!row->holds(AlignState::will_lose) || !row->headroom) continue;
    const LocalTime one = of.file->at + *row->headroom;
    end = end ? std::min(*end, one) : one;
  }
  return end;
}
}  // namespace

std::vector<Found> will_be_lost(const PathCase& of) {
  std::vector<Found> out;
  for (const TableCase& table : of.tables) {
    const LandingWait soon_lost = landing_wait(table, of.file->at, AlignState::will_lose);
    const LandingWait stalled = landing_wait(table, of.file->at, AlignState::stalled);
    auto control = announcements_end(of, table, stalled);
    if (control && *control - of.file->at >= soon) control.reset();
    if (soon_lost.partitions.empty() && !control) continue;
    auto end = log_end(of, table);
    if (control && (!end || *control < *end)) end = control;
    const LandingWait& wait = soon_lost.partitions.empty() ? stalled : soon_lost;
    Found found{.finding = {.severity = Severity::error, .confidence = table.confidence(), .object = table.object()},
                .about = table.table->table.value(),
                .since = wait.since};
    found.variant = end ? "" : "restart";
    found.finding.params = {{"table", table.table->table.value()}, {"records", wait.records}};
    if (end) found.finding.params.emplace("end", *end);
    const TableTrouble* trouble = table.table->trouble("will-lose");
    if (trouble) found.present.push_back(trouble->text);
    if (control) found.present.emplace_back("the control topic's retention ends first");
    if (found.present.empty()) found.present.emplace_back("the log's retention ends first");
    found.measured = {{"not_landed", wait.records}};
    if (end) found.measured.push_back({"left_ms", Millis(*end - of.file->at)});
    out.push_back(std::move(found));
  }
  return out;
}

}  // namespace tidemark
