// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/analysis/rules/breaks.h"

#include <algorithm>

#include "app/session/finding_text.h"
#include "tests/support/told.h"

namespace tidemark::test {

void plain(Tale& t) { t.no_table(); }

Break reads(int rate, int from) {
  return [rate, from](Tale& t) {
    for (const int p : {0, 1})
      t.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[)" + std::to_string(from) + ", " +
                     std::to_string(rate) + "]]");
  };
}

void hot(Tale& t) {
  plain(t);
  t.high(1, R"("start": 100000, "rates": [[0, 1000]])");
  t.group(1, R"("start": 100000, "rates": [[0, 600]])");
}

void uneven(Tale& t) {
  plain(t);
  t.drop("members");
  std::string many;
  for (int p = 0; p < 6; ++p) {
    t.high(p, R"("start": 100000, "rates": [[0, 100]])");
    t.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[60, 70]])");
    many += (p ? ", " : "") + ("[\"t\", " + std::to_string(p) + "]");
  }
  t.high(6, R"("start": 100000, "rates": [[0, 100]])");
  t.group(6, R"("follow": "high", "delay_polls": 1)");
  t.add("members", R"({"group": "connect-k", "member": "m0", "partitions": [)" + many + "]}");
  t.add("members", R"({"group": "connect-k", "member": "m1", "partitions": [["t", 6]]})");
}

void slow_sink(Tale& t) {
  plain(t);
  reads(40, 80)(t);
  t.metric("sink:store", "put_latency_ms", "[[0, 20], [50, 1800]]");
}

void saturated(Tale& t) {
  plain(t);
  reads(85)(t);
}

void burst(Tale& t) {
  plain(t);
  for (const int p : {0, 1}) t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 320]])");
  reads(120)(t);
}

void storm(Tale& t) {
  for (const int poll : {111, 115, 118}) t.state("group:connect-k", poll, "PreparingRebalance");
  for (const int poll : {113, 116, 119}) t.state("group:connect-k", poll, "Stable");
}

void open_transaction(Tale& t) {
  t.stable(0, R"("follow": "high", "rates": [[60, 0]])");
  t.group(0, R"("follow": "stable", "delay_polls": 1)");
}

void diverted(Tale& t) {
  t.add("topics", R"({"topic": "t-dead", "dead_letter_of": "t"})");
  t.other("t-dead", 0, R"("start": 10, "rates": [[60, 20]])");
}

void short_of_replicas(Tale& t) {
  t.add("isr", R"(["t", 0, 0, 1, [1, 2, 3]])");
  t.add("isr", R"(["t", 0, 60, 1, [1, 3]])");
  t.add("isr", R"(["t", 1, 0, 3, [1, 2, 3]])");
}

void quota(Tale& t) { t.metric("group:connect-k", "throttle_ms", "[[0, 0], [60, 250]]"); }

void replayed(Tale& t) {
  t.group(0, R"("start": 1000, "rates": [[60, 150]])", "again");
  t.add("replays", R"({"group": "again", "topic": "t", "poll": 60, "declared": true})");
}

void new_schema(Tale& t) {
  t.add("events", R"({"poll": 85, "layer": "schema", "object": "registry:r", "kind": "schema-registered",
      "text": "t-value version 3, id 14"})");
}

void no_checkpoints(Tale& t) {
  t.metric("group:connect-k", "checkpoint_failure_rate", "[[0, 0], [80, 0.1]]");
  t.metric("group:connect-k", "backpressure", "[[0, 0.1], [70, 0.9]]");
}

void deleted_is_found(Tale& t) {
  t.metric("sink:connect-k", "tombstones", "[[0, 0], [80, 3]]");
  t.metric("sink:connect-k", "retrieval_age_ms", "[[0, 0], [80, 400000]]");
}

void queue_grows(Tale& t) {
  std::string steps;
  for (int n = 0; n < t.polls(); ++n)
    steps += (n ? ", [" : "[") + std::to_string(n) + ", " + std::to_string(n < 60 ? 10 : (n - 59) * 200) + "]";
  t.metric("sink:connect-k", "queue_depth", "[" + steps + "]");
  t.add("replays", R"({"group": "connect-k", "topic": "t", "poll": 60, "declared": true})");
}

void model_refuses(Tale& t) {
  t.add("probes", R"({"object": "model:embed", "steps": [[0, "ok"], [60, "throttled"]]})");
}

void quiet(Tale& t) {
  for (const int p : {0, 1}) t.high(p, R"("start": 100000, "rates": [[0, 100], [60, 0]])");
}

Profile expecting() {
  Profile profile;
  profile.classes.push_back({.name = "c", .target = Millis(60'000), .objective = 99, .idle = "expect 5m"});
  profile.pipelines.push_back({.name = "p", .topic = "t", .group = "connect-k", .class_name = "c"});
  return profile;
}

std::shared_ptr<const Snapshot> with_coordinator(const Tale& tale, int poll) {
  auto snapshot = std::make_shared<Snapshot>(*tale.told());
  std::size_t kafka = 0;
  while (snapshot->sources.at(kafka).spec.kind != "kafka") ++kafka;
  const Object group("group:connect-k");
  const std::string coordinator(aspect::coordinator);
  snapshot->states.push_back({kafka, group, coordinator, {}, poll_time(0), poll_time(poll), "1", {}});
  snapshot->states.push_back({kafka, group, coordinator, poll_time(poll - 1), poll_time(poll), {}, "2", {}});
  std::ranges::stable_sort(snapshot->states, {}, &StateSpan::from_hi);
  snapshot->index();
  return snapshot;
}

Diagnosis judged(const Snapshot& snapshot, const Profile& profile) {
  return diagnose(snapshot, snapshot.to, rule_texts(), {}, profile);
}

void stall(Tale& t) { t.table(0, R"("follow": "group:connect-k", "delay_polls": 2, "rates": [[80, 0]])"); }

}  // namespace tidemark::test
