// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/check.h"

#include "models/analysis/checks/judge.h"
#include "models/analysis/lag_findings.h"
#include "models/analysis/scope.h"

namespace tidemark {

std::vector<Finding> check_findings(const Snapshot& snapshot, LocalTime at, const Filter& filter,
                                    const CheckSetup& setup) {
  CheckJudge judge;
  const CheckFacts facts = facts_at(snapshot, at, filter, setup);
  for (const auto& [key, topic] : facts.topics) judge_topic(judge, key, topic);
  for (const auto& [key, config] : facts.brokers) judge_broker(judge, key.first, key.second, config);
  judge_connectors(judge, setup.connectors, filter);
  judge_groups(judge, lag_rows(snapshot, at, filter));
  std::vector<Finding> findings = judge.take();
  sort_findings(findings);
  return findings;
}

Document check_document(const Snapshot& snapshot, LocalTime at, const FindingText& why, const Filter& filter,
                        const CheckSetup& setup) {
  Document document = frame("check", snapshot, snapshot.from, at, filter);
  document.coverage = connect_coverage(snapshot, snapshot.from, at, filter);
  document.findings = check_findings(snapshot, at, filter, setup);
  document.notes = setup.notes;
  for (const Finding& finding : document.findings)
    document.rows.push_back({{"rule", finding.rule},
                             {"cluster", std::get<std::string>(finding.params.at("cluster"))},
                             {"object", finding.object.value()},
                             {"setting", finding.setting},
                             {"value", finding.value},
                             {"wanted", finding.wanted},
                             {"why", why(finding)},
                             {"severity", word(finding.severity)}});
  return document;
}

}  // namespace tidemark
