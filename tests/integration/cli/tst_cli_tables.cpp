// SPDX-License-Identifier: GPL-3.0-or-later
// align, gate and journey asked of a cluster and a table themselves: librdkafka's built-in cluster, and a folder in the
// Hadoop layout of Iceberg whose writer notes its offsets in the table.
#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <boost/json.hpp>

#include "collectors/kafka/key_search.h"
#include "tests/integration/cli/program.h"
#include "tests/integration/kafka/mock_cluster.h"
#include "tests/integration/tables/tables.h"

using namespace tidemark::testing;
namespace json = boost::json;

class TestCliTables final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void align_live();
  void verify_counts_where_it_may();
  void gate_waits_until_the_table_has_it();
  void gate_waits_no_longer_than_it_is_told();
  void a_key_is_found_and_its_journey_told();
  void keys_need_to_be_allowed();

 private:
  // The table holds all offsets of partition 0 below `next`; the snapshot added `added` rows.
  void land(std::int64_t next, std::int64_t added);
  static void write(const QString& path, const QByteArray& bytes) {
    QFile file(path + QStringLiteral(".new"));
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(bytes);
    file.close();
    QFile::remove(path);
    if (!file.rename(path)) qFatal("cannot rename");
  }
  QString profile(const char* read) const;
  json::object row_of(const QStringList& arguments, int status = 0) const {
    const Ran ran = program_.run(QStringList(arguments) << QStringLiteral("--json"));
    if (ran.status != status) qFatal("status %d: %s%s", ran.status, ran.err.constData(), ran.out.constData());
    return json::parse(ran.out.toStdString()).at("rows").at(0).as_object();
  }

  Program program_;
  std::unique_ptr<MockCluster> cluster_;
  MadeTable table_;
  int snapshots_ = 0;
};

void TestCliTables::land(std::int64_t next, std::int64_t added) {
  table_.append_with(++snapshots_, R"("app.offsets":"{\"0\":)" + std::to_string(next) + R"(}","added-records":")" +
                                       std::to_string(added) + "\"");
  const QString folder = program_.path(QStringLiteral("wh/lake/orders/metadata"));
  QDir().mkpath(folder);
  write(folder + QStringLiteral("/v%1.metadata.json").arg(snapshots_), QByteArray::fromStdString(table_.json()));
  write(folder + QStringLiteral("/version-hint.text"), QByteArray::number(snapshots_));
}

QString TestCliTables::profile(const char* read) const {
  const QByteArray text = R"({"clusters": [{"name": "prod", "bootstrap": ")" +
                          QByteArray::fromStdString(cluster_->bootstrap()) + R"(", "read": [)" + read + R"(]}],
    "catalogs": [{"name": "lake", "type": "iceberg-hadoop", "path": ")" +
                          program_.path(QStringLiteral("wh")).toUtf8() + R"("}],
    "pipelines": [{"name": "orders", "topic": "orders", "table": "lake.orders", "writer": "my-job",
                   "offsets": {"key": "app.offsets", "means": "next"}}]})";
  return program_.write(QStringLiteral("p.json"), text);
}

void TestCliTables::initTestCase() {
  cluster_ = std::make_unique<MockCluster>(1);
  cluster_->create_topic("orders", 1);
  cluster_->produce("orders", 0, 50);
  land(20, 20);
  land(50, 30);
}

void TestCliTables::align_live() {
  auto row = row_of({"align", "--live", "--profile", profile("")});
  QCOMPARE(row.at("table").as_string(), json::string("lake.orders"));
  QCOMPARE(row.at("durable").as_int64(), 50);
  QCOMPARE(row.at("high").as_int64(), 50);
  QCOMPARE(row.at("evidence").as_string(), json::string("exact"));
  QVERIFY(row.at("state").as_string() == "ALIGNED" || row.at("state").as_string() == "IDLE");
  QVERIFY(row.at("complete_through").is_string());
  QVERIFY(row.at("committed").is_null());  // this writer has no group
  const Ran missing = program_.run({"align", "--live", "--profile", profile(""), "--table", "lake.order"});
  QCOMPARE(missing.status, 3);
  QVERIFY2(missing.one_line() && missing.err.contains("did you mean \"lake.orders\"?"), missing.err.constData());
}

void TestCliTables::verify_counts_where_it_may() {
  const auto bounded = row_of({"align", "--verify", "--live", "--profile", profile("")});
  QCOMPARE(bounded.at("completeness").as_string(), json::string("bounded"));
  QCOMPARE(bounded.at("verdict").as_string(), json::string("cannot-tell"));
  QCOMPARE(bounded.at("offsets").as_int64(), 30);
  QVERIFY(bounded.at("log_records").is_null());
  const auto counted = row_of({"align", "--verify", "--live", "--profile", profile("\"counts\"")});
  QCOMPARE(counted.at("completeness").as_string(), json::string("exact"));
  QCOMPARE(counted.at("verdict").as_string(), json::string("equal"));
  QCOMPARE(counted.at("log_records").as_int64(), 30);
  const Ran both = program_.run({"align", "--verify", "--ledger", "--live", "--profile", profile("")});
  QCOMPARE(both.status, 2);
  QVERIFY(both.one_line());
}

void TestCliTables::gate_waits_until_the_table_has_it() {
  cluster_->produce("orders", 0, 10);  // 60; the table has 50
  const QStringList gate{"gate", "--live", "--profile", profile(""), "--table", "lake.orders", "--through", "now"};
  QCOMPARE(program_.run(gate).status, 3);  // one poll cannot say since when
  QElapsedTimer timer;
  timer.start();
  const auto waiting = program_.start(QStringList(gate) << QStringLiteral("--wait") << QStringLiteral("60s"));
  QVERIFY(!waiting->waitForFinished(2500));
  land(60, 10);
  QVERIFY(waiting->waitForFinished(30'000));
  QCOMPARE(waiting->exitCode(), 0);
  QVERIFY(timer.elapsed() < 30'000);
  const QByteArray out = waiting->readAllStandardOutput();
  QCOMPARE(out.count("lake.orders"), 1);  // one document, the last one
  QVERIFY2(out.contains("yes"), out.constData());
}

void TestCliTables::gate_waits_no_longer_than_it_is_told() {
  cluster_->produce("orders", 0, 10);  // 70; the table has 60
  QElapsedTimer timer;
  timer.start();
  const Ran ran = program_.run(
      {"gate", "--live", "--profile", profile(""), "--table", "lake.orders", "--through", "now", "--wait", "3s"});
  QCOMPARE(ran.status, 3);
  QVERIFY(timer.elapsed() >= 2500);
  // Not landed yet, and gone when it is asked of a time before the table's last record.
  land(70, 10);
  QCOMPARE(
      program_.run({"gate", "--live", "--profile", profile(""), "--table", "lake.orders", "--through", "-1m"}).status,
      0);
}

void TestCliTables::a_key_is_found_and_its_journey_told() {
  const std::int64_t at = QDateTime::currentMSecsSinceEpoch() - 30'000;
  cluster_->produce_key("orders", 0, "customer 7", at);  // offset 70
  land(71, 1);
  const Ran ran = program_.run({"journey", "--topic", "orders", "--key", "customer 7", "--around", "now", "--live",
                                "--profile", profile("\"keys\""), "--json"});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const json::value document = json::parse(ran.out.toStdString());
  const auto& row = document.at("rows").at(0);
  QCOMPARE(row.at("offset").as_int64(), 70);
  const auto& produced = row.at("stages").at(0);
  QCOMPARE(produced.at("stage").as_string(), json::string("produced"));
  QCOMPARE(produced.at("evidence").as_string(), json::string("estimated"));
  QVERIFY(produced.at("ref").as_string().find("producer") != json::string::npos);
  const auto stamp =
      QDateTime::fromString(QString::fromStdString(std::string(produced.at("at").as_string())), Qt::ISODateWithMs);
  QCOMPARE(stamp.toMSecsSinceEpoch(), at);
  QVERIFY(produced.at("error_ms").is_null());
  QVERIFY(document.at("notes").at(0).as_string().find("1 of 71 records") == 0);
  QVERIFY(!ran.out.contains("customer 7"));  // a key is nobody's business
  const Ran nobody = program_.run({"journey", "--topic", "orders", "--key", "nobody", "--around", "now", "--live",
                                   "--profile", profile("\"keys\"")});
  QCOMPARE(nobody.status, 3);
  QVERIFY2(nobody.one_line() && nobody.err.contains("no record with this key"), nobody.err.constData());
}

void TestCliTables::keys_need_to_be_allowed() {
  const QStringList ask{"journey", "--topic", "orders", "--key", "k", "--around", "now", "--live"};
  const auto refused = [&](const QStringList& more, const char* says) {
    const Ran ran = program_.run(QStringList(ask) << more);
    QCOMPARE(ran.status, 2);
    QVERIFY2(ran.one_line() && ran.err.contains(says), ran.err.constData());
  };
  refused({"--profile", profile("\"counts\"")}, "\"read\": [\"keys\"]");
  refused({"--bootstrap", QString::fromStdString(cluster_->bootstrap())}, "\"read\": [\"keys\"]");
  refused({"--profile", profile("\"all\""), "--offset", "3"}, "one record");
  const Ran no_time = program_.run({"journey", "--topic", "orders", "--key", "k", "--profile", profile("\"keys\"")});
  QCOMPARE(no_time.status, 2);
  QVERIFY2(no_time.one_line() && no_time.err.contains("--around"), no_time.err.constData());
}

QTEST_GUILESS_MAIN(TestCliTables)
#include "tst_cli_tables.moc"
