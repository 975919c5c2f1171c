// SPDX-License-Identifier: GPL-3.0-or-later
// What the commits of a table cover of a partition, where some of them do not tell all: a hole is told where no commit
// can hold it, is not known where one may, and is never passed over.
#include <QTest>

#include "models/analysis/alignment.h"
#include "models/analysis/commits.h"
#include "models/analysis/ledger.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
// Of t/0; from = to: only the end is told. Empty: nothing is.
struct Told {
  std::vector<OffsetSpan> ranges;
  std::string operation = "append";
};

std::string commits(const std::vector<Told>& list) {
  QStringList out;
  for (const Told& one : list) {
    QStringList ranges;
    for (const OffsetSpan& of : one.ranges) ranges << QStringLiteral(R"(["t", 0, %1, %2])").arg(of.from).arg(of.to);
    const auto n = out.size() + 1;
    out << QStringLiteral(R"({"table": "l.t", "poll": %1, "snapshot_id": %1, "parent_id": %2, "operation": "%3",)"
                          R"( "added_records": 50, "ranges": [%4]})")
               .arg(n)
               .arg(n > 1 ? QString::number(n - 1) : QStringLiteral("null"), QString::fromStdString(one.operation),
                    ranges.join(QLatin1Char(',')));
  }
  return "\"commits\": [" + out.join(QLatin1Char(',')).toStdString() + ']';
}

std::shared_ptr<const Snapshot> table_of(const std::vector<Told>& list, int mark_at = 1000) {
  const std::string at = "\"start\": " + std::to_string(mark_at);
  return told(20, "\"series\": [" + mark("high", "t", 0, at) + ", " + mark("stable", "t", 0, at) + ", " +
                      group("g", "t", 0, at) + ", " + mark("table", "t", 0, R"("table": "l.t", )" + at) +
                      R"(], "tables": [{"table": "l.t", "writer": "hudi-streamer", "adapter": "b", "group": "g"}], )" +
                      commits(list));
}

Coverage coverage(const Snapshot& of) {
  return coverage_of(commits_at(of, of.to).begin()->second, {TopicName("t"), PartitionId(0)});
}
QString text(const std::vector<OffsetSpan>& spans) {
  QStringList out;
  for (const OffsetSpan& span : spans) out << QStringLiteral("%1-%2").arg(span.from).arg(span.to);
  return out.join(QLatin1Char(' '));
}
}  // namespace

class TestCoverage final : public QObject {
  Q_OBJECT
 private slots:
  void holes_data();
  void holes();
  void a_hole_after_the_first_commit_is_a_gap();
  void a_hole_that_a_commit_may_hold_is_unknown();
  void rows_of_a_commit_that_tells_only_its_end_are_no_duplicates();
  void a_commit_that_does_not_lead_to_the_newest_one_is_not_counted();
  void the_ledger_begins_with_an_end();
  void a_reading_that_tells_less_is_not_the_newest_word();
};

void TestCoverage::holes_data() {
  QTest::addColumn<QString>("covered");
  QTest::addColumn<QString>("holes");
  QTest::addColumn<QString>("unsure");
  QTest::addColumn<std::vector<Told>>("list");
  const auto row = [](const char* name, const char* covered, const char* holes, const char* unsure,
                      const std::vector<Told>& list) {
    QTest::newRow(name) << QString::fromLatin1(covered) << QString::fromLatin1(holes) << QString::fromLatin1(unsure)
                        << list;
  };
  row("all tell", "0-100 150-200", "100-150", "", {{{{0, 100}}}, {{{150, 200}}}});
  row("behind the first commit's end", "400-500", "100-400", "", {{{{100, 100}}}, {{{400, 500}}}});
  row("it goes on where the first ended", "100-500", "", "", {{{{100, 100}}}, {{{100, 500}}}});
  row("it begins again below that", "50-500", "", "", {{{{100, 100}}}, {{{50, 500}}}});
  row("behind what follows on it", "100-200 400-500", "200-400", "", {{{{100, 100}}}, {{{100, 200}}}, {{{400, 500}}}});
  row("the later end may hold it", "0-100 200-300", "", "100-200", {{{{0, 100}}}, {{{200, 300}}}, {{{250, 250}}}});
  row("or a part of it", "0-100 200-300", "150-200", "100-150", {{{{0, 100}}}, {{{200, 300}}}, {{{150, 150}}}});
  row("what tells nothing may hold it", "0-100 200-300", "", "100-200", {{{{0, 100}}}, {{{200, 300}}}, {{}}});
  row("a restore tells where the table ends", "0-100 200-300", "100-200", "",
      {{{{0, 100}}}, {{{100, 100}}, "RESTORE"}, {{{200, 300}}}});
  row("a compaction holds nothing", "0-100 200-300", "100-200", "", {{{{0, 100}}}, {{}, "replace"}, {{{200, 300}}}});
  row("nothing but ends", "", "", "", {{{{100, 100}}}, {{{400, 400}}}});
}

void TestCoverage::holes() {
  QFETCH(QString, covered);
  QFETCH(QString, holes);
  QFETCH(QString, unsure);
  QFETCH(std::vector<Told>, list);
  const Coverage got = coverage(*table_of(list));
  QCOMPARE(text(got.covered), covered);
  QCOMPARE(text(got.holes), holes);
  QCOMPARE(text(got.unsure), unsure);
}

void TestCoverage::a_hole_after_the_first_commit_is_a_gap() {
  const auto s = table_of({{{{100, 100}}}, {{{400, 1000}}}});
  const AlignRow row = align_rows(*s, s->to).at(0);
  QCOMPARE(row.state, AlignState::gap);
  QCOMPARE(row.concerned, std::int64_t{300});
  QVERIFY2(row.reason.find("[100, 400)") != std::string::npos, row.reason.c_str());
}

void TestCoverage::a_hole_that_a_commit_may_hold_is_unknown() {
  const auto s = table_of({{{{0, 100}}}, {{}}, {{{400, 1000}}}});
  const AlignRow row = align_rows(*s, s->to).at(0);
  QCOMPARE(row.state, AlignState::unknown);
  QCOMPARE(row.concerned, std::int64_t{300});
  QVERIFY2(row.reason.find("may be in one that does not: [100, 400)") != std::string::npos, row.reason.c_str());
  const auto whole = table_of({{{{0, 100}}}, {{}}, {{{100, 1000}}}});
  QVERIFY(align_rows(*whole, whole->to).at(0).state != AlignState::unknown);
}

void TestCoverage::rows_of_a_commit_that_tells_only_its_end_are_no_duplicates() {
  const auto beyond = [](const std::vector<Told>& list) {
    const auto s = table_of(list);
    return added_beyond_offsets(commits_at(*s, s->to).begin()->second);
  };
  QCOMPARE(beyond({{{{0, 50}}}, {{{50, 80}}}}), std::optional<std::int64_t>(20));
  QCOMPARE(beyond({{{{50, 50}}}, {{{50, 80}}}}), std::nullopt);
}

// The branch has left it, and nobody who saw that says so any more.
void TestCoverage::a_commit_that_does_not_lead_to_the_newest_one_is_not_counted() {
  const auto after_two = [](const std::string& third) {
    return told(20, "\"commits\": [" +
                        std::string(R"({"table": "l.t", "poll": 1, "snapshot_id": 1, "operation": "append",)"
                                    R"( "ranges": [["t", 0, 0, 100]]}, {"table": "l.t", "poll": 2, "snapshot_id": 2,)"
                                    R"( "parent_id": 1, "operation": "append", "ranges": [["t", 0, 100, 200]]},)") +
                        R"({"table": "l.t", "poll": 3, "snapshot_id": 3, "operation": "append", )" + third +
                        R"("ranges": [["t", 0, 150, 250]]}])");
  };
  QCOMPARE(text(coverage(*after_two(R"("parent_id": 1, )")).covered), QStringLiteral("0-100 150-250"));
  QCOMPARE(text(coverage(*after_two(R"("parent_id": 2, )")).covered), QStringLiteral("0-250"));
  QCOMPARE(text(coverage(*after_two("")).covered), QStringLiteral("0-250"));  // where it goes on from is not told
}

void TestCoverage::the_ledger_begins_with_an_end() {
  const auto relations = [](const std::vector<Told>& list) {
    const auto s = table_of(list);
    std::string out;
    for (const LedgerRow& row : ledger_rows(*s, std::nullopt, s->to))
      out += (out.empty() ? "" : " ") + std::string(word(row.relation));
    return out;
  };
  QCOMPARE(relations({{{{100, 100}}}, {{{100, 200}}}}), std::string("first contiguous"));
  QCOMPARE(relations({{{{100, 100}}}, {{{400, 500}}}}), std::string("first hole"));
  // It read again, and how much of that the first one has is not told.
  QCOMPARE(relations({{{{100, 100}}}, {{{50, 200}}}}), std::string("first unknown"));
  QCOMPARE(relations({{{{100, 100}}}, {{{100, 200}}}, {{{150, 300}}}}), std::string("first contiguous overlap"));
  QCOMPARE(relations({{{{100, 100}}}, {{{100, 200}}}, {{{150, 150}}}}), std::string("first contiguous unknown"));
  // What it has of what lies between is open.
  QCOMPARE(relations({{{{100, 100}}}, {{{300, 300}, {300, 400}}}}), std::string("first unknown"));
  const auto s = table_of({{{{100, 100}}}});
  const Document document = ledger_document(*s, std::nullopt, s->to);
  const auto named = [](const CellRecord& record, const char* name) {
    return std::ranges::find(record, name, &CellField::name)->cell;
  };
  const CellList ranges = std::get<CellList>(named(document.rows.at(0), "ranges").value);
  const CellRecord range = std::get<CellRecord>(ranges.at(0).value);
  QVERIFY(std::get<Reason>(named(range, "from").value) == Reason::no_history);
  QCOMPARE(std::get<std::int64_t>(named(range, "to").value), std::int64_t{100});
}

void TestCoverage::a_reading_that_tells_less_is_not_the_newest_word() {
  TableCommit before{.evidence = Evidence::exact, .ranges = {{{TopicName("t"), PartitionId(0)}, 10, 20}}};
  TableCommit now = before;
  now.ranges[0].from = 20;
  QVERIFY(knew_better(before, now) && !knew_better(now, before));
  QVERIFY(!knew_better(before, before));
}

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
