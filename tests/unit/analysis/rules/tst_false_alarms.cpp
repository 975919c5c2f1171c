// SPDX-License-Identifier: GPL-3.0-or-later
// False alarms: twelve minutes of healthy traffic at one poll a second, with a rebalance, restarts of an application,
// of a task and of a broker, all done properly, transactions, and commits in rounds. At no poll is there an error, and
// while nothing is touched there is nothing to say at all.
#include <QTest>
#include <array>
#include <random>
#include <set>

#include "app/session/finding_text.h"
#include "models/analysis/diagnosis.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestFalseAlarms final : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase();
  void no_error_at_any_poll_data();
  void no_error_at_any_poll();
  void what_stays_broken_is_told();
};

namespace {
constexpr int polls = 720;
constexpr std::int64_t step_ms = 1000;
#ifdef __SANITIZE_ADDRESS__
constexpr int looked_at = 7;  // every seventh poll: what is looked for there are faults of memory
#else
constexpr int looked_at = 1;
#endif
using Marks = std::array<std::int64_t, polls>;

struct Span {
  int from, to;
  bool holds(int n) const { return from <= n && n < to; }
};
constexpr Span rebalance{200, 206};     // of the application
constexpr Span task_restart{320, 345};  // of the sink
constexpr Span app_restart{420, 453};
constexpr Span broker_restart{520, 560};
constexpr int round_polls = 60, landing = 10, transaction = 30, app_commit = 5;

std::string list(const Marks& marks) {
  std::string out = "\"values\": [";
  for (int n = 0; n < polls; ++n) out += (n ? ", " : "") + std::to_string(marks[static_cast<std::size_t>(n)]);
  return out + "]";
}
template <class F>
Marks marks_of(F&& at) {
  Marks out{};
  for (int n = 0; n < polls; ++n) out[static_cast<std::size_t>(n)] = at(n);
  return out;
}
std::int64_t at(const Marks& marks, int n) { return marks[static_cast<std::size_t>(std::clamp(n, 0, polls - 1))]; }

Marks produced(int seed, double mean) {
  std::mt19937_64 random(static_cast<std::uint64_t>(seed));
  std::poisson_distribution<std::int64_t> records(mean);
  std::int64_t end = 1'000'000;
  return marks_of([&](int n) { return end += n > 0 ? records(random) : 0; });
}

// Commits what it has read each 5 s; after a restart it reads what waits at twice the pace.
Marks application(const Marks& high, int forever_from) {
  std::int64_t read = at(high, 0), committed = read;
  return marks_of([&](int n) {
    const bool stands = rebalance.holds(n) || app_restart.holds(n) || n >= forever_from;
    if (!stands) read = std::min(at(high, n - 1), read + 200);
    if (!stands && n % app_commit == 0) committed = std::max(committed, read);
    return committed;
  });
}

// The group commits with each round, its table some seconds later. A round whose task restarts is made by the next. The
// first look is in the middle of a round.
Marks rounds(const Marks& high, int later) {
  constexpr int middle = round_polls / 2;
  return marks_of([&](int n) {
    int made = (n - later + middle) / round_polls * round_polls - middle;
    if (n - later < -middle || made < 0) return at(high, 0) - 3000;
    if (task_restart.holds(made)) made -= round_polls;
    return at(high, made);
  });
}

std::string states(int forever_from) {
  std::string out;
  const auto state = [&](const char* object, int poll, const char* value) {
    out += (out.empty() ? "" : ", ") + std::string(R"({"object": ")") + object + R"(", "poll": )" +
           std::to_string(poll) + R"(, "state": ")" + value + "\"}";
  };
  state("group:app", 0, "Stable");
  state("group:app", rebalance.from, "PreparingRebalance");
  state("group:app", rebalance.to - 1, "CompletingRebalance");
  state("group:app", rebalance.to, "Stable");
  state("group:app", std::min(app_restart.from, forever_from), "Empty");
  if (forever_from == polls) {
    state("group:app", app_restart.to - 3, "PreparingRebalance");
    state("group:app", app_restart.to, "Stable");
  }
  state("group:pay", 0, "Stable");
  state("group:connect-lake", 0, "Stable");
  state("group:connect-lake", task_restart.from, "Empty");
  state("group:connect-lake", task_restart.to, "Stable");
  state("connector:lake", 0, "RUNNING");
  state("task:lake/0", 0, "RUNNING");
  state("task:lake/0", task_restart.from, "UNASSIGNED");
  state("task:lake/0", task_restart.to, "RUNNING");
  return out;
}

std::string members(int forever_from) {
  std::string out;
  const auto member = [&](const char* group, const char* id, const char* partitions, Span span) {
    out += (out.empty() ? "" : ", ") + std::string(R"({"group": ")") + group + R"(", "member": ")" + id +
           R"(", "client_id": "c", "host": "h", "partitions": [)" + partitions + R"(], "from": )" +
           std::to_string(span.from) + R"(, "to": )" + std::to_string(span.to) + "}";
  };
  member("app", "a1", R"(["orders", 0], ["orders", 1])", {0, rebalance.from});
  member("app", "a2", R"(["orders", 0])", {rebalance.to, std::min(app_restart.from, forever_from)});
  member("app", "a3", R"(["orders", 1])", {rebalance.to, std::min(app_restart.from, forever_from)});
  if (forever_from == polls) {
    member("app", "a4", R"(["orders", 0])", {app_restart.to, polls});
    member("app", "a5", R"(["orders", 1])", {app_restart.to, polls});
  }
  member("pay", "p1", R"(["payments", 0])", {0, polls});
  member("connect-lake", "k1", R"(["orders", 0], ["orders", 1])", {0, task_restart.from});
  member("connect-lake", "k2", R"(["orders", 0], ["orders", 1])", {task_restart.to, polls});
  return out;
}

std::string replicas() {
  std::string out;
  const auto isr = [&](const char* topic, int partition, int poll, const char* rest) {
    out += (out.empty() ? "[\"" : ", [\"") + std::string(topic) + "\", " + std::to_string(partition) + ", " +
           std::to_string(poll) + ", " + rest + "]";
  };
  for (const auto& [topic, partition] : {std::pair("orders", 0), std::pair("orders", 1), std::pair("payments", 0)}) {
    isr(topic, partition, 0, "2, [1, 2, 3]");
    isr(topic, partition, broker_restart.from, "1, [1, 3]");
    isr(topic, partition, broker_restart.to + 5, "2, [1, 2, 3]");
  }
  return out;
}

// `forever_from`: the poll from which on nobody runs the application any more.
std::shared_ptr<const Snapshot> story(int forever_from = polls) {
  std::string series;
  const auto add = [&](const std::string& one) { series += (series.empty() ? "" : ", ") + one; };
  for (const int p : {0, 1}) {
    const Marks high = produced(p, 100);
    add(mark("floor", "orders", p, list(marks_of([](int n) { return 640'000 + n / round_polls * 6000; }))));
    add(mark("high", "orders", p, list(high)));
    add(mark("stable", "orders", p, list(high)));
    add(group("app", "orders", p, list(application(high, forever_from))));
    add(group("connect-lake", "orders", p, list(rounds(high, 0))));
    add(mark("table", "orders", p, R"("table": "l.orders", )" + list(rounds(high, landing))));
  }
  const Marks high = produced(2, 40);
  const Marks stable = marks_of([&](int n) { return at(high, n / transaction * transaction); });
  add(mark("high", "payments", 0, list(high)));
  add(mark("stable", "payments", 0, list(stable)));
  add(group("pay", "payments", 0, list(marks_of([&](int n) { return at(stable, n - 1); }))));
  return told(polls,
              "\"series\": [" + series + "], \"states\": [" + states(forever_from) + "], \"members\": [" +
                  members(forever_from) + "], \"isr\": [" + replicas() +
                  R"(], "brokers": [{"id": 1, "from": 0}, {"id": 3, "from": 0},
      {"id": 2, "from": 0, "to": )" +
                  std::to_string(broker_restart.from) + R"(}, {"id": 2, "from": )" + std::to_string(broker_restart.to) +
                  R"(}],
      "topics": [{"topic": "orders", "cleanup": "delete", "retention_ms": 3600000},
                 {"topic": "payments", "cleanup": "delete", "retention_ms": 3600000, "transactional": true}],
      "tables": [{"table": "l.orders", "format": "iceberg", "writer": "iceberg-connect", "adapter": "a",
                  "group": "connect-lake", "interval_ms": 60000, "timeout_ms": 30000}])",
              step_ms);
}

Profile promises() {
  Profile profile;
  profile.classes.push_back({.name = "fast", .target = Millis(90'000), .objective = 99});
  profile.classes.push_back({.name = "lake", .target = Millis(300'000), .objective = 99, .end = "table"});
  profile.pipelines.push_back({.name = "app", .topic = "orders", .group = "app", .class_name = "fast"});
  profile.pipelines.push_back({.name = "pay", .topic = "payments", .group = "pay", .class_name = "fast"});
  profile.pipelines.push_back(
      {.name = "lake", .topic = "orders", .group = "connect-lake", .table = "l.orders", .class_name = "lake"});
  return profile;
}

LocalTime second(int n) { return local_time(story_start_ms + n * step_ms); }

// Something is being touched, or was just before.
bool touched(int n) {
  constexpr int after = 15, after_round = 90;
  for (const Span& span : {rebalance, app_restart, broker_restart})
    if (Span{span.from, span.to + after}.holds(n)) return true;
  return Span{task_restart.from, task_restart.to + after_round}.holds(n);
}

std::shared_ptr<const Snapshot> healthy;
}  // namespace

void TestFalseAlarms::initTestCase() { healthy = story(); }

void TestFalseAlarms::no_error_at_any_poll_data() {
  QTest::addColumn<bool>("promised");
  QTest::newRow("with targets") << true;
  QTest::newRow("without a profile") << false;
}

void TestFalseAlarms::no_error_at_any_poll() {
  QFETCH(bool, promised);
  const Profile profile = promised ? promises() : Profile();
  for (int n = 0; n < polls; n += looked_at) {
    const Diagnosis diagnosis = diagnose(*healthy, second(n), rule_texts(), {}, profile);
    for (const DiagnosisRow& row : diagnosis.rows) {
      const std::string what = "poll " + std::to_string(n) + ": " + row.finding.rule + ' ' + row.title;
      QVERIFY2(row.finding.severity != Severity::error, what.c_str());
      QVERIFY2(row.finding.severity == Severity::note || touched(n), what.c_str());
    }
  }
}

// The same traffic, and somebody does not come back: the test above would see an error.
void TestFalseAlarms::what_stays_broken_is_told() {
  const auto broken = story(app_restart.from - 50);
  const auto errors = [&](int n) {
    std::set<std::string> out;
    const Diagnosis diagnosis = diagnose(*broken, second(n), rule_texts(), {}, promises());
    for (const DiagnosisRow& row : diagnosis.rows)
      if (row.finding.severity == Severity::error) out.insert(row.finding.rule);
    return out;
  };
  QVERIFY(errors(app_restart.from - 60).empty());
  QVERIFY(errors(polls - 1).contains("R01"));
}

QTEST_GUILESS_MAIN(TestFalseAlarms)
#include "tst_false_alarms.moc"
