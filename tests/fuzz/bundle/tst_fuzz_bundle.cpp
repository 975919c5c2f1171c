// SPDX-License-Identifier: GPL-3.0-or-later
// A real bundle, its bytes or its schema mutated: it is refused, or it is read within bounds and time; and where verify
// finds nothing, everything in it is as it was. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address
// sanitizer.
#include <SQLiteCpp/SQLiteCpp.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <random>

#include "tests/fuzz/support/mutate.h"
#include "tests/unit/timeline/bundle/bundle_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class FuzzBundle final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void bytes();
  void schemas();

 private:
  void put(const QByteArray& bytes) const;
  static std::string text(TimelineReader& reader);
  // What everybody does with a bundle. Empty: it was refused.
  std::string use() const;
  std::string path() const { return scratch_.path("fuzz.bundle"); }
  Scratch scratch_;
  QByteArray whole_;
  std::string text_, sha256_;
};

void FuzzBundle::initTestCase() {
  write_history(scratch_);
  sha256_ = make(scratch_, window_wish()).facts.sha256;
  QFile file(QString::fromStdString(scratch_.path("b.bundle")));
  QVERIFY(file.open(QFile::ReadOnly));
  whole_ = file.readAll();
  put(whole_);
  text_ = use();
  QVERIFY(!text_.empty());
}

void FuzzBundle::put(const QByteArray& bytes) const {
  QFile file(QString::fromStdString(path()));
  if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

std::string FuzzBundle::text(TimelineReader& reader) {
  std::ostringstream out;
  return reader.export_ndjson(out, local_time(0), local_time(t0 * 2)) ? out.str() : std::string("damaged");
}

std::string FuzzBundle::use() const {
  static_cast<void>(inspect_bundle(path()));
  static_cast<void>(bundle_entries(path()));
  const auto reader = TimelineReader::open(path());
  if (!reader) return {};
  static_cast<void>((*reader)->info());
  static_cast<void>((*reader)->check());
  SnapshotRequest request = everything();
  request.min_commits = 10;
  static_cast<void>((*reader)->load(request));
  return text(**reader);
}

void FuzzBundle::bytes() {
  std::mt19937_64 random(12);
  QElapsedTimer timer;
  std::size_t refused = 0, told = 0, tried = 0;
  // However slow a build with sanitizers is, both are met.
  for (timer.start(); timer.elapsed() < milliseconds_of(2) || tried < 60; ++tried) {
    QByteArray bytes = whole_;
    for (std::uint64_t times = 1 + random() % 3; times > 0; --times) {
      // Half of them where SQLite keeps what it believes: the header and the beginnings of pages.
      const auto pages = static_cast<std::uint64_t>(bytes.size()) / 4096;
      const std::uint64_t at = random() % 2 == 0 ? random() % pages * 4096 + random() % 100
                                                 : random() % static_cast<std::uint64_t>(bytes.size());
      bytes[static_cast<qsizetype>(at)] = static_cast<char>(random());
    }
    if (random() % 16 == 0) bytes.resize(static_cast<qsizetype>(random() % static_cast<std::uint64_t>(bytes.size())));
    put(bytes);
    const std::string is = use();
    const auto verified = verify_bundle(path());
    if (is.empty()) ++refused;
    if (!verified) continue;
    const bool differs = std::ranges::any_of(verified->tables, [](const auto& table) { return !table.what.empty(); });
    if (differs || verified->sha256 != sha256_)
      ++told;
    else
      QVERIFY(is == text_);
  }
  QVERIFY(refused > 0 && told > 0);
}

void FuzzBundle::schemas() {
  Mutator mutate(13,
                 std::array{"GENERATED ALWAYS AS", "CHECK(", "load_extension", "WITHOUT ROWID", "VIRTUAL", "--", "'"});
  std::mt19937_64 random(14);
  QElapsedTimer timer;
  std::size_t refused = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(2);) {
    put(whole_);
    std::string was, is;
    try {
      SQLite::Database db(path(), SQLite::OPEN_READWRITE);
      db.exec("PRAGMA writable_schema = ON");
      SQLite::Statement row(db, "SELECT rowid, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY random() LIMIT 1");
      if (!row.executeStep()) continue;
      const std::int64_t id = row.getColumn(0).getInt64();
      was = row.getColumn(1).getString();
      row.reset();
      is = mutate(was);
      SQLite::Statement set(db, random() % 4 == 0 ? "UPDATE sqlite_schema SET name = ? WHERE rowid = ?"
                                                  : "UPDATE sqlite_schema SET sql = ? WHERE rowid = ?");
      set.bind(1, is);
      set.bind(2, id);
      set.exec();
    } catch (const SQLite::Exception&) {
      continue;
    }
    if (is == was) continue;
    const auto reader = TimelineReader::open(path());
    QVERIFY2(!reader, is.c_str());
    QVERIFY(!verify_bundle(path()) && !inspect_bundle(path()));
    ++refused;
  }
  QVERIFY(refused > 5);
}

QTEST_GUILESS_MAIN(FuzzBundle)
#include "tst_fuzz_bundle.moc"
