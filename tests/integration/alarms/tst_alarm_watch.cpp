// SPDX-License-Identifier: GPL-3.0-or-later
// Alarms of a real timeline to a real web server and real programs: what they are given, once; what happens where they
// refuse, fail or are not there; and that a collector that starts again neither repeats nor loses anything.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "app/cli/format/writers.h"
#include "app/session/alarm_watch.h"
#include "app/session/people.h"
#include "app/settings/secrets.h"
#include "tests/support/http_server.h"
#include "tests/views/timelines.h"

using namespace tidemark;
using namespace tidemark::testing;
namespace json = boost::json;

class TestAlarmWatch final : public QObject {
  Q_OBJECT
 private slots:
  void init();
  void a_webhook_is_given_the_finding_once();
  void a_command_is_given_the_finding_without_a_shell();
  void a_restart_repeats_nothing();
  void what_nobody_took_is_tried_again_across_a_restart();
  void a_receiver_that_fails_is_tried_again();
  void a_receiver_that_refuses_is_given_up_aloud();
  void a_command_that_does_not_end_is_ended();
  void a_redirect_is_not_followed();
  void less_than_is_wanted_is_not_told();
  void what_is_snoozed_is_not_told();
  void a_secret_that_is_missing_is_said_before_anything_is_collected();
  void the_path_of_a_webhook_is_in_no_line();
  void a_damaged_memory_is_said();
  void it_runs_beside_the_collection();

 private:
  struct Line {
    std::string text;
    bool warning;
  };
  std::unique_ptr<AlarmWatch> watch(const AlarmsProfile& alarms) {
    Profile profile;
    profile.name = "prod";
    profile.alarms = alarms;
    auto opened = AlarmWatch::open(profile, secrets_, clock_,
                                   {.timeline = timeline(),
                                    .text = [](const CellRecord& record) { return cli::json_text(record); },
                                    .say =
                                        [this](const std::string& line, bool warning) {
                                          const std::lock_guard lock(mutex_);
                                          lines_.push_back({line, warning});
                                        },
                                    .tell = [this](Event event) { told_.push_back(std::move(event)); },
                                    .judges_every = Millis(50),
                                    .first_pause = Millis(20)});
    if (!opened) qFatal("%s", opened.error().line().c_str());
    return std::move(*opened);
  }
  std::string timeline() const { return (folder_->path() + QStringLiteral("/t.tidemark")).toStdString(); }
  QString file(const char* name) const { return folder_->filePath(QLatin1String(name)); }
  static AlarmsProfile to(const HttpServer& server) {
    AlarmsProfile alarms;
    alarms.webhook = AlarmWebhook{server.url("/hook/t0k3n"), {{"X-Key", "env:TIDEMARK_TEST_HOOK"}}, {}};
    return alarms;
  }
  bool said(const char* words) {
    const std::lock_guard lock(mutex_);
    return std::ranges::any_of(lines_, [&](const Line& line) { return line.text.find(words) != std::string::npos; });
  }

  const SystemClock clock_;
  const Secrets secrets_{[](const std::string&) { return std::nullopt; }};
  std::unique_ptr<QTemporaryDir> folder_;
  std::mutex mutex_;
  std::vector<Line> lines_;
  std::vector<Event> told_;
};

// Ten thousands of records are read and in no table: R13, an error.
void TestAlarmWatch::init() {
  qputenv("no_proxy", "*");
  qputenv("TIDEMARK_TEST_HOOK", "hunter2");
  folder_ = std::make_unique<QTemporaryDir>();
  lines_.clear();
  told_.clear();
  test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/not-landed.json")),
                  timeline());
}

void TestAlarmWatch::a_webhook_is_given_the_finding_once() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(204, ""); });
  const auto alarms = watch(to(server));
  for (int i = 0; i < 3; ++i) alarms->once({});
  const auto seen = server.seen();
  QCOMPARE(seen.size(), 1u);
  QCOMPARE(seen[0].method, std::string("POST"));
  QCOMPARE(seen[0].headers.at("content-type"), std::string("application/json"));
  QCOMPARE(seen[0].headers.at("x-key"), std::string("hunter2"));
  const json::value body = json::parse(seen[0].body);
  QCOMPARE(body.at("schema").as_int64(), 1);
  QCOMPARE(body.at("verb").as_string(), "alarm");
  QCOMPARE(body.at("transition").as_string(), "opened");
  QCOMPARE(body.at("severity").as_string(), "error");
  QCOMPARE(body.at("profile").as_string(), "prod");
  QCOMPARE(body.at("at").as_string(), body.at("opened_at").as_string());
  QVERIFY(body.at("closed_at").is_null());
  QCOMPARE(body.at("closed_at_reason").as_string(), "not-applicable");
  const json::value& finding = body.at("finding");
  QCOMPARE(finding.at("rule").as_string(), "R13");
  QVERIFY(finding.at("id").as_string().starts_with("R13-"));
  for (const char* name : {"leading", "confidence", "object", "title", "since", "present", "signals", "next"})
    QVERIFY2(finding.as_object().contains(name), name);
  QCOMPARE(told_.size(), 1u);
  QCOMPARE(told_[0].kind, std::string("alarm"));
  QCOMPARE(told_[0].severity, std::string("note"));
  QVERIFY(said("R13-") && said("answered 204"));
}

void TestAlarmWatch::a_command_is_given_the_finding_without_a_shell() {
  AlarmsProfile alarms;
  alarms.command = {"tee", "-a", file("$HOME; out").toStdString()};
  watch(alarms)->once({});
  QFile out(file("$HOME; out"));
  QVERIFY(out.open(QIODevice::ReadOnly));
  const json::value body = json::parse(out.readAll().toStdString());
  QCOMPARE(body.at("finding").at("rule").as_string(), "R13");
  QVERIFY(said("tee took it"));
}

void TestAlarmWatch::a_restart_repeats_nothing() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, "ok"); });
  for (int i = 0; i < 3; ++i) watch(to(server))->once({});
  QCOMPARE(server.seen().size(), 1u);
  const QFile memory(file("t.alarms"));
  QCOMPARE(int(memory.permissions() & (QFile::ReadGroup | QFile::ReadOther)), 0);
}

void TestAlarmWatch::what_nobody_took_is_tried_again_across_a_restart() {
  int status = 503;
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) { peer.answer(status, ""); });
  watch(to(server))->once({});
  QVERIFY(said("tried again in"));
  QVERIFY(told_.empty());
  status = 200;
  const auto second = watch(to(server));
  QTest::qWait(50);
  second->once({});
  second->once({});
  const auto seen = server.seen();
  QCOMPARE(seen.size(), 2u);
  QCOMPARE(seen[0].body, seen[1].body);
  QCOMPARE(told_.size(), 1u);
}

void TestAlarmWatch::a_receiver_that_fails_is_tried_again() {
  std::atomic<int> calls = 0;
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) { ++calls < 4 ? peer.hang_up() : peer.answer(200, ""); });
  const auto alarms = watch(to(server));
  for (int i = 0; i < 400 && told_.empty(); ++i) {
    alarms->once({});
    QTest::qWait(5);
  }
  QCOMPARE(calls.load(), 4);
  QCOMPARE(told_.size(), 1u);
  QCOMPARE(told_[0].severity, std::string("note"));
}

void TestAlarmWatch::a_receiver_that_refuses_is_given_up_aloud() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(403, "<html>no"); });
  const auto alarms = watch(to(server));
  for (int i = 0; i < 3; ++i) alarms->once({});
  QCOMPARE(server.seen().size(), 1u);
  QVERIFY(said("given up"));
  QCOMPARE(told_.size(), 1u);
  QCOMPARE(told_[0].severity, std::string("warn"));
}

void TestAlarmWatch::a_command_that_does_not_end_is_ended() {
  AlarmsProfile alarms;
  alarms.command = {"sleep", "60"};
  alarms.limit = Millis(200);
  QElapsedTimer timer;
  timer.start();
  watch(alarms)->once({});
  QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
  QVERIFY(said("sleep was ended after 200 ms") && said("tried again"));
}

void TestAlarmWatch::a_redirect_is_not_followed() {
  HttpServer other([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
  HttpServer server(
      [&](const HttpSeen&, HttpPeer& peer) { peer.answer(307, "", {"Location: " + other.url("/elsewhere")}); });
  watch(to(server))->once({});
  QCOMPARE(other.seen().size(), 0u);
  QVERIFY(said("sends elsewhere") && said("given up"));
}

void TestAlarmWatch::less_than_is_wanted_is_not_told() {
  test::play_into(test::text_of_file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/golden/stories/open-transaction.json")),
                  file("o.tidemark").toStdString());
  QVERIFY(QFile::remove(file("t.tidemark")) && QFile::rename(file("o.tidemark"), file("t.tidemark")));
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
  AlarmsProfile alarms = to(server);
  watch(alarms)->once({});
  const std::size_t errors = server.seen().size();
  QVERIFY(QFile::remove(file("t.alarms")));
  alarms.from = "warn";
  watch(alarms)->once({});
  QVERIFY(server.seen().size() > 2 * errors);
}

void TestAlarmWatch::what_is_snoozed_is_not_told() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
  watch(to(server))->once({});
  QCOMPARE(server.seen().size(), 1u);
  const json::value body = json::parse(server.seen()[0].body);
  Snoozed snooze{std::string(body.at("finding").at("id").as_string()), clock_.now() + std::chrono::hours(1), "", ""};
  QVERIFY(write_snooze(timeline(), snooze));
  QVERIFY(QFile::remove(file("t.alarms")));
  watch(to(server))->once({});
  QCOMPARE(server.seen().size(), 1u);
}

void TestAlarmWatch::a_secret_that_is_missing_is_said_before_anything_is_collected() {
  qunsetenv("TIDEMARK_TEST_HOOK");
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
  const auto opened = AlarmDelivery::open(to(server), secrets_, clock_);
  QVERIFY(!opened);
  QCOMPARE(opened.error().code, ErrorCode::usage);
}

void TestAlarmWatch::the_path_of_a_webhook_is_in_no_line() {
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(500, ""); });
  watch(to(server))->once({});
  QVERIFY(said("answers 500"));
  QVERIFY(!said("t0k3n") && !said("hunter2"));
  QFile memory(file("t.alarms"));
  QVERIFY(memory.open(QIODevice::ReadOnly));
  const QByteArray kept = memory.readAll();
  QVERIFY(!kept.contains("t0k3n") && !kept.contains("hunter2"));
}

void TestAlarmWatch::a_damaged_memory_is_said() {
  QFile memory(file("t.alarms"));
  QVERIFY(memory.open(QIODevice::WriteOnly));
  memory.write("{\"open\": [7]}");
  memory.close();
  HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(200, ""); });
  watch(to(server))->once({});
  QVERIFY(said("told anew"));
  QCOMPARE(server.seen().size(), 1u);
}

void TestAlarmWatch::it_runs_beside_the_collection() {
  std::atomic<int> asked = 0;
  HttpServer server([&](const HttpSeen&, HttpPeer& peer) {
    ++asked;
    peer.wait(60'000);  // a receiver that never answers
  });
  QElapsedTimer timer;
  {
    const auto alarms = watch(to(server));
    alarms->start();
    QTRY_COMPARE(asked.load(), 1);
    timer.start();
  }
  QVERIFY2(timer.elapsed() < 2'000, qPrintable(QString::number(timer.elapsed())));
  QVERIFY(told_.empty());  // neither taken nor given up: it is still to be told
  std::atomic<int> taken = 0;
  HttpServer well([&](const HttpSeen&, HttpPeer& peer) {
    ++taken;
    peer.answer(200, "");
  });
  const auto alarms = watch(to(well));
  alarms->start();
  QTRY_COMPARE(taken.load(), 1);
}

QTEST_GUILESS_MAIN(TestAlarmWatch)
#include "tst_alarm_watch.moc"
