// SPDX-License-Identifier: GPL-3.0-or-later
// What topics take up: measured, modelled and unknown; and that what was not seen is never counted as nothing.
#include <QTest>

#include "models/analysis/growth.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestGrowth final : public QObject {
  Q_OBJECT
 private slots:
  void production_is_what_partitions_gained();
  void what_was_reset_or_not_seen_is_left_out();
  void a_partition_without_history_makes_the_topic_unknown();
  void bytes_are_measured_or_typed_in_or_unknown();
  void what_is_retained_follows_from_rate_retention_and_copies();
  void without_retention_it_grows_for_ever();
  void what_a_compacted_topic_holds_is_not_told_by_offsets();
  void two_sources_of_one_topic_are_not_added();
  void a_team_is_the_owner_of_a_path();
};

namespace {
constexpr int hours = 24;
constexpr std::int64_t an_hour = 3600;  // records
constexpr Millis hour = std::chrono::hours(1);

// Held: 1,000 records in each of two partitions, three replicas.
struct Topic {
  const char* retention;
  std::optional<std::int64_t> bytes;  // as each metrics source tells them
  const char* cleanup = "delete";
  int metrics_sources = 1;
};

std::shared_ptr<const Snapshot> topic(const Topic& is) {
  Recorder recorder;
  const ClusterName cluster("c");
  const LaneId lane = recorder.lane({{"kafka", "c", cluster}, "offsets", Millis(10'000)});
  std::vector<LaneId> metrics;
  for (int i = 0; i < is.metrics_sources; ++i)
    metrics.push_back(
        recorder.lane({{"metrics", "exporter-" + std::to_string(i), cluster}, "metrics", Millis(10'000)}));
  const Object orders = object::topic(TopicName("orders"));
  for (int i = 0; i < 3; ++i) {
    Poll poll{.lane = lane, .wall = poll_time(i), .due = 1, .answered = 1};
    for (int partition = 0; partition < 2; ++partition) {
      const Object object = object::partition({TopicName("orders"), PartitionId(partition)});
      poll.samples.push_back({recorder.series(lane, {signal::floor, object, "records", 0}), 500, Reason::none});
      poll.samples.push_back({recorder.series(lane, {signal::high, object, "records", 0}), 1500, Reason::none});
      poll.states.push_back({object, std::string(aspect::replicas), "1\n2\n3", ""});
    }
    poll.states.push_back({orders, "config:retention.ms", is.retention, ""});
    poll.states.push_back({orders, "config:cleanup.policy", is.cleanup, ""});
    recorder.push(poll);
    if (!is.bytes) continue;
    for (const LaneId source : metrics) {
      Poll scrape{.lane = source, .wall = poll_time(i), .due = 1, .answered = 1};
      scrape.samples.push_back({recorder.series(source, {log_bytes, orders, "B", 0}), *is.bytes, Reason::none});
      recorder.push(scrape);
    }
  }
  return recorder.snapshot();
}

// Two partitions that gain 3,600 records an hour each.
LevelData day() {
  LevelData level;
  level.level = Grain::hour;
  level.sources = {{SourceId(1), {"kafka", "c", ClusterName("c")}}};
  LevelLane lane{LaneId(1), 0, "offsets", Millis(10'000), {}};
  const LocalTime first = poll_time(0) - hour * hours;
  for (int i = 0; i < hours; ++i) lane.times.push_back({first + hour * i, first + hour * i + hour - Millis(1), 360});
  level.lanes.push_back(lane);
  for (int partition = 0; partition < 2; ++partition) {
    LevelColumn column{SeriesId(partition + 1), 0};
    column.spec = {signal::high, object::partition({TopicName("orders"), PartitionId(partition)}), "records", 0};
    for (int i = 0; i < hours; ++i) {
      Bucket bucket;
      bucket.last = bucket.low = bucket.high = (i + 1) * an_hour;
      bucket.known = 360;
      column.buckets.push_back(bucket);
    }
    level.columns.push_back(std::move(column));
  }
  return level;
}

GrowthRow row(const Snapshot& now, const LevelData& production, const GrowthTerms& terms = {},
              const Profile& profile = {}) {
  const auto rows = growth_rows(now, production, poll_time(2), terms, profile, {});
  return rows.size() == 1 ? rows.front() : GrowthRow{};
}

bool near(const Known<double>& value, double wanted) {
  if (value && std::abs(*value - wanted) <= std::abs(wanted) * 1e-9) return true;
  qWarning("%s, wanted %g", value ? std::to_string(*value).c_str() : word(value.reason()).data(), wanted);
  return false;
}
constexpr double a_day = 2 * 86'400;  // records
const char* const week = "604800000";
}  // namespace

void TestGrowth::production_is_what_partitions_gained() {
  LevelData level = day();
  GrowthRow of = row(*topic({week}), level);
  QVERIFY(near(of.records_day, a_day));
  QVERIFY(near(of.coverage, 23.0 / 24));
  QVERIFY(near(of.burst, 1));
  for (LevelColumn& column : level.columns)
    for (std::size_t i = 20; i < column.buckets.size(); ++i) column.buckets[i].last += 9 * an_hour;
  of = row(*topic({week}), level);
  QVERIFY(near(of.burst, 10));
}

void TestGrowth::what_was_reset_or_not_seen_is_left_out() {
  LevelData level = day();
  for (LevelColumn& column : level.columns) {
    column.buckets[5] = {.reason = Reason::unreachable};  // over a hole what was gained is known
    for (std::size_t i = 12; i < column.buckets.size(); ++i) column.buckets[i].last -= 12 * an_hour;
    column.buckets[12].reset = true;
  }
  const GrowthRow of = row(*topic({week}), level);
  QVERIFY(near(of.records_day, a_day));
  QVERIFY(near(of.coverage, 22.0 / 24));
  QVERIFY(near(of.burst, 1));
}

void TestGrowth::a_partition_without_history_makes_the_topic_unknown() {
  LevelData level = day();
  for (Bucket& bucket : level.columns[1].buckets) bucket = {.reason = Reason::unreachable};
  GrowthRow of = row(*topic({week}), level, {.record_bytes = 100});
  QCOMPARE(of.records_day.reason(), Reason::no_history);
  QCOMPARE(of.growth_bytes_day.reason(), Reason::no_history);
  QVERIFY(near(of.bytes, 2000.0 * 3 * 100));  // what is held is known all the same
  of = row(*topic({week}), {});
  QCOMPARE(of.records_day.reason(), Reason::no_history);
  QCOMPARE(of.coverage.reason(), Reason::no_history);
}

void TestGrowth::bytes_are_measured_or_typed_in_or_unknown() {
  GrowthRow of = row(*topic({week}), day());
  QCOMPARE(of.evidence, std::string("unknown"));
  QCOMPARE(of.bytes.reason(), Reason::never_polled);
  QCOMPARE(of.growth_bytes_day.reason(), Reason::never_polled);
  of = row(*topic({week}), day(), {.record_bytes = 100});
  QCOMPARE(of.evidence, std::string("modelled"));
  QVERIFY(near(of.bytes, 600'000));
  QVERIFY(near(of.growth_bytes_day, a_day * 300));
  QVERIFY(near(of.largest_replay, 200'000));
  of = row(*topic({week, 1'200'000}), day());
  QCOMPARE(of.evidence, std::string("measured"));
  QVERIFY(near(of.bytes, 1'200'000));
  QVERIFY(near(of.record_bytes, 200));
  QVERIFY(near(of.growth_bytes_day, a_day * 600));
}

void TestGrowth::what_is_retained_follows_from_rate_retention_and_copies() {
  GrowthTerms terms{.record_bytes = 100};
  GrowthRow of = row(*topic({week}), day(), terms);
  QVERIFY(near(of.retained_model, a_day * 300 * 7));
  QVERIFY(near(of.tiered_local, a_day * 300));
  QVERIFY(near(of.tiered_remote, a_day * 100 * 7));
  QVERIFY(near(of.shared, a_day * 100 * 7));
  QVERIFY(near(of.projected, a_day * 300 * 7));
  terms.rate_times = 2;
  terms.retention = std::chrono::days(14);
  terms.horizon = std::chrono::days(1);
  of = row(*topic({week}), day(), terms);
  QVERIFY(near(of.retained_model, a_day * 300 * 2 * 14));
  QVERIFY(near(of.projected, 600'000 + a_day * 300 * 2));
  QVERIFY(near(of.growth_bytes_day, a_day * 300));  // as measured
}

void TestGrowth::without_retention_it_grows_for_ever() {
  const GrowthRow of = row(*topic({"-1"}), day(), {.record_bytes = 100, .horizon = std::chrono::days(365)});
  QCOMPARE(of.retained_model.reason(), Reason::not_applicable);
  QVERIFY(near(of.projected, 600'000 + a_day * 300 * 365));
}

void TestGrowth::what_a_compacted_topic_holds_is_not_told_by_offsets() {
  for (const char* cleanup : {"compact", "compact,delete"}) {
    GrowthRow of = row(*topic({.retention = week, .cleanup = cleanup}), day(), {.record_bytes = 100});
    QCOMPARE(of.records_held.reason(), Reason::ambiguous);
    QCOMPARE(of.bytes.reason(), Reason::ambiguous);
    QCOMPARE(of.growth_bytes_day.reason(), Reason::ambiguous);
    QCOMPARE(of.projected.reason(), Reason::ambiguous);
    QVERIFY(near(of.records_day, a_day));
    of = row(*topic({week, 1'200'000, cleanup}), day());
    QVERIFY(near(of.bytes, 1'200'000));
    QCOMPARE(of.record_bytes.reason(), Reason::ambiguous);
    QCOMPARE(of.projected.reason(), Reason::ambiguous);
  }
}

void TestGrowth::two_sources_of_one_topic_are_not_added() {
  const GrowthRow of = row(*topic({.retention = week, .bytes = 1'200'000, .metrics_sources = 2}), day());
  QCOMPARE(of.bytes.reason(), Reason::ambiguous);
  QCOMPARE(of.evidence, std::string("unknown"));
}

void TestGrowth::a_team_is_the_owner_of_a_path() {
  Profile profile;
  profile.pipelines = {{.name = "p", .topic = "orders", .owner = "data-eng"}};
  profile.owners = {{"data-eng", {.name = "Lake team"}}};
  QCOMPARE(row(*topic({week}), day(), {}, profile).team, std::string("Lake team"));
  QCOMPARE(row(*topic({week}), day()).team, std::string());
  const Document document = growth_document(*topic({week}), day(), poll_time(2), {.record_bytes = 100}, profile, {});
  QCOMPARE(document.beside.front().name, std::string("teams"));
  QCOMPARE(std::get<CellList>(document.beside.front().cell.value).size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(TestGrowth)
#include "tst_growth.moc"
