// SPDX-License-Identifier: GPL-3.0-or-later
// A path that a job of a stream processor reads, as its profile says: the job commits without being a member, so its
// group is Empty while all is well. What the job does is an event, and a move where it goes down.
#include <QTest>

#include "models/analysis/events.h"
#include "models/analysis/incident.h"
#include "models/analysis/onset/layers.h"
#include "models/analysis/onset/moves.h"
#include "models/domain/processor_jobs.h"
#include "tests/support/recorder.h"
#include "tests/support/told.h"
#include "tests/unit/analysis/rules/breaks.h"

using namespace tidemark;
using namespace tidemark::test;

namespace {
Profile of_job(const std::string& job = "enrich") {
  Profile out;
  out.pipelines.push_back({.name = "orders", .topic = "t", .group = "connect-k", .processor = job});
  return out;
}

// Read by a job from the first poll on.
Tale by_job(const std::string& state = "RUNNING", int since = 0) {
  Tale tale;
  tale.no_table().drop("states").drop("members");
  tale.state("group:connect-k", 0, "Empty").state("job:enrich", 0, "RUNNING");
  if (since > 0) tale.state("job:enrich", since, state);
  return tale;
}

// Nothing is committed from poll 80 on.
void waits(Tale& tale) {
  for (const int p : {0, 1}) tale.group(p, R"("follow": "high", "delay_polls": 1, "rates": [[80, 0]])");
}

void fails(Tale& tale, const std::string& job = "enrich") {
  tale.metric("job:" + job, "checkpoint_failure_rate", "[[0, 0], [80, 0.1]]");
  tale.metric("job:" + job, "backpressure", "[[0, 0.1], [70, 0.9]]");
}

// What one job tells, a poll every 10 s.
class Told final {
 public:
  Told() : lane_(recorder_.lane({{"processor", "f", ClusterName("prod")}, "jobs", Millis(10'000)})) {}
  Told& poll(const std::string& state, const std::string& restarts, const std::string& failure = "",
             const std::string& id = "a", const std::string& detail = "") {
    Poll poll;
    poll.lane = lane_;
    poll.wall = poll_time(n_++);
    poll.mono = MonoTime(poll.wall.time_since_epoch());
    poll.due = poll.answered = 2;
    const Object job = object::job("enrich");
    poll.states = {{job, std::string(aspect::state), state, detail},
                   {job, std::string(aspect::restarts), restarts, detail},
                   {job, std::string(aspect::job_id), id, {}},
                   {job, std::string(aspect::checkpoint_failure), failure, {}}};
    recorder_.push(std::move(poll));
    return *this;
  }
  std::vector<std::string> events() const {
    const auto s = recorder_.snapshot();
    std::vector<std::string> out;
    for (const EventRow& row : event_rows(*s, s->from - Millis(1), s->to, {}, {}))
      out.push_back(row.layer + ' ' + row.kind + ' ' + row.severity + ": " + row.text);
    return out;
  }

 private:
  Recorder recorder_;
  LaneId lane_;
  int n_ = 0;
};
}  // namespace

class TestJobRules final : public QObject {
  Q_OBJECT
 private slots:
  void checkpoints_that_fail_lead() {
    Tale tale = by_job();
    waits(tale);
    fails(tale);
    const Diagnosis diagnosis = judged(tale, -1, of_job());
    QCOMPARE(leading(diagnosis), std::string("R34"));
    const DiagnosisRow& row = row_of(diagnosis, "R34");
    QCOMPARE(row.finding.confidence, Confidence::high);
    QCOMPARE(row.finding.object, Object("job:enrich"));
    QVERIFY(lacks(diagnosis, "R01"));
  }

  void whose_a_job_is_only_the_profile_says() {
    Tale tale = by_job();
    fails(tale);
    QVERIFY(lacks(judged(tale), "R34"));
    QVERIFY(lacks(judged(tale, -1, of_job("other")), "R34"));
    // One of several of its name.
    Tale twin = by_job();
    fails(twin, "enrich/0a1b2c3d");
    QVERIFY(has(judged(twin, -1, of_job()), "R34"));
    Tale longer = by_job();
    fails(longer, "enrich/of-other-things");
    QVERIFY(lacks(judged(longer, -1, of_job()), "R34"));
  }

  void an_empty_group_has_a_reader_while_its_job_runs() {
    Tale tale = by_job();
    waits(tale);
    QVERIFY(lacks(judged(tale, -1, of_job()), "R01"));
    QVERIFY(has(judged(tale), "R01"));  // nobody says that a job reads
    Tale down = by_job("RESTARTING", 80);
    waits(down);
    const DiagnosisRow row = row_of(judged(down, -1, of_job()), "R01");
    QVERIFY(says(row.present, "job RESTARTING"));
    QCOMPARE(*row.since, poll_time(80));
  }

  void what_a_job_commits_is_no_leap() {
    Tale tale = by_job();
    for (const int p : {0, 1})
      tale.group(p, R"("start": 100000, "rates": [[0, 0], [50, 4000], [51, 0], [100, 4000], [101, 0]])");
    QVERIFY(lacks(judged(tale, -1, of_job()), "R30"));
    QVERIFY(has(judged(tale), "R30"));
    // Nor is it when the job has ended since; while it is down, somebody else sets them.
    QVERIFY(lacks(judged(tale.state("job:enrich", 110, "CANCELED"), -1, of_job()), "R30"));
    Tale down = by_job("CANCELED", 40);
    for (const int p : {0, 1}) down.group(p, R"("start": 100000, "rates": [[0, 0], [50, 4000], [51, 0]])");
    QVERIFY(has(judged(down, -1, of_job()), "R30"));
  }

  void what_it_does_is_an_event() {
    const auto events = Told()
                            .poll("RUNNING", "0")
                            .poll("RESTARTING", "0", "", "a", "java.io.IOException: lost\n\tat x")
                            .poll("RUNNING", "9", "", "a", "java.io.IOException: lost\n\tat x")
                            .poll("RUNNING", "10", "Checkpoint was declined.")
                            .poll("RUNNING", "10")
                            .poll("RUNNING", "0", "", "b")
                            .poll("FAILED", "0", "", "b", "oh")
                            .events();
    const std::vector<std::string> wanted{"processor job-state warn: RUNNING → RESTARTING: java.io.IOException: lost",
                                          "processor job-restarted warn: restarts 0 → 9: java.io.IOException: lost",
                                          "processor job-state note: RESTARTING → RUNNING: java.io.IOException: lost",
                                          "processor checkpoint-failed warn: Checkpoint was declined.",
                                          "processor job-restarted warn: restarts 9 → 10",
                                          "processor checkpoint-completed note: checkpoints complete again",
                                          "processor job-submitted note: id a → b",
                                          "processor job-state error: RUNNING → FAILED: oh"};
    QCOMPARE(events, wanted);
  }

  void what_is_bad_and_what_is_ranked() {
    for (const char* state : {"FAILED", "RESTARTING", "CANCELED", "FINISHED", "SUSPENDED", "SCHEDULED"})
      QCOMPARE(is_bad_state("job", state), std::optional(true));
    QCOMPARE(is_bad_state("job", std::nullopt), std::optional(true));
    QCOMPARE(is_bad_state("job", "RUNNING"), std::optional(false));
    QCOMPARE(is_bad_state("job", "INITIALIZING"), std::optional<bool>());
    QCOMPARE(is_bad_state("processor", "timeout"), std::optional(true));
    for (const char* signal : {"checkpoint_age_ms", "checkpoints_failed", "checkpoints_completed", "restarts"})
      QVERIFY2(!dates_a_cause(Signal(signal)), signal);
    for (const char* signal : {"checkpoint_duration_ms", "checkpoint_failure_rate", "backpressure", "busy"})
      QVERIFY2(dates_a_cause(Signal(signal)), signal);
    const LayerPlace place = place_of_metric({}, Signal("backpressure"), Object("job:enrich"));
    QCOMPARE(place.layer, std::string_view("processor"));
    QVERIFY(place.lanes == LaneGroup::groups);
  }
};

QTEST_GUILESS_MAIN(TestJobRules)
#include "tst_job_rules.moc"
