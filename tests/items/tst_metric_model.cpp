// SPDX-License-Identifier: GPL-3.0-or-later
// Cells of metrics: values with their units, what is unknown, and what nothing was matched to.
#include <QAbstractItemModelTester>
#include <QTest>

#include "models/items/metric_model.h"

using namespace tidemark;

namespace {
MetricRow row(const std::string& signal, Known<double> value, const std::string& unit = "ms") {
  MetricRow out;
  out.source = "workers";
  out.cluster = ClusterName("prod");
  out.signal = Signal(signal);
  out.object = Object("task:c/0");
  out.layer = "sink";
  out.unit = unit;
  out.value = value;
  out.at = local_time(1'767'225'600'000);
  return out;
}

std::shared_ptr<const Metrics> metrics(std::vector<MetricRow> rows, const std::vector<UnmatchedSignal>& unmatched = {},
                                       Reason silent = Reason::none) {
  MetricSource source{.source = "workers", .cluster = ClusterName("prod"), .silent = silent};
  return std::make_shared<const Metrics>(metrics_of(std::move(rows), unmatched, {source}, {}));
}

struct Shown {
  explicit Shown(const std::shared_ptr<const Metrics>& metrics) { model.set_rows({metrics, &metrics->rows}); }
  ItemCell source(int at, int column) const { return model.cell(model.index(at, column)); }
  ItemCell line(int at, int column) const { return model.cell(model.index(0, column, model.index(at, 0))); }
  MetricModel model;
};
}  // namespace

class TestMetricModel final : public QObject {
  Q_OBJECT
 private slots:
  void values_have_their_units() {
    QCOMPARE(metric_value(20.5, "ms"), QStringLiteral("20.5\u00a0ms"));
    QCOMPARE(metric_value(0.0, "ms"), QStringLiteral("0\u00a0ms"));
    QCOMPARE(metric_value(0.25, "1/s"), QStringLiteral("0.25/s"));
    QCOMPARE(metric_value(1'234'567.8, ""), QStringLiteral("1,234,568"));
    QCOMPARE(metric_value(100.0, ""), QStringLiteral("100"));
    QCOMPARE(metric_value(0.0001, "ms"), QStringLiteral("0.0001\u00a0ms"));  // never 0
    QCOMPARE(metric_value(0.0001, "1/s"), QStringLiteral("0.0001/s"));
    QCOMPARE(metric_value(-3.0, "ms"), QStringLiteral("-3\u00a0ms"));
    QCOMPARE(metric_value(Reason::unreachable, "ms"), QStringLiteral("unknown"));
  }

  void what_answers_is_quiet() {
    MetricRow one = row("put_latency_ms", 20.5);
    one.metric = std::string("put_avg");
    one.matched_series = std::int64_t{4};
    Shown shown(metrics({one}));
    QCOMPARE(shown.source(0, MetricModel::name).text, QStringLiteral("workers"));
    QCOMPARE(shown.source(0, MetricModel::state).level, Level::fine);
    QCOMPARE(shown.line(0, MetricModel::value).text, QStringLiteral("20.5\u00a0ms"));
    QCOMPARE(shown.line(0, MetricModel::metric).text, QStringLiteral("put_avg"));
    QCOMPARE(shown.line(0, MetricModel::series).text, QStringLiteral("4"));
    QCOMPARE(shown.line(0, MetricModel::preset).text, QStringLiteral("—"));
    QVERIFY(shown.line(0, MetricModel::state).text.isEmpty());
  }

  void what_is_unknown_is_a_word() {
    Shown shown(metrics({row("put_latency_ms", Reason::no_history)}, {}, Reason::unreachable));
    QCOMPARE(shown.source(0, MetricModel::state).level, Level::unknown);
    QCOMPARE(shown.line(0, MetricModel::value).text, QStringLiteral("unknown"));
    QCOMPARE(shown.line(0, MetricModel::state).level, Level::unknown);
    QVERIFY(!shown.model.index(0, MetricModel::value, shown.model.index(0, 0)).data(SortRole).isValid());
  }

  void what_is_not_matched_says_so() {
    Shown shown(metrics({row("put_latency_ms", 1.0)}, {{"workers", ClusterName("prod"), "urp", "broker"}}));
    QCOMPARE(shown.source(1, MetricModel::state).text, QStringLiteral("not matched"));
    QCOMPARE(shown.line(1, MetricModel::name).text, QStringLiteral("urp"));
    QCOMPARE(shown.line(1, MetricModel::layer).text, QStringLiteral("broker"));
    QCOMPARE(shown.line(1, MetricModel::state).text, QStringLiteral("not matched"));
    QCOMPARE(shown.line(1, MetricModel::state).level, Level::unknown);
    for (const int column : {MetricModel::object, MetricModel::value, MetricModel::at, MetricModel::series})
      QCOMPARE(shown.line(1, column).text, QStringLiteral("—"));
    Shown bare(metrics({}, {{"workers", ClusterName("prod"), "urp", "broker"}}));
    QCOMPARE(bare.source(0, MetricModel::state).text, QStringLiteral("nothing matched"));
    QCOMPARE(bare.source(0, MetricModel::state).level, Level::warn);
  }

  void it_holds_the_rules_of_models() {
    MetricModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int turn = 0; turn < 24; ++turn) {
      std::vector<MetricRow> rows;
      for (int i = 0; i < (turn * 5) % 7; ++i) rows.push_back(row("s" + std::to_string((i + turn) % 7), i * turn));
      std::vector<UnmatchedSignal> unmatched(turn % 3, {"workers", ClusterName("prod"), "urp", "broker"});
      const auto all = metrics(rows, unmatched);
      model.set_rows({all, &all->rows});
      model.sort(turn % model.columnCount(), turn % 2 ? Qt::AscendingOrder : Qt::DescendingOrder);
      QCOMPARE(model.rowCount(), turn % 3 == 0 ? 1 : 2);
      QCOMPARE(model.total_children(), static_cast<int>(rows.size()) + (turn % 3 == 0 ? 0 : 1));
    }
  }
};

QTEST_GUILESS_MAIN(TestMetricModel)
#include "tst_metric_model.moc"
