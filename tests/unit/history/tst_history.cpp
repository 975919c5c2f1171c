// SPDX-License-Identifier: GPL-3.0-or-later
// Offsets that other exporters told, put back into the scrapes that they were taken by.
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "collectors/history/openmetrics_history.h"
#include "collectors/metrics/endpoint.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"

using namespace tidemark;
using namespace tidemark::history;

namespace {
const char* const names = R"(kafka_topic_partition_current_offset{topic="orders",partition="0",job="k",instance="a"} )";

class Import {
 public:
  Result<ImportSummary> run(const std::string& text, const ImportOptions& options = {}) {
    std::ofstream(file()) << text;
    const SystemClock clock;
    auto writer = TimelineWriter::open(path(), {}, clock);
    if (!writer) return std::unexpected(writer.error());
    auto summary = import_openmetrics(file(), **writer, options);
    if (auto closed = (*writer)->close(); !closed) return std::unexpected(closed.error());
    return summary;
  }
  std::string file() const { return (dir_.path() + "/history.txt").toStdString(); }
  std::string path() const { return (dir_.path() + "/t.tidemark").toStdString(); }
  // "signal object: value value …", a line each; the reason where unknown.
  std::string told() const {
    auto reader = TimelineReader::open(path());
    if (!reader) qFatal("%s", reader.error().line().c_str());
    SnapshotRequest request;
    request.from = local_time(0);
    request.to = local_time(4'000'000'000'000);
    const auto snapshot = (*reader)->load(request);
    if (!snapshot) qFatal("%s", snapshot.error().line().c_str());
    std::string out;
    for (const Column& column : (*snapshot)->columns) {
      out += column.spec.signal.value() + ' ' + column.spec.object.value() + ':';
      for (std::size_t i = 0; i < column.values.size(); ++i)
        out += column.reasons[i] == Reason::none ? ' ' + std::to_string(column.values[i])
                                                 : ' ' + std::string(word(column.reasons[i]));
      out += '\n';
    }
    return out;
  }

 private:
  QTemporaryDir dir_;
};
}  // namespace

class TestHistory final : public QObject {
  Q_OBJECT
 private slots:
  void names_mean_marks_data();
  void names_mean_marks();
  void series_become_scrapes();
  void what_was_not_told_is_unknown();
  void a_lag_is_taken_from_its_end();
  void one_of_two_targets_is_taken();
  void it_goes_on_after_what_is_there();
  void what_is_wrong_is_one_line_data();
  void what_is_wrong_is_one_line();
  void a_matrix_keeps_its_own_times();
};

void TestHistory::names_mean_marks_data() {
  QTest::addColumn<QString>("metric");
  QTest::addColumn<QString>("topic");
  QTest::addColumn<QString>("partition");
  QTest::addColumn<QString>("group");
  QTest::addColumn<int>("meaning");
  const auto row = [](const char* metric, const char* topic, const char* partition, const char* group, Meaning of) {
    QTest::newRow(metric) << metric << topic << partition << group << static_cast<int>(of);
  };
  row("kafka_topic_partition_current_offset", "topic", "partition", "", Meaning::high);
  row("kafka_topic_partition_oldest_offset", "topic", "partition", "", Meaning::floor);
  row("kafka_consumergroup_current_offset", "topic", "partition", "consumergroup", Meaning::group);
  row("kminion_kafka_topic_partition_high_water_mark", "topic_name", "partition_id", "", Meaning::high);
  row("kminion_kafka_topic_partition_low_water_mark", "topic_name", "partition_id", "", Meaning::floor);
  row("kminion_kafka_consumer_group_topic_partition_lag", "topic_name", "partition_id", "group_id", Meaning::group_lag);
  row("kafka_partition_latest_offset", "topic", "partition", "", Meaning::high);
  row("kafka_partition_earliest_offset", "topic", "partition", "", Meaning::floor);
  row("kafka_consumergroup_group_offset", "topic", "partition", "group", Meaning::group);
}

void TestHistory::names_mean_marks() {
  QFETCH(const QString, metric);
  QFETCH(const QString, topic);
  QFETCH(const QString, partition);
  QFETCH(const QString, group);
  QFETCH(const int, meaning);
  metrics::Labels labels{{topic.toStdString(), "orders"}, {partition.toStdString(), "7"}, {"cluster_name", "prod"}};
  if (!group.isEmpty()) labels.push_back({group.toStdString(), "sink"});
  const auto found = offset_series(metric.toStdString(), labels);
  QVERIFY(found);
  QCOMPARE(static_cast<int>(found->meaning), meaning);
  QCOMPARE(found->partition, (TopicPartition{TopicName("orders"), PartitionId(7)}));
  QCOMPARE(found->cluster, ClusterName("prod"));
  QCOMPARE(found->group, GroupId(group.isEmpty() ? "" : "sink"));
  labels[1].value = "-7";
  QVERIFY(!offset_series(metric.toStdString(), labels));
  labels.erase(labels.begin());
  QVERIFY(!offset_series(metric.toStdString(), labels));
}

// As a dump has them: series by series, each with all its times.
void TestHistory::series_become_scrapes() {
  Import import;
  const auto summary = import.run(R"(# TYPE kafka_topic_partition_current_offset gauge
kafka_topic_partition_current_offset{topic="orders",partition="0"} 100 1767225600.25
kafka_topic_partition_current_offset{topic="orders",partition="0"} 110 1767225615.25
kafka_topic_partition_current_offset{topic="orders",partition="0",} 1.2e2 1767225630.25
# TYPE kafka_consumergroup_current_offset gauge
kafka_consumergroup_current_offset{consumergroup="sink",topic="orders",partition="0"} 90 1767225600.25
kafka_consumergroup_current_offset{consumergroup="sink",topic="orders",partition="0"} 100 1767225615.25
kafka_consumergroup_current_offset{consumergroup="sink",topic="orders",partition="0"} 115 1767225630.25
go_goroutines 5 1767225600.25
# EOF
)");
  QVERIFY2(summary, summary ? "" : summary.error().line().c_str());
  QCOMPARE(summary->polls, 3);
  QCOMPARE(summary->series, 2);
  QCOMPARE(summary->samples, 6);
  QCOMPARE(rfc3339(*summary->from), std::string("2026-01-01T00:00:00.250Z"));
  QCOMPARE(import.told(),
           std::string("high partition:orders/0: 100 110 120\ngroup:sink partition:orders/0: 90 100 115\n"));
}

void TestHistory::what_was_not_told_is_unknown() {
  Import import;
  const auto summary = import.run(R"(kafka_partition_latest_offset{topic="o",partition="0"} 100 1767225600
kafka_partition_latest_offset{topic="o",partition="0"} NaN 1767225630
kafka_partition_latest_offset{topic="o",partition="0"} 110 1767225660
kafka_consumergroup_group_offset{group="g",topic="o",partition="0"} -1 1767225600
kafka_consumergroup_group_offset{group="g",topic="o",partition="0"} 105 1767225630
)");
  QVERIFY(summary);
  QCOMPARE(summary->passed_over, 1);
  QCOMPARE(import.told(), std::string("high partition:o/0: 100 never-polled 110\n"
                                      "group:g partition:o/0: no-commit 105 never-polled\n"));
  QVERIFY(!summary->notes.empty());
}

void TestHistory::a_lag_is_taken_from_its_end() {
  Import import;
  const auto summary = import.run(
      R"(kminion_kafka_consumer_group_topic_partition_lag{group_id="g",topic_name="o",partition_id="0"} 30 1767225600
kminion_kafka_consumer_group_topic_partition_lag{group_id="g",topic_name="o",partition_id="0"} 20 1767225630
kminion_kafka_consumer_group_topic_partition_lag{group_id="g",topic_name="o",partition_id="0"} 10 1767225660
kminion_kafka_topic_partition_high_water_mark{topic_name="o",partition_id="0"} 100 1767225600
kminion_kafka_topic_partition_high_water_mark{topic_name="o",partition_id="0"} 120 1767225660
)");
  QVERIFY(summary);
  // Without the end of the same scrape it is not known where the group was.
  QCOMPARE(import.told(),
           std::string("high partition:o/0: 100 never-polled 120\ngroup:g partition:o/0: 70 never-polled 110\n"));
  QVERIFY(summary->notes.front().find("derived") != std::string::npos);
}

void TestHistory::one_of_two_targets_is_taken() {
  Import import;
  const auto summary =
      import.run(std::string(names) + "100 1767225600\n" +
                 R"(kafka_topic_partition_current_offset{topic="orders",partition="0",job="k",instance="b"} )" +
                 "101 1767225607\n");
  QVERIFY(summary);
  QCOMPARE(import.told(), std::string("high partition:orders/0: 100\n"));
  QVERIFY(summary->notes.front().find("told by 2 targets") != std::string::npos);
}

void TestHistory::it_goes_on_after_what_is_there() {
  Import import;
  QVERIFY(import.run(std::string(names) + "100 1767225600\n" + names + "110 1767225615\n"));
  ImportOptions options;
  options.after = local_time(1'767'225'615'000);
  const auto more = import.run(std::string(names) + "110 1767225615\n" + names + "120 1767225630\n", options);
  QVERIFY(more);
  QCOMPARE(more->polls, 1);
  QVERIFY(import.told().ends_with("120\n"));
}

void TestHistory::what_is_wrong_is_one_line_data() {
  QTest::addColumn<QString>("text");
  QTest::addColumn<QString>("says");
  QTest::newRow("no time") << QString::fromLatin1(names) + "100\n" << "line 1: no timestamp";
  QTest::newRow("no value") << QString::fromLatin1(names) + "much 1767225600\n" << "no value";
  QTest::newRow("no end of labels") << "\nkafka_partition_latest_offset{topic=\"o\" 1 1\n" << "line 2";
  QTest::newRow("nothing of Kafka") << "up 1 1767225600\n" << "holds no offsets";
  QTest::newRow("empty") << "" << "holds no offsets";
  QTest::newRow("binary") << QString::fromLatin1("\x01\x02\xff\xfe") << "holds no offsets";
}

void TestHistory::what_is_wrong_is_one_line() {
  QFETCH(const QString, text);
  QFETCH(const QString, says);
  Import import;
  const auto summary = import.run(text.toStdString());
  QVERIFY(!summary);
  const QString line = QString::fromStdString(summary.error().line());
  QVERIFY2(line.contains(says), qPrintable(line));
  QVERIFY(!line.contains('\n'));
}

void TestHistory::a_matrix_keeps_its_own_times() {
  const auto all = metrics::parse_matrix(R"({"status":"success","data":{"resultType":"matrix","result":[
      {"metric":{"__name__":"x","topic":"o"},"values":[[1767225600.25,"1"],[1767225615.251,"2"]]}]}})",
                                         10);
  QVERIFY2(all, all ? "" : all.error().line().c_str());
  QCOMPARE(all->size(), 1U);
  QCOMPARE(all->front().points.at(1).at_ms, 1'767'225'615'251.0);
  QCOMPARE(all->front().points.at(1).value, 2.0);
  QVERIFY(!metrics::parse_matrix(R"({"status":"success","data":{"resultType":"matrix","result":[
      {"metric":{"__name__":"x"},"values":[[1,"1"],[2,"2"]]}]}})",
                                 1));
}

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
