// SPDX-License-Identifier: GPL-3.0-or-later
// watch: the home in a terminal, a real one for the real program.
#include <pty.h>
#include <unistd.h>

#include <QFile>
#include <QTest>

#include "tests/integration/cli/program.h"

class TestCliWatch final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void it_says_what_is_late_worst_first();
  void what_no_longer_grows_is_said();
  void without_a_timeline_there_is_nothing_to_watch();
  void a_terminal_is_left_as_it_was();

 private:
  Program program_;
  QString timeline_;
};

void TestCliWatch::initTestCase() {
  timeline_ = program_.path(QStringLiteral("lake.tidemark"));
  const Ran ran =
      program_.run({"import", "--story", QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/views/stories/lake.json"),
                    "--timeline", timeline_});
  QCOMPARE(ran.status, 0);
}

void TestCliWatch::it_says_what_is_late_worst_first() {
  const Ran ran = program_.run({"watch", "--utc", "--timeline", timeline_});
  QCOMPARE(ran.status, 0);
  QVERIFY2(ran.err.isEmpty(), ran.err);
  QVERIFY2(ran.out.contains("2 of 5 paths late"), ran.out);
  QVERIFY2(ran.out.contains("R13"), ran.out);
  QVERIFY(!ran.out.contains('\x1b'));
  QList<QByteArray> states;
  for (const QByteArray& line : ran.out.split('\n'))
    if (line.startsWith("LATE") || line.startsWith("fine")) states << line.left(4);
  QCOMPARE(states, (QList<QByteArray>{"LATE", "LATE", "fine", "fine", "fine"}));
}

void TestCliWatch::what_no_longer_grows_is_said() {
  const Ran ran = program_.run({"watch", "--once", "--timeline", timeline_});
  QVERIFY2(ran.out.contains("NOBODY COLLECTS"), ran.out);
}

void TestCliWatch::without_a_timeline_there_is_nothing_to_watch() {
  const Ran ran = program_.run({"watch", "--timeline", program_.path(QStringLiteral("none.tidemark"))});
  QVERIFY(ran.status != 0);
  QVERIFY2(ran.one_line(), ran.err);
  QVERIFY(ran.out.isEmpty());
}

void TestCliWatch::a_terminal_is_left_as_it_was() {
  int master = -1;
  int slave = -1;
  winsize size{.ws_row = 12, .ws_col = 90, .ws_xpixel = 0, .ws_ypixel = 0};
  QCOMPARE(openpty(&master, &slave, nullptr, nullptr, &size), 0);
  QProcess watch;
  watch.setChildProcessModifier([slave] { ::dup2(slave, STDOUT_FILENO); });
  watch.start(QStringLiteral(TIDEMARK_BINARY_DIR "/bin/tidemark-cli"), {"watch", "--timeline", timeline_});
  QVERIFY(watch.waitForStarted());
  ::close(slave);
  QFile terminal;
  QVERIFY(terminal.open(master, QIODevice::ReadOnly | QIODevice::Unbuffered, QFile::AutoCloseHandle));
  QByteArray seen;
  while (!seen.contains("Ctrl-C ends")) {
    const QByteArray more = terminal.read(4096);
    if (more.isEmpty()) break;
    seen += more;
  }
  QVERIFY2(seen.contains("R13"), seen);
  QVERIFY2(seen.contains("more: tidemark freshness"), seen);  // 12 lines hold not all
  for (const QByteArray& line : seen.mid(seen.lastIndexOf("\x1b[J") + 3).split('\n'))
    QVERIFY2(QString::fromUtf8(line).remove(QStringLiteral("\x1b[2m")).remove(QStringLiteral("\x1b[0m")).size() <= 92,
             line);
  watch.terminate();
  for (QByteArray more = terminal.read(4096); !more.isEmpty(); more = terminal.read(4096)) seen += more;
  QVERIFY(watch.waitForFinished());
  QCOMPARE(watch.exitCode(), 0);
  QVERIFY2(seen.endsWith("\x1b[?25h\x1b[?1049l"), seen.right(40));
}

QTEST_GUILESS_MAIN(TestCliWatch)
#include "tst_cli_watch.moc"
