// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/lag_findings.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis soon{2 * 3'600'000};
constexpr Millis today{24 * 3'600'000};
constexpr Millis long_unread{300'000};

struct Group {
  Severity severity = Severity::note;
  std::int64_t partitions = 0;
  std::int64_t records = 0;
  const LagRow* worst = nullptr;
};
using Key = std::tuple<std::string, ClusterName, GroupId, TopicName>;

bool behind(const LagRow& row) {
  return row.verdict &&
         (*row.verdict == Verdict::stop || *row.verdict == Verdict::stall || *row.verdict == Verdict::warn);
}

// The rules that a row breaks, with their severity and the records concerned.
std::vector<std::tuple<std::string, Severity, std::int64_t>> broken_by(const LagRow& row) {
  std::vector<std::tuple<std::string, Severity, std::int64_t>> out;
  const std::int64_t lag = row.lag.value_or(0);
  const bool grows_long = row.produce_rate.value_or(0) > 0 && row.age.value_or(Millis(0)) > long_unread;
  if (row.verdict && *row.verdict == Verdict::stop)
    out.emplace_back("L01", grows_long ? Severity::error : Severity::warn, lag);
  if (row.verdict && *row.verdict == Verdict::stall) out.emplace_back("L02", Severity::warn, lag);
  if (row.verdict && *row.verdict == Verdict::rewind) out.emplace_back("L03", Severity::warn, lag);
  if (row.verdict && *row.verdict == Verdict::warn) out.emplace_back("L04", Severity::warn, lag);
  if (row.committed && row.floor && *row.committed < *row.floor)
    out.emplace_back("L05", Severity::error, *row.floor - *row.committed);
  else if (behind(row) && row.headroom && *row.headroom < today)
    out.emplace_back("L06", *row.headroom < soon ? Severity::error : Severity::warn, lag);
  return out;
}

bool worse(const LagRow& a, const LagRow& b) {
  return std::pair(a.age.value_or(Millis(-1)), a.lag.value_or(-1)) >
         std::pair(b.age.value_or(Millis(-1)), b.lag.value_or(-1));
}
}  // namespace

void sort_findings(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, {},
                           [](const Finding& f) { return std::tuple(-int(f.severity), f.rule, f.object); });
}

std::vector<Finding> lag_findings(const std::vector<LagRow>& rows) {
  std::map<Key, Group> groups;
  for (const LagRow& row : rows)
    for (const auto& [rule, severity, records] : broken_by(row)) {
      Group& group = groups[{rule, row.cluster, row.group, row.partition.topic}];
      group.severity = std::max(group.severity, severity);
      ++group.partitions;
      group.records += records;
      if (!group.worst || worse(row, *group.worst)) group.worst = &row;
    }
  std::vector<Finding> findings;
  for (const auto& [key, group] : groups) {
    const auto& [rule, cluster, id, topic] = key;
    Finding finding{.rule = rule, .severity = group.severity, .object = object::group(id)};
    finding.params = {{"cluster", cluster.value()}, {"group", id.value()},
                      {"topic", topic.value()},     {"partitions", group.partitions},
                      {"records", group.records},   {"worst", partition_text(group.worst->partition)}};
    if (group.worst->age) finding.params.emplace("age", *group.worst->age);
    if (group.worst->headroom) finding.params.emplace("headroom", *group.worst->headroom);
    findings.push_back(std::move(finding));
  }
  sort_findings(findings);
  return findings;
}

}  // namespace tidemark
