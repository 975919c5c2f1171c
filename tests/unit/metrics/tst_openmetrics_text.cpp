// SPDX-License-Identifier: GPL-3.0-or-later
// OpenMetrics text 1.0: the vectors of its project, the examples of its specification, and what they leave open.
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <cmath>

#include "collectors/metrics/exposition.h"

using namespace tidemark;
using namespace tidemark::metrics;

class TestOpenMetricsText final : public QObject {
  Q_OBJECT
 private slots:
  void vectors_data();
  void vectors();
  void accepts_data();
  void accepts();
  void refuses_data();
  void refuses();
  void what_is_read();
  void exemplars();
  void metadata();
};

namespace {
Result<Exposition> read(const QByteArray& text) {
  return parse(Dialect::openmetrics, std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
}
// With the line that ends every text.
Result<Exposition> read_lines(const QByteArray& lines) { return read(lines + "# EOF\n"); }
}  // namespace

void TestOpenMetricsText::vectors_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("good");
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/openmetrics/vectors.ndjson"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  while (!file.atEnd()) {
    const QJsonObject one = QJsonDocument::fromJson(file.readLine()).object();
    QTest::newRow(qPrintable(one.value("name").toString()))
        << one.value("text").toString().toUtf8() << one.value("good").toBool();
  }
}

void TestOpenMetricsText::vectors() {
  QFETCH(QByteArray, text);
  QFETCH(bool, good);
  const auto got = read(text);
  QVERIFY2(got.has_value() == good, got ? "accepted" : got.error().line().c_str());
  if (!got) QVERIFY2(got.error().where.starts_with("line "), got.error().line().c_str());
}

void TestOpenMetricsText::accepts_data() {
  QTest::addColumn<QByteArray>("text");
  const auto row = [](const char* name, const char* text) { QTest::newRow(name) << QByteArray(text); };
  row("nothing", "");
  row("only metadata", "# TYPE foo gauge\n# UNIT foo_s s\n# HELP bar \n");
  row("number as it likes", "a 1.\nb .5\nc 5E+3\nd -iNf\n");
  QTest::newRow("byte 0") << QByteArray("a{b=\"\0\"} 1\n", 11);
  row("any escape", "# HELP a \\x\na{b=\"\\x\"} 1\n");
  row("a point with created",
      "# TYPE foo counter\nfoo_total 17.0 1520879607.789\nfoo_created 1520430000.123 1520879607.789\n");
  row("two points", "# TYPE foo gauge\nfoo 17.0 123\nfoo 18.0 456\n");
  row("points of a summary",
      "# TYPE foo_seconds summary\n# UNIT foo_seconds seconds\nfoo_seconds_count{a=\"bb\"} 0 123\n"
      "foo_seconds_sum{a=\"bb\"} 0 123\nfoo_seconds_count{a=\"bb\"} 0 456\nfoo_seconds_sum{a=\"bb\"} 0 456\n"
      "foo_seconds_count{a=\"ccc\"} 0 123\nfoo_seconds_sum{a=\"ccc\"} 0 123\n");
  row("states", "# TYPE foo stateset\nfoo{foo=\"a\"} 0\nfoo{foo=\"bb\"} 1\nfoo{entity=\"r\",foo=\"a\"} 1.0\n");
  row("infos",
      "# TYPE foo info\nfoo_info{entity=\"c\",version=\"8.2.7\"} 1\nfoo_info{entity=\"r\",version=\"8\"} 1.0\n");
  row("quantiles in any order", "# TYPE foo summary\nfoo{quantile=\"0.99\"} NaN\nfoo{quantile=\"0.5\"} 1\n");
  row("odd bounds",
      "# TYPE foo histogram\nfoo_bucket{le=\"0.0\"} 0\nfoo_bucket{le=\"1e-05\"} 0\nfoo_bucket{le=\"1.1e+23\"} 17\n"
      "foo_bucket{le=\"+Inf\"} 17\nfoo_count 17\nfoo_sum 324789.3\nfoo_created 1520430000.123\n");
  row("a gauge histogram",
      "# TYPE foo gaugehistogram\nfoo_bucket{le=\"0.01\"} 20.0\nfoo_bucket{le=\"+Inf\"} 42.0\nfoo_gcount 42.0\n"
      "foo_gsum 3289.3\n");
  row("unknown", "# TYPE foo unknown\nfoo 42.23\n");
  row("suffixes of no family", "a_total 1\nb_bucket 1\nc_created 2\n");
  row("a counter without bound", "# TYPE foo counter\nfoo_total +Inf\n");
}

void TestOpenMetricsText::accepts() {
  QFETCH(QByteArray, text);
  const auto got = read_lines(text);
  QVERIFY2(got, got ? "" : got.error().line().c_str());
}

void TestOpenMetricsText::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("why");
  const auto row = [](const char* name, const char* text, const char* why) {
    QTest::newRow(name) << QByteArray(text) << QByteArray(why);
  };
  row("a series twice", "# TYPE a gauge\na 1\na 2\n", "line 3: \"a\" twice");
  row("a bucket twice", "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_bucket{le=\"+Inf\"} 1\n", "twice");
  row("metrics that interleave", "# TYPE a gauge\na{b=\"1\"} 1 1\na{b=\"2\"} 1 1\na{b=\"1\"} 1 2\n", "stand apart");
  row("points that interleave",
      "# TYPE s summary\ns_count{a=\"b\"} 0 123\ns_count{a=\"b\"} 0 456\ns_sum{a=\"b\"} 0 123\n", "go back");
  row("families that interleave", "a 1\nb 1\na{c=\"d\"} 1\n", "another metric's too");
  row("name of another's sample", "# TYPE a counter\na_total 1\n# TYPE a_total gauge\n", "another metric's too");
  row("comment", "# a comment\n", "none of TYPE, HELP, UNIT and EOF");
  row("comment without blank", "#TYPE a gauge\n", "none of TYPE");
  row("blank line", "a 1\n\n", "line 2: a blank line");
  row("carriage return", "# HELP a b\r\n", "carriage return");
  row("byte order mark", "\xef\xbb\xbf# TYPE a gauge\n", "no name of a metric");
  row("two blanks", "a  1\n", "is no value");
  row("blank before the brace", "a {b=\"c\"} 1\n", "is no value");
  row("blank in braces", "a{b=\"c\", d=\"e\"} 1\n", "no name of a label");
  row("comma at the end", "a{b=\"c\",} 1\n", "no name of a label");
  row("quoted name", "{\"a.b\"} 1\n", "no name of a metric");
  row("quoted label", "a{\"b.c\"=\"d\"} 1\n", "no name of a label");
  row("native histogram", "# TYPE nh histogram\nnh {count:24,sum:100}\n", "is no value");
  row("not UTF-8", "a{b=\"\xff\"} 1\n", "not UTF-8");
  row("help that is not UTF-8", "# HELP a \xff\n", "not UTF-8");
  row("help with a backslash at its end", "# HELP a b\\\n", "help text");
  row("type of the other format", "# TYPE a untyped\n", "no type");
  row("milliseconds as one", "a 1 NaN\n", "no time in seconds");
  row("a unit with a dot", "# UNIT a_s.t s.t\n", "no name of a metric");
  row("created that is no time", "# TYPE a counter\na_total 1\na_created NaN\n", "is no value for \"a_created\"");
  row("le beside the buckets", "# TYPE a histogram\na_bucket{le=\"+Inf\"} 1\na_count{le=\"1\"} 1\na_sum{le=\"1\"} 1\n",
      "with a label \"le\"");
  row("quantile beside the quantiles", "# TYPE a summary\na_count{quantile=\"0.5\"} 1\n", "with a label \"quantile\"");
  row("half a request", "# TYPE a histogram\na_bucket{le=\"+Inf\"} 0.5\n", "is no value");
  row("only created", "# TYPE a histogram\na_created 1\n", "has no bucket +Inf");
  row("lower-case infinity", "# TYPE a histogram\na_bucket{le=\"+inf\"} 1\n", "no bound");
  row("exemplar outside of its bucket", "# TYPE a histogram\na_bucket{le=\"1\"} 1 # {} 1.5\na_bucket{le=\"+Inf\"} 1\n",
      "not in its bucket");
  row("exemplar of a gauge", "# TYPE a gauge\na 1 # {} 1\n", "an exemplar of \"a\"");
  row("the label of an exemplar twice", "# TYPE a counter\na_total 1 # {b=\"1\",b=\"2\"} 1\n", "twice");
}

void TestOpenMetricsText::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, why);
  const auto got = read_lines(text);
  QVERIFY(!got);
  QVERIFY(got.error().code == ErrorCode::input);
  QVERIFY2(got.error().line().find(why.toStdString()) != std::string::npos, got.error().line().c_str());
}

void TestOpenMetricsText::what_is_read() {
  const auto got = read_lines(
      "# TYPE acme_seconds summary\n# UNIT acme_seconds seconds\n# HELP acme_seconds Latency\\nof \\\"all\\\"\n"
      "acme_seconds_sum{path=\"/api/v1\",method=\"GET\"} 9036.32\n"
      "acme_seconds_count{path=\"/api/v1\",method=\"GET\"} 807283.0\n"
      "# TYPE cpu counter\ncpu_total 4.20072246e+06 1520879607.789\nother{a=\"b\\\\c\\n\\\"\\x\"} NaN\n");
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  QCOMPARE(got->families.size(), 3U);
  const Family& acme = got->families[0];
  QCOMPARE(acme.type, Type::summary);
  QCOMPARE(acme.unit, std::string("seconds"));
  QCOMPARE(acme.help, std::string("Latency\nof \"all\""));
  QCOMPARE(acme.samples.at(1).name, std::string("acme_seconds_count"));
  QCOMPARE(acme.samples.at(1).value, 807283.0);
  QCOMPARE(acme.samples.at(0).labels, (Labels{{"path", "/api/v1"}, {"method", "GET"}}));
  const Sample& cpu = got->families[1].samples.at(0);
  QCOMPARE(cpu.value, 4200722.46);
  QVERIFY(std::abs(*cpu.timestamp_ms - 1520879607789.0) < 1);
  const Family& other = got->families[2];
  QCOMPARE(other.type, Type::unknown);
  QCOMPARE(*find_label(other.samples.at(0).labels, "a"), std::string("b\\c\n\"\\x"));
  QVERIFY(std::isnan(other.samples.at(0).value));
}

void TestOpenMetricsText::exemplars() {
  const auto got = read_lines(
      "# TYPE foo histogram\nfoo_bucket{le=\"0.01\"} 0\nfoo_bucket{le=\"0.1\"} 8 # {} 0.054\n"
      "foo_bucket{le=\"10\"} 17 # {trace_id=\"oHg5SJYRHA0\"} 9.8 1520879607.789\nfoo_bucket{le=\"+Inf\"} 17\n");
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  const auto& samples = got->families.at(0).samples;
  QVERIFY(!samples.at(0).exemplar);
  QVERIFY(samples.at(1).exemplar && samples.at(1).exemplar->labels.empty() && !samples.at(1).exemplar->timestamp_ms);
  QCOMPARE(samples.at(1).exemplar->value, 0.054);
  QCOMPARE(samples.at(2).exemplar->labels, (Labels{{"trace_id", "oHg5SJYRHA0"}}));
  QVERIFY(samples.at(2).exemplar->timestamp_ms.has_value());
}

void TestOpenMetricsText::metadata() {
  QVERIFY(read("# EOF"));
  for (const char* text : {"", "\n", "# EOF\n\n", "# EOF\n# EOF\n", "# EOF \n", "#EOF\n", "a 1\n# EO", "a 1"})
    QVERIFY2(!read(text), text);
}

QTEST_GUILESS_MAIN(TestOpenMetricsText)
#include "tst_openmetrics_text.moc"
