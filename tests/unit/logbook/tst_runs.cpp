// SPDX-License-Identifier: GPL-3.0-or-later
// Runs as rows of a logbook: what goes in comes out, rows of one run are one run, what is none is named.
#include <QTest>

#include "models/logbook/runs.h"

using namespace tidemark;

class TestRuns final : public QObject {
  Q_OBJECT
 private slots:
  void a_run_goes_through_a_body();
  void rows_of_one_run_are_one();
  void bodies_that_are_none_are_damaged_data();
  void bodies_that_are_none_are_damaged();
};

namespace {
LogEntry entry(std::int64_t at, const std::string& body, const std::string& kind = lineage_run_kind) {
  return {"u" + std::to_string(at), local_time(at), "ann", kind, body, ""};
}

LineageRun full() {
  LineageRun out;
  out.run_id = "größer \"r\"";
  out.kind = "embedding";
  for (const auto field : {&LineageRun::model, &LineageRun::model_version, &LineageRun::embedding_model,
                           &LineageRun::embedding_version, &LineageRun::chunking_version,
                           &LineageRun::transform_version, &LineageRun::metadata_policy, &LineageRun::access_tag,
                           &LineageRun::region, &LineageRun::deletion_state, &LineageRun::job_id, &LineageRun::after})
    out.*field = "x" + std::to_string(out.source_snapshots.size());
  out.told_by = "cli";
  out.schema_ids = {9'007'199'254'740'993};
  out.source_snapshots = {"s1"};
  out.cut = local_time(1000);
  out.started = local_time(2000);
  out.ended = local_time(3000);
  out.inputs = {{.cluster = ClusterName("c"), .table = "l.t", .snapshot_id = "-7"},
                {.table = "l.u", .as_of = local_time(4000)},
                {.topic = "t", .ranges = {{{TopicName("t"), PartitionId(3)}, 1, 9'007'199'254'740'993}}}};
  out.events = {R"({"a": 1.10})"};
  return out;
}
}  // namespace

void TestRuns::a_run_goes_through_a_body() {
  const LogEntry row = entry(5000, body_of(full()));
  const auto read = runs_in({row, entry(6000, "{}", "note")});
  QVERIFY(read && read->size() == 1);
  LineageRun wanted = full();
  wanted.at = local_time(5000);
  wanted.author = "ann";
  wanted.uuid = "u5000";
  wanted.hash = hash_of(row);
  QVERIFY(read->front() == wanted);
}

void TestRuns::rows_of_one_run_are_one() {
  LineageRun first = full(), later;
  later.run_id = first.run_id;
  later.model = "y";
  later.told_by = "openlineage";
  later.inputs = {{.cluster = ClusterName("c"), .table = "l.t"}, {.table = "l.u", .snapshot_id = "8"}, {.topic = "v"}};
  later.events = {first.events.front(), "{}"};
  LineageRun other;
  other.run_id = "other";
  const auto read = runs_in({entry(1, body_of(first)), entry(2, body_of(other)), entry(3, body_of(later))});
  QVERIFY(read && read->size() == 2);
  const LineageRun& run = read->front();
  QCOMPARE(run.model, std::string("y"));
  QCOMPARE(run.region, first.region);
  QCOMPARE(run.told_by, std::string("several"));
  QCOMPARE(run.inputs.size(), 4u);
  QCOMPARE(run.inputs[0].snapshot_id, std::string("-7"));  // the later one says less
  QCOMPARE(run.inputs[1].snapshot_id, std::string("8"));
  QVERIFY(!run.inputs[1].as_of);
  QCOMPARE(run.events.size(), 2u);  // one of them came twice
  QCOMPARE(run.uuid, std::string("u3"));
}

void TestRuns::bodies_that_are_none_are_damaged_data() {
  QTest::addColumn<QByteArray>("body");
  for (const char* body : {"", "[]", "{}", R"({"run":""})", R"({"run":1})", R"({"run":"r","model":1})",
                           R"({"run":"r","cut":"x"})", R"({"run":"r","inputs":{}})", R"({"run":"r","inputs":[{}]})",
                           R"({"run":"r","inputs":[{"table":"a","topic":"b"}]})",
                           R"({"run":"r","inputs":[{"topic":"t","ranges":[[0,2,1]]}]})",
                           R"({"run":"r","inputs":[{"topic":"t","ranges":[[-1,0,1]]}]})",
                           R"({"run":"r","inputs":[{"topic":"t","ranges":[[0,0]]}]})",
                           R"({"run":"r","schema_ids":["7"]})", R"({"run":"r","events":[{}]})"})
    QTest::newRow(body) << QByteArray(body);
}

void TestRuns::bodies_that_are_none_are_damaged() {
  QFETCH(QByteArray, body);
  const auto read = runs_in({entry(1, body.toStdString())});
  QVERIFY(!read);
  QCOMPARE(read.error().code, ErrorCode::damaged);
  QVERIFY(read.error().what.find("u1") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
