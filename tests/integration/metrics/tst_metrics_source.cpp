// SPDX-License-Identifier: GPL-3.0-or-later
// MetricsSource against an HTTP server on loopback that answers as an exporter, or as a Prometheus, does.
#include <QDateTime>
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>

#include "collectors/metrics/endpoint.h"
#include "collectors/metrics/metrics_source.h"
#include "resources/presets/presets.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class Plain final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

// What the server says, changed by a test.
struct Script {
  std::mutex mutex;
  int status = 200;
  std::string type = "text/plain; version=0.0.4; charset=utf-8";
  std::string body;
  std::string plain;  // where only the older format is asked for, if that is another
  std::string names;  // of the query API
  int names_asked = 0;

  void operator()(const HttpSeen& seen, HttpPeer& peer) {
    const std::lock_guard lock(mutex);
    if (seen.target == "/prom/api/v1/label/__name__/values") {
      ++names_asked;
      return peer.answer(status, names, {"Content-Type: application/json"});
    }
    std::vector<std::string> headers;
    if (!plain.empty() && !seen.headers.at("accept").starts_with("application/openmetrics-text"))
      return peer.answer(status, plain, {"Content-Type: text/plain; version=0.0.4"});
    if (!type.empty()) headers.push_back("Content-Type: " + type);
    peer.answer(status, body, headers);
  }
};

const std::string put = "kafka_connect_sink_task_put_batch_avg_time_ms{connector=\"c\",task=\"0\"} ";
const std::string dead = "kafka_connect_task_error_deadletterqueue_produce_requests{connector=\"c\",task=\"0\"} ";
}  // namespace

class MetricsSourceTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const Plain secrets_;
  Script script_;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<MetricsSource> source_;

  void say(const std::string& body) {
    const std::lock_guard lock(script_.mutex);
    script_.body = body;
  }
  void open(MetricsProfile profile) {
    profile.name = "m";
    profile.cluster = ClusterName("prod");
    profile.poll = Millis(100);
    auto opened = MetricsSource::open(profile, preset("metrics.json"), secrets_, clock_, *recorder_);
    QVERIFY2(opened, opened ? "" : opened.error().line().c_str());
    source_ = std::move(*opened);
  }
  void open_prometheus() { open({.type = "prometheus", .url = server_->url("/prom/"), .where = {{"env", "a\"b"}}}); }
  Known<std::int64_t> value(const char* signal, const char* object) const {
    return recorder_->value("metrics", signal, object);
  }
  std::string state(const std::string& aspect) const { return recorder_->state("source:m", aspect).value_or("-"); }

 private slots:
  void init() {
    qputenv("no_proxy", "*");
    script_.status = 200;
    script_.type = "text/plain; version=0.0.4; charset=utf-8";
    script_.plain.clear();
    script_.names_asked = 0;
    server_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) { script_(seen, peer); });
    recorder_ = std::make_unique<Recorder>();
  }
  void cleanup() { source_.reset(); }

  void signals_of_one_scrape() {
    open({.url = server_->url("/metrics")});
    say(put + "20.5\n" + dead + "7\nother 1\n");
    const auto polled = source_->poll_once({});
    QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
    QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(20'500));
    QCOMPARE(value("dlq_rate", "task:c/0"), Known<std::int64_t>(Reason::no_history));
    const Poll poll = *recorder_->poll("metrics");
    QCOMPARE(poll.due, 1);
    QCOMPARE(poll.answered, 1);
    QCOMPARE(poll.cost.requests, 1);
    QVERIFY(poll.cost.bytes_known && poll.cost.bytes > 100);
    QCOMPARE(state("limits"), std::string());
    QVERIFY2(state("matched").find(
                 "put_latency_ms\tsink\ttask\tconnect\tkafka_connect_sink_task_put_batch_avg_time_ms\t1") !=
                 std::string::npos,
             state("matched").c_str());
    QVERIFY(state("unmatched").find("urp\tbroker") != std::string::npos);
    QCOMPARE(recorder_->lanes().at(0).source, (SourceSpec{"metrics", "m", ClusterName("prod")}));
    for (const auto& [id, spec] : recorder_->all_series()) QCOMPARE(spec.scale10, 3);
    const HttpSeen seen = server_->seen().at(0);
    QVERIFY(seen.headers.at("accept").starts_with("application/openmetrics-text;version=1.0.0"));
  }

  void a_rate_between_two_scrapes() {
    open({.url = server_->url("/metrics")});
    say(dead + "7\n");
    QVERIFY(source_->poll_once({}));
    QTest::qWait(100);
    say(dead + "8\n");
    QVERIFY(source_->poll_once({}));
    const auto rate = value("dlq_rate", "task:c/0");
    QVERIFY(rate && *rate > 0 && *rate <= 10'000);  // one in at least 0.1 s
  }

  void openmetrics_is_told_by_its_type() {
    open({.url = server_->url("/metrics")});
    script_.type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    say("# TYPE te_queue_size gauge\nte_queue_size 4\n# EOF\n");
    QVERIFY(source_->poll_once({}));
    QCOMPARE(value("queue_depth", "model:m"), Known<std::int64_t>(4'000));
    say("# TYPE te_queue_size gauge\nte_queue_size 4\n");  // cut off: nothing of it counts
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::input);
    QVERIFY2(polled.error().line().find("does not end with # EOF") != std::string::npos, polled.error().line().c_str());
    QCOMPARE(value("queue_depth", "model:m"), Known<std::int64_t>(Reason::unreachable));
    script_.type = "application/vnd.google.protobuf";
    QVERIFY(!source_->poll_once({}));
  }

  // As two programs that were run say it: an exemplar of a count, quantiles of a histogram.
  void openmetrics_that_breaks_its_rules_is_read_in_the_older_format() {
    open({.url = server_->url("/metrics")});
    script_.type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    script_.plain = "# TYPE te_queue_size gauge\nte_queue_size 4\n";
    say("# TYPE te_queue_size gauge\nte_queue_size 4 # {trace=\"1\"} 1.0\n# EOF\n");
    const auto polled = source_->poll_once({});
    QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
    QCOMPARE(value("queue_depth", "model:m"), Known<std::int64_t>(4'000));
    QCOMPARE(recorder_->poll("metrics")->cost.requests, 2);
    QVERIFY2(state("limits").find("breaks the rules of that format (line 2: an exemplar of \"te_queue_size\")") !=
                 std::string::npos,
             state("limits").c_str());
    QVERIFY(source_->poll_once({}));
    QCOMPARE(recorder_->poll("metrics")->cost.requests, 1);
    QVERIFY(state("limits").find("asked for Prometheus text") != std::string::npos);
  }

  void a_format_without_a_name() {
    open({.url = server_->url("/metrics")});
    say(put + "20\n");
    for (const char* type : {"", "text/html"}) {
      script_.type = type;
      QVERIFY(source_->poll_once({}));
      QVERIFY2(state("limits").find("read as Prometheus text") != std::string::npos, state("limits").c_str());
    }
    say("<html>hello</html>\n");
    const auto polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY2(polled.error().line().find("/metrics, line 1: no name of a metric; check that this is the address") !=
                 std::string::npos,
             polled.error().line().c_str());
  }

  void a_failed_poll_says_why_and_no_number() {
    open({.url = server_->url("/metrics")});
    say(put + "20\n");
    QVERIFY(source_->poll_once({}));
    script_.status = 401;
    QVERIFY(!source_->poll_once({}));
    QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(Reason::no_permission));
    Poll poll = *recorder_->poll("metrics");
    QCOMPARE(poll.answered, 0);
    QVERIFY(poll.errors.at(0).denied);
    script_.status = 500;
    QVERIFY(!source_->poll_once({}));
    QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(Reason::unreachable));
    server_.reset();
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::unreachable);
    QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(Reason::unreachable));
  }

  void what_is_gone_for_ten_polls_ends() {
    open({.url = server_->url("/metrics")});
    say(put + "20\n");
    QVERIFY(source_->poll_once({}));
    say("other 1\n");
    for (int i = 0; i < 9; ++i) {
      QVERIFY(source_->poll_once({}));
      QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(Reason::not_probed));
    }
    QVERIFY(source_->poll_once({}));
    QCOMPARE(value("put_latency_ms", "task:c/0"), Known<std::int64_t>(Reason::deleted));
    QCOMPARE(recorder_->poll("metrics")->died.size(), 1U);
    QVERIFY(source_->poll_once({}));
    QVERIFY(recorder_->poll("metrics")->samples.empty());
    QCOMPARE(state("limits"), std::string("None of its metrics is a signal that is known."));
  }

  void too_much_is_refused_whole() {
    open({.url = server_->url("/metrics")});
    std::string many;
    for (int i = 0; i < 200'001; ++i) many += "te_queue_size{i=\"" + std::to_string(i) + "\"} 1\n";
    say(many);
    const auto polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY2(polled.error().line().find("more than 200000 samples") != std::string::npos,
             polled.error().line().c_str());
  }

  void it_polls_at_its_interval_and_stops_at_once() {
    open({.url = server_->url("/metrics")});
    say(put + "20\n");
    source_->start();
    QVERIFY(recorder_->wait_for_polls("metrics", 3, 3000));
    QElapsedTimer timer;
    timer.start();
    source_->stop();
    QVERIFY(timer.elapsed() < 500);
  }

  void profiles_that_cannot_work() {
    const auto why = [&](const MetricsProfile& profile) {
      const auto opened = MetricsSource::open(profile, preset("metrics.json"), secrets_, clock_, *recorder_);
      return opened ? std::string() : opened.error().line();
    };
    QVERIFY(why({.name = "m", .url = "http://x", .object = "broker"}).find("is no object") != std::string::npos);
    QVERIFY(why({.name = "m", .url = "ftp://x"}).find("http") != std::string::npos);
    QVERIFY(why({.name = "m", .url = "http://x/metrics", .preset = "redpandas"}).find("redpanda") != std::string::npos);
  }

  void a_prometheus_is_asked_for_what_may_be_a_signal() {
    open_prometheus();
    script_.names = R"({"status":"success","data":["up","te_queue_size","te_request_failure","bad name"]})";
    const auto answer = [this](int depth, int failures, qint64 seconds) {
      const std::string at = std::to_string(QDateTime::currentSecsSinceEpoch() + seconds);
      const auto series = [&](const char* name, const std::string& points) {
        return std::string("{\"metric\":{\"__name__\":\"") + name + "\",\"model\":\"m\"},\"values\":[" + points + "]}";
      };
      const auto point = [](const std::string& when, int value) {
        return '[' + when + ",\"" + std::to_string(value) + "\"]";
      };
      say("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" +
          series("te_queue_size", point("1", 9) + ',' + point(at, depth)) + ',' +
          series("te_request_failure", point(at, failures)) + "]}}");
    };
    answer(4, 10, -60);
    QVERIFY(source_->poll_once({}));
    QCOMPARE(value("queue_depth", "model:m"), Known<std::int64_t>(4'000));
    QCOMPARE(value("error_rate", "model:m"), Known<std::int64_t>(Reason::no_history));
    const HttpSeen query = server_->seen().back();
    QCOMPARE(query.method, std::string("POST"));
    QCOMPARE(query.target, std::string("/prom/api/v1/query"));
    QCOMPARE(QByteArray::fromPercentEncoding(QByteArray::fromStdString(query.body)),
             QByteArray("query={__name__=~\"te_queue_size|te_request_failure\",env=\"a\\\"b\"}[3m]"));
    answer(5, 40, -30);
    QVERIFY(source_->poll_once({}));
    const auto rate = value("error_rate", "model:m");
    QVERIFY(rate && *rate > 900 && *rate < 1'100);  // 30 in 30 s, whenever it was asked
    QCOMPARE(script_.names_asked, 1);
    QCOMPARE(recorder_->poll("metrics")->cost.requests, 1);
    QVERIFY(state("limits").find("as old as its last scrape") != std::string::npos);
  }

  void a_prometheus_that_refuses() {
    open_prometheus();
    script_.status = 422;
    script_.names = R"({"status":"error","errorType":"execution","error":"too many"})";
    auto polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY2(polled.error().line().find("too many") != std::string::npos, polled.error().line().c_str());
    script_.status = 200;
    script_.names = "<html>";
    polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY2(polled.error().line().find("check that this is the address of a Prometheus") != std::string::npos,
             polled.error().line().c_str());
  }

  void answers_of_the_query_api() {
    using metrics::parse_query_answer;
    const auto wrap = [](const std::string& result) {
      return R"({"status":"success","data":{"resultType":"matrix","result":[)" + result + "]}}";
    };
    QVERIFY(parse_query_answer(wrap("")));
    const auto one =
        parse_query_answer(wrap(R"({"metric":{"__name__":"a","b":"c"},"values":[[1.5,"NaN"],[2.5,"+Inf"]]})"));
    QVERIFY(one);
    QCOMPARE(one->families.at(0).samples.at(0).timestamp_ms, std::optional(2500.0));
    // Every 15 s, and ended 50 s before the clock says; one that began just now has no rhythm yet.
    const std::string ended = wrap(R"({"metric":{"__name__":"a"},"values":[[1000,"1"],[1015,"1"],[1030,"2"]]},
                {"metric":{"__name__":"b"},"values":[[1045,"1"],[1060,"1"]]},
                {"metric":{"__name__":"c"},"values":[[1020,"1"]]})");
    const auto names = [&](std::optional<double> now_ms) {
      std::string out;
      const auto read = parse_query_answer(ended, {}, now_ms);
      if (!read) qFatal("%s", read.error().line().c_str());
      for (const metrics::Sample& sample : read->families.at(0).samples) out += sample.name;
      return out;
    };
    QCOMPARE(names(std::nullopt), std::string("abc"));
    QCOMPARE(names(1'075'000), std::string("abc"));
    QCOMPARE(names(1'080'000), std::string("bc"));
    QCOMPARE(names(1'110'000), std::string("c"));
    for (const char* bad :
         {R"({"metric":{},"values":[[1,"1"]]})", R"({"metric":{"__name__":"a"},"values":[]})",
          R"({"metric":{"__name__":"a"},"values":[[1,1]]})", R"({"metric":{"__name__":"a"},"value":[1,"1"]})",
          R"({"metric":{"__name__":1},"values":[[1,"1"]]})", "1", R"({"values":[["1","1"]]})"})
      QVERIFY2(!parse_query_answer(wrap(bad)), bad);
    for (const char* bad : {"", "[]", "{}", R"({"status":"success"})",
                            R"({"status":"success","data":{"resultType":"vector","result":[]}})"})
      QVERIFY2(!parse_query_answer(bad), bad);
  }
};

QTEST_GUILESS_MAIN(MetricsSourceTest)
#include "tst_metrics_source.moc"
