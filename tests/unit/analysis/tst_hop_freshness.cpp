// SPDX-License-Identifier: GPL-3.0-or-later
// How old the end of a path with more than one hop is in the rows of freshness, and what its budget says of that. raw
// is read by the group p of a processor that writes clean, which a connector's group reads and which ends in l.t. What
// is true follows from the story: a poll is 10 s, and a mark that follows another by n polls is n polls late.
#include <QTest>

#include "app/session/load_hops.h"
#include "app/settings/profile_file.h"
#include "models/analysis/freshness.h"
#include "models/analysis/hop_ages.h"
#include "models/analysis/path_rows.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestHopFreshness final : public QObject {
  Q_OBJECT
 private slots:
  void the_row_is_of_the_whole_path();
  void the_target_is_judged_by_what_is_certain_data();
  void the_target_is_judged_by_what_is_certain();
  void minutes_are_judged_by_what_is_certain();
  void a_hop_that_nobody_sees_is_never_in_time();
  void the_class_says_where_the_path_ends();
  void each_poll_holds_the_truth_data();
  void each_poll_holds_the_truth();
  void a_link_is_a_hop_of_a_budget();
  void a_hole_in_a_hop_makes_minutes_unknown();
  void a_path_that_nobody_walked_is_unknown();
  void the_history_has_the_topics_of_all_hops();
  void the_home_says_the_whole_path();
  void without_hops_nothing_is_read();
};

namespace {
constexpr int length = 80;
constexpr Millis far{3'600'000};

std::string late(const std::string& of, int polls) {
  return R"("follow": ")" + of + R"(", "delay_polls": )" + std::to_string(polls);
}
const std::string steady = R"("rates": [[0, 100]])";  // 1000 a poll

struct Marks {
  std::string processor = late("high", 6);
  std::string read = late("high", 1);    // by the connector's group
  std::string landed = late("high", 3);  // in the table
  std::string more = {};
};

std::shared_ptr<const Snapshot> story(const Marks& marks = {}) {
  return told(length, "\"series\": [" + mark("high", "raw", 0, steady) + ", " + mark("high", "clean", 0, steady) +
                          ", " + group("p", "raw", 0, marks.processor) + ", " +
                          group("connect-k", "clean", 0, marks.read) + ", " +
                          mark("table", "clean", 0, R"("table": "l.t", )" + marks.landed) +
                          R"(], "tables": [{"table": "l.t", "format": "iceberg", "writer": "x", "adapter": "b"}])" +
                          marks.more);
}

const std::string two =
    R"({"topic": "raw"}, {"processor": "enrich", "group": "p"}, {"topic": "clean"}, {"sink": "l.t", "connector": "k"})";

Profile profile_of(Millis target, const std::string& end = "table", const std::string& hops = two,
                   const std::string& more = "") {
  const auto loaded = parse_profile(R"({"classes": [{"name": "gold", "target": "1h", "objective": 99, "end": ")" + end +
                                        R"("}], "pipelines": [{"name": "orders", "class": "gold", "hops": [)" + hops +
                                        "]}]" + more + "}",
                                    "p");
  if (!loaded) qFatal("%s", loaded.error().line().c_str());
  Profile profile = loaded->profile;
  profile.classes.front().target = target;
  return profile;
}

// The snapshot holds the whole story, so it serves for every time.
std::vector<HopPath> walked(const Snapshot& snapshot, const Profile& profile) {
  std::vector<HopPath> out;
  for (const HopEnd& end : promised_ends(profile)) {
    HopWalk walk(profile, end, snapshot, snapshot.to);
    while (walk.wants()) walk.take(snapshot);
    out.push_back(walk.path());
  }
  return out;
}

FreshnessRow named(const std::vector<FreshnessRow>& rows, const std::string& path = "orders") {
  const auto found = std::ranges::find(rows, path, &FreshnessRow::path);
  if (found == rows.end()) qFatal("no path %s", path.c_str());
  return *found;
}

FreshnessRow row_of(const Snapshot& snapshot, const Profile& profile) {
  return named(
      freshness_rows(snapshot, snapshot.to, profile, {}, FreshnessBy::path, &snapshot, walked(snapshot, profile)));
}

Millis polls(int n) { return Millis(n * story_step_ms); }
}  // namespace

void TestHopFreshness::the_row_is_of_the_whole_path() {
  const FreshnessRow row = row_of(*story(), profile_of(far));
  QCOMPARE(row.bound, AgeBound::at_most);
  QVERIFY(*row.age >= polls(9) && *row.age <= polls(12));
  QVERIFY(*row.at_least <= polls(9) && *row.at_least >= polls(2) - Millis(10));
  QCOMPARE(*row.age - *row.age_error, *row.at_least);
  QCOMPARE(row.hops, 2u);
  QCOMPARE(row.before, std::vector<std::string>{"raw"});
  QCOMPARE(*row.hop, std::string("enrich"));
  QCOMPARE(*row.where, Stage::produced);
  QCOMPARE(row.evidence, Evidence::derived);
  QCOMPARE(row.topic, TopicName("clean"));
  QCOMPARE(row.end, std::string("table"));
}

// The border is where the bound is: what may be later than its target is not in time, and what may be in time not late.
void TestHopFreshness::the_target_is_judged_by_what_is_certain_data() {
  QTest::addColumn<bool>("most");
  QTest::addColumn<int>("more");
  QTest::addColumn<int>("verdict");  // -1: nobody knows
  QTest::newRow("later for certain") << false << -1 << 1;
  QTest::newRow("as late as is certain") << false << 0 << -1;
  QTest::newRow("may be later") << true << -1 << -1;
  QTest::newRow("as late as it can be") << true << 0 << 0;
}

void TestHopFreshness::the_target_is_judged_by_what_is_certain() {
  QFETCH(bool, most);
  QFETCH(int, more);
  QFETCH(int, verdict);
  const auto s = story();
  const FreshnessRow bounds = row_of(*s, profile_of(far));
  const Profile profile = profile_of((most ? *bounds.age : *bounds.at_least) + Millis(more));
  const FreshnessRow row = row_of(*s, profile);
  const Known<bool> is = is_late(row);
  QCOMPARE(is ? int(*is) : -1, verdict);
  if (!is) QCOMPARE(is.reason(), Reason::ambiguous);
  QCOMPARE(late_finding(row).has_value(), verdict == 1);
  const Home home = home_of(*s, s->to, profile, s.get(), walked(*s, profile));
  const auto& path = home.classes.front().children.front().row;
  QCOMPARE(path.fresh.path, std::string("orders"));
  QCOMPARE(path.lateness, verdict == 1 ? Lateness::late : verdict == 0 ? Lateness::near : Lateness::unknown);
}

void TestHopFreshness::minutes_are_judged_by_what_is_certain() {
  const auto s = story();
  const FreshnessRow good = row_of(*s, profile_of(polls(12)));
  QVERIFY(*good.good_slices >= 9);
  QCOMPARE(*good.bad_slices, 0);
  const FreshnessRow open = row_of(*s, profile_of(polls(5)));
  QCOMPARE(*open.good_slices, 0);
  QCOMPARE(*open.bad_slices, 0);
  QVERIFY(*open.unknown_slices >= 9);
  const FreshnessRow bad = row_of(*s, profile_of(polls(1) - Millis(1)));
  QCOMPARE(*bad.good_slices, 0);
  QVERIFY(*bad.bad_slices >= 9);
  QVERIFY(!bad.since || *bad.since < s->to - polls(40));
}

void TestHopFreshness::a_hop_that_nobody_sees_is_never_in_time() {
  const auto s = story();
  const FreshnessRow row = row_of(*s, profile_of(far, "table", R"({"source": "pg"}, )" + two));
  QCOMPARE(row.bound, AgeBound::at_least);
  QCOMPARE(*row.age, *row.at_least);
  QCOMPARE(row.age_error.reason(), Reason::not_probed);
  QCOMPARE(is_late(row).reason(), Reason::not_probed);
  QCOMPARE(*row.good_slices, 0);
  QCOMPARE(*row.bad_slices, 0);
  QCOMPARE(row.before, (std::vector<std::string>{"pg", "raw"}));
  const FreshnessRow over = row_of(*s, profile_of(polls(1) - Millis(1), "table", R"({"source": "pg"}, )" + two));
  QVERIFY(*is_late(over));
  QVERIFY(*over.bad_slices >= 9);
}

// The group is one poll behind clean, the table three.
void TestHopFreshness::the_class_says_where_the_path_ends() {
  const FreshnessRow row = row_of(*story(), profile_of(far, "group"));
  QCOMPARE(row.end, std::string("group"));
  QVERIFY(*row.age >= polls(7) && *row.age < polls(10));
  QVERIFY(*row.at_least <= polls(7));
}

void TestHopFreshness::each_poll_holds_the_truth_data() {
  QTest::addColumn<QByteArray>("processor");
  QTest::addColumn<QByteArray>("landed");
  QTest::addColumn<int>("stopped");  // from which poll on a mark stood still; -1: never
  QTest::addColumn<int>("behind");   // polls, before that
  const std::string stops = R"("follow": "high", "delay_polls": 1, "rates": [[40, 0]])";
  const auto row = [](const char* name, const std::string& processor, const std::string& landed, int stopped,
                      int behind) {
    QTest::newRow(name) << QByteArray(processor.c_str()) << QByteArray(landed.c_str()) << stopped << behind;
  };
  row("steady", late("high", 6), late("high", 3), -1, 9);
  row("at once", late("high", 0), late("high", 0), -1, 0);
  row("the processor stops", stops, late("high", 2), 40, 3);
  row("the table stops", late("high", 2), stops, 40, 3);
}

void TestHopFreshness::each_poll_holds_the_truth() {
  QFETCH(QByteArray, processor);
  QFETCH(QByteArray, landed);
  QFETCH(int, stopped);
  QFETCH(int, behind);
  const Profile profile = profile_of(far);
  const auto s = story({.processor = processor.toStdString(), .landed = landed.toStdString()});
  const std::vector<HopEnd> ends = promised_ends(profile);
  const MarkKeys table({ClusterName("c"), GroupId("x"), {TopicName("clean"), PartitionId(0)}});
  MarkKeys keys = table;
  keys.committed.signal = Signal("table:l.t");
  const AgeSeries series = hop_ages(*s, ends.front(), {keys}, {}, s->from, s->to);
  QVERIFY(series.polls.size() >= 70);
  int known = 0;
  for (const AgePoll& poll : series.polls) {
    const auto now = static_cast<int>((poll.at - poll_time(0)).count() / story_step_ms);
    if (now < 20) continue;
    // What came while a mark stood still waits since then.
    const int truth = stopped >= 0 && now > stopped + behind ? now - stopped + 1 : behind;
    QVERIFY2(poll.at_least <= polls(truth), qPrintable(QString::number(now)));
    if (!poll.age) continue;
    ++known;
    const int sure = stopped >= 0 && now > stopped + behind ? now - stopped : behind;
    QVERIFY2(*poll.age >= polls(sure) - Millis(10), qPrintable(QString::number(now)));
    QVERIFY2(*poll.age <= polls(truth + 5), qPrintable(QString::number(now)));
  }
  QVERIFY(known >= 50);
}

// 5000 records wait at the link: what the far cluster has comes five polls later.
void TestHopFreshness::a_link_is_a_hop_of_a_budget() {
  const std::string hops = R"({"topic": "t"}, {"mirror": "dr"}, {"topic": "t"}, {"processor": "app", "group": "g"})";
  const std::string more =
      R"(, "clusters": [{"name": "c", "bootstrap": "c:9092"}, {"name": "d", "bootstrap": "d:9092"}],
          "mirrors": [{"name": "dr", "type": "link", "source": "c", "target": "d"}])";
  const auto s = told(length, R"("series": [)" + mark("high", "t", 0, R"("start": 5000, )" + steady) + ", " +
                                  mark("high", "t", 0, R"("cluster": "d", "rates": [[0, 100]])") + ", " +
                                  group("g", "t", 0, R"("cluster": "d", "follow": "high", "delay_polls": 2)") + "]");
  const FreshnessRow row = row_of(*s, profile_of(far, "group", hops, more));
  QCOMPARE(row.path, std::string("orders"));
  QVERIFY(*row.age >= polls(7) && *row.age <= polls(10));
  QVERIFY(*row.at_least >= polls(3) && *row.at_least <= polls(7));
  QCOMPARE(*row.hop, std::string("dr"));
  QVERIFY(*row.good_slices >= 9);
  const FreshnessRow bad = row_of(*s, profile_of(polls(3) - Millis(1), "group", hops, more));
  QVERIFY(*bad.bad_slices >= 9);
}

void TestHopFreshness::a_hole_in_a_hop_makes_minutes_unknown() {
  std::string values = R"("values": [)";
  for (int poll = 0; poll < length; ++poll)
    values += (poll == 0 ? "" : ", ") + (poll >= 40 && poll < 64 ? "null" : std::to_string(poll * 1000));
  const FreshnessRow row = row_of(*story({.processor = values + "]"}), profile_of(polls(12)));
  QVERIFY(*row.unknown_slices >= 2);
  QVERIFY(*row.good_slices >= 4);
  QCOMPARE(*row.bad_slices, 0);
}

void TestHopFreshness::a_path_that_nobody_walked_is_unknown() {
  const auto s = story();
  const FreshnessRow row = named(freshness_rows(*s, s->to, profile_of(far)));
  QCOMPARE(row.age.reason(), Reason::not_probed);
  QCOMPARE(row.at_least.reason(), Reason::not_probed);
  QVERIFY(!is_late(row));
}

void TestHopFreshness::the_history_has_the_topics_of_all_hops() {
  const auto request = freshness_history(profile_of(far), poll_time(0), poll_time(9));
  QCOMPARE(request->topic_names, (std::vector<std::string>{"clean", "raw"}));
  QVERIFY(std::ranges::find(request->signal_prefixes, "mirrored:") == request->signal_prefixes.end());
  const auto mirrored = freshness_history(
      profile_of(far, "group",
                 R"({"topic": "t"}, {"mirror": "m"}, {"topic": "a.t"}, {"processor": "app", "group": "g"})",
                 R"(, "clusters": [{"name": "a", "bootstrap": "a:9092"}, {"name": "b", "bootstrap": "b:9092"}],
                     "mirrors": [{"name": "m", "source": "a", "target": "b"}])"),
      poll_time(0), poll_time(9));
  QCOMPARE(mirrored->topic_names, (std::vector<std::string>{"a.t", "t"}));
  QVERIFY(std::ranges::find(mirrored->signal_prefixes, "mirrored:") != mirrored->signal_prefixes.end());
}

void TestHopFreshness::the_home_says_the_whole_path() {
  const auto s = story();
  const Profile profile = profile_of(far);
  const Home home = home_of(*s, s->to, profile, s.get(), walked(*s, profile));
  const PathRow& path = home.classes.front().children.front().row;
  QCOMPARE(path.route, std::string("raw → clean → l.t"));
  QCOMPARE(path.fresh.bound, AgeBound::at_most);
  QCOMPARE(*path.age, *path.fresh.age);
  QCOMPARE(path.lateness, Lateness::fine);
}

void TestHopFreshness::without_hops_nothing_is_read() {
  struct Silent final : SnapshotSource {
    Result<std::shared_ptr<const Snapshot>> load(const SnapshotRequest&) override {
      return fail(ErrorCode::no_data, "nothing");
    }
    void cancel() override {}
  } silent;
  const auto none = load_promised_hops(silent, Profile(), poll_time(0));
  QVERIFY(none && none->empty());
  QVERIFY(!load_promised_hops(silent, profile_of(far), poll_time(0)));
}

QTEST_APPLESS_MAIN(TestHopFreshness)
#include "tst_hop_freshness.moc"
