// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/domain/levels.h"

using namespace tidemark;

class TestLevels final : public QObject {
  Q_OBJECT
 private slots:
  void the_level_follows_pixels_rows_and_reach_data();
  void the_level_follows_pixels_rows_and_reach();
  void sums_count_what_is_known();
  void a_lag_says_whose_fault_it_is();
  void the_worse_reason_stays();
};

namespace {
constexpr std::int64_t day = 24LL * 3'600'000;
constexpr Millis ten_seconds{10'000};
const std::vector<LevelReach> all{
    {Grain::raw, local_time(70 * day)}, {Grain::five_minutes, local_time(10 * day)}, {Grain::hour, local_time(0)}};
}  // namespace

void TestLevels::the_level_follows_pixels_rows_and_reach_data() {
  QTest::addColumn<double>("days");  // before day 100
  QTest::addColumn<int>("columns");
  QTest::addColumn<int>("rows");
  QTest::addColumn<int>("level");
  QTest::newRow("an hour") << 1.0 / 24 << 1000 << 50 << 0;
  QTest::newRow("24 h of 1,000 series") << 1.0 << 1920 << 1000 << 0;
  QTest::newRow("24 h of more") << 1.0 << 1920 << 1001 << 1;
  QTest::newRow("an hour of many") << 1.0 / 24 << 1000 << 60'000 << 0;
  QTest::newRow("an hour of too many") << 1.0 / 24 << 1000 << 200'000 << 1;
  QTest::newRow("24 h in few columns") << 1.0 << 280 << 10 << 1;
  QTest::newRow("7 days") << 7.0 << 1000 << 200 << 1;
  QTest::newRow("7 days in few columns") << 7.0 << 160 << 200 << 2;
  QTest::newRow("30 days") << 30.0 << 1000 << 200 << 1;
  QTest::newRow("30 days of many") << 30.0 << 1000 << 2000 << 2;
  QTest::newRow("an hour, long ago") << 0.0 << 1000 << 5 << 0;
  QTest::newRow("60 days: samples are gone") << 60.0 << 100'000 << 1 << 1;
  QTest::newRow("99 days: buckets of 5 min are gone") << 99.0 << 100'000 << 1 << 2;
}
void TestLevels::the_level_follows_pixels_rows_and_reach() {
  QFETCH(double, days);
  QFETCH(int, columns);
  QFETCH(int, rows);
  QFETCH(int, level);
  const LocalTime to = local_time(100 * day);
  const LocalTime from = to - Millis(static_cast<std::int64_t>(days * static_cast<double>(day)));
  QCOMPARE(static_cast<int>(choose_level(from, to, columns, static_cast<std::size_t>(rows), all, ten_seconds)), level);
  // Without buckets there is nothing to choose from.
  QCOMPARE(choose_level(from, to, columns, 100'000'000, std::span(all).first(1), ten_seconds), Grain::raw);
  QCOMPARE(choose_level(from, to, columns, 100'000'000, {}, ten_seconds), Grain::raw);
}

void TestLevels::sums_count_what_is_known() {
  LevelColumn a, b, c;
  a.buckets = {{10, 5, 20, 30, Reason::none, false}, {1, 1, 1, 30, Reason::none, false}};
  b.buckets = {{7, 7, 9, 30, Reason::none, false}, {0, 0, 0, 0, Reason::unreachable, false}};
  c.buckets = {{1, 0, 40, 3, Reason::no_commit, false}, {0, 0, 0, 0, Reason::no_commit, false}};
  const std::vector<const LevelColumn*> lags{&a, &b, &c};
  const auto sums = sum_of_lags(lags);
  QCOMPARE(sums.size(), std::size_t{2});
  QCOMPARE(sums[0].last, std::int64_t{18});
  QCOMPARE(sums[0].highest, std::int64_t{40});
  QCOMPARE(sums[0].known, 3U);
  QCOMPARE(sums[1].last, std::int64_t{1});
  QCOMPARE(sums[1].known, 1U);
  QCOMPARE(sums[1].all, 3U);
  QCOMPARE(sums[1].reason, Reason::unreachable);
  QVERIFY(sum_of_lags({}).empty());
}

void TestLevels::a_lag_says_whose_fault_it_is() {
  QCOMPARE(*lag_between(3, 10), std::int64_t{7});
  QCOMPARE(lag_between(Reason::no_commit, Reason::leaderless).reason(), Reason::no_commit);
  QCOMPARE(lag_between(3, Reason::leaderless).reason(), Reason::leaderless);
  QCOMPARE(lag_between(11, 10).reason(), Reason::ambiguous);
}

void TestLevels::the_worse_reason_stays() {
  QCOMPARE(worse_reason(Reason::none, Reason::never_polled), Reason::never_polled);
  QCOMPARE(worse_reason(Reason::unreachable, Reason::not_probed), Reason::unreachable);
  for (int a = 0; a < reason_count; ++a)
    for (int b = 0; b < reason_count; ++b)
      QCOMPARE(worse_reason(static_cast<Reason>(a), static_cast<Reason>(b)),
               worse_reason(static_cast<Reason>(b), static_cast<Reason>(a)));
}

QTEST_GUILESS_MAIN(TestLevels)
#include "tst_levels.moc"
