// SPDX-License-Identifier: GPL-3.0-or-later
// collect and the direct questions against librdkafka's built-in cluster over TCP.
#include <signal.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "app/demo/cluster.h"
#include "tests/integration/cli/program.h"

using namespace tidemark;

namespace {
boost::json::value rows_of(const Ran& ran) { return boost::json::parse(ran.out.toStdString()).at("rows"); }
}  // namespace

class TestCliCollect final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void acknowledged_polls_are_in_the_file();
  void sigterm_ends_it_cleanly_and_it_holds_no_qt();
  void once();
  void what_was_before_is_rebuilt_once();
  void a_question_to_the_cluster_itself();
  void the_profile_in_force_is_kept_in_the_timeline();

 private:
  QString bootstrap() const { return QString::fromStdString(cluster_->bootstrap()); }
  std::unique_ptr<demo::DemoCluster> cluster_;
};

void TestCliCollect::initTestCase() {
  auto cluster = demo::DemoCluster::start({{TopicName("orders"), 4}, {TopicName("clicks"), 2}});
  QVERIFY(cluster);
  cluster_ = std::move(*cluster);
}

void TestCliCollect::acknowledged_polls_are_in_the_file() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const Ran ran = program.run({"collect", "--bootstrap", bootstrap(), "--timeline", timeline, "--for", "3s", "-v"});
  QVERIFY2(ran.status == 0, ran.err.constData());
  QCOMPARE(ran.out, QByteArray());
  int acknowledged = 0;
  for (const QByteArray& line : ran.err.split('\n'))
    acknowledged += line.contains("committed source=") && line.contains(" poll=") && line.contains(" at=");
  QVERIFY2(acknowledged >= 2, ran.err.constData());
  const Ran polls = program.run(
      {"timeline", "query", "select count(*) as n from poll", "--timeline", timeline, "--format", "ndjson"});
  QCOMPARE(polls.out, QByteArray("{\"n\":") + QByteArray::number(acknowledged) + "}\n");
  QCOMPARE(program.run({"timeline", "check", "--timeline", timeline}).status, 0);
}

void TestCliCollect::sigterm_ends_it_cleanly_and_it_holds_no_qt() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const auto process = program.start({"collect", "--bootstrap", bootstrap(), "--timeline", timeline, "-v"});
  process->setReadChannel(QProcess::StandardError);
  QVERIFY(process->waitForStarted());
  while (!process->readAllStandardError().contains("committed"))
    QVERIFY2(process->waitForReadyRead(30'000), "no poll was committed in time");
  QFile maps(QStringLiteral("/proc/%1/maps").arg(process->processId()));
  QVERIFY(maps.open(QIODevice::ReadOnly));
  const QByteArray loaded = maps.readAll();
  QVERIFY(loaded.contains("librdkafka"));
  QVERIFY2(!loaded.contains("libQt"), "a Qt library is loaded");

  QElapsedTimer timer;
  timer.start();
  QCOMPARE(::kill(static_cast<pid_t>(process->processId()), SIGTERM), 0);
  QVERIFY(process->waitForFinished(10'000));
  QVERIFY2(timer.elapsed() < 4000, "the stop took too long");
  QCOMPARE(process->exitStatus(), QProcess::NormalExit);
  QCOMPARE(process->exitCode(), 0);
  QCOMPARE(program.run({"timeline", "check", "--timeline", timeline}).status, 0);
}

// Topics without a record have no past that anybody could tell.
void TestCliCollect::what_was_before_is_rebuilt_once() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const QStringList collect{"collect", "--bootstrap", bootstrap(), "--timeline", timeline,
                            "--once",  "--backfill",  "15m",       "-v"};
  const auto rebuilt = [&] {
    return program
        .run({"timeline", "query", "select count(*) as n from poll where boot = 'rebuilt'", "--timeline", timeline,
              "--format", "ndjson"})
        .out;
  };
  const Ran first = program.run(collect);
  QVERIFY2(first.status == 0, first.err.constData());
  QVERIFY2(first.err.contains("high marks: 6 partitions at 90 times"), first.err.constData());
  QVERIFY2(first.err.contains("groups: not rebuilt: write \"read\": [\"offsets-topic\"]"), first.err.constData());
  QCOMPARE(rebuilt(), QByteArray("{\"n\":90}\n"));
  const QString reasons = QStringLiteral(
      "select distinct v.reason from series s, samples(s.id, 0, 9000000000000) v where s.source_kind = 'rebuilt'");
  const Ran samples = program.run({"timeline", "query", reasons, "--timeline", timeline, "--format", "ndjson"});
  QCOMPARE(samples.out, QByteArray("{\"reason\":\"no-history\"}\n"));
  const Ran second = program.run(collect);
  QVERIFY2(second.err.contains("high marks: nothing to rebuild"), second.err.constData());
  QCOMPARE(rebuilt(), QByteArray("{\"n\":90}\n"));
  QCOMPARE(program.run({"timeline", "check", "--timeline", timeline}).status, 0);
  const Ran sources = program.run({"sources", "--timeline", timeline, "--json"});
  QVERIFY2(sources.out.contains("\"state\":\"rebuilt\""), sources.out.constData());

  const Ran wrong = program.run({"collect", "--bootstrap", bootstrap(), "--timeline", timeline, "--backfill", "soon"});
  QCOMPARE(wrong.status, 2);
  QVERIFY(wrong.one_line());
}

void TestCliCollect::once() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const Ran ran = program.run({"collect", "--once", "--bootstrap", bootstrap(), "--timeline", timeline});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const Ran topics = program.run({"topics", "--timeline", timeline, "--json"});
  QVERIFY2(topics.status == 0, topics.err.constData());
  QCOMPARE(rows_of(topics).as_array().size(), 2u);
}

void TestCliCollect::a_question_to_the_cluster_itself() {
  const Program program;
  const Ran ran = program.run({"topics", "--bootstrap", bootstrap(), "--topic", "ord*", "--json"});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const auto rows = rows_of(ran).as_array();
  QCOMPARE(rows.size(), 1u);
  QCOMPARE(rows[0].at("topic").as_string().c_str(), "orders");
  QCOMPARE(rows[0].at("partitions").as_int64(), 4);
  QVERIFY(rows[0].at("produce_rate").is_null());
  QCOMPARE(rows[0].at("produce_rate_reason").as_string().c_str(), "no-history");
  QCOMPARE(program.files(), QStringList());
}

void TestCliCollect::the_profile_in_force_is_kept_in_the_timeline() {
  const Program program;
  const QString timeline = program.path(QStringLiteral("t.tidemark"));
  const QString profile =
      program.write(QStringLiteral("p.json"), QStringLiteral(R"({"name":"prod","clusters":[{"name":"c","bootstrap":"%1",
    "client":{"sasl.username":"u","sasl.password":"env:TIDEMARK_TEST_PASSWORD"}}],"classes":[{"name":"fraud","target":"5s"}]})")
                                                  .arg(bootstrap())
                                                  .toUtf8());
  qputenv("TIDEMARK_TEST_PASSWORD", "hunter2-never-stored");
  const Ran ran = program.run({"collect", "--once", "--profile", profile, "--timeline", timeline});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const Ran out = program.run({"timeline", "export", "--ndjson", "--timeline", timeline});
  QVERIFY2(out.out.contains("profile:prod") && out.out.contains("fraud"), out.out.constData());
  for (const QString& name : program.files()) {
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(!file.readAll().contains("hunter2"), qPrintable(name));
  }
}

QTEST_GUILESS_MAIN(TestCliCollect)
#include "tst_cli_collect.moc"
