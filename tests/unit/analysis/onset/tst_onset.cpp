// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the order of onset: statistics against values worked out by hand, single series, beats, ranks.
#include <QTest>
#include <cmath>

#include "models/analysis/onset/beats.h"
#include "models/analysis/onset/layers.h"
#include "models/analysis/onset/order.h"
#include "models/analysis/onset/robust.h"

using namespace tidemark;

class TestOnset final : public QObject {
  Q_OBJECT
 private slots:
  void scale_of_a_series();
  void scale_of_a_series_that_is_mostly_alike();
  void student_as_in_the_tables();
  void student_without_variance();
  void split_of_a_step();
  void split_of_nothing();
  void a_step_is_dated_by_the_samples_around_it();
  void a_constant_series_never_alarms();
  void any_change_of_a_constant_series_counts();
  void one_strange_sample_is_no_change();
  void a_small_change_is_none();
  void a_ramp_begins_where_it_begins();
  void a_gap_widens_the_interval();
  void a_slow_sample_hides_the_begin();
  void the_first_of_two_changes();
  void what_began_before_the_window_stands();
  void what_began_long_before_the_window_stands();
  void too_little_history();
  void a_short_baseline_reaches_further_back();
  void beats_that_fail_to_come();
  void beats_that_came_while_nobody_looked();
  void beats_that_come_late_are_no_pause();
  void beats_by_configuration_alone();
  void order_needs_a_proof();
  void ties_stand_by_topology();
  void a_chain_of_overlaps_is_one_rank();
  void layers_of_signals_and_objects();
};

namespace {
constexpr Millis step{10'000};
LocalTime at(double poll) { return local_time(static_cast<std::int64_t>(poll * 10'000)); }

// Gauges, one each step from poll 0 on.
SampledSeries gauges(const std::vector<double>& values, double resolution = 0) {
  SampledSeries out{.samples = {}, .resolution = resolution, .interval = step};
  for (std::size_t i = 0; i < values.size(); ++i) {
    const LocalTime t = at(static_cast<double>(i));
    out.samples.push_back({t, t, t, values[i]});
  }
  return out;
}

// 100 samples around 100, within 2 of it; from poll `from` on around `level`.
std::vector<double> noisy(std::size_t from, double level, std::size_t polls = 100) {
  static constexpr double noise[] = {0.3, -1.1, 1.7, -0.4, 0.9, -1.9, 0.1, 1.2, -0.8, -0.1, 1.4, -1.5};
  std::vector<double> out;
  for (std::size_t i = 0; i < polls; ++i) out.push_back((i < from ? 100 : level) + noise[i % 12]);
  return out;
}
const OnsetWindow half = window_of(at(49), at(99));  // of a hundred polls
BeatSeries minutely(const std::vector<int>& polls) {
  BeatSeries out;
  for (const int poll : polls) out.beats.push_back({at(poll), at(poll)});
  return out;
}
OrderKey key(int lo, int hi, int place, std::string name) { return {at(lo), at(hi), place, std::move(name)}; }
std::string shown(const std::vector<OrderKey>& keys) {
  std::string out;
  for (const Ranked& ranked : order_of(keys))
    out += (out.empty() ? "" : " ") + keys[ranked.index].name + std::to_string(ranked.rank) + (ranked.tied ? "=" : "") +
           (ranked.first ? "!" : "");
  return out;
}
}  // namespace

void TestOnset::scale_of_a_series() {
  const std::vector<double> values{1, 2, 3, 4, 100};
  const RobustScale scale = robust_scale(values, 0);
  QCOMPARE(scale.centre, 3.0);
  QCOMPARE(scale.sigma, 1.4826);  // deviations 2 1 0 1 97
  QVERIFY(!scale.constant);
  QCOMPARE(robust_scale(values, 5).sigma, 5.0);
}

void TestOnset::scale_of_a_series_that_is_mostly_alike() {
  const std::vector<double> values{0, 0, 0, 0, 10};
  QCOMPARE(robust_scale(values, 0).sigma, 1.2533 * 2);
  QVERIFY(robust_scale(std::vector<double>{7, 7, 7}, 0).constant);
  QVERIFY(!robust_scale(std::vector<double>{7, 7, 8}, 1).constant);
  QVERIFY(robust_scale(std::vector<double>{7, 7, 7.5}, 1).constant);
}

// Two samples of two and of three: t worked out by hand, p from the closed forms for 2 degrees of freedom
// (p = 1 - t / sqrt(2 + t²)) and for 4 (p = 1 - t (t² + 6) / (t² + 4)^1.5).
void TestOnset::student_as_in_the_tables() {
  const double t2 = 4 / std::sqrt(2.0);  // means 1 and 5, variances 2, error sqrt(2 (1/2 + 1/2))
  QVERIFY(std::abs(student_p(std::vector<double>{0, 2}, std::vector<double>{4, 6}) -
                   (1 - t2 / std::sqrt(2 + t2 * t2))) < 1e-9);
  const double t4 = 3 / std::sqrt(2.0 / 3);  // means 2 and 5, variances 1, error sqrt(1 (1/3 + 1/3))
  const double p4 = 1 - t4 * (t4 * t4 + 6) / std::pow(t4 * t4 + 4, 1.5);
  QVERIFY(std::abs(student_p(std::vector<double>{1, 2, 3}, std::vector<double>{4, 5, 6}) - p4) < 1e-9);
}

void TestOnset::student_without_variance() {
  QCOMPARE(student_p(std::vector<double>{1, 1, 1}, std::vector<double>{2}), 0.0);
  QCOMPARE(student_p(std::vector<double>{1, 1, 1}, std::vector<double>{1, 1}), 1.0);
  QCOMPARE(student_p(std::vector<double>{1}, std::vector<double>{2}), 1.0);
  QCOMPARE(student_p(std::vector<double>{}, std::vector<double>{2, 3, 4}), 1.0);
}

void TestOnset::split_of_a_step() {
  const auto split = divergence_split(std::vector<double>{1, 1, 1, 1, 5, 5, 5});
  QVERIFY(split.has_value());
  QCOMPARE(split->at, 4u);
  QCOMPARE(split->end, 7u);
  const auto pulse = divergence_split(std::vector<double>{1, 1, 1, 1, 1, 1, 9, 9, 9, 1, 1});
  QCOMPARE(pulse->at, 6u);
  QCOMPARE(pulse->end, 9u);
}

void TestOnset::split_of_nothing() {
  QVERIFY(!divergence_split(std::vector<double>{3, 3, 3, 3, 3}));
  QVERIFY(!divergence_split(std::vector<double>{3, 9}));
  QVERIFY(!divergence_split(std::vector<double>{}));
}

void TestOnset::a_step_is_dated_by_the_samples_around_it() {
  const Judgement judged = judge(gauges(noisy(70, 150)), half);
  QCOMPARE(judged.verdict, ChangeVerdict::changed);
  QCOMPARE(judged.hi, at(70));
  QVERIFY(judged.lo <= at(69) && judged.lo >= at(67));
  QVERIFY(std::abs(judged.before - 100) < 2 && std::abs(judged.after - 150) < 2);
  QVERIFY(!judged.over_gap);
  const Judgement fell = judge(gauges(noisy(70, 50)), half);
  QCOMPARE(fell.hi, at(70));
}

void TestOnset::a_constant_series_never_alarms() {
  QCOMPARE(judge(gauges(std::vector<double>(100, 5)), half).verdict, ChangeVerdict::unchanged);
  QCOMPARE(judge(gauges(std::vector<double>(100, 0)), half).verdict, ChangeVerdict::unchanged);
  QCOMPARE(judge(gauges(noisy(100, 0)), half).verdict, ChangeVerdict::unchanged);
}

void TestOnset::any_change_of_a_constant_series_counts() {
  std::vector<double> values(100, 0);
  for (std::size_t i = 80; i < 100; ++i) values[i] = 1;
  const Judgement judged = judge(gauges(values, 1), half);
  QCOMPARE(judged.verdict, ChangeVerdict::changed);
  QCOMPARE(judged.lo, at(79));
  QCOMPARE(judged.hi, at(80));
  QCOMPARE(judged.before, 0.0);
  QCOMPARE(judged.after, 1.0);
}

void TestOnset::one_strange_sample_is_no_change() {
  std::vector<double> values(100, 10);
  values[70] = 40;
  QCOMPARE(judge(gauges(values), half).verdict, ChangeVerdict::unchanged);
  values = noisy(100, 0);
  values[70] = 400;
  QCOMPARE(judge(gauges(values), half).verdict, ChangeVerdict::unchanged);
}

void TestOnset::a_small_change_is_none() {
  QCOMPARE(judge(gauges(noisy(70, 115)), half).verdict, ChangeVerdict::unchanged);  // 15 %
  QCOMPARE(judge(gauges(noisy(70, 125)), half).verdict, ChangeVerdict::changed);
}

void TestOnset::a_ramp_begins_where_it_begins() {
  std::vector<double> values = noisy(100, 0);
  for (std::size_t i = 70; i < 100; ++i) values[i] += 3.0 * static_cast<double>(i - 69);
  const Judgement judged = judge(gauges(values), half);
  QCOMPARE(judged.verdict, ChangeVerdict::changed);
  QVERIFY2(judged.lo <= at(69) && judged.hi >= at(70), "the interval holds the begin");
  QVERIFY(judged.hi <= at(74));
}

void TestOnset::a_gap_widens_the_interval() {
  SampledSeries series = gauges(noisy(70, 150));
  std::erase_if(series.samples, [](const OnsetSample& s) { return s.at >= at(64) && s.at < at(74); });
  const Judgement judged = judge(series, half);
  QCOMPARE(judged.verdict, ChangeVerdict::changed);
  QVERIFY(judged.lo <= at(63) && judged.hi == at(74));
  QVERIFY(judged.over_gap);
}

// A rate of the stretch before it: what began late in a stretch hardly shows in it, so the begin may lie in it.
void TestOnset::a_slow_sample_hides_the_begin() {
  SampledSeries series = gauges(noisy(70, 140));
  const Judgement gauge = judge(series, half);
  for (OnsetSample& sample : series.samples) sample.since = sample.at - step;
  const Judgement rate = judge(series, half);
  QCOMPARE(rate.hi, gauge.hi);
  QVERIFY(rate.lo < gauge.lo && rate.lo >= gauge.lo - step);
}

void TestOnset::the_first_of_two_changes() {
  std::vector<double> values = noisy(70, 140);
  for (std::size_t i = 80; i < 100; ++i) values[i] += 4000;
  const Judgement judged = judge(gauges(values), half);
  QCOMPARE(judged.hi, at(70));
}

void TestOnset::what_began_before_the_window_stands() {
  const Judgement judged = judge(gauges(noisy(40, 150)), half);
  QCOMPARE(judged.verdict, ChangeVerdict::standing);
  QCOMPARE(judged.hi, at(40));
}

// No sample near the window is normal, so no alarm in it finds a change.
void TestOnset::what_began_long_before_the_window_stands() {
  const Judgement judged = judge(gauges(noisy(60, 150, 200)), window_of(at(99), at(199)));
  QCOMPARE(judged.verdict, ChangeVerdict::standing);
  QCOMPARE(judged.hi, at(60));
}

void TestOnset::too_little_history() {
  SampledSeries series = gauges(noisy(70, 150));
  std::erase_if(series.samples, [](const OnsetSample& s) { return s.at <= at(38); });
  QCOMPARE(judge(series, half).verdict, ChangeVerdict::too_short);  // 11 samples
  QCOMPARE(judge(gauges(noisy(70, 150, 40)), half).verdict, ChangeVerdict::no_sample);
  QCOMPARE(judge(SampledSeries(), half).verdict, ChangeVerdict::no_sample);
}

void TestOnset::a_short_baseline_reaches_further_back() {
  const OnsetWindow narrow = window_of(at(89), at(99));  // ten samples before it would be too few
  QCOMPARE(judge(gauges(noisy(93, 150)), narrow).hi, at(93));
}

void TestOnset::beats_that_fail_to_come() {
  const auto every_minute = minutely({6, 12, 18, 24, 30, 36, 42, 48, 54, 60});
  const BeatJudgement out = judge_beats(every_minute, half);
  QCOMPARE(out.judged.verdict, ChangeVerdict::changed);
  QCOMPARE(out.judged.lo, at(60));  // the last good one
  QCOMPARE(out.judged.hi, at(66));  // when the next was due
  QCOMPARE(out.judged.before, 60'000.0);
  QCOMPARE(out.judged.after, 390'000.0);
  const auto stopped = minutely({0, 6, 12, 18, 24, 30, 36});
  QCOMPARE(judge_beats(stopped, half).judged.verdict, ChangeVerdict::standing);
  const auto resumed = minutely({6, 12, 18, 24, 30, 36, 42, 48, 54, 90, 96});
  QCOMPARE(judge_beats(resumed, half).judged.lo, at(54));
  QCOMPARE(judge_beats(resumed, half).judged.after, 360'000.0);
}

void TestOnset::beats_that_came_while_nobody_looked() {
  auto beats = minutely({6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 96});
  beats.blind = {{at(61), at(92)}};
  QCOMPARE(judge_beats(beats, half).judged.verdict, ChangeVerdict::unchanged);
  beats.blind = {{at(61), at(70)}};
  const BeatJudgement out = judge_beats(beats, half);
  QCOMPARE(out.judged.verdict, ChangeVerdict::changed);
  QCOMPARE(out.judged.lo, at(60));
  QCOMPARE(out.judged.hi, at(76));
  QVERIFY(out.judged.over_gap);
}

void TestOnset::beats_that_come_late_are_no_pause() {
  const auto jitter = minutely({5, 12, 17, 24, 31, 36, 42, 47, 54, 61, 71, 77, 83, 90, 95});
  QCOMPARE(judge_beats(jitter, half).judged.verdict, ChangeVerdict::unchanged);
}

void TestOnset::beats_by_configuration_alone() {
  auto beats = minutely({60});
  QCOMPARE(judge_beats(beats, half).judged.verdict, ChangeVerdict::too_short);
  beats.configured = Millis(90'000);
  QCOMPARE(judge_beats(beats, half).judged.verdict, ChangeVerdict::changed);
  QCOMPARE(judge_beats(beats, half).judged.hi, at(69));
  QCOMPARE(judge_beats(minutely({}), half).judged.verdict, ChangeVerdict::no_sample);
}

void TestOnset::order_needs_a_proof() {
  QCOMPARE(shown({key(0, 1, 5, "a"), key(2, 3, 1, "b")}), std::string("a1! b2"));
  QCOMPARE(shown({key(2, 3, 1, "b"), key(0, 1, 5, "a")}), std::string("a1! b2"));
  // An interval that begins where another ends proves nothing.
  QCOMPARE(shown({key(0, 2, 5, "a"), key(2, 3, 1, "b")}), std::string("b1=! a1=!"));
  QCOMPARE(shown({}), std::string());
}

void TestOnset::ties_stand_by_topology() {
  QCOMPARE(shown({key(0, 9, 3, "c"), key(1, 5, 2, "b"), key(2, 4, 1, "a"), key(20, 21, 0, "d")}),
           std::string("a1=! b1=! c1=! d2"));
}

// a is before c, b overlaps both: c must not come before a, and no rank tells b from either.
void TestOnset::a_chain_of_overlaps_is_one_rank() {
  QCOMPARE(shown({key(0, 2, 9, "a"), key(1, 6, 8, "b"), key(4, 7, 1, "c")}), std::string("b1=! a1=! c1="));
}

void TestOnset::layers_of_signals_and_objects() {
  const auto metric = [](std::string_view told, const char* signal, const char* object) {
    const LayerPlace place = place_of_metric(told, Signal(signal), Object(object));
    return std::string(place.layer) + ' ' + std::string(word(place.lanes));
  };
  QCOMPARE(metric("sink", "put_latency_ms", "table:lake.orders"), std::string("sink connect"));
  QCOMPARE(metric("storage", "request_latency_ms", "store:s3"), std::string("storage object-store"));
  QCOMPARE(metric("storage", "request_latency_ms", "broker:1"), std::string("storage storage"));
  QCOMPARE(metric("broker", "wal_latency_ms", "broker:1"), std::string("storage storage"));
  QCOMPARE(metric("", "probe_latency_ms", "catalog:lake"), std::string("catalog catalog"));
  QCOMPARE(metric("nothing known", "queue_depth", "model:m"), std::string("vector vectors"));
  QCOMPARE(metric("", "something new", "store:s3"), std::string("storage object-store"));
  QVERIFY(dates_a_cause(Signal("put_latency_ms")));
  QVERIFY(!dates_a_cause(Signal("age:sink")) && !dates_a_cause(Signal("last_record_age_error")));
  for (const LaneGroup group : lane_groups) QVERIFY(!word(group).empty() && !layer_of(group).empty());
}

QTEST_GUILESS_MAIN(TestOnset)
#include "tst_onset.moc"
