// SPDX-License-Identifier: GPL-3.0-or-later
// From an exposition to signals: keys of many spellings, the preset's own candidates, growth across scrapes.
#include <QTest>
#include <cmath>
#include <set>

#include "collectors/metrics/evaluator.h"
#include "resources/presets/presets.h"

using namespace tidemark;
using namespace tidemark::metrics;

class TestMetricMatcher final : public QObject {
  Q_OBJECT
 private slots:
  void one_key_for_many_spellings_data();
  void one_key_for_many_spellings();
  void labels_without_their_quotes();
  void the_preset_is_sound();
  void presets_by_name();
  void exporters_data();
  void exporters();
  void the_first_candidate_wins();
  void two_spellings_count_once();
  void conditions();
  void counters_need_two_scrapes();
  void a_reset_is_not_known();
  void another_process_counts_anew();
  void a_new_series_makes_the_sum_unknown();
  void the_same_sample_again_tells_nothing_new();
  void times_that_come_and_go();
  void quantiles_of_histograms();
  void buckets_that_do_not_fit();
  void a_share_of_time_is_between_0_and_1();
  void means();
  void what_is_no_number_is_not_known();
  void how_far_a_source_is_behind();
  void old_and_doubled_samples();
  void objects();
  void what_was_matched_is_told();
};

namespace {
constexpr double now = 1'767'225'600'000;

Exposition exposition(const std::string& text) {
  auto got = parse(Dialect::prometheus, text);
  if (!got) qFatal("%s", got.error().line().c_str());
  return std::move(*got);
}
Preset all_of_it() { return std::move(*parse_preset(preset("metrics.json"))); }

// Scrapes ten seconds apart.
class Endpoint final {
 public:
  explicit Endpoint(Preset preset = all_of_it(), std::optional<Object> own = {})
      : evaluator_(std::move(preset), "e", std::move(own)) {}
  Evaluation scrape(const std::string& text) {
    const double passed = 10'000.0 * scrapes_++;
    return evaluator_.evaluate(exposition(text), {now + passed, passed});
  }

 private:
  Evaluator evaluator_;
  int scrapes_ = 0;
};

Known<double> value(const Evaluation& of, const std::string& signal, const std::string& object) {
  for (const SignalValue& one : of.values)
    if (one.signal.value() == signal && one.object.value() == object) return one.value;
  return Reason::never_polled;
}
const Told* told(const Evaluation& of, const std::string& signal, const std::string& layer) {
  for (const Told& one : of.told)
    if (one.signal.value() == signal && one.layer == layer) return &one;
  return nullptr;
}
Preset one_signal(const std::string& candidates) {
  auto got =
      parse_preset(R"({"signals":[{"signal":"s","layer":"broker","unit":"","candidates":[)" + candidates + "]}]}");
  if (!got) qFatal("%s", got.error().line().c_str());
  return std::move(*got);
}
}  // namespace

void TestMetricMatcher::one_key_for_many_spellings_data() {
  QTest::addColumn<QByteArray>("metric");
  QTest::addColumn<QByteArray>("name");  // the label
  for (const char* metric : {"kafka_server_replicamanager_underreplicatedpartitions",
                             "kafka_server_ReplicaManager_UnderReplicatedPartitions_Value",
                             "kafka_server_replicamanager_underreplicatedpartitions_value",
                             "kafka.server.ReplicaManager.UnderReplicatedPartitions",
                             "kafka_server_replicamanager_underreplicatedpartitions_total"})
    QTest::newRow(metric) << QByteArray(metric) << QByteArray();
  QTest::newRow("generic rule") << QByteArray("kafka_server_ReplicaManager_Value")
                                << QByteArray("UnderReplicatedPartitions");
}

void TestMetricMatcher::one_key_for_many_spellings() {
  QFETCH(QByteArray, metric);
  QFETCH(QByteArray, name);
  Labels labels;
  if (!name.isEmpty()) labels.push_back({"name", name.toStdString()});
  const MetricKey key = key_of(metric.toStdString());
  QCOMPARE(key.base + folded_name(labels), std::string("kafkaserverreplicamanagerunderreplicatedpartitions"));
  QCOMPARE(attribute_of(key, labels), std::string());
}

void TestMetricMatcher::labels_without_their_quotes() {
  QCOMPARE(plain_label("\"a->b.MirrorSourceConnector\""), std::string("a->b.MirrorSourceConnector"));
  QCOMPARE(plain_label("\"a\\\"b\\*\""), std::string("a\"b*"));
  QCOMPARE(plain_label("orders"), std::string("orders"));
  QCOMPARE(plain_label("\""), std::string("\""));
  QCOMPARE(plain_label("a\nb"), std::string("a b"));
  QCOMPARE(attribute_of(key_of("x"), {{"quantile", "0.99"}}), std::string("99thpercentile"));
  QCOMPARE(attribute_of(key_of("x"), {{"quantile", "0.5"}}), std::string("50thpercentile"));
  QCOMPARE(key_of("kafka_network_RequestMetrics_99thPercentile").attribute, std::string("99thpercentile"));
}

void TestMetricMatcher::the_preset_is_sound() {
  const auto got = parse_preset(preset("metrics.json"));
  QVERIFY2(got, got ? "" : got.error().line().c_str());
  const std::set<std::string> layers{"broker", "sink",  "connect",  "storage",   "catalog", "model",
                                     "vector", "group", "producer", "collector", "schema",  "source"};
  const std::set<std::string> kinds{"broker", "topic",   "cluster", "task", "source",
                                    "store",  "catalog", "model",   "sink", "registry"};
  std::set<std::pair<std::string, std::string>> seen;
  for (const Meaning& meaning : got->meanings) {
    QVERIFY2(layers.contains(meaning.layer), meaning.layer.c_str());
    QVERIFY2(seen.insert({meaning.signal.value(), meaning.layer}).second, meaning.signal.value().c_str());
    if (meaning.signal.value().ends_with("_ms")) QCOMPARE(meaning.unit, std::string("ms"));
    if (meaning.signal.value().ends_with("_rate")) QCOMPARE(meaning.unit, std::string("1/s"));
    for (const Candidate& candidate : meaning.candidates) {
      QVERIFY2(kinds.contains(candidate.object.substr(0, candidate.object.find(':'))), candidate.object.c_str());
      QVERIFY(!candidate.key.base.empty() && !candidate.preset.empty());
      if (meaning.unit == "1/s") QCOMPARE(candidate.kind, Kind::counter);
    }
  }
}

void TestMetricMatcher::presets_by_name() {
  const auto redpanda = parse_preset(preset("metrics.json"), "redpanda");
  QVERIFY(redpanda && !redpanda->meanings.empty());
  for (const Meaning& meaning : redpanda->meanings)
    for (const Candidate& candidate : meaning.candidates) QCOMPARE(candidate.preset, std::string("redpanda"));
  const auto strimzi = parse_preset(preset("metrics.json"), "strimzi");
  QVERIFY(strimzi && strimzi->meanings.front().candidates.front().preset == "jmx");
  const auto none = parse_preset(preset("metrics.json"), "redpandas");
  QVERIFY(!none && none.error().code == ErrorCode::usage);
  QVERIFY2(none.error().line().find("did you mean \"redpanda\"?") != std::string::npos, none.error().line().c_str());
}

void TestMetricMatcher::exporters_data() {
  QTest::addColumn<QByteArray>("text");
  QTest::addColumn<QByteArray>("signal");
  QTest::addColumn<QByteArray>("object");
  QTest::addColumn<double>("value");
  const auto row = [](const char* name, const char* text, const char* signal, const char* object, double value) {
    QTest::newRow(name) << QByteArray(text) + '\n' << QByteArray(signal) << QByteArray(object) << value;
  };
  row("Strimzi urp", "kafka_server_replicamanager_underreplicatedpartitions 3", "urp", "broker:e", 3);
  row("MSK urp", "kafka_server_ReplicaManager_Value{name=\"UnderReplicatedPartitions\",} 3", "urp", "broker:e", 3);
  row("Redpanda urp",
      "redpanda_kafka_under_replicated_replicas{redpanda_topic=\"t\",redpanda_partition=\"0\"} 1\n"
      "redpanda_kafka_under_replicated_replicas{redpanda_topic=\"t\",redpanda_partition=\"1\"} 1",
      "urp", "topic:t", 2);
  row("kafka_exporter urp", "kafka_topic_partition_under_replicated_partition{topic=\"t\",partition=\"0\"} 1", "urp",
      "topic:t", 1);
  row("Strimzi produce",
      "kafka_network_requestmetrics_totaltimems{request=\"Fetch\",quantile=\"0.99\"} 500\n"
      "kafka_network_requestmetrics_totaltimems{request=\"Produce\",quantile=\"0.5\"} 2\n"
      "kafka_network_requestmetrics_totaltimems{request=\"Produce\",quantile=\"0.99\"} 12.5",
      "produce_p99_ms", "broker:e", 12.5);
  row("MSK produce",
      "kafka_network_RequestMetrics_99thPercentile{name=\"TotalTimeMs\",request=\"Produce\"} 12.5\n"
      "kafka_network_RequestMetrics_Mean{name=\"TotalTimeMs\",request=\"Produce\"} 1",
      "produce_p99_ms", "broker:e", 12.5);
  row("AutoMQ produce", "kafka_request_time_99p_milliseconds{type=\"Produce\",instance=\"b1\"} 7", "produce_p99_ms",
      "broker:b1", 7);
  row("AutoMQ log",
      "kafka_stream_operation_latency_99p_nanoseconds{operation_type=\"S3Storage\",operation_name=\"append_wal\","
      "stage=\"complete\"} 2500000",
      "wal_latency_ms", "broker:e", 2.5);
  row("AutoMQ store",
      "kafka_stream_operation_latency_99p_nanoseconds{operation_type=\"S3Request\",operation_name=\"put_object\","
      "status=\"success\",size=\"inf\"} 40000000",
      "request_latency_ms", "store:e", 40);
  row("Connect of Strimzi", "kafka_connect_sink_task_put_batch_avg_time_ms{connector=\"\\\"a b\\\"\",task=\"0\"} 20",
      "put_latency_ms", "task:a b/0", 20);
  row("Connect of the reporter", "kafka_connect_sink_task_metrics_put_batch_avg_time_ms{connector=\"c\",task=\"1\"} 20",
      "put_latency_ms", "task:c/1", 20);
  row("commits", "kafka_connect_connector_task_offset_commit_avg_time_ms{connector=\"c\",task=\"1\"} 9",
      "commit_latency_ms", "task:c/1", 9);
  row("vLLM", "vllm:num_requests_waiting{model_name=\"m\"} 4", "queue_depth", "model:m", 4);
  row("TEI", "te_queue_size 5", "queue_depth", "model:e", 5);
  row("GPU", "DCGM_FI_DEV_GPU_UTIL{gpu=\"0\"} 40\nDCGM_FI_DEV_GPU_UTIL{gpu=\"1\"} 60", "gpu_util", "model:e", 0.5);
  row("Weaviate", "vector_index_tombstones{class_name=\"Doc\",shard_name=\"a\"} 4", "tombstones", "sink:Doc", 4);
  row("PostgreSQL", "pg_stat_user_tables_n_dead_tup{relname=\"docs\"} 17", "tombstones", "sink:docs", 17);
}

void TestMetricMatcher::exporters() {
  QFETCH(QByteArray, text);
  QFETCH(QByteArray, signal);
  QFETCH(QByteArray, object);
  QFETCH(double, value);
  Endpoint endpoint;
  const Known<double> got = ::value(endpoint.scrape(text.toStdString()), signal.toStdString(), object.toStdString());
  QVERIFY2(got, std::string(word(got.reason())).c_str());
  QVERIFY2(std::abs(*got - value) < 1e-9, std::to_string(*got).c_str());
}

void TestMetricMatcher::the_first_candidate_wins() {
  Endpoint endpoint(one_signal(R"({"preset":"a","metric":"first","object":"broker:{}"},
                                  {"preset":"b","metric":"second","object":"broker:{}"})"));
  QCOMPARE(value(endpoint.scrape("second 2\nfirst 1\n"), "s", "broker:e"), Known<double>(1.0));
  const Evaluation later = endpoint.scrape("second 2\n");
  QCOMPARE(value(later, "s", "broker:e"), Known<double>(2.0));
  QCOMPARE(told(later, "s", "broker")->preset, std::string("b"));
}

void TestMetricMatcher::two_spellings_count_once() {
  Endpoint endpoint;
  for (const char* text : {"te_queue_size_value 9\nte_queue_size 4\n", "te_queue_size_total 4\nTE_queue_size 9\n"})
    QCOMPARE(value(endpoint.scrape(text), "queue_depth", "model:e"), Known<double>(4.0));
}

void TestMetricMatcher::conditions() {
  Endpoint endpoint(one_signal(R"({"preset":"a","metric":"m","object":"broker:{}",
                                   "where":{"status":["4*","!404"],"kind":"?*","__type__":"gauge","__name__":"m"}})"));
  const std::string text =
      "# TYPE m gauge\nm{status=\"400\",kind=\"x\"} 1\nm{status=\"404\",kind=\"x\"} 2\nm{status=\"200\",kind=\"x\"} 4\n"
      "m{status=\"429\"} 8\nM{status=\"400\",kind=\"x\"} 16\n";
  QCOMPARE(value(endpoint.scrape(text), "s", "broker:e"), Known<double>(1.0));
}

void TestMetricMatcher::counters_need_two_scrapes() {
  Endpoint endpoint;
  const std::string line = "kafka_connect_task_error_deadletterqueue_produce_requests{connector=\"c\",task=\"0\"} ";
  QCOMPARE(value(endpoint.scrape(line + "100\n"), "dlq_rate", "task:c/0"), Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape(line + "150\n"), "dlq_rate", "task:c/0"), Known<double>(5.0));
  QCOMPARE(value(endpoint.scrape(line + "150\n"), "dlq_rate", "task:c/0"), Known<double>(0.0));
}

void TestMetricMatcher::a_reset_is_not_known() {
  Endpoint endpoint;
  const std::string line = "kafka_connect_task_error_total_retries{connector=\"c\",task=\"0\"} ";
  endpoint.scrape(line + "100\n");
  QCOMPARE(value(endpoint.scrape(line + "20\n"), "retry_rate", "task:c/0"), Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape(line + "30\n"), "retry_rate", "task:c/0"), Known<double>(1.0));
  endpoint.scrape("");  // what was gone for a scrape begins anew
  QCOMPARE(value(endpoint.scrape(line + "90\n"), "retry_rate", "task:c/0"), Known<double>(Reason::no_history));
}

void TestMetricMatcher::another_process_counts_anew() {
  Endpoint endpoint;
  const auto text = [](double started, int retries) {
    return "process_start_time_seconds " + std::to_string(started) +
           "\nkafka_connect_task_error_total_retries{connector=\"c\",task=\"0\"} " + std::to_string(retries) + '\n';
  };
  endpoint.scrape(text(1e9, 100));
  QCOMPARE(value(endpoint.scrape(text(1e9 + 0.4, 120)), "retry_rate", "task:c/0"), Known<double>(2.0));
  // It has counted more than the one before it did: 30 since that one's last count would be wrong.
  QCOMPARE(value(endpoint.scrape(text(1e9 + 60, 150)), "retry_rate", "task:c/0"), Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape(text(1e9 + 60, 160)), "retry_rate", "task:c/0"), Known<double>(1.0));
}

void TestMetricMatcher::a_new_series_makes_the_sum_unknown() {
  Endpoint endpoint;
  endpoint.scrape("te_request_failure{err=\"a\"} 1\n");
  QCOMPARE(value(endpoint.scrape("te_request_failure{err=\"a\"} 2\nte_request_failure{err=\"b\"} 5\n"), "error_rate",
                 "model:e"),
           Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape("te_request_failure{err=\"a\"} 3\nte_request_failure{err=\"b\"} 14\n"), "error_rate",
                 "model:e"),
           Known<double>(1.0));
}

void TestMetricMatcher::the_same_sample_again_tells_nothing_new() {
  Endpoint endpoint;
  const auto at = [](double value, int seconds) {
    return "te_request_failure " + std::to_string(value) + ' ' +
           std::to_string(static_cast<std::int64_t>(now) + std::int64_t{seconds} * 1000) + '\n';
  };
  endpoint.scrape(at(10, -60));
  QCOMPARE(value(endpoint.scrape(at(10, -60)), "error_rate", "model:e"), Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape(at(40, 0)), "error_rate", "model:e"), Known<double>(0.5));
  QCOMPARE(value(endpoint.scrape(at(40, 0)), "error_rate", "model:e"), Known<double>(0.5));
}

void TestMetricMatcher::times_that_come_and_go() {
  Endpoint endpoint;
  const std::string at = ' ' + std::to_string(static_cast<std::int64_t>(now)) + '\n';
  endpoint.scrape("te_request_failure 10\n");
  // Its time since the epoch less that since the machine began is no time that passed.
  QCOMPARE(value(endpoint.scrape("te_request_failure 20" + at), "error_rate", "model:e"),
           Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape("te_request_failure 30\n"), "error_rate", "model:e"),
           Known<double>(Reason::no_history));
  QCOMPARE(value(endpoint.scrape("te_request_failure 40\n"), "error_rate", "model:e"), Known<double>(1.0));
}

void TestMetricMatcher::buckets_that_do_not_fit() {
  Endpoint endpoint;
  const auto text = [](int n) {
    const auto bucket = [n](const char* of, const char* le) {
      return std::string("te_request_duration_bucket{model=\"m\",pod=\"") + of + "\",le=\"" + le + "\"} " +
             std::to_string(n) + '\n';
    };
    return bucket("a", "0.1") + bucket("a", "+Inf") + bucket("b", "0.5") + bucket("b", "+Inf");
  };
  endpoint.scrape(text(10));
  QCOMPARE(value(endpoint.scrape(text(20)), "request_latency_ms", "model:m"), Known<double>(Reason::not_supported));
  // Read one after the other while it counts: a bucket counts at least what a smaller one does.
  QCOMPARE(quantile_of({{1, 10}, {2, 9}, {4, 20}, {INFINITY, 19}}, 0.75), Known<double>(3.0));
}

void TestMetricMatcher::a_share_of_time_is_between_0_and_1() {
  Endpoint endpoint;
  endpoint.scrape("redpanda_cpu_busy_seconds_total 100\n");
  QCOMPARE(value(endpoint.scrape("redpanda_cpu_busy_seconds_total 110.2\n"), "handler_idle", "broker:e"),
           Known<double>(0.0));
  // Nor above 1, but for what a moving average overshoots.
  const std::string idle = "kafka_server_kafkarequesthandlerpool_requesthandleravgidlepercent_oneminuterate ";
  QCOMPARE(value(Endpoint().scrape(idle + "1.002\n"), "handler_idle", "broker:e"), Known<double>(1.0));
  // A meter that two pools feed is none at any value, until another process has it.
  Endpoint two;
  const auto of_two = [&](const char* started, const char* share) {
    return value(two.scrape("process_start_time_seconds " + std::string(started) + "\n" + idle + share + "\n"),
                 "handler_idle", "broker:e");
  };
  QCOMPARE(of_two("1000", "1.98"), Known<double>(Reason::not_supported));
  QCOMPARE(of_two("1000", "0.9"), Known<double>(Reason::not_supported));
  QCOMPARE(of_two("2000", "0.9"), Known<double>(0.9));
}

void TestMetricMatcher::quantiles_of_histograms() {
  Endpoint endpoint;
  const auto text = [](int below, int within, int all) {
    const std::string name = "# TYPE te_request_duration histogram\nte_request_duration_bucket{le=\"0.1\"} ";
    return name + std::to_string(below) + "\nte_request_duration_bucket{le=\"0.2\"} " + std::to_string(within) +
           "\nte_request_duration_bucket{le=\"+Inf\"} " + std::to_string(all) + '\n';
  };
  QCOMPARE(value(endpoint.scrape(text(1000, 1000, 1000)), "request_latency_ms", "model:e"),
           Known<double>(Reason::no_history));
  // 100 more, 98 of them below 0.1, two in the next bucket: the 99th is in its middle.
  const auto got = value(endpoint.scrape(text(1098, 1100, 1100)), "request_latency_ms", "model:e");
  QVERIFY(got && std::abs(*got - 150) < 1e-6);
  QCOMPARE(value(endpoint.scrape(text(1098, 1100, 1100)), "request_latency_ms", "model:e"),
           Known<double>(Reason::not_applicable));
  QCOMPARE(quantile_of({{1, 0}, {INFINITY, 10}}, 0.5), Known<double>(1.0));  // at least
  QCOMPARE(quantile_of({{1, 10}}, 0.5), Known<double>(Reason::not_supported));
  QCOMPARE(quantile_of({}, 0.5), Known<double>(Reason::not_supported));
  QCOMPARE(quantile_of({{INFINITY, 10}}, 0.5), Known<double>(Reason::not_supported));
}

void TestMetricMatcher::means() {
  Endpoint endpoint;
  const auto text = [](int us, int requests) {
    return "nv_inference_request_duration_us{model=\"m\"} " + std::to_string(us) +
           "\nnv_inference_request_success{model=\"m\"} " + std::to_string(requests) + '\n';
  };
  endpoint.scrape(text(1'000'000, 100));
  const auto got = value(endpoint.scrape(text(1'500'000, 110)), "request_latency_ms", "model:m");
  QVERIFY(got && std::abs(*got - 50) < 1e-9);
  QCOMPARE(value(endpoint.scrape(text(1'500'000, 110)), "request_latency_ms", "model:m"),
           Known<double>(Reason::not_applicable));
}

void TestMetricMatcher::what_is_no_number_is_not_known() {
  Endpoint endpoint;
  for (const char* text : {"te_queue_size NaN\n", "te_queue_size +Inf\n"})
    QCOMPARE(value(endpoint.scrape(text), "queue_depth", "model:e"), Known<double>(Reason::not_applicable));
  QCOMPARE(value(endpoint.scrape("te_queue_size 0\n"), "queue_depth", "model:e"), Known<double>(0.0));
  QCOMPARE(value(endpoint.scrape("other 1\n"), "queue_depth", "model:e"), Known<double>(Reason::never_polled));
}

void TestMetricMatcher::how_far_a_source_is_behind() {
  const auto behind = [](const char* value, const std::string& name = "debezium_metrics_MilliSecondsBehindSource") {
    return Endpoint().scrape(name + "{plugin=\"postgres\",name=\"shop\",context=\"streaming\"} " + value + '\n' + name +
                             "{plugin=\"postgres\",name=\"shop\",context=\"snapshot\"} 9\n");
  };
  QCOMPARE(value(behind("1500"), "source_lag_ms", "source:shop"), Known<double>(1500.0));
  QCOMPARE(value(behind("0"), "source_lag_ms", "source:shop"), Known<double>(0.0));
  QCOMPARE(value(behind("-1"), "source_lag_ms", "source:shop"), Known<double>(Reason::not_applicable));
  QCOMPARE(told(behind("1"), "source_lag_ms", "source")->series, 1U);
  // By the exporter's own rule, without any of its user's.
  const auto plain = Endpoint().scrape(
      "debezium_mysql_connector_metrics_millisecondsbehindsource{context=\"streaming\",server=\"shop\"} 20\n"
      "debezium_mysql_connector_metrics_connected{context=\"streaming\",server=\"shop\"} 1\n");
  QCOMPARE(value(plain, "source_lag_ms", "source:shop"), Known<double>(20.0));
  QCOMPARE(value(plain, "source_connected", "source:shop"), Known<double>(1.0));
  // Of several tasks the one that is most behind.
  const auto tasks = Endpoint().scrape(
      "debezium_sql_server_connector_metrics_MilliSecondsBehindSource{context=\"streaming\",server=\"shop\",task=\"0\"}"
      " 20\n"
      "debezium_sql_server_connector_metrics_MilliSecondsBehindSource{context=\"streaming\",server=\"shop\",task=\"1\"}"
      " -1\n");
  QCOMPARE(value(tasks, "source_lag_ms", "source:shop"), Known<double>(20.0));
}

void TestMetricMatcher::old_and_doubled_samples() {
  Endpoint endpoint;
  const std::string old = std::to_string(static_cast<std::int64_t>(now) - 400'000);
  QCOMPARE(value(endpoint.scrape("te_queue_size 1 " + old + '\n'), "queue_depth", "model:e"),
           Known<double>(Reason::expired));
  QCOMPARE(value(endpoint.scrape("te_queue_size 1\nte_queue_size 2\n"), "queue_depth", "model:e"),
           Known<double>(Reason::ambiguous));
}

void TestMetricMatcher::objects() {
  QCOMPARE(object_of("task:{connector}/{task}", {{"task", "0"}, {"connector", "c"}}),
           std::optional(Object("task:c/0")));
  QCOMPARE(object_of("broker:{broker_id|instance}", {{"instance", "b1:9404"}}),
           std::optional(Object("broker:b1:9404")));
  QVERIFY(!object_of("task:{connector}/{task}", {{"connector", "c"}}));
  QVERIFY(!object_of("store:{}", {{"", "x"}}));
  Endpoint of_one(all_of_it(), Object("broker:2"));
  const Evaluation got = of_one.scrape("kafka_server_replicamanager_underreplicatedpartitions 0\nte_queue_size 1\n");
  QCOMPARE(value(got, "urp", "broker:2"), Known<double>(0.0));
  QCOMPARE(value(got, "queue_depth", "model:e"), Known<double>(1.0));
}

void TestMetricMatcher::what_was_matched_is_told() {
  Endpoint endpoint;
  const Evaluation got = endpoint.scrape(
      "kafka_topic_partition_under_replicated_partition{topic=\"t\",partition=\"0\"} 0\n"
      "kafka_topic_partition_under_replicated_partition{topic=\"t\",partition=\"1\"} 0\n");
  const Told* const urp = told(got, "urp", "broker");
  QVERIFY(urp);
  QCOMPARE(urp->preset, std::string("kafka_exporter"));
  QCOMPARE(urp->metric, std::string("kafka_topic_partition_under_replicated_partition"));
  QCOMPARE(urp->kind, std::string("topic"));
  QCOMPARE(urp->series, 2U);
  QVERIFY(told(got, "tombstones", "vector") && told(got, "tombstones", "vector")->series == 0);
  QCOMPARE(got.told.size(), all_of_it().meanings.size());
}

QTEST_GUILESS_MAIN(TestMetricMatcher)
#include "tst_metric_matcher.moc"
