// SPDX-License-Identifier: GPL-3.0-or-later
// connectors, from a profile and from a timeline, against an HTTP server on loopback that answers in Connect's words.
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"
#include "tests/support/http_server.h"

using namespace tidemark::testing;

namespace {
const char* const connectors =
    R"j({"sink":{"status":{"name":"sink","connector":{"state":"RUNNING","worker_id":"w1:8083"},
  "tasks":[{"id":0,"state":"RUNNING","worker_id":"w1:8083"},
           {"id":1,"state":"FAILED","worker_id":"w2:8083","trace":"org.E: user:hunter2 password=hunter2\n\tat a.b"}],
  "type":"sink"},"info":{"name":"sink","config":{"connector.class":"X","topics":"orders","db.password":"hunter2",
                                                 "errors.tolerance":"all"},
  "type":"sink"}}})j";

void answer(const HttpSeen& seen, HttpPeer& peer) {
  if (seen.headers.count("authorization") == 0) return peer.answer(401, "{}");
  if (seen.target == "/") return peer.answer(200, R"j({"version":"4.1.0","kafka_cluster_id":"c"})j");
  if (seen.target.starts_with("/connectors?")) return peer.answer(200, connectors);
  return peer.answer(404, "{}");
}
}  // namespace

class TestCliConnectors final : public QObject {
  Q_OBJECT
 private:
  static QByteArray profile(const HttpServer& server, const char* auth) {
    return QByteArray(R"({"connect":[{"name":"lake","url":")") + server.url().c_str() + "\"," + auth + "}]}";
  }

 private slots:
  void initTestCase() {
    qputenv("no_proxy", "*");
    qputenv("TIDEMARK_TEST_PASSWORD", "pw");
  }

  void live_and_from_a_timeline() {
    HttpServer server(answer);
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"),
                      profile(server, R"("auth":{"basic":{"user":"u","password":"env:TIDEMARK_TEST_PASSWORD"}})"));
    const Ran live = program.run({"connectors", "--profile", file, "--live", "--json"});
    QVERIFY2(live.status == 0, live.err.constData());
    const auto row = boost::json::parse(live.out.toStdString()).at("rows").at(0);
    QCOMPARE(row.at("connect").as_string(), boost::json::string("lake"));
    QCOMPARE(row.at("judged").as_string(), boost::json::string("partly-failed"));
    QVERIFY(row.at("tasks").at(1).at("trace_head").as_string().starts_with("org.E: "));

    const QString timeline = program.path(QStringLiteral("t.tidemark"));
    const Ran collected = program.run({"collect", "--profile", file, "--timeline", timeline, "--once"});
    QVERIFY2(collected.status == 0, collected.err.constData());
    const Ran stored = program.run({"connectors", "--timeline", timeline, "--json"});
    QVERIFY2(stored.status == 0, stored.err.constData());
    QCOMPARE(boost::json::parse(stored.out.toStdString()).at("rows").at(0).at("judged"), row.at("judged"));

    QFile bytes(timeline);
    QVERIFY(bytes.open(QIODevice::ReadOnly));
    QVERIFY(!bytes.readAll().contains("password=hunter2"));
    for (const Ran& ran : {live, collected, stored}) QVERIFY(!(ran.out + ran.err).contains("password=hunter2"));
  }

  void check_judges_the_sinks_of_a_connect_alone() {
    HttpServer server(answer);
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"),
                      profile(server, R"("auth":{"basic":{"user":"u","password":"env:TIDEMARK_TEST_PASSWORD"}})"));
    const Ran live = program.run({"check", "--profile", file, "--json", "--fail-on", "error"});
    QVERIFY2(live.status == 1 && live.err.isEmpty(), live.err.constData());
    const auto document = boost::json::parse(live.out.toStdString());
    QCOMPARE(document.at("rows").as_array().size(), 1u);
    const auto row = document.at("rows").at(0);
    QCOMPARE(row.at("rule").as_string(), boost::json::string("K20"));
    QCOMPARE(row.at("object").as_string(), boost::json::string("connector:sink"));
    QCOMPARE(row.at("setting").as_string(), boost::json::string("errors.deadletterqueue.topic.name"));
    QVERIFY(row.at("why").as_string().starts_with("sink drops records"));
    QVERIFY(!live.out.contains("hunter2"));
  }

  void a_refused_password_is_one_line_and_status_3() {
    HttpServer server([](const HttpSeen&, HttpPeer& peer) { peer.answer(401, "{}"); });
    const Program program;
    const QString file =
        program.write(QStringLiteral("p.json"), profile(server, R"("auth":{"bearer":"env:TIDEMARK_TEST_PASSWORD"})"));
    const Ran ran = program.run({"connectors", "--profile", file, "--live"});
    QCOMPARE(ran.status, 3);
    QVERIFY2(ran.one_line() && ran.err.contains("refuses the credentials (401)"), ran.err.constData());
  }
};

QTEST_GUILESS_MAIN(TestCliConnectors)
#include "tst_cli_connectors.moc"
