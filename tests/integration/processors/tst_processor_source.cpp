// SPDX-License-Identifier: GPL-3.0-or-later
// ProcessorSource against an HTTP server on loopback that answers as a Flink does, also when it is ill.
#include <QTest>

#include "collectors/processors/processor_source.h"
#include "models/domain/processor_jobs.h"
#include "tests/integration/kafka/recorder.h"
#include "tests/support/http_server.h"

using namespace tidemark;
using namespace tidemark::testing;

namespace {
class Plain final : public SecretResolver {
 public:
  Result<std::string> resolve(std::string_view text) const override { return std::string(text); }
};

std::string text(std::int64_t number) { return std::to_string(number); }

struct Job {
  std::string name = "enrich";
  std::string state = "RUNNING";
  std::int64_t started = 1'000'000;
  std::int64_t running_for = 60'000;
  std::int64_t modified = 1'000'500;
  std::string type = "STREAMING";
  std::string status = "RUNNING";  // of its vertices
  std::int64_t interval = 10'000;
  std::int64_t completed = 5, failed = 0, last_id = 5, last_at = 1'050'000, duration = 40;
  std::int64_t begun = 0;  // one that has not ended; 0: none
  std::string failure;     // of the newest, which is number 6
  int restarts = 0;
  std::string exception;
  std::string backpressure = "120.0", busy = "\"NaN\"";
  bool gone = false;  // listed, and then not there

  std::string row(const std::string& id) const {
    return R"({"jid":")" + id + R"(","name":")" + name + R"(","start-time":)" + text(started) +
           R"(,"end-time":-1,"duration":)" + text(running_for) + R"(,"state":")" + state + R"(","last-modification":)" +
           text(modified) + R"(,"tasks":{}})";
  }
  std::string detail(const std::string& id) const {
    std::string vertices;
    for (const char c : {'a', 'b'})
      vertices += (vertices.empty() ? "" : ",") + (R"({"id":")" + std::string(32, c) + R"(","name":"stage )" + c +
                                                   R"(","parallelism":2,"status":")" + status + "\"}");
    return R"({"jid":")" + id + R"(","job-type":")" + type + R"(","vertices":[)" + vertices + "]}";
  }
  std::string checkpoints() const {
    std::string latest = R"("completed":{"id":)" + text(last_id) + R"(,"trigger_timestamp":)" +
                         text(last_at - duration) + R"(,"end_to_end_duration":)" + text(duration) +
                         R"(,"state_size":4096})";
    if (!failure.empty()) latest += R"(,"failed":{"id":6,"failure_message":")" + failure + "\"}";
    return R"({"counts":{"completed":)" + text(completed) + R"(,"failed":)" + text(failed) + R"(,"in_progress":)" +
           (begun ? "1" : "0") + R"(},"latest":{)" + latest + R"(},"history":[)" +
           (begun ? R"({"id":99,"status":"IN_PROGRESS","is_savepoint":false,"trigger_timestamp":)" + text(begun) + "}"
                  : "") +
           "]}";
  }
};

// A Flink, changed by a test.
struct Flink {
  std::mutex mutex;
  std::map<std::string, Job> jobs;  // by id
  int status = 200;                 // of /jobs/overview
  std::string broken;               // what cannot be told of any job

  void operator()(const HttpSeen& seen, HttpPeer& peer) {
    const std::lock_guard lock(mutex);
    const std::string& target = seen.target;
    if (target == "/overview") return peer.answer(200, R"({"flink-version":"1.20.5","slots-total":4})");
    if (target == "/jobs/overview") {
      std::string rows;
      for (const auto& [id, job] : jobs) rows += (rows.empty() ? "" : ",") + job.row(id);
      return peer.answer(
          status, status == 200 ? "{\"jobs\":[" + rows + "]}" : R"({"errors":["Service temporarily unavailable"]})");
    }
    const auto found = jobs.find(target.substr(std::min<std::size_t>(6, target.size()), 32));
    if (!target.starts_with("/jobs/") || found == jobs.end() || found->second.gone)
      return peer.answer(404, R"({"errors":["org.apache.flink.x.NotFoundException: Job not found\n\tat x"]})");
    const std::string path = target.substr(38);
    if (!broken.empty() && path.starts_with(broken)) return peer.answer(403, R"({"errors":["no"]})");
    answer(found->first, found->second, path, peer);
  }

  static void answer(const std::string& id, const Job& job, const std::string& path, HttpPeer& peer) {
    if (path.empty()) return peer.answer(200, job.detail(id));
    if (path == "/checkpoints") return peer.answer(200, job.checkpoints());
    if (path == "/checkpoints/config")
      return peer.answer(200, R"({"mode":"exactly_once","interval":)" + text(job.interval) + "}");
    if (path == "/metrics?get=numRestarts%2CfullRestarts")
      return peer.answer(200, R"([{"id":"numRestarts","value":")" + text(job.restarts) + "\"}]");
    if (path.starts_with("/exceptions"))
      return peer.answer(
          200, R"({"exceptionHistory":{"entries":[{"stacktrace":")" + job.exception + R"("}],"truncated":false}})");
    if (path.starts_with("/vertices/" + std::string(32, 'b')))
      return peer.answer(
          200, R"([{"id":"backPressuredTimeMsPerSecond","max":0.0},{"id":"busyTimeMsPerSecond","max":990.0}])");
    if (path.starts_with("/vertices/"))
      return peer.answer(200, R"([{"id":"backPressuredTimeMsPerSecond","max":)" + job.backpressure +
                                  R"(},{"id":"busyTimeMsPerSecond","max":)" + job.busy + "}]");
    peer.answer(404, "<html>");
  }
};

const std::string first(32, '1'), second(32, '2'), third(32, '3');
}  // namespace

class ProcessorSourceTest : public QObject {
  Q_OBJECT

 private:
  const SystemClock clock_;
  const Plain secrets_;
  std::unique_ptr<Flink> flink_;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<Recorder> recorder_;
  std::unique_ptr<ProcessorSource> source_;

  Job& job() { return flink_->jobs[first]; }
  std::string state(std::string_view aspect = aspect::state, const std::string& object = "job:enrich") const {
    return recorder_->state(object, std::string(aspect)).value_or("-");
  }
  Known<std::int64_t> value(const std::string& signal, const std::string& object = "job:enrich") const {
    return recorder_->value("jobs", signal, object);
  }
  Poll poll() {
    QTest::qSleep(2);  // rates are measured in ms
    static_cast<void>(source_->poll_once({}));
    return *recorder_->poll("jobs");
  }
  std::string detail(const Poll& of, const std::string& aspect) const {
    for (const StateSample& sample : of.states)
      if (sample.object.value() == "job:enrich" && sample.aspect == aspect) return sample.detail;
    return "-";
  }

 private slots:
  void init() {
    qputenv("no_proxy", "*");
    flink_ = std::make_unique<Flink>();
    flink_->jobs[first] = {};
    server_ = std::make_unique<HttpServer>([this](const HttpSeen& seen, HttpPeer& peer) { (*flink_)(seen, peer); });
    recorder_ = std::make_unique<Recorder>();
    ProcessorProfile profile{.name = "f", .cluster = ClusterName("prod"), .url = server_->url(), .poll = Millis(100)};
    source_ = std::move(*ProcessorSource::open(profile, secrets_, clock_, *recorder_));
  }
  void cleanup() {
    source_.reset();
    server_.reset();
  }

  void all_that_it_tells() {
    const Poll seen = poll();
    QCOMPARE(seen.due, 2);
    QCOMPARE(seen.answered, 2);
    QVERIFY(seen.errors.empty());
    QVERIFY(seen.cost.bytes_known && seen.cost.requests == 8 && seen.cost.bytes > 500);
    QCOMPARE(recorder_->lanes().at(0).source, (SourceSpec{"processor", "f", ClusterName("prod")}));
    QCOMPARE(state(aspect::state, "processor:f"), std::string("ok"));
    QCOMPARE(state(aspect::version, "processor:f"), std::string("1.20.5"));
    QCOMPARE(state(), std::string("RUNNING"));
    QCOMPARE(state(aspect::job_id), first);
    QCOMPARE(state(aspect::started), std::string("1000000"));
    QCOMPARE(state(aspect::vertices), std::string("RUNNING 2 stage a\nRUNNING 2 stage b"));
    QCOMPARE(state(aspect::restarts), std::string("0"));
    QCOMPARE(state(aspect::checkpoint_failure), std::string());
    QCOMPARE(value("checkpoint_duration_ms"), Known<std::int64_t>(40'000));
    QCOMPARE(value("checkpoint_age_ms"), Known<std::int64_t>(10'000'000));  // by Flink's clock
    QCOMPARE(value("checkpoint_interval_ms"), Known<std::int64_t>(10'000'000));
    QCOMPARE(value("checkpoint_bytes"), Known<std::int64_t>(4'096'000));
    QCOMPARE(value("checkpoint_failure_rate"), Known<std::int64_t>(Reason::no_history));
    QCOMPARE(value("checkpoints_completed"), Known<std::int64_t>(5'000));
    QCOMPARE(value("restarts"), Known<std::int64_t>(0));
    QCOMPARE(value("backpressure"), Known<std::int64_t>(120));  // the worst vertex
    QCOMPARE(value("busy"), Known<std::int64_t>(990));
    for (const HttpSeen& one : server_->seen()) {
      QCOMPARE(one.method, std::string("GET"));
      QVERIFY(one.target.find("/backpressure") == std::string::npos);
    }
  }

  void checkpoints_that_fail() {
    poll();
    job().failed = 2;
    job().failure = "Checkpoint expired before completing.";
    poll();
    QVERIFY(value("checkpoint_failure_rate").value_or(0) > 0);
    QCOMPARE(state(aspect::checkpoint_failure), std::string("Checkpoint expired before completing."));
    const auto rate = value("checkpoint_failure_rate");
    poll();
    QCOMPARE(value("checkpoint_failure_rate"), rate);
    job().completed = 6;
    job().last_id = 8;
    poll();
    QCOMPARE(value("checkpoint_failure_rate"), Known<std::int64_t>(0));
    QCOMPARE(state(aspect::checkpoint_failure), std::string());
    job().failed = 3;  // before it had a number
    poll();
    QCOMPARE(state(aspect::checkpoint_failure), std::string("Flink does not say why."));
    job().begun = 1'041'000;  // 19 s ago
    poll();
    QCOMPARE(value("checkpoint_duration_ms"), Known<std::int64_t>(19'000'000));
  }

  void a_job_that_makes_none() {
    job().interval = INT64_MAX;
    job().completed = 0;
    poll();
    for (const char* signal : {"checkpoint_interval_ms", "checkpoint_age_ms", "checkpoint_failure_rate"})
      QCOMPARE(value(signal), Known<std::int64_t>(Reason::not_applicable));
    QCOMPARE(value("backpressure"), Known<std::int64_t>(120));
  }

  void a_restart() {
    poll();
    job().state = "RESTARTING";
    job().exception = "java.io.IOException: lost\\nat x";
    const Poll down = poll();
    QCOMPARE(state(), std::string("RESTARTING"));
    QCOMPARE(detail(down, "state"), std::string("java.io.IOException: lost\nat x"));
    QCOMPARE(value("backpressure"), Known<std::int64_t>(Reason::not_applicable));
    job().state = "RUNNING";
    job().restarts = 1;
    const Poll up = poll();
    QCOMPARE(detail(up, "state"), std::string());
    QCOMPARE(detail(up, "restarts"), std::string("java.io.IOException: lost\nat x"));
    QCOMPARE(value("restarts"), Known<std::int64_t>(1'000));
  }

  void the_end_of_a_job() {
    poll();
    job().state = "FAILED";
    job().exception = "x";
    const Poll ended = poll();
    QCOMPARE(state(), std::string("FAILED"));
    QCOMPARE(detail(ended, "state"), std::string("x"));
    QCOMPARE(value("checkpoint_age_ms"), Known<std::int64_t>(Reason::not_probed));
    flink_->jobs.clear();
    poll();
    QCOMPARE(state(), std::string("-"));
    QCOMPARE(state(aspect::vertices), std::string("-"));
  }

  // The name is of the one that began first; what it had goes on under another id.
  void several_of_one_name() {
    flink_->jobs[second].started = 2'000'000;
    flink_->jobs[second].restarts = 7;
    poll();
    QCOMPARE(state(aspect::job_id), first);
    QCOMPARE(state(aspect::job_id, "job:enrich/22222222"), second);
    QCOMPARE(value("restarts", "job:enrich/22222222"), Known<std::int64_t>(7'000));
    job().state = "CANCELED";
    poll();
    QCOMPARE(state(aspect::job_id), second);
    QCOMPARE(state(aspect::state, "job:enrich/22222222"), std::string("-"));
    QCOMPARE(value("restarts"), Known<std::int64_t>(7'000));
  }

  void batch_jobs_are_left_out() {
    flink_->jobs[third].name = "nightly";
    flink_->jobs[third].type = "BATCH";
    QVERIFY(poll().errors.empty());
    QCOMPARE(state(aspect::state, "job:nightly"), std::string("-"));
    QCOMPARE(state(aspect::limits, "source:f"), std::string("Batch jobs are left out."));
  }

  void what_is_refused_hides_nothing_else() {
    flink_->broken = "/checkpoints";
    const Poll seen = poll();
    QCOMPARE(seen.answered, 1);
    QCOMPARE(seen.errors.size(), 1U);
    QCOMPARE(seen.errors[0].scope, std::string("job:enrich"));
    QVERIFY(seen.errors[0].denied);
    QCOMPARE(state(), std::string("RUNNING"));
    QCOMPARE(value("checkpoint_age_ms"), Known<std::int64_t>(Reason::no_permission));
  }

  void a_job_that_goes_between_two_questions() {
    flink_->jobs[second] = {.name = "other", .gone = true};
    const Poll seen = poll();
    QVERIFY(seen.errors.empty() && seen.answered == 2);
    QCOMPARE(state(aspect::state, "job:other"), std::string("-"));
  }

  void one_that_does_not_answer_has_lost_nothing() {
    poll();
    flink_->status = 503;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && polled.error().code == ErrorCode::unreachable);
    const Poll failed = *recorder_->poll("jobs");
    QCOMPARE(failed.answered, 0);
    QVERIFY(failed.errors.at(0).text.find("Service temporarily unavailable") != std::string::npos);
    QVERIFY(std::ranges::all_of(failed.states, [](const StateSample& s) { return s.value.has_value(); }));
    QCOMPARE(state(), std::string("RUNNING"));
    QCOMPARE(value("checkpoint_age_ms"), Known<std::int64_t>(Reason::unreachable));
    server_.reset();
    poll();
    QCOMPARE(state(aspect::state, "processor:f"), std::string("unreachable"));
  }

  void something_else_answers() {
    flink_->status = 404;
    const auto polled = source_->poll_once({});
    QVERIFY(!polled && recorder_->poll("jobs")->answered == 0);
  }
};

QTEST_GUILESS_MAIN(ProcessorSourceTest)
#include "tst_processor_source.moc"
