// SPDX-License-Identifier: GPL-3.0-or-later
// Which places a pasted text names: what operators have in their clipboard.
#include <QTest>

#include "models/analysis/places.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

class TestPlaces final : public QObject {
  Q_OBJECT
 private slots:
  void a_record_is_named_by_partition_and_offset();
  void an_alert_leads_to_its_path();
  void a_log_line_names_a_task_and_a_time();
  void a_part_of_a_name_is_no_name();
  void names_with_blanks_stand_alone();
  void a_time_without_a_zone_is_told();
  void what_is_no_time_is_none();
  void a_timeline_has_its_places();
  void two_clusters_stay_apart();

 private:
  static Places lake() {
    const ClusterName main("main");
    return Places({{PlaceKind::topic, main, "orders", {}},
                   {PlaceKind::topic, main, "orders-eu", {}},
                   {PlaceKind::group, main, "connect-orders-sink", {}},
                   {PlaceKind::group, main, "night shift (old)", {}},
                   {PlaceKind::connector, main, "orders-sink", {}},
                   {PlaceKind::table, main, "lake.orders", {}},
                   {PlaceKind::path, main, "connect-orders-sink", TopicName("orders")}});
  }
  static QStringList names(const Places& places, const ReadText& read) {
    QStringList out;
    for (const NamedPlace& named : read.places) {
      QString text = QString::fromStdString(places.all()[named.place].name);
      if (named.partition) text += QStringLiteral("#%1").arg(named.partition->value());
      if (named.offset) text += QStringLiteral("@%1").arg(named.offset->value());
      out << text;
    }
    return out;
  }
};

void TestPlaces::a_record_is_named_by_partition_and_offset() {
  const Places places = lake();
  QCOMPARE(names(places, places.read("orders-3@12345")), QStringList{"orders#3@12345"});
  QCOMPARE(names(places, places.read("  orders/3 ")), QStringList{"orders#3"});
  QCOMPARE(names(places, places.read("orders-eu-0@7.")), QStringList{"orders-eu#0@7"});
  QCOMPARE(names(places, places.read("orders-99999999999@1")), QStringList());
}

void TestPlaces::an_alert_leads_to_its_path() {
  const Places places = lake();
  const ReadText read = places.read(R"({"status": "firing", "labels": {"alertname": "F01", "topic": "orders",
      "group": "connect-orders-sink"}, "startsAt": "2026-01-01T10:41:07.123Z"})");
  QCOMPARE(names(places, read).first(), "connect-orders-sink");
  QVERIFY(places.all()[read.places.front().place].kind == PlaceKind::path);
  QCOMPARE(rfc3339(*read.at), "2026-01-01T10:41:07.123Z");
  QVERIFY(!read.zone_taken);
}

void TestPlaces::a_log_line_names_a_task_and_a_time() {
  const Places places = lake();
  const ReadText read = places.read(
      "[2026-01-01 10:41:07,123] ERROR WorkerSinkTask{id=orders-sink-0} Commit of offsets threw an unexpected "
      "exception "
      "for sequence number 7: {orders-1=OffsetAndMetadata{offset=42}}\n\tat "
      "org.apache.kafka.connect.Worker(Worker.java)");
  QCOMPARE(names(places, read), (QStringList{"orders-sink", "orders#1"}));
  QCOMPARE(rfc3339(*read.at), "2026-01-01T10:41:07.123Z");
  QVERIFY(read.zone_taken);
}

void TestPlaces::a_part_of_a_name_is_no_name() {
  const Places places = lake();
  QVERIFY(places.read("preorders orders_2 ordersx").places.empty());
  QCOMPARE(names(places, places.read("http://host/topics/orders/partitions")), QStringList{"orders"});
  QCOMPARE(names(places, places.read("SELECT * FROM lake.orders;")), QStringList{"lake.orders"});
}

void TestPlaces::names_with_blanks_stand_alone() {
  const Places places = lake();
  QCOMPARE(names(places, places.read("night shift (old)\n")), QStringList{"night shift (old)"});
}

void TestPlaces::a_time_without_a_zone_is_told() {
  const Places places = lake();
  QVERIFY(places.read("2026-01-01 10:41").zone_taken);
  QVERIFY(!places.read("at 2026-01-01T12:41:07+02:00 it broke").zone_taken);
  QCOMPARE(rfc3339(*places.read("at 2026-01-01T12:41:07+02:00 it broke").at), "2026-01-01T10:41:07.000Z");
}

void TestPlaces::what_is_no_time_is_none() {
  const Places places = lake();
  for (const char* text : {"", "2026-01-01", "2026-13-01T10:41", "12026-01-01T10:41", "2026-01-01T10:41+0200", "10:41"})
    QVERIFY2(!places.read(text).at, text);
}

void TestPlaces::a_timeline_has_its_places() {
  Recorder recorder;
  const ClusterName cluster("main");
  const LaneId lane = recorder.lane({{"kafka", "main", cluster}, "offsets", Millis(10'000)});
  const Object orders = object::partition({TopicName("orders"), PartitionId(0)});
  Poll poll{.lane = lane, .wall = local_time(0), .due = 1, .answered = 1};
  for (const Signal& signal :
       {signal::high, signal::group(GroupId("billing")), signal::table(TableName("lake.orders"))})
    poll.samples.push_back({recorder.series(lane, {signal, orders, "records", 0}), 1, Reason::none});
  recorder.push(std::move(poll));
  const auto snapshot = recorder.snapshot();
  QVERIFY(snapshot);
  const Places places = places_of(snapshot->columns, *snapshot);
  QStringList all;
  for (const Place& place : places.all()) all << QString::fromStdString(place.name + '|' + place.topic.value());
  QCOMPARE(all, (QStringList{"billing|orders", "lake.orders|", "billing|", "orders|"}));
}

void TestPlaces::two_clusters_stay_apart() {
  const Places places({{PlaceKind::topic, ClusterName("a"), "orders", {}},
                       {PlaceKind::group, ClusterName("b"), "billing", {}},
                       {PlaceKind::path, ClusterName("b"), "billing", TopicName("orders")}});
  const ReadText read = places.read("orders billing");
  QCOMPARE(read.places.size(), 2U);
  for (const NamedPlace& named : read.places) QVERIFY(places.all()[named.place].kind != PlaceKind::path);
}

QTEST_APPLESS_MAIN(TestPlaces)
#include "tst_places.moc"
