// SPDX-License-Identifier: GPL-3.0-or-later
// A real timeline told to a real web server, that takes it, fails, refuses and asks for time: what arrives, how often,
// and where it goes on after either side has started again.
#include <remote_write.pb.h>
#include <snappy.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <cmath>

#include "app/remote/remote_source.h"
#include "app/settings/secrets.h"
#include "models/domain/passed_on.h"
#include "tests/support/http_server.h"
#include "tests/support/push.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::remote;
using namespace tidemark::test;
using tidemark::testing::HttpPeer;
using tidemark::testing::HttpSeen;
using tidemark::testing::HttpServer;

class TestRemoteWriter final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void what_is_stored_arrives_once();
  void what_is_unknown_is_absent_and_its_end_is_told();
  void a_new_receiver_is_told_what_comes_and_what_it_wants_of_the_past();
  void a_restart_goes_on_where_it_was();
  void a_receiver_that_fails_is_tried_again();
  void a_receiver_that_asks_for_time_gets_it();
  void what_is_refused_is_found_and_dropped();
  void a_receiver_that_refuses_all_is_not_asked_again();
  void another_timeline_is_told_by_its_times();
  void its_health_is_a_source();
  void an_end_waits_for_nobody();

 private:
  using Told = std::map<std::pair<std::string, std::int64_t>, double>;

  // Polls [from, to) of two marks; with `hole` the group's is unknown there.
  void store(std::int64_t from, std::int64_t to, std::int64_t hole = -1) {
    const auto writer = scratch_->writer();
    const LaneId lane = writer->lane({{"kafka", "prod", ClusterName("prod")}, "offsets", Millis(10'000)});
    const SeriesId high = writer->series(lane, mark(signal::high, "orders", 0));
    const SeriesId group = writer->series(lane, mark(signal::group(GroupId("g")), "orders", 0));
    for (std::int64_t n = from; n < to; ++n) {
      Poll poll = poll_at(lane, n);
      poll.samples = {{high, 100 + n, Reason::none}, {group, 50 + n, n == hole ? Reason::no_commit : Reason::none}};
      push(*writer, poll);
    }
    QVERIFY(writer->close());
  }
  std::unique_ptr<RemoteWriter> open(const HttpServer& server, Millis past = std::chrono::hours(24 * 10'000)) {
    auto opened = RemoteWriter::open({.url = server.url("/api/v1/write?token=t0k3n"),
                                      .headers = {{"X-Key", "env:TIDEMARK_TEST_REMOTE"}},
                                      .past = past},
                                     secrets_, clock_,
                                     {.timeline = scratch_->path(),
                                      .say =
                                          [this](const std::string& line, bool) {
                                            const std::lock_guard lock(mutex_);
                                            lines_.push_back(line);
                                          },
                                      .tell = [this](Event event) { events_.push_back(std::move(event)); },
                                      .looks_every = Millis(20),
                                      .first_pause = Millis(10),
                                      .longest_pause = Millis(40)});
    if (!opened) qFatal("%s", opened.error().line().c_str());
    return std::move(*opened);
  }
  // The metric by its name, with what arrived of it.
  void take(const HttpSeen& seen) {
    std::string plain;
    WriteRequest request;
    QVERIFY(snappy::Uncompress(seen.body.data(), seen.body.size(), &plain) && request.ParseFromString(plain));
    const std::lock_guard lock(mutex_);
    for (const TimeSeries& series : request.timeseries())
      for (const auto& sample : series.samples()) {
        QVERIFY(told_.try_emplace({series.labels(0).value(), sample.timestamp()}, sample.value()).second);
        ++samples_;
      }
  }
  HttpServer::Handler takes() {
    return [this](const HttpSeen& seen, HttpPeer& peer) {
      take(seen);
      peer.answer(204, "");
    };
  }
  std::size_t arrived() {
    const std::lock_guard lock(mutex_);
    return told_.size();
  }
  bool said(const char* words) {
    const std::lock_guard lock(mutex_);
    return std::ranges::any_of(lines_, [&](const auto& line) { return line.find(words) != std::string::npos; });
  }

  const SystemClock clock_;
  const Secrets secrets_{[](const std::string&) { return std::nullopt; }};
  std::unique_ptr<Scratch> scratch_;
  std::mutex mutex_;
  std::vector<std::string> lines_;
  std::vector<Event> events_;
  Told told_;
  std::size_t samples_ = 0;
};

namespace {
const std::string high_name = "kafka_topic_partition_current_offset";
const std::string group_name = "kafka_consumergroup_current_offset";
}  // namespace

void TestRemoteWriter::init() {
  qputenv("no_proxy", "*");
  qputenv("TIDEMARK_TEST_REMOTE", "hunter2");
  scratch_ = std::make_unique<Scratch>();
  lines_.clear();
  events_.clear();
  told_.clear();
  samples_ = 0;
}

void TestRemoteWriter::what_is_stored_arrives_once() {
  store(0, 700);  // past the first sealed block
  HttpServer server(takes());
  const auto writer = open(server);
  writer->once({});
  writer->once({});
  QCOMPARE(arrived(), std::size_t(1400));
  for (std::int64_t n = 0; n < 700; ++n) {
    QCOMPARE((told_.at({high_name, t0 + n * 10'000})), double(100 + n));
    QCOMPARE((told_.at({group_name, t0 + n * 10'000})), double(50 + n));
  }
  const auto seen = server.seen();
  QCOMPARE(seen.size(), std::size_t(2));  // a page has no more polls of a lane than a block
  QCOMPARE(seen[0].method, std::string("POST"));
  QCOMPARE(seen[0].target, std::string("/api/v1/write?token=t0k3n"));
  QCOMPARE(seen[0].headers.at("content-type"), std::string("application/x-protobuf"));
  QCOMPARE(seen[0].headers.at("content-encoding"), std::string("snappy"));
  QCOMPARE(seen[0].headers.at("x-prometheus-remote-write-version"), std::string("0.1.0"));
  QVERIFY(seen[0].headers.at("user-agent").starts_with("tidemark/"));
  QCOMPARE(seen[0].headers.at("x-key"), std::string("hunter2"));
  QFile position(QString::fromStdString(position_path(scratch_->path())));
  QVERIFY(position.open(QIODevice::ReadOnly));
  const QByteArray kept = position.readAll();
  QVERIFY(!kept.contains("hunter2") && !kept.contains("t0k3n"));
}

void TestRemoteWriter::what_is_unknown_is_absent_and_its_end_is_told() {
  store(0, 5, 3);
  HttpServer server(takes());
  open(server)->once({});
  QCOMPARE(arrived(), std::size_t(10));
  QVERIFY(std::isnan(told_.at({group_name, t0 + 30'000})));
  QCOMPARE((told_.at({group_name, t0 + 40'000})), 54.0);
  // Its end is told once, also across a restart.
  store(5, 6, 5);
  open(server)->once({});
  QVERIFY(std::isnan(told_.at({group_name, t0 + 50'000})));
  store(6, 7, 6);
  open(server)->once({});
  QCOMPARE(told_.count({group_name, t0 + 60'000}), std::size_t(0));
  QCOMPARE((told_.at({high_name, t0 + 60'000})), 106.0);
}

void TestRemoteWriter::a_new_receiver_is_told_what_comes_and_what_it_wants_of_the_past() {
  store(0, 5);
  HttpServer server(takes());
  const auto writer = open(server, clock_.now() - local_time(t0 + 25'000));
  writer->once({});
  QCOMPARE(arrived(), std::size_t(4));  // two polls
  HttpServer other(takes());
  open(other, Millis(0))->once({});
  QCOMPARE(other.seen().size(), std::size_t(0));
}

void TestRemoteWriter::a_restart_goes_on_where_it_was() {
  HttpServer server(takes());
  for (std::int64_t n = 0; n < 4; ++n) {
    store(n * 200, (n + 1) * 200);
    const auto writer = open(server);
    QCOMPARE(writer->status().sent, n * 400);
    writer->once({});
    QCOMPARE(writer->status().behind, Known<Millis>(Millis(0)));
  }
  QCOMPARE(samples_, std::size_t(1600));
}

void TestRemoteWriter::a_receiver_that_fails_is_tried_again() {
  store(0, 10);
  std::atomic<int> calls = 0;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    switch (++calls) {
      case 1:
        return peer.hang_up();
      case 2:
        return peer.answer(503, "not now");
      case 3:
        return peer.answer(500, "");
      default:
        take(seen);
        return peer.answer(200, "");
    }
  });
  const auto writer = open(server);
  writer->start();
  QTRY_COMPARE(arrived(), std::size_t(20));
  QCOMPARE(calls.load(), 4);
  QTRY_COMPARE(writer->status().behind, Known<Millis>(Millis(0)));
  QVERIFY(writer->status().answers);
  QCOMPARE(writer->status().dropped, 0);
}

void TestRemoteWriter::a_receiver_that_asks_for_time_gets_it() {
  store(0, 10);
  QElapsedTimer since;
  std::atomic<qint64> waited = -1;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    if (!since.isValid()) {
      since.start();
      return peer.answer(429, "slow down", {"Retry-After: 1"});
    }
    waited = since.elapsed();
    take(seen);
    return peer.answer(200, "");
  });
  const auto writer = open(server);
  writer->start();
  QTRY_COMPARE(arrived(), std::size_t(20));
  QVERIFY2(waited >= 950, qPrintable(QString::number(waited.load())));
}

// As Prometheus does: a request with one bad sample is refused as a whole.
void TestRemoteWriter::what_is_refused_is_found_and_dropped() {
  store(0, 400);
  const std::int64_t bad = t0 + 123 * 10'000;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    std::string plain;
    WriteRequest request;
    if (!snappy::Uncompress(seen.body.data(), seen.body.size(), &plain) || !request.ParseFromString(plain))
      return peer.answer(400, "no request");
    for (const TimeSeries& series : request.timeseries())
      for (const auto& sample : series.samples())
        if (sample.timestamp() == bad && series.labels(0).value() == high_name)
          return peer.answer(400, "out of order sample");
    take(seen);
    return peer.answer(204, "");
  });
  const auto writer = open(server);
  writer->once({});
  QCOMPARE(arrived(), std::size_t(799));
  QCOMPARE(told_.count({high_name, bad}), std::size_t(0));
  QCOMPARE(writer->status().dropped, 1);
  QCOMPARE(writer->status().sent, 799);
  QVERIFY2(server.seen().size() < 25, qPrintable(QString::number(server.seen().size())));
  QVERIFY(said("1 samples are refused and dropped") && said("out of order sample"));
  QCOMPARE(events_.size(), std::size_t(1));
  QCOMPARE(events_[0].severity, std::string("warn"));
}

void TestRemoteWriter::a_receiver_that_refuses_all_is_not_asked_again() {
  store(0, 10);
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(403, "<html>no"); });
  const auto writer = open(server);
  writer->once({});
  writer->once({});
  QCOMPARE(server.seen().size(), std::size_t(1));
  QCOMPARE(writer->status().dropped, 20);
  QVERIFY(!writer->status().answers && writer->status().denied);
  QVERIFY(said("20 samples are refused and dropped"));
  for (const std::string& line : lines_)
    QVERIFY(line.find("hunter2") == std::string::npos && line.find("t0k3n") == std::string::npos);
}

void TestRemoteWriter::another_timeline_is_told_by_its_times() {
  store(0, 300);
  HttpServer server(takes());
  open(server)->once({});
  QCOMPARE(arrived(), std::size_t(600));
  for (const char* suffix : {"", "-wal", "-shm", ".lock"})
    QFile::remove(QString::fromStdString(scratch_->path() + suffix));
  store(290, 310);
  open(server)->once({});
  QCOMPARE(arrived(), std::size_t(620));
}

void TestRemoteWriter::its_health_is_a_source() {
  store(0, 10);
  int status = 503;
  HttpServer server([&](const HttpSeen& seen, HttpPeer& peer) {
    if (status == 200) take(seen);
    peer.answer(status, "");
  });
  const auto writer = open(server);
  writer->once({});
  status = 200;
  const auto timeline = scratch_->writer();
  RemoteSource health(*writer, clock_, *timeline);
  const auto away = health.poll_once({});
  QVERIFY(!away && away.error().line().find("503") != std::string::npos);
  QVERIFY(timeline->flush());
  writer->once({});
  QVERIFY(health.poll_once({}));
  QVERIFY(timeline->flush());
  SnapshotRequest request;
  request.from = local_time(t0);
  request.to = clock_.now();
  const auto snapshot = scratch_->reader()->load(request);
  QVERIFY(snapshot);
  const Object self("source:" + writer->name());
  const auto value = [&](const Signal& signal) {
    return (*snapshot)->at({ClusterName(), signal, self}, clock_.now()).map([](const Measured& m) { return m.value; });
  };
  // Behind by its own health, which is the newest poll, at most.
  QVERIFY(value(signal::remote_behind).known());
  QVERIFY(*value(signal::remote_behind) < 10'000);
  QCOMPARE(value(signal::remote_sent), Known<std::int64_t>(23));
  QCOMPARE(value(signal::remote_dropped), Known<std::int64_t>(0));
  QCOMPARE((*snapshot)->errors.size(), std::size_t(1));
  QVERIFY((*snapshot)->errors[0].error.text.find("503") != std::string::npos);
}

void TestRemoteWriter::an_end_waits_for_nobody() {
  store(0, 10);
  std::atomic<int> asked = 0;
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) {
    ++asked;
    peer.wait(60'000);
  });
  QElapsedTimer timer;
  {
    const auto writer = open(server);
    writer->start();
    QTRY_COMPARE(asked.load(), 1);
    timer.start();
  }
  QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
  HttpServer well(takes());
  const auto writer = open(well);
  writer->start();
  writer->finish(Millis(2'000));
  QCOMPARE(arrived(), std::size_t(20));
}

QTEST_GUILESS_MAIN(TestRemoteWriter)
#include "tst_remote_writer.moc"
