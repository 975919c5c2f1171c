// SPDX-License-Identifier: GPL-3.0-or-later
// RegistryPolls: a schema registry "sr" as its collector sees it every 10 s from poll_time(0) on, beside the cluster
// "c" with the topic "orders", pushed into any sink. Thread rule: that of the sink.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/domain/schema_versions.h"
#include "models/domain/sink.h"
#include "tests/support/push.h"
#include "tests/support/told.h"

namespace tidemark::test {

inline SchemaVersion avro(std::int64_t version, std::int64_t id, bool deleted = false) {
  return {version, id, "AVRO", deleted, {}};
}

class RegistryPolls final {
 public:
  using Subjects = std::map<std::string, std::vector<SchemaVersion>>;

  explicit RegistryPolls(SampleSink& sink)
      : sink_(sink),
        lane_(sink.lane({{"registry", "sr", ClusterName("c")}, "subjects", Millis(10'000)})),
        kafka_(sink.lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)})) {}

  // `levels`: of subjects that have one of their own; `level`: that of the registry.
  void poll(std::int64_t n, const Subjects& subjects, const std::map<std::string, std::string>& levels = {},
            const std::string& level = "BACKWARD") {
    Poll poll = begin(n);
    const auto put = [&](const Object& object, std::string_view aspect, std::string value) {
      poll.states.push_back({object, std::string(aspect), std::move(value), {}});
    };
    put(object::registry("sr"), aspect::state, "ok");
    put(object::registry("sr"), aspect::compatibility, level);
    std::string list;
    for (const auto& [name, versions] : subjects) {
      list += (list.empty() ? "" : "\n") + name;
      put(object::subject("sr", name), aspect::schema_versions, schema_lines(versions));
      put(object::subject("sr", name), aspect::compatibility,
          levels.contains(name) ? levels.at(name) : std::string(inherited_level));
    }
    put(object::registry("sr"), aspect::subjects, list);
    push(sink_, std::move(poll));
    Poll cluster = begin(n);
    cluster.lane = kafka_;
    cluster.states = {{object::topic(TopicName("orders")), std::string(aspect::partitions), "3", {}}};
    push(sink_, std::move(cluster));
  }

  void fail(std::int64_t n, bool denied = false) {
    Poll poll = begin(n);
    poll.answered = 0;
    poll.errors = {{"subjects", denied ? Reason::no_permission : Reason::unreachable, "connection refused", denied}};
    poll.states = {{object::registry("sr"), std::string(aspect::state), denied ? "denied" : "unreachable", {}}};
    push(sink_, std::move(poll));
  }

 private:
  Poll begin(std::int64_t n) const {
    Poll poll;
    poll.lane = lane_;
    poll.wall = poll_time(n);
    poll.mono = MonoTime(poll.wall.time_since_epoch());
    poll.boot = "boot";
    poll.due = poll.answered = 2;
    return poll;
  }
  SampleSink& sink_;
  LaneId lane_, kafka_;
};

}  // namespace tidemark::test
