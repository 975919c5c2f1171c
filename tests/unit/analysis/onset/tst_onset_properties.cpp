// SPDX-License-Identifier: GPL-3.0-or-later
// What holds of every order of onset, on drawn series with steps at known times. The seeds are fixed.
#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

#include "models/analysis/onset/change.h"
#include "models/analysis/onset/order.h"

using namespace tidemark;

class TestOnsetProperties final : public QObject {
  Q_OBJECT
 private slots:
  void a_step_lies_in_its_interval();
  void a_later_step_never_precedes_an_earlier_one();
  void shift();
  void scale();
  void order_of_rows();
  void ranks_are_proofs();
  void healthy_series_are_quiet();
  void noisy_series_are_quiet_data();
  void noisy_series_are_quiet();
};

namespace {
constexpr std::size_t polls = 200;
constexpr Millis step{10'000};
constexpr std::int64_t start = 1'767'225'600'000;

struct Drawn {
  SampledSeries series;
  LocalTime begin;  // of the step
};

// A gauge or a rate with noise of 3 %, and a step up or down of 40 % to 400 % somewhere in the window. A rate's samples
// show the part of their stretch that lies behind the step.
Drawn drawn(std::mt19937_64& random, bool with_step = true) {
  std::normal_distribution<double> noise(0, 0.03);
  std::uniform_real_distribution<double> part(0, 1);
  const double level = 10 + 1000 * part(random);
  const bool rate = random() % 2 == 0;
  const double size = random() % 2 == 0 ? 1.4 + 3 * part(random) : 0.6 * part(random);
  Drawn out;
  out.begin = local_time(start) + Millis(static_cast<std::int64_t>((110 + 75 * part(random)) * 10'000));
  out.series.interval = step;
  for (std::size_t i = 1; i <= polls; ++i) {
    const LocalTime at = local_time(start) + static_cast<std::int64_t>(i) * step;
    const LocalTime since = rate ? at - step : at;
    double behind = at >= out.begin ? 1 : 0;
    if (rate && since < out.begin && at > out.begin)
      behind = static_cast<double>((at - out.begin).count()) / static_cast<double>(step.count());
    const double factor = with_step ? 1 + behind * (size - 1) : 1;
    out.series.samples.push_back({since, at, at, level * factor * (1 + noise(random))});
  }
  return out;
}
const OnsetWindow window = window_of(local_time(start) + 100 * step, local_time(start) + 200 * step);

std::vector<OrderKey> drawn_keys(std::mt19937_64& random, std::size_t n) {
  std::vector<OrderKey> keys;
  for (std::size_t i = 0; i < n; ++i) {
    const LocalTime lo = local_time(static_cast<std::int64_t>(random() % 1000));
    keys.push_back({lo, lo + Millis(static_cast<std::int64_t>(random() % 60)), static_cast<int>(random() % 5),
                    "s" + std::to_string(i)});
  }
  return keys;
}
}  // namespace

void TestOnsetProperties::a_step_lies_in_its_interval() {
  std::mt19937_64 random(11);
  int wide = 0;
  for (int i = 0; i < 1000; ++i) {
    const Drawn one = drawn(random);
    const Judgement judged = judge(one.series, window);
    QCOMPARE(judged.verdict, ChangeVerdict::changed);
    QVERIFY2(judged.lo < one.begin && one.begin <= judged.hi, qPrintable(QString::number(i)));
    if (judged.hi - judged.lo > 4 * step) ++wide;
  }
  QVERIFY2(wide < 20, "an interval that holds everything would say nothing");
}

void TestOnsetProperties::a_later_step_never_precedes_an_earlier_one() {
  std::mt19937_64 random(12);
  for (int round = 0; round < 40; ++round) {
    std::vector<Drawn> all;
    std::vector<OrderKey> keys;
    for (int i = 0; i < 20; ++i) {
      const Drawn& one = all.emplace_back(drawn(random));
      const Judgement judged = judge(one.series, window);
      keys.push_back({judged.lo, judged.hi, static_cast<int>(random() % 11), std::to_string(i)});
    }
    const std::vector<Ranked> order = order_of(keys);
    for (const Ranked& a : order)
      for (const Ranked& b : order)
        if (a.rank < b.rank) QVERIFY(all[a.index].begin < all[b.index].begin);
    const auto earliest = std::ranges::min_element(all, {}, &Drawn::begin) - all.begin();
    QVERIFY(
        std::ranges::any_of(order, [&](const Ranked& of) { return of.first && std::cmp_equal(of.index, earliest); }));
  }
}

void TestOnsetProperties::shift() {
  std::mt19937_64 random(13);
  const Millis by(86'400'000LL * 365 + 7);
  for (int i = 0; i < 100; ++i) {
    Drawn one = drawn(random);
    const Judgement before = judge(one.series, window);
    for (OnsetSample& sample : one.series.samples)
      sample = {sample.since + by, sample.at + by, sample.until + by, sample.value};
    const Judgement after =
        judge(one.series, {window.from + by, window.to + by, window.base_from + by, window.base_to + by});
    QCOMPARE(after.verdict, before.verdict);
    QCOMPARE(after.lo, before.lo + by);
    QCOMPARE(after.hi, before.hi + by);
    QCOMPARE(after.before, before.before);
  }
}

void TestOnsetProperties::scale() {
  std::mt19937_64 random(14);
  for (int i = 0; i < 200; ++i) {
    Drawn one = drawn(random, i % 3 != 0);
    const Judgement before = judge(one.series, window);
    const double by = i % 2 == 0 ? 1024 : 1.0 / 65'536;  // exact in binary: rounding is not what is tested
    for (OnsetSample& sample : one.series.samples) sample.value *= by;
    const Judgement after = judge(one.series, window);
    QCOMPARE(after.verdict, before.verdict);
    QCOMPARE(after.lo, before.lo);
    QCOMPARE(after.hi, before.hi);
    QCOMPARE(after.after, before.after * by);
  }
}

void TestOnsetProperties::order_of_rows() {
  std::mt19937_64 random(15);
  for (int round = 0; round < 100; ++round) {
    std::vector<OrderKey> keys = drawn_keys(random, 30);
    const auto names = [&] {
      std::string out;
      for (const Ranked& of : order_of(keys)) out += keys[of.index].name + ':' + std::to_string(of.rank) + ' ';
      return out;
    };
    const std::string before = names();
    std::ranges::shuffle(keys, random);
    QCOMPARE(names(), before);
  }
}

void TestOnsetProperties::ranks_are_proofs() {
  std::mt19937_64 random(16);
  for (int round = 0; round < 100; ++round) {
    const std::vector<OrderKey> keys = drawn_keys(random, 40);
    const std::vector<Ranked> order = order_of(keys);
    QCOMPARE(order.size(), keys.size());
    std::vector<bool> seen(keys.size(), false);
    std::size_t rank = 1;
    for (std::size_t i = 0; i < order.size(); ++i) {
      QVERIFY(!seen[order[i].index]);
      seen[order[i].index] = true;
      QVERIFY(order[i].rank == rank || order[i].rank == rank + 1);
      rank = order[i].rank;
      for (std::size_t j = 0; j < i; ++j) {
        const OrderKey& shown_before = keys[order[j].index];
        const OrderKey& shown_after = keys[order[i].index];
        QVERIFY2(!(shown_after.hi < shown_before.lo), "what is proven stays in order");
        if (order[j].rank < order[i].rank) QVERIFY(shown_before.hi < shown_after.lo);
      }
    }
  }
}

void TestOnsetProperties::healthy_series_are_quiet() {
  std::mt19937_64 random(17);
  for (int i = 0; i < 500; ++i) QCOMPARE(judge(drawn(random, false).series, window).verdict, ChangeVerdict::unchanged);
}

void TestOnsetProperties::noisy_series_are_quiet_data() {
  QTest::addColumn<double>("records");
  QTest::addColumn<int>("most_missed");
  QTest::newRow("4 a poll") << 4.0 << 500;  // two sigma: better missed than called too often
  QTest::newRow("36 a poll") << 36.0 << 20;
  QTest::newRow("100 a poll") << 100.0 << 2;
}

// Records that come by chance, at a rate that stays, or doubles in the middle of the window.
void TestOnsetProperties::noisy_series_are_quiet() {
  QFETCH(double, records);
  QFETCH(int, most_missed);
  std::mt19937_64 random(18);
  std::poisson_distribution<int> chance(records), doubled(2 * records);
  const OnsetWindow half = window_of(local_time(start) + 200 * step, local_time(start) + 400 * step);
  int moved = 0, missed = 0;
  for (int i = 0; i < 1000; ++i) {
    SampledSeries still{.samples = {}, .resolution = 0.1, .interval = step};
    SampledSeries doubles = still;
    for (std::size_t n = 1; n <= 2 * polls; ++n) {
      const LocalTime at = local_time(start) + static_cast<std::int64_t>(n) * step;
      still.samples.push_back({at - step, at, at, chance(random) / 10.0});
      doubles.samples.push_back({at - step, at, at, (n > 300 ? doubled(random) : chance(random)) / 10.0});
    }
    if (judge(still, half).verdict != ChangeVerdict::unchanged) ++moved;
    const Judgement judged = judge(doubles, half);
    const LocalTime begin = local_time(start) + 300 * step;
    if (judged.verdict != ChangeVerdict::changed || judged.lo > begin || judged.hi < begin) ++missed;
  }
  QVERIFY2(moved <= 5, qPrintable(QString::number(moved)));
  QVERIFY2(missed <= most_missed, qPrintable(QString::number(missed)));
}

QTEST_GUILESS_MAIN(TestOnsetProperties)
#include "tst_onset_properties.moc"
