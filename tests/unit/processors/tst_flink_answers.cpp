// SPDX-License-Identifier: GPL-3.0-or-later
// What Flink answers: real answers of Flink 1.20.5 (tests/fixtures/flink), answers of newer ones, and nonsense.
#include <QFile>
#include <QTest>

#include "collectors/processors/failure_rate.h"
#include "collectors/processors/flink_answers.h"

using namespace tidemark;
using namespace tidemark::flink;

namespace {
std::string real(const char* name) {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/fixtures/flink/") + QLatin1String(name) + ".json");
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s: cannot be read", name);
  return file.readAll().toStdString();
}
const std::string id = "0123456789abcdef0123456789abcdef";
// Of one job; `more` begins with a comma.
std::string job(const std::string& more) {
  const std::string before = R"({"jobs":[{"name":"n","start-time":1000,"duration":500,"state":"RUNNING","jid":)";
  return before + '"' + id + '"' + more + "}]}";
}
}  // namespace

class TestFlinkAnswers final : public QObject {
  Q_OBJECT
 private slots:
  void jobs() {
    const auto running = parse_jobs(real("jobs"));
    QVERIFY(running && running->jobs.size() == 1 && !running->cut);
    const JobRow& row = running->jobs.front();
    QCOMPARE(row.name, std::string("enrich"));
    QCOMPARE(row.state, std::string("RUNNING"));
    QVERIFY(row.id.size() == 32 && !row.ended());
    QVERIFY(row.started_ms > 1'700'000'000'000 && row.now_ms > row.started_ms && row.modified_ms <= row.now_ms);
    const auto restarting = parse_jobs(real("jobs-restarting"));
    QVERIFY(restarting && restarting->jobs.front().id == row.id);
    QVERIFY(restarting->jobs.front().state != "RUNNING" && !restarting->jobs.front().ended());
    const auto ended = parse_jobs(real("jobs-canceled"));
    QVERIFY(ended && ended->jobs.front().state == "CANCELED" && ended->jobs.front().ended());
  }

  // Flink calls a job RUNNING that waits for a TaskManager.
  void what_runs_only_in_name() {
    const auto state = [](const std::string& tasks) {
      return parse_jobs(job(",\"tasks\":" + tasks))->jobs.front().state;
    };
    QCOMPARE(state(R"({"total":3,"running":2,"finished":1,"scheduled":0})"), std::string("RUNNING"));
    QCOMPARE(state(R"({"total":3,"running":2,"scheduled":1})"), std::string("SCHEDULED"));
    QCOMPARE(state(R"({"total":3,"deploying":2,"initializing":1})"), std::string("DEPLOYING"));
    QCOMPARE(state(R"({"total":3,"failed":1,"scheduled":2})"), std::string("FAILING"));
    QCOMPARE(state(R"({"total":3,"canceled":1,"running":2})"), std::string("RESTARTING"));
    QCOMPARE(state("[]"), std::string("RUNNING"));
  }

  void what_a_job_consists_of() {
    const auto detail = parse_job(real("job"));
    QVERIFY(detail && !detail->batch && !detail->cut);
    QCOMPARE(detail->vertices.size(), 3U);
    QVERIFY(detail->vertices[0].name.find("read") != std::string::npos);
    QVERIFY(detail->vertices[1].name.find("enrich") != std::string::npos);
    for (const Vertex& vertex : detail->vertices) {
      QCOMPARE(vertex.status, std::string("RUNNING"));
      QCOMPARE(vertex.parallelism, 1);
    }
    QVERIFY(parse_job(R"({"job-type":"BATCH","vertices":[],"jid":)" + ('"' + id + "\"}"))->batch);
    QVERIFY(!parse_job(real("not-found")));
  }

  void checkpoints() {
    const auto of = parse_checkpoints(real("checkpoints"));
    QVERIFY(of && of->completed > 2 && !of->last_one_failed());
    QCOMPARE(of->failed, 1);  // before all its tasks ran; it left no trace
    QVERIFY(of->last_completed && of->last_completed->duration_ms >= 0 && of->last_completed->bytes);
    const auto failing = parse_checkpoints(real("checkpoints-failing"));
    QVERIFY(failing && failing->failed > 1 && failing->completed >= of->completed);
    QCOMPARE(parse_checkpoint_config(real("checkpoint-config"))->interval_ms, std::optional<std::int64_t>(1000));
    // A job without any says the longest that there is.
    QVERIFY(!parse_checkpoint_config(R"({"interval":9223372036854775807})")->interval_ms);
  }

  void the_oldest_that_has_not_ended() {
    const auto of = parse_checkpoints(
        R"({"counts":{"restored":0,"total":9,"in_progress":2,"completed":6,"failed":1},"latest":{"completed":
        {"id":5,"trigger_timestamp":4000,"end_to_end_duration":70,"state_size":12},"failed":{"id":6,"trigger_timestamp":5000,
        "failure_message":"Checkpoint expired before completing."}},"history":[
        {"id":9,"status":"IN_PROGRESS","trigger_timestamp":8000,"is_savepoint":false},
        {"id":8,"status":"IN_PROGRESS","trigger_timestamp":7000,"is_savepoint":false},
        {"id":7,"status":"IN_PROGRESS","trigger_timestamp":6000,"is_savepoint":true},
        {"id":6,"status":"FAILED","trigger_timestamp":5000,"is_savepoint":false}]})");
    QVERIFY(of && of->last_one_failed());
    QCOMPARE(of->last_failed->message, std::string("Checkpoint expired before completing."));
    QCOMPARE(of->last_completed->ended_ms, 4070);
    QCOMPARE(of->running_since_ms, std::optional<std::int64_t>(7000));
  }

  void numbers_of_metrics() {
    const auto restarts = parse_metrics(real("metrics"));
    QVERIFY(restarts);
    QCOMPARE(restarts->at("numRestarts"), 0.0);
    const auto shares = parse_metrics(real("largest"));
    QVERIFY(shares);
    QVERIFY(shares->at("backPressuredTimeMsPerSecond") > 500 && shares->at("backPressuredTimeMsPerSecond") < 1100);
    // Of a source that cannot tell, and of one that never measured.
    QVERIFY(parse_metrics(R"([{"id":"busyTimeMsPerSecond","max":"NaN"}])")->empty());
    QVERIFY(parse_metrics("[]")->empty());
    QCOMPARE(parse_metrics(R"([{"id":"a","value":"1e400"},{"id":"b","value":"3 "},{"id":"c","value":"3"}])")->size(),
             1U);
  }

  void why_it_failed() {
    QCOMPARE(parse_newest_exception(real("no-exceptions")), std::optional(std::string()));
    const auto trace = parse_newest_exception(real("exceptions"));
    QVERIFY(trace && trace->find("Exception") != std::string::npos && trace->size() <= 8192);
    const auto old = parse_newest_exception("{\"root-exception\":\"old\\u001b[31m\",\"timestamp\":1}");
    QVERIFY(old && old->starts_with("old") && old->find(static_cast<char>(27)) == std::string::npos);
    QCOMPARE(error_text(real("not-found")).empty(), false);
    QVERIFY(error_text(real("not-found")).find('\n') == std::string::npos);
    QVERIFY(parse_version(real("overview"))->starts_with("1.20."));
  }

  void what_is_none_of_its_answers_is_none_data() {
    QTest::addColumn<QByteArray>("body");
    for (const char* body : {"", "[", "null", "{}", "[1]", "<html>", R"({"jobs":{}})", R"({"jobs":[{}]})",
                             R"({"counts":{"completed":-1,"failed":0,"in_progress":0}})", R"({"vertices":[]})",
                             R"({"interval":"1000"})", R"([{"value":"1"}])", R"({"errors":["x"]})"})
      QTest::newRow(body) << QByteArray(body);
  }
  void what_is_none_of_its_answers_is_none() {
    QFETCH(const QByteArray, body);
    const std::string text = body.toStdString();
    QVERIFY(!parse_jobs(text) && !parse_job(text) && !parse_checkpoints(text) && !parse_checkpoint_config(text));
    QVERIFY(!parse_metrics(text) && !parse_newest_exception(text) && !parse_version(text));
  }

  void rows_that_could_do_harm_are_refused() {
    QVERIFY(parse_jobs(job("")));
    const auto with = [](std::string text, const std::string& old, const std::string& fresh) {
      return text.replace(text.find(old), old.size(), fresh);
    };
    QVERIFY(!parse_jobs(with(job(""), id, "../../taskmanagers/x/thread-dump")));
    QVERIFY(!parse_jobs(with(job(""), "RUNNING", "running")));
    QVERIFY(!parse_jobs(with(job(""), "\"start-time\":1000", "\"start-time\":99999999999999999")));
    const auto odd = parse_jobs(with(job(""), "\"n\"", "\"a\\n\\u202eb password=hunter2\""));
    QVERIFY(odd);
    QCOMPARE(odd->jobs.front().name.find('\n'), std::string::npos);
    QCOMPARE(odd->jobs.front().name.find("hunter2"), std::string::npos);
  }

  void how_many_fail() {
    FailureRate rate;
    const auto at = [](int seconds) { return MonoTime(Millis(seconds * 1000)); };
    QCOMPARE(rate.next(5, 0, at(0)), Known<double>(Reason::no_history));
    QCOMPARE(rate.next(5, 0, at(10)), Known<double>(Reason::no_history));  // none has ended
    QCOMPARE(rate.next(6, 0, at(20)), Known<double>(0.0));
    QCOMPARE(rate.next(6, 1, at(40)), Known<double>(0.05));
    QCOMPARE(rate.next(6, 1, at(100)), Known<double>(0.05));  // between two that fail nothing is better
    QCOMPARE(rate.next(6, 2, at(140)), Known<double>(0.01));
    QCOMPARE(rate.next(7, 2, at(150)), Known<double>(0.0));
    QCOMPARE(rate.next(0, 1, at(160)), Known<double>(Reason::no_history));  // it counts anew
    QCOMPARE(rate.next(0, 2, at(170)), Known<double>(0.1));
  }
};

QTEST_GUILESS_MAIN(TestFlinkAnswers)
#include "tst_flink_answers.moc"
