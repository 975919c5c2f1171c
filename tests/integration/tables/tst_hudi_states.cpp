// SPDX-License-Identifier: GPL-3.0-or-later
// What a Hudi table that a real writer has written (tests/fixtures/hudi) is said to be, beside a group and a log that
// are told: the same marks and commits as the catalog reads them, judged as everywhere.
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include "collectors/tables/formats.h"
#include "models/analysis/alignment.h"
#include "tests/integration/tables/tables.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;
using testing::PlainSecrets;

class TestHudiStates final : public QObject {
  Q_OBJECT
 private slots:
  void a_state_of_each_kind_data();
  void a_state_of_each_kind();

 private:
  TableReading read(const QString& fixture) const;
  std::shared_ptr<const Snapshot> beside(const TableReading& reading, int committed, int high) const;
  const PlainSecrets secrets_;
  const SystemClock clock_;
};

TableReading TestHudiStates::read(const QString& fixture) const {
  const QTemporaryDir folder;
  const QDir from(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/hudi/") + fixture);
  QDirIterator files(from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    const QString file = files.next();
    const QString to = folder.filePath(QStringLiteral("orders/") + from.relativeFilePath(file));
    if (!QDir().mkpath(QFileInfo(to).path()) || !QFile::copy(file, to)) qFatal("cannot copy");
  }
  CatalogProfile profile;
  profile.name = "lake";
  profile.type = "hudi";
  profile.path = folder.path().toStdString();
  const auto catalog = open_catalog(profile, secrets_, clock_);
  if (!catalog) qFatal("%s", catalog.error().line().c_str());
  TableLoad load = (*catalog)->load(TableName("orders"), {}, {}, {});
  if (load.what != TableLoad::What::loaded) qFatal("%s", load.error.line().c_str());
  return std::move(load.reading);
}

// Partition 0, in a story of 30 polls: the table is as it is, its commits came one after the other. The first one is
// older than the story: from where it began is not told, so it could hold whatever is missing.
std::shared_ptr<const Snapshot> TestHudiStates::beside(const TableReading& reading, int committed, int high) const {
  const auto durable = reading.marks->durable.find({TopicName("orders"), PartitionId(0)});
  const bool known = durable != reading.marks->durable.end() && durable->second;
  std::string commits;
  int poll = 2;
  for (auto version = reading.versions.rbegin() + 1; version != reading.versions.rend(); ++version, ++poll) {
    std::string ranges;
    for (const CommitRange& range : version->commit.ranges)
      if (range.partition.partition == PartitionId(0))
        ranges = R"(["orders", 0, )" + std::to_string(range.from) + ", " + std::to_string(range.to) + "]";
    commits += (commits.empty() ? "" : ", ") + std::string(R"({"table": "l.t", "poll": )") + std::to_string(poll) +
               R"(, "snapshot_id": )" + version->commit.snapshot_id + R"(, "operation": ")" +
               version->commit.operation + R"(", "ranges": [)" + ranges + "]}";
  }
  const std::string at = known ? "\"start\": " + std::to_string(*durable->second) : "\"values\": [10, 10]";
  return told(30, "\"series\": [" + mark("high", "orders", 0, "\"start\": " + std::to_string(high)) + ", " +
                      mark("stable", "orders", 0, "\"start\": " + std::to_string(high)) + ", " +
                      group("g", "orders", 0, "\"start\": " + std::to_string(committed)) + ", " +
                      mark("table", "orders", 0, R"("table": "l.t", )" + at) +
                      R"(], "tables": [{"table": "l.t", "format": "hudi", "writer": "hudi-streamer")" +
                      R"(, "adapter": ")" + reading.marks->adapter +
                      R"(", "group": "g", "interval_ms": 10000, "timeout_ms": 10000}], "commits": [)" + commits + "]");
}

void TestHudiStates::a_state_of_each_kind_data() {
  QTest::addColumn<QString>("fixture");
  QTest::addColumn<int>("committed");
  QTest::addColumn<int>("high");
  QTest::addColumn<QString>("state");
  for (const char* v : {"-v6", "-v8"}) {
    const auto row = [&](const char* name, const char* fixture, int committed, int high, const char* state) {
      QTest::addRow("%s%s", name, v) << QString::fromLatin1(fixture) + QString::fromLatin1(v) << committed << high
                                     << QString::fromLatin1(state);
    };
    row("aligned, and nothing new", "compacted", 30, 30, "IDLE");
    row("behind", "compacted", 90, 90, "STALLED");
    row("ahead", "compacted", 10, 30, "TABLE_AHEAD");
    row("hole", "reset", 500, 500, "GAP");
    row("reset", "compacted", 5, 5, "RESET");
    row("expired", "expired", 10, 30, "UNKNOWN");
    row("empty checkpoint", "empty", 10, 30, "UNKNOWN");
  }
}

void TestHudiStates::a_state_of_each_kind() {
  QFETCH(QString, fixture);
  QFETCH(int, committed);
  QFETCH(int, high);
  QFETCH(QString, state);
  const auto story = beside(read(fixture), committed, high);
  const auto rows = align_rows(*story, story->to);
  QCOMPARE(rows.size(), 1u);
  QCOMPARE(QString::fromStdString(std::string(word(rows[0].state))), state);
  // The writer begins again from what the table holds, whatever the group says.
  if (state == QLatin1String("TABLE_AHEAD")) QCOMPARE(rows[0].severity, Severity::note);
  if (state == QLatin1String("GAP")) QCOMPARE(rows[0].concerned, std::int64_t{150});
  if (state == QLatin1String("UNKNOWN")) QVERIFY(!rows[0].durable);
}

QTEST_GUILESS_MAIN(TestHudiStates)
#include "tst_hudi_states.moc"
