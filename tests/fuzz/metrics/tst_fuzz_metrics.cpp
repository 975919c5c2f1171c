// SPDX-License-Identifier: GPL-3.0-or-later
// What metric endpoints say, mutated: both text formats and the query API's answers, through to values. They may be
// refused, with one line; what is accepted stays within its bounds and is a number or has a reason.
// TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <array>
#include <cmath>
#include <functional>

#include "collectors/metrics/endpoint.h"
#include "collectors/metrics/evaluator.h"
#include "resources/presets/presets.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using namespace tidemark::metrics;
using test::milliseconds_of;
using test::Mutator;

class FuzzMetrics final : public QObject {
  Q_OBJECT
 private slots:
  void prometheus_text();
  void openmetrics_text();
  void query_answers();
};

namespace {
constexpr int parts = 3;
constexpr std::array words =
    std::to_array<const char*>({"# TYPE ", "# EOF\n", "_bucket{le=\"+Inf\"} ", " # {a=\"b\"} 1", "{quantile=\"0.99\"}",
                                "NaN", "+Inf", "1e999", "\\\"", "{", "}", "\"", ",", " ", "\t", "\r",
                                "te_request_duration", "name=\"UnderReplicatedPartitions\"", "histogram"});

const std::string histogram =
    "# TYPE te_request_duration histogram\nte_request_duration_bucket{le=\"0.1\"} 1\n"
    "te_request_duration_bucket{le=\"+Inf\"} 3\nte_request_duration_count 3\nte_request_duration_sum 2\n";
const std::string gauges =
    "# TYPE vllm:num_requests_waiting gauge\n# HELP vllm:num_requests_waiting of \\\\ it\n"
    "vllm:num_requests_waiting{model_name=\"m\\n\\\"x\\\"\"} 4\n"
    "# TYPE kafka_server_ReplicaManager_Value gauge\n"
    "kafka_server_ReplicaManager_Value{name=\"UnderReplicatedPartitions\"} 0\n";

// Through to values; nothing is infinite or no number.
void evaluate(Evaluator& evaluator, const Exposition& exposition, double at) {
  const Evaluation out = evaluator.evaluate(exposition, {1'767'225'600'000 + at, at});
  QVERIFY(out.values.size() <= Evaluator::most_values);
  for (const SignalValue& value : out.values) {
    QVERIFY(!object::name(value.object).empty());
    QVERIFY2(value.object.value().find('\n') == std::string::npos, value.object.value().c_str());
    if (value.value) QVERIFY(std::isfinite(*value.value));
  }
}

void run(unsigned seed, const std::vector<std::string>& texts,
         const std::function<Result<Exposition>(const std::string&)>& read) {
  Evaluator evaluator(std::move(*parse_preset(preset("metrics.json"))), "fuzz", std::nullopt);
  Mutator mutated(seed, words);
  std::size_t accepted = 0, refused = 0;
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(parts);) {
    const auto got = read(mutated(mutated.any_of(texts)));
    ++(got ? accepted : refused);
    if (got) {
      evaluate(evaluator, *got, static_cast<double>(accepted) * 1000);
    } else {
      QVERIFY(!got.error().what.empty());
      QVERIFY2(got.error().line().find('\n') == std::string::npos, got.error().line().c_str());
      QVERIFY(got.error().line().size() < 400);
    }
  }
  QVERIFY(accepted > 0 && refused > 0);
}
}  // namespace

void FuzzMetrics::prometheus_text() {
  run(51, {histogram, gauges, "# TYPE s summary\ns{quantile=\"0.99\"} 1 123\ns_sum 1\n{\"a.b\",\"c.d\"=\"e\"} 1\n"},
      [](const std::string& text) { return parse(Dialect::prometheus, text); });
}

void FuzzMetrics::openmetrics_text() {
  run(52,
      {histogram + "# EOF\n", gauges + "# EOF\n",
       "# TYPE a_s counter\n# UNIT a_s s\na_s_total 1 1.5 # {t=\"x\"} 0.5 1.2\na_s_created 1\n# TYPE i info\n"
       "i_info{v=\"1\"} 1\n# TYPE f stateset\nf{f=\"x\"} 0\nf{f=\"y\"} 1\n# TYPE g gaugehistogram\n"
       "g_bucket{le=\"+Inf\"} 2\ng_gcount 2\ng_gsum 1\n# EOF"},
      [](const std::string& text) { return parse(Dialect::openmetrics, text); });
}

void FuzzMetrics::query_answers() {
  run(53,
      {R"({"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"te_queue_size","model":"m"},"values":[[1767225600.1,"4"],[1767225610,"5"]]},{"metric":{"__name__":"te_request_failure"},"values":[[1767225600,"1"]]}]}})",
       R"({"status":"error","errorType":"bad_data","error":"x\ny"})"},
      [](const std::string& text) {
        static_cast<void>(parse_label_values(text));
        return parse_query_answer(text);
      });
}

QTEST_GUILESS_MAIN(FuzzMetrics)
#include "tst_fuzz_metrics.moc"
