// SPDX-License-Identifier: GPL-3.0-or-later
// The incident page over real timelines, looked at: what moved first, the lanes, what is folded, what hostile names do.
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <ctime>

#include "app/shell/copy.h"
#include "models/items/onset_model.h"
#include "tests/views/loaded.h"
#include "tests/views/pictures.h"
#include "translations/words.h"
#include "views/incident/incident_page.h"
#include "views/incident/lane_painting.h"
#include "views/incident/lanes_view.h"
#include "views/incident/note_dialog.h"
#include "views/incident/notes_pane.h"
#include "views/incident/overview_strip.h"
#include "views/theme/theme.h"
#include "views/widgets/headline.h"
#include "views/widgets/row_view.h"

using namespace tidemark;
using test::label;

class TestIncidentPage final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void the_order_of_onset_data();
  void the_order_of_onset();
  void where_the_gaps_grew();
  void pinned_lanes_stand_on_top();
  void a_note_of_the_time_at_the_crosshair();
  void the_story_is_made_of_what_happened();
  void a_window_that_is_dragged();
  void windows_keep_to_events();
  void the_overview_chooses_what_is_seen();
  void lanes_are_folded_and_found();
  void the_crosshair_reads_every_lane();
  void gaps_are_hatched_and_never_values();
  void nothing_stale_is_read_at_the_crosshair();
  void what_is_written_of_a_begin_holds_it();
  void nothing_judged_is_not_nothing_moved();
  void a_copy_carries_the_command();
  void nothing_recorded_says_what_to_do();
  void hostile_names_stay_text();
  void two_hundred_lanes_are_painted_in_time();

 private:
  ViewData load(const QString& story, std::optional<TimeSpan> window = {}) {
    ViewRequest request;
    request.screen = Screen::incident;
    request.incident = window;
    return test::loaded(folder_, story, request);
  }
  QTemporaryDir folder_;
};

namespace {
LocalTime at(const char* time) { return *parse_rfc3339(time); }

void show(views::IncidentPage& page, const ViewData& data) {
  page.resize(1404, 860);
  page.show_incident(data.incident, data.from, data.to);
  page.show();
  QApplication::processEvents();
}

// A lane of each object, with a sample every ten seconds.
std::shared_ptr<IncidentView> many_lanes(int lanes, int samples, LocalTime from) {
  auto view = std::make_shared<IncidentView>();
  const LocalTime to = from + samples * std::chrono::seconds(10);
  view->incident.window = window_of(from + (to - from) / 2, to);
  for (int i = 0; i < lanes; ++i) {
    IncidentLane lane;
    lane.key = std::to_string(i);
    lane.place = {"producer", LaneGroup::producers};
    lane.cluster = ClusterName("prod");
    lane.object = Object("topic:topic-" + std::to_string(i));
    lane.series = lane.words = "produce_rate";
    lane.unit = "/s";
    for (int s = 0; s < samples; ++s)
      lane.line.push_back({from + s * std::chrono::seconds(10), 100.0 + (s * 7 + i) % 13, false});
    view->lanes.push_back(std::move(lane));
  }
  return view;
}
}  // namespace

void TestIncidentPage::initTestCase() {
  install_words(*qApp, QLocale(QLocale::English));
  theme::apply(*qApp, theme::Mode::light);
}

void TestIncidentPage::the_order_of_onset_data() {
  QTest::addColumn<bool>("dark");
  QTest::addColumn<double>("scale");
  QTest::newRow("light") << false << 1.0;
  QTest::newRow("dark-2x") << true << 2.0;
}

void TestIncidentPage::the_order_of_onset() {
  QFETCH(bool, dark);
  QFETCH(double, scale);
  theme::apply(*qApp, dark ? theme::Mode::dark : theme::Mode::light);
  views::IncidentPage page;
  const ViewData data = load(QStringLiteral("not-landed"));
  show(page, data);
  QCOMPARE(page.said().title, QStringLiteral("2 moved"));
  QVERIFY2(page.said().detail.startsWith(QStringLiteral("Moved first: Commit interval of table lake.orders (00:20:30")),
           qPrintable(page.said().detail));
  QVERIFY2(page.said().detail.contains(QStringLiteral("Cannot see: Brokers")), qPrintable(page.said().detail));
  const QModelIndex first = page.rows()->rows()->index(0, 0);
  QCOMPARE(first.data().toString(), QStringLiteral("Commit interval of table lake.orders"));
  QCOMPARE(first.siblingAtColumn(OnsetModel::before).data().toString(), QStringLiteral("1\u00A0min"));
  QCOMPARE(first.siblingAtColumn(OnsetModel::ordered_by).data().toString(), QStringLiteral("time"));
  const QModelIndex second = page.rows()->rows()->index(1, 0);
  QCOMPARE(second.siblingAtColumn(OnsetModel::after).data().toString(), QStringLiteral("FAILED"));
  QCOMPARE(second.siblingAtColumn(OnsetModel::rank).data().toString(), QStringLiteral("2"));
  const QImage image =
      test::picture(page, QStringLiteral("incident-%1").arg(QLatin1String(QTest::currentDataTag())), scale);
  QCOMPARE(image.width(), static_cast<int>(1404 * scale));
  theme::apply(*qApp, theme::Mode::light);
}

void TestIncidentPage::where_the_gaps_grew() {
  views::IncidentPage page;
  show(page, load(QStringLiteral("not-landed")));
  const QAbstractItemModel* order = page.rows()->rows();
  page.turn();
  QVERIFY(page.rows()->rows() != order);
  const QAbstractItemModel* rows = page.rows()->rows();
  QCOMPARE(rows->rowCount(), 2);
  QVERIFY(rows->index(0, 0).data().toString().startsWith(QStringLiteral("Unread ")));
  const QModelIndex landed = rows->index(1, 0);
  QVERIFY2(landed.data().toString().contains(QStringLiteral("not landed")), qPrintable(landed.data().toString()));
  QVERIFY(rows->rowCount(landed) > 0 && page.rows()->isExpanded(landed));
  test::picture(page, QStringLiteral("incident-compared"));
  page.turn();
  page.turn();
  QVERIFY(page.rows()->rows() == order);
  page.turn();
  page.show_incident(many_lanes(1, 40, at("2026-01-01T00:00:00Z")), at("2026-01-01T00:00:00Z"),
                     at("2026-01-01T00:06:40Z"));
  QVERIFY(!page.rows()->isVisible());  // there is no gap: said instead of an empty table
}

void TestIncidentPage::pinned_lanes_stand_on_top() {
  views::IncidentPage page;
  show(page, load(QStringLiteral("not-landed")));
  views::LanesView* lanes = page.lanes();
  const std::string last = lanes->lane(lanes->shown() - 1).key;
  const int shown = lanes->shown();
  for (int i = 0; i < shown; ++i) QTest::keyClick(lanes, Qt::Key_Down, Qt::ShiftModifier);
  QCOMPARE(lanes->current(), std::optional(shown - 1));
  lanes->toggle_pin();
  QCOMPARE(lanes->pinned(), 1);
  QCOMPARE(lanes->lane(0).key, last);
  QCOMPARE(lanes->shown(), shown);
  QVERIFY(lanes->accessibleDescription().contains(QStringLiteral("pinned")));
  test::picture(page, QStringLiteral("incident-pinned"));
  lanes->set_filter(QStringLiteral("no lane is called so"));
  QCOMPARE(lanes->shown(), 1);
  show(page, load(QStringLiteral("not-landed")));  // the next poll
  QCOMPARE(lanes->pinned(), 1);
  lanes->toggle_pin();
  QCOMPARE(lanes->pinned(), 0);
  QCOMPARE(lanes->shown(), 0);
}

void TestIncidentPage::a_note_of_the_time_at_the_crosshair() {
  views::IncidentPage page;
  show(page, load(QStringLiteral("not-landed")));
  QSignalSpy noted(&page, &views::IncidentPage::noted);
  page.lanes()->set_crosshair(at("2026-01-01T00:20:30Z"));
  page.ask_note();
  auto* dialog = page.findChild<views::NoteDialog*>();
  QVERIFY(dialog);
  auto* text = dialog->findChild<QPlainTextEdit*>();
  QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(noted.size(), 0);  // a note that says nothing is none
  QTest::keyClicks(text, QStringLiteral(" catalog restarted "));
  test::picture(*dialog, QStringLiteral("incident-note"));
  QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
  QCOMPARE(noted.size(), 1);
  QCOMPARE(noted.front()[0].value<LocalTime>(), at("2026-01-01T00:20:30Z"));
  QCOMPARE(noted.front()[1].toString(), QStringLiteral("catalog restarted"));
}

void TestIncidentPage::the_story_is_made_of_what_happened() {
  ViewData data = load(QStringLiteral("not-landed"));
  auto view = std::make_shared<IncidentView>(*data.incident);
  const std::string hostile = "rolled <b>back</b> \u202e by hand";
  const LocalTime later = at("2026-01-01T00:20:00Z");
  view->story.push_back({{"u1", hostile, {"u1", later, Object("table:lake.orders"), hostile, "ann"}}, {}});
  data.incident = view;
  views::IncidentPage page;
  show(page, data);
  page.turn();
  page.turn();
  views::NotesPane* notes = page.notes();
  QVERIFY(notes->isVisible());
  const QAbstractItemModel* events = notes->events()->rows();
  QVERIFY(events->rowCount() > 0);
  QCOMPARE(notes->story()->rows()->rowCount(), 1);
  QVERIFY(!notes->story()->rows()->index(0, 0).data().toString().contains(QChar(0x202e)));
  test::picture(page, QStringLiteral("incident-notes"));

  QSignalSpy told(notes, &views::NotesPane::told), hidden(notes, &views::NotesPane::hidden);
  notes->events()->setCurrentIndex(events->index(0, 0));
  QTest::keyClick(notes->events(), Qt::Key_Plus);
  QCOMPARE(told.size(), 1);
  QCOMPARE(told.front()[0].value<LocalTime>(), view->events.front().parent.row.at);  // its own time
  QCOMPARE(told.front()[2].toString(), events->index(0, 0).data().toString());
  QTest::keyClick(notes->story(), Qt::Key_Delete);
  QCOMPARE(hidden.size(), 0);  // nothing is chosen
  notes->story()->setCurrentIndex(notes->story()->rows()->index(0, 0));
  QTest::keyClick(notes->story(), Qt::Key_Delete);
  QCOMPARE(hidden.size(), 1);
  QCOMPARE(hidden.front()[0].toString(), QStringLiteral("u1"));
  QTest::keyClick(notes->story(), Qt::Key_Return);
  QCOMPARE(page.lanes()->crosshair(), std::optional(later));
  page.turn();
  QVERIFY(!notes->isVisible());
}

void TestIncidentPage::a_window_that_is_dragged() {
  views::IncidentPage page;
  show(page, load(QStringLiteral("lake-stalled")));
  QSignalSpy asked(&page, &views::IncidentPage::window_asked);
  QSignalSpy left(&page, &views::IncidentPage::window_left);
  QWidget* area = page.lanes()->viewport();
  const int chart = area->width() - views::lane_names_px - views::lane_end_px;
  const auto spot = [&](double share) { return QPoint(views::lane_names_px + static_cast<int>(share * chart), 40); };
  QTest::mousePress(area, Qt::LeftButton, {}, spot(0.75));
  QTest::mouseRelease(area, Qt::LeftButton, {}, spot(0.75));
  QCOMPARE(asked.size(), 0);  // a click is no window
  QTest::mousePress(area, Qt::LeftButton, {}, spot(0.75));
  QTest::mouseMove(area, spot(0.5));
  QTest::mouseRelease(area, Qt::LeftButton, {}, spot(0.5));
  QCOMPARE(asked.size(), 1);
  const auto from = asked.front()[0].value<LocalTime>();
  const auto to = asked.front()[1].value<LocalTime>();
  QVERIFY(std::chrono::abs(from - at("2026-01-01T02:40:00Z")) < std::chrono::seconds(10));
  QVERIFY(std::chrono::abs(to - at("2026-01-01T02:55:00Z")) < std::chrono::seconds(10));
  const ViewData data = load(QStringLiteral("lake-stalled"), TimeSpan{from, to});
  QCOMPARE(data.incident->incident.window.from, from);
  QCOMPARE(data.incident->incident.window.base_from, from - (to - from));
  show(page, data);
  QVERIFY(page.said().note.startsWith(QStringLiteral("02:40")));
  page.lanes()->set_crosshair({});
  QTest::keyClick(page.lanes(), Qt::Key_Escape);
  QCOMPARE(left.size(), 1);
}

void TestIncidentPage::windows_keep_to_events() {
  views::IncidentPage page;
  const ViewData data = load(QStringLiteral("not-landed"));
  show(page, data);
  views::LanesView* lanes = page.lanes();
  QSignalSpy asked(&page, &views::IncidentPage::window_asked);
  lanes->step_event(1);
  const auto first = lanes->crosshair();
  lanes->step_event(1);
  const auto second = lanes->crosshair();
  QVERIFY(first && second && *first < *second);
  lanes->set_crosshair(first);
  lanes->ask_event_range();
  QCOMPARE(asked.size(), 1);
  QCOMPARE(asked.front()[0].value<LocalTime>(), *first);
  QCOMPARE(asked.front()[1].value<LocalTime>(), *second);
  lanes->set_crosshair(data.from);  // no event is at it or before
  lanes->ask_event_range();
  QCOMPARE(asked.size(), 1);

  QWidget* area = lanes->viewport();
  const double chart = area->width() - views::lane_names_px - views::lane_end_px;
  const auto spot = [&](LocalTime at, int off) {
    const double share = std::chrono::duration<double>(at - data.from) / (data.to - data.from);
    return QPoint(views::lane_names_px + static_cast<int>(share * chart) + off, 40);
  };
  const auto drag = [&](Qt::KeyboardModifiers held) {
    QTest::mousePress(area, Qt::LeftButton, {}, spot(*first, 4));
    QTest::mouseMove(area, spot(*second, 60));
    QTest::mouseRelease(area, Qt::LeftButton, held, spot(*second, 60));
    return asked.back()[0].value<LocalTime>();
  };
  QCOMPARE(drag({}), *first);
  QVERIFY(drag(Qt::AltModifier) > *first);
}

void TestIncidentPage::the_overview_chooses_what_is_seen() {
  views::IncidentPage page;
  const ViewData data = load(QStringLiteral("lake-stalled"));
  const LocalTime oldest = *data.status.oldest, newest = *data.status.newest;
  page.set_history(oldest, newest);
  show(page, data);
  auto* strip = page.findChild<views::OverviewStrip*>();
  QVERIFY(strip && strip->accessibleDescription().startsWith(QStringLiteral("Recorded: ")));
  test::picture(page, QStringLiteral("incident-overview"));
  QSignalSpy asked(&page, &views::IncidentPage::range_asked);
  const double chart = strip->width() - views::lane_names_px - views::lane_end_px;
  const auto spot = [&](double share) {
    return QPoint(views::lane_names_px + static_cast<int>(share * chart), strip->height() / 2);
  };
  const Millis all = newest - oldest;
  const auto near = [&](int of, LocalTime time) {
    return std::chrono::abs(asked.back()[of].value<LocalTime>() - time) < all / 100;
  };
  page.set_range(oldest, oldest + all / 10);
  QTest::mousePress(strip, Qt::LeftButton, {}, spot(0.5));  // beside what is seen: another part
  QTest::mouseMove(strip, spot(0.8));
  QTest::mouseRelease(strip, Qt::LeftButton, {}, spot(0.8));
  QCOMPARE(asked.size(), 1);
  QVERIFY(near(0, oldest + all / 2) && near(1, oldest + all * 8 / 10));
  QTest::mousePress(strip, Qt::LeftButton, {}, spot(0.05));  // what is seen is moved
  QTest::mouseMove(strip, spot(0.25));
  QTest::mouseRelease(strip, Qt::LeftButton, {}, spot(0.25));
  QVERIFY(near(0, oldest + all * 2 / 10) && near(1, oldest + all * 3 / 10));
  QTest::mouseClick(strip, Qt::LeftButton, {}, spot(0.5));  // into the middle
  QVERIFY(near(0, oldest + all * 45 / 100) && near(1, oldest + all * 55 / 100));
  QTest::mouseClick(strip, Qt::LeftButton, {}, spot(0.05));  // it is seen already
  QCOMPARE(asked.size(), 3);
}

void TestIncidentPage::lanes_are_folded_and_found() {
  views::IncidentPage page;
  const ViewData data = load(QStringLiteral("lake-stalled"));
  show(page, data);
  QVERIFY(page.lanes()->shown() <= static_cast<int>(first_lanes_shown));
  QVERIFY(page.lanes()->folded() > 0);
  QVERIFY(!page.lanes()->lane(0).onsets.empty());
  const int all = page.lanes()->shown() + page.lanes()->folded();
  QVERIFY(label(page, QStringLiteral("Lanes shown")).contains(QStringLiteral("folded")));
  page.toggle_all();
  QCOMPARE(page.lanes()->shown(), all);
  test::picture(page, QStringLiteral("incident-all"));
  page.toggle_all();
  auto* filter = page.findChild<QLineEdit*>();
  filter->setText(QStringLiteral("payments"));
  QVERIFY(page.lanes()->shown() > 0 && page.lanes()->shown() < all);
  for (int i = 0; i < page.lanes()->shown(); ++i)
    QVERIFY(views::lane_name(page.lanes()->lane(i)).contains(QStringLiteral("payments")));
  filter->setText(QStringLiteral("no such lane"));
  QCOMPARE(page.lanes()->shown(), 0);
  QTest::keyClick(filter, Qt::Key_Escape);
  QVERIFY(filter->text().isEmpty() && page.lanes()->shown() > 0);
}

void TestIncidentPage::the_crosshair_reads_every_lane() {
  views::IncidentPage page;
  show(page, load(QStringLiteral("not-landed")));
  views::LanesView* lanes = page.lanes();
  QSignalSpy moved(lanes, &views::LanesView::crosshair_moved);
  page.rows()->setCurrentIndex(page.rows()->rows()->index(1, 0));
  QTest::keyClick(page.rows(), Qt::Key_Return);
  QCOMPARE(lanes->crosshair(), std::optional(at("2026-01-01T00:25:00Z")));
  QVERIFY2(lanes->accessibleDescription().contains(QStringLiteral("FAILED")),
           qPrintable(lanes->accessibleDescription()));
  lanes->toggle_lock();
  QTest::mouseMove(lanes->viewport(), QPoint(600, 60));
  QCOMPARE(lanes->crosshair(), std::optional(at("2026-01-01T00:25:00Z")));
  lanes->toggle_lock();
  lanes->set_crosshair({});
  lanes->step_event(1);
  const auto first = lanes->crosshair();
  QVERIFY(first);
  lanes->step_event(1);
  QVERIFY(lanes->crosshair() > first);
  lanes->step_event(-1);
  QCOMPARE(lanes->crosshair(), first);
  QVERIFY(moved.size() >= 4);
  QTest::keyClick(lanes, Qt::Key_Right, Qt::ShiftModifier);
  QVERIFY(lanes->crosshair() > first);
  test::picture(page, QStringLiteral("incident-crosshair"));
  QTest::keyClick(lanes, Qt::Key_Escape);
  QVERIFY(!lanes->crosshair());
}

void TestIncidentPage::gaps_are_hatched_and_never_values() {
  const ViewData data = load(QStringLiteral("lanes"));
  bool seen = false;
  for (const IncidentLane& lane : data.incident->lanes)
    for (const LaneBlank& blank : lane.blanks) {
      seen = true;
      QCOMPARE(views::value_at(lane, blank.from + (blank.to - blank.from) / 2), QStringLiteral("unknown"));
    }
  QVERIFY(seen);
  views::IncidentPage page;
  show(page, data);
  test::picture(page, QStringLiteral("incident-gaps"));
}

void TestIncidentPage::nothing_stale_is_read_at_the_crosshair() {
  const LocalTime start = at("2026-01-01T00:00:00Z");
  const auto view = many_lanes(1, 10, start);
  IncidentLane& lane = view->lanes[0];
  const LocalTime last = lane.line.back().at;
  QVERIFY(views::value_at(lane, last + std::chrono::seconds(10)).endsWith(QStringLiteral("/s")));
  QCOMPARE(views::value_at(lane, last + std::chrono::seconds(11)), QStringLiteral("unknown"));
  QCOMPARE(views::value_at(lane, start - std::chrono::seconds(1)), QStringLiteral("unknown"));
  lane.line[5].broken = true;  // samples are missing before it
  QCOMPARE(views::value_at(lane, lane.line[5].at - std::chrono::seconds(1)), QStringLiteral("unknown"));
}

void TestIncidentPage::what_is_written_of_a_begin_holds_it() {
  Onset onset;
  onset.lo = at("2026-01-01T02:40:39.845Z");
  onset.hi = at("2026-01-01T02:40:49.948Z");
  const Began when = began(onset);
  QVERIFY(when.at - when.error <= onset.lo && onset.hi <= when.at + when.error);
  QCOMPARE(began_words(onset), QStringLiteral("02:40:44 ±\u00A06.0\u00A0s"));
  onset.hi = onset.lo + Millis(301);
  const Began narrow = began(onset);
  QVERIFY(narrow.at - narrow.error <= onset.lo && onset.hi <= narrow.at + narrow.error);
  QVERIFY2(began_words(onset).startsWith(QStringLiteral("02:40:39.996")), qPrintable(began_words(onset)));
}

void TestIncidentPage::nothing_judged_is_not_nothing_moved() {
  auto view = many_lanes(1, 10, at("2026-01-01T00:00:00Z"));
  view->incident.coverage = 1.0;
  view->incident.unseen = {{LaneGroup::producers, Reason::no_history}};
  views::IncidentPage page;
  page.show_incident(view, at("2026-01-01T00:00:00Z"), at("2026-01-01T00:01:40Z"));
  QCOMPARE(page.said().title, QStringLiteral("Nothing is known"));
  QCOMPARE(page.said().level, Level::unknown);
}

void TestIncidentPage::a_copy_carries_the_command() {
  const ViewData data = load(QStringLiteral("not-landed"));
  const QString command = shell::command_for(data);
  QVERIFY2(command.startsWith(QStringLiteral("tidemark incident --timeline ")), qPrintable(command));
  QVERIFY2(command.contains(QStringLiteral("--from 2026-01-01T00:14:55.000Z --to 2026-01-01T00:29:50.000Z")),
           qPrintable(command));
}

void TestIncidentPage::nothing_recorded_says_what_to_do() {
  views::IncidentPage page;
  page.resize(1000, 600);
  page.show();
  QCOMPARE(page.said().level, Level::unknown);
  QVERIFY(label(page, QStringLiteral("Why nothing is shown")).contains(QStringLiteral("tidemark collect")));
}

void TestIncidentPage::hostile_names_stay_text() {
  auto view = many_lanes(2, 400, at("2026-01-01T00:00:00Z"));
  const std::string hostile = "<b>&\x1b[31m\u202e" + std::string(300, 'x') + "</b>\n=cmd()";
  view->lanes[0].object = Object("topic:" + hostile);
  EventRow event;
  event.cluster = ClusterName("prod");
  event.at = event.at_hi = at("2026-01-01T00:30:00Z");
  event.layer = "broker";
  event.kind = "x";
  event.object = Object("topic:" + hostile);
  event.text = hostile;
  event.severity = "error";
  view->lanes[0].events.push_back(event);
  Onset onset{
      .place = {"producer", LaneGroup::producers}, .object = Object("topic:" + hostile), .series = "produce_rate"};
  onset.lo = onset.hi = at("2026-01-01T00:40:00Z");
  onset.before = OnsetValue(std::variant<double, std::string>(1e300));
  onset.after = OnsetValue(std::variant<double, std::string>(hostile));
  onset.first = true;
  view->incident.onsets.push_back(onset);
  view->onsets.push_back({{"k", "k", {onset, hostile, hostile}}, {}});
  view->lanes[0].onsets = {0};
  view->first_lanes = {0, 1};
  view->nearby = {hostile};
  views::IncidentPage page;
  page.resize(1404, 860);
  page.show_incident(view, at("2026-01-01T00:00:00Z"), at("2026-01-01T01:06:40Z"));
  page.show();
  page.lanes()->set_crosshair(at("2026-01-01T00:40:00Z"));
  QApplication::processEvents();
  const auto* facts = page.findChild<QTextEdit*>();
  QVERIFY(facts->toPlainText().contains(QStringLiteral("<b>")));  // shown, not obeyed
  QVERIFY(!facts->toPlainText().contains(QChar(0x202e)) && !page.said().detail.contains(QChar(0x1b)));
  QCOMPARE(page.width(), 1404);  // no name makes it wider
  test::picture(page, QStringLiteral("incident-hostile"));
}

void TestIncidentPage::two_hundred_lanes_are_painted_in_time() {
  const LocalTime from = at("2026-01-01T00:00:00Z");
  constexpr int samples = 8640;  // a day
  const auto view = many_lanes(200, samples, from);
  views::LanesView lanes;
  lanes.resize(1404, 860);
  lanes.set_range(from, from + samples * std::chrono::seconds(10));
  lanes.set_all(true);
  lanes.set_incident(view);
  lanes.show();
  QVERIFY(QTest::qWaitForWindowExposed(&lanes));
  std::vector<qint64> moved, panned;
  // Of this thread alone: another program's load is not ours.
  const auto processor_us = [] {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<qint64>(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
  };
  for (int i = 0; i < 20; ++i) {
    qint64 began = processor_us();
    lanes.set_crosshair(from + i * std::chrono::minutes(10));
    lanes.viewport()->repaint();
    moved.push_back(processor_us() - began);
    began = processor_us();
    lanes.set_range(from + i * std::chrono::minutes(1), from + samples * std::chrono::seconds(10));
    lanes.viewport()->repaint();
    panned.push_back(processor_us() - began);
  }
  std::ranges::sort(moved);
  std::ranges::sort(panned);
  qInfo("200 lanes of %d samples: crosshair moved in %lld us (worst %lld), range changed in %lld us (worst %lld)",
        samples, moved[10], moved.back(), panned[10], panned.back());
#ifdef QT_NO_DEBUG
  QVERIFY(moved.front() < 8'000);
  QVERIFY(panned.front() < 16'000);
#endif
}

QTEST_MAIN(TestIncidentPage)
#include "tst_incident_page.moc"
