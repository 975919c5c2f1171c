// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/metrics.h"
#include "models/domain/matched.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestMetrics final : public QObject {
  Q_OBJECT
 private slots:
  void of_a_story();
  void of_an_endpoint();
  void what_is_not_known();
  void what_is_in_scope();
};

namespace {
// One endpoint that is polled every 10 s.
class Endpoint final {
 public:
  explicit Endpoint(const std::string& cluster = "prod")
      : lane_(recorder_.lane({{"metrics", "workers", ClusterName(cluster)}, "metrics", Millis(10'000)})) {
    put_ = recorder_.series(lane_, {Signal("put_latency_ms"), Object("task:c/0"), "ms", 3});
    errors_ = recorder_.series(lane_, {Signal("error_rate"), Object("store:workers"), "1/s", 3});
  }
  void poll(std::int64_t n, Known<std::int64_t> put, Known<std::int64_t> errors) {
    Poll poll;
    poll.lane = lane_;
    poll.wall = poll_time(n);
    poll.mono = MonoTime(poll.wall.time_since_epoch());
    poll.due = poll.answered = 1;
    poll.samples = {{put_, put.value_or(0), put.reason()}, {errors_, errors.value_or(0), errors.reason()}};
    poll.states = {{Object("source:workers"),
                    std::string(aspect::matched),
                    "put_latency_ms\tsink\ttask\tconnect\tput_avg\t4\nerror_rate\tconnect\ttask\tconnect\tother\t2\n"
                    "error_rate\tstorage\tstore\tautomq\tfailed\t1",
                    {}},
                   {Object("source:workers"), std::string(aspect::unmatched), "urp\tbroker\ntombstones\tvector", {}}};
    recorder_.push(std::move(poll));
  }
  std::shared_ptr<const Snapshot> snapshot() const { return recorder_.snapshot(); }

 private:
  Recorder recorder_;
  LaneId lane_;
  SeriesId put_, errors_;
};
}  // namespace

void TestMetrics::of_a_story() {
  const auto s = told(
      10,
      R"("metrics": [{ "layer": "sink", "object": "table:t", "name": "put_latency_ms", "steps": [[0, 20], [5, 1800]] }])");
  const auto rows = metric_rows(*s, s->to, {});
  QCOMPARE(rows.size(), 1U);
  QCOMPARE(rows[0].layer, std::string("sink"));
  QCOMPARE(rows[0].object, Object("table:t"));
  QCOMPARE(rows[0].value, Known<double>(1800.0));
  QCOMPARE(rows[0].unit, std::string("ms"));
  QCOMPARE(rows[0].preset, Known<std::string>(Reason::not_applicable));
  QCOMPARE(metric_rows(*s, poll_time(3), {}).at(0).value, Known<double>(20.0));
  QCOMPARE(metric_layer(*s, s->columns.at(0), s->to), std::string("sink"));
  QVERIFY(unmatched_signals(*s, s->to, {}).empty());
}

void TestMetrics::of_an_endpoint() {
  Endpoint endpoint;
  endpoint.poll(0, 20'500, Reason::no_history);
  endpoint.poll(1, 21'250, 500);
  const auto s = endpoint.snapshot();
  const auto rows = metric_rows(*s, poll_time(1), {});
  QCOMPARE(rows.size(), 2U);
  QCOMPARE(rows[0].signal, Signal("error_rate"));
  QCOMPARE(rows[0].layer, std::string("storage"));  // that of its kind of object
  QCOMPARE(rows[0].value, Known<double>(0.5));
  QCOMPARE(rows[0].preset, Known<std::string>(std::string("automq")));
  QCOMPARE(rows[1].value, Known<double>(21.25));
  QCOMPARE(rows[1].metric, Known<std::string>(std::string("put_avg")));
  QCOMPARE(rows[1].matched_series, Known<std::int64_t>(4));
  QCOMPARE(rows[1].at, Known<LocalTime>(poll_time(1)));
  for (const Column& column : s->columns)
    QCOMPARE(metric_layer(*s, column, s->to), std::string(column.spec.unit == "ms" ? "sink" : "storage"));
  const auto unmatched = unmatched_signals(*s, poll_time(1), {});
  QCOMPARE(unmatched.size(), 2U);
  QCOMPARE(unmatched[1].signal, std::string("tombstones"));
  const Document document = metrics_document(*s, poll_time(1), {});
  QCOMPARE(document.verb, std::string("metrics"));
  QCOMPARE(document.rows.size(), 2U);
  QCOMPARE(document.beside.at(0).name, std::string("unmatched"));
  QCOMPARE(document.coverage, Known<double>(1.0));
}

void TestMetrics::what_is_not_known() {
  Endpoint endpoint;
  endpoint.poll(0, 20'500, Reason::no_history);
  const auto s = endpoint.snapshot();
  QCOMPARE(metric_rows(*s, poll_time(0), {}).at(0).value, Known<double>(Reason::no_history));
  QCOMPARE(metric_rows(*s, poll_time(3), {}).at(1).value, Known<double>(20.5));
  QCOMPARE(metric_rows(*s, poll_time(4), {}).at(1).value, Known<double>(Reason::collector_off));
  Endpoint ended;
  ended.poll(0, 20'500, 0);
  ended.poll(1, Reason::deleted, Reason::unreachable);
  const auto rows = metric_rows(*ended.snapshot(), poll_time(1), {});
  QCOMPARE(rows.size(), 1U);
  QCOMPARE(rows[0].value, Known<double>(Reason::unreachable));
}

void TestMetrics::what_is_in_scope() {
  Endpoint endpoint;
  endpoint.poll(0, 1'000, 1'000);
  const auto s = endpoint.snapshot();
  Filter other;
  other.cluster = {"test*"};
  QVERIFY(metric_rows(*s, poll_time(0), other).empty());
  QVERIFY(unmatched_signals(*s, poll_time(0), other).empty());
  QCOMPARE(metrics_document(*s, poll_time(0), other).coverage, Known<double>(Reason::never_polled));
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
