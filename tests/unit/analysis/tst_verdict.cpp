// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "models/analysis/verdict.h"

using namespace tidemark;

class TestVerdict final : public QObject {
  Q_OBJECT
 private slots:
  void rules_data();
  void rules();
  void unknown_owners_blank_only_stop_and_stall();
};

namespace {
using Pairs = std::vector<std::pair<int, int>>;  // committed, high

std::vector<MarkPoll> polls_of(const Pairs& pairs) {
  std::vector<MarkPoll> polls;
  for (const auto& [committed, high] : pairs)
    polls.push_back({local_time(std::int64_t(polls.size()) * 10'000), committed, high, high, committed == high});
  return polls;
}
Pairs repeat(Pairs list, std::pair<int, int> pair, int times) {
  list.insert(list.end(), std::size_t(times), pair);
  return list;
}
// n polls from (committed, high), each step further.
Pairs run(int n, int committed, int high, int committed_step, int high_step) {
  Pairs list;
  for (int i = 0; i < n; ++i) list.emplace_back(committed + i * committed_step, high + i * high_step);
  return list;
}
Pairs operator+(Pairs a, const Pairs& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}
}  // namespace

void TestVerdict::rules_data() {
  QTest::addColumn<Pairs>("pairs");
  QTest::addColumn<std::string>("with_owner");
  QTest::addColumn<std::string>("without");
  const auto row = [](const char* name, const Pairs& pairs, const char* with_owner, const char* without) {
    QTest::newRow(name) << pairs << std::string(with_owner) << std::string(without);
  };
  row("two polls", run(2, 0, 100, 0, 10), "no-history", "no-history");
  row("three polls", run(3, 0, 100, 0, 10), "stall", "stop");
  row("unread is 0 now", run(9, 0, 100, 0, 10) + Pairs{{190, 190}}, "ok", "ok");
  row("unread was 0 at the first of ten", Pairs{{100, 100}} + run(9, 100, 110, 0, 10), "ok", "ok");
  row("unread was 0 eleven polls ago", Pairs{{100, 100}} + run(10, 100, 110, 0, 10), "stall", "stop");
  row("rewind", run(5, 500, 1000, 10, 10) + run(5, 100, 1050, 10, 10), "rewind", "rewind");
  row("rewind regained", run(4, 500, 1000, 10, 10) + Pairs{{300, 1040}, {400, 1050}} + run(4, 535, 1060, 10, 10), "ok",
      "ok");
  row("rewind after being drained", run(5, 500, 500, 10, 10) + run(5, 100, 1050, 10, 10), "ok", "ok");
  row("warn", run(10, 0, 100, 5, 10), "warn", "warn");
  row("flat lag is no warn", run(10, 0, 100, 10, 10), "ok", "ok");
  row("lag fell once", run(5, 0, 100, 5, 10) + run(5, 40, 130, 5, 10), "ok", "ok");
  row("draining", run(10, 0, 1000, 50, 10), "ok", "ok");
  row("idle topic, consumer stopped since before its last record", run(5, 50, 100, 0, 10) + repeat({}, {50, 140}, 30),
      "stall", "stop");
  row("idle topic, slow consumer moved since its last record",
      run(5, 50, 100, 0, 10) + run(5, 60, 140, 5, 0) + repeat({}, {80, 140}, 20), "ok", "ok");
  row("idle topic, drained since its last record and not moved", Pairs{{100, 100}} + repeat({}, {100, 140}, 30),
      "stall", "stop");
}

void TestVerdict::rules() {
  QFETCH(Pairs, pairs);
  QFETCH(std::string, with_owner);
  QFETCH(std::string, without);
  const auto polls = polls_of(pairs);
  const auto said = [&](bool owner) {
    const Known<Verdict> verdict = verdict_of(polls, owner);
    return std::string(verdict ? word(*verdict) : word(verdict.reason()));
  };
  QCOMPARE(said(true), with_owner);
  QCOMPARE(said(false), without);
}

void TestVerdict::unknown_owners_blank_only_stop_and_stall() {
  const Known<bool> unseen = Reason::not_supported;
  QCOMPARE(verdict_of(polls_of(run(10, 0, 100, 0, 10)), unseen).reason(), Reason::not_supported);
  QCOMPARE(*verdict_of(polls_of(run(10, 0, 100, 5, 10)), unseen), Verdict::warn);
  QCOMPARE(*verdict_of(polls_of(run(10, 0, 0, 5, 5)), unseen), Verdict::ok);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
