// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/state_changes.h"

#include <algorithm>

#include "models/analysis/scope.h"
#include "models/domain/processor_jobs.h"

namespace tidemark {
namespace {
using Values = std::pair<std::optional<std::string>, std::optional<std::string>>;

std::string arrow(const Values& v) { return v.first.value_or("none") + " → " + v.second.value_or("none"); }

std::vector<std::string_view> missing_in(std::string_view list, std::string_view other) {
  const auto there = entries(other);
  std::vector<std::string_view> out;
  for (const std::string_view entry : entries(list))
    if (std::ranges::find(there, entry) == there.end()) out.push_back(entry);
  return out;
}

std::string joined(const std::vector<std::string_view>& list) {
  constexpr std::size_t most = 8;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, list.size()); ++i) out += (i ? ", " : "") + std::string(list[i]);
  return list.size() > most ? out + " and " + std::to_string(list.size() - most) + " more" : out;
}

std::vector<Change> partition_changes(const std::string& what, const Values& v) {
  if (!v.first || !v.second) return {};
  if (what == aspect::leader)
    return {{"broker", "leader-change", "leader " + arrow(v), *v.second == "none" ? "error" : "note"}};
  if (what != aspect::isr) return {};
  std::vector<Change> out;
  if (const auto left = missing_in(*v.first, *v.second); !left.empty())
    out.push_back({"broker", "isr-shrink", "out of sync: broker " + joined(left), "warn"});
  if (const auto came = missing_in(*v.second, *v.first); !came.empty())
    out.push_back({"broker", "isr-expand", "in sync: broker " + joined(came), "note"});
  return out;
}

std::vector<Change> broker_changes(const Values& v) {
  const bool was_up = v.first && *v.first == "up";
  const bool is_up = v.second && *v.second == "up";
  if (was_up && !is_up) return {{"broker", "broker-gone", "the broker is gone", "error"}};
  if (!was_up && is_up) return {{"broker", "broker-back", v.first ? "the broker is back" : "a new broker", "note"}};
  return {};
}

std::vector<Change> topic_changes(const Values& v) {
  if (!v.second) return {{"broker", "topic-deleted", "the topic is gone", "warn"}};
  if (!v.first) return {{"broker", "topic-created", *v.second + " partitions", "note"}};
  return {{"broker", "partitions-changed", "partitions " + arrow(v), "note"}};
}

// "RUNNING → FAILED: java.io.IOException: x", by the first line of the detail.
std::string with_detail(std::string text, const std::string& detail) {
  if (!detail.empty()) text += ": " + detail.substr(0, detail.find('\n'));
  return text;
}

std::vector<Change> job_changes(const StateSpan& after, const Values& v) {
  if (after.aspect == aspect::state) {
    const bool failed = v.second == "FAILED",
               down = v.second == "FAILING" || v.second == "RESTARTING" || v.second == "SCHEDULED";
    return {{"processor", "job-state", with_detail(arrow(v), after.detail), failed ? "error" : down ? "warn" : "note"}};
  }
  if (!v.first || !v.second) return {};
  // Of one submission they only rise.
  if (after.aspect == aspect::restarts && std::pair(v.first->size(), *v.first) < std::pair(v.second->size(), *v.second))
    return {{"processor", "job-restarted", with_detail("restarts " + arrow(v), after.detail), "warn"}};
  if (after.aspect == aspect::job_id) return {{"processor", "job-submitted", "id " + arrow(v), "note"}};
  if (after.aspect != aspect::checkpoint_failure) return {};
  if (v.second->empty()) return {{"processor", "checkpoint-completed", "checkpoints complete again", "note"}};
  return {{"processor", "checkpoint-failed", *v.second, "warn"}};
}

std::vector<Change> group_changes(const std::string& what, const Values& v) {
  if (what == aspect::state) return {{"group", "group-state", arrow(v), "note"}};
  if (what != aspect::members || !v.second) return {};  // nobody tells the members any more: none has left for that
  const std::string& after = *v.second;
  const std::string before = v.first.value_or(after);
  const auto left = missing_in(before, after);
  const auto came = missing_in(after, before);
  std::string text = std::to_string(entries(after).size()) + " members";
  if (v.first) text.insert(0, std::to_string(entries(before).size()) + " → ");
  if (!left.empty()) text += "; left: " + joined(left);
  if (!came.empty()) text += "; joined: " + joined(came);
  return {{"group", "members-changed", text, "note"}};
}
}  // namespace

std::vector<Change> changes_between(const StateSpan* before, const StateSpan& after) {
  const Values values{before ? before->value : std::nullopt, after.value};
  if (values.first == values.second) return {};
  const std::string_view kind = object::kind(after.object);
  if (after.aspect.starts_with(aspect::config_prefix))
    return values.first && values.second
               ? std::vector<Change>{{"broker", "config-changed",
                                      after.aspect.substr(aspect::config_prefix.size()) + ": " + arrow(values), "note"}}
               : std::vector<Change>();
  if (kind == "partition") return partition_changes(after.aspect, values);
  if (kind == "broker" && after.aspect == aspect::state) return broker_changes(values);
  if (kind == "topic" && after.aspect == aspect::partitions) return topic_changes(values);
  if (kind == "group") return group_changes(after.aspect, values);
  if (kind == "task" && after.aspect == aspect::state) {
    const bool failed = values.second && *values.second == "FAILED";
    return {{"connect", "task-state", with_detail(arrow(values), after.detail), failed ? "error" : "note"}};
  }
  if (kind == "job") return job_changes(after, values);
  return {};
}

}  // namespace tidemark
