// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that judges a connector, and what is near to it and is none.
#include <QTest>

#include "models/analysis/connectors.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr int polls = 60;
constexpr Millis step{10'000};
LocalTime time_of(int poll) { return local_time(1'767'225'600'000) + poll * step; }

// A Connect cluster and a Kafka cluster, told poll by poll into memory.
struct World {
  Recorder recorder;
  ClusterName cluster{"prod"};
  LaneId connect = recorder.lane({{"connect", "lake", cluster}, "connectors", step});
  LaneId kafka = recorder.lane({{"kafka", "prod", cluster}, "offsets", step});

  // What a poll sees: objects, aspects, values; the trace of a FAILED one.
  using States = std::vector<std::tuple<std::string, std::string, std::string>>;
  void push(LaneId lane, int poll, const States& states, std::int64_t answered = 1, bool denied = false) {
    Poll p;
    p.lane = lane;
    p.wall = time_of(poll);
    p.mono = MonoTime(poll * step);
    p.boot = "b";
    p.due = 1;
    p.answered = answered;
    for (const auto& [object, aspect, value] : states)
      p.states.push_back({Object(object), aspect, value == "gone" ? std::nullopt : std::optional(value),
                          value == "FAILED" ? "org.Boom: it broke\nat a.b" : ""});
    if (answered == 0) p.errors.push_back({"connectors", Reason::unreachable, "x", denied});
    recorder.push(std::move(p));
  }
};

const World::States sink{{"connector:s", "state", "RUNNING"},
                         {"connector:s", "type", "sink"},
                         {"connector:s", "group", "connect-s"},
                         {"connector:s", "topics", "t"},
                         {"connector:s", "worker", "10.0.0.1:8083"}};

World::States task(int id, const std::string& state, const std::string& worker) {
  const std::string object = "task:s/" + std::to_string(id);
  return {{object, "state", state}, {object, "worker", worker}};
}
World::States member(const std::string& id, int task_id, const std::string& host, const std::string& partitions) {
  const std::string object = "member:connect-s/" + id;
  return {{object, "client-id", "connector-consumer-s-" + std::to_string(task_id)},
          {object, "host", "/" + host},
          {object, "partitions", partitions}};
}
World::States group(const std::string& members, const std::string& state = "Stable",
                    const std::string& type = "classic") {
  return {
      {"group:connect-s", "type", type}, {"group:connect-s", "state", state}, {"group:connect-s", "members", members}};
}
World::States operator+(World::States a, const World::States& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

const World::States two_tasks = task(0, "RUNNING", "10.0.0.1:8083") + task(1, "RUNNING", "10.0.0.2:8083");
const World::States two_members =
    group("m0\nm1") + member("m0", 0, "10.0.0.1", "t/0") + member("m1", 1, "10.0.0.2", "t/1");

struct Marks {
  std::vector<std::pair<std::int64_t, std::int64_t>> committed_and_high;  // by partition, at the first poll
  std::vector<std::pair<std::int64_t, std::int64_t>> growth;              // of both, a poll
};

ConnectorRow row_of(const World::States& connect, const World::States& kafka, const Marks& marks = {},
                    int at = polls - 1, int from = 0) {
  World world;
  std::vector<std::pair<SeriesId, SeriesId>> ids;
  for (std::size_t p = 0; p < marks.committed_and_high.size(); ++p) {
    const Object object("partition:t/" + std::to_string(p));
    ids.emplace_back(world.recorder.series(world.kafka, {signal::group(GroupId("connect-s")), object, "records", 0}),
                     world.recorder.series(world.kafka, {signal::high, object, "records", 0}));
  }
  for (int poll = from; poll < polls; ++poll) {
    Poll p;
    p.lane = world.kafka;
    p.wall = time_of(poll);
    p.mono = MonoTime(poll * step);
    p.boot = "b";
    p.due = p.answered = 1;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const auto [committed, high] = marks.committed_and_high[i];
      const auto [by, high_by] = marks.growth[i];
      p.samples.push_back({ids[i].first, committed + by * poll});
      p.samples.push_back({ids[i].second, high + high_by * poll});
    }
    for (const auto& [object, aspect, value] : kafka) p.states.push_back({Object(object), aspect, value, {}});
    world.recorder.push(std::move(p));
    world.push(world.connect, poll, connect);
  }
  const auto rows = connectors_rows(*world.recorder.snapshot(), time_of(at));
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}

std::string said(const ConnectorRow& row) {
  return std::string(row.judged ? word(*row.judged) : word(row.judged.reason()));
}
}  // namespace

class ConnectorsTest final : public QObject {
  Q_OBJECT
 private slots:
  void all_is_well() {
    const auto row = row_of(sink + two_tasks, two_members);
    QCOMPARE(said(row), std::string("ok"));
    QCOMPARE(*row.group, std::string("connect-s"));
    QCOMPARE(*row.tasks[1].member, std::string("m1"));
    QCOMPARE(*row.tasks[1].host, std::string("10.0.0.2"));
    QCOMPARE(*row.tasks[1].partitions, std::vector<std::string>{"t/1"});
    QCOMPARE(row.tasks[1].trace_head.reason(), Reason::not_applicable);
    QCOMPARE(*row.since, time_of(0));
    QVERIFY(row.why.empty());
  }

  void failed_and_partly_failed() {
    const auto one = row_of(sink + task(0, "RUNNING", "w:1") + task(1, "FAILED", "w:1"), {});
    QCOMPARE(said(one), std::string("partly-failed"));
    QCOMPARE(*one.tasks[1].trace_head, std::string("org.Boom: it broke"));
    QCOMPARE(*one.state, std::string("RUNNING"));
    QCOMPARE(said(row_of(sink + task(0, "FAILED", "w:1") + task(1, "FAILED", "w:1"), {})), std::string("failed"));
    QCOMPARE(said(row_of({{"connector:s", "state", "FAILED"}}, {})), std::string("failed"));
    QCOMPARE(said(row_of(sink + task(0, "RUNNING", "w:1"), {})), std::string("ok"));
  }

  void paused_and_stopped() {
    QCOMPARE(said(row_of({{"connector:s", "state", "PAUSED"}}, {})), std::string("paused"));
    QCOMPARE(said(row_of({{"connector:s", "state", "STOPPED"}}, {})), std::string("paused"));
    // A task that failed stays failed while the connector rests.
    QCOMPARE(said(row_of(World::States{{"connector:s", "state", "PAUSED"}} + task(0, "FAILED", "w:1"), {})),
             std::string("failed"));
  }

  void rebalancing() {
    QCOMPARE(said(row_of(sink + task(0, "UNASSIGNED", "w:1"), {})), std::string("rebalancing"));
    QCOMPARE(said(row_of(sink + two_tasks, group("", "PreparingRebalance"))), std::string("rebalancing"));
    const World::States workers{{"group:connect-cluster", "protocol", "connect"},
                                {"group:connect-cluster", "state", "CompletingRebalance"}};
    QCOMPARE(said(row_of(sink + two_tasks, two_members + workers)), std::string("rebalancing"));
    // Of two such groups nobody knows which is this cluster's.
    const World::States other{{"group:other", "protocol", "connect"}, {"group:other", "state", "Stable"}};
    QCOMPARE(said(row_of(sink + two_tasks, two_members + workers + other)), std::string("ok"));
  }

  void running_and_not_in_the_group() {
    const auto row = row_of(sink + two_tasks, group("m0") + member("m0", 0, "10.0.0.1", "t/0\nt/1"));
    QCOMPARE(said(row), std::string("not-consuming"));
    QVERIFY2(row.why.find("task 1 is RUNNING and not in its group") != std::string::npos, row.why.c_str());
    QCOMPARE(row.tasks[1].member.reason(), Reason::not_applicable);
    QCOMPARE(*row.since, time_of(0));
  }

  void not_in_the_group_for_a_moment_only() {
    // Seen for 50 s: a task that joins is no fault. What was never seen before may be one: not known yet.
    const auto young = row_of(sink + two_tasks, group("m0") + member("m0", 0, "10.0.0.1", "t/0\nt/1"), {}, 59, 54);
    QCOMPARE(said(young), std::string("no-history"));
  }

  void members_that_nobody_can_see_are_not_judged() {
    // The new protocol: the client lists the group and shows no members.
    const auto unseen = row_of(sink + two_tasks, group("", "Stable", "new"));
    QCOMPARE(said(unseen), std::string("ok"));
    QCOMPARE(unseen.tasks[0].member.reason(), Reason::not_supported);
    QCOMPARE(unseen.tasks[0].partitions.reason(), Reason::not_supported);
    // Nobody watches the cluster.
    const auto alone = row_of(sink + two_tasks, {});
    QCOMPARE(said(alone), std::string("ok"));
    QCOMPARE(alone.tasks[0].member.reason(), Reason::never_polled);
    // The connector names its clients itself.
    const World::States own{{"connector:s", "config", R"j({"consumer.override.client.id":"x"})j"}};
    const auto named = row_of(sink + own + two_tasks, two_members);
    QCOMPARE(said(named), std::string("ok"));
    QCOMPARE(named.tasks[0].member.reason(), Reason::ambiguous);
  }

  void a_member_without_partitions() {
    const auto idle = group("m0\nm1") + member("m0", 0, "10.0.0.1", "t/0") + member("m1", 1, "10.0.0.2", "");
    // More tasks than partitions: no fault, with or without lag.
    QCOMPARE(said(row_of(sink + two_tasks, idle, {{{5, 10}}, {{1, 1}}})), std::string("ok"));
    // Unread records in a partition that nobody has.
    const auto row = row_of(sink + two_tasks, idle, {{{5, 10}, {5, 10}}, {{1, 1}, {0, 0}}});
    QCOMPARE(said(row), std::string("not-consuming"));
    QVERIFY2(row.why.find("nobody reads t/1") != std::string::npos, row.why.c_str());
    QCOMPARE(said(row_of(sink + two_tasks, idle, {{{5, 10}, {10, 10}}, {{1, 1}, {0, 0}}})), std::string("ok"));
  }

  void zombies() {
    const auto twice = group("m0\nm1\nz") + member("m0", 0, "10.0.0.1", "t/0") + member("m1", 1, "10.0.0.2", "t/1") +
                       member("z", 0, "10.0.0.3", "");
    const auto row = row_of(sink + two_tasks, twice);
    QCOMPARE(said(row), std::string("zombie"));
    QCOMPARE(row.tasks[0].member.reason(), Reason::ambiguous);
    const auto surplus = two_members + group("m0\nm1\nz") + member("z", 7, "10.0.0.1", "");
    QCOMPARE(said(row_of(sink + two_tasks, surplus)), std::string("zombie"));
    const auto moved = group("m0\nm1") + member("m0", 0, "10.0.0.2", "t/0") + member("m1", 1, "10.0.0.2", "t/1");
    QCOMPARE(said(row_of(sink + two_tasks, moved)), std::string("zombie"));
    // An address that is no worker's: the same machine, seen through a network.
    const auto translated = group("m0\nm1") + member("m0", 0, "172.17.0.9", "t/0") + member("m1", 1, "10.0.0.2", "t/1");
    QCOMPARE(said(row_of(sink + two_tasks, translated)), std::string("ok"));
    const auto names = task(0, "RUNNING", "w1:8083") + task(1, "RUNNING", "w2:8083");
    QCOMPARE(said(row_of(sink + names, moved)), std::string("ok"));
  }

  void stuck_commits() {
    const Marks stuck{{{100, 200}, {100, 200}}, {{0, 10}, {10, 10}}};
    const auto row = row_of(sink + two_tasks, two_members, stuck);
    QCOMPARE(said(row), std::string("stuck-commit"));
    QVERIFY2(row.why.find("task 0") != std::string::npos, row.why.c_str());
    // One of the task's partitions moves; nothing comes; the connector commits every ten minutes only.
    const auto both = group("m0\nm1") + member("m0", 0, "10.0.0.1", "t/0\nt/1") + member("m1", 1, "10.0.0.2", "");
    QCOMPARE(said(row_of(sink + two_tasks, both, stuck)), std::string("ok"));
    QCOMPARE(said(row_of(sink + two_tasks, two_members, {{{100, 200}}, {{0, 0}}})), std::string("ok"));
    const World::States slow{{"connector:s", "proposal", "commit_interval_ms=600000"}};
    QCOMPARE(said(row_of(sink + slow + two_tasks, two_members, stuck)), std::string("ok"));
    // Not for long enough.
    QCOMPARE(said(row_of(sink + two_tasks, two_members, stuck, 59, 50)), std::string("ok"));
  }

  void a_source_has_no_group() {
    const auto row = row_of(World::States{{"connector:s", "state", "RUNNING"}, {"connector:s", "type", "source"}} +
                                task(0, "RUNNING", "w:1"),
                            {});
    QCOMPARE(row.group.reason(), Reason::not_applicable);
    QCOMPARE(row.tasks[0].member.reason(), Reason::not_applicable);
    QCOMPARE(said(row), std::string("ok"));
  }

  void what_connect_does_not_answer_is_unknown() {
    World world;
    for (int i = 0; i < 5; ++i) world.push(world.connect, i, sink + two_tasks);
    world.push(world.connect, 5, {}, 0);
    world.push(world.connect, 6, {}, 0, true);
    const auto snapshot = world.recorder.snapshot();
    QCOMPARE(said(connectors_rows(*snapshot, time_of(4))[0]), std::string("ok"));
    const auto silent = connectors_rows(*snapshot, time_of(5))[0];
    QCOMPARE(silent.judged.reason(), Reason::unreachable);
    QCOMPARE(silent.state.reason(), Reason::unreachable);
    QCOMPARE(silent.tasks[0].state.reason(), Reason::unreachable);
    QCOMPARE(connectors_rows(*snapshot, time_of(6))[0].judged.reason(), Reason::no_permission);
    QCOMPARE(connectors_rows(*snapshot, time_of(20))[0].judged.reason(), Reason::collector_off);
  }

  void what_is_gone_has_no_row() {
    World world;
    world.push(world.connect, 0, sink + two_tasks);
    world.push(world.connect, 1,
               {{"connector:s", "state", "gone"},
                {"connector:s", "type", "gone"},
                {"connector:s", "group", "gone"},
                {"connector:s", "topics", "gone"},
                {"connector:s", "worker", "gone"},
                {"task:s/0", "state", "gone"},
                {"task:s/0", "worker", "gone"},
                {"task:s/1", "state", "gone"},
                {"task:s/1", "worker", "gone"}});
    QVERIFY(connectors_rows(*world.recorder.snapshot(), time_of(1)).empty());
    QCOMPARE(connectors_rows(*world.recorder.snapshot(), time_of(0)).size(), 1U);
  }

  void a_row_has_the_columns_of_the_contract() {
    World world;
    world.push(world.connect, 0, sink + task(0, "FAILED", "w:1"));
    const auto document = connectors_document(*world.recorder.snapshot(), time_of(0));
    QStringList names;
    for (const auto& field : document.rows.at(0)) names << QString::fromStdString(field.name);
    QCOMPARE(names.join(u' '), QStringLiteral("connect connector type class state worker group topics tables judged "
                                              "since why tasks"));
    QCOMPARE(document.coverage, Known<double>(1.0));
    Filter other;
    other.cluster = {"none"};
    QVERIFY(connectors_document(*world.recorder.snapshot(), time_of(0), other).rows.empty());
  }
};

QTEST_GUILESS_MAIN(ConnectorsTest)
#include "tst_connectors.moc"
