// SPDX-License-Identifier: GPL-3.0-or-later
// Snapshots of real tables (tests/fixtures/paimon), mutated, and read to the end: a snapshot may be damaged or a mark
// unknown, but whatever is told is told within its bounds. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the
// address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <array>

#include "collectors/tables/paimon/read_table.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using namespace tidemark::paimon;
using test::milliseconds_of;
using test::Mutator;

class FuzzPaimonSnapshot final : public QObject {
  Q_OBJECT
 private slots:
  void tables();
};

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"\"properties\":{\"app.offsets\":\"{}\"}", "\"commitKind\":\"COMPACT\"", "\"id\":1,", "\"commitIdentifier\":"});

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/paimon"), {QStringLiteral("snapshot-*")},
                     QDir::Files, QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly)) out.push_back(file.readAll().toStdString());
  }
  return out;
}
}  // namespace

void FuzzPaimonSnapshot::tables() {
  const std::vector<std::string> texts = corpus();
  QVERIFY(texts.size() > 10);
  Mutator mutated(41, words);
  QElapsedTimer timer;
  std::size_t tried = 0, damaged = 0, marks = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(1); ++tried) {
    SnapshotView view;
    const auto first = static_cast<std::int64_t>(1 + mutated.below(3));
    for (std::size_t i = 0, count = 1 + mutated.below(4); i < count; ++i) {
      view.snapshots.push_back(parse_snapshot(first + static_cast<std::int64_t>(i), mutated(mutated.any_of(texts))));
      damaged += view.snapshots.back().damage.empty() ? 0 : 1;
    }
    view.made_at = parse_schema(mutated(R"({"version":3,"id":0,"fields":[],"timeMillis":1700000000000})")).at;
    for (const auto& rules :
         {ReadRules{}, ReadRules{.topic = "t", .offsets = OffsetRule{"app.offsets", "json", "last"}}}) {
      const TableReading reading = read_table(TableName("t"), view, rules);
      QVERIFY(reading.branch.size() == view.snapshots.size());
      marks += reading.marks->durable.size();
      for (const auto& [partition, next] : reading.marks->durable)
        QVERIFY(partition.partition.value() >= 0 && (!next || *next >= 0));
      for (const TableVersion& version : reading.versions) {
        QVERIFY(version.commit.added_records.value_or(0) >= 0);
        for (const CommitRange& range : version.commit.ranges) QVERIFY(range.from >= 0 && range.from <= range.to);
      }
      const auto known = [](const auto& mark) { return mark.second.known(); };
      if (std::ranges::none_of(reading.marks->durable, known)) QVERIFY(!reading.marks->unknown_why.empty());
    }
    static_cast<void>(snapshot_ids({mutated("snapshot-12")}));
  }
  QVERIFY(tried > 100 && damaged > 0 && marks > 0);
}

QTEST_GUILESS_MAIN(FuzzPaimonSnapshot)
#include "tst_fuzz_paimon_snapshot.moc"
