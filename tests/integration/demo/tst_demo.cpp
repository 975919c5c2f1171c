// SPDX-License-Identifier: GPL-3.0-or-later
// The demo as a person gets it, watched through the timeline file: history and present join, a burst drains, a consumer
// stalls, a table falls short by 10,000 records that no lag shows and has them after the repair, and nothing is ever
// negative.
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <set>

#include "app/demo/demo.h"
#include "models/analysis/alignment.h"
#include "models/analysis/connectors.h"
#include "models/analysis/lag.h"
#include "models/analysis/ledger.h"
#include "models/timeline/reader.h"

using namespace tidemark;

namespace {
// What the usual tools and what the table say of the sink.
struct SinkSeen {
  std::int64_t lag = 0;
  std::string connector;
  std::int64_t not_landed = 0;
  std::set<AlignState> states;
};
}  // namespace

class TestDemo final : public QObject {
  Q_OBJECT
 private slots:
  void history_joins_the_present_and_the_scenes_show();

 private:
  static void the_sink(const std::string& path, const SinkSeen& lie);
};

namespace {
const SystemClock system_clock;
const ClusterName demo_cluster("demo");
constexpr Millis all_scenes{106'000};

std::shared_ptr<const Snapshot> load(const std::string& path, LocalTime from, LocalTime to) {
  auto reader = TimelineReader::open(path);
  if (!reader) qFatal("%s", reader.error().line().c_str());
  auto snapshot = (*reader)->load({.from = from, .to = to, .min_polls = 12, .ages_from_history = true});
  if (!snapshot) qFatal("%s", snapshot.error().line().c_str());
  return *snapshot;
}

// Unread records of a group, or nothing while any partition is unknown.
std::optional<std::int64_t> unread(const std::vector<LagRow>& rows, const std::string& group) {
  std::int64_t sum = 0;
  for (const LagRow& row : rows) {
    if (row.group.value() != group) continue;
    if (!row.unread_records.known()) return std::nullopt;
    sum += *row.unread_records;
  }
  return sum;
}

const std::string sink = "connect-payments-lake";

SinkSeen look_at_sink(const std::string& path) {
  SinkSeen seen;
  const LocalTime now = system_clock.now();
  for (const LagRow& row : lag_rows(*load(path, now - Millis(30'000), now), now))
    if (row.group.value() == sink) seen.lag += row.lag.value_or(-1'000'000);
  auto reader = TimelineReader::open(path);
  if (!reader) qFatal("%s", reader.error().line().c_str());
  const auto tables = (*reader)->load(align_request(now));
  if (!tables) qFatal("%s", tables.error().line().c_str());
  for (const AlignRow& row : align_rows(**tables, now)) {
    seen.not_landed += row.commit_gap.value_or(-1'000'000);
    seen.states.insert(row.state);
  }
  const auto connect = (*reader)->load(connectors_request(now));
  if (!connect) qFatal("%s", connect.error().line().c_str());
  for (const ConnectorRow& row : connectors_rows(**connect, now)) seen.connector = row.state.value_or("unknown");
  return seen;
}

// Every known value of a mark in the order of its polls, over all lanes.
std::vector<std::pair<LocalTime, std::int64_t>> values(const Snapshot& snapshot, const SeriesKey& key) {
  std::vector<std::pair<LocalTime, std::int64_t>> all;
  for (const std::size_t i : snapshot.find(key)) {
    const Column& column = snapshot.columns[i];
    for (std::size_t p = 0; p < column.values.size(); ++p)
      if (column.at(p).known()) all.emplace_back(snapshot.polls_of(column)[p].wall, column.values[p]);
  }
  std::ranges::sort(all);
  return all;
}
}  // namespace

void TestDemo::history_joins_the_present_and_the_scenes_show() {
  const QTemporaryDir dir;
  const std::string path = dir.filePath(QStringLiteral("demo.tidemark")).toStdString();
  const LocalTime begin = system_clock.now();
  QElapsedTimer timer;
  timer.start();
  std::vector<std::string> said;
  SinkSeen lie;
  const auto say = [&](std::string_view text) {
    said.emplace_back(text);
    if (text.starts_with("The lag of " + sink)) lie = look_at_sink(path);
  };
  std::vector<std::string> asked;
  const auto ask = [&](const demo::Words& question) { asked.push_back(question.front()); };
  auto demo = demo::Demo::start({.timeline = path, .say = say, .ask = ask}, all_scenes, system_clock);
  QVERIFY2(demo, demo ? "" : demo.error().line().c_str());
  qInfo("history and pipeline after %lld ms", timer.elapsed());

  std::int64_t peak = 0;
  std::jthread watch([&](std::stop_token stop) {
    while (system_clock.wait(stop, Millis(1'000))) {
      const LocalTime now = system_clock.now();
      const auto rows = lag_rows(*load(path, now - Millis(30'000), now), now);
      peak = std::max(peak, unread(rows, "search-index").value_or(0));
    }
  });
  QVERIFY((*demo)->play());
  watch = {};
  QCOMPARE(said.size(), (*demo)->scenes().size());
  QCOMPARE(asked, (std::vector<std::string>{"groups", "lag", "topics"}));

  const LocalTime now = system_clock.now();
  const auto snapshot = load(path, begin - Millis(60'000), now);
  const auto rows = lag_rows(*snapshot, now);
  const auto billing = unread(rows, "billing");
  const auto index = unread(rows, "search-index");
  QVERIFY(billing && index);
  qInfo("peak of search-index %lld, now %lld; billing %lld", static_cast<long long>(peak),
        static_cast<long long>(*index), static_cast<long long>(*billing));
  QVERIFY2(peak > 200, "the burst is to be seen");
  QVERIFY2(*index < peak / 4, "it drains by itself");
  QVERIFY2(*billing > 300, "a stalled reader's unread records grow");
  for (const LagRow& row : rows) {
    QVERIFY(!row.lag.known() || *row.lag >= 0);
    if (row.group.value() != "billing") continue;
    // "stop" and "stall" differ by a live member, and the built-in cluster tells of none.
    QVERIFY(!row.verdict.known());
    QVERIFY2(row.age.known(), word(row.age.reason()).data());
    QVERIFY(*row.age > Millis(60'000) && *row.age < Millis(110'000));
  }
  the_sink(path, lie);
  for (int partition = 0; partition < 4; ++partition) {
    const Object object = object::partition({TopicName("orders"), PartitionId(partition)});
    const auto high = values(*snapshot, {demo_cluster, signal::high, object});
    QVERIFY(high.size() > 20);
    for (std::size_t i = 1; i < high.size(); ++i) QVERIFY(high[i].second >= high[i - 1].second);
    // No jump where history ends: a poll adds seconds of traffic, not a day.
    for (std::size_t i = 1; i < high.size(); ++i) QVERIFY(high[i].second - high[i - 1].second < 1'000);
  }
}

void TestDemo::the_sink(const std::string& path, const SinkSeen& lie) {
  QCOMPARE(lie.lag, 0);
  QCOMPARE(lie.connector, std::string("RUNNING"));
  QCOMPARE(lie.not_landed, 10'000);
  QCOMPARE(lie.states, std::set{AlignState::stalled});
  const SinkSeen repaired = look_at_sink(path);
  QVERIFY2(repaired.not_landed >= 0 && repaired.not_landed < 200, qPrintable(QString::number(repaired.not_landed)));
  QVERIFY(!repaired.states.contains(AlignState::stalled));

  auto reader = TimelineReader::open(path);
  QVERIFY(reader);
  const LocalTime now = system_clock.now();
  const LocalTime begin = now - std::chrono::hours(25);
  const auto snapshot = (*reader)->load(ledger_request(begin, now));
  QVERIFY(snapshot);
  const auto ledger = ledger_rows(**snapshot, begin, now);
  QVERIFY(ledger.size() > 60);  // those of the history and those of the demo
  std::int64_t largest = 0;
  for (const LedgerRow& row : ledger) {
    QCOMPARE(row.relation, &row == &ledger.front() ? Relation::first : Relation::contiguous);
    largest = std::max(largest, row.commit.added_records.value_or(0));
  }
  QVERIFY2(largest >= 10'000, "one commit brings what was missing");
}

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
