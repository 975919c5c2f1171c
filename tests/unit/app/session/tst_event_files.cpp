// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/session/event_files.h"

using namespace tidemark;

namespace {
std::vector<ToldEvent> read(const std::string& text) {
  const auto events = parse_events(text, "f");
  if (!events) qFatal("%s", events.error().line().c_str());
  return *events;
}
std::string refused(const std::string& text) {
  const auto events = parse_events(text, "f");
  return events ? std::string() : events.error().line();
}
}  // namespace

class TestEventFiles final : public QObject {
  Q_OBJECT
 private slots:
  void lines_of_json() {
    const auto events =
        read(R"({"at":"2026-01-01T00:21:00+01:00","kind":"quality-gate","text":"a\nb","severity":"warn",)"
             R"("object":"table:l.t","id":"q1"})"
             "\n\n"
             R"({"at":1767226900000,"kind":"deployment","layer":"sink"})"
             "\n");
    QCOMPARE(events.size(), 2u);
    QCOMPARE(rfc3339(events[0].at), std::string("2025-12-31T23:21:00.000Z"));
    QCOMPARE(events[0].layer, std::string("table"));
    QCOMPARE(events[0].text, std::string("a b"));
    QCOMPARE(events[0].severity, std::string("warn"));
    QCOMPARE(events[0].key, std::string("id:q1"));
    QCOMPARE(events[1].at, local_time(1'767'226'900'000));
    QCOMPARE(events[1].layer, std::string("sink"));
    QCOMPARE(events[1].text, std::string("deployment"));
    QVERIFY(events[1].key.empty() && !events[1].object);
    QCOMPARE(read(R"({"at":"2026-01-01T00:00:00Z","kind":"rollback"})").size(), 1u);
    QCOMPARE(read(R"([{"at":"2026-01-01T00:00:00Z","kind":"rollback"}])").size(), 1u);
  }

  // Alertmanager's own notification, version 4, with what its receivers send on.
  void alerts_that_fire_and_end() {
    const auto events = read(R"({"version":"4","groupKey":"{}:{}","truncatedAlerts":0,"status":"firing","receiver":"x",
 "groupLabels":{},"commonLabels":{},"commonAnnotations":{},"externalURL":"am:9093","alerts":[
 {"status":"firing","labels":{"alertname":"KafkaLag","severity":"critical","consumergroup":"g","topic":"t"},
  "annotations":{"summary":"lag is high"},"startsAt":"2026-01-01T00:26:00.123456789Z",
  "endsAt":"0001-01-01T00:00:00Z","generatorURL":"p","fingerprint":"ab12"},
 {"status":"resolved","labels":{"alertname":"Disk","severity":"info"},"annotations":{},
  "startsAt":"2026-01-01T00:10:00Z","endsAt":"2026-01-01T01:12:00+01:00","fingerprint":"cd34"}]})");
    QCOMPARE(events.size(), 3u);
    QCOMPARE(rfc3339(events[0].at), std::string("2026-01-01T00:26:00.123Z"));
    QCOMPARE(events[0].kind, std::string("alert"));
    QCOMPARE(events[0].object, std::optional(Object("group:g")));
    QCOMPARE(events[0].layer, std::string("group"));
    QCOMPARE(events[0].severity, std::string("error"));
    QCOMPARE(events[0].text, std::string("KafkaLag: lag is high"));
    QCOMPARE(events[1].severity, std::string("note"));
    QCOMPARE(events[2].kind, std::string("alert-resolved"));
    QCOMPARE(rfc3339(events[2].at), std::string("2026-01-01T00:12:00.000Z"));
    QVERIFY(events[0].key != events[1].key && events[1].key != events[2].key);
  }

  // The list of the API: its state is an object, and the end of one that fires lies ahead.
  void alerts_of_the_api() {
    const auto events = read(R"([{"annotations":{},"endsAt":"2036-01-01T00:00:00Z","fingerprint":"ab",
 "receivers":[{"name":"x"}],"startsAt":"2026-01-01T00:10:00Z","updatedAt":"2026-01-01T00:10:00Z",
 "status":{"inhibitedBy":[],"silencedBy":[],"state":"active"},"labels":{"alertname":"A"}}])");
    QCOMPARE(events.size(), 1u);
    QCOMPARE(events[0].severity, std::string("warn"));
    QCOMPARE(events[0].layer, std::string("user"));
  }

  void annotations_of_grafana() {
    const auto events = read(R"([{"id":1124,"alertId":0,"dashboardId":468,"panelId":2,"userId":1,"userName":"",
 "newState":"","prevState":"","time":1507266395000,"timeEnd":1507266395000,"text":"roll \u202eout","metric":"",
 "tags":["deploy","eu"],"data":{}},{"id":2,"time":1507266395001,"tags":[]}])");
    QCOMPARE(events.size(), 2u);
    QCOMPARE(events[0].kind, std::string("deployment"));
    QVERIFY(events[0].text.find("\xe2\x80\xae") == std::string::npos);  // the mark that turns the direction
    QCOMPARE(events[0].key, std::string("grafana:1124@2017-10-06T05:06:35.000Z"));
    QCOMPARE(events[1].kind, std::string("annotation"));
  }

  void what_cannot_be_read_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("nothing") << QByteArray(" \n") << QByteArray("no event");
    QTest::newRow("no JSON") << QByteArray("hello") << QByteArray("f");
    QTest::newRow("a key") << QByteArray(R"({"at":1767226900000,"kind":"a","colour":1})") << QByteArray("colour");
    QTest::newRow("a time") << QByteArray(R"({"at":"soon","kind":"a"})") << QByteArray("no time");
    QTest::newRow("seconds") << QByteArray(R"({"at":1767226900,"kind":"a"})") << QByteArray("write milliseconds");
    QTest::newRow("a kind") << QByteArray(R"({"at":1767226900000,"kind":"A b"})") << QByteArray("kind");
    QTest::newRow("a layer") << QByteArray(R"({"at":1767226900000,"kind":"a","layer":"x"})") << QByteArray("layer");
    QTest::newRow("an object") << QByteArray(R"({"at":1767226900000,"kind":"a","object":"x"})") << QByteArray("object");
    QTest::newRow("a line") << QByteArray("{\"at\":1767226900000,\"kind\":\"a\"}\n{\"at\":1}\n")
                            << QByteArray("line 2");
    QTest::newRow("no object") << QByteArray("[1]") << QByteArray("JSON object");
    QTest::newRow("an alert without a begin") << QByteArray(R"({"alerts":[{"labels":{}}]})") << QByteArray("at");
  }
  void what_cannot_be_read() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const std::string line = refused(text.toStdString());
    QVERIFY2(line.find(says.toStdString()) != std::string::npos, line.c_str());
    QVERIFY(line.find('\n') == std::string::npos);
  }
};

QTEST_GUILESS_MAIN(TestEventFiles)
#include "tst_event_files.moc"
