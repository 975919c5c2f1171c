// SPDX-License-Identifier: GPL-3.0-or-later
// The rules about a sink's control topic: whose reader is behind, what was made anew, and what only looks so.
#include <QTest>

#include "tests/support/told.h"
#include "tests/unit/analysis/rules/breaks.h"

using namespace tidemark;
using namespace tidemark::test;

class TestControlRules final : public QObject {
  Q_OBJECT
 private slots:
  void control_partition_behind();
  void control_topic_made_anew();
  void a_control_end_that_was_read_before_the_table();
  void every_control_partition_behind_is_another_matter();
};

// One control partition 1.9 M behind while the workers are fine.
void TestControlRules::control_partition_behind() {
  Tale tale;
  stall(tale);
  tale.control(0, R"("start": 7000000, "rates": [[0, 5]])", R"("follow": "high", "delay_polls": 1)");
  tale.control(1, R"("start": 7569542, "rates": [[0, 5]])", R"("start": 5648867)");
  const Diagnosis diagnosis = judged(tale);
  QCOMPARE(leading(diagnosis), std::string("R15"));
  QVERIFY(lacks(diagnosis, "R13"));
  QCOMPARE(find(diagnosis, "R15")->finding.confidence, Confidence::high);
  QVERIFY(find(diagnosis, "R15")->title.find("ctl/1") != std::string::npos);
}

void TestControlRules::control_topic_made_anew() {
  Tale tale;
  stall(tale);
  tale.control(0, R"("start": 10, "rates": [[0, 0.01]])", R"("follow": "high")");
  tale.commit(10, 1, 100'000, 100'010, R"(, "control": {"0": 100})");
  const Diagnosis diagnosis = judged(tale);
  QVERIFY(has(diagnosis, "R15"));
  QVERIFY(find(diagnosis, "R15")->title.find("control offset 100") != std::string::npos);
  QVERIFY(lacks(diagnosis, "R13"));
}

// The table was read after the control topic's end, though its poll began before: what lies between was written
// meanwhile.
void TestControlRules::a_control_end_that_was_read_before_the_table() {
  Tale tale;
  stall(tale);
  tale.control(0, R"("start": 10, "rates": [[0, 0.01]])", R"("follow": "high")");
  tale.commit(tale.polls() - 1, 1, 100'000, 100'010, R"(, "control": {"0": 100})");
  Snapshot snapshot = *tale.told();
  QVERIFY(has(judged(snapshot), "R15"));
  for (LaneInfo& lane : snapshot.lanes)
    if (snapshot.sources[lane.source].spec.kind == "tables") lane.polls.back().took = Millis(3'000);
  snapshot.index();
  QVERIFY(lacks(judged(snapshot), "R15"));
}

void TestControlRules::every_control_partition_behind_is_another_matter() {
  Tale tale;
  stall(tale);
  for (const int p : {0, 1})
    tale.control(p, R"("start": 100, "rates": [[0, 5]])", R"("follow": "high", "rates": [[60, 0]])");
  const Diagnosis diagnosis = judged(tale);
  QVERIFY(lacks(diagnosis, "R15"));
  QCOMPARE(leading(diagnosis), std::string("R13"));
  // A group of control offsets is no path of its own.
  for (const DiagnosisRow& row : diagnosis.rows) QVERIFY(row.path.find("coord") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestControlRules)
#include "tst_control_rules.moc"
