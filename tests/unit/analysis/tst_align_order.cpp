// SPDX-License-Identifier: GPL-3.0-or-later
// The order of reads: a true history (the log grows, the group follows, the table follows the group) is sampled in
// lanes of different phase and duration, with samples missing; whatever the interleaving, no row claims what never was.
#include <QElapsedTimer>
#include <QTest>
#include <array>
#include <random>

#include "models/analysis/alignment.h"

using namespace tidemark;

class TestAlignOrder final : public QObject {
  Q_OBJECT
 private slots:
  void no_interleaving_accuses();
};

namespace {
constexpr std::int64_t ticks = 90'000;  // ms of history
constexpr std::int64_t grain = 250;
constexpr std::size_t moments = ticks / grain + 1;
enum Mark : std::size_t { floor_mark, table_mark, group_mark, high_mark, marks };
using Truth = std::array<std::array<std::int64_t, moments>, marks>;
using Random = std::mt19937_64;

std::int64_t below(Random& random, std::int64_t n) { return std::int64_t(random() % std::uint64_t(n)); }

// At every moment floor <= table <= group <= high, and none ever falls.
Truth history(Random& random) {
  Truth truth{};
  std::array<std::int64_t, marks> now{0, 100, 100, 100};
  const std::array<std::int64_t, marks> often{1 + below(random, 60), 1 + below(random, 120), 1 + below(random, 60),
                                              1 + below(random, 8)};
  for (std::size_t at = 0; at < moments; ++at) {
    if (below(random, often[high_mark]) == 0) now[high_mark] += below(random, 500);
    if (below(random, often[group_mark]) == 0) now[group_mark] += below(random, now[high_mark] - now[group_mark] + 1);
    if (below(random, often[group_mark]) == 0) now[group_mark] = now[high_mark];
    if (below(random, often[table_mark]) == 0) now[table_mark] = now[group_mark];
    if (below(random, often[floor_mark]) == 0) now[floor_mark] += below(random, now[table_mark] - now[floor_mark] + 1);
    for (std::size_t mark = 0; mark < marks; ++mark) truth[mark][at] = now[mark];
  }
  return truth;
}

void add_lane(Random& random, const Truth& truth, const std::vector<Mark>& reads, Snapshot& snapshot) {
  static const std::array<Signal, marks> names{signal::floor, signal::table(TableName("l.t")),
                                               signal::group(GroupId("g")), signal::high};
  LaneInfo lane{LaneId(std::int64_t(snapshot.lanes.size())), 0, "lane", Millis(2000 + below(random, 15'000)), {}};
  std::vector<Column> columns;
  for (const Mark mark : reads)
    columns.push_back({SeriesId(std::int64_t(snapshot.columns.size() + columns.size())),
                       snapshot.lanes.size(),
                       {names[mark], Object("partition:t/0"), "records", 0},
                       {},
                       {}});
  const std::int64_t missing = 2 + below(random, 10);
  for (std::int64_t wall = below(random, lane.interval.count()); wall < ticks; wall += lane.interval.count()) {
    const std::int64_t took = std::min(below(random, 3000), ticks - wall);
    lane.polls.push_back(
        {std::int64_t(lane.polls.size()), local_time(wall), MonoTime(Millis(wall)), 0, Millis(took), 1, 1, {}});
    std::int64_t read = wall;  // one after the other, all within the poll
    for (std::size_t i = 0; i < reads.size(); ++i) {
      read += below(random, wall + took - read + 1);
      const bool known = below(random, missing) != 0;
      columns[i].values.push_back(known ? truth[reads[i]][std::size_t(read / grain)] : 0);
      columns[i].reasons.push_back(known ? Reason::none : Reason::unreachable);
    }
  }
  snapshot.lanes.push_back(std::move(lane));
  for (Column& column : columns) snapshot.columns.push_back(std::move(column));
}

Snapshot sampled(std::uint64_t seed) {
  Random random(seed);
  const Truth truth = history(random);
  Snapshot snapshot;
  snapshot.to = local_time(ticks);
  snapshot.sources.push_back({SourceId(1), {"kafka", "c", ClusterName("c")}});
  add_lane(random, truth, {table_mark}, snapshot);
  if (seed % 3 == 0) {
    add_lane(random, truth, {floor_mark}, snapshot);
    add_lane(random, truth, {group_mark}, snapshot);
    add_lane(random, truth, {high_mark}, snapshot);
  } else {
    add_lane(random, truth, {floor_mark, group_mark, high_mark}, snapshot);
  }
  if (seed % 5 == 0) add_lane(random, truth, {group_mark, high_mark}, snapshot);
  const std::pair<std::string_view, const char*> states[] = {
      {aspect::group, "g"}, {aspect::adapter, "b"}, {aspect::writer, "iceberg-connect"}, {aspect::interval, "300000"}};
  for (const auto& [aspect, value] : states)
    snapshot.states.push_back({0, Object("table:l.t"), std::string(aspect), {}, local_time(0), {}, value, ""});
  snapshot.index();
  return snapshot;
}

// A forecast from the pace of the floor accuses nobody.
bool accuses(AlignState state) {
  return state != AlignState::aligned && state != AlignState::pending && state != AlignState::idle &&
         state != AlignState::will_lose && state != AlignState::unknown;
}
}  // namespace

void TestAlignOrder::no_interleaving_accuses() {
  constexpr std::uint64_t seeds = 20'000;
  std::array<std::int64_t, 12> seen{};
  QElapsedTimer timer;
  timer.start();
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Snapshot snapshot = sampled(seed);
    const LocalTime at = local_time(std::int64_t(20'000 + seed * 7'919 % 70'000));
    for (const AlignRow& row : align_rows(snapshot, at)) {
      ++seen[std::size_t(row.state)];
      const std::string text = std::to_string(seed) + ": " + std::string(word(row.state)) + ": " + row.reason;
      QVERIFY2(!accuses(row.state), text.c_str());
      QVERIFY2(!row.commit_gap || *row.commit_gap >= 0, text.c_str());
      QVERIFY2(!row.restart.duplicates || *row.restart.duplicates == 0, text.c_str());
    }
  }
  qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
  // The histories do what they are for.
  QVERIFY(seen[std::size_t(AlignState::aligned)] > 500);
  QVERIFY(seen[std::size_t(AlignState::pending)] > 1000);
}

QTEST_GUILESS_MAIN(TestAlignOrder)
#include "tst_align_order.moc"
