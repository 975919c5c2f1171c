// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the Iceberg sink for Kafka Connect in each state to its topic and group: metadata and control topic as
// the real sink wrote them (tests/fixtures/iceberg-connect*), the control topic played onto librdkafka's built-in
// cluster at the offsets that it had. Rows that end with "told" have rounds that are told.
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "app/session/control_join.h"
#include "collectors/tables/gunzip.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/tables/judged_table.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
constexpr int soon = 2;                // polls within the limit
constexpr std::int64_t whole = 1'000;  // more than any log here has

QByteArray captured(const QString& name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/") + name);
  if (!file.open(QIODevice::ReadOnly)) qFatal("no %s", qPrintable(name));
  return file.readAll();
}

// Up to and with `last`; what stands between the records, a transaction's markers, is no event here either.
void play(MockCluster& cluster, const QString& log, int partitions, std::int64_t last) {
  cluster.create_topic("control-iceberg", partitions);
  const auto text = gunzip(captured(log).toStdString(), 64u << 20);
  if (!text) qFatal("%s", text.error().line().c_str());
  std::map<int, std::int64_t> next;
  for (const QByteArray& line : QByteArray::fromStdString(*text).split('\n')) {
    const QJsonObject record = QJsonDocument::fromJson(line).object();
    const int partition = record.value(QLatin1String("partition")).toInt();
    const std::int64_t offset = record.value(QLatin1String("offset")).toInteger();
    if (line.isEmpty() || offset > last) continue;
    const auto between = static_cast<int>(offset - next[partition]);
    if (between > 0) cluster.produce_record("control-iceberg", partition, "marker", "", between);
    cluster.produce_record(
        "control-iceberg", partition, record.value(QLatin1String("key")).toString().toStdString(),
        QByteArray::fromBase64(record.value(QLatin1String("value")).toString().toLatin1()).toStdString());
    next[partition] = offset + 1;
  }
}

// The sink's rounds as they are told, on a control topic of one partition.
class ToldRounds final : public MarkJoin {
 public:
  // A round that lands in the table.
  std::int64_t round(const std::string& commit, std::int64_t records, std::int64_t next) {
    const BrokerTime at(Millis(1'795'400'000'000 + 1000 * end_));
    const TopicPartition zero{TopicName("orders"), PartitionId(0)};
    ControlEvent written{.type = ControlType::data_written, .time = at, .commit_id = commit};
    written.table = TableName("lake.orders");
    written.data_files = {{"s3://lake/" + commit, records}};
    ControlEvent complete{.type = ControlType::data_complete, .time = at, .commit_id = commit};
    complete.positions = {{zero, next, std::nullopt}};
    for (ControlEvent event :
         {ControlEvent{.type = ControlType::start_commit, .time = at, .commit_id = commit}, written, complete}) {
      event.group = "connect-sink";
      log_.add({0, end_++, "worker", std::move(event)});
    }
    return end_;
  }
  TableMarks join(const TableView& table) override {
    std::vector<KeyedSnapshot> snapshots;
    for (std::size_t i = table.versions.size(); i-- > 0;)
      snapshots.push_back({.snapshot_id = table.versions[i].commit.snapshot_id, .next = table.versions[i].control});
    const TableJoin joined = log_.join(table.table, snapshots, {});
    TableMarks marks;
    marks.adapter = "a";
    marks.evidence = Evidence::derived;
    marks.durable = joined.durable;
    marks.ranges = joined.ranges;
    return marks;
  }

 private:
  ControlLog log_{"connect-sink"};
  std::int64_t end_ = 0;
};
}  // namespace

class TestConnectStates final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void a_state_of_each_kind_data();
  void a_state_of_each_kind();

 private:
  using Act = std::function<void()>;
  void watch(const QString& metadata);
  void poll(const QString& moment, const Beside& beside, int polls);
  void make_control_anew();
  void come_after_that();
  void skip_files();
  void read_again();
  std::unique_ptr<MockCluster> cluster_;
  std::unique_ptr<JudgedTable> table_;
};

void TestConnectStates::init() {
  table_ = std::make_unique<JudgedTable>("iceberg-hadoop");
  cluster_ = std::make_unique<MockCluster>(1);
}

void TestConnectStates::watch(const QString& metadata) {
  table_->pipeline.group = "connect-orders-sink";
  table_->pipeline.writer = "iceberg-connect";
  Profile profile;
  profile.clusters.push_back({.name = ClusterName("prod"), .bootstrap = cluster_->bootstrap()});
  table_->join = join_for(table_->catalog, profile, table_->secrets);
  table_->put_metadata(metadata);
}

// As the survey beside the metadata tells of that moment.
void TestConnectStates::poll(const QString& moment, const Beside& beside, int polls) {
  const QJsonObject survey = QJsonDocument::fromJson(captured(moment + QStringLiteral("/survey.json"))).object();
  const QJsonArray control = survey.value(QLatin1String("control")).toArray();
  play(*cluster_, QStringLiteral("iceberg-connect/control.ndjson.gz"), 1,
       control.last().toObject().value(QLatin1String("offset")).toInteger());
  const QJsonObject committed = survey.value(QLatin1String("committed")).toObject();
  const QJsonObject coordinator = committed.value(QLatin1String("connect-orders-sink-coord")).toObject();
  cluster_->commit(
      "connect-orders-sink-coord", "control-iceberg", 0,
      coordinator.value(QLatin1String("control-iceberg")).toObject().value(QLatin1String("0")).toInteger());
  watch(moment + QStringLiteral("/metadata.json"));
  table_->poll(beside, polls);
}

// The control topic was deleted and made anew, and what one task announces then is filtered.
void TestConnectStates::make_control_anew() {
  play(*cluster_, QStringLiteral("iceberg-connect-stall/stalled/control.ndjson.gz"), 3, whole);
  watch(QStringLiteral("iceberg-connect-stall/before/metadata.json"));
  table_->poll({179, 179}, soon);
  table_->put_metadata(QStringLiteral("iceberg-connect-stall/stalled/metadata.json"));
  table_->poll({215, 215}, soon);
}

// A catalog that shows its newest snapshot alone, and nobody has seen the topic before.
void TestConnectStates::come_after_that() {
  play(*cluster_, QStringLiteral("iceberg-connect-stall/stalled/control.ndjson.gz"), 3, whole);
  watch(QStringLiteral("iceberg-connect-stall/stalled/metadata.json"));
  table_->poll({215, 215}, soon);
}

// The coordinator goes on without the files that are announced, as it does where the table was missing.
void TestConnectStates::skip_files() {
  play(*cluster_, QStringLiteral("iceberg-connect/control.ndjson.gz"), 1, whole);
  cluster_->commit("connect-orders-sink-coord", "control-iceberg", 0, 73);
  watch(QStringLiteral("iceberg-connect/during/metadata.json"));
  // What it has committed is believed from the second look on, and looks are a second apart.
  const auto state = [&] {
    table_->poll({4936, 4936}, 1);
    return table_->row().state;
  };
  QTRY_COMPARE_WITH_TIMEOUT(state(), AlignState::lost, 20'000);
}

// Its group was put back.
void TestConnectStates::read_again() {
  const auto rounds = std::make_shared<ToldRounds>();
  MadeTable made;
  made.append(1, rounds->round("c1", 50, 50));
  made.append(2, rounds->round("c2", 50, 100));
  table_->pipeline.group = "connect-sink";
  table_->join = rounds;
  table_->write(QStringLiteral("lake/orders/metadata/v1.metadata.json"), QByteArray::fromStdString(made.json()));
  table_->poll({100, 100});
  made.append(3, rounds->round("c3", 30, 70));
  table_->write(QStringLiteral("lake/orders/metadata/v2.metadata.json"), QByteArray::fromStdString(made.json()));
  table_->poll({70, 100}, soon);
}

void TestConnectStates::a_state_of_each_kind_data() {
  QTest::addColumn<QString>("word");
  QTest::addColumn<std::int64_t>("concerned");
  QTest::addColumn<Act>("act");
  const auto row = [](const char* state, const char* word, std::int64_t concerned, const Act& act,
                      const char* how = "") {
    QTest::addRow("iceberg-connect: %s is %s%s", state, word, how) << QString::fromLatin1(word) << concerned << act;
  };
  const auto moment = [this](const char* of, const Beside& beside, int polls) -> Act {
    return [=, this] { poll(QString::fromLatin1(of), beside, polls); };
  };
  // Partition 0: 3,264 in the table, later 4,936.
  row("aligned", "ALIGNED", 0, moment("iceberg-connect/after", {4936, 4936}, soon));
  row("behind", "STALLED", 1672, moment("iceberg-connect/during", {4936, 4936}, JudgedTable::late));
  row("ahead", "TABLE_AHEAD", 936, moment("iceberg-connect/after", {4000, 4936}, JudgedTable::late));
  row("hole", "LOST", 0, [this] { make_control_anew(); });
  row("control topic made anew before", "LOST", 0, [this] { come_after_that(); });
  row("files skipped", "LOST", 1672, [this] { skip_files(); }, " told");
  row("overlap", "DUPLICATE_RISK", 30, [this] { read_again(); }, " told");
  row("reset", "RESET", 4836, moment("iceberg-connect/after", {100, 100}, JudgedTable::late));
  row("expired", "UNKNOWN", 0, [this] {
    watch(QStringLiteral("iceberg/expired.metadata.json"));
    table_->poll({4936, 4936}, soon);
  });
}

void TestConnectStates::a_state_of_each_kind() {
  QFETCH(QString, word);
  QFETCH(std::int64_t, concerned);
  QFETCH(Act, act);
  act();
  if (QTest::currentTestFailed()) return;
  const AlignRow row = table_->row();
  QVERIFY2(QString::fromStdString(std::string(tidemark::word(row.state))) == word,
           (std::string(tidemark::word(row.state)) + ": " + row.reason).c_str());
  QCOMPARE(row.concerned, concerned);
}

QTEST_GUILESS_MAIN(TestConnectStates)
#include "tst_connect_states.moc"
