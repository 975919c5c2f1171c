// SPDX-License-Identifier: GPL-3.0-or-later
// ConnectSource against an HTTP server on loopback that answers in Connect's words, also when it is ill.
#include <QElapsedTimer>
#include <QTest>
#include <algorithm>
#include <atomic>

#include "collectors/connect/connect_source.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
// JSON as a test writes it: with single quotes.
std::string js(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return text;
}
class Plain final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

// What the server says, changed by a test.
struct Script {
  std::mutex mutex;
  std::string connectors = "{}";
  int status = 200;
  int health = 200;
  int topics = 200;
  bool stuck = false;

  void operator()(const HttpSeen& seen, HttpPeer& peer) {
    std::unique_lock lock(mutex);
    if (seen.target == "/") return peer.answer(200, js("{'version':'4.1.0','commit':'x','kafka_cluster_id':'c1'}"));
    if (seen.target == "/health") return peer.answer(health, js("{'status':'healthy','message':'ok'}"));
    if (seen.target.ends_with("/topics")) return peer.answer(topics, js("{'a':{'topics':['used']}}"));
    if (stuck) return peer.answer(500, js("{'error_code':500,'message':'Request timed out. The worker is busy'}"));
    return peer.answer(status, connectors);
  }
};

std::string connector(const std::string& name, const std::string& state, const std::string& tasks,
                      const std::string& type = "sink") {
  return "\"" + name + js("':{'status':{'connector':{'state':'") + state + js("','worker_id':'w1:8083'},'tasks':[") +
         tasks + js("],'type':'") + type +
         js("'},'info':{'config':{'connector.class':'X','topics':'orders','password':'hush'}}}");
}
const std::string task0 = js("{'id':0,'state':'RUNNING','worker_id':'w1:8083'}");
const std::string task1 = js("{'id':1,'state':'FAILED','worker_id':'w2:8083','trace':'boom\\nat x'}");
}  // namespace

class ConnectSourceTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const Plain secrets_;
  Script script_;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<ConnectSource> source_;

  void say(const std::string& connectors) {
    const std::lock_guard lock(script_.mutex);
    script_.connectors = "{" + connectors + "}";
  }
  std::string worker() const { return "worker:127.0.0.1:" + std::to_string(server_->port()); }
  // "-" where there is none.
  std::string state(const std::string& object, const std::string& aspect = "state") const {
    return recorder_->state(object, aspect).value_or("-");
  }

 private slots:
  void init() {
    qputenv("no_proxy", "*");
    script_.status = script_.health = script_.topics = 200;
    script_.stuck = false;
    server_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) { script_(seen, peer); });
    recorder_ = std::make_unique<Recorder>();
    ConnectProfile profile{.name = "lake", .cluster = ClusterName("prod"), .url = server_->url(), .poll = Millis(100)};
    source_ = std::move(*ConnectSource::open(profile, secrets_, clock_, *recorder_));
  }
  void cleanup() { source_.reset(); }

  void one_call_brings_all_states() {
    say(connector("a", "RUNNING", task0 + "," + task1) + "," + connector("b", "PAUSED", "", "source"));
    const auto polled = source_->poll_once({});
    QVERIFY2(polled, polled ? "" : polled.error().line().c_str());
    QCOMPARE(state("connector:a"), std::string("RUNNING"));
    QCOMPARE(state("connector:a", "type"), std::string("sink"));
    QCOMPARE(state("connector:a", "class"), std::string("X"));
    QCOMPARE(state("connector:a", "worker"), std::string("w1:8083"));
    QCOMPARE(state("connector:a", "group"), std::string("connect-a"));
    QCOMPARE(state("connector:a", "topics"), std::string("orders\nused"));
    QCOMPARE(state("connector:a", "config"), js("{'connector.class':'X','password':'[removed]','topics':'orders'}"));
    QCOMPARE(state("connector:a", "proposal"), std::string("connector=a\ngroup=connect-a\ntopic=orders"));
    QCOMPARE(state("task:a/0"), std::string("RUNNING"));
    QCOMPARE(state("task:a/1"), std::string("FAILED"));
    QCOMPARE(state("task:a/1", "worker"), std::string("w2:8083"));
    QCOMPARE(state("connector:b"), std::string("PAUSED"));
    QCOMPARE(state("connector:b", "group"), std::string("-"));
    QCOMPARE(state(worker()), std::string("healthy"));
    QCOMPARE(state(worker(), "version"), std::string("4.1.0"));
    QCOMPARE(state(worker(), "cluster-id"), std::string("c1"));
    const Poll poll = *recorder_->poll("connectors");
    QCOMPARE(poll.due, 1);
    QCOMPARE(poll.answered, 1);
    QVERIFY(poll.cost.bytes_known && poll.cost.bytes > 500);
    QCOMPARE(poll.cost.requests, 5);  // connectors, /, /health, topics of two
    for (const auto& sample : poll.states)
      if (sample.object.value() == "task:a/1" && sample.aspect == "state")
        QCOMPARE(sample.detail, std::string("boom\nat x"));
    QVERIFY(source_->poll_once({}));
    QCOMPARE(recorder_->poll("connectors")->cost.requests, 1);
    QCOMPARE(recorder_->lanes().at(0).source, (SourceSpec{"connect", "lake", ClusterName("prod")}));
  }

  void what_is_gone_ends_once() {
    say(connector("a", "RUNNING", task0 + "," + task1) + "," + connector("b", "RUNNING", task0));
    QVERIFY(source_->poll_once({}));
    say(connector("a", "RUNNING", task0));
    QVERIFY(source_->poll_once({}));
    for (const char* object : {"connector:b", "task:b/0", "task:a/1"}) QCOMPARE(state(object), std::string("-"));
    QCOMPARE(state("connector:b", "config"), std::string("-"));
    QCOMPARE(state("task:a/0"), std::string("RUNNING"));
    QVERIFY(source_->poll_once({}));
    const Poll poll = *recorder_->poll("connectors");
    for (const auto& sample : poll.states) QVERIFY(sample.value);
  }

  void a_failed_poll_ends_nothing_and_says_why() {
    say(connector("a", "RUNNING", task0));
    QVERIFY(source_->poll_once({}));
    script_.status = 401;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::denied);
    const Poll poll = *recorder_->poll("connectors");
    QCOMPARE(poll.answered, 0);
    QCOMPARE(poll.errors.size(), 1U);
    QVERIFY(poll.errors[0].denied && poll.errors[0].reason == Reason::no_permission);
    QCOMPARE(state("connector:a"), std::string("RUNNING"));  // repeated by nobody, ended by nobody
    QCOMPARE(state(worker()), std::string("denied"));
    script_.status = 200;
    QVERIFY(source_->poll_once({}));
    QCOMPARE(state(worker()), std::string("healthy"));
  }

  void a_stuck_herder_is_not_a_dead_worker() {
    script_.stuck = true;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled);
    const std::string line = polled.error().line();
    QVERIFY2(line.find("REST up, herder stuck") != std::string::npos, line.c_str());
    QVERIFY2(line.find("Request timed out. The worker is busy") != std::string::npos, line.c_str());
    QCOMPARE(state(worker()), std::string("stuck"));
  }

  void nobody_there() {
    const std::string object = worker();
    server_.reset();
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::unreachable);
    QCOMPARE(recorder_->poll("connectors")->cost.requests, 1);
    QCOMPARE(state(object), std::string("unreachable"));
  }

  void something_else_that_speaks_http() {
    script_.connectors = "<html>hello</html>";
    const auto polled = source_->poll_once({});
    QVERIFY(!polled);
    QVERIFY2(polled.error().line().find("no JSON object") != std::string::npos, polled.error().line().c_str());
  }

  void an_old_worker_has_no_health_and_no_topics() {
    script_.health = 404;
    script_.topics = 403;
    say(connector("a", "RUNNING", task0) + "," + connector("b", "RUNNING", task0));
    QVERIFY(source_->poll_once({}));
    QCOMPARE(state("connector:a", "topics"), std::string("orders"));
    QCOMPARE(recorder_->poll("connectors")->cost.requests, 4);  // topics asked once, refused for all
    QVERIFY(state("source:lake", "limits").starts_with("The workers do not track topics"));
  }

  void it_polls_at_its_interval_and_stops_at_once() {
    say(connector("a", "RUNNING", task0));
    source_->start();
    QVERIFY(recorder_->wait_for_polls("connectors", 3, 3000));
    QElapsedTimer timer;
    timer.start();
    source_->stop();
    QVERIFY(timer.elapsed() < 500);
  }

  void two_hundred_connectors_cost_one_call_and_little_time() {
    std::string all;
    for (int i = 0; i < 200; ++i)
      all += (i ? "," : "") + connector("c" + std::to_string(i), "RUNNING", task0 + "," + task1);
    say(all);
    QVERIFY(source_->poll_once({}));
    for (int i = 0; i < 9; ++i) QVERIFY(source_->poll_once({}));  // topics of 20 each
    QVERIFY(source_->poll_once({}));
    const Poll warm = *recorder_->poll("connectors");
    QCOMPARE(warm.cost.requests, 1);
    qInfo("200 connectors, 400 tasks: %lld bytes, %lld us of CPU, %lld ms", (long long)warm.cost.bytes,
          (long long)warm.cost.cpu_us, (long long)warm.took.count());
    QVERIFY(warm.took < Millis(2000));
  }
};

QTEST_GUILESS_MAIN(ConnectSourceTest)
#include "tst_connect_source.moc"
