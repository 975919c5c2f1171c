// SPDX-License-Identifier: GPL-3.0-or-later
// Real programs, run to their end: what they say, how they end, and that a stop ends them with all that they started.
#include <QElapsedTimer>
#include <QTest>
#include <csignal>
#include <thread>

#include "app/cli/stop_signals.h"
#include "app/session/child.h"

using namespace tidemark;

class TestChild final : public QObject {
  Q_OBJECT
 private slots:
  void what_it_says_and_how_it_ends();
  void words_are_no_shell_text();
  void a_line_comes_when_it_is_said();
  void much_output_is_cut();
  void a_program_that_is_not_there();
  void a_stop_ends_its_whole_group();
  void a_program_that_does_not_want_to_end();
  void signals_that_are_blocked_here_are_not_blocked_there();
  void what_it_may_read_is_given_whole();
  void a_limit_ends_it();
  void a_limit_does_not_wait_for_what_it_left_behind();
};

namespace {
const SystemClock system_clock;

ChildRun run(const std::vector<std::string>& words, const ChildOptions& options = {}) {
  auto ran = run_child(words, options, system_clock);
  if (!ran) qFatal("%s", ran.error().line().c_str());
  return std::move(*ran);
}
}  // namespace

void TestChild::what_it_says_and_how_it_ends() {
  std::vector<std::string> lines;
  const auto ran = run({"sh", "-c", "echo out; echo one >&2; echo >&2; printf two >&2; exit 77"},
                       {.line = [&](std::string_view line) { lines.emplace_back(line); }});
  QCOMPARE(ran.status, 77);
  QCOMPARE(ran.out, std::string("out\n"));
  QCOMPARE(lines, (std::vector<std::string>{"one", "two"}));
  QCOMPARE(ran.last_line, std::string("two"));
  QCOMPARE(run({"sh", "-c", "kill -9 $$"}).status, 137);
  QCOMPARE(run({"cat"}).out, std::string());  // nothing to read from
}

void TestChild::words_are_no_shell_text() {
  QCOMPARE(run({"printf", "%s|", "a b", "$HOME", "; exit 3", ""}).out, std::string("a b|$HOME|; exit 3||"));
}

void TestChild::a_line_comes_when_it_is_said() {
  QElapsedTimer timer;
  timer.start();
  qint64 first = -1;
  run({"sh", "-c", "echo first >&2; sleep 1"}, {.line = [&](std::string_view) { first = timer.elapsed(); }});
  QVERIFY2(first >= 0 && timer.elapsed() - first > 500, qPrintable(QString::number(first)));
}

void TestChild::much_output_is_cut() {
  const auto ran = run({"sh", "-c", "head -c 3000000 /dev/zero; head -c 9000 /dev/zero | tr '\\0' x >&2"});
  QCOMPARE(ran.status, 0);
  QCOMPARE(ran.out.size(), std::size_t{1'048'576});
  QCOMPARE(ran.last_line.size(), std::size_t{4'096});
}

void TestChild::a_program_that_is_not_there() {
  const auto ran = run_child({"no-such-program-here"}, {}, system_clock);
  QVERIFY(!ran);
  QCOMPARE(ran.error().code, ErrorCode::usage);
  QCOMPARE(ran.error().line(), std::string("no-such-program-here: cannot be started: No such file or directory"));
}

void TestChild::a_stop_ends_its_whole_group() {
  std::stop_source stop;
  pid_t inner = 0;
  const auto line = [&](std::string_view text) {
    inner = static_cast<pid_t>(std::stol(std::string(text)));
    stop.request_stop();
  };
  QElapsedTimer timer;
  timer.start();
  const auto ran =
      run_child({"sh", "-c", "sleep 60 & echo $! >&2; wait"}, {.line = line, .stop = stop.get_token()}, system_clock);
  QVERIFY(!ran);
  QCOMPARE(ran.error().code, ErrorCode::cancelled);
  QVERIFY(timer.elapsed() < 4'000);
  QVERIFY(inner > 0);
  QTRY_VERIFY(kill(inner, 0) != 0);
}

void TestChild::a_program_that_does_not_want_to_end() {
  std::stop_source stop;
  QElapsedTimer timer;
  timer.start();
  const auto ran =
      run_child({"sh", "-c", "trap '' TERM; echo ready >&2; sleep 60"},
                {.line = [&](std::string_view) { stop.request_stop(); }, .stop = stop.get_token()}, system_clock);
  QVERIFY(!ran);
  QVERIFY2(timer.elapsed() > 4'000 && timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

void TestChild::signals_that_are_blocked_here_are_not_blocked_there() {
  const cli::StopSignals interrupts;
  QCOMPARE(run({"grep", "-E", "^SigBlk:", "/proc/self/status"}).out, std::string("SigBlk:\t0000000000000000\n"));
}

void TestChild::what_it_may_read_is_given_whole() {
  const std::string much(500'000, 'x');
  QCOMPARE(run({"cat"}, {.input = much}).out, much);
  QCOMPARE(run({"cat", "/dev/stdin"}, {.input = "as a file"}).out, std::string("as a file"));
  QCOMPARE(run({"true"}, {.input = much}).status, 0);  // nobody reads it
}

void TestChild::a_limit_ends_it() {
  QElapsedTimer timer;
  timer.start();
  const auto ran = run({"sleep", "60"}, {.limit = Millis(300)});
  QVERIFY(ran.timed_out);
  QVERIFY(ran.status != 0);
  QVERIFY2(timer.elapsed() < 4'000, qPrintable(QString::number(timer.elapsed())));
  QVERIFY(!run({"true"}, {.limit = Millis(30'000)}).timed_out);
}

void TestChild::a_limit_does_not_wait_for_what_it_left_behind() {
  QElapsedTimer timer;
  timer.start();
  const auto ran = run({"sh", "-c", "setsid sleep 8 & sleep 60"}, {.limit = Millis(200), .grace = Millis(300)});
  QVERIFY(ran.timed_out);
  QVERIFY2(timer.elapsed() < 6'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestChild)
#include "tst_child.moc"
