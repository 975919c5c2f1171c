// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/analysis/rules/tale.h"

#include <QTest>
#include <algorithm>

#include "app/session/finding_text.h"
#include "tests/support/told.h"

namespace tidemark::test {
namespace {
std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : ", ") + item;
  return out;
}
}  // namespace

Tale::Tale(int polls) : polls_(polls) {
  for (const int p : {0, 1}) {
    floor(p, R"("start": 0)");
    high(p, R"("start": 100000, "rates": [[0, 100]])");
    group(p, R"("follow": "high", "delay_polls": 1)");
    table(p, R"("follow": "group:connect-k", "delay_polls": 2)");
  }
  add("tables", R"({"table": "l.t", "format": "iceberg", "writer": "iceberg-connect", "adapter": "a",
      "group": "connect-k", "interval_ms": 60000, "timeout_ms": 30000, "control_topic": "ctl"})");
  state("group:connect-k", 0, "Stable");
  state("connector:k", 0, "RUNNING");
  state("task:k/0", 0, "RUNNING");
  add("members", R"({"group": "connect-k", "member": "m0", "client_id": "connector-consumer-k-0", "host": "h",
      "partitions": [["t", 0], ["t", 1]]})");
}

Tale& Tale::high(int partition, const std::string& more) {
  series_["high" + std::to_string(partition)] = mark("high", "t", partition, more);
  series_["stable" + std::to_string(partition)] = mark("stable", "t", partition, R"("follow": "high")");
  return *this;
}
Tale& Tale::floor(int partition, const std::string& more) {
  series_["floor" + std::to_string(partition)] = mark("floor", "t", partition, more);
  return *this;
}
Tale& Tale::group(int partition, const std::string& more, const std::string& name) {
  series_["group" + name + std::to_string(partition)] = test::group(name, "t", partition, more);
  return *this;
}
Tale& Tale::table(int partition, const std::string& more) {
  series_["table" + std::to_string(partition)] = mark("table", "t", partition, R"("table": "l.t", )" + more);
  return *this;
}
Tale& Tale::stable(int partition, const std::string& more) {
  series_["stable" + std::to_string(partition)] = mark("stable", "t", partition, more);
  return *this;
}
Tale& Tale::other(const std::string& topic, int partition, const std::string& more) {
  series_["other" + topic + std::to_string(partition)] = mark("high", topic, partition, more);
  return *this;
}
Tale& Tale::metric(const std::string& object, const std::string& name, const std::string& steps) {
  return add("metrics",
             R"({"layer": "sink", "object": ")" + object + R"(", "name": ")" + name + R"(", "steps": )" + steps + "}");
}
Tale& Tale::no_table() {
  std::erase_if(series_, [](const auto& one) { return one.first.starts_with("table"); });
  return drop("tables");
}
Tale& Tale::control(int partition, const std::string& high, const std::string& coordinator) {
  const std::string n = std::to_string(partition);
  series_["ctl-high" + n] = mark("high", "ctl", partition, high);
  series_["ctl-group" + n] = test::group("connect-k-coord", "ctl", partition, coordinator);
  return *this;
}
Tale& Tale::add(const std::string& list, const std::string& item) {
  lists_[list].push_back(item);
  return *this;
}
Tale& Tale::drop(const std::string& list) {
  lists_.erase(list);
  return *this;
}
Tale& Tale::state(const std::string& object, int poll, const std::string& state, const std::string& detail) {
  return add("states", R"({"object": ")" + object + R"(", "poll": )" + std::to_string(poll) + R"(, "state": ")" +
                           state + R"(", "detail": ")" + detail + "\"}");
}
Tale& Tale::commit(int poll, int id, std::int64_t from, std::int64_t to, const std::string& more) {
  return add("commits", R"({"table": "l.t", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" +
                            std::to_string(id) + R"(, "operation": "append", "commit_id": "c)" + std::to_string(id) +
                            R"(", "ranges": [["t", 0, )" + std::to_string(from) + ", " + std::to_string(to) + "]]" +
                            more + "}");
}

std::shared_ptr<const Snapshot> Tale::told(std::int64_t step_ms) const {
  std::vector<std::string> series;
  for (const auto& [key, one] : series_) series.push_back(one);
  std::string body = "\"series\": [" + joined(series) + "]";
  for (const auto& [list, items] : lists_) body += ", \"" + list + "\": [" + joined(items) + "]";
  return test::told(polls_, body, step_ms);
}

std::string values(int polls, const std::function<std::int64_t(int)>& at) {
  std::string out = "\"values\": [";
  for (int n = 0; n < polls; ++n) out += (n ? ", " : "") + std::to_string(at(n));
  return out + "]";
}

Diagnosis judged(const Tale& tale, int poll, const Profile& profile) {
  const auto snapshot = tale.told();
  return diagnose(*snapshot, poll < 0 ? snapshot->to : poll_time(poll), rule_texts(), {}, profile);
}

const DiagnosisRow* find(const Diagnosis& diagnosis, const std::string& rule) {
  for (const DiagnosisRow& row : diagnosis.rows)
    if (row.finding.rule == rule) return &row;
  return nullptr;
}

std::string leading(const Diagnosis& diagnosis) {
  std::string rule;
  for (const DiagnosisRow& row : diagnosis.rows) {
    if (!row.leading) continue;
    if (!rule.empty()) qFatal("%s and %s lead", rule.c_str(), row.finding.rule.c_str());
    rule = row.finding.rule;
  }
  return rule;
}

std::string list(const Diagnosis& diagnosis) {
  std::string out;
  for (const DiagnosisRow& row : diagnosis.rows)
    out += row.finding.rule + (row.leading ? "! " : " ") + row.title + "\n";
  return out;
}

bool has(const Diagnosis& diagnosis, const std::string& rule) {
  if (find(diagnosis, rule)) return true;
  qWarning("no %s in\n%s", rule.c_str(), list(diagnosis).c_str());
  return false;
}

bool lacks(const Diagnosis& diagnosis, const std::string& rule) {
  if (!find(diagnosis, rule)) return true;
  qWarning("%s in\n%s", rule.c_str(), list(diagnosis).c_str());
  return false;
}

const DiagnosisRow& row_of(const Diagnosis& diagnosis, const std::string& rule) {
  const DiagnosisRow* row = find(diagnosis, rule);
  if (!row) qFatal("no %s in\n%s", rule.c_str(), list(diagnosis).c_str());
  return *row;
}

bool says(const std::vector<std::string>& told, const std::string& text) {
  return std::ranges::any_of(told, [&](const std::string& s) { return s.find(text) != std::string::npos; });
}

}  // namespace tidemark::test
