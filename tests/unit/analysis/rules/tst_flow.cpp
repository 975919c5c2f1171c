// SPDX-License-Identifier: GPL-3.0-or-later
// Levels of a flow, and the class of a lag that follows from them and from what else is known.
#include <QTest>

#include "models/analysis/lag_class.h"
#include "models/analysis/rules/flow.h"

using namespace tidemark;

class TestFlow final : public QObject {
  Q_OBJECT
 private slots:
  void a_step_is_found_between_its_polls();
  void scatter_is_no_step();
  void three_levels();
  void too_few();
  void classes_data();
  void classes();
  void states_come_first();
};

namespace {
LocalTime at(int n) { return local_time(n * 10'000LL); }

template <class F>
std::vector<FlowSample> samples(int n, F&& value) {
  std::vector<FlowSample> out;
  for (int i = 1; i <= n; ++i) out.push_back({at(i - 1), at(i), static_cast<double>(value(i))});
  return out;
}

// A group that reads at a plateau below what is produced, and nothing else known.
LagEvidence plateau() {
  LagEvidence e;
  e.lags = true;
  e.produced = 200.0;
  e.read = 160.0;
  e.burst = 1.0;
  e.read_fell = e.steady = e.grows = e.everywhere = true;
  e.stable_group = true;
  return e;
}
}  // namespace

Q_DECLARE_METATYPE(LagEvidence)

void TestFlow::a_step_is_found_between_its_polls() {
  const auto regimes = regimes_of(samples(60, [](int n) { return n <= 40 ? 100 : 320; }));
  QCOMPARE(regimes.size(), std::size_t{2});
  const auto rose = risen(regimes, 2);
  QVERIFY(rose);
  QCOMPARE(rose->before, 100.0);
  QCOMPARE(rose->now, 320.0);
  QCOMPARE(rose->lo, at(40));
  QCOMPARE(rose->hi, at(41));
  QVERIFY(!risen(regimes, 4));
  QVERIFY(!fallen(regimes, 0.8));
  const auto fell = fallen(regimes_of(samples(60, [](int n) { return n <= 40 ? 100 : 40; })), 0.8);
  QVERIFY(fell);
  QCOMPARE(fell->hi, at(41));
}

void TestFlow::scatter_is_no_step() {
  const auto jagged = [](int n) { return n % 3 == 0 ? 130 : n % 3 == 1 ? 100 : 70; };
  QCOMPARE(regimes_of(samples(80, jagged)).size(), std::size_t{1});
  const auto spike = [](int n) { return n == 30 ? 5000 : 100; };
  QCOMPARE(regimes_of(samples(80, spike)).size(), std::size_t{1});
  QCOMPARE(regimes_of(samples(80, [](int) { return 0; })).size(), std::size_t{1});
}

void TestFlow::three_levels() {
  const auto regimes = regimes_of(samples(90, [](int n) { return n <= 30 ? 100 : n <= 60 ? 400 : 100; }));
  QCOMPARE(regimes.size(), std::size_t{3});
  QVERIFY(!risen(regimes, 2));
  QVERIFY(fallen(regimes, 0.5));
  QVERIFY(risen(std::span(regimes).subspan(1), 2));
  QVERIFY(!regimes.back().begun);
}

void TestFlow::too_few() {
  QVERIFY(regimes_of(samples(4, [](int) { return 1; })).empty());
  QVERIFY(!risen({}, 2));
  QCOMPARE(median_of({3, 1, 2}), 2.0);
  QCOMPARE(median_of({4, 1, 2, 3}), 2.5);
}

void TestFlow::classes_data() {
  QTest::addColumn<LagEvidence>("evidence");
  QTest::addColumn<QString>("kind");
  QTest::addColumn<QString>("confidence");
  const auto row = [](const char* name, const LagEvidence& evidence, const char* kind, const char* confidence) {
    QTest::addRow("%s", name) << evidence << QString::fromLatin1(kind) << QString::fromLatin1(confidence);
  };
  const auto with = [](auto&& change) {
    LagEvidence e = plateau();
    change(e);
    return e;
  };
  row("nothing waits", {}, "current", "high");
  row("rates alone", plateau(), "consumer-bound", "low");
  row("busy", with([](auto& e) { e.cpu_high = true; }), "consumer-bound", "high");
  row("polls late", with([](auto& e) { e.polls_late = true; }), "consumer-bound", "high");
  row("sink normal", with([](auto& e) { e.sink_slow = false; }), "consumer-bound", "medium");
  row("sink first", with([](auto& e) { e.sink_slow = e.sink_first = true; }), "sink-bound", "high");
  row("somebody's sink", with([](auto& e) {
        e.sink_slow = e.sink_first = true;
        e.sink_is_own = false;
      }),
      "sink-bound", "medium");
  row("sink later", with([](auto& e) { e.sink_slow = true; }), "unknown", "low");
  row("idle", with([](auto& e) { e.cpu_high = false; }), "sink-bound", "low");
  row("queue full", with([](auto& e) { e.queue_full = true; }), "sink-bound", "low");
  row("some partitions", with([](auto& e) {
        e.sink_slow = e.sink_first = true;
        e.everywhere = false;
      }),
      "unknown", "low");
  row("burst", with([](auto& e) {
        e.burst = 3.2;
        e.read_holds = true;
        e.read_fell = false;
      }),
      "producer-burst", "high");
  row("burst and reads fell", with([](auto& e) { e.burst = 3.2; }), "unknown", "low");
  row("between plain and burst", with([](auto& e) {
        e.burst = 1.7;
        e.read_holds = true;
      }),
      "unknown", "low");
  row("uneven", with([](auto& e) { e.uneven = e.sink_first = true; }), "uneven", "high");
  row("not Stable", with([](auto& e) { e.stable_group = false; }), "unknown", "low");
  row("drains", with([](auto& e) { e.grows = false; }), "unknown", "low");
}

void TestFlow::classes() {
  QFETCH(LagEvidence, evidence);
  QFETCH(QString, kind);
  QFETCH(QString, confidence);
  const LagJudgement judged = judge_lag(evidence);
  QCOMPARE(QString::fromStdString(std::string(word(judged.kind))), kind);
  QCOMPARE(QString::fromStdString(std::string(word(judged.confidence))), confidence);
}

void TestFlow::states_come_first() {
  for (const LagClass state :
       {LagClass::no_consumer, LagClass::paused, LagClass::failed, LagClass::stuck, LagClass::rebalancing}) {
    LagEvidence e = plateau();
    e.sink_slow = e.sink_first = e.uneven = true;
    e.state = state;
    QCOMPARE(judge_lag(e).kind, state);
    QCOMPARE(judge_lag(e).confidence, Confidence::high);
  }
}

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
