// SPDX-License-Identifier: GPL-3.0-or-later
// profile check --connect and profile boundary by the real program: documents that their schemas describe, exit
// statuses, no secret anywhere.
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"
#include "tests/integration/cli/schema.h"
#include "tests/integration/connection/tls_server.h"
#include "tests/integration/kafka/mock_cluster.h"

using namespace tidemark::testing;
namespace json = boost::json;

class TestCliConnections final : public QObject {
  Q_OBJECT

 private:
  const Program program_;
  MockCluster mock_{1};
  const TlsServer tls_{QStringLiteral("DNS:localhost")};
  QString profile_;

  Ran run(QStringList words) const { return program_.run(words << profile_); }
  json::object document(const QStringList& words) const {
    const Ran ran = run(QStringList(words) << QStringLiteral("--json"));
    if (ran.out.isEmpty()) qFatal("%s", ran.err.constData());
    return json::parse(ran.out.toStdString()).as_object();
  }
  static json::object row(const json::object& document, std::string_view endpoint, std::string_view step = {}) {
    for (const auto& one : document.at("rows").as_array()) {
      const auto& found = one.as_object();
      if (found.at("endpoint").as_string() == endpoint && (step.empty() || found.at("step").as_string() == step))
        return found;
    }
    return {};
  }

 private slots:
  void initTestCase() {
    qputenv("TIDEMARK_TEST_TOKEN", "hunter2-token");
    mock_.create_topic("orders", 1);
    QByteArray text =
        "{'name': 'p', 'clusters': [{'name': 'prod', 'bootstrap': 'BOOTSTRAP'}],"
        " 'connect': [{'name': 'lake', 'url': 'http://127.0.0.1:1'}],"
        " 'registries': [{'name': 'sr', 'url': 'https://PLACE', 'tls': {'ca': 'AUTHORITY'},"
        "                 'auth': {'bearer': 'env:TIDEMARK_TEST_TOKEN'}}],"
        " 'sinks': [{'name': 'pg', 'type': 'postgres', 'query': 'select 1',"
        "            'dsn': 'host=127.0.0.1 port=1 user=reader password=hunter2 dbname=d'}],"
        " 'pipelines': [{'name': 'o', 'topic': 'orders', 'connector': 'x', 'owner': 'data'}],"
        " 'owners': {'data': {'name': 'Data'}}}";
    text.replace('\'', '"').replace("BOOTSTRAP", QByteArray::fromStdString(mock_.bootstrap()));
    text.replace("PLACE", QByteArray::fromStdString(tls_.at("localhost")));
    text.replace("AUTHORITY", QByteArray::fromStdString(tls_.certificate()));
    profile_ = program_.write(QStringLiteral("p.json"), text);
  }

  void every_step_is_described() {
    const json::object checked = document({"profile", "check", "--connect"});
    QCOMPARE(against_schema(program_, {"profile", "schema", "check"}, checked), std::string());
    QCOMPARE(row(checked, "cluster:prod", "answer").at("state").as_string(), "ok");
    QCOMPARE(row(checked, "connect:lake", "tcp").at("state").as_string(), "failed");
    const auto shown = row(checked, "registry:sr", "certificate");
    QCOMPARE(shown.at("state").as_string(), "ok");
    QVERIFY(shown.at("certificate").at("trusted").as_bool());
    QCOMPARE(row(checked, "sink:pg", "tcp").at("state").as_string(), "failed");
    QCOMPARE(row(checked, "cluster:prod", "permission").at("object").as_string(), "describe topics");
  }

  void every_endpoint_is_described() {
    const json::object sheet = document({"profile", "boundary"});
    QCOMPARE(against_schema(program_, {"profile", "schema", "boundary"}, sheet), std::string());
    QCOMPARE(sheet.at("rows").as_array().size(), std::size_t(4));
    const auto registry = row(sheet, "registry:sr");
    QVERIFY(registry.at("tls").as_string().starts_with("TLSv1."));
    QVERIFY(registry.at("certificate_until").is_string());
    QCOMPARE(registry.at("authentication").as_string(), "bearer");
    QVERIFY(registry.at("principal").is_null());
    const auto cluster = row(sheet, "cluster:prod");
    QCOMPARE(cluster.at("zone").as_string(), "this machine");
    QCOMPARE(cluster.at("tls").as_string(), "no");
    QCOMPARE(cluster.at("owners").as_array().at(0).as_string(), "data");
    QCOMPARE(row(sheet, "sink:pg").at("principal").as_string(), "reader");
  }

  void without_asking_nothing_is_known_but_what_is_written() {
    const json::object sheet = document({"profile", "boundary", "--offline"});
    QCOMPARE(against_schema(program_, {"profile", "schema", "boundary"}, sheet), std::string());
    for (const auto& one : sheet.at("rows").as_array()) {
      QVERIFY(one.at("tls").is_null());
      QCOMPARE(one.at("tls_reason").as_string(), "not-probed");
      QCOMPARE(one.at("state").as_string(), "not-tried");
    }
  }

  void what_was_asked_is_evidence() {
    const QString timeline = program_.path(QStringLiteral("t.tidemark"));
    QCOMPARE(program_.run({"collect", "--once", "--profile", profile_, "--timeline", timeline}).status, 0);
    const QStringList take{"scorecard", "evidence", "--take", "--connect", "--timeline", timeline};
    QCOMPARE(program_.run(take).status, 2);  // of which endpoints?
    const Ran taken = program_.run(QStringList(take) << QStringLiteral("--profile") << profile_);
    QVERIFY2(taken.status == 0, taken.err.constData());
    const Ran listed = program_.run({"scorecard", "evidence", "--row", "governance", "--timeline", timeline, "--json"});
    QVERIFY2(listed.out.contains("endpoint:registry:sr") && listed.out.contains("TLSv1."), listed.out.constData());
    QVERIFY(!listed.out.contains("hunter2"));
  }

  void no_secret_leaves() {
    for (const char* format : {"table", "json", "csv", "md"})
      for (const QStringList& words :
           {QStringList{"profile", "check", "--connect"}, QStringList{"profile", "boundary"}}) {
        const Ran ran = run(QStringList(words) << QStringLiteral("--format") << QString::fromLatin1(format));
        QVERIFY(!ran.out.isEmpty());
        QVERIFY2(!(ran.out + ran.err).contains("hunter2"), format);
      }
  }

  void statuses() {
    const QString bootstrap = QString::fromStdString(mock_.bootstrap());
    QCOMPARE(program_.run({"profile", "check", "--bootstrap", bootstrap}).status, 0);
    QCOMPARE(program_.run({"profile", "check", "--bootstrap", bootstrap, "--fail-on", "error"}).status, 0);
    const Ran closed = program_.run({"profile", "check", "--bootstrap", "127.0.0.1:1"});
    QCOMPARE(closed.status, 3);
    QVERIFY2(closed.one_line(), closed.err.constData());
    QVERIFY(closed.out.contains("refused"));
    QCOMPARE(run({"profile", "check", "--connect"}).status, 0);
    QCOMPARE(run({"profile", "check", "--connect", "--fail-on", "error"}).status, 1);
    QCOMPARE(program_.run({"profile", "boundary"}).status, 2);
    QCOMPARE(program_.run({"profile", "schema", "nothing"}).status, 2);
  }
};

QTEST_GUILESS_MAIN(TestCliConnections)
#include "tst_cli_connections.moc"
