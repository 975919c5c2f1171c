// SPDX-License-Identifier: GPL-3.0-or-later
// Paths with more than one hop and mirrors through the real program: a timeline made from a story, and profiles that
// say something impossible.
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"

namespace json = boost::json;

class TestCliHops final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void a_path_is_told_hop_by_hop();
  void people_see_a_line_for_each_hop();
  void a_promise_is_judged_by_the_whole_path_data();
  void a_promise_is_judged_by_the_whole_path();
  void what_nobody_sees_leaves_a_promise_open();
  void a_record_is_followed_beyond_its_topic();
  void legs_are_paths_of_their_own();
  void a_link_is_told_from_the_ends_of_both_clusters();
  void without_a_mirror_there_is_nothing_to_tell();
  void impossible_hops_are_one_line_data();
  void impossible_hops_are_one_line();

 private:
  json::array rows_of(QStringList arguments) const {
    const Ran ran = program_.run(arguments << QStringLiteral("--timeline") << timeline_ << QStringLiteral("--json"));
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object().at("rows").as_array();
  }
  QString imported(const char* name, const QByteArray& story) const {
    const QString timeline = program_.path(QString::fromLatin1(name) + QStringLiteral(".tidemark"));
    const QString file = program_.write(QString::fromLatin1(name) + QStringLiteral(".json"), story);
    const Ran ran = program_.run({"import", "--story", file, "--timeline", timeline});
    if (ran.status != 0) qFatal("%s", ran.err.constData());
    return timeline;
  }
  Program program_;
  QString timeline_;
};

void TestCliHops::initTestCase() {
  QFile story(QFINDTESTDATA("../../golden/stories/hops.json"));
  QVERIFY(story.open(QIODevice::ReadOnly));
  timeline_ = imported("hops", story.readAll());
}

// The table is 4 polls behind clean, the processor 6 behind raw: 100 s, give or take what lies between polls.
void TestCliHops::a_path_is_told_hop_by_hop() {
  const json::array rows = rows_of({"freshness", "--hops"});
  QCOMPARE(rows.size(), 2u);
  const json::object& row = rows[0].as_object();
  QCOMPARE(row.at("path").as_string().c_str(), "orders");
  QCOMPARE(row.at("end").as_string().c_str(), "lake.orders");
  QVERIFY(row.at("age_least_ms").as_int64() <= 100'000);
  QVERIFY(row.at("age_most_ms").is_null());  // nobody sees what waits in the database
  QCOMPARE(row.at("age_most_ms_reason").as_string().c_str(), "not-probed");
  QVERIFY(row.at("in_topics_most_ms").as_int64() >= 100'000);
  QVERIFY(row.at("in_topics_most_ms").as_int64() <= 150'000);
  QCOMPARE(row.at("where").as_string().c_str(), "enrich-job");
  const json::array& hops = row.at("hops").as_array();
  QCOMPARE(hops.size(), 3u);
  QCOMPARE(hops[0].at("kind").as_string().c_str(), "source");
  QCOMPARE(hops[1].at("unread").as_int64(), 6'000);
  QCOMPARE(hops[2].at("group").as_string().c_str(), "connect-lake");
  QCOMPARE(rows[1].at("end").as_string().c_str(), "index");
  QVERIFY(rows[1].at("age_least_ms").is_null());
  QCOMPARE(rows_of({"freshness", "--hops", "--table", "index"}).size(), 1u);
}

void TestCliHops::people_see_a_line_for_each_hop() {
  const Ran ran = program_.run({"freshness", "--hops", "--timeline", timeline_});
  QVERIFY2(ran.status == 0, ran.err.constData());
  for (const char* text : {"enrich-job", "processor", "lake.orders", "clean", "unknown (not-probed)"})
    QVERIFY2(ran.out.contains(text), ran.out.constData());
}

void TestCliHops::a_promise_is_judged_by_the_whole_path_data() {
  QTest::addColumn<QByteArray>("target");
  QTest::addColumn<QByteArray>("late");
  QTest::newRow("in time") << QByteArray("15m") << QByteArray("false");
  QTest::newRow("nobody knows") << QByteArray("90s") << QByteArray("null");
  QTest::newRow("late") << QByteArray("15s") << QByteArray("true");
}

void TestCliHops::a_promise_is_judged_by_the_whole_path() {
  QFETCH(QByteArray, target);
  QFETCH(QByteArray, late);
  const QString profile =
      program_.write(QStringLiteral("promise.json"),
                     R"({"classes": [{"name": "gold", "target": ")" + target + R"(", "objective": 99, "end": "table"}],
          "pipelines": [{"name": "orders", "class": "gold",
            "hops": [{"topic": "raw"}, {"processor": "enrich-job", "group": "enrich"}, {"topic": "clean"},
                     {"sink": "lake.orders", "connector": "lake"}]}]})");
  const json::array rows = rows_of({"freshness", "--path", "orders", "--profile", profile});
  QCOMPARE(rows.size(), 1u);
  const json::object& row = rows[0].as_object();
  QCOMPARE(row.at("age_bound").as_string().c_str(), "at-most");
  QVERIFY(row.at("age_ms").as_int64() >= 100'000 && row.at("age_ms").as_int64() <= 150'000);
  QVERIFY(row.at("age_least_ms").as_int64() <= 100'000);
  QCOMPARE(row.at("age_ms").as_int64() - row.at("age_error_ms").as_int64(), row.at("age_least_ms").as_int64());
  QCOMPARE(row.at("hop").as_string().c_str(), "enrich-job");
  QCOMPARE(row.at("where").as_string().c_str(), "produced");
  QCOMPARE(QByteArray::fromStdString(json::serialize(row.at("late"))), late);
  const std::string minutes = late == "false" ? "good_slices" : late == "true" ? "bad_slices" : "unknown_slices";
  for (const char* name : {"good_slices", "bad_slices"})
    if (name != minutes) QVERIFY2(row.at(name).as_int64() <= 1, name);
  QVERIFY(row.at(minutes).as_int64() >= 15);
  const Ran ran = program_.run({"freshness", "--path", "orders", "--timeline", timeline_, "--profile", profile});
  QVERIFY2(ran.out.contains("≤ "), ran.out.constData());
  QCOMPARE(ran.out.contains("F01"), late == "true");
}

// The story's own path begins with a database that nobody looks into.
void TestCliHops::what_nobody_sees_leaves_a_promise_open() {
  const json::object row = rows_of({"freshness", "--path", "orders"}).at(0).as_object();
  QCOMPARE(row.at("age_bound").as_string().c_str(), "at-least");
  QVERIFY(row.at("late").is_null());
  QCOMPARE(row.at("late_reason").as_string().c_str(), "not-probed");
  QCOMPARE(row.at("good_slices").as_int64(), 0);
  const Ran ran = program_.run({"freshness", "--path", "orders", "--timeline", timeline_});
  QVERIFY2(ran.out.contains("≥ 30 s"), ran.out.constData());
}

void TestCliHops::a_record_is_followed_beyond_its_topic() {
  const json::array rows = rows_of({"journey", "--topic", "raw", "--offset", "31500"});
  QCOMPARE(rows.size(), 3u);  // the record, then clean on its way to either end
  QCOMPARE(rows[0].at("partition").as_int64(), 0);
  const json::object& clean = rows[1].as_object();
  QCOMPARE(clean.at("topic").as_string().c_str(), "clean");
  QVERIFY(clean.at("offset").is_null());
  QCOMPARE(clean.at("offset_reason").as_string().c_str(), "ambiguous");
  const json::object& end = clean.at("stages").as_array().back().as_object();
  QCOMPARE(end.at("stage").as_string().c_str(), "queryable");
  QCOMPARE(end.at("evidence").as_string().c_str(), "derived");
  QVERIFY(end.at("error_ms").as_int64() > 0);
}

void TestCliHops::legs_are_paths_of_their_own() {
  std::set<std::string> paths;
  for (const auto& row : rows_of({"freshness"})) paths.insert(row.at("path").as_string().c_str());
  QVERIFY(paths.contains("orders"));
  QVERIFY(paths.contains("orders: enrich-job"));
  QVERIFY(paths.contains("orders: index"));
}

void TestCliHops::a_link_is_told_from_the_ends_of_both_clusters() {
  const QString timeline = imported("link", R"({"schema": 1, "start": "2026-01-01T00:00:00Z", "step_ms": 10000,
    "polls": 20, "cluster": "eu", "series": [
      {"mark": "high", "topic": "t", "partition": 0, "start": 100, "rates": [[0, 10]]},
      {"mark": "group", "topic": "t", "partition": 0, "group": "g", "start": 1500},
      {"mark": "high", "topic": "t", "partition": 0, "cluster": "us", "start": 0, "rates": [[0, 10]]},
      {"mark": "group", "topic": "t", "partition": 0, "cluster": "us", "group": "g", "start": 1400}],
    "profile": {"mirrors": [{"name": "dr", "type": "link", "source": "eu", "target": "us"}]}})");
  const Ran ran = program_.run({"mirror", "--timeline", timeline, "--json"});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const json::array rows = json::parse(ran.out.toStdString()).as_object().at("rows").as_array();
  QCOMPARE(rows.size(), 2u);
  QCOMPARE(rows[0].at("source_end").as_int64(), 2'000);
  QCOMPARE(rows[0].at("target_end").as_int64(), 1'900);
  QCOMPARE(rows[0].at("gap_most").as_int64(), 100);
  QCOMPARE(rows[1].at("group").as_string().c_str(), "g");
  QCOMPARE(rows[1].at("reread").as_int64(), 100);
  QCOMPARE(rows[1].at("completeness").as_string().c_str(), "exact");
  const Ran whole = program_.run({"mirror", "--cutover", "--timeline", timeline});
  QVERIFY2(whole.status == 0 && whole.out.contains("rereads"), whole.out.constData());
}

void TestCliHops::without_a_mirror_there_is_nothing_to_tell() {
  const Ran ran = program_.run({"mirror", "--timeline", timeline_});
  QCOMPARE(ran.status, 3);
  QVERIFY2(ran.err.contains("no mirror"), ran.err.constData());
}

void TestCliHops::impossible_hops_are_one_line_data() {
  QTest::addColumn<QByteArray>("profile");
  QTest::addColumn<QByteArray>("said");
  const auto row = [](const char* name, const char* hops, const char* said) {
    QTest::newRow(name) << QByteArray(R"({"pipelines": [{"name": "p", )") + hops + "}]}" << QByteArray(said);
  };
  row("nothing", R"("hops": [{}])", "$.pipelines[0].hops[0]: a hop is one of");
  row("two in one", R"("hops": [{"topic": "a", "sink": "b"}])", "write them one after the other");
  row("a sink first", R"("hops": [{"sink": "b"}])", "begins with a source or a topic");
  row("topics side by side", R"("hops": [{"topic": "a"}, {"topic": "b"}])", "no topic comes after a topic");
  row("no end", R"("hops": [{"topic": "a"}])", "lead to no end");
  row("nobody reads", R"("hops": [{"topic": "a"}, {"processor": "p"}])", "lead to no end");
  row("a group of a topic", R"("hops": [{"topic": "a", "group": "g"}, {"sink": "b"}])", "nobody reads here");
  row("a connector of a processor", R"("hops": [{"topic": "a"}, {"processor": "p", "connector": "c"}])",
      "feeds a sink");
  row("a cluster of a sink", R"("hops": [{"topic": "a"}, {"sink": "b", "cluster": "c"}])", "a cluster is of a topic");
  row("said twice", R"("topic": "a", "hops": [{"topic": "a"}, {"sink": "b"}])", "$.pipelines[0].topic");
  row("no such mirror", R"("hops": [{"topic": "a"}, {"mirror": "m"}, {"topic": "b"}, {"sink": "b"}])",
      "no mirror \"m\"");
}

void TestCliHops::impossible_hops_are_one_line() {
  QFETCH(QByteArray, profile);
  QFETCH(QByteArray, said);
  const Ran ran = program_.run({"profile", "check", program_.write(QStringLiteral("p.json"), profile)});
  QCOMPARE(ran.status, 2);
  QVERIFY2(ran.err.contains(said) && ran.err.count('\n') == 1, ran.err.constData());
}

QTEST_GUILESS_MAIN(TestCliHops)
#include "tst_cli_hops.moc"
