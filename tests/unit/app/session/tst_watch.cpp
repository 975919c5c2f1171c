// SPDX-License-Identifier: GPL-3.0-or-later
// The watch over real timeline files that are written while it looks.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <array>
#include <atomic>
#include <semaphore>

#include "app/session/watch.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
constexpr auto patience = std::chrono::seconds(20);

// A watch and the thread that it wakes.
class Watched final {
 public:
  explicit Watched(const std::string& path, const ViewRequest& first = {})
      : watch_(
            path, TimelineReader::Origin::own, first,
            [this] {
              ++woken_;
              wakes_.release();
            },
            Millis(60'000)) {}  // a page with all that is found

  TimelineWatch& watch() { return watch_; }
  int woken() const { return woken_; }
  // What the next wake brings; null where none comes.
  std::shared_ptr<const ViewData> next(std::chrono::milliseconds wait = patience) {
    if (!wakes_.try_acquire_for(wait)) return nullptr;
    const auto data = watch_.take();
    return data ? *data : nullptr;
  }
  // The first that satisfies `wanted`.
  template <class Wanted>
  std::shared_ptr<const ViewData> until(Wanted&& wanted) {
    for (auto data = next(); data; data = next())
      if (wanted(*data)) return data;
    return nullptr;
  }

 private:
  std::counting_semaphore<> wakes_{0};
  std::atomic<int> woken_ = 0;
  TimelineWatch watch_;  // last: its thread uses the above
};

Screen some_screen(int i) {
  const std::array screens{Screen::topics, Screen::lag, Screen::tide, Screen::sources};
  return screens[static_cast<std::size_t>(i) % screens.size()];
}

ViewRequest screen(Screen screen) {
  ViewRequest request;
  request.screen = screen;
  return request;
}
}  // namespace

class TestWatch final : public QObject {
  Q_OBJECT
 private slots:
  void it_shows_what_is_there_and_then_what_comes();
  void nothing_new_is_published_without_a_commit();
  void many_commits_are_one_wake_and_the_newest_view();
  void the_last_of_many_requests_is_answered_last();
  void the_same_request_again_publishes_nothing();
  void a_page_does_not_wait_for_a_long_diagnosis();
  void work_is_done_elsewhere_and_the_view_read_again();
  void a_past_moment_is_judged_then();
  void a_missing_file_is_said_and_found_later();
  void a_foreign_file_is_damaged_until_it_is_replaced();
  void it_ends_at_once_while_it_reads();

 private:
  // Polls `from`..`to` of one partition, 100 records each.
  static void polls(TimelineWriter& writer, int from, int to) {
    const LaneId lane = writer.lane(offsets_lane());
    const SeriesId high = writer.series(lane, mark(signal::high, "orders", 0));
    const SeriesId group = writer.series(lane, mark(signal::group(GroupId("g")), "orders", 0));
    for (int n = from; n <= to; ++n) {
      Poll poll = poll_at(lane, n);
      poll.samples = {{high, 1000 + n * 100LL}, {group, 1000}};
      push(writer, poll);
    }
    QVERIFY(writer.flush());
  }
  static Known<std::int64_t> lag(const ViewData& data) {
    if (!data.lag || data.lag->empty()) return Reason::never_polled;
    return data.lag->front().parent.row.row.lag;
  }
};

void TestWatch::it_shows_what_is_there_and_then_what_comes() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Watched watched(scratch.path());
  const auto first = watched.next();
  QVERIFY(first && !first->error);
  QCOMPARE(*lag(*first), std::int64_t{500});
  polls(*writer, 6, 6);
  const auto second = watched.until([](const ViewData& data) { return lag(data).known() && *lag(data) == 600; });
  QVERIFY(second);
  QVERIFY(second->generation > first->generation);
  QCOMPARE(*lag(*first), std::int64_t{500});  // what was handed out does not change
}

void TestWatch::nothing_new_is_published_without_a_commit() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Watched watched(scratch.path());
  QVERIFY(watched.next());
  QVERIFY(!watched.next(std::chrono::milliseconds(900)));
  QCOMPARE(watched.woken(), 1);
}

void TestWatch::many_commits_are_one_wake_and_the_newest_view() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Watched watched(scratch.path());
  QVERIFY(watched.next());
  for (int n = 6; n < 12; ++n) {
    polls(*writer, n, n);
    QTest::qWait(300);
  }
  QTRY_COMPARE(watched.woken(), 2);  // nobody took the second view: later ones replaced it
  QTest::qWait(700);
  QCOMPARE(watched.woken(), 2);
  const auto newest = watched.next();
  QVERIFY(newest);
  QCOMPARE(*lag(*newest), std::int64_t{1100});
}

void TestWatch::the_last_of_many_requests_is_answered_last() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 20);
  Watched watched(scratch.path());
  ViewRequest request;
  for (int i = 1; i <= 200; ++i) {
    request = screen(some_screen(i));
    request.span = Millis(60'000 + i);
    watched.watch().show(request);
    if (i % 20 == 0) QTest::qWait(5);
  }
  const auto last = watched.until([&](const ViewData& data) { return data.request.span == request.span; });
  QVERIFY(last && !last->error);
  QCOMPARE(last->request.screen, request.screen);
  const auto later = watched.next(std::chrono::milliseconds(700));
  QVERIFY2(!later, "an answer to an older request came after the newest");
}

void TestWatch::the_same_request_again_publishes_nothing() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Watched watched(scratch.path(), screen(Screen::topics));
  const auto first = watched.next();
  QVERIFY(first && first->topics && !first->lag);
  watched.watch().show(screen(Screen::topics));
  QVERIFY(!watched.next(std::chrono::milliseconds(700)));
  watched.watch().show(screen(Screen::sources));
  const auto other = watched.next();
  QVERIFY(other && other->sources && !other->topics);
}

void TestWatch::a_page_does_not_wait_for_a_long_diagnosis() {
  // Takes everything that is published, on the thread that publishes.
  struct Taker {
    explicit Taker(const std::string& path)
        : watch(
              path, TimelineReader::Origin::own, {},
              [this] {
                const auto data = *watch.take();
                const std::lock_guard lock(mutex);
                taken.emplace_back(data->at, data->findings ? data->findings->at : LocalTime{});
              },
              Millis(0)) {}
    std::size_t count() {
      const std::lock_guard lock(mutex);
      return taken.size();
    }
    std::mutex mutex;
    std::vector<std::pair<LocalTime, LocalTime>> taken;  // what is shown, and when it was judged
    TimelineWatch watch;
  };
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Taker taker(scratch.path());
  QTRY_COMPARE(taker.count(), std::size_t{2});
  polls(*writer, 6, 6);
  QTRY_COMPARE(taker.count(), std::size_t{4});
  const auto at = [](int n) { return local_time(t0) + Millis(n * 10'000LL); };
  const std::lock_guard lock(taker.mutex);
  QCOMPARE(taker.taken[0], std::pair(at(5), LocalTime{}));
  QCOMPARE(taker.taken[1], std::pair(at(5), at(5)));
  QCOMPARE(taker.taken[2], std::pair(at(6), at(5)));
  QCOMPARE(taker.taken[3], std::pair(at(6), at(6)));
}

void TestWatch::work_is_done_elsewhere_and_the_view_read_again() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  Watched watched(scratch.path());
  const auto first = watched.next();
  QVERIFY(first);
  std::atomic<std::thread::id> worked;
  watched.watch().perform([&] { worked = std::this_thread::get_id(); });
  const auto second = watched.next();
  QVERIFY(second);
  QVERIFY(worked.load() != std::thread::id() && worked.load() != std::this_thread::get_id());
  QCOMPARE(second->generation, first->generation);
}

void TestWatch::a_past_moment_is_judged_then() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 20);
  ViewRequest request;
  request.to = local_time(t0) + Millis(100'000);
  Watched watched(scratch.path(), request);
  const auto past = watched.next();
  QVERIFY(past && !past->error);
  QCOMPARE(past->at, *request.to);
  QCOMPARE(*lag(*past), std::int64_t{1000});
  request.to = local_time(t0) + std::chrono::hours(5);  // no sample is that new
  watched.watch().show(request);
  const auto future = watched.next();
  QVERIFY(future);
  QCOMPARE(future->at, local_time(t0) + Millis(200'000));
  QCOMPARE(*lag(*future), std::int64_t{2000});
}

void TestWatch::a_missing_file_is_said_and_found_later() {
  const Scratch scratch;
  Watched watched(scratch.path());
  const auto missing = watched.next();
  QVERIFY(missing && missing->error);
  QCOMPARE(missing->error->code, ErrorCode::input);
  QVERIFY(!QFile::exists(QString::fromStdString(scratch.path())));
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  const auto found = watched.until([](const ViewData& data) { return !data.error && lag(data).known(); });
  QVERIFY(found);
  QCOMPARE(*lag(*found), std::int64_t{500});
}

void TestWatch::a_foreign_file_is_damaged_until_it_is_replaced() {
  const Scratch scratch;
  const QString path = QString::fromStdString(scratch.path());
  {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
  }
  Watched watched(scratch.path());
  const auto damaged = watched.next();
  QVERIFY(damaged && damaged->error);
  QCOMPARE(damaged->error->code, ErrorCode::damaged);
  QVERIFY(QFile::remove(path));
  const auto writer = scratch.writer();
  polls(*writer, 0, 5);
  QVERIFY(watched.until([](const ViewData& data) { return !data.error && lag(data).known(); }));
}

void TestWatch::it_ends_at_once_while_it_reads() {
  const Scratch scratch;
  const auto writer = scratch.writer();
  polls(*writer, 0, 2000);
  for (int round = 0; round < 20; ++round) {
    QElapsedTimer timer;
    {
      Watched watched(scratch.path(), screen(some_screen(round)));
      QTest::qWait(round);
      timer.start();
    }
    QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
  }
}

QTEST_GUILESS_MAIN(TestWatch)
#include "tst_watch.moc"
