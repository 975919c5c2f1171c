// SPDX-License-Identifier: GPL-3.0-or-later
// Tale: a healthy sink that a test breaks: topic t with two partitions, read by the group connect-k of connector k,
// written to table l.t by way of the control topic ctl. Every part can be replaced. Polls are 10 s apart; a landing is
// late after 180 s (18 polls). Used by the tests of the rules.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/analysis/diagnosis.h"

namespace tidemark::test {

// A series of the story; the key keeps one of a kind.
class Tale final {
 public:
  explicit Tale(int polls = 120);

  // high and stable follow `rates` ("[[0, 100]]"); floor, group and table as told.
  Tale& high(int partition, const std::string& more);
  Tale& floor(int partition, const std::string& more);
  Tale& group(int partition, const std::string& more, const std::string& name = "connect-k");
  Tale& table(int partition, const std::string& more);
  Tale& stable(int partition, const std::string& more);
  // A high mark of another topic.
  Tale& other(const std::string& topic, int partition, const std::string& more);
  Tale& metric(const std::string& object, const std::string& name, const std::string& steps);
  Tale& no_table();
  Tale& control(int partition, const std::string& high, const std::string& coordinator);
  // A member of a list of the story: add("states", "{…}").
  Tale& add(const std::string& list, const std::string& item);
  Tale& drop(const std::string& list);
  Tale& state(const std::string& object, int poll, const std::string& state, const std::string& detail = "");
  Tale& commit(int poll, int id, std::int64_t from, std::int64_t to, const std::string& more = "");

  int polls() const { return polls_; }
  std::shared_ptr<const Snapshot> told(std::int64_t step_ms = 10'000) const;

 private:
  int polls_;
  std::map<std::string, std::string> series_;
  std::map<std::string, std::vector<std::string>> lists_;
};

// "values": one for each poll.
std::string values(int polls, const std::function<std::int64_t(int)>& at);

// Judged at the end, or at a poll, with the texts of the program.
Diagnosis judged(const Tale& tale, int poll = -1, const Profile& profile = {});
const DiagnosisRow* find(const Diagnosis& diagnosis, const std::string& rule);
// The rule that leads; aborts where none or several do.
std::string leading(const Diagnosis& diagnosis);
// A line for each finding, for what a test says when it fails.
std::string list(const Diagnosis& diagnosis);
// Whether a rule found something; where that is not as asked, everything that was found is printed.
bool has(const Diagnosis& diagnosis, const std::string& rule);
bool lacks(const Diagnosis& diagnosis, const std::string& rule);
// Aborts where the rule found nothing.
const DiagnosisRow& row_of(const Diagnosis& diagnosis, const std::string& rule);
bool says(const std::vector<std::string>& told, const std::string& text);

}  // namespace tidemark::test
