// SPDX-License-Identifier: GPL-3.0-or-later
// The documents of every golden story, read from a real timeline and written as JSON, byte for byte. After a change
// that is meant: TIDEMARK_GOLDEN=write, then read the difference.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "app/session/load_hops.h"
#include "models/analysis/alignment.h"
#include "models/analysis/connectors.h"
#include "models/analysis/events.h"
#include "models/analysis/freshness.h"
#include "models/analysis/groups.h"
#include "models/analysis/journey.h"
#include "models/analysis/ledger.h"
#include "models/analysis/sources.h"
#include "models/analysis/topics.h"
#include "tests/golden/documents.h"
#include "tests/golden/import.h"

using namespace tidemark;
using namespace tidemark::test;

class TestDocuments final : public QObject {
  Q_OBJECT
 private slots:
  void as_they_were_data();
  void as_they_were();
};

namespace {
// The record in the middle of the first partition that has one.
Document journey_of(const Snapshot& snapshot, LocalTime at) {
  for (const Column& column : snapshot.columns) {
    const auto tp = object::as_partition(column.spec.object);
    if (!tp || column.spec.signal != signal::high || column.reasons.back() != Reason::none) continue;
    const JourneyRequest request{snapshot.cluster_of(column), *tp, {}, {}};
    return journey_document(snapshot, at, request, Offset((column.values.front() + column.values.back()) / 2 - 1));
  }
  qFatal("no high mark");
}

// Of stories that have paths with more than one hop.
std::string hops_of(TimelineReader& reader, const Profile& profile, LocalTime at) {
  if (hop_ends(profile).empty()) return {};
  const auto hops = load_hops(reader, profile, {}, at);
  if (!hops) qFatal("%s", hops.error().line().c_str());
  return json_of(hop_document(*hops->now, at, hops->paths));
}

std::string documents(TimelineReader& reader, LocalTime from, LocalTime at) {
  const auto now = loaded(reader, lag_request(at));
  SnapshotRequest all = everything(from, at);
  all.min_commits = 50;
  const auto whole = loaded(reader, all);
  const auto profile = judged_profile(*whole, at);
  if (!profile) qFatal("%s", profile.error().line().c_str());
  const auto hops = load_promised_hops(reader, *profile, at);
  if (!hops) qFatal("%s", hops.error().line().c_str());
  return json_of(lag_document(*now, at)) + json_of(groups_document(*now, at)) + json_of(topics_document(*whole, at)) +
         json_of(freshness_document(*whole, at, *profile, {}, FreshnessBy::path, nullptr, *hops)) +
         json_of(events_document(*whole, from, at)) + json_of(sources_document(*whole, at)) +
         json_of(journey_of(*whole, at)) + json_of(connectors_document(*whole, at)) +
         json_of(align_document(*whole, at, {}, *profile)) + json_of(ledger_document(*whole, from, at)) +
         json_of(diagnosis_document(*whole, at, rule_texts(), {}, *profile)) + hops_of(reader, *profile, at);
}
}  // namespace

void TestDocuments::as_they_were_data() {
  QTest::addColumn<QString>("name");
  for (const QString& name : story_names()) QTest::newRow(qPrintable(name)) << name;
}

void TestDocuments::as_they_were() {
  QFETCH(QString, name);
  const story::Story story = story_of(name);
  QTemporaryDir dir;
  const auto reader = imported(story, dir.filePath("t.tidemark").toStdString());
  const std::string actual = documents(*reader, story.start, story.time(story.polls - 1));
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/documents/") + name);
  if (qEnvironmentVariable("TIDEMARK_GOLDEN") == QLatin1String("write")) {
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(actual.data(), qint64(actual.size()));
    QFAIL("written: read the difference");
  }
  QVERIFY(file.open(QIODevice::ReadOnly));
  QCOMPARE(QString::fromStdString(actual).split(u'\n'), QString::fromUtf8(file.readAll()).split(u'\n'));
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
