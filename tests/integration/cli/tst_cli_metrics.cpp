// SPDX-License-Identifier: GPL-3.0-or-later
// The verb `metrics` through the real program: files that it parses or refuses, and an endpoint that was collected.
#include <QTest>
#include <boost/json.hpp>

#include "tests/integration/cli/program.h"
#include "tests/support/http_server.h"

using namespace tidemark::testing;
namespace json = boost::json;

namespace {
std::string text(const json::value& value) { return json::value_to<std::string>(value); }
}  // namespace

class TestCliMetrics final : public QObject {
  Q_OBJECT
 private slots:
  void a_file_is_one_row_per_sample();
  void the_type_tells_the_format_data();
  void the_type_tells_the_format();
  void an_endpoint_is_collected();

 private:
  const Program program_;
};

void TestCliMetrics::a_file_is_one_row_per_sample() {
  const QString file = program_.write(QStringLiteral("m.txt"),
                                      "# TYPE a counter\n# HELP a of it\na_total{b=\"<i>\"} 1.5 2 # {t=\"x\"} 1\n"
                                      "# TYPE g gauge\ng NaN\n# EOF\n");
  const Ran ran = program_.run({QStringLiteral("metrics"), QStringLiteral("--parse"), file, QStringLiteral("--json"),
                                QStringLiteral("--content-type"), QStringLiteral("application/openmetrics-text")});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const json::array rows = json::parse(ran.out.toStdString()).at("rows").as_array();
  QCOMPARE(rows.size(), 2U);
  const json::object first = rows.at(0).as_object();
  QCOMPARE(text(first.at("name")), std::string("a_total"));
  QCOMPARE(text(first.at("labels").at("b")), std::string("<i>"));
  QCOMPARE(first.at("value").to_number<double>(), 1.5);
  QCOMPARE(first.at("timestamp_ms").to_number<double>(), 2000.0);
  QCOMPARE(text(first.at("exemplar").at("labels").at("t")), std::string("x"));
  QCOMPARE(text(first.at("type")), std::string("counter"));
  QCOMPARE(text(rows.at(1).at("value")), std::string("NaN"));
}

void TestCliMetrics::the_type_tells_the_format_data() {
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QStringList>("more");
  QTest::addColumn<int>("status");
  const QByteArray open = "a 1\n\n", closed = "a 1\n# EOF\n", blank = "a 1\n\n# EOF\n";
  const QStringList type{QStringLiteral("--content-type")}, format{QStringLiteral("--format")};
  const QString metrics = QStringLiteral("openmetrics");
  QTest::newRow("Prometheus by default") << open << QStringList() << 0;
  QTest::newRow("no OpenMetrics") << open << (type + QStringList{metrics}) << 2;
  QTest::newRow("OpenMetrics") << closed << (type + QStringList{metrics}) << 0;
  QTest::newRow("OpenMetrics with a blank line") << blank << (format + QStringList{metrics}) << 2;
  QTest::newRow("a comment to Prometheus") << blank << (format + QStringList{QStringLiteral("prometheus")}) << 0;
  QTest::newRow("no format") << closed << (type + QStringList{QStringLiteral("text/html")}) << 2;
}

void TestCliMetrics::the_type_tells_the_format() {
  QFETCH(QByteArray, body);
  QFETCH(QStringList, more);
  QFETCH(int, status);
  const QString file = program_.write(QStringLiteral("type.txt"), body);
  const Ran ran = program_.run(QStringList{QStringLiteral("metrics"), QStringLiteral("--parse"), file} + more);
  QVERIFY2(ran.status == status, ran.err.constData());
  if (status != 0) QVERIFY2(ran.one_line() && ran.out.isEmpty(), ran.err.constData());
}

void TestCliMetrics::an_endpoint_is_collected() {
  const HttpServer server([](const HttpSeen&, HttpPeer& peer) {
    peer.answer(200, "te_queue_size 4\nte_request_failure 7\n", {"Content-Type: text/plain; version=0.0.4"});
  });
  const QString profile = program_.write(
      QStringLiteral("p.json"),
      QByteArray::fromStdString(R"({"metrics":[{"name":"tei","url":")" + server.url("/metrics") + R"("}]})"));
  const QString timeline = program_.path(QStringLiteral("t.tidemark"));
  const Ran collected = program_.run({QStringLiteral("collect"), QStringLiteral("--profile"), profile,
                                      QStringLiteral("--timeline"), timeline, QStringLiteral("--once")});
  QVERIFY2(collected.status == 0, collected.err.constData());
  const Ran ran =
      program_.run({QStringLiteral("metrics"), QStringLiteral("--timeline"), timeline, QStringLiteral("--json")});
  QVERIFY2(ran.status == 0, ran.err.constData());
  const json::value document = json::parse(ran.out.toStdString());
  const json::array rows = document.at("rows").as_array();
  QCOMPARE(rows.size(), 2U);
  QCOMPARE(text(rows.at(0).at("signal")), std::string("error_rate"));
  QVERIFY(rows.at(0).at("value").is_null());
  QCOMPARE(text(rows.at(0).at("value_reason")), std::string("no-history"));
  QCOMPARE(text(rows.at(1).at("object")), std::string("model:tei"));
  QCOMPARE(rows.at(1).at("value").to_number<double>(), 4.0);
  QCOMPARE(text(rows.at(1).at("preset")), std::string("tei"));
  QVERIFY(!document.at("unmatched").as_array().empty());
  const Ran sources =
      program_.run({QStringLiteral("sources"), QStringLiteral("--timeline"), timeline, QStringLiteral("--json")});
  QVERIFY2(sources.status == 0, sources.err.constData());
  const json::value told = json::parse(sources.out.toStdString());
  QCOMPARE(told.at("coverage").to_number<double>(), 1.0);
  QCOMPARE(text(told.at("rows").at(0).at("kind")), std::string("metrics"));
  QCOMPARE(told.at("rows").at(0).at("requests").as_int64(), 1);
  QVERIFY(told.at("rows").at(0).at("bytes").as_int64() > 40);
  const Ran live =
      program_.run({QStringLiteral("metrics"), QStringLiteral("--profile"), profile, QStringLiteral("--live")});
  QVERIFY2(live.status == 0 && live.out.contains("model:tei"), live.err.constData());
}

QTEST_GUILESS_MAIN(TestCliMetrics)
#include "tst_cli_metrics.moc"
