// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/permissions.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

namespace tidemark {
namespace {
constexpr std::size_t most_named = 3;
constexpr std::size_t most_refusals = 20;

// What is asked for under one permission, and how it shows in the polls.
struct Right {
  std::string_view object;   // "topics"
  std::string_view lane;     // of the poll that asks
  std::string_view grant;    // as kafka-acls.sh takes it
  std::string_view without;  // what is not known
  std::function<bool(const PollError&)> concerns;
  std::string_view kind;  // of the objects that the answer is about
};

bool is_of(const PollError& error, std::string_view kind) {
  return error.scope.starts_with(kind) && error.scope.size() > kind.size() && error.scope[kind.size()] == ':';
}

const std::vector<Right>& rights() {
  static const std::vector<Right> all{
      {"describe topics", "kafka/offsets", "--operation Describe --topic '*'",
       "offsets, lag, age and rates of these topics; every rule over them",
       [](const PollError& error) { return is_of(error, "topic"); }, "topic"},
      {"describe groups", "kafka/offsets", "--operation Describe --group '*'",
       "offsets, lag and verdict of these groups; R01, R02, R03, R05 and R08",
       [](const PollError& error) { return error.scope == "list-groups" || is_of(error, "group"); }, "group"},
      {"topic configurations", "kafka/configs", "--operation DescribeConfigs --topic '*'",
       "retention and compaction: headroom, R21 and R29, what check says of topics",
       [](const PollError& error) { return is_of(error, "topic") || error.scope == "configuration"; }, "topic"},
      {"broker configurations", "kafka/configs", "--operation DescribeConfigs --cluster",
       "the cluster's defaults: retention of topics without their own, what check says of brokers",
       [](const PollError& error) { return is_of(error, "broker") || error.scope == "configuration"; }, "broker"}};
  return all;
}

std::string some_of(const std::set<std::string>& scopes) {
  std::string out;
  std::size_t named = 0;
  for (const std::string& scope : scopes) {
    if (named == most_named) return out + fmt::format(" and {} more", scopes.size() - most_named);
    out += (named++ > 0 ? ", " : "") + scope;
  }
  return out;
}

std::size_t objects_of(const Poll& poll, std::string_view kind) {
  std::set<std::string_view> seen;
  for (const StateSample& state : poll.states)
    if (object::kind(state.object) == kind) seen.insert(object::name(state.object));
  return seen.size();
}

std::string grant_of(const Right& right, const Known<std::string>& principal) {
  return fmt::format("grant it: kafka-acls.sh --add --allow-principal User:{} {}", principal.value_or("NAME"),
                     right.grant);
}

ConnectionStep judged(const Right& right, const Poll* poll, const Known<std::string>& principal) {
  ConnectionStep step{.step = "permission", .object = std::string(right.object), .state = StepState::unknown};
  if (poll == nullptr) {
    step.says = "it was not asked";
    return step;
  }
  step.took = poll->took;
  std::set<std::string> denied;
  std::string other;
  for (const PollError& error : poll->errors) {
    if (!right.concerns(error)) continue;
    if (error.denied) denied.insert(error.scope);
    if (!error.denied && other.empty()) other = error.scope + ": " + error.text;
  }
  const std::size_t seen = objects_of(*poll, right.kind);
  if (!denied.empty()) {
    step.state = StepState::failed;
    step.says = "denied for " + some_of(denied);
    step.fix = grant_of(right, principal);
    step.without = right.without;
  } else if (!other.empty()) {
    step.says = other;
    step.without = right.without;
  } else if (seen == 0) {
    // Kafka leaves out what may not be seen.
    step.says = right.lane == "kafka/configs"
                    ? "the cluster does not tell configurations"
                    : fmt::format("no {} is shown: there is none, or none may be seen", right.kind);
    step.fix = grant_of(right, principal);
    step.without = right.without;
  } else {
    step.state = StepState::ok;
    step.says = fmt::format("{} {}{} answered", seen, right.kind, seen == 1 ? "" : "s");
  }
  return step;
}
}  // namespace

std::vector<ConnectionStep> kafka_permissions(const ToldPolls& polls, const Known<std::string>& principal) {
  std::vector<ConnectionStep> out;
  for (const Right& right : rights()) out.push_back(judged(right, polls.of(right.lane), principal));
  return out;
}

std::vector<ConnectionStep> service_refusals(const ToldPolls& polls) {
  std::vector<ConnectionStep> out;
  for (const auto& [lane, poll] : polls.by_lane())
    for (const PollError& error : poll.errors) {
      if (out.size() == most_refusals) return out;
      out.push_back({.step = error.denied ? "permission" : "answer",
                     .object = error.scope,
                     .state = StepState::failed,
                     .took = poll.took,
                     .says = error.text,
                     .fix = error.denied ? "grant the right to read it" : "",
                     .without = "what " + error.scope + " tells"});
    }
  return out;
}

}  // namespace tidemark
