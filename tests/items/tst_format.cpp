// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/items/format.h"

using namespace tidemark;

class TestFormat final : public QObject {
  Q_OBJECT
 private slots:
  void durations_data();
  void durations();
  void counts();
  void rates_and_bytes();
  void nearly_all_is_not_all();
  void unknown_is_never_zero();
  void names_are_shortened_in_the_middle();
  void ranges_name_the_day_where_it_changes();
  void foreign_text_is_made_safe();
};

namespace {
QString spaced(QString text) {
  return text.replace(QChar(0x00A0), QLatin1Char(' ')).replace(QChar(0x2009), QLatin1Char(' '));
}
}  // namespace

void TestFormat::durations_data() {
  QTest::addColumn<qint64>("ms");
  QTest::addColumn<QString>("text");
  QTest::newRow("zero") << qint64{0} << QStringLiteral("0 s");
  QTest::newRow("millis") << qint64{250} << QStringLiteral("250 ms");
  QTest::newRow("seconds") << qint64{2'149} << QStringLiteral("2.1 s");
  QTest::newRow("more seconds") << qint64{48'900} << QStringLiteral("49 s");
  QTest::newRow("just under a minute") << qint64{59'700} << QStringLiteral("1 min");
  QTest::newRow("just under ten seconds") << qint64{9'960} << QStringLiteral("10 s");
  QTest::newRow("just under an hour") << qint64{3'599'800} << QStringLiteral("1 h");
  QTest::newRow("just under a day") << qint64{86'399'000} << QStringLiteral("1 d");
  QTest::newRow("minutes") << qint64{912'000} << QStringLiteral("15 min 12 s");
  QTest::newRow("round minutes") << qint64{900'000} << QStringLiteral("15 min");
  QTest::newRow("hours") << qint64{11'520'000} << QStringLiteral("3 h 12 min");
  QTest::newRow("days") << qint64{7LL * 86'400'000} << QStringLiteral("7 d");
  QTest::newRow("negative") << qint64{-5'000} << QStringLiteral("−5.0 s");
}

void TestFormat::durations() {
  QFETCH(qint64, ms);
  QFETCH(QString, text);
  QCOMPARE(spaced(format::duration(Millis(ms))), text);
}

void TestFormat::counts() {
  QCOMPARE(format::count(10'000), QStringLiteral("10,000"));
  QCOMPARE(format::count(9'007'199'254'740'993), QStringLiteral("9,007,199,254,740,993"));
  QCOMPARE(spaced(format::short_count(99'999)), QStringLiteral("99,999"));
  QCOMPARE(spaced(format::short_count(182'400)), QStringLiteral("182 k"));
  QCOMPARE(spaced(format::short_count(1'240'000)), QStringLiteral("1.2 M"));
  QCOMPARE(spaced(format::short_count(999'960)), QStringLiteral("1.0 M"));
}

void TestFormat::rates_and_bytes() {
  QCOMPARE(spaced(format::rate(0)), QStringLiteral("0/s"));
  QCOMPARE(spaced(format::rate(0.4)), QStringLiteral("0.4/s"));
  QCOMPARE(spaced(format::rate(412)), QStringLiteral("412/s"));
  QCOMPARE(spaced(format::rate(1'234)), QStringLiteral("1.2 k/s"));
  QCOMPARE(spaced(format::bytes(212'000'000)), QStringLiteral("212 MB"));
  QCOMPARE(spaced(format::bytes(40)), QStringLiteral("40 B"));
}

void TestFormat::nearly_all_is_not_all() {
  QCOMPARE(spaced(format::percent(0.99999)), QStringLiteral("99.9 %"));
  QCOMPARE(spaced(format::percent(1)), QStringLiteral("100 %"));
  QCOMPARE(spaced(format::percent(0)), QStringLiteral("0 %"));
}

void TestFormat::unknown_is_never_zero() {
  const Known<std::int64_t> nothing = Reason::unreachable;
  QCOMPARE(format::known(nothing, format::count), QStringLiteral("unknown"));
  for (int i = 1; i < reason_count; ++i) {
    const auto reason = static_cast<Reason>(i);
    QVERIFY(!format::sentence(reason).isEmpty());
    QVERIFY(!format::unknown(reason).contains(QLatin1Char('0')));
  }
  QCOMPARE(format::age(Reason::no_history, Millis(1)), QStringLiteral("unknown"));
  QCOMPARE(spaced(format::age(Millis(2'000), Millis(250))), QStringLiteral("2.0 s ± 250 ms"));
}

void TestFormat::names_are_shortened_in_the_middle() {
  QCOMPARE(format::middle(QStringLiteral("connect-orders-sink"), 9), QStringLiteral("conn…sink"));
  QCOMPARE(format::middle(QStringLiteral("short"), 9), QStringLiteral("short"));
}

void TestFormat::ranges_name_the_day_where_it_changes() {
  const LocalTime at = *parse_rfc3339("2026-01-01T23:10:00Z");
  QCOMPARE(format::range(at, at + std::chrono::minutes(40)), QStringLiteral("23:10 – 23:50 UTC"));
  QCOMPARE(format::range(at, at + std::chrono::hours(2)), QStringLiteral("Jan 1 23:10 – Jan 2 01:10 UTC"));
}

void TestFormat::foreign_text_is_made_safe() {
  QVERIFY(format::plain(QStringLiteral("<img src=x>\nline")).contains(QStringLiteral("&lt;img src=x&gt;<br>line")));
}

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
