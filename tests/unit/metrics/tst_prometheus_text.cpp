// SPDX-License-Identifier: GPL-3.0-or-later
// Prometheus text 0.0.4: what its page and the tests of its own parser accept and refuse.
#include <QTest>
#include <cmath>

#include "collectors/metrics/exposition.h"

using namespace tidemark;
using namespace tidemark::metrics;

class TestPrometheusText final : public QObject {
  Q_OBJECT
 private slots:
  void accepts_data();
  void accepts();
  void refuses_data();
  void refuses();
  void the_example_of_its_page();
  void escapes_and_blanks();
  void names_in_quotes();
  void parts_find_their_family();
  void values_data();
  void values();
  void bounds();
  void content_types_data();
  void content_types();
};

namespace {
Result<Exposition> read(const QByteArray& text, const Limits& limits = {}) {
  return parse(Dialect::prometheus, std::string_view(text.constData(), static_cast<std::size_t>(text.size())), limits);
}
const Family& family(const Exposition& exposition, const std::string& name) {
  for (const Family& one : exposition.families)
    if (one.name == name) return one;
  qFatal("no such family");
}
}  // namespace

void TestPrometheusText::accepts_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<int>("samples");
  const auto row = [](const char* name, const QByteArray& text, int samples) {
    QTest::newRow(name) << text << samples;
  };
  row("nothing", "", 0);
  row("empty lines", "\n\n \t\n", 0);
  row("blanks at the end", "a 1\n  ", 1);
  row("minimal", "minimal_metric 1.234\nanother_metric -3e3 103948\n# Even that:\nno_labels{} 3\n", 3);
  row("help of nothing", "# HELP line for non-existing metric will be ignored.\n# HELP\n# HELP x\n# HELP x\n", 0);
  row("comments", "#\n# a comment\n#no blank\n# EOF\na 1\n", 1);
  row("blanks everywhere", "  a \t{ b =\t\"c\" , }   1 \t 2  \n", 1);
  row("no blank after the brace", "name2{ labelname = \"val1\" , }-Inf\n", 1);
  row("time with a sign", "a 1 +5\nb 1 -5\n", 2);
  row("blanks around a type", "#    TYPE    a gauge \na 1\n", 1);
  row("a series twice", "a 1\na 2\n", 2);
  row("families that interleave", "a{x=\"1\"} 1\nb 1\na{x=\"2\"} 1\n", 3);
  row("help after samples", "a 1\n# HELP a of it\n", 1);
  row("a histogram without +Inf", "# TYPE h histogram\nh_bucket{le=\"1\"} 2.5\nh_count 9\n", 2);
  row("odd quantiles", "# TYPE s summary\ns{quantile=\"-12.34\"} NaN\ns{quantile=\".3\"} -1.2\n", 2);
  row("a counter that is NaN or below zero", "# TYPE c counter\nc NaN\nc{a=\"1\"} -1\n", 2);
  row("gauge histograms", "# TYPE h gaugehistogram\nh_count 1\n# TYPE i gauge_histogram\ni_count 1\n", 2);
  row("name in braces, not first", "{a=\"b\", \"c.d\"} 1\n", 1);
  row("NUL in a value", QByteArray("a{b=\"\0\"} 1\n", 11), 1);
  row("colons", ":a:b 1\n", 1);
}

void TestPrometheusText::accepts() {
  QFETCH(QByteArray, text);
  QFETCH(int, samples);
  const auto got = read(text);
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  std::size_t count = 0;
  for (const Family& one : got->families) count += one.samples.size();
  QCOMPARE(count, static_cast<std::size_t>(samples));
}

void TestPrometheusText::refuses_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("why");
  const auto row = [](const char* name, const QByteArray& text, const char* why) {
    QTest::newRow(name) << text << QByteArray(why);
  };
  row("no line feed at the end", "bla 3.14\nblubber 42", "line 2: the last line does not end");
  row("comment without line feed", "# x", "line 1: the last line");
  row("escape", "metric{label=\"\\t\"} 3.14\n", "line 1: a backslash before");
  row("line feed in a value", "metric{label=\"new\nline\"} 3.14\n", "line 1: a quote that does not end");
  row("label @", "metric{@=\"bla\"} 3.14\n", "no name of a label");
  row("__name__", "metric{__name__=\"bla\"} 3.14\n", "reserved");
  row("label+", "metric{label+=\"bla\"} 3.14\n", "no = after");
  row("no quotes", "metric{label=bla} 3.14\n", "no quoted value");
  row("quantile", "# TYPE metric summary\nmetric{quantile=\"bla\"} 3.14\n", "line 2: \"bla\" is no number");
  row("le", "# TYPE metric histogram\nmetric_bucket{le=\"bla\"} 3.14\n", "no number for the label \"le\"");
  row("le in hex", "# TYPE metric histogram\nmetric_bucket{le=\"0x1p-3\"} 3.14\n", "no number");
  row("after a value of a label", "metric{label=\"bla\"+} 3.14\n", "neither , nor }");
  row("two commas", "metric{a=\"b\",,c=\"d\"} 1\n", "no name of a label");
  row("a comma alone", "metric{,} 1\n", "no name of a label");
  row("time that is not whole", "metric{label=\"bla\"} 3.14 2.72\n", "no time in whole");
  row("after the time", "metric{label=\"bla\"} 3.14 2 3\n", "something after the time");
  row("value", "metric{label=\"bla\"} blubb\n", "\"blubb\" is no value");
  row("no value", "metric\n", "is no value");
  row("second help", "# HELP metric one\n# HELP metric two\n", "line 2: a second HELP");
  row("second type", "# TYPE metric counter\n# TYPE metric untyped\n", "line 2: a second TYPE");
  row("type after samples", "metric 4.12\n# TYPE metric counter\n", "line 2: the TYPE");
  row("type", "# TYPE metric bla\n", "\"bla\" is no type");
  row("type in capitals", "# TYPE metric COUNTER\n", "no type");
  row("no type", "# TYPE metric\n", "no type");
  row("more than a type", "# TYPE metric counter x\n", "no type");
  row("name in a comment", "# TYPE met-ric\n", "no name of a metric after TYPE");
  row("name", "@invalidmetric{label=\"bla\"} 3.14 2\n", "no name of a metric");
  row("name with a digit first", "0a 1\n", "no name of a metric");
  row("name with a dot", "a.b 1\n", "no value");
  row("no name", "{label=\"bla\"} 3.14 2\n", "no name of a metric");
  row("empty braces", "{} 3.14\n", "no name of a metric");
  row("not UTF-8", "metric{l=\"\xbd\"} 3.14\n", "not UTF-8");
  row("help that is not UTF-8", "# HELP a \xbd\n", "not UTF-8");
  row("help escape", "# HELP a b\\c\n", "help text");
  row("help that ends in a backslash", "# HELP a b\\\n", "help text");
  row("a label twice", "metric{label=\"bla\",label=\"bla\"} 3.14\n", "twice");
  row("two names", "{\"one.name\",\"another.name\"} 3.14\n", "no = after");
  row("name before and in braces", "a{\"b.c\"} 1\n", "no = after");
  row("name in braces without quotes", "{a} 1\n", "no = after");
  row("empty quoted name", "{\"\"} 1\n", "no name of a label");
  row("after a quoted name", "{\"metric.name\".label=\"bla\"} 3.14\n", "neither , nor }");
  row("negative count", "# TYPE h histogram\nh_count -1\n", "a negative count");
  row("negative bucket", "# TYPE h histogram\nh_bucket{le=\"1\"} -1\n", "a negative count");
  row("carriage return", "a 1\r\n", "is no value");
  row("exemplar", "a_total 1 # {a=\"b\"} 1\n", "no time in whole");
}

void TestPrometheusText::refuses() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, why);
  const auto got = read(text);
  QVERIFY(!got);
  QVERIFY(got.error().code == ErrorCode::input);
  QVERIFY2(got.error().line().find(why.toStdString()) != std::string::npos, got.error().line().c_str());
}

void TestPrometheusText::the_example_of_its_page() {
  const auto got = read(R"(# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\DIR\\FILE.TXT",error="Cannot find file:\n\"FILE.TXT\""} 1.458255915e9

# A weird metric from before the epoch:
something_weird{problem="division by zero"} +Inf -3982045

# HELP http_request_duration_seconds A histogram of the request duration.
# TYPE http_request_duration_seconds histogram
http_request_duration_seconds_bucket{le="0.05"} 24054
http_request_duration_seconds_bucket{le="+Inf"} 144320
http_request_duration_seconds_sum 53423
http_request_duration_seconds_count 144320
)");
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  const Family& requests = family(*got, "http_requests_total");
  QCOMPARE(requests.type, Type::counter);
  QCOMPARE(requests.help, std::string("The total number of HTTP requests."));
  QCOMPARE(requests.samples.at(0).labels, (Labels{{"method", "post"}, {"code", "200"}}));
  QCOMPARE(requests.samples.at(0).value, 1027.0);
  QCOMPARE(requests.samples.at(1).timestamp_ms, std::optional(1395066363000.0));
  const Sample& file = family(*got, "msdos_file_access_time_seconds").samples.at(0);
  QCOMPARE(*find_label(file.labels, "path"), std::string(R"(C:\DIR\FILE.TXT)"));
  QCOMPARE(*find_label(file.labels, "error"), std::string("Cannot find file:\n\"FILE.TXT\""));
  QVERIFY(!file.timestamp_ms && !find_label(file.labels, "method"));
  QVERIFY(std::isinf(family(*got, "something_weird").samples.at(0).value));
  QCOMPARE(family(*got, "something_weird").samples.at(0).timestamp_ms, std::optional(-3982045.0));
  QCOMPARE(family(*got, "http_request_duration_seconds").samples.size(), 4U);
}

void TestPrometheusText::escapes_and_blanks() {
  const auto got = read(
      "name {labelname=\"val2\",basename=\"base\\\"v\\\\al\\nue\"} 0.23 1234567890\n"
      "# HELP name two-line\\n doc  str\\\\ing\n # HELP  name2  \tdoc str\"ing 2\n");
  QVERIFY(got);
  QCOMPARE(*find_label(family(*got, "name").samples.at(0).labels, "basename"), std::string("base\"v\\al\nue"));
  QCOMPARE(family(*got, "name").help, std::string("two-line\n doc  str\\ing"));
  QCOMPARE(family(*got, "name2").help, std::string("doc str\"ing 2"));
}

void TestPrometheusText::names_in_quotes() {
  const auto got = read(
      "# HELP \"my.metric\" help text\n# TYPE \"my.metric\" counter\n"
      "{\"my.metric\",\"label.name\"=\"value\",plain=\"x\"} 1\n{labelname=\"value\", \"my\\\"other\\n\"} 2 5\n");
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  const Family& mine = family(*got, "my.metric");
  QCOMPARE(mine.type, Type::counter);
  QCOMPARE(mine.samples.at(0).labels, (Labels{{"label.name", "value"}, {"plain", "x"}}));
  QCOMPARE(family(*got, "my\"other\n").samples.size(), 1U);
}

void TestPrometheusText::parts_find_their_family() {
  const auto got = read(
      "# TYPE s summary\ns{n=\"1\",quantile=\"0.5\"} 110\ndecoy -1 -2\ns_count{n=\"1\"} 42\nfake_sum{n=\"1\"} 2001\n"
      "s_sum{n=\"1\"} 4711 2\ns_bucket 1\n# TYPE g gauge\ng_sum 1\n");
  QVERIFY(got);
  QCOMPARE(family(*got, "s").samples.size(), 3U);
  for (const char* own : {"decoy", "fake_sum", "s_bucket", "g_sum"}) QCOMPARE(family(*got, own).type, Type::unknown);
}

void TestPrometheusText::values_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<bool>("good");
  QTest::addColumn<double>("value");
  const auto good = [](const char* text, double value) { QTest::newRow(text) << QByteArray(text) << true << value; };
  good("1", 1);
  good("-0.5e-3", -0.0005);
  good("+.5", 0.5);
  good("5.", 5);
  good("0000012", 12);
  good("1E5", 1e5);
  good("9223372036854775808", 9223372036854775808.0);
  good("1e-999", 0);
  good("0.0000e999999999999999999999", 0);
  good("1e-99999999999999999999999", 0);
  good("inf", INFINITY);
  good("-Infinity", -INFINITY);
  good("+iNf", INFINITY);
  for (const char* text : {"1_2",  "0x1p-3", "0x1",   "0X1",   "0b1",
                           "0o1",  "1e",     "e5",    ".",     "-",
                           "+",    "+-1",    "1.1.1", "1e999", "1e99999999999999999999",
                           "-nan", "+NaN",   "infi",  "1,5",   "1f",
                           "½"})
    QTest::newRow(text) << QByteArray(text) << false << 0.0;
}

void TestPrometheusText::values() {
  QFETCH(QByteArray, text);
  QFETCH(bool, good);
  QFETCH(double, value);
  for (const Dialect dialect : {Dialect::prometheus, Dialect::openmetrics}) {
    const std::string line = "a " + text.toStdString() + "\n" + (dialect == Dialect::openmetrics ? "# EOF\n" : "");
    const auto got = parse(dialect, line);
    QCOMPARE(got.has_value(), good);
    if (good) QCOMPARE(got->families.at(0).samples.at(0).value, value);
  }
  const auto nan = read("a nAn\n");
  QVERIFY(nan && std::isnan(nan->families.at(0).samples.at(0).value));
}

void TestPrometheusText::bounds() {
  const Limits small{
      .bytes = 100, .families = 2, .samples = 3, .labels = 4, .labels_of_sample = 2, .name = 5, .text = 6};
  const auto why = [&](const QByteArray& text) {
    const auto got = read(text, small);
    return got ? std::string() : got.error().line();
  };
  QCOMPARE(why("a 1\na 1\na 1\n"), std::string());
  QCOMPARE(why("a 1\na 1\na 1\na 1\n"), std::string("line 4: more than 3 samples"));
  QCOMPARE(why("a 1\nb 1\nc 1\n"), std::string("line 3: more than 2 metrics"));
  QCOMPARE(why("a{b=\"\",c=\"\",d=\"\"} 1\n"), std::string("line 1: more than 2 labels of one sample"));
  QCOMPARE(why("a{b=\"\",c=\"\"} 1\na{b=\"\",c=\"\"} 1\na{b=\"\"} 1\n"),
           std::string("line 3: more than 4 labels in all"));
  QCOMPARE(why("abcdef 1\n"), std::string("line 1: a name of more than 5 bytes"));
  QCOMPARE(why("a{b=\"1234567\"} 1\n"), std::string("line 1: a text of more than 6 bytes"));
  QCOMPARE(why("# HELP a 1234567\n"), std::string("line 1: a text of more than 6 bytes"));
  QCOMPARE(why(QByteArray(101, '\n')), std::string("more than 100 bytes"));
}

void TestPrometheusText::content_types_data() {
  QTest::addColumn<QByteArray>("type");
  QTest::addColumn<int>("dialect");  // -1: none
  const auto row = [](const char* type, int dialect) { QTest::newRow(type) << QByteArray(type) << dialect; };
  row("text/plain", 0);
  row("text/plain; version=0.0.4; charset=utf-8", 0);
  row("Text/Plain ;charset=utf-8;\tVersion=\"0.0.4\"", 0);
  row("text/plain; version=1.0.0; escaping=allow-utf-8", 0);
  row("prometheus", 0);
  row("application/openmetrics-text; version=1.0.0; charset=utf-8", 1);
  row("application/openmetrics-text", 1);
  row("openmetrics", 1);
  row("application/openmetrics-text; version=2.0.0", -1);
  row("text/plain; version=0.0.3", -1);
  row("text/html", -1);
  row("application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily", -1);
  row("", -1);
}

void TestPrometheusText::content_types() {
  QFETCH(QByteArray, type);
  QFETCH(int, dialect);
  const auto got = dialect_of(type.toStdString());
  QCOMPARE(got ? static_cast<int>(*got) : -1, dialect);
}

QTEST_GUILESS_MAIN(TestPrometheusText)
#include "tst_prometheus_text.moc"
