// SPDX-License-Identifier: GPL-3.0-or-later
// Ages by look-ups of time, against simulated logs whose timestamps are known: steady, bursty, diurnal and log-uniform
// over 7 days, 200 partitions each.
#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

#include "collectors/kafka/age_search.h"

using namespace tidemark;

namespace {
constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute, day = 24 * hour;
constexpr std::int64_t now0 = 1'767'225'600'000;

struct Log {
  std::vector<std::int64_t> times;  // ascending
  std::int64_t first_at(std::int64_t time) const { return std::ranges::lower_bound(times, time) - times.begin(); }
};

std::vector<std::int64_t> draw(const std::string& kind, std::size_t count, std::mt19937_64& random) {
  std::uniform_real_distribution<double> uniform(0, 1);
  std::vector<std::int64_t> times;
  const double span = 7.0 * day;
  while (times.size() < count) {
    double age = 0;
    if (kind == "steady") age = uniform(random) * span;
    if (kind == "bursty") age = std::floor(uniform(random) * 7 * 24) * hour + uniform(random) * minute;
    if (kind == "diurnal") {
      age = uniform(random) * span;
      if (uniform(random) > 0.05 + 0.95 * std::pow(std::sin(age / day * 3.14159), 2)) continue;
    }
    if (kind == "log-uniform") age = std::exp(std::log(200.0) + uniform(random) * (std::log(span) - std::log(200.0)));
    times.push_back(now0 - static_cast<std::int64_t>(age));
  }
  std::ranges::sort(times);
  return times;
}

std::size_t asked = 0;

// Searches as the collector does; returns the rounds.
int search(const Log& log, TimeIndex& index, std::int64_t offset, std::int64_t now, std::optional<std::int64_t> hint,
           AgeResult& result) {
  const auto high = static_cast<std::int64_t>(log.times.size());
  const Pace pace = index.size() > 0 || hint ? Pace::quick : Pace::frugal;
  for (int round = 0; round < 20; ++round) {
    const auto bracket = index.around(offset);
    if (const auto age = settled_age(bracket, now)) {
      result = *age;
      return round;
    }
    const auto probes = next_probes(bracket, {offset, now, hint, pace}, round);
    if (probes.empty() || probes.size() > 6) return 99;
    asked += probes.size();
    for (const auto time : probes) {
      const auto first = log.first_at(time);
      first < high ? index.learn(time, first) : index.learn_none(time, high);
    }
  }
  return 99;
}
}  // namespace

class AgeSearchTest : public QObject {
  Q_OBJECT

 private slots:
  void cold_and_warm_data() {
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"steady", "bursty", "diurnal", "log-uniform"}) QTest::newRow(kind) << kind;
  }
  void cold_and_warm() {
    QFETCH(QString, kind);
    std::mt19937_64 random(11);
    double worst = 0;
    std::size_t cold_asked = 0;
    int cold_rounds = 0, still_rounds = 0, warm_rounds = 0;
    for (int partition = 0; partition < 200; ++partition) {
      Log log{draw(kind.toStdString(), 5000, random)};
      TimeIndex index;
      const auto offset = std::uniform_int_distribution<std::int64_t>(0, 4900)(random);
      const auto check = [&](std::int64_t at, std::int64_t now, std::optional<std::int64_t> hint) {
        AgeResult result;
        const int rounds = search(log, index, at, now, hint, result);
        const auto truth = now - log.times[static_cast<std::size_t>(at)];
        const auto off = std::abs(truth - result.age);
        if (off > result.error)
          qFatal("outside its error bar: %lld > %lld", static_cast<long long>(off),
                 static_cast<long long>(result.error));
        if (off > 100) worst = std::max(worst, static_cast<double>(off) / static_cast<double>(truth));
        return rounds;
      };
      asked = 0;
      cold_rounds = std::max(cold_rounds, check(offset, now0, std::nullopt));
      cold_asked += asked;
      // The same offset later needs nothing.
      still_rounds = std::max(still_rounds, check(offset, now0 + 10 * second, std::nullopt));
      // The consumer went on by some records.
      const auto next = std::min<std::int64_t>(offset + 40, 4999);
      warm_rounds = std::max(warm_rounds, check(next, now0 + 10 * second, std::nullopt));
      const std::int64_t offsets[]{next};
      index.keep(offsets);
      QVERIFY(index.size() <= 8);
    }
    qInfo("%s: worst %.3f %%, rounds cold %d, warm %d; cold look-ups %.1f", qPrintable(kind), worst * 100, cold_rounds,
          warm_rounds, static_cast<double>(cold_asked) / 200);
    QVERIFY2(worst <= 0.01, qPrintable(QString::number(worst)));
    QVERIFY2(cold_rounds <= 10, qPrintable(QString::number(cold_rounds)));
    QVERIFY(cold_asked <= 200 * 15);
    QVERIFY2(warm_rounds <= 3, qPrintable(QString::number(warm_rounds)));
    QCOMPARE(still_rounds, 0);
  }

  // A consumer that follows a live log at some distance, polled every 10 s, hinted by what the polls saw of the log's
  // end.
  void following_a_live_log_takes_three_rounds_at_most_data() {
    QTest::addColumn<qint64>("distance");
    for (const std::int64_t distance : {300 * second / second, 5 * second, 60 * second, hour})
      QTest::addRow("%lld ms behind", static_cast<long long>(distance)) << static_cast<qint64>(distance);
  }
  void following_a_live_log_takes_three_rounds_at_most() {
    QFETCH(qint64, distance);
    std::mt19937_64 random(5);
    std::exponential_distribution<double> gap(1.0 / 50);  // 20 records a second
    Log log;
    TimeIndex index;
    HighHistory history;
    double time = static_cast<double>(now0 - 2 * hour);
    int rounds = 0;
    for (int poll = 0; poll < 400; ++poll) {
      const std::int64_t now = now0 - 2 * hour + (poll + 1) * 10 * second;
      while (time < static_cast<double>(now)) {
        log.times.push_back(static_cast<std::int64_t>(time));
        time += gap(random);
      }
      const auto high = static_cast<std::int64_t>(log.times.size());
      history.add(now, high);
      const auto offset = log.first_at(now - distance);
      if (offset >= high || poll < 3) continue;
      AgeResult result;
      const int used = search(log, index, offset, now, history.written(offset), result);
      if (offset > 10) rounds = std::max(rounds, poll > 3 ? used : 0);
      QVERIFY(std::abs(now - log.times[static_cast<std::size_t>(offset)] - result.age) <= result.error);
      const std::int64_t offsets[]{offset};
      index.keep(offsets);
    }
    qInfo("%lld ms behind: %d rounds at most", static_cast<long long>(distance), rounds);
    QVERIFY2(rounds <= 3, qPrintable(QString::number(rounds)));
  }

  void timestamps_out_of_order_give_the_latest_up_to_the_offset() {
    Log log{{now0 - hour, now0 - 10 * minute, now0 - 30 * minute, now0 - minute}};
    const auto first_at = [&](std::int64_t time) {
      return std::ranges::find_if(log.times, [&](std::int64_t t) { return t >= time; }) - log.times.begin();
    };
    TimeIndex index;
    for (std::int64_t time = now0 - 2 * hour; time < now0; time += second)
      if (const auto first = first_at(time); first < 4) index.learn(time, first);
    index.learn_none(now0, 4);
    const auto age = age_within(index.around(2), now0).value();
    QVERIFY(std::abs(age.age - 10 * minute) <= age.error);
  }

  void a_record_from_the_future_is_of_age_zero() {
    Log log{{now0 - hour, now0 + 40 * second}};
    TimeIndex index;
    AgeResult result;
    QVERIFY(search(log, index, 1, now0, std::nullopt, result) <= 3);
    QCOMPARE(result.age, std::int64_t(0));
    QVERIFY(result.error >= 40 * second);
  }

  void what_contradicts_a_newer_answer_is_dropped() {
    TimeIndex index;
    index.learn(100, 1000);
    index.learn(200, 2000);
    index.learn(150, 10);  // the topic was made anew
    QVERIFY(!index.around(5).lo);
    QCOMPARE(index.around(15).lo->time, std::int64_t(150));
  }

  void no_such_record_is_a_lower_bound_only() {
    TimeIndex index;
    index.learn_none(500, 100);
    QCOMPARE(index.around(99).hi->time, std::int64_t(500));
    QVERIFY(!index.around(100).hi);
    QVERIFY(!index.around(100).lo);
  }
};

QTEST_GUILESS_MAIN(AgeSearchTest)
#include "tst_age_search.moc"
