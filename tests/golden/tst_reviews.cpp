// SPDX-License-Identifier: GPL-3.0-or-later
// What two golden stories are measured to be in a review, and the card that follows, byte for byte. After a change that
// is meant: TIDEMARK_GOLDEN=write, then read the difference.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/session/card_file.h"
#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/review_measure.h"
#include "models/analysis/review/document.h"
#include "tests/golden/documents.h"
#include "tests/golden/import.h"

using namespace tidemark;
using namespace tidemark::test;

class TestGoldenReviews final : public QObject {
  Q_OBJECT
 private slots:
  void as_they_were_data();
  void as_they_were();
};

namespace {
std::string documents(TimelineReader& reader, const std::string& file, LocalTime from, LocalTime at) {
  const auto card = read_card("readiness");
  const auto profile = judged_profile(*loaded(reader, everything(from, at)), at);
  if (!card || !profile) qFatal("no card or no profile");
  auto measured = measure_review({reader, file, at, {}, *profile, nullptr, "tidemark", "measure again"}, *card);
  if (!measured) qFatal("%s", measured.error().line().c_str());
  for (ReviewEvidence& one : *measured) {
    one.at = at;
    one.hash = one.row;
  }
  Card golden = *card;
  golden.sha256 = "…";
  const ReviewBasis basis{*measured, {}, {}};
  const Review review = reviewed(golden, {}, basis, at);
  return json_of(evidence_document(*measured, at)) +
         json_of(review_document(review, ReviewLens::score, seen_conditions(golden, {}, basis, at), finding_text));
}
}  // namespace

void TestGoldenReviews::as_they_were_data() {
  QTest::addColumn<QString>("name");
  for (const char* name : {"lake-repaired.json", "not-landed.json"}) QTest::newRow(name) << QString::fromLatin1(name);
}

void TestGoldenReviews::as_they_were() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  QTemporaryDir dir;
  const std::string timeline = dir.filePath("t.tidemark").toStdString();
  const auto reader = imported(story, timeline);
  const std::string actual = documents(*reader, timeline, story.start, story.time(story.polls - 1));
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/reviews/") + name);
  if (qEnvironmentVariable("TIDEMARK_GOLDEN") == QLatin1String("write")) {
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(actual.data(), qint64(actual.size()));
    QFAIL("written: read the difference");
  }
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromStdString(actual).split(u'\n'), QString::fromUtf8(file.readAll()).split(u'\n'));
}

QTEST_GUILESS_MAIN(TestGoldenReviews)
#include "tst_reviews.moc"
