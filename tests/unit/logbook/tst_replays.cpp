// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/logbook/replays.h"

using namespace tidemark;

class TestReplays final : public QObject {
  Q_OBJECT
 private slots:
  void a_declaration_goes_through_a_body();
  void the_newest_word_on_an_open_one_holds();
  void a_finish_ends_the_newest_of_its_name();
  void other_kinds_are_passed_over();
  void bodies_that_are_none_are_damaged_data();
  void bodies_that_are_none_are_damaged();
};

namespace {
LogEntry entry(std::int64_t at, const std::string& kind, const std::string& body) {
  return {"u" + std::to_string(at), local_time(at), "ann", kind, body, ""};
}
DeclaredReplay replay(const std::string& name, std::int64_t at) {
  DeclaredReplay out;
  out.name = name;
  out.at = local_time(at);
  out.author = "ann";
  out.group = GroupId("g \"1\"\n");
  out.topic = TopicName("orders");
  return out;
}
LogEntry declared(std::int64_t written, const DeclaredReplay& said) {
  return entry(written, replay_kind, body_of(said));
}
LogEntry finished(std::int64_t written, const std::string& name, std::int64_t at) {
  return entry(written, replay_finish_kind, body_of(ReplayFinish{name, local_time(at), "done"}));
}
}  // namespace

void TestReplays::a_declaration_goes_through_a_body() {
  DeclaredReplay said = replay("again", 5000);
  said.cluster = ClusterName("prod");
  said.from = {{PartitionId(0), 1000}, {PartitionId(11), 9'007'199'254'740'993}};
  said.to = {{PartitionId(0), 2000}, {PartitionId(11), 9'223'372'036'854'775'807}};
  said.reason = "größer";
  said.approver = "kim";
  said.throttle = "5 MB/s";
  said.idempotency = "merged by key";
  said.protect = {GroupId("live"), GroupId("other")};
  const auto live = replay("to live", 4000);
  const auto all = replays_in({declared(1, said), declared(2, live)});
  QVERIFY(all);
  QCOMPARE(all->size(), 2u);
  QVERIFY(all->at(0) == live);  // by the time it is declared for
  QVERIFY(all->at(1) == said);
}

void TestReplays::the_newest_word_on_an_open_one_holds() {
  DeclaredReplay second = replay("again", 2000);
  second.approver = "kim";
  const auto all = replays_in({declared(1, replay("again", 1000)), declared(2, second)});
  QCOMPARE(all->size(), 1u);
  QVERIFY(all->at(0) == second);
}

void TestReplays::a_finish_ends_the_newest_of_its_name() {
  const auto all =
      replays_in({declared(1, replay("again", 1000)), finished(2, "again", 3000), finished(3, "again", 4000),
                  finished(4, "never declared", 4000), declared(5, replay("again", 5000))});
  QCOMPARE(all->size(), 2u);
  QCOMPARE(*all->at(0).finished, local_time(3000));
  QCOMPARE(all->at(0).outcome, std::string("done"));
  QVERIFY(!all->at(1).finished);
}

void TestReplays::other_kinds_are_passed_over() { QVERIFY(replays_in({entry(1, "drill", "not even JSON")})->empty()); }

void TestReplays::bodies_that_are_none_are_damaged_data() {
  QTest::addColumn<std::string>("body");
  const std::string start = R"({"at": "2026-01-01T00:00:00Z", "name": "n", "group": "g", "topic": "t")";
  const auto add = [](const char* name, const std::string& body) { QTest::newRow(name) << body; };
  add("nothing", "");
  add("a list", "[]");
  add("no name", R"({"at": "2026-01-01T00:00:00Z", "group": "g", "topic": "t"})");
  add("no time", R"({"at": "soon", "name": "n", "group": "g", "topic": "t"})");
  add("offsets that are a list", start + R"(, "from": [1]})");
  add("a partition that is none", start + R"(, "from": {"-1": 1}})");
  add("a partition that is a word", start + R"(, "from": {"1x": 1}})");
  add("an offset that is a text", start + R"(, "from": {"1": "7"}})");
  add("an offset below 0", start + R"(, "to": {"1": -7}})");
  add("a range that ends before it begins", start + R"(, "from": {"1": 8}, "to": {"1": 7}})");
}

void TestReplays::bodies_that_are_none_are_damaged() {
  QFETCH(std::string, body);
  QCOMPARE(replays_in({entry(1, replay_kind, body)}).error().code, ErrorCode::damaged);
  QCOMPARE(replays_in({entry(1, replay_finish_kind, R"({"at": 1})")}).error().code, ErrorCode::damaged);
}

QTEST_GUILESS_MAIN(TestReplays)
#include "tst_replays.moc"
