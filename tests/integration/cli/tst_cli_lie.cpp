// SPDX-License-Identifier: GPL-3.0-or-later
// The case that lag cannot see, asked live: the control topic, the catalog's answer and the connector's status are the
// bytes that a real Iceberg sink left (tests/fixtures/iceberg-connect), served by librdkafka's built-in cluster and by
// HTTP servers on loopback. Offsets of transaction markers are filled with records that say nothing.
#include <QJsonDocument>
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/tables/conforming_catalog.h"
#include "tests/unit/collectors/control/capture.h"

using namespace tidemark::testing;
namespace json = boost::json;

class TestCliLie final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void ten_thousand_records_are_read_and_in_no_snapshot();
  void freshness_sees_them_and_lag_does_not();
  void check_knows_the_sink();
  void the_repair_is_seen();

 private:
  QString profile() const;
  void control_until(std::int64_t end);
  json::value document_of(const QStringList& arguments) const;
  void show(const QString& moment);

  Program program_;
  MockCluster cluster_{1};
  ConformingCatalog catalog_;
  QByteArray connectors_;
  std::unique_ptr<HttpServer> connect_;
  std::int64_t control_end_ = 0;
};

QString TestCliLie::profile() const {
  const QByteArray text = R"({"clusters": [{"name": "prod", "bootstrap": ")" +
                          QByteArray::fromStdString(cluster_.bootstrap()) +
                          R"(", "groups": ["connect-orders-sink"]}],
      "connect": [{"name": "lake", "url": ")" +
                          QByteArray::fromStdString(connect_->url()) + R"("}],
      "catalogs": [{"name": "lake", "type": "iceberg-rest", "url": ")" +
                          QByteArray::fromStdString(catalog_.url()) + R"(", "warehouse": "wh"}],
      "classes": [{"name": "analytics", "target": "15m", "objective": 99, "end": "table"}],
      "pipelines": [{"name": "orders", "topic": "orders", "group": "connect-orders-sink", "connector": "orders-sink",
                     "table": "lake.orders", "writer": "iceberg-connect", "control_topic": "control-iceberg",
                     "commit_interval": "10s", "commit_timeout": "30s", "class": "analytics"}]})";
  return program_.write(QStringLiteral("p.json"), text);
}

void TestCliLie::control_until(std::int64_t end) {
  for (const CapturedRecord& record : captured_records()) {
    if (record.offset < control_end_ || record.offset >= end) continue;
    for (; control_end_ < record.offset; ++control_end_) cluster_.produce("control-iceberg", 0, 1);
    cluster_.produce_record("control-iceberg", 0, record.key, {record.value.begin(), record.value.end()});
    ++control_end_;
  }
}

// What the catalog and the workers said at that moment.
void TestCliLie::show(const QString& moment) {
  const auto loaded = QJsonDocument::fromJson(captured_file(moment + "/load-table.json")).object();
  catalog_.put("lake", "orders", QJsonDocument(loaded.value("metadata").toObject()).toJson().toStdString());
  connectors_ = R"({"orders-sink": {"status": )" + captured_file(moment + "/connector-status.json") +
                R"(, "info": {"name": "orders-sink", "type": "sink", "config": {
                  "connector.class": "org.apache.iceberg.connect.IcebergSinkConnector", "topics": "orders",
                  "iceberg.tables": "lake.orders", "iceberg.control.commit.interval-ms": "10000"}}}})";
}

void TestCliLie::initTestCase() {
  cluster_.create_topic("orders", 6);
  cluster_.create_topic("control-iceberg", 1);
  const QJsonObject during = survey(QStringLiteral("during"));
  const QJsonObject ends = during.value("ends").toObject();
  for (auto end = ends.begin(); end != ends.end(); ++end) {
    cluster_.produce("orders", end.key().toInt(), end.value().toInt());
    cluster_.commit("connect-orders-sink", "orders", end.key().toInt(), end.value().toInt());
  }
  const QJsonArray events = during.value("control").toArray();
  control_until(events.last().toObject().value("offset").toInteger() + 1);
  cluster_.commit("connect-orders-sink-coord", "control-iceberg", 0, 17);
  show(QStringLiteral("during"));
  connect_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) {
    if (seen.target.starts_with("/connectors?")) return peer.answer(200, connectors_.toStdString());
    if (seen.target == "/") return peer.answer(200, R"j({"version":"4.1.0","kafka_cluster_id":"c"})j");
    return peer.answer(404, "{}");
  });
}

json::value TestCliLie::document_of(const QStringList& arguments) const {
  const Ran ran = program_.run(QStringList(arguments) << "--live" << "--profile" << profile() << "--json");
  if (ran.status != 0) qFatal("%d %s%s", ran.status, ran.err.constData(), ran.out.constData());
  return json::parse(ran.out.toStdString());
}

void TestCliLie::ten_thousand_records_are_read_and_in_no_snapshot() {
  const json::value document = document_of({"align"});
  const QJsonObject truth = survey(QStringLiteral("during")).value("durable").toObject();
  std::int64_t gap = 0;
  QCOMPARE(document.at("rows").as_array().size(), 6u);
  for (const auto& row : document.at("rows").as_array()) {
    QVERIFY2(row.at("state").as_string() == "STALLED", json::serialize(row).c_str());
    QCOMPARE(row.at("evidence").as_string(), json::string("derived"));
    QCOMPARE(row.at("durable").as_int64(), truth.value(QString::number(row.at("partition").as_int64())).toInteger());
    QCOMPARE(row.at("committed").as_int64(), row.at("high").as_int64());  // lag 0
    gap += row.at("commit_gap").as_int64();
  }
  QCOMPARE(gap, 10'000);
}

void TestCliLie::freshness_sees_them_and_lag_does_not() {
  const json::value lag = document_of({"lag"});
  for (const auto& row : lag.at("rows").as_array()) QCOMPARE(row.at("lag").as_int64(), 0);
  const json::value freshness = document_of({"freshness"});
  const auto& row = freshness.at("rows").at(0);
  QCOMPARE(row.at("end").as_string(), json::string("table"));
  QCOMPARE(row.at("not_landed").as_int64(), 10'000);
  QCOMPARE(row.at("where").as_string(), json::string("table"));
  QVERIFY(row.at("age_ms").is_null());  // one poll does not tell since when
  QCOMPARE(row.at("age_ms_reason").as_string(), json::string("no-history"));
}

void TestCliLie::check_knows_the_sink() {
  const json::value check = document_of({"check"});
  std::string rules;
  for (const auto& row : check.at("rows").as_array())
    if (row.at("object").as_string() == "connector:orders-sink") rules += std::string(row.at("rule").as_string()) + ' ';
  QCOMPARE(rules, std::string("K24 K26 "));
}

void TestCliLie::the_repair_is_seen() {
  control_until(1'000'000);
  cluster_.commit("connect-orders-sink-coord", "control-iceberg", 0, 64);
  show(QStringLiteral("after"));
  const json::value document = document_of({"align"});
  for (const auto& row : document.at("rows").as_array()) {
    QCOMPARE(row.at("commit_gap").as_int64(), 0);
    QVERIFY(row.at("state").as_string() == "ALIGNED" || row.at("state").as_string() == "IDLE");
  }
  QCOMPARE(document_of({"freshness"}).at("rows").at(0).at("age_ms").as_int64(), 0);
}

QTEST_GUILESS_MAIN(TestCliLie)
#include "tst_cli_lie.moc"
