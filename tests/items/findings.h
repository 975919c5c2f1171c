// SPDX-License-Identifier: GPL-3.0-or-later
// Findings made by hand, for tests of models and views.
#pragma once

#include <memory>

#include "models/analysis/finding_branches.h"

namespace tidemark::test {

inline const LocalTime judged_at = local_time(1'767'236'400'000);  // 2026-01-01T03:00:00Z

inline DiagnosisRow finding(const std::string& rule, Severity severity, const std::string& topic,
                            bool leading = false) {
  DiagnosisRow row;
  row.id = rule + "-" + topic;
  row.leading = leading;
  row.finding.rule = rule;
  row.finding.severity = severity;
  row.finding.object = Object("table:lake." + topic);
  row.finding.params = {{"topic", topic}, {"group", std::string("sink")}};
  row.cluster = ClusterName("prod");
  row.path = "sink / " + topic;
  row.since = judged_at - std::chrono::minutes(20);
  row.owner = std::string("Lake team");
  row.present = {"group > table", "no new snapshot"};
  row.missing = {"control topic"};
  row.measured = {{"not_landed", std::int64_t{10'000}}, {"left_ms", Millis(60'000)}, {"unread", Reason::no_commit}};
  row.title = "Read, not landed: 10000 records are only in flight to lake." + topic;
  row.next = "Look at the catalog.";
  return row;
}

inline std::shared_ptr<const Findings> findings(std::vector<DiagnosisRow> rows,
                                                const std::vector<Snoozed>& snoozed = {}) {
  Diagnosis diagnosis{std::move(rows), {{"R09", {"stable", "transactions"}}}, 0.986};
  put_snoozes(snoozed, diagnosis);
  return std::make_shared<const Findings>(findings_of(std::move(diagnosis), judged_at));
}

inline std::shared_ptr<const Findings> three_findings(const std::vector<Snoozed>& snoozed = {}) {
  return findings({finding("R13", Severity::error, "orders", true), finding("R11b", Severity::warn, "orders"),
                   finding("R23", Severity::note, "clicks")},
                  snoozed);
}

}  // namespace tidemark::test
