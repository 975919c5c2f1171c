// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of a past is rebuilt, the marks of tables from commits, and that what is rebuilt stands beside what was
// collected in a timeline without being taken for it.
#include <QTemporaryDir>
#include <QTest>

#include "app/session/past_tables.h"
#include "app/session/past_window.h"
#include "collectors/core/past_lane.h"
#include "models/analysis/alarms.h"
#include "models/analysis/lag.h"
#include "models/analysis/sources.h"
#include "models/analysis/tide.h"
#include "models/domain/clock.h"
#include "models/timeline/reader.h"
#include "models/timeline/writer.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
using Value = Known<std::int64_t>;
const LocalTime noon = local_time(1'767'268'800'000);
constexpr Millis minute{60'000};
const ClusterName prod("prod");
const SourceSpec kafka{"kafka", "prod", prod};
const TopicPartition orders{TopicName("orders"), PartitionId(0)};
const Object partition = object::partition(orders);

void collect(SampleSink& sink, LocalTime at, std::int64_t high, std::int64_t committed) {
  const LaneId lane = sink.lane({kafka, "offsets", Millis(10'000)});
  Poll poll;
  poll.lane = lane;
  poll.wall = at;
  poll.mono = MonoTime(at.time_since_epoch());
  poll.boot = "b";
  poll.due = poll.answered = 2;
  poll.samples = {
      {sink.series(lane, {signal::high, partition, "records", 0}), high, Reason::none},
      {sink.series(lane, {signal::group(GroupId("sink")), partition, "records", 0}), committed, Reason::none}};
  sink.push(std::move(poll));
}

void rebuild(SampleSink& sink, const std::string& name, const Signal& signal, LocalTime from, LocalTime to,
             std::int64_t first, std::int64_t by) {
  const PastGrid grid = past_grid(from, to, 1);
  std::vector<Value> values;
  for (std::size_t i = 0; i < grid.points; ++i) values.emplace_back(first + static_cast<std::int64_t>(i) * by);
  PastLane lane(sink, kafka, name, grid);
  lane.add(signal, partition, "records", values);
  QVERIFY(lane.push(SystemClock(), {}));
}

TableCommit commit(Millis after_noon, std::vector<CommitRange> ranges, std::string operation = "append") {
  TableCommit out;
  out.table = TableName("lake.orders");
  out.snapshot_id = std::to_string(after_noon.count());
  out.committed = LakeTime(Millis(ms(noon)) + after_noon);
  out.operation = std::move(operation);
  out.ranges = std::move(ranges);
  out.evidence = out.ranges.empty() ? Evidence::unknown : Evidence::derived;
  return out;
}
}  // namespace

class TestPast final : public QObject {
  Q_OBJECT
 private slots:
  void a_fresh_timeline_lacks_all_of_it() {
    const auto window = unseen_past(Snapshot(), kafka, "high", noon - 60 * minute, noon);
    QVERIFY(window);
    QCOMPARE(window->from, noon - 60 * minute);
    QCOMPARE(window->to, noon);
  }

  void what_was_collected_is_not_rebuilt() {
    Recorder sink;
    collect(sink, noon - 20 * minute, 10, 5);
    collect(sink, noon - 10 * minute, 20, 5);
    const auto window = unseen_past(*sink.snapshot(), kafka, "high", noon - 60 * minute, noon);
    QVERIFY(window);
    QCOMPARE(window->to, noon - 20 * minute);
    QVERIFY(!unseen_past(*sink.snapshot(), kafka, "high", noon - 20 * minute - Millis(5'000), noon));
    const SourceSpec other{"kafka", "test", ClusterName("test")};
    QCOMPARE(unseen_past(*sink.snapshot(), other, "high", noon - 60 * minute, noon)->to, noon);
  }

  void what_was_rebuilt_is_not_rebuilt_again() {
    Recorder sink;
    rebuild(sink, "high", signal::high, noon - 60 * minute, noon, 0, 1);
    collect(sink, noon, 1000, 5);
    const auto again = [&](const char* lane, LocalTime from, LocalTime now) {
      return unseen_past(*sink.snapshot(), kafka, lane, from, now);
    };
    QVERIFY(!again("high", noon - 60 * minute, noon + minute));
    QVERIFY(!again("high", noon - 120 * minute, noon + minute));  // a lane goes on in time only
    QCOMPARE(again("groups", noon - 60 * minute, noon + minute)->to, noon);
  }

  void beside_what_was_collected() {
    QTemporaryDir folder;
    const std::string path = folder.filePath("t.tidemark").toStdString();
    const FixedClock clock(noon);
    auto writer = TimelineWriter::open(path, {}, clock);
    QVERIFY(writer);
    collect(**writer, noon, 1'800, 600);  // the file has a poll already
    rebuild(**writer, "high", signal::high, noon - 10 * minute, noon, 0, 30);
    rebuild(**writer, "groups", signal::group(GroupId("sink")), noon - 10 * minute, noon, 0, 10);
    collect(**writer, noon + Millis(10'000), 1'830, 600);
    QVERIFY((*writer)->close());
    auto reader = TimelineReader::open(path);
    QVERIFY(reader);
    QVERIFY((*reader)->check()->empty());

    const LocalTime before = noon - 5 * minute;
    auto past = (*reader)->load(lag_request(before, {}));
    QVERIFY(past);
    const Document told = lag_document(**past, before, {});
    QCOMPARE(told.rows.size(), std::size_t{1});
    const LagRow row = lag_rows(**past, before, {}).front();
    QCOMPARE(row.high, Value(900));
    QCOMPARE(row.committed, Value(300));
    QCOMPARE(row.lag, Value(600));
    QVERIFY(row.age.known());
    QVERIFY(told.coverage.value_or(0) > 0.9);
    QVERIFY(std::ranges::any_of(
        told.notes, [](const std::string& note) { return note.starts_with("kafka/prod: rebuilt, not collected"); }));

    const LocalTime now = noon + Millis(10'000);
    auto present = (*reader)->load(lag_request(now, {}));
    QCOMPARE(lag_rows(**present, now, {}).front().lag, Value(1'230));
    QCOMPARE(lag_document(**present, now + 30 * minute, {}).notes.size(), std::size_t{1});

    auto hour = (*reader)->load({.from = now - 60 * minute, .to = now});
    const TideChart chart = tide_chart(**hour, {prod, orders.topic, {}, {}, {}}, now - 60 * minute, now);
    QCOMPARE(chart.rebuilt_until, std::optional(noon - Millis(10'000)));
    QCOMPARE(chart.line(Mark::high)->points.size(), std::size_t{62});
    QVERIFY(chart.blanks.empty());

    SnapshotRequest day{.from = now - Millis(86'400'000), .to = now};
    auto whole = (*reader)->load(day);
    for (const SourceRow& source : source_rows(**whole, now)) {
      QCOMPARE(source.state, std::string(source.kind == "rebuilt" ? "rebuilt" : "ok"));
      QCOMPARE(source.coverage_24h, Known<double>(1.0));
    }
    QVERIFY(sights_of(**present, now).at(prod).all);
  }

  void a_group_of_the_past_only_is_shown_in_the_past_only() {
    Recorder sink;
    rebuild(sink, "high", signal::high, noon - 10 * minute, noon, 0, 30);
    rebuild(sink, "groups", signal::group(GroupId("gone")), noon - 10 * minute, noon, 0, 10);
    collect(sink, noon, 1'800, 600);
    collect(sink, noon + 2 * minute, 1'800, 600);
    const auto groups = [&](LocalTime at) {
      std::string out;
      for (const LagRow& row : lag_rows(*sink.snapshot(), at, {})) out += row.group.value() + ' ';
      return out;
    };
    QCOMPARE(groups(noon - 5 * minute), std::string("gone "));
    QCOMPARE(groups(noon + 2 * minute), std::string("sink "));
  }

  void a_table_holds_what_its_commits_say() {
    const PastGrid grid{noon, Millis(10'000), 6};
    const std::vector<TableCommit> commits{commit(Millis(35'000), {{orders, 50, 80}}),
                                           commit(Millis(5'000), {{orders, 0, 50}}),
                                           commit(Millis(15'000), {}, "replace")};
    const TablePartition of{TableName("lake.orders"), orders};
    const auto marks = past_table_marks(commits, {{of, 80}}, grid);
    QCOMPARE(marks.size(), std::size_t{1});
    QVERIFY(marks.front().values == (std::vector<Value>{Reason::no_history, 50, 50, 50, 80, 80}));
  }

  void a_commit_without_offsets_hides_the_mark() {
    const PastGrid grid{noon, Millis(10'000), 4};
    const TablePartition of{TableName("lake.orders"), orders};
    const auto marks = past_table_marks(
        {commit(Millis(0), {{orders, 0, 50}}), commit(Millis(10'000), {}), commit(Millis(20'000), {{orders, 60, 70}})},
        {{of, 70}}, grid);
    QVERIFY(marks.front().values == (std::vector<Value>{50, Reason::ambiguous, 70, 70}));
  }

  void commits_that_do_not_lead_to_what_the_table_holds_tell_nothing() {
    const PastGrid grid{noon, Millis(10'000), 2};
    const TablePartition of{TableName("lake.orders"), orders};
    for (const auto& now : {std::map<TablePartition, std::int64_t>{{of, 40}}, std::map<TablePartition, std::int64_t>{}})
      QVERIFY(past_table_marks({commit(Millis(0), {{orders, 0, 50}})}, now, grid).front().values ==
              (std::vector<Value>{Reason::ambiguous, Reason::ambiguous}));
  }
};

QTEST_GUILESS_MAIN(TestPast)
#include "tst_past.moc"
