// SPDX-License-Identifier: GPL-3.0-or-later
// Instants of real tables (tests/fixtures/hudi), JSON and Avro, mutated, and read to the end: an instant may be damaged
// or a mark unknown, but whatever is told is told within its bounds. TIDEMARK_FUZZ_SECONDS makes it run longer; run it
// under the address sanitizer.
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <array>

#include "collectors/tables/hudi/archive.h"
#include "collectors/tables/hudi/read_table.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using namespace tidemark::hudi;
using test::milliseconds_of;
using test::Mutator;

class FuzzHudiCommit final : public QObject {
  Q_OBJECT
 private slots:
  void timelines();
  void archived_logs();
  void small_texts();
};

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"\"deltastreamer.checkpoint.key\":\"orders,0:7\"", "\"operationType\":\"CLUSTER\"", "orders,0:9,1:3", "Obj\x01",
     "{\"type\":\"array\",\"items\":", "\xff\xff\xff\xff\xff\xff\xff\xff\x7f"});

std::vector<std::string> corpus(const QStringList& names) {
  std::vector<std::string> out;
  QDirIterator files(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/hudi"), names, QDir::Files | QDir::Hidden,
                     QDirIterator::Subdirectories);
  while (files.hasNext()) {
    QFile file(files.next());
    if (file.open(QIODevice::ReadOnly)) out.push_back(file.readAll().toStdString());
  }
  return out;
}

void check(const TableReading& reading, std::size_t commits) {
  QVERIFY(reading.branch.size() == commits);
  for (const auto& [partition, next] : reading.marks->durable)
    QVERIFY(partition.partition.value() >= 0 && (!next || *next >= 0));
  for (const TableVersion& version : reading.versions) {
    QVERIFY(version.commit.added_records.value_or(0) >= 0);
    for (const CommitRange& range : version.commit.ranges) QVERIFY(range.from >= 0 && range.from <= range.to);
  }
  // Nothing known is never without a reason.
  const auto known = [](const auto& mark) { return mark.second.known(); };
  if (commits > 0 && std::ranges::none_of(reading.marks->durable, known)) QVERIFY(!reading.marks->unknown_why.empty());
}
}  // namespace

void FuzzHudiCommit::timelines() {
  const std::vector<std::string> texts = corpus({QStringLiteral("*commit"), QStringLiteral("*.restore")});
  QVERIFY(texts.size() > 30);
  Mutator mutated(31, words);
  QElapsedTimer timer;
  std::size_t tried = 0, damaged = 0, marks = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(2); ++tried) {
    TimelineView view;
    view.archived = mutated.below(2) == 0;
    for (std::size_t i = 0, count = 1 + mutated.below(6); i < count; ++i) {
      Instant instant;
      instant.time = std::to_string(20'260'101'000'000'000 + i);
      instant.action = "commit";
      const std::string bytes = mutated(mutated.any_of(texts));
      QElapsedTimer one;
      one.start();
      view.commits.push_back(parse_commit(instant, bytes));
      QVERIFY2(one.elapsed() < 2000, "one instant took more than two seconds");
      damaged += view.commits.back().damage.empty() ? 0 : 1;
      if (const auto restored = parse_restore(bytes)) QVERIFY(restored->size() <= 10'000);
    }
    for (const auto& rules : {ReadRules{}, ReadRules{.topic = "orders"},
                              ReadRules{.topic = "t", .offsets = OffsetRule{"kafka.commit.{topic}", "list", "last"}}}) {
      const TableReading reading = read_table(TableName("t"), view, rules);
      check(reading, view.commits.size());
      marks += reading.marks->durable.size();
    }
  }
  qInfo("%zu timelines, %zu damaged instants, %zu marks", tried, damaged, marks);
  QVERIFY(tried > 100 && damaged > 0 && marks > 0);
}

void FuzzHudiCommit::archived_logs() {
  const std::vector<std::string> logs = corpus({QStringLiteral(".commits_.archive.*")});
  QVERIFY(logs.size() >= 2);
  Mutator mutated(33, words);
  QElapsedTimer timer;
  std::size_t read = 0, damaged = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(2);) {
    const auto commits = parse_archive_log(mutated(mutated.any_of(logs)), mutated.below(2) == 0);
    ++(commits ? read : damaged);
    if (!commits) continue;
    for (const Commit& commit : *commits) QVERIFY(is_instant(commit.instant.time));
  }
  qInfo("%zu logs, %zu damaged", read, damaged);
  QVERIFY(damaged > 0);
}

void FuzzHudiCommit::small_texts() {
  const std::vector<std::string> texts{
      "20260101000000123.commit", "20260101000000123_20260101000001456.replacecommit", "20260101000000.deltacommit",
      "#x\nhoodie.timeline.layout.version=2\nhoodie.timeline.path=timeline\nhoodie.table.timeline.timezone=UTC\n"};
  Mutator mutated(32, words);
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(2);) {
    const std::string text = mutated(mutated.any_of(texts));
    const Properties properties = parse_properties(text);
    QVERIFY(properties.folder.starts_with(".hoodie") && properties.archive.starts_with(".hoodie/"));
    QVERIFY(properties.archive.find("..") == std::string::npos || properties.archive.find("/../") == std::string::npos);
    for (const Instant& instant : sort_names({text, text}).writes) {
      QVERIFY(instant.time.size() <= 17);
      static_cast<void>(completed_at(instant, mutated.below(2) == 0, LakeTime(Millis(1'767'225'600'000))));
    }
  }
}

QTEST_GUILESS_MAIN(FuzzHudiCommit)
#include "tst_fuzz_hudi_commit.moc"
