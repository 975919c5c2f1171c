// SPDX-License-Identifier: GPL-3.0-or-later
// What programs really say (tests/fixtures/expositions): read whole, and matched to signals.
#include <QFile>
#include <QTest>
#include <cmath>

#include "collectors/metrics/evaluator.h"
#include "resources/presets/presets.h"

using namespace tidemark;
using namespace tidemark::metrics;

class TestRealExpositions final : public QObject {
  Q_OBJECT
 private slots:
  void are_read_whole_data();
  void are_read_whole();
  void types_and_values();
  void signals_of_a_database();
  void a_broker_with_the_jmx_exporter();
  void requests_of_a_catalog();
  void requests_of_a_registry();
  void a_connector_that_reads_changes();
  void a_process_and_its_time();
  void a_federation_by_the_times_of_its_samples();
};

namespace {
std::string text_of(const char* name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/expositions/") + QLatin1String(name));
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s: cannot be read", name);
  return file.readAll().toStdString();
}
Exposition read(const std::string& text) {
  auto got = parse(Dialect::prometheus, text);
  if (!got) qFatal("%s", got.error().line().c_str());
  return std::move(*got);
}
const Family& family(const Exposition& of, const std::string& name) {
  for (const Family& one : of.families)
    if (one.name == name) return one;
  qFatal("no %s", name.c_str());
}
Evaluator evaluator() { return Evaluator(std::move(*parse_preset(preset("metrics.json"))), "e", std::nullopt); }
Known<double> value(const Evaluation& of, const std::string& signal, const std::string& object) {
  for (const SignalValue& one : of.values)
    if (one.signal.value() == signal && one.object.value() == object) return one.value;
  return Reason::never_polled;
}
std::string with(std::string text, const std::string& old, const std::string& fresh) {
  const auto at = text.find(old);
  if (at == std::string::npos) qFatal("no %s", old.c_str());
  return text.replace(at, old.size(), fresh);
}
}  // namespace

void TestRealExpositions::are_read_whole_data() {
  QTest::addColumn<int>("families");
  QTest::addColumn<int>("samples");
  QTest::newRow("prometheus.txt") << 14 << 68;
  QTest::newRow("node-exporter.txt") << 15 << 83;
  QTest::newRow("postgres-exporter.txt") << 18 << 55;
  QTest::newRow("federation.txt") << 4 << 11;
  QTest::newRow("nessie.txt") << 9 << 19;
  QTest::newRow("apicurio.txt") << 8 << 145;
  QTest::newRow("debezium.txt") << 7 << 10;
}

void TestRealExpositions::are_read_whole() {
  QFETCH(int, families);
  QFETCH(int, samples);
  const Exposition got = read(text_of(QTest::currentDataTag()));
  QCOMPARE(static_cast<int>(got.families.size()), families);
  std::size_t all = 0;
  for (const Family& one : got.families) all += one.samples.size();
  QCOMPARE(static_cast<int>(all), samples);
}

void TestRealExpositions::types_and_values() {
  const Exposition own = read(text_of("prometheus.txt"));
  const Family& requests = family(own, "prometheus_http_request_duration_seconds");
  QCOMPARE(requests.type, Type::histogram);
  QCOMPARE(*find_label(requests.samples.at(9).labels, "le"), std::string("+Inf"));
  QCOMPARE(requests.samples.at(9).value, 18.0);
  QCOMPARE(requests.samples.size(), 12U);
  const Family& queries = family(own, "prometheus_engine_query_duration_seconds");
  QCOMPARE(queries.type, Type::summary);
  QVERIFY(std::isnan(queries.samples.at(0).value));
  const Exposition database = read(text_of("postgres-exporter.txt"));
  QCOMPARE(family(database, "pg_stat_database_checksum_failures").type, Type::unknown);
  QCOMPARE(family(database, "process_virtual_memory_max_bytes").samples.at(0).value, 0x1p64);
}

void TestRealExpositions::signals_of_a_database() {
  Evaluator of = evaluator();
  const Evaluation got = of.evaluate(read(text_of("postgres-exporter.txt")), {1.8e12, 1'000});
  QCOMPARE(value(got, "tombstones", "sink:docs"), Known<double>(17.0));
  QCOMPARE(value(got, "cpu", "source:e"), Known<double>(Reason::no_history));
  QCOMPARE(value(got, "gc_share", "source:e"), Known<double>(Reason::no_history));
  QCOMPARE(got.values.size(), 3U);
}

void TestRealExpositions::a_broker_with_the_jmx_exporter() {
  const auto told = parse(Dialect::openmetrics, text_of("kafka-jmx-exporter.txt"));
  QVERIFY2(told, told ? "" : told.error().line().c_str());
  Evaluator of(std::move(*parse_preset(preset("metrics.json"))), "e", Object("broker:1"));
  const Evaluation got = of.evaluate(*told, {1.8e12, 0});
  QCOMPARE(value(got, "urp", "broker:1"), Known<double>(0.0));
  QCOMPARE(value(got, "produce_p99_ms", "broker:1"), Known<double>(29.0));
  QCOMPARE(value(got, "wal_latency_ms", "broker:1"), Known<double>(0.285021));
  QCOMPARE(value(got, "queue_depth", "broker:1"), Known<double>(0.0));
  // Nobody consumes from it: its 0 ms is no latency. Its meter of idle handlers is fed by two pools, and says 1.66.
  QCOMPARE(value(got, "fetch_p99_ms", "broker:1"), Known<double>(Reason::not_applicable));
  QCOMPARE(value(got, "handler_idle", "broker:1"), Known<double>(Reason::not_supported));
  const Evaluation later = of.evaluate(*told, {1.8e12 + 10'000, 10'000});
  QCOMPARE(value(later, "error_rate", "broker:1"), Known<double>(0.0));
  QCOMPARE(value(later, "gc_share", "source:e"), Known<double>(0.0));
}

void TestRealExpositions::requests_of_a_catalog() {
  Evaluator of = evaluator();
  const std::string first = text_of("nessie.txt");
  QCOMPARE(value(of.evaluate(read(first), {1.8e12, 0}), "request_latency_ms", "catalog:e"),
           Known<double>(Reason::no_history));
  // Two more of one kind in 200 ms together, four of another in 100 ms, and half a second of processor time in ten.
  std::string later =
      with(first, "status=\"200\",uri=\"/api/v2/config\",} 3.0", "status=\"200\",uri=\"/api/v2/config\",} 5.0");
  later = with(later, "uri=\"/api/v2/config\",} 0.116972593", "uri=\"/api/v2/config\",} 0.316972593");
  later = with(later, "uri=\"/iceberg/v1/config\",} 3.0", "uri=\"/iceberg/v1/config\",} 7.0");
  later = with(later, "uri=\"/iceberg/v1/config\",} 0.675645787", "uri=\"/iceberg/v1/config\",} 0.775645787");
  later = with(later, "5.29E9", "5.79E9");
  const Evaluation got = of.evaluate(read(later), {1.8e12 + 10'000, 10'000});
  const auto latency = value(got, "request_latency_ms", "catalog:e");
  QVERIFY(latency && std::abs(*latency - 50) < 1e-6);
  const auto cpu = value(got, "cpu", "source:e");
  QVERIFY(cpu && std::abs(*cpu - 0.05) < 1e-9);
  QCOMPARE(value(got, "gc_share", "source:e"), Known<double>(0.0));
  // No request failed yet: that none fails is not known of a metric that is not there.
  QCOMPARE(value(got, "error_rate", "catalog:e"), Known<double>(Reason::never_polled));
  QCOMPARE(value(got, "request_latency_ms", "registry:e"), Known<double>(Reason::never_polled));
}

void TestRealExpositions::requests_of_a_registry() {
  Evaluator of = evaluator();
  const std::string first = text_of("apicurio.txt");
  of.evaluate(read(first), {1.8e12, 0});
  const std::string subjects = "path=\"/apis/ccompat/v7/subjects\",status_code_group=\"2xx\",} ";
  std::string later =
      with(first, "_count{method=\"GET\"," + subjects + "1.0", "_count{method=\"GET\"," + subjects + "3.0");
  later =
      with(later, "_sum{method=\"GET\"," + subjects + "0.054018122", "_sum{method=\"GET\"," + subjects + "0.094018122");
  const std::string failed = "_count{method=\"(unspecified)\",path=\"(unspecified)\",status_code_group=\"5xx\",} ";
  later = with(later, failed + "0.0", failed + "5.0");
  const Evaluation got = of.evaluate(read(later), {1.8e12 + 10'000, 10'000});
  QCOMPARE(value(got, "error_rate", "registry:e"), Known<double>(0.5));
  const auto latency = value(got, "request_latency_ms", "registry:e");
  QVERIFY(latency && std::abs(*latency - 40.0 / 7) < 1e-6);
  QCOMPARE(value(got, "request_latency_ms", "catalog:e"), Known<double>(Reason::never_polled));
}

void TestRealExpositions::a_connector_that_reads_changes() {
  Evaluator of = evaluator();
  const std::string text = text_of("debezium.txt");
  const Evaluation got = of.evaluate(read(text), {1.8e12, 0});
  QCOMPARE(value(got, "source_lag_ms", "source:shop"), Known<double>(265.0));
  QCOMPARE(value(got, "source_connected", "source:shop"), Known<double>(1.0));
  QCOMPARE(got.values.size(), 2U);
  // As it stands before the first change.
  const Evaluation before = of.evaluate(read(with(text, "} 265.0", "} -1.0")), {1.8e12, 10'000});
  QCOMPARE(value(before, "source_lag_ms", "source:shop"), Known<double>(Reason::not_applicable));
}

void TestRealExpositions::a_process_and_its_time() {
  Evaluator of = evaluator();
  const std::string first = text_of("node-exporter.txt");
  const auto cpu = first.find("\nprocess_cpu_seconds_total ") + 1;
  const std::string line = first.substr(cpu, first.find('\n', cpu) - cpu);
  of.evaluate(read(first), {1.8e12, 0});
  const double spent = std::stod(line.substr(line.find(' '))) + 1.5;
  const std::string later = with(first, line, "process_cpu_seconds_total " + std::to_string(spent));
  const auto used = value(of.evaluate(read(later), {1.8e12 + 15'000, 15'000}), "cpu", "source:e");
  QVERIFY(used && std::abs(*used - 0.1) < 1e-6);
  // The same counter after a new start.
  const auto start = later.find("\nprocess_start_time_seconds ") + 1;
  const std::string anew =
      with(later, later.substr(start, later.find('\n', start) - start), "process_start_time_seconds 1.9e+09");
  QCOMPARE(value(of.evaluate(read(anew), {1.8e12 + 30'000, 30'000}), "cpu", "source:e"),
           Known<double>(Reason::no_history));
}

void TestRealExpositions::a_federation_by_the_times_of_its_samples() {
  constexpr double at = 1'795'293'748'000;
  Evaluator of = evaluator();
  const Exposition once = read(text_of("federation.txt"));
  const Evaluation got = of.evaluate(once, {at, 0});
  QCOMPARE(value(got, "queue_depth", "model:e"), Known<double>(7.0));
  QCOMPARE(value(got, "request_latency_ms", "model:e"), Known<double>(Reason::no_history));
  QCOMPARE(got.values.size(), 5U);  // and the processor time of three programs
  const std::string text = text_of("federation.txt");
  const auto first = text.find("process_cpu_seconds_total{");
  const std::string line = text.substr(first, text.find('\n', first) - first);
  const std::string instance =
      line.substr(line.find("instance=\"") + 10, line.find("\",job") - line.find("instance=\"") - 10);
  const std::string later = with(text, line, line.substr(0, line.find("} ")) + "} 1.2 1795293756721");
  QVERIFY(line.ends_with(" 0.2 1795293746721"));
  // One second in ten, though it was asked five seconds later.
  const auto used = value(of.evaluate(read(later), {at + 5'000, 5'000}), "cpu", "source:" + instance);
  QVERIFY(used && std::abs(*used - 0.1) < 1e-9);
  QCOMPARE(value(of.evaluate(once, {at + 400'000, 400'000}), "queue_depth", "model:e"), Known<double>(Reason::expired));
}

QTEST_GUILESS_MAIN(TestRealExpositions)
#include "tst_real_expositions.moc"
