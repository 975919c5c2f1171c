// SPDX-License-Identifier: GPL-3.0-or-later
// Stories go through a real timeline file: what comes out says the same as what went in.
#include <QTemporaryDir>
#include <QTest>
#include <sstream>

#include "models/analysis/connectors.h"
#include "models/analysis/events.h"
#include "models/analysis/freshness.h"
#include "models/analysis/groups.h"
#include "models/analysis/journey.h"
#include "models/analysis/sources.h"
#include "models/analysis/topics.h"
#include "tests/golden/import.h"
#include "tests/support/dump.h"
#include "tests/support/recorder.h"

using namespace tidemark;
using namespace tidemark::test;

class TestRoundTrip final : public QObject {
  Q_OBJECT
 private slots:
  void documents_are_the_same_data() { stories(); }
  void documents_are_the_same();
  void an_export_is_the_same_twice_data() { stories(); }
  void an_export_is_the_same_twice();
  void every_sample_comes_back_data() { stories(); }
  void every_sample_comes_back();
  void every_commit_comes_back_data() { stories(); }
  void every_commit_comes_back();

 private:
  static void stories();
};

namespace {
const FixedClock fixed_clock;
}

void TestRoundTrip::stories() {
  QTest::addColumn<QString>("name");
  const QStringList names = story_names();
  QVERIFY(names.size() >= 5);
  for (const QString& name : names) QTest::newRow(qPrintable(name)) << name;
}

void TestRoundTrip::documents_are_the_same() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  Recorder recorder;
  QVERIFY(story::play_story(story, recorder, fixed_clock));
  const auto told = recorder.snapshot();
  QTemporaryDir dir;
  const auto reader = imported(story, dir.filePath("t.tidemark").toStdString());
  for (const std::int64_t back : {std::int64_t{0}, story.polls / 3}) {
    const LocalTime at = told->to - back * story.step;
    const auto read = loaded(*reader, lag_request(at));
    const auto whole = loaded(*reader, everything(told->from, at));
    const auto same = [](Document a, Document b) {
      a.coverage = b.coverage = 1.0;  // of different windows
      return std::pair(dump(a), dump(b));
    };
    const auto compare = [](const std::pair<std::string, std::string>& texts) {
      QCOMPARE(QString::fromStdString(texts.first).split(u'\n'), QString::fromStdString(texts.second).split(u'\n'));
    };
    compare(same(lag_document(*read, at), lag_document(*told, at)));
    compare(same(groups_document(*read, at), groups_document(*told, at)));
    compare(same(freshness_document(*whole, at), freshness_document(*told, at)));
    compare(same(topics_document(*whole, at), topics_document(*told, at)));
    compare(same(events_document(*whole, told->from, at), events_document(*told, told->from, at)));
    compare(same(connectors_document(*whole, at), connectors_document(*told, at)));
    compare(same(sources_document(*whole, at), sources_document(*told, at)));
  }
}

void TestRoundTrip::every_commit_comes_back() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  Recorder recorder;
  QVERIFY(story::play_story(story, recorder, fixed_clock));
  const auto told = recorder.snapshot();
  QTemporaryDir dir;
  const auto reader = imported(story, dir.filePath("t.tidemark").toStdString());
  SnapshotRequest request = everything(told->from, told->to);
  QVERIFY(loaded(*reader, request)->commits.empty());  // not asked for
  request.min_commits = 1;
  const auto read = loaded(*reader, request);
  QCOMPARE(read->commits.size(), told->commits.size());
  QCOMPARE(read->commits.size(), story.commits.size());
  for (std::size_t i = 0; i < told->commits.size(); ++i) {
    QVERIFY(read->commits[i].commit == told->commits[i].commit);
    QCOMPARE(read->commits[i].seen_lo, told->commits[i].seen_lo);
    QCOMPARE(read->commits[i].seen_hi, told->commits[i].seen_hi);
  }
  if (told->commits.size() < 2) return;
  request.from = request.to = told->to;  // of each table the newest two, however old
  request.min_commits = 2;
  std::map<TableName, std::size_t> by_table;
  const auto newest = loaded(*reader, request);
  for (const SeenCommit& seen : newest->commits) ++by_table[seen.commit.table];
  for (const auto& [table, count] : by_table) QVERIFY(count >= 1 && count <= 2);
}

void TestRoundTrip::an_export_is_the_same_twice() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  QTemporaryDir dir;
  std::string texts[2];
  for (int i = 0; i < 2; ++i) {
    const auto reader = imported(story, dir.filePath(QString::number(i)).toStdString());
    std::ostringstream out;
    QVERIFY(reader->export_ndjson(out, story.start, story.time(story.polls)));
    texts[i] = out.str();
    const auto faults = reader->check();
    QVERIFY(faults);
    QVERIFY2(faults->empty(), faults->empty() ? "" : faults->front().what.c_str());
  }
  QVERIFY(texts[0].size() > 1000);
  QCOMPARE(texts[0], texts[1]);
}

void TestRoundTrip::every_sample_comes_back() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  Recorder recorder;
  QVERIFY(story::play_story(story, recorder, fixed_clock));
  const auto told = recorder.snapshot();
  QTemporaryDir dir;
  const auto reader = imported(story, dir.filePath("t.tidemark").toStdString());
  const auto read = loaded(*reader, everything(told->from, told->to));
  QCOMPARE(read->lanes.size(), told->lanes.size());
  QCOMPARE(read->columns.size(), told->columns.size());
  for (const Column& expected : told->columns) {
    const Column* actual = nullptr;
    for (const Column& column : read->columns)
      if (column.spec == expected.spec && read->cluster_of(column) == told->cluster_of(expected)) actual = &column;
    QVERIFY(actual);
    QCOMPARE(actual->values.size(), expected.values.size());
    for (std::size_t i = 0; i < expected.values.size(); ++i) {
      QCOMPARE(read->polls_of(*actual)[i].wall, told->polls_of(expected)[i].wall);
      if (expected.reasons[i] == Reason::none) QCOMPARE(actual->values[i], expected.values[i]);
      // What is gone stays said to be gone.
      const bool stays = actual->reasons[i] == Reason::deleted && expected.reasons[i] == Reason::never_polled;
      QVERIFY(actual->reasons[i] == expected.reasons[i] || stays);
    }
  }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_round_trip.moc"
