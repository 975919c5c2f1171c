// SPDX-License-Identifier: GPL-3.0-or-later
// Findings of a view, over a real timeline and its logbook: judged once, snoozed ones not counted, unknown where there
// is nothing to judge.
#include <QFile>
#include <QTest>

#include "app/session/kept_findings.h"
#include "app/session/people.h"
#include "models/domain/clock.h"
#include "tests/unit/timeline/lane_fixture.h"
#include "tests/views/timelines.h"

using namespace tidemark;
using namespace tidemark::test;

class TestKeptFindings final : public QObject {
  Q_OBJECT
 private slots:
  void every_screen_of_a_generation_shares_one_diagnosis();
  void another_generation_is_judged_anew();
  void until_all_is_judged_the_last_is_offered();
  void what_is_snoozed_is_not_counted();
  void a_damaged_logbook_hides_no_finding();
  void paths_are_judged_against_their_classes_as_they_come_in();
  void nothing_polled_is_unknown();

 private:
  static void play(const Scratch& scratch) {
    play_into(text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/not-landed.json")),
              scratch.path());
  }
  static ViewData load(TimelineReader& reader, KeptFindings& kept, const ViewRequest& request = {}) {
    auto data = load_page(reader, request);
    if (!data) qFatal("%s", data.error().line().c_str());
    if (const auto loaded = kept.load(reader, *data); !loaded) qFatal("%s", loaded.error().line().c_str());
    kept.let_go();
    return std::move(*data);
  }
  static int awake(const Findings& findings) {
    return findings.counts.errors + findings.counts.warnings + findings.counts.notes;
  }
};

void TestKeptFindings::every_screen_of_a_generation_shares_one_diagnosis() {
  const Scratch scratch;
  play(scratch);
  const auto reader = scratch.reader();
  KeptFindings kept;
  ViewRequest request;
  const ViewData first = load(*reader, kept, request);
  QVERIFY(first.findings && !first.findings->rows.empty() && !first.findings_error);
  QVERIFY(first.findings->rows.front().parent.row.leading);
  QVERIFY(first.findings->coverage);
  for (const Screen& screen : {Screen::home, Screen::lag, Screen::tide, Screen::align, Screen::incident}) {
    request.screen = screen;
    QCOMPARE(load(*reader, kept, request).findings, first.findings);
  }
  QCOMPARE(kept.judged(), 1);
  request.to = first.at - std::chrono::minutes(20);
  const ViewData past = load(*reader, kept, request);
  QCOMPARE(kept.judged(), 2);
  QCOMPARE(past.findings->at, *request.to);
}

void TestKeptFindings::another_generation_is_judged_anew() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  write_series(*writer, lane, mark(signal::high, "orders", 0), {100, 200, 300});
  QVERIFY(writer->flush());
  const auto reader = scratch.reader();
  KeptFindings kept;
  const ViewData first = load(*reader, kept);
  QVERIFY(first.findings && first.findings->rows.empty());
  QVERIFY(!first.findings->cannot_run.empty());  // a high mark is all there is
  load(*reader, kept);
  QCOMPARE(kept.judged(), 1);
  write_series(*writer, lane, mark(signal::high, "orders", 0), {400}, 3);
  QVERIFY(writer->flush());
  const ViewData second = load(*reader, kept);
  QCOMPARE(kept.judged(), 2);
  QVERIFY(second.findings != first.findings);
  QVERIFY(second.findings->at > first.findings->at);
}

void TestKeptFindings::until_all_is_judged_the_last_is_offered() {
  const Scratch scratch;
  play(scratch);
  const auto reader = scratch.reader();
  KeptFindings kept;
  auto page = load_page(*reader, {});
  QVERIFY(page && !page->findings);
  QVERIFY(kept.takes(*reader, *page).value() < Millis(100));  // of so few series
  kept.offer(*page);
  QVERIFY(!page->findings);
  const ViewData now = load(*reader, kept);
  QVERIFY(kept.takes(*reader, now).value() < Millis{});
  ViewRequest request;
  request.to = now.at - std::chrono::minutes(20);
  page = load_page(*reader, request);
  kept.offer(*page);
  QCOMPARE(page->findings, now.findings);
  QVERIFY(kept.takes(*reader, *page).value() >= Millis{});
  QVERIFY(page->findings->at != page->at);  // which a view can tell
}

void TestKeptFindings::what_is_snoozed_is_not_counted() {
  const Scratch scratch;
  play(scratch);
  const auto reader = scratch.reader();
  KeptFindings kept;
  const ViewData before = load(*reader, kept);
  const std::string id = before.findings->rows.front().parent.row.id;
  const LocalTime until = SystemClock().now() + std::chrono::hours(1);
  Snoozed said{id, until, "ann", "known\x1b[31m"};
  QVERIFY(write_snooze(scratch.path(), said));
  const ViewData asleep = load(*reader, kept);
  QCOMPARE(kept.judged(), 1);
  QCOMPARE(asleep.findings->counts.snoozed, 1);
  QCOMPARE(awake(*asleep.findings), awake(*before.findings) - 1);
  QCOMPARE(asleep.findings->rows.size(), before.findings->rows.size());
  const DiagnosisRow& last = asleep.findings->rows.back().parent.row;
  QCOMPARE(last.id, id);
  QVERIFY(!last.leading && last.snoozed);
  QCOMPARE(last.snoozed->until, until);
  QCOMPARE(last.snoozed->author, std::string("ann"));
  QVERIFY(last.snoozed->reason.find('\x1b') == std::string::npos);
  // Nobody had snoozed it then.
  ViewRequest past;
  past.to = before.at;
  QCOMPARE(load(*reader, kept, past).findings->counts.snoozed, 0);
  said.until = SystemClock().now();
  QVERIFY(write_snooze(scratch.path(), said));
  const ViewData awake_again = load(*reader, kept);
  QCOMPARE(awake_again.findings->counts.snoozed, 0);
  QVERIFY(awake_again.findings->rows.front().parent.row.leading);
}

void TestKeptFindings::a_damaged_logbook_hides_no_finding() {
  const Scratch scratch;
  play(scratch);
  QFile logbook(QString::fromStdString(scratch.path("t.logbook")));
  QVERIFY(logbook.open(QIODevice::WriteOnly));
  logbook.write(QByteArray(10'000, 'x'));
  logbook.close();
  const auto reader = scratch.reader();
  KeptFindings kept;
  const ViewData data = load(*reader, kept);
  QVERIFY(data.findings && awake(*data.findings) > 0);
  QVERIFY(data.findings_error);
  QCOMPARE(data.findings_error->code, ErrorCode::damaged);
  Snoozed said{"R13", SystemClock().now(), {}, {}};
  QVERIFY(!write_snooze(scratch.path(), said));
  QVERIFY(!write_snooze(scratch.path("nowhere.tidemark"), said));
}

void TestKeptFindings::paths_are_judged_against_their_classes_as_they_come_in() {
  const Scratch scratch;
  play(scratch);
  const auto reader = scratch.reader();
  const auto late = [](const ViewData& data) {
    return std::ranges::count_if(data.judgement->troubles,
                                 [](const AlarmCase& one) { return one.id.starts_with("F01-"); });
  };
  KeptFindings kept;
  const ViewData now = load(*reader, kept);
  QCOMPARE(late(now), 1);
  ViewRequest past;
  past.to = now.at - std::chrono::minutes(1);  // nobody is told of what was
  QCOMPARE(late(load(*reader, kept, past)), 0);
}

void TestKeptFindings::nothing_polled_is_unknown() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  const auto reader = scratch.reader();
  KeptFindings kept;
  QVERIFY(!load(*reader, kept).findings);
  QCOMPARE(kept.judged(), 0);
}

QTEST_GUILESS_MAIN(TestKeptFindings)
#include "tst_kept_findings.moc"
