// SPDX-License-Identifier: GPL-3.0-or-later
// collect tells a command what is late, once, also when it starts again; and a profile that names nobody properly is
// refused before anything is collected.
#include <signal.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"
#include "tests/integration/kafka/mock_cluster.h"

using namespace tidemark::testing;
namespace json = boost::json;

class TestCliAlarms final : public QObject {
  Q_OBJECT
 private slots:
  void what_is_late_is_told_once();
  void wrong_profiles_are_refused();
  void a_question_tells_nobody();

 private:
  QString profile(const QByteArray& alarms, const QByteArray& bootstrap) const {
    return program_.write(QStringLiteral("p.json"), R"({"name": "prod",
      "clusters": [{"name": "c", "bootstrap": ")" + bootstrap +
                                                        R"(", "poll": "300ms", "groups": ["g"]}],
      "classes": [{"name": "fraud", "target": "1s", "owner": "risk"}],
      "pipelines": [{"name": "orders", "topic": "orders", "group": "g", "class": "fraud"}],
      "alarms": )" + alarms + "}");
  }
  QByteArray read(const QString& name) const {
    QFile file(program_.path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  Program program_;
};

void TestCliAlarms::what_is_late_is_told_once() {
  MockCluster cluster(1);
  cluster.create_topic("orders", 1);
  cluster.produce("orders", 0, 50);
  cluster.commit("g", "orders", 0, 50);
  const QString out = QStringLiteral("told");
  const QString named =
      profile(R"({"severity": "warn", "command": ["tee", "-a", ")" + program_.path(out).toUtf8() + "\"]}",
              QByteArray::fromStdString(cluster.bootstrap()));
  const QString timeline = program_.path(QStringLiteral("t.tidemark"));
  const QStringList collect{"collect", "--profile", named, "--timeline", timeline, "-v"};
  {
    const auto process = program_.start(collect);
    process->setReadChannel(QProcess::StandardError);
    QByteArray said;
    const auto says = [&](const char* words) {
      QElapsedTimer timer;
      for (timer.start(); timer.elapsed() < 60'000 && !said.contains(words);) {
        process->waitForReadyRead(200);
        said += process->readAllStandardError();
      }
      return said.contains(words);
    };
    QVERIFY2(says("committed source="), said.constData());
    cluster.produce("orders", 0, 30);
    QVERIFY2(says("tee took it"), said.constData());
    for (int polls = 0; polls < 2; ++polls) {  // what became of it goes with the next poll
      said.clear();
      QVERIFY2(says("c/offsets"), said.constData());
    }
    QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGTERM), 0);
    QVERIFY(process->waitForFinished(10'000));
    QCOMPARE(process->exitCode(), 0);
  }
  const QByteArray once = read(out);
  QCOMPARE(once.count('\n'), 1);
  const json::value body = json::parse(once.toStdString());
  QCOMPARE(body.at("transition").as_string(), "opened");
  QCOMPARE(body.at("finding").at("rule").as_string(), "F01");
  QCOMPARE(body.at("finding").at("path").as_string(), "orders");
  QCOMPARE(body.at("finding").at("owner").as_string(), "risk");
  QVERIFY(body.at("finding").at("signals").at("age_ms").as_int64() > 1000);
  const Ran again = program_.run(QStringList(collect) << QStringLiteral("--for") << QStringLiteral("12s"));
  QCOMPARE(again.status, 0);
  QCOMPARE(read(out), once);
  const Ran events = program_.run({"events", "--timeline", timeline, "--json"});
  QVERIFY2(events.out.contains("\"kind\":\"alarm\"") && events.out.contains("tee took it"), events.out.constData());
}

void TestCliAlarms::wrong_profiles_are_refused() {
  for (const char* alarms :
       {R"({"command": []})", R"({"command": "page me"})", R"({"webhook": {"url": "ftp://h/x"}})", R"({"webhook": {}})",
        R"({"severity": "loud"})", R"({"command": ["true"], "limit": "1h"})",
        R"({"webhook": {"url": "http://h/x", "headers": {"A": "env:TIDEMARK_NO_SUCH_NAME"}}})",
        R"({}, "remote_write": {"url": "ftp://h"})",
        R"({}, "remote_write": {"url": "http://h", "auth": {"bearer": "env:TIDEMARK_NO_SUCH_NAME"}})"}) {
    const Ran ran = program_.run({"collect", "--once", "--profile", profile(alarms, "127.0.0.1:1"), "--timeline",
                                  program_.path(QStringLiteral("none.tidemark"))});
    QVERIFY2(ran.status == 2, alarms);
    QVERIFY2(ran.one_line(), ran.err.constData());
    QVERIFY(!QFile::exists(program_.path(QStringLiteral("none.tidemark"))));
  }
}

void TestCliAlarms::a_question_tells_nobody() {
  MockCluster cluster(1);
  cluster.create_topic("orders", 1);
  cluster.produce("orders", 0, 5);
  const QString named = profile(
      R"({"severity": "warn", "command": ["tee", ")" + program_.path(QStringLiteral("live")).toUtf8() +
          R"("]}, "remote_write": {"url": "http://127.0.0.1:1", "headers": {"A": "env:TIDEMARK_NO_SUCH_NAME"}})",
      QByteArray::fromStdString(cluster.bootstrap()));
  const Ran ran = program_.run({"lag", "--live", "--profile", named, "--json"});
  QVERIFY2(ran.status == 0 || ran.status == 3, ran.err.constData());
  QVERIFY(!QFile::exists(program_.path(QStringLiteral("live"))));
}

QTEST_GUILESS_MAIN(TestCliAlarms)
#include "tst_cli_alarms.moc"
