// SPDX-License-Identifier: GPL-3.0-or-later
// A mirror "dr" from cluster c to cluster d, one partition of topic t: what is certain of it, by what was read. The
// target lags, skips and repeats as told; offset syncs and checkpoints stand beside the ends of both logs.
#include <QTest>

#include "models/analysis/mirror.h"
#include "models/analysis/mirror_marks.h"
#include "models/domain/mirror.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestMirror final : public QObject {
  Q_OBJECT
 private slots:
  void names_of_topics();
  void a_position_at_a_sync_is_exact();
  void a_position_has_the_bounds_of_the_syncs_around_it_data();
  void a_position_has_the_bounds_of_the_syncs_around_it();
  void as_much_on_both_sides_leaves_nothing_open();
  void without_a_word_on_transactions_only_syncs_count();
  void what_is_not_on_the_target();
  void a_group_that_went_back_would_miss();
  void where_a_group_would_begin();
  void a_topic_that_began_anew();
  void a_link_keeps_offsets();
  void a_link_whose_target_has_more_keeps_none_data();
  void a_link_whose_target_has_more_keeps_none();
  void a_cutover_sums_up();
};

namespace {
constexpr int polls = 6;

// A sync as it is kept: next offsets of both sides, at each poll.
struct Syncs {
  std::vector<std::pair<std::int64_t, std::int64_t>> at;
};

std::size_t lane_of(const Snapshot& snapshot, const char* cluster) {
  for (const Column& column : snapshot.columns)
    if (snapshot.cluster_of(column) == ClusterName(cluster)) return column.lane;
  qFatal("no such cluster");
}

void add(Snapshot& snapshot, const char* cluster, const Signal& signal, const Object& object,
         std::vector<std::int64_t> values) {
  Column column;
  column.lane = lane_of(snapshot, cluster);
  column.spec.signal = signal;
  column.spec.object = object;
  const std::size_t count = snapshot.lanes[column.lane].polls.size();
  while (values.size() < count) values.insert(values.begin(), values.front());
  column.values = std::move(values);
  column.reasons.assign(count, Reason::none);
  snapshot.columns.push_back(std::move(column));
}

const TopicPartition here{TopicName("t"), PartitionId(0)}, there{TopicName("eu.t"), PartitionId(0)};

struct Tale {
  std::int64_t source_end = 1000;
  std::int64_t target_end = 1000;
  std::int64_t group = 1000;
  Syncs syncs = {{{901, 901}}};
  std::string target_topic = "eu.t";
};

std::string constant(std::int64_t value) { return R"("start": )" + std::to_string(value); }

std::shared_ptr<const Snapshot> told_of(const Tale& tale, const std::function<void(Snapshot&)>& more = {}) {
  const auto s =
      told(polls, R"("series": [)" + mark("high", "t", 0, constant(tale.source_end)) + ", " +
                      group("g", "t", 0, constant(tale.group)) + ", " +
                      mark("high", tale.target_topic, 0, R"("cluster": "d", )" + constant(tale.target_end)) + "]");
  const auto out = std::make_shared<Snapshot>(*s);
  std::vector<std::int64_t> source, target;
  for (const auto& [from, to] : tale.syncs.at) {
    source.push_back(from);
    target.push_back(to);
  }
  if (!source.empty()) {
    add(*out, "c", signal::mirrored("dr"), object::partition(here), source);
    add(*out, "c", signal::mirrored_target("dr"), object::partition(here), target);
  }
  if (more) more(*out);
  out->index();
  return out;
}

void checkpoint(Snapshot& snapshot, std::int64_t from, std::int64_t to) {
  add(snapshot, "d", signal::checkpoint(GroupId("g")), object::partition(there), {to});
  add(snapshot, "d", signal::checkpoint_source(GroupId("g")), object::partition(there), {from});
  add(snapshot, "d", signal::checkpoint_at(GroupId("g")), object::partition(there), {ms(snapshot.to - Millis(7'000))});
}

Profile profile_of(std::optional<bool> exactly_once = false, const std::string& type = "mm2") {
  Profile profile;
  MirrorProfile mirror{.name = "dr", .type = type, .source = ClusterName("c"), .target = ClusterName("d")};
  mirror.source_alias = "eu";
  mirror.target_alias = "us";
  mirror.exactly_once = exactly_once;
  profile.mirrors.push_back(std::move(mirror));
  return profile;
}

MirrorRow row_of(const Snapshot& snapshot, bool of_group, const Profile& profile = profile_of()) {
  for (const MirrorRow& row : mirror_rows(snapshot, snapshot.to, profile))
    if (row.group.known() == of_group) return row;
  qFatal("no such row");
}
void compare(const Between& found, std::int64_t least, std::int64_t most) {
  QCOMPARE(found.least.value_or(-99), least);
  QCOMPARE(found.most.value_or(-99), most);
}
std::string said(const MirrorRow& row) { return std::string(word(row.verdict)); }
}  // namespace

void TestMirror::names_of_topics() {
  MirrorProfile mirror = profile_of().mirrors.front();
  QCOMPARE(mirrored_name(mirror, TopicName("t")), TopicName("eu.t"));
  QCOMPARE(mirror_source_name(mirror, TopicName("eu.a.b")), TopicName("a.b"));
  QCOMPARE(mirror_source_name(mirror, TopicName("us.t")), TopicName());
  mirror.policy = "identity";
  QCOMPARE(mirrored_name(mirror, TopicName("t")), TopicName("t"));
}

void TestMirror::a_position_at_a_sync_is_exact() {
  for (const std::int64_t offset : {900, 901}) {
    const auto s = told_of({.group = offset}, [](Snapshot& snapshot) { checkpoint(snapshot, 800, 801); });
    const MirrorRow row = row_of(*s, true);
    compare(row.reread, offset - 801, offset - 801);
    QCOMPARE(said(row), std::string("rereads"));
    QCOMPARE(*row.checkpoint_age, Millis(7'000));
    QCOMPARE(*row.translated_from, 800);
  }
}

void TestMirror::a_position_has_the_bounds_of_the_syncs_around_it_data() {
  QTest::addColumn<int>("group");
  QTest::addColumn<int>("least");
  QTest::addColumn<int>("most");
  // Syncs at 500:450 and 901:801, the ends 1000 and 850: 351 offsets of the target for 401 of the source between them.
  QTest::newRow("between two") << 600 << 500 << 550;
  QTest::newRow("nearer to the second") << 890 << 790 << 800;
  QTest::newRow("beyond the last") << 950 << 801 << 850;
  QTest::newRow("before the first") << 400 << 350 << 449;
}

void TestMirror::a_position_has_the_bounds_of_the_syncs_around_it() {
  QFETCH(int, group);
  QFETCH(int, least);
  QFETCH(int, most);
  const auto s = told_of({.target_end = 850, .group = group, .syncs = {{{500, 450}, {500, 450}, {901, 801}}}},
                         [](Snapshot& snapshot) { checkpoint(snapshot, 300, 0); });
  compare(row_of(*s, true).reread, least, most);
}

void TestMirror::as_much_on_both_sides_leaves_nothing_open() {
  const auto between = told_of({.group = 700, .syncs = {{{501, 451}, {901, 851}}}},
                               [](Snapshot& snapshot) { checkpoint(snapshot, 600, 600); });
  compare(row_of(*between, true).reread, 50, 50);
  const auto at_the_end = told_of({.group = 970}, [](Snapshot& snapshot) { checkpoint(snapshot, 901, 901); });
  compare(row_of(*at_the_end, true).reread, 69, 69);
  QCOMPARE(*row_of(*at_the_end, true).reread.exact(), 69);
}

void TestMirror::without_a_word_on_transactions_only_syncs_count() {
  const auto s = told_of({.group = 970}, [](Snapshot& snapshot) { checkpoint(snapshot, 901, 901); });
  const MirrorRow row = row_of(*s, true, profile_of(std::nullopt));
  QCOMPARE(*row.reread.least, 0);
  QCOMPARE(row.reread.most.reason(), Reason::ambiguous);
  QCOMPARE(said(row), std::string("unknown"));
  compare(row_of(*s, false, profile_of(std::nullopt)).gap, 0, 99);
  QCOMPARE(mirror_document(*s, s->to, profile_of(std::nullopt)).notes.size(), 1u);
}

void TestMirror::what_is_not_on_the_target() {
  compare(row_of(*told_of({}), false).gap, 0, 0);
  QCOMPARE(said(row_of(*told_of({}), false)), std::string("aligned"));
  const MirrorRow late = row_of(*told_of({.source_end = 6000}), false);
  compare(late.gap, 0, 5000);  // offsets without records may be among them
  QCOMPARE(late.gap.exact().reason(), Reason::ambiguous);
  QCOMPARE(said(late), std::string("may-be-behind"));
  const MirrorRow nothing = row_of(*told_of({.syncs = {}}), false);
  QVERIFY(!nothing.gap.most);
  QCOMPARE(said(nothing), std::string("unknown"));
}

void TestMirror::a_group_that_went_back_would_miss() {
  const auto s = told_of({.group = 901}, [](Snapshot& snapshot) { checkpoint(snapshot, 980, 980); });
  const MirrorRow row = row_of(*s, true);
  compare(row.reread, -79, -79);
  QCOMPARE(said(row), std::string("misses"));
}

void TestMirror::where_a_group_would_begin() {
  const MirrorRow none = row_of(*told_of({}), true);
  QCOMPARE(said(none), std::string("not-translated"));
  QCOMPARE(none.starts_at.reason(), Reason::no_commit);
  const auto both = told_of({.group = 901}, [](Snapshot& snapshot) {
    checkpoint(snapshot, 901, 890);
    add(snapshot, "d", signal::group(GroupId("g")), object::partition(there), {901});
  });
  const MirrorRow row = row_of(*both, true);
  QCOMPARE(row.starts_by, std::string("committed"));
  QCOMPARE(*row.starts_at, 901);
  compare(row.reread, 0, 0);
  QCOMPARE(said(row), std::string("aligned"));
}

void TestMirror::a_topic_that_began_anew() {
  const auto s =
      told_of({.source_end = 30, .target_end = 30, .group = 20, .syncs = {{{901, 901}, {901, 901}, {11, 11}}}},
              [](Snapshot& snapshot) { checkpoint(snapshot, 11, 11); });
  const auto points = mirror_points(*s, profile_of().mirrors.front(), here, s->to);
  QCOMPARE(points.front().source, 10);
  QCOMPARE(points.back().source, 30);
  compare(row_of(*s, true).reread, 9, 9);
}

void TestMirror::a_link_keeps_offsets() {
  const auto s = told_of(
      {.source_end = 1000, .target_end = 990, .group = 980, .syncs = {}, .target_topic = "t"},
      [](Snapshot& snapshot) { add(snapshot, "d", signal::group(GroupId("g")), object::partition(here), {970}); });
  const Profile link = profile_of({}, "link");
  compare(row_of(*s, false, link).gap, 10, 10);
  const MirrorRow row = row_of(*s, true, link);
  compare(row.reread, 10, 10);
  QCOMPARE(row.heartbeat_age.reason(), Reason::not_applicable);
}

void TestMirror::a_link_whose_target_has_more_keeps_none_data() {
  QTest::addColumn<int>("target_end");
  QTest::addColumn<bool>("later");  // the newest of the target may have been read after the newest of the source
  QTest::addColumn<QByteArray>("verdict");
  QTest::newRow("all of it") << 1000 << false << QByteArray("aligned");
  QTest::newRow("one more") << 1001 << false << QByteArray("offsets-differ");
  QTest::newRow("one more, perhaps since") << 1001 << true << QByteArray("aligned");
}

void TestMirror::a_link_whose_target_has_more_keeps_none() {
  QFETCH(int, target_end);
  QFETCH(bool, later);
  QFETCH(QByteArray, verdict);
  const Profile link = profile_of({}, "link");
  const auto s = told_of({.source_end = 1000, .target_end = target_end, .group = 980, .syncs = {}, .target_topic = "t"},
                         [&](Snapshot& snapshot) {
                           if (!later) return;
                           snapshot.lanes[lane_of(snapshot, "d")].polls.back().took = Millis(1);
                           for (Column& column : snapshot.columns)
                             if (snapshot.cluster_of(column) == ClusterName("d"))
                               std::ranges::fill(column.values.begin(), column.values.end() - 1, 1000);
                         });
  const MirrorRow row = row_of(*s, false, link);
  QCOMPARE(QByteArray::fromStdString(said(row)), verdict);
  const bool differ = verdict == "offsets-differ";
  QCOMPARE(row.gap.most.known(), !differ);
  const MirrorMark mark = mirror_mark(*s, link.mirrors.front(), here, s->to);
  QCOMPARE(mark.done.known(), !differ);
  QCOMPARE(mark.exact, !differ);
  const MirrorRow group = row_of(*s, true, link);
  QCOMPARE(group.verdict == MirrorVerdict::offsets_differ, differ);
  const Document document = mirror_document(*s, s->to, link);
  QCOMPARE(document.notes.size(), 1u);
  QVERIFY(document.notes.front().find("taken from the profile") != std::string::npos);
}

void TestMirror::a_cutover_sums_up() {
  const auto s = told_of({.group = 901}, [](Snapshot& snapshot) {
    checkpoint(snapshot, 880, 881);
    add(snapshot, "d", signal::checkpoint(GroupId("gone")), object::partition(there), {5});
  });
  const Document document = cutover_document(*s, s->to, profile_of());
  QCOMPARE(document.rows.size(), 2u);
  const auto cell = [&](std::size_t row, const std::string& name) {
    for (const CellField& field : document.rows[row])
      if (field.name == name) return field.cell;
    qFatal("no such cell");
  };
  QCOMPARE(std::get<std::string>(cell(0, "group").value), std::string("gone"));  // nobody knows where it is
  QCOMPARE(std::get<std::string>(cell(0, "completeness").value), std::string("unknown"));
  QCOMPARE(std::get<std::string>(cell(1, "verdict").value), std::string("rereads"));
  QCOMPARE(std::get<std::int64_t>(cell(1, "reread_least").value), 20);
  QCOMPARE(std::get<std::int64_t>(cell(1, "reread_most").value), 20);
  QCOMPARE(std::get<std::string>(cell(1, "completeness").value), std::string("exact"));
}

QTEST_APPLESS_MAIN(TestMirror)
#include "tst_mirror.moc"
