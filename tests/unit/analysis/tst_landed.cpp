// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each day's records: the sum holds to the record, and what is not certain says so.
#include <QTest>

#include "models/analysis/landed/landed_report.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr std::int64_t hour = 3'600'000;
const LocalTime first_day = local_time(story_start_ms);

std::string commit(int poll, int id, std::int64_t from, std::int64_t to, std::int64_t added) {
  const std::string range = from == to ? "" : R"(["t", 0, )" + std::to_string(from) + ", " + std::to_string(to) + "]";
  return R"({"table": "l.t", "poll": )" + std::to_string(poll) + R"(, "snapshot_id": )" + std::to_string(id) +
         R"(, "operation": "append", "added_records": )" + std::to_string(added) + R"(, "ranges": [)" + range + "]}";
}
// The log of "t" grows by so much an hour, from 0 at midnight; a table with these commits.
std::string body(std::initializer_list<std::string> commits, const std::string& high, const std::string& more = {}) {
  std::string list;
  for (const std::string& one : commits) list += (list.empty() ? "" : ", ") + one;
  return R"("series": [)" + mark("high", "t", 0, high) + more +
         R"(], "tables": [{"table": "l.t", "format": "iceberg", "writer": "mine", "adapter": "b"}], "commits": [)" +
         list + "]";
}
std::string hourly(int records) { return R"("start": 0, "rates": [[0, )" + std::to_string(records / 3600.0) + "]]"; }

Profile with_budget(Millis target, const std::string& end = "table") {
  Profile profile;
  profile.pipelines.push_back({.name = "p", .topic = "t", .table = "l.t", .class_name = "analytics"});
  ClassProfile budget;
  budget.name = "analytics";
  budget.target = target;
  budget.end = end;
  profile.classes.push_back(budget);
  return profile;
}
std::vector<LandedRow> rows(const std::shared_ptr<const Snapshot>& s, const Profile& profile = {}) {
  return landed_rows(*s, first_day, s->to, s->to, {}, profile);
}
void ties_out(const LandedRow& row) {
  const std::int64_t dead = row.dead.known() ? row.dead.lo : 0, filtered = row.filtered.known() ? row.filtered.lo : 0;
  QCOMPARE(row.counted, row.landed.lo + filtered + dead + row.in_flight.lo + row.unexplained.hi);
}
Count exact(std::int64_t number) { return Count::exact(number); }
}  // namespace

class TestLanded final : public QObject {
  Q_OBJECT
 private slots:
  void every_record_is_accounted_for();
  void what_was_filtered_is_not_known();
  void a_commit_over_midnight();
  void offsets_that_were_committed_twice();
  void more_rows_than_offsets();
  void a_commit_that_tells_no_offsets();
  void midnight_between_two_polls();
  void late_against_the_budget();
  void dead_letters();
  void a_log_that_was_made_anew();
  void a_day_that_began_before_the_collector();
  void markers_are_no_records();
  void the_document();
};

void TestLanded::every_record_is_accounted_for() {
  const auto s =
      told(60,
           body({commit(11, 1, 0, 1000, 1000), commit(26, 2, 1000, 2400, 1400), commit(30, 3, 2400, 3000, 600)},
                hourly(100)),
           hour);
  const auto found = rows(s);
  QCOMPARE(found.size(), 3u);
  QVERIFY(found[0].whole && found[1].whole && !found[2].whole);
  QCOMPARE(found[0].counted, 2400);
  QVERIFY(found[0].produced.is_exact());
  QCOMPARE(found[0].landed, exact(2400));
  for (const Count& none : {found[0].filtered, found[0].duplicates, found[0].in_flight, found[0].unexplained})
    QCOMPARE(none, exact(0));
  QCOMPARE(found[1].landed, exact(600));
  QCOMPARE(found[1].in_flight, exact(1800));
  QCOMPARE(found[2].in_flight, exact(1100));  // 59 polls
  QVERIFY(!found[0].dead.known() && found[0].dead.reason == Reason::not_applicable);
  QVERIFY(!found[0].late.known());
  for (const LandedRow& row : found) ties_out(row);
}

void TestLanded::what_was_filtered_is_not_known() {
  const auto s = told(60, body({commit(26, 1, 0, 2400, 2390)}, hourly(100)), hour);
  const LandedRow row = rows(s).at(0);
  QCOMPARE(row.landed, exact(2390));
  QVERIFY(!row.filtered.known() && row.filtered.reason == Reason::not_probed);
  QCOMPARE(row.unexplained.lo, 0);
  QCOMPARE(row.unexplained.hi, 10);
  QVERIFY(!row.unexplained.why.empty());
  ties_out(row);
}

void TestLanded::a_commit_over_midnight() {
  const auto whole = rows(told(60, body({commit(30, 1, 0, 3000, 3000)}, hourly(100)), hour));
  QCOMPARE(whole[0].landed, exact(2400));
  QCOMPARE(whole[1].landed, exact(600));
  // 10 of its 3000 offsets became no row: of which day they are is not told.
  const auto less = rows(told(60, body({commit(30, 1, 0, 3000, 2990)}, hourly(100)), hour));
  QCOMPARE(less[0].landed.lo, 2390);
  QCOMPARE(less[0].landed.hi, 2400);
  QCOMPARE(less[1].landed.lo, 590);
  QVERIFY(!less[0].landed.why.empty());
  for (const LandedRow& row : less) ties_out(row);
}

void TestLanded::offsets_that_were_committed_twice() {
  const auto s = told(60, body({commit(10, 1, 0, 900, 900), commit(26, 2, 800, 2400, 1600)}, hourly(100)), hour);
  const LandedRow row = rows(s).at(0);
  QCOMPARE(row.duplicates, exact(100));
  QCOMPARE(row.landed, exact(2400));
  QCOMPARE(row.unexplained, exact(0));
  // Where not every offset became a row, nobody knows whether those did.
  const auto fewer =
      rows(told(60, body({commit(10, 1, 0, 900, 850), commit(26, 2, 800, 2400, 1600)}, hourly(100)), hour)).at(0);
  QCOMPARE(fewer.duplicates.lo, 0);
  QCOMPARE(fewer.duplicates.hi, 100);
  QCOMPARE(fewer.landed.lo, 2350);
  ties_out(fewer);
}

void TestLanded::more_rows_than_offsets() {
  const auto row = rows(told(60, body({commit(26, 1, 0, 2400, 2500)}, hourly(100)), hour)).at(0);
  QCOMPARE(row.duplicates.lo, 0);
  QCOMPARE(row.duplicates.hi, 100);
  QCOMPARE(row.landed.lo, 2400);
  QCOMPARE(row.landed.hi, 2500);
  ties_out(row);
}

void TestLanded::a_commit_that_tells_no_offsets() {
  const std::string mark_of_table = ", " + mark("table", "t", 0, R"("table": "l.t", "follow": "high")");
  const auto row = rows(told(60, body({commit(10, 1, 0, 0, 900)}, hourly(100), mark_of_table), hour)).at(0);
  QCOMPARE(row.landed.lo, 0);
  QCOMPARE(row.landed.hi, 900);
  QVERIFY(row.landed.why.find("does not tell its offsets") != std::string::npos);
  ties_out(row);
}

void TestLanded::midnight_between_two_polls() {
  const auto row = rows(told(20, body({commit(10, 1, 0, 2800, 2800)}, hourly(100)), 7 * hour)).at(0);
  QCOMPARE(row.counted, 2100);  // read at 21:00
  QCOMPARE(row.produced.lo, 2100);
  QCOMPARE(row.produced.hi, 2800);
  QCOMPARE(row.landed, exact(2100));
  ties_out(row);
}

void TestLanded::late_against_the_budget() {
  // Committed at 10:00: what was produced until 08:00 is late, 800 records.
  const auto s = told(60, body({commit(10, 1, 0, 1000, 1000), commit(24, 2, 1000, 2400, 1400)}, hourly(100)), hour);
  const LandedRow row = rows(s, with_budget(Millis(2 * hour))).at(0);
  QCOMPARE(row.late, exact(800 + 1200));
  QCOMPARE(row.budget, Known<Millis>(Millis(2 * hour)));
  const LandedRow between = rows(s, with_budget(Millis(2 * hour + hour / 2))).at(0);
  QCOMPARE(between.late.lo, 700 + 1100);
  QCOMPARE(between.late.hi, 800 + 1200);
  // A promise about the group says nothing of the table.
  QVERIFY(!rows(s, with_budget(Millis(hour), "group")).at(0).late.known());
}

void TestLanded::dead_letters() {
  const std::string letters = ", " + mark("high", "t-dlq", 0, R"("start": 0, "rates": [[3, 0.002], [4, 0]])");
  const auto s = told(60, body({commit(26, 1, 0, 2400, 2393)}, hourly(100), letters), hour);
  Profile profile = with_budget(Millis(hour));
  profile.pipelines[0].dead_letter = "t-dlq";
  const LandedRow row = rows(s, profile).at(0);
  QCOMPARE(row.dead, exact(7));
  QCOMPARE(row.filtered, exact(0));
  QCOMPARE(row.unexplained, exact(0));
  QCOMPARE(rows(s, profile).at(1).dead, exact(0));
  QCOMPARE(landed_topics(*s, s->to, {}, profile), (std::set<std::string>{"t", "t-dlq"}));
  ties_out(row);
  // A topic that is read no more may have taken more since.
  const std::string silent = ", " + mark("high", "t-dlq", 0, R"("values": [0, 0, 0, 7, 7])");
  const auto off = told(60, body({commit(26, 1, 0, 2400, 2393)}, hourly(100), silent), hour);
  QVERIFY(!rows(off, profile).at(0).dead.known());
}

void TestLanded::a_log_that_was_made_anew() {
  std::string values = "\"values\": [0";
  for (int i = 1; i < 30; ++i) values += ", " + std::to_string(i < 10 ? i * 100 : i);
  const LandedRow row = rows(told(30, body({commit(8, 1, 0, 700, 700)}, values + "]"), hour)).at(0);
  QVERIFY(!row.produced.known() && row.produced.reason == Reason::ambiguous);
  QVERIFY(!row.landed.known() && !row.unexplained.known() && !row.filtered.known());
}

void TestLanded::a_day_that_began_before_the_collector() {
  const auto s = told(60, body({commit(26, 1, 0, 2400, 2400)}, R"("start": 500, "rates": [[0, 0.0277777]])"), hour);
  const auto before = landed_rows(*s, first_day - std::chrono::days(2), s->to, s->to);
  QCOMPARE(before.size(), 3u);  // days before the first poll have no row
  Snapshot later = *s;
  later.from += Millis(0);
  for (LaneInfo& lane : later.lanes)
    for (PollInfo& poll : lane.polls) poll.wall += Millis(90 * 60'000);
  later.index();
  const LandedRow row = landed_rows(later, first_day, s->to, s->to).at(0);
  QVERIFY(!row.whole);
  QCOMPARE(row.from, first_day + Millis(90 * 60'000));
  QCOMPARE(row.counted, row.produced.lo);
}

void TestLanded::markers_are_no_records() {
  const auto s = told(60,
                      body({commit(26, 1, 0, 2400, 2390)}, hourly(100)) +
                          R"(, "topics": [{"topic": "t", "cleanup": "delete", "transactional": true}])",
                      hour);
  const LandedRow row = rows(s).at(0);
  QVERIFY(!row.produced.is_exact());
  QVERIFY(row.produced.why.find("transactions") != std::string::npos);
  QVERIFY(row.unexplained.why.find("markers") != std::string::npos);
  QCOMPARE(row.counted, 2400);
}

void TestLanded::the_document() {
  const auto s = told(60, body({commit(26, 1, 0, 2400, 2390)}, hourly(100)), hour);
  const Document document = landed_document(*s, first_day, s->to, s->to);
  QCOMPARE(document.verb, std::string("report landed"));
  QCOMPARE(document.rows.size(), 3u);
  const auto cell = [&](std::string_view name) {
    for (const CellField& field : document.rows[0])
      if (field.name == name) return field.cell.value;
    qFatal("no such cell");
  };
  QCOMPARE(std::get<std::string>(cell("day")), std::string("2026-01-01"));
  QCOMPARE(std::get<std::int64_t>(cell("landed")), 2390);
  QCOMPARE(std::get<Reason>(cell("filtered")), Reason::not_probed);
  QCOMPARE(std::get<std::string>(cell("filtered_is")), std::string("unknown"));
  QCOMPARE(std::get<std::string>(cell("unexplained_is")), std::string("bounded"));
  QCOMPARE(std::get<std::int64_t>(cell("unexplained")), 10);
  QVERIFY(!document.notes.empty());
  Filter nobody;
  nobody.table = {"x"};
  QVERIFY(landed_document(*s, first_day, s->to, s->to, nobody).rows.empty());
}

QTEST_GUILESS_MAIN(TestLanded)
#include "tst_landed.moc"
