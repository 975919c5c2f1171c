// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of commits, and the gate that stands on what they made durable.
#include <QTest>

#include "models/analysis/gate.h"
#include "models/analysis/ledger.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestLedger final : public QObject {
  Q_OBJECT
 private slots:
  void contiguous_holes_and_overlaps();
  void compaction_is_no_hole();
  void a_commit_that_is_known_to_move_nothing_is_no_hole();
  void unknown_ranges();
  void a_line_whose_begin_is_not_known();
  void rolled_back_commits_stay();
  void by_order_where_no_parents_are_told();
  void the_newest_word_holds();
  void what_the_table_told_stays_true();
  void window_and_filters();
  void gate_proves_both_answers();
  void gate_and_estimates();
  void gate_of_a_table_without_partitions();
};

namespace {
std::string commit(int poll, int id, const std::string& parent, const std::string& operation, const std::string& ranges,
                   const std::string& table = "l.t") {
  return R"({"table": ")" + table + R"(", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" +
         std::to_string(id) + (parent.empty() ? "" : ", \"parent_id\": " + parent) + R"(, "operation": ")" + operation +
         R"(", "ranges": [)" + ranges + "]}";
}
std::string commits(std::initializer_list<std::string> list) {
  std::string out = "\"commits\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}
std::string relations(const std::vector<LedgerRow>& rows) {
  std::string out;
  for (const LedgerRow& row : rows) out += (out.empty() ? "" : " ") + std::string(word(row.relation));
  return out;
}
std::string at_end(const Snapshot& s) { return relations(ledger_rows(s, std::nullopt, s.to)); }
}  // namespace

void TestLedger::contiguous_holes_and_overlaps() {
  const auto s = told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100], ["t", 1, 0, 10])"),
                                   commit(2, 2, "1", "append", R"(["t", 0, 100, 200])"),
                                   commit(3, 3, "2", "append", R"(["t", 0, 230, 300], ["t", 1, 10, 20])"),
                                   commit(4, 4, "3", "append", R"(["t", 0, 260, 400])"),
                                   commit(5, 5, "4", "append", R"(["t", 2, 7, 9])"),
                                   commit(6, 6, "5", "append", R"(["t", 0, 390, 391], ["t", 1, 21, 30])")}));
  const auto rows = ledger_rows(*s, std::nullopt, s->to);
  QCOMPARE(relations(rows), std::string("first contiguous hole overlap contiguous hole"));
  QCOMPARE(rows[2].missing, 30);
  QCOMPARE(rows[3].again, 40);
  QCOMPARE(rows[5].missing, 1);
  QCOMPARE(rows[5].again, 1);
  QCOMPARE(ledger_document(*s, std::nullopt, s->to).notes.size(), 3u);
}

void TestLedger::compaction_is_no_hole() {
  const auto s =
      told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"), commit(2, 2, "1", "replace", ""),
                        commit(3, 3, "2", "delete", ""), commit(4, 4, "3", "append", R"(["t", 0, 100, 200])")}));
  QCOMPARE(at_end(*s), std::string("first contiguous contiguous contiguous"));
}

void TestLedger::a_commit_that_is_known_to_move_nothing_is_no_hole() {
  Snapshot s =
      *told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"), commit(2, 2, "1", "ADD COLUMNS", ""),
                         commit(3, 3, "2", "append", R"(["t", 0, 130, 200])")}));
  QCOMPARE(at_end(s), std::string("first unknown unknown"));
  TableCommit& columns = s.commits[1].commit;
  columns.added_records = 0;
  columns.evidence = Evidence::unknown;
  QCOMPARE(at_end(s), std::string("first unknown unknown"));  // no rows, but it may have read some
  columns.evidence = Evidence::exact;
  QCOMPARE(at_end(s), std::string("first contiguous hole"));
  QCOMPARE(ledger_rows(s, std::nullopt, s.to)[2].missing, 30);
}

void TestLedger::unknown_ranges() {
  const auto s = told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"), commit(2, 2, "1", "append", ""),
                                   commit(3, 3, "2", "append", R"(["t", 0, 150, 200])"),
                                   commit(4, 4, "3", "append", R"(["t", 0, 200, 300])")}));
  QCOMPARE(at_end(*s), std::string("first unknown unknown contiguous"));
}

void TestLedger::a_line_whose_begin_is_not_known() {
  const auto s = told(60, commits({commit(1, 8, "7", "append", R"(["t", 0, 50, 100])"),
                                   commit(2, 9, "8", "append", R"(["t", 0, 100, 200])")}));
  QCOMPARE(at_end(*s), std::string("unknown contiguous"));
}

void TestLedger::rolled_back_commits_stay() {
  const auto told_s = told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"),
                                        commit(2, 2, "1", "append", R"(["t", 0, 100, 200])"),
                                        commit(5, 3, "1", "append", R"(["t", 0, 100, 300])")}));
  Snapshot s = *told_s;
  s.states.push_back(
      {s.commits.front().source, Object("table:l.t"), std::string(aspect::rolled_back), {}, poll_time(4), {}, "2", ""});
  s.index();
  const auto rows = ledger_rows(s, std::nullopt, s.to);
  QCOMPARE(relations(rows), std::string("first contiguous contiguous"));
  QVERIFY(!rows[0].rolled_back && rows[1].rolled_back && !rows[2].rolled_back);
  const Document document = ledger_document(s, std::nullopt, s.to);
  QCOMPARE(document.notes,
           std::vector<std::string>{"l.t: snapshot 2 was rolled back: what it holds is not in the table"});
  QVERIFY(!ledger_rows(s, std::nullopt, poll_time(3))[1].rolled_back);  // not yet
}

void TestLedger::by_order_where_no_parents_are_told() {
  const auto s =
      told(60, commits({commit(1, 1, "", "STREAMING UPDATE", R"(["t", 0, 0, 100])"), commit(2, 2, "", "OPTIMIZE", ""),
                        commit(3, 3, "", "STREAMING UPDATE", R"(["t", 0, 100, 200])"),
                        commit(4, 4, "", "STREAMING UPDATE", R"(["t", 0, 205, 210])")}));
  QCOMPARE(at_end(*s), std::string("first contiguous contiguous hole"));
}

void TestLedger::the_newest_word_holds() {
  Snapshot s = *told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"), commit(2, 2, "1", "append", "")}));
  s.commits.push_back(s.commits.back());
  s.commits.back().commit.ranges = {{{TopicName("t"), PartitionId(0)}, 100, 150}};
  QCOMPARE(at_end(s), std::string("first contiguous"));
}

// A later reading of the same snapshot, whose parent has expired meanwhile, cannot measure its ranges any more.
void TestLedger::what_the_table_told_stays_true() {
  const std::string last = commit(2, 2, "1", "append", R"(["t", 0, 100, 150])");
  Snapshot s = *told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"), last}));
  for (SeenCommit& seen : s.commits) seen.commit.evidence = Evidence::exact;
  s.commits.push_back(s.commits.back());
  s.commits.back().commit.ranges.clear();
  QCOMPARE(at_end(s), std::string("first contiguous"));
  for (SeenCommit& seen : s.commits) seen.commit.evidence = Evidence::derived;  // a later doubt holds
  QCOMPARE(at_end(s), std::string("first unknown"));
}

void TestLedger::window_and_filters() {
  const auto s = told(60, commits({commit(1, 1, "", "append", R"(["t", 0, 0, 100])"),
                                   commit(9, 2, "1", "append", R"(["t", 0, 100, 200])"),
                                   commit(3, 1, "", "append", R"(["u", 0, 0, 100])", "l.u")}));
  QCOMPARE(relations(ledger_rows(*s, poll_time(5), s->to)), std::string("contiguous"));  // it knows what came before
  QCOMPARE(ledger_rows(*s, std::nullopt, poll_time(2)).size(), 1u);
  Filter filter;
  filter.table = {"*.u"};
  QCOMPARE(ledger_rows(*s, std::nullopt, s->to, filter).size(), 1u);
  filter = {};
  filter.topic = {"t"};
  QCOMPARE(ledger_rows(*s, std::nullopt, s->to, filter).size(), 2u);
}

namespace {
const std::string flow =
    R"("series": [{"mark": "high", "topic": "t", "partition": 0, "rates": [[0, 100]]},
                  {"mark": "group", "topic": "t", "partition": 0, "group": "g", "follow": "high"},
                  {"mark": "table", "topic": "t", "partition": 0, "table": "l.t", "follow": "high", "delay_polls": 5}], )";
GateRow gate(const Snapshot& s, LocalTime through) {
  Filter filter;
  filter.table = {"l.t"};
  return gate_rows(s, s.to, through, filter).at(0);
}
}  // namespace

void TestLedger::gate_proves_both_answers() {
  const auto s = told(40, flow + R"("tables": [{"table": "l.t", "adapter": "a", "group": "g"}])");
  QVERIFY(gate(*s, poll_time(34)).verdict == GateVerdict::yes);
  QVERIFY(gate(*s, poll_time(34) + Millis(1)).verdict == GateVerdict::cannot_tell);  // between two samples
  QVERIFY(gate(*s, poll_time(35)).verdict == GateVerdict::cannot_tell);
  QVERIFY(gate(*s, poll_time(35) + Millis(1)).verdict == GateVerdict::no);
  QVERIFY(gate(*s, poll_time(900)).verdict == GateVerdict::no);
  QCOMPARE(*gate(*s, poll_time(900)).complete_through, poll_time(34));
}

void TestLedger::gate_and_estimates() {
  const auto s = told(40, flow + R"("tables": [{"table": "l.t", "adapter": "d", "group": "g"}])");
  const GateRow row = gate(*s, poll_time(1));
  QVERIFY(row.verdict == GateVerdict::cannot_tell);
  QVERIFY(row.reason.find("estimated") != std::string::npos);
}

void TestLedger::gate_of_a_table_without_partitions() {
  const auto s = told(40, R"("tables": [{"table": "l.t", "adapter": "f"}])");
  QVERIFY(gate(*s, poll_time(1)).verdict == GateVerdict::cannot_tell);
  QVERIFY(gate_verdict({}) == GateVerdict::cannot_tell);
  GateRow yes, no;
  yes.verdict = GateVerdict::yes;
  no.verdict = GateVerdict::no;
  QVERIFY(gate_verdict({yes, yes}) == GateVerdict::yes);
  QVERIFY(gate_verdict({yes, no}) == GateVerdict::no);
  QVERIFY(gate_verdict({yes, GateRow{}}) == GateVerdict::cannot_tell);
}

QTEST_GUILESS_MAIN(TestLedger)
#include "tst_ledger.moc"
