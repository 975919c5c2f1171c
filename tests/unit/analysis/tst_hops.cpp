// SPDX-License-Identifier: GPL-3.0-or-later
// Paths with more than one hop: raw is read by the group p of a processor that writes clean, which ends in l.t. What is
// true follows from the story: a poll is 10 s, and a mark that follows another by n polls is n polls late.
#include <QTest>

#include "app/session/load_hops.h"
#include "app/settings/profile_file.h"
#include "models/analysis/hop_journey.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestHops final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_at_the_end_is_followed_back_to_the_first_topic();
  void a_path_that_has_everything();
  void each_hop_can_be_the_one_that_waits_data();
  void each_hop_can_be_the_one_that_waits();
  void a_delay_that_has_passed_is_counted_while_its_records_wait();
  void a_hop_that_is_not_seen_leaves_only_the_least_data();
  void a_hop_that_is_not_seen_leaves_only_the_least();
  void what_a_source_does_is_not_known();
  void a_reset_makes_the_path_older();
  void a_hole_in_the_history_at_the_time_that_counts();
  void output_in_transactions_makes_the_least_more();
  void every_sink_is_an_end();
  void a_link_keeps_offsets();
  void the_legs_are_pipelines();
  void a_record_is_followed_between_bounds();
  void a_record_that_was_dropped_or_is_on_its_way();
};

namespace {
const std::string steady = R"("rates": [[0, 100]])";  // 1000 a poll

std::string late(const std::string& of, int polls) {
  return R"("follow": ")" + of + R"(", "delay_polls": )" + std::to_string(polls);
}

struct Path {
  std::string processor = late("high", 6);  // of the group p
  std::string written = steady;             // of the topic clean
  std::string landed = late("high", 3);     // of the table
  std::string more = {};
};

std::shared_ptr<const Snapshot> story(const Path& path = {}) {
  return told(80,
              "\"series\": [" + mark("high", "raw", 0, steady) + ", " + mark("high", "clean", 0, path.written) +
                  (path.processor.empty() ? "" : ", " + group("p", "raw", 0, path.processor)) +
                  (path.landed.empty() ? "" : ", " + mark("table", "clean", 0, R"("table": "l.t", )" + path.landed)) +
                  R"(], "tables": [{"table": "l.t", "format": "iceberg", "writer": "x", "adapter": "b"}])" + path.more);
}

Profile profile_of(const std::string& hops, const std::string& more = "") {
  const auto loaded = parse_profile(R"({"pipelines": [{"name": "orders", "hops": [)" + hops + "]}]" + more + "}", "p");
  if (!loaded) qFatal("%s", loaded.error().line().c_str());
  return loaded->profile;
}
const std::string three =
    R"({"topic": "raw"}, {"processor": "enrich", "group": "p"}, {"topic": "clean"}, {"sink": "l.t"})";

// The snapshot holds the whole story, so it serves for every time.
HopPath walked(const Snapshot& snapshot, const Profile& profile, std::size_t end = 0) {
  static std::vector<HopEnd> ends;  // what a path points into
  ends = hop_ends(profile);
  HopWalk walk(profile, ends.at(end), snapshot, snapshot.to);
  while (walk.wants()) walk.take(snapshot);
  return walk.path();
}
Millis polls(int n) { return Millis(n * story_step_ms); }

// A record comes 10 ms after the one before it.
Millis nearly(int n) { return polls(n) - Millis(10); }

void holds(const HopPath& path, Millis truth) {
  QVERIFY2(path.age_least && *path.age_least <= truth, "the least");
  QVERIFY2(path.age_most && *path.age_most >= truth, "the most");
}
}  // namespace

void TestHops::what_is_at_the_end_is_followed_back_to_the_first_topic() {
  const Profile profile = profile_of(three);
  const auto s = story();
  const HopPath path = walked(*s, profile);
  QCOMPARE(path.hops.size(), 2u);
  holds(path, polls(9));
  QVERIFY(*path.age_most <= polls(12));
  QVERIFY(*path.age_least >= nearly(2));
  QCOMPARE(*path.through, s->to - *path.age_most);
  QCOMPARE(path.hops[*path.where].hop.name, std::string("enrich"));
  QCOMPARE(path.hops[1].now.unread.value_or(-1), 3000);
  QCOMPARE(path.hops[0].now.evidence, Evidence::exact);
}

void TestHops::a_path_that_has_everything() {
  const Profile profile = profile_of(three);
  const auto s = story({.processor = late("high", 0), .landed = late("high", 0)});
  const HopPath path = walked(*s, profile);
  QCOMPARE(*path.age_most, Millis(0));
  QCOMPARE(*path.age_least, Millis(0));
  QCOMPARE(path.where.reason(), Reason::not_applicable);
}

void TestHops::each_hop_can_be_the_one_that_waits_data() {
  QTest::addColumn<QByteArray>("processor");
  QTest::addColumn<QByteArray>("landed");
  QTest::addColumn<QByteArray>("where");
  QTest::addColumn<int>("truth");
  const std::string stops = R"("follow": "high", "delay_polls": 1, "rates": [[40, 0]])";
  QTest::newRow("the processor") << QByteArray(stops.c_str()) << QByteArray(late("high", 1).c_str())
                                 << QByteArray("enrich") << 40;
  QTest::newRow("the sink") << QByteArray(late("high", 1).c_str()) << QByteArray(stops.c_str()) << QByteArray("l.t")
                            << 41;
}

void TestHops::each_hop_can_be_the_one_that_waits() {
  QFETCH(QByteArray, processor);
  QFETCH(QByteArray, landed);
  QFETCH(QByteArray, where);
  QFETCH(int, truth);
  const Profile profile = profile_of(three);
  const auto s = story({.processor = processor.toStdString(), .landed = landed.toStdString()});
  const HopPath path = walked(*s, profile);
  holds(path, polls(truth));
  QVERIFY(*path.age_most <= polls(truth + 4));
  QCOMPARE(path.hops[*path.where].hop.name, where.toStdString());
}

// The processor was 20 polls late and has caught up since; what it wrote then is what the table waits with.
void TestHops::a_delay_that_has_passed_is_counted_while_its_records_wait() {
  const Profile profile = profile_of(three);
  const auto s =
      story({.processor = R"("follow": "high", "delay_polls": 20, "rates": [[60, 200]])", .landed = late("high", 25)});
  const HopPath path = walked(*s, profile);
  holds(path, polls(45));
  QVERIFY(*path.hops[0].then.age >= polls(19));
  QVERIFY(*path.hops[0].now.age < polls(19));
}

void TestHops::a_hop_that_is_not_seen_leaves_only_the_least_data() {
  QTest::addColumn<QByteArray>("hops");
  QTest::addColumn<QByteArray>("processor");
  QTest::addColumn<int>("reason");
  const auto row = [](const char* name, const std::string& hops, const std::string& processor, Reason reason) {
    QTest::newRow(name) << QByteArray(hops.c_str()) << QByteArray(processor.c_str()) << static_cast<int>(reason);
  };
  row("a processor without a group", R"({"topic": "raw"}, {"processor": "e"}, {"topic": "clean"}, {"sink": "l.t"})",
      late("high", 6), Reason::not_probed);
  row("a group that never committed", three, "", Reason::never_polled);
  row("a group that is not known now", three, R"("values": [1, 2, null])", Reason::no_commit);
}

void TestHops::a_hop_that_is_not_seen_leaves_only_the_least() {
  QFETCH(QByteArray, hops);
  QFETCH(QByteArray, processor);
  QFETCH(int, reason);
  const Profile profile = profile_of(hops.toStdString());
  const auto s = story({.processor = processor.toStdString()});
  const HopPath path = walked(*s, profile);
  QVERIFY(!path.age_most);
  QCOMPARE(static_cast<int>(path.age_most.reason()), reason);
  QCOMPARE(static_cast<int>(path.where.reason()), reason);
  QVERIFY(*path.age_least >= nearly(2));
  QVERIFY(!path.through);
}

void TestHops::what_a_source_does_is_not_known() {
  const Profile profile = profile_of(R"({"source": "pg"}, )" + three);
  const auto s = story();
  const HopPath path = walked(*s, profile);
  QCOMPARE(path.hops.size(), 3u);
  QCOMPARE(path.age_most.reason(), Reason::not_probed);
  QVERIFY(*path.in_topics_most >= polls(9));
  QVERIFY(*path.age_least >= nearly(2));
  QCOMPARE(path.hops[*path.where].hop.name, std::string("enrich"));
  const Document document = hop_document(*s, s->to, {path});
  QCOMPARE(document.notes.size(), 1u);
  QVERIFY(document.notes.front().find("source pg") != std::string::npos);
}

void TestHops::a_reset_makes_the_path_older() {
  const Profile profile = profile_of(three);
  std::string values = R"("values": [)";
  for (int poll = 0; poll < 80; ++poll)
    values += (poll == 0 ? "" : ", ") + std::to_string(poll < 70 ? poll * 1000 : poll * 1000 - 50'000);
  const auto before = story({.processor = late("high", 0), .landed = late("high", 0)});
  const auto s = story({.processor = values + "]", .landed = late("high", 0)});
  QVERIFY(*walked(*before, profile).age_most < polls(2));
  const HopPath path = walked(*s, profile);
  QVERIFY(*path.age_most >= polls(49));
  QCOMPARE(path.hops[*path.where].hop.name, std::string("enrich"));
}

// The end speaks of a time in which nobody looked at the hop before it.
void TestHops::a_hole_in_the_history_at_the_time_that_counts() {
  const Profile profile = profile_of(three);
  const auto s = story({.landed = late("high", 20), .more = R"(, "gaps": [[50, 70, "collector-off"]])"});
  const HopPath path = walked(*s, profile);
  QVERIFY(path.age_least);
  QVERIFY(!path.age_most || *path.age_most >= polls(26));
}

void TestHops::output_in_transactions_makes_the_least_more() {
  const Profile profile = profile_of(three);
  const Path stuck{.processor = R"("follow": "high", "delay_polls": 1, "rates": [[40, 0]])", .landed = late("high", 0)};
  QCOMPARE(*walked(*story(stuck), profile).age_least, Millis(0));
  Path atomic = stuck;
  atomic.more = R"(, "topics": [{"topic": "clean", "transactional": true}])";
  const HopPath path = walked(*story(atomic), profile);
  QVERIFY(*path.age_least >= nearly(38));
  holds(path, polls(40));
}

void TestHops::every_sink_is_an_end() {
  const Profile profile = profile_of(three + R"(, {"sink": "index"})");
  const auto ends = hop_ends(profile);
  QCOMPARE(ends.size(), 2u);
  QCOMPARE(ends[0].hops.back().to, std::string("l.t"));
  QCOMPARE(ends[1].hops.back().to, std::string("index"));
  QCOMPARE(ends[1].hops.size(), 2u);
  const auto s = story();
  QVERIFY(walked(*s, profile, 0).age_most);
  QCOMPARE(walked(*s, profile, 1).age_most.reason(), Reason::never_polled);
  Filter filter;
  filter.table = {"ind*"};
  QCOMPARE(hop_ends(profile, filter).size(), 1u);
}

void TestHops::a_link_keeps_offsets() {
  const Profile profile =
      profile_of(R"({"topic": "t"}, {"mirror": "dr"}, {"topic": "t"}, {"processor": "app", "group": "g"})",
                 R"(, "clusters": [{"name": "c", "bootstrap": "a:1"}, {"name": "d", "bootstrap": "b:1"}],
                    "mirrors": [{"name": "dr", "type": "link", "source": "c", "target": "d"}])");
  QCOMPARE(profile.pipelines.size(), 1u);
  const auto s = told(60, R"("series": [)" + mark("high", "t", 0, R"("start": 5000, )" + steady) + ", " +
                              mark("high", "t", 0, R"("cluster": "d", "rates": [[0, 100]])") + ", " +
                              group("g", "t", 0, R"("cluster": "d", "follow": "high", "delay_polls": 2)") + "]");
  const HopPath path = walked(*s, profile);
  QCOMPARE(path.hops[0].hop.kind, HopKind::mirror);
  QCOMPARE(path.hops[0].now.unread.value_or(-1), 5000);
  QCOMPARE(path.hops[0].now.evidence, Evidence::exact);
  holds(path, polls(7));
  QVERIFY(*path.age_least >= nearly(4));  // what the link lacks is not at the end either
}

void TestHops::the_legs_are_pipelines() {
  const Profile profile = profile_of(three + R"(, {"sink": "index", "connector": "ix"})");
  QCOMPARE(profile.pipelines.size(), 3u);
  QCOMPARE(profile.pipelines[0].table, std::string("l.t"));
  QCOMPARE(profile.pipelines[0].topic, std::string("clean"));
  QCOMPARE(profile.pipelines[1].name, std::string("orders: enrich"));
  QCOMPARE(profile.pipelines[1].group, std::string("p"));
  QCOMPARE(profile.pipelines[2].name, std::string("orders: index"));
  QCOMPARE(profile.pipelines[2].connector, std::string("ix"));
  const auto kept = parse_judged_part(judged_part(profile));
  QVERIFY(kept);
  QCOMPARE(kept->pipelines.size(), 3u);
  QCOMPARE(kept->pipelines[1].leg_of, std::string("orders"));
  QCOMPARE(judged_part(*kept), judged_part(profile));
}

// Offset 20'500 of raw came at 205 s; the group of the processor was beyond it 60 s later, what it led to is somewhere
// in clean between these times, and in the table 30 s after that at the latest.
void TestHops::a_record_is_followed_between_bounds() {
  const Profile profile = profile_of(three);
  const auto s = story();
  const auto ends = hop_ends(profile);
  JourneyRequest record{ClusterName("c"), {TopicName("raw"), PartitionId(0)}, {}, {}, {}};
  HopJourney journey(ends.front(), record, Offset(20'500), s->to);
  while (journey.wants()) journey.take(*s);
  QCOMPARE(journey.rows().size(), 1u);
  const JourneyRow& row = journey.rows().front();
  QCOMPARE(row.partition.topic.value(), std::string("clean"));
  QVERIFY(row.somewhere);
  QCOMPARE(row.stages.size(), 3u);
  const auto lo = [&](std::size_t i) { return *row.stages[i].at - *row.stages[i].error; };
  const auto hi = [&](std::size_t i) { return *row.stages[i].at + *row.stages[i].error; };
  const LocalTime produced = poll_time(20) + Millis(5'000);
  QVERIFY(lo(0) <= produced && hi(0) >= produced + polls(6));
  QVERIFY(hi(0) <= produced + polls(7));
  QCOMPARE(row.stages[1].stage, Stage::table);
  QCOMPARE(row.stages[2].stage, Stage::queryable);
  QVERIFY(lo(2) <= produced + polls(3) && hi(2) >= produced + polls(9));
  QVERIFY(hi(2) <= produced + polls(12));
  QCOMPARE(row.stages[2].evidence, Evidence::derived);
}

void TestHops::a_record_that_was_dropped_or_is_on_its_way() {
  const Profile profile = profile_of(three);
  const auto ends = hop_ends(profile);
  const JourneyRequest record{ClusterName("c"), {TopicName("raw"), PartitionId(0)}, {}, {}, {}};
  const auto first_stage = [&](const Snapshot& snapshot, std::int64_t offset) {
    HopJourney journey(ends.front(), record, Offset(offset), snapshot.to);
    while (journey.wants()) journey.take(snapshot);
    return journey.rows().at(0).stages.at(0);
  };
  QCOMPARE(first_stage(*story(), 78'500).at.reason(), Reason::not_applicable);  // not read yet
  QCOMPARE(first_stage(*story({.written = R"("rates": [[0, 0]])"}), 20'500).at.reason(), Reason::not_applicable);
  QCOMPARE(first_stage(*story({.processor = ""}), 20'500).at.reason(), Reason::never_polled);
  // The table stands between the first and the last offset that the record may have.
  const auto between = story({.landed = R"("follow": "high", "delay_polls": 3, "rates": [[25, 0]])"});
  HopJourney journey(ends.front(), record, Offset(20'500), between->to);
  while (journey.wants()) journey.take(*between);
  QCOMPARE(journey.rows().front().stages.back().at.reason(), Reason::ambiguous);
}

QTEST_APPLESS_MAIN(TestHops)
#include "tst_hops.moc"
