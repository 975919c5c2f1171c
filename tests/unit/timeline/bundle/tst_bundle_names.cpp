// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/SQLiteCpp.h>

#include <QTest>

#include "collectors/core/redact.h"
#include "models/timeline/bundle/redactor.h"

using namespace tidemark;

class TestBundleNames final : public QObject {
  Q_OBJECT
 private slots:
  void addresses_data();
  void addresses();
  void texts_data();
  void texts();
  void values_data();
  void values();
  void what_everybody_knows_stays();
  void the_same_name_is_the_same_everywhere();
  void names_can_be_kept_but_no_secret();

 private:
  // What was replaced as "<kind>", so that rows can be written down.
  static QString plain(std::string text, const Pseudonyms& names) {
    for (const Renamed& one : names.renamed())
      for (auto at = text.find(one.is); at != std::string::npos; at = text.find(one.is))
        text.replace(at, one.is.size(), "<" + one.kind + ">");
    return QString::fromStdString(text);
  }
};

void TestBundleNames::addresses_data() {
  QTest::addColumn<QString>("was");
  QTest::addColumn<QString>("is");
  const auto row = [](const char* was, const char* is) {
    QTest::newRow(was) << QString::fromLatin1(was) << QString::fromLatin1(is);
  };
  row("b1", "<host>");
  row("/10.0.0.1", "/<host>");
  row("b1:9092", "<host>:9092");
  row("b1:9092,b2.example.org:9093", "<host>:9092,<host>:9093");
  row("SSL://b1:9092", "SSL://<host>:9092");
  row("http://connect:8083/path", "http://<host>:8083/path");
  row("localhost:9092", "localhost:9092");
  row("[::1]:9092", "<host>:9092");
  row("fe80::1", "<host>");
  row("", "");
}

void TestBundleNames::addresses() {
  QFETCH(QString, was);
  Pseudonyms names("salt");
  const std::string is = names.hosts(was.toStdString());
  QTEST(plain(is, names), "is");
  QCOMPARE(are_addresses("b1:9092,b2:9092"), true);
  QCOMPARE(are_addresses("prod"), false);
  QCOMPARE(are_addresses("prod:eu"), false);
}

void TestBundleNames::texts_data() {
  QTest::addColumn<QString>("was");
  QTest::addColumn<QString>("is");
  const auto row = [](const char* was, const char* is) {
    QTest::newRow(was) << QString::fromLatin1(was) << QString::fromLatin1(is);
  };
  row("Connect to 10.0.0.1:9092 failed", "Connect to <host>:9092 failed");
  row("10.0.0.1 is down.", "<host> is down.");
  row("b7.example.org:9092/7: refused", "<host>:9092/7: refused");
  row("GET https://catalog/v1/x", "GET https://<host>/v1/x");
  row("known1 is down", "<host> is down");
  row("known10 is up", "known10 is up");
  row("client reader-7 left", "client <client-id> left");
  row("User:alice is not allowed", "User:<principal> is not allowed");
  row("my client: gone", "<client-id>: gone");
  row("at WorkerSinkTask.java:632", "at WorkerSinkTask.java:632");
  row("orders.v1 lags 1.5 records since 12:30", "orders.v1 lags 1.5 records since 12:30");
  row("2026-01-01T00:05:00.000Z", "2026-01-01T00:05:00.000Z");
  row("1200 -> 1202", "1200 -> 1202");
}

void TestBundleNames::texts() {
  QFETCH(QString, was);
  Pseudonyms names("salt");
  names.hosts("known1");
  names.client("reader-7");
  names.client("my client");
  const std::string is = names.in_text(was.toStdString());
  QTEST(plain(is, names), "is");
}

void TestBundleNames::values_data() {
  QTest::addColumn<QString>("aspect");
  QTest::addColumn<QString>("was");
  QTest::addColumn<QString>("is");
  const auto row = [](const char* aspect, const char* was, const char* is) {
    QTest::newRow(was) << QString::fromLatin1(aspect) << QString::fromLatin1(was) << QString::fromLatin1(is);
  };
  row("host", "b1:9092", "<host>:9092");
  row("members", "m1\nm2", "<member>\n<member>");
  row("client-id", "app", "<client-id>");
  row("client-id", "connector-consumer-orders-0", "connector-consumer-orders-0");
  row("partitions", "orders/0\norders/1", "orders/0\norders/1");
  row("state", "RUNNING", "RUNNING");
  row("leader", "10", "10");
  row("config:advertised.listeners", "SSL://b1:9092", "SSL://<host>:9092");
  row("config:retention.ms", "604800000", "604800000");
  row("config:sasl.jaas.config", "x password=y", "[removed]");
  row("config", R"({"database.hostname":"pg1","database.user":"u","password":"p","tasks.max":"2","topics":"orders"})",
      R"({"database.hostname":"<host>","database.user":"<principal>","password":"[removed]","tasks.max":"2","topics":"orders"})");
  row("config", R"({"password":"${file:/etc/k:p}"})", R"({"password":"${file:/etc/k:p}"})");
  row("profile", R"({"owners":{"a":{"runbook":"https://wiki/x"}}})",
      R"({"owners":{"a":{"runbook":"https://<host>/x"}}})");
  row("limits", "no look-ups on 10.0.0.1:9092", "no look-ups on <host>:9092");
}

void TestBundleNames::values() {
  QFETCH(QString, aspect);
  QFETCH(QString, was);
  Redactor redactor({redacted_lines, is_secret_key}, false, "salt");
  const std::string is = redactor.value(aspect.toStdString(), was.toStdString());
  QTEST(plain(is, redactor.names()), "is");
}

void TestBundleNames::what_everybody_knows_stays() {
  Pseudonyms names("salt");
  names.leave("orders-sink");
  QCOMPARE(names.client("orders-sink"), std::string("orders-sink"));
  QVERIFY(names.renamed().empty());
}

void TestBundleNames::the_same_name_is_the_same_everywhere() {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("CREATE TABLE series(object)");
  db.exec("CREATE TABLE state(object, aspect, value)");
  db.exec("INSERT INTO state VALUES('group:a/b', 'members', 'x/1'), ('member:a/b/x/1', 'host', '/10.0.0.1')");
  Redactor redactor({redacted_lines, is_secret_key}, false, "salt");
  redactor.learn(db);
  const std::string member = redactor.value("members", "x/1");
  QCOMPARE(redactor.object("member:a/b/x/1"), "member:a/b/" + member);
  const std::string host = redactor.value("host", "10.0.0.1");
  QCOMPARE(redactor.sentence("on 10.0.0.1"), "on " + host);
  QCOMPARE(redactor.object("worker:10.0.0.1:8083"), "worker:" + host + ":8083");
  QCOMPARE(redactor.name("10.0.0.1:9092"), host + ":9092");
  QCOMPARE(redactor.object("cluster:10.0.0.1:9092"), "cluster:" + host + ":9092");
  QCOMPARE(redactor.name("prod"), std::string("prod"));
  QCOMPARE(redactor.object("partition:orders/0"), std::string("partition:orders/0"));
  Redactor again({redacted_lines, is_secret_key}, false, "pepper");
  QVERIFY(again.value("host", "10.0.0.1") != host);
}

void TestBundleNames::names_can_be_kept_but_no_secret() {
  Redactor redactor({redacted_lines, is_secret_key}, true, "salt");
  QCOMPARE(redactor.value("host", "b1:9092"), std::string("b1:9092"));
  QCOMPARE(redactor.object("worker:b1:8083"), std::string("worker:b1:8083"));
  QCOMPARE(redactor.sentence("https://u:secret@b1/x"), std::string("https://[removed]@b1/x"));
  QCOMPARE(redactor.secrets(), std::int64_t{1});
  QCOMPARE(redactor.json(R"({"sasl.password":"x","host":"b1"})"),
           std::string(R"({"sasl.password":"[removed]","host":"b1"})"));
}

QTEST_GUILESS_MAIN(TestBundleNames)
#include "tst_bundle_names.moc"
