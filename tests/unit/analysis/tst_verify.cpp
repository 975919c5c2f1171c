// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/verify.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestVerify final : public QObject {
  Q_OBJECT
 private slots:
  void counted_records_decide_data();
  void counted_records_decide();
  void offsets_are_an_upper_bound();
  void one_range_that_was_not_counted_leaves_the_bound();
  void what_a_snapshot_does_not_say();
  void which_commits();
  void findings();
};

namespace {
std::string commit(int poll, int id, const std::string& ranges, const std::string& more) {
  return R"({"table": "l.t", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" + std::to_string(id) +
         R"(, "ranges": [)" + ranges + "]" + more + "}";
}
std::shared_ptr<const Snapshot> with(const std::string& commits) {
  return told(30, R"("series": [)" + mark("high", "t", 0, R"("start": 1000)") + ", " +
                      mark("high", "t", 1, R"("start": 1000)") +
                      R"(], "tables": [{"table": "l.t", "format": "iceberg", "writer": "x", "adapter": "b"}],
                         "commits": [)" +
                      commits + "]");
}
const std::string append = R"(, "operation": "append")";
std::string added(int records) { return append + R"(, "added_records": )" + std::to_string(records); }
const std::string two = R"(["t", 0, 100, 200], ["t", 1, 100, 200])";

RecordCounts counts(Known<std::int64_t> first, Known<std::int64_t> second) {
  const auto range = [](int partition) {
    return LogRange{ClusterName("c"), {{TopicName("t"), PartitionId(partition)}, 100, 200}};
  };
  return {{range(0), first}, {range(1), second}};
}
VerifyRow only(const Snapshot& snapshot, const RecordCounts& counted) {
  const auto rows = verify_rows(commits_to_verify(snapshot, {}, snapshot.to), counted);
  if (rows.size() != 1) qFatal("%zu rows", rows.size());
  return rows.front();
}
}  // namespace

void TestVerify::counted_records_decide_data() {
  QTest::addColumn<int>("rows");
  QTest::addColumn<Verified>("verdict");
  QTest::addColumn<int>("difference");
  QTest::newRow("equal") << 190 << Verified::equal << 0;
  QTest::newRow("fewer") << 189 << Verified::fewer << -1;
  QTest::newRow("more") << 195 << Verified::more << 5;
}

void TestVerify::counted_records_decide() {
  QFETCH(int, rows);
  QFETCH(Verified, verdict);
  QFETCH(int, difference);
  const VerifyRow row = only(*with(commit(3, 1, two, added(rows))), counts(100, 90));
  QCOMPARE(*row.records, 190);
  QCOMPARE(row.completeness, std::string_view("exact"));
  QCOMPARE(row.verdict, verdict);
  QCOMPARE(*row.difference, difference);
}

void TestVerify::offsets_are_an_upper_bound() {
  for (const int rows : {0, 190, 200}) {
    const VerifyRow row = only(*with(commit(3, 1, two, added(rows))), {});
    QCOMPARE(row.completeness, std::string_view("bounded"));
    QCOMPARE(*row.offsets, 200);
    QCOMPARE(row.verdict, Verified::cannot_tell);
    QCOMPARE(row.records.reason(), Reason::not_probed);
    QVERIFY(!row.difference);
    QVERIFY(row.reason.find("at most 200") != std::string::npos);
  }
  const VerifyRow more = only(*with(commit(3, 1, two, added(201))), {});
  QCOMPARE(more.verdict, Verified::more);
  QVERIFY(!more.difference);  // by how much is not known
}

void TestVerify::one_range_that_was_not_counted_leaves_the_bound() {
  const VerifyRow row = only(*with(commit(3, 1, two, added(150))), counts(100, Reason::expired));
  QCOMPARE(row.completeness, std::string_view("bounded"));
  QCOMPARE(row.records.reason(), Reason::expired);
  QCOMPARE(row.verdict, Verified::cannot_tell);
}

void TestVerify::what_a_snapshot_does_not_say() {
  const VerifyRow silent = only(*with(commit(3, 1, two, append)), counts(100, 100));
  QCOMPARE(silent.verdict, Verified::cannot_tell);
  QVERIFY(!silent.added && !silent.difference);
  QCOMPARE(*silent.records, 200);
  const VerifyRow nowhere = only(*with(commit(3, 1, "", added(5))), counts(100, 100));
  QCOMPARE(nowhere.verdict, Verified::cannot_tell);
  QCOMPARE(nowhere.completeness, std::string_view("unknown"));
  QVERIFY(!nowhere.records && !nowhere.offsets);
}

void TestVerify::which_commits() {
  const auto s = with(commit(3, 1, two, added(200)) + ", " +
                      commit(6, 2, R"(["t", 0, 200, 300])", R"(, "parent_id": 1)" + added(100)) + ", " +
                      commit(9, 3, "", R"(, "parent_id": 2, "operation": "replace", "added_records": 100)"));
  const auto ids = [&](std::optional<LocalTime> from, const Filter& filter = {}) {
    std::string out;
    for (const LedgerRow& row : commits_to_verify(*s, from, s->to, filter)) out += row.commit.snapshot_id + ' ';
    return out;
  };
  QCOMPARE(ids({}), std::string("2 "));  // the newest that brought records
  QCOMPARE(ids(poll_time(0)), std::string("1 2 "));
  QCOMPARE(ids(poll_time(5)), std::string("2 "));
  Filter filter;
  filter.table = {"other"};
  QCOMPARE(ids({}, filter), std::string());
  QCOMPARE(ranges_of(commits_to_verify(*s, poll_time(0), s->to)).size(), 3u);
}

void TestVerify::findings() {
  const auto s = with(commit(3, 1, two, added(180)));
  const Document fewer = verify_document(*s, {}, s->to, {}, counts(100, 90));
  QCOMPARE(fewer.findings.size(), 1u);
  QCOMPARE(fewer.findings[0].rule, std::string("A09"));
  QCOMPARE(fewer.findings[0].object.value(), std::string("table:l.t"));
  QVERIFY(verify_document(*s, {}, s->to, {}, counts(100, 80)).findings.empty());
  QVERIFY(verify_document(*s, {}, s->to, {}, {}).findings.empty());
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
