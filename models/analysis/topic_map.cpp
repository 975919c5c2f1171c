// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/topic_map.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/lag_findings.h"
#include "models/analysis/members.h"
#include "models/analysis/paths.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr Millis day{86'400'000};
constexpr std::int64_t in_sync_wanted = 2;

using TopicKey = std::pair<ClusterName, TopicName>;

// What runs over a topic.
struct Use {
  std::vector<std::string> paths;
  std::optional<Millis> window;           // the longest that a class wants to read again
  std::vector<std::string> window_by;     // those paths
  std::map<GroupId, std::string> groups;  // with the path's name
  std::vector<std::string> control_by;    // it is the control topic of these
  std::set<PartitionId> partitions;
};

std::string duration_text(Millis time) {
  struct Unit {
    std::int64_t ms;
    const char* name;
  };
  for (const Unit unit : {Unit{86'400'000, "d"}, Unit{3'600'000, "h"}, Unit{60'000, "m"}, Unit{1'000, "s"}})
    if (time.count() >= unit.ms && time.count() % unit.ms == 0)
      return std::to_string(time.count() / unit.ms) + unit.name;
  return std::to_string(time.count()) + "ms";
}

// The only cluster there is: that of a pipeline of which nothing was seen yet.
ClusterName only_cluster(const Snapshot& snapshot) {
  std::set<ClusterName> all;
  for (const SourceInfo& source : snapshot.sources)
    if (source.spec.kind == "kafka") all.insert(source.spec.cluster);
  return all.size() == 1 ? *all.begin() : ClusterName();
}

std::map<TopicKey, Use> uses_of(const std::vector<Path>& paths, const ClusterName& only) {
  std::map<TopicKey, Use> out;
  for (const Path& path : paths) {
    const ClusterName& cluster = path.cluster.value().empty() ? only : path.cluster;
    Use& use = out[{cluster, path.topic}];
    use.paths.push_back(path.name);
    use.groups.emplace(path.group, path.name);
    if (path.budget && path.budget->replay_window) {
      if (!use.window || *use.window < *path.budget->replay_window) {
        use.window = path.budget->replay_window;
        use.window_by.clear();
      }
      if (*use.window == *path.budget->replay_window) use.window_by.push_back(path.name);
    }
    if (path.pipeline && !path.pipeline->control_topic.empty())
      out[{cluster, TopicName(path.pipeline->control_topic)}].control_by.push_back(path.name);
  }
  return out;
}

Known<std::int64_t> number_in(const Known<std::string>& text) {
  if (!text) return text.reason();
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size()) return Reason::not_supported;
  return value;
}

class Mapper {
 public:
  Mapper(const Snapshot& snapshot, LocalTime at, const TopicKey& key, const Use& use, std::vector<TopicNeed>& out)
      : snapshot_(snapshot), at_(at), key_(key), use_(use), out_(out), cleanup_(config("cleanup.policy")) {}

  void map(const std::map<GroupKey, GroupMembers>& members, const std::map<GroupKey, std::size_t>& topics_of) {
    retention();
    cleanup();
    in_sync();
    if (!use_.paths.empty()) partitions(members, topics_of);
  }

 private:
  Known<std::string> config(const char* name) const {
    return state_text(snapshot_, key_.first, object::topic(key_.second), std::string(aspect::config_prefix) + name,
                      at_);
  }

  TopicNeed& add(std::string setting, std::string required, Known<std::string> configured, Known<bool> met,
                 const std::vector<std::string>& by, std::string why) {
    return out_.emplace_back(TopicNeed{key_.first, key_.second, std::move(setting), std::move(required),
                                       std::move(configured), met, by, std::move(why)});
  }

  const std::vector<std::string>& everybody() const { return use_.paths.empty() ? use_.control_by : use_.paths; }

  void retention() {
    const bool control = !use_.control_by.empty();
    const Millis wanted = std::max({use_.window.value_or(day), control ? 7 * day : day});
    const bool by_window = use_.window && wanted == *use_.window;
    const Known<std::int64_t> ms = number_in(config("retention.ms"));
    Known<std::string> configured =
        ms.map([](std::int64_t v) { return v < 0 ? "unlimited" : duration_text(Millis(v)); });
    Known<bool> met = ms.map([wanted](std::int64_t v) { return v < 0 || Millis(v) >= wanted; });
    if (cleanup_ && cleanup_->find("delete") == std::string::npos) {
      configured = std::string("not by time");
      met = true;
    }
    add("retention.ms", duration_text(wanted), std::move(configured), met, by_window ? use_.window_by : everybody(),
        by_window ? "as far back it must be possible to read again"
        : control ? "after an outage the sink finishes the commits that it began"
                  : "headroom below a day is warned of");
  }

  void cleanup() {
    if (!use_.window && use_.control_by.empty()) return;
    const Known<bool> met =
        cleanup_.map([](const std::string& policy) { return policy.find("compact") == std::string::npos; });
    add("cleanup.policy", "delete", cleanup_, met, use_.window ? use_.window_by : use_.control_by,
        use_.window ? "compaction keeps the latest record of each key alone: the rest cannot be read again"
                    : "compaction takes away events that a commit still needs");
  }

  void in_sync() {
    const Known<std::int64_t> in_sync = number_in(config("min.insync.replicas"));
    const auto text = [](std::int64_t v) { return std::to_string(v); };
    add("min.insync.replicas", text(in_sync_wanted), in_sync.map(text),
        in_sync.map([](std::int64_t v) { return v >= in_sync_wanted; }), everybody(),
        "what producers were told is safe survives the loss of a broker");
    const std::int64_t wanted = std::max(in_sync_wanted, in_sync.value_or(in_sync_wanted)) + 1;
    const Known<std::int64_t> replicas = fewest_replicas();
    add("replication", text(wanted), replicas.map(text), replicas.map([wanted](std::int64_t v) { return v >= wanted; }),
        everybody(), "one broker may be away while producers write");
  }

  Known<std::int64_t> fewest_replicas() const {
    Known<std::int64_t> fewest = Reason::never_polled;
    for (const PartitionId id : use_.partitions) {
      const Known<std::string> replicas =
          state_text(snapshot_, key_.first, object::partition({key_.second, id}), aspect::replicas, at_);
      if (!replicas) return replicas.reason();
      const auto count = static_cast<std::int64_t>(entries(*replicas).size());
      fewest = std::min(fewest.value_or(count), count);
    }
    return fewest;
  }

  void partitions(const std::map<GroupKey, GroupMembers>& members, const std::map<GroupKey, std::size_t>& topics_of) {
    const auto there = static_cast<std::int64_t>(use_.partitions.size());
    const Known<std::int64_t> configured =
        there > 0 ? Known<std::int64_t>(there)
                  : number_in(state_text(snapshot_, key_.first, object::topic(key_.second), aspect::partitions, at_));
    std::int64_t members_most = -1;
    Reason unknown = Reason::not_applicable;
    std::vector<std::string> by;
    for (const auto& [group, path] : use_.groups) {
      const GroupKey key{key_.first, group};
      const auto topics = topics_of.find(key);
      if (topics == topics_of.end() || topics->second != 1) continue;  // who is idle depends on the other topics
      const auto known = members.find(key);
      if (known == members.end() || !known->second.count) {
        unknown = known == members.end() ? Reason::never_polled : known->second.count.reason();
      } else if (*known->second.count > members_most) {
        members_most = *known->second.count;
        by = {path};
      }
    }
    const Known<std::int64_t> most =
        members_most >= 0 ? Known<std::int64_t>(members_most) : Known<std::int64_t>(unknown);
    if (most.reason() == Reason::not_applicable || members_most == 0) return;
    const auto text = [](std::int64_t v) { return std::to_string(v); };
    TopicNeed& need = add("partitions", {}, configured.map(text), Reason::never_polled, by,
                          "members beyond the partitions read nothing");
    need.required = most.map(text);
    need.met = !most         ? Known<bool>(most.reason())
               : !configured ? Known<bool>(configured.reason())
                             : Known<bool>(*configured >= members_most);
  }

  const Snapshot& snapshot_;
  const LocalTime at_;
  const TopicKey& key_;
  const Use& use_;
  std::vector<TopicNeed>& out_;
  const Known<std::string> cleanup_;
};

void put_partitions(const Snapshot& snapshot, std::map<TopicKey, Use>& uses) {
  for (const Column& column : snapshot.columns) {
    if (column.spec.signal != signal::high) continue;
    const auto tp = object::as_partition(column.spec.object);
    if (!tp) continue;
    const auto use = uses.find({snapshot.cluster_of(column), tp->topic});
    if (use != uses.end()) use->second.partitions.insert(tp->partition);
  }
}

int urgency(const TopicNeed& need) { return !need.met ? 1 : *need.met ? 2 : 0; }

std::vector<Finding> findings_of(const std::vector<TopicNeed>& needs) {
  std::vector<Finding> out;
  for (const TopicNeed& need : needs) {
    if (!need.met || *need.met) continue;
    Finding finding{.rule = "T01", .severity = Severity::warn, .object = object::topic(need.topic)};
    finding.setting = need.setting;
    finding.value = need.configured.value_or("unknown");
    finding.wanted = need.required.value_or("unknown");
    finding.params = {{"why", need.why}};
    out.push_back(std::move(finding));
  }
  sort_findings(out);
  return out;
}
}  // namespace

std::vector<TopicNeed> topic_needs(const Snapshot& snapshot, LocalTime at, const Profile& profile,
                                   const Filter& filter) {
  std::vector<TopicNeed> out;
  // What a path requires does not depend on which group is looked at.
  std::vector<LagRow> rows = lag_rows(snapshot, at, {.cluster = filter.cluster});
  std::map<GroupKey, std::set<TopicName>> read;
  for (const LagRow& row : rows) read[{row.cluster, row.group}].insert(row.partition.topic);
  std::map<GroupKey, std::size_t> topics_of;
  for (const auto& [group, topics] : read) topics_of[group] = topics.size();
  const std::vector<Path> paths = paths_of(std::move(rows), profile, {.cluster = filter.cluster});
  std::map<TopicKey, Use> uses = uses_of(paths, only_cluster(snapshot));
  put_partitions(snapshot, uses);
  const auto members = members_at(snapshot, at);
  for (const auto& [key, use] : uses)
    if (in_scope(filter, key.first, key.second)) Mapper(snapshot, at, key, use, out).map(members, topics_of);
  std::ranges::sort(
      out, {}, [](const TopicNeed& need) { return std::tuple(urgency(need), need.cluster, need.topic, need.setting); });
  return out;
}

Document topic_map_document(const Snapshot& snapshot, LocalTime at, const Profile& profile, const Filter& filter) {
  Document document = frame("topics", snapshot, snapshot.from, at, filter);
  const std::vector<TopicNeed> needs = topic_needs(snapshot, at, profile, filter);
  for (const TopicNeed& need : needs)
    document.rows.push_back({{"cluster", need.cluster.value()},
                             {"topic", need.topic.value()},
                             {"setting", need.setting},
                             {"required", need.required},
                             {"configured", need.configured},
                             {"met", need.met},
                             {"by", CellList(need.by.begin(), need.by.end())},
                             {"why", need.why}});
  document.findings = findings_of(needs);
  return document;
}

}  // namespace tidemark
