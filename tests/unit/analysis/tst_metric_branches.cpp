// SPDX-License-Identifier: GPL-3.0-or-later
// Sources of metrics as a view shows them, and the trend of one signal.
#include <QTest>

#include "models/analysis/metric_trend.h"
#include "tests/support/metric_polls.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr const char* matched =
    "put_latency_ms\tsink\ttask\tconnect\tput_avg\t2\nerror_rate\tconnect\ttask\tconnect\tfailures\t1";
const MetricPolls::Values two{{{"put_latency_ms", "task:c/0"}, 20'500}, {{"error_rate", "task:c/0"}, 500}};

Metrics metrics_at(const Snapshot& s, LocalTime at) {
  return metrics_of(metric_rows(s, at, {}), unmatched_signals(s, at, {}), metric_sources(s, at, {}), at);
}
}  // namespace

class TestMetricBranches final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_not_matched_stands_apart() {
    Recorder recorder;
    MetricPolls workers(recorder);
    MetricPolls brokers(recorder, "brokers");
    workers.tell(matched, "urp\tbroker\nqueue_depth\tbroker\nqueue_depth\tsink", "a limit\nanother");
    workers.poll(0, two);
    brokers.tell({}, "cpu\tcollector", "None of its metrics is a signal that is known.");
    brokers.poll(0, {});
    const auto s = recorder.snapshot();
    const Metrics metrics = metrics_at(*s, s->to);
    QCOMPARE(metrics.rows.size(), 4U);
    QCOMPARE(metrics.rows[0].parent.row.source.source, std::string("brokers"));
    QCOMPARE(metrics.rows[0].parent.row.signal_count, 0);
    QVERIFY(metrics.rows[0].parent.row.matched && metrics.rows[0].children.empty());
    QCOMPARE(metrics.rows[1].parent.row.signal_count, 2);
    QCOMPARE(metrics.rows[1].parent.row.source.limits, (std::vector<std::string>{"a limit", "another"}));
    QCOMPARE(metrics.rows[1].children[1].row.row.metric, Known<std::string>(std::string("put_avg")));
    QVERIFY(!metrics.rows[2].parent.row.matched && !metrics.rows[3].parent.row.matched);
    QCOMPARE(metrics.rows[3].children.size(), 3U);  // a signal may serve two layers
    QCOMPARE(metrics.rows[3].parent.row.signal_count, 2);
    QCOMPARE(metrics.rows[3].children[0].row.row.layer, std::string("broker"));
    QVERIFY(!metrics.rows[3].children[0].row.row.value);
    QCOMPARE(metrics.values(), 2U);
  }

  void the_first_with_a_value_is_chosen() {
    Recorder recorder;
    MetricPolls workers(recorder);
    workers.tell(matched, {});
    workers.poll(0, {{{"put_latency_ms", "task:c/0"}, 20'500}, {{"error_rate", "task:c/0"}, Reason::no_history}});
    const auto s = recorder.snapshot();
    const Metrics metrics = metrics_at(*s, s->to);
    QCOMPARE(metrics.rows[0].parent.row.unknown, 1);
    QCOMPARE(find_metric(metrics, {})->signal, Signal("put_latency_ms"));
    QCOMPARE(find_metric(metrics, MetricChoice{{}, ClusterName(), Signal("error_rate"), Object()})->signal,
             Signal("error_rate"));
    QCOMPARE(find_metric(metrics, MetricChoice{"gone", ClusterName(), Signal(), Object()})->signal,
             Signal("put_latency_ms"));
    QVERIFY(!find_metric({}, {}));
  }

  void a_source_that_fails_says_why() {
    Recorder recorder;
    MetricPolls workers(recorder);
    workers.tell(matched, {});
    workers.poll(0, two);
    workers.fail(1, two);
    const auto s = recorder.snapshot();
    const MetricSource source = metric_sources(*s, s->to, {}).at(0);
    QCOMPARE(source.silent, Reason::unreachable);
    QCOMPARE(source.error, Known<std::string>(std::string("connection refused")));
    QCOMPARE(source.at, Known<LocalTime>(poll_time(1)));
    QCOMPARE(metrics_at(*s, s->to).rows[0].parent.row.unknown, 2);
    QCOMPARE(metric_sources(*s, poll_time(0), {}).at(0).silent, Reason::none);
    QCOMPARE(metric_sources(*s, poll_time(20), {}).at(0).silent, Reason::collector_off);
    QVERIFY(metric_sources(*s, s->to, {.cluster = {"other"}}).empty());
  }

  // A source that was slow goes on in a lane of a longer interval.
  void another_interval_is_the_same_series() {
    Recorder recorder;
    MetricPolls fast(recorder);
    MetricPolls slow(recorder, "workers", Millis(20'000));
    for (int n = 0; n < 5; ++n) fast.poll(n, {{{"put_latency_ms", "task:c/0"}, 1'000 + n}});
    for (int n = 6; n < 20; n += 2) slow.poll(n, {{{"put_latency_ms", "task:c/0"}, 1'000 + n}});
    const auto s = recorder.snapshot();
    const auto rows = metric_rows(*s, s->to, {});
    QCOMPARE(rows.size(), 1U);
    QCOMPARE(rows[0].value, Known<double>(1.018));
    const MetricTrend trend = metric_trend(*s, choice_of(rows[0]), s->from, s->to);
    QCOMPARE(trend.points.size(), 12U);
    QVERIFY(trend.blanks.empty());
  }

  void a_trend_breaks_where_nothing_is_known() {
    Recorder recorder;
    MetricPolls workers(recorder);
    MetricPolls other(recorder, "other");
    for (int n = 0; n < 40; ++n) {
      if (n >= 20 && n < 30) continue;
      const Known<std::int64_t> value = n == 10 ? Known<std::int64_t>(Reason::unreachable) : std::int64_t{1'000} * n;
      workers.poll(n, {{{"put_latency_ms", "task:c/0"}, value}});
      other.poll(n, {{{"put_latency_ms", "task:c/0"}, 7}});
    }
    const auto s = recorder.snapshot();
    const MetricTrend trend = metric_trend(
        *s, {"workers", ClusterName("prod"), Signal("put_latency_ms"), Object("task:c/0")}, s->from, s->to);
    QCOMPARE(trend.unit, std::string("ms"));
    QCOMPARE(trend.scale10, 3);
    QCOMPARE(trend.points.size(), 31U);  // thirty, and the one that breaks the line
    QCOMPARE(value_at(trend, trend.points[5]), Known<double>(5.0));
    QCOMPARE(value_at(trend, trend.points[10]), Known<double>(Reason::unreachable));
    QCOMPARE(trend.blanks.size(), 2U);
    QCOMPARE(trend.blanks[0].from, poll_time(9));
    QCOMPARE(trend.blanks[0].to, poll_time(11));
    QCOMPARE(trend.blanks[1].reason, Reason::collector_off);
    QCOMPARE(trend.blanks[1].to, poll_time(30));
    QVERIFY(
        metric_trend(*s, {"gone", ClusterName("prod"), Signal("put_latency_ms"), Object("task:c/0")}, s->from, s->to)
            .points.empty());
  }

  void ten_thousand_values_take_a_moment() {
    Recorder recorder;
    MetricPolls workers(recorder);
    std::string told;
    for (int i = 0; i < 60; ++i) told += "signal_" + std::to_string(i) + "\tsink\ttask\tp\tm\t1\n";
    workers.tell(told + matched, {});
    MetricPolls::Values values;
    for (int i = 0; i < 10'000; ++i) values.insert({{"put_latency_ms", "task:c/" + std::to_string(i)}, i});
    workers.poll(0, values);
    const auto s = recorder.snapshot();
    QElapsedTimer took;
    took.start();
    const Metrics metrics = metrics_at(*s, s->to);
    qInfo("10,000 values in %lld ms", took.elapsed());
    QCOMPARE(metrics.values(), 10'000U);
    QVERIFY(took.elapsed() < 5'000);
  }
};

QTEST_GUILESS_MAIN(TestMetricBranches)
#include "tst_metric_branches.moc"
