// SPDX-License-Identifier: GPL-3.0-or-later
// The order within a scene, its limit, the length of a play and a stop, with scenes of the test's own; and where the
// lab's programs are looked for.
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "app/demo/lab_pipeline.h"
#include "app/demo/play.h"

using namespace tidemark;
using demo::PlayOptions;
using demo::Scene;
using demo::Words;

class TestPlay final : public QObject {
  Q_OBJECT
 private slots:
  void init() { log_.clear(); }
  void a_scene_acts_speaks_waits_and_asks();
  void what_is_not_seen_ends_the_play_with_what_is();
  void what_fails_ends_the_play();
  void a_length_cuts_and_fills();
  void a_stop_ends_it_at_once();
  void the_lab_is_found_above_the_program_or_where_it_is_named();

 private:
  PlayOptions options(std::stop_token stop = {});
  std::vector<std::string> log_;
};

namespace {
const SystemClock system_clock;

class Steps final : public demo::Play {
 public:
  Steps(PlayOptions options, std::vector<Scene> scenes, std::optional<Millis> length = {})
      : Play(std::move(options), system_clock), scenes_(std::move(scenes)), length_(length) {}
  std::vector<Scene> scenes() override { return scenes_; }
  std::string_view footnote() const override { return {}; }

 private:
  std::optional<Millis> length() const override { return length_; }
  std::vector<Words> last_questions() const override { return {{"lag"}}; }
  Result<> flush() override { return {}; }

  std::vector<Scene> scenes_;
  std::optional<Millis> length_;
};
}  // namespace

PlayOptions TestPlay::options(std::stop_token stop) {
  return {.timeline = "t.tidemark",
          .say = [this](std::string_view text) { log_.push_back("says " + std::string(text)); },
          .ask =
              [this](const Words& words) {
                log_.push_back("asks " + words.front() + (words.size() > 1 ? ' ' + words[1] : std::string()));
                if (words.size() > 1 && !parse_rfc3339(words.at(2))) qFatal("no time: %s", words.at(2).c_str());
              },
          .stop = std::move(stop)};
}

void TestPlay::a_scene_acts_speaks_waits_and_asks() {
  int looks = 0;
  Steps steps(options(), {{.act =
                               [this] {
                                 log_.emplace_back("acts");
                                 return Result<>();
                               },
                           .text = "one",
                           .wait = [&]() -> Result<std::optional<std::string>> {
                             log_.emplace_back("looks");
                             return ++looks < 2 ? std::optional<std::string>("not yet") : std::nullopt;
                           },
                           .limit = Millis(10'000),
                           .questions = {{"align"}}},
                          {.text = "two"}});
  QVERIFY(steps.play());
  QCOMPARE(log_,
           (std::vector<std::string>{"acts", "says one", "looks", "looks", "asks align --at", "says two", "asks lag"}));
}

void TestPlay::what_is_not_seen_ends_the_play_with_what_is() {
  Steps steps(
      options(),
      {{.text = "one", .wait = []() -> Result<std::optional<std::string>> { return "lag 7"; }, .limit = Millis(1'000)},
       {.text = "two"}});
  const auto played = steps.play();
  QVERIFY(!played);
  QCOMPARE(played.error().code, ErrorCode::no_data);
  QCOMPARE(played.error().line(),
           std::string("t.tidemark: what the last line announces is not to be seen after 1 s, but lag 7; look into it "
                       "with tidemark align, connectors and sources"));
  QCOMPARE(log_, std::vector<std::string>{"says one"});
}

void TestPlay::what_fails_ends_the_play() {
  Steps steps(options(), {{.act = [] { return Result<>(fail(ErrorCode::unreachable, "gone")); }, .text = "one"}});
  const auto played = steps.play();
  QVERIFY(!played);
  QCOMPARE(played.error().code, ErrorCode::unreachable);
  QVERIFY(log_.empty());
}

void TestPlay::a_length_cuts_and_fills() {
  const std::vector<Scene> scenes{{.text = "one", .hold = Millis(60'000)}, {.text = "two"}};
  QElapsedTimer timer;
  timer.start();
  QVERIFY(Steps(options(), scenes, Millis(300)).play());
  QVERIFY(timer.elapsed() >= 299 && timer.elapsed() < 5'000);  // clocks count whole milliseconds
  QCOMPARE(log_, (std::vector<std::string>{"says one", "asks lag"}));
  timer.restart();
  QVERIFY(Steps(options(), {{.text = "three"}}, Millis(300)).play());
  QVERIFY(timer.elapsed() >= 299);
}

void TestPlay::a_stop_ends_it_at_once() {
  std::stop_source stop;
  Steps steps(options(stop.get_token()), {{.text = "one",
                                           .wait = [&]() -> Result<std::optional<std::string>> {
                                             stop.request_stop();
                                             return "nothing";
                                           },
                                           .limit = Millis(60'000),
                                           .questions = {{"align"}}},
                                          {.text = "two"}});
  QVERIFY(steps.play());
  QCOMPARE(log_, (std::vector<std::string>{"says one", "asks lag"}));
}

void TestPlay::the_lab_is_found_above_the_program_or_where_it_is_named() {
  QCOMPARE(demo::find_lab({}), std::string(TIDEMARK_SOURCE_DIR "/tests/lab"));
  QCOMPARE(demo::find_lab(TIDEMARK_SOURCE_DIR "/tests/lab"), std::string(TIDEMARK_SOURCE_DIR "/tests/lab"));
  const QTemporaryDir dir;
  const auto missing = demo::find_lab(dir.path().toStdString());
  QVERIFY(!missing);
  QCOMPARE(missing.error().code, ErrorCode::usage);
  QVERIFY(missing.error().line().starts_with(dir.path().toStdString() + ": the programs of the lab"));
}

QTEST_GUILESS_MAIN(TestPlay)
#include "tst_play.moc"
