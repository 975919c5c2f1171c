// SPDX-License-Identifier: GPL-3.0-or-later
// Replays found and judged. Expected values come from the stories' own arithmetic: polls are 10 s apart, and a mark of
// rate r has r * 10 more offsets at each.
#include <QTest>
#include <algorithm>
#include <functional>

#include "models/analysis/replay/replay.h"
#include "tests/support/told.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReplay final : public QObject {
  Q_OBJECT
 private slots:
  void a_rewind_by_hand();
  void it_is_through_where_it_was();
  void a_late_commit_is_none();
  void a_topic_made_anew_is_none_data();
  void a_topic_made_anew_is_none();
  void a_new_group_at_the_earliest();
  void a_new_group_elsewhere_is_none_data();
  void a_new_group_elsewhere_is_none();
  void partitions_of_one_reset_are_one_replay();
  void a_second_rewind_starts_the_pace_anew();
  void too_little_history();
  void not_draining();
  void two_rates_that_differ_are_both_told();
  void stalled();
  void rare_commits_are_no_stall();
  void a_late_start_is_no_pace();
  void a_silent_collector_is_unknown();
  void more_members_start_the_pace_anew();
  void overtaken_by_retention();
  void retention_forbids_a_time();
  void an_end_that_is_not_written_yet();
  void declared_ranges_hold();
  void declared_before_it_begins();
  void declared_too_late();
  void finished_by_somebody();
  void live_groups_against_their_own_past();
  void a_rate_to_be_through_by_a_time();
  void earlier_forecasts_are_judged();
  void the_document_has_the_columns_of_the_contract();
};

namespace {
using Values = std::function<std::int64_t(std::int64_t)>;

std::string values(int polls, const Values& value) {
  std::string out = "\"values\": [";
  for (int n = 0; n < polls; ++n) out += (n ? "," : "") + std::to_string(value(n));
  return out + "]";
}
std::string series(std::initializer_list<std::string> list) {
  std::string out = "\"series\": [";
  for (const std::string& s : list) out += (out.back() == '[' ? "" : ", ") + s;
  return out + "]";
}

constexpr int polls = 300;
constexpr int reset = 100;  // the poll at which the offset has fallen
std::int64_t high_at(std::int64_t n) { return 100'000 + 1000 * n; }
// At the end of the log until `reset`, then from 60,000 on at `step` a poll.
std::int64_t rewound_at(std::int64_t n, std::int64_t step = 3000) {
  return n < reset ? high_at(n) - 1000 : std::min(high_at(n), 60'000 + step * (n - reset));
}
const std::string written = mark("high", "t", 0, R"("start": 100000, "rates": [[0, 100]])");
std::string reader(const Values& value) { return group("g", "t", 0, values(polls, value)); }
std::shared_ptr<const Snapshot> rewound(const std::string& more = {}) {
  return told(polls, series({written, reader([](std::int64_t n) { return rewound_at(n); })}) + more);
}

std::vector<ReplayRow> rows(const Snapshot& snapshot, std::int64_t poll, const std::vector<DeclaredReplay>& said = {}) {
  return replay_rows(snapshot, said, {poll_time(0), poll_time(poll), std::nullopt});
}
ReplayRow row(const Snapshot& snapshot, std::int64_t poll, const std::vector<DeclaredReplay>& said = {}) {
  auto all = rows(snapshot, poll, said);
  if (all.size() != 1) qFatal("%zu rows", all.size());
  return std::move(all.front());
}
DeclaredReplay said(std::int64_t poll) {
  DeclaredReplay out;
  out.name = "again";
  out.at = poll_time(poll);
  out.group = GroupId("g");
  out.topic = TopicName("t");
  return out;
}
double seconds_apart(const Known<LocalTime>& a, LocalTime b) {
  return std::abs(static_cast<double>((*a - b).count())) / 1000;
}
}  // namespace

void TestReplay::a_rewind_by_hand() {
  const auto s = rewound();
  QVERIFY(rows(*s, reset - 1).empty());
  const ReplayRow now = row(*s, 120);
  QVERIFY(!now.replay.to_live() && !now.replay.declared);
  QCOMPARE(now.replay.begun_at, poll_time(reset));
  QCOMPARE(*now.replay.begun_lo, poll_time(reset - 1));
  QCOMPARE(*now.progress.from, 60'000);
  QCOMPARE(*now.progress.to, 198'000);
  QCOMPARE(*now.progress.done, 60'000);
  QCOMPARE(*now.progress.remaining, 78'000);
  QCOMPARE(*now.progress.state, ReplayState::draining);
  QVERIFY(std::abs(*now.progress.rate - 300) < 1e-6);
  QVERIFY(seconds_apart(now.progress.eta, poll_time(146)) < 1);
  QVERIFY(*now.progress.eta_lo <= poll_time(146) && *now.progress.eta_hi >= poll_time(146));
  QCOMPARE(*now.progress.worst, PartitionId(0));
}

void TestReplay::it_is_through_where_it_was() {
  const auto s = rewound();
  QCOMPARE(*row(*s, 145).progress.state, ReplayState::draining);
  const ReplayRow now = row(*s, 146);
  QCOMPARE(*now.progress.state, ReplayState::finished);
  QCOMPARE(*now.progress.finished, poll_time(146));
  QCOMPARE(*now.progress.remaining, 0);
  QCOMPARE(*now.progress.done, 138'000);
  QCOMPARE(now.progress.eta.reason(), Reason::not_applicable);
  // To live it is through when it reads what was written three polls ago, and stays so.
  const auto live = row(*s, 250, {said(reset)}).progress;
  QCOMPARE(*live.state, ReplayState::finished);
  QCOMPARE(*live.finished, poll_time(169));
  QCOMPARE(*live.done, 207'000);
  QVERIFY(replay_rows(*s, {}, {poll_time(200), poll_time(210), std::nullopt}).empty());  // ended before
}

void TestReplay::a_late_commit_is_none() {
  const auto s =
      told(polls, series({written, reader([](std::int64_t n) { return high_at(n) - (n == reset ? 9000 : 1000); })}));
  QVERIFY(rows(*s, 200).empty());
}

void TestReplay::a_topic_made_anew_is_none_data() {
  QTest::addColumn<QString>("marks");
  const auto add = [](const char* name, const std::string& marks) {
    QTest::newRow(name) << QString::fromStdString(marks);
  };
  const auto anew = [](std::int64_t n) { return n < reset ? high_at(n) : 1000 * (n - reset); };
  const auto grown = [](std::int64_t n) { return n < reset ? high_at(n) : 500'000 + 1000 * n; };
  const auto floor = [](std::int64_t n) -> std::int64_t { return n < reset ? 50'000 : 0; };
  add("its end fell too", mark("high", "t", 0, values(polls, anew)));
  add("its floor fell too, its end grew past it",
      mark("high", "t", 0, values(polls, grown)) + "," + mark("floor", "t", 0, values(polls, floor)));
}

void TestReplay::a_topic_made_anew_is_none() {
  QFETCH(QString, marks);
  const auto s =
      told(polls, series({marks.toStdString(),
                          reader([](std::int64_t n) { return n < reset ? high_at(n) - 1000 : 100 * (n - reset); })}));
  QVERIFY(rows(*s, 200).empty());
}

void TestReplay::a_new_group_at_the_earliest() {
  const auto s = told(polls, series({written, mark("floor", "t", 0, R"("start": 20000)"),
                                     group("g", "t", 0, R"("start": 20000, "from": 50, "rates": [[50, 250]])")}));
  QVERIFY(rows(*s, 49).empty());
  const ReplayRow now = row(*s, 100);
  QVERIFY(now.replay.to_live());
  QCOMPARE(*now.progress.from, 20'000);
  QCOMPARE(now.progress.to.reason(), Reason::not_applicable);
  QCOMPARE(*now.progress.done, 125'000);
  QCOMPARE(*now.progress.remaining, high_at(100) - 145'000);
  QVERIFY(std::abs(*now.progress.drain - 150) < 1e-6);
}

void TestReplay::a_new_group_elsewhere_is_none_data() {
  QTest::addColumn<QString>("reader");
  const auto add = [](const char* name, const std::string& reader) {
    QTest::newRow(name) << QString::fromStdString(reader);
  };
  add("at the end", group("g", "t", 0, R"("start": 150000, "from": 50, "rates": [[50, 100]])"));
  add("in the middle", group("g", "t", 0, R"("start": 80000, "from": 50, "rates": [[50, 10]])"));
  add("seen from the first poll on", group("g", "t", 0, R"("start": 20000, "rates": [[0, 400]])"));
  add("of a new partition", mark("high", "t", 1, R"("start": 5000, "from": 50, "rates": [[50, 100]])") + "," +
                                group("g", "t", 1, R"("start": 0, "from": 50, "rates": [[50, 100]])"));
}

void TestReplay::a_new_group_elsewhere_is_none() {
  QFETCH(QString, reader);
  const auto s = told(polls, series({written, mark("floor", "t", 0, R"("start": 20000)"), reader.toStdString()}));
  QVERIFY(rows(*s, 100).empty());
}

void TestReplay::partitions_of_one_reset_are_one_replay() {
  // Partition 1 falls two polls later and is read at half the pace.
  const auto slow = [](std::int64_t n) {
    return n < reset + 2 ? high_at(n) - 1000 : std::min(high_at(n), 60'000 + 1500 * (n - reset - 2));
  };
  const auto s = told(
      polls, series({written, mark("high", "t", 1, R"("start": 100000, "rates": [[0, 100]])"),
                     reader([](std::int64_t n) { return rewound_at(n); }), group("g", "t", 1, values(polls, slow))}));
  const ReplayRow now = row(*s, 130);
  QCOMPARE(now.progress.parts.size(), 2u);
  QCOMPARE(*now.progress.done, 90'000 + 42'000);
  QCOMPARE(*now.progress.worst, PartitionId(1));
  // The slower one decides: (200,000 - 60,000) / 1500 polls after it fell.
  QVERIFY(seconds_apart(now.progress.eta, poll_time(reset + 2 + 94)) < 10);
  const ReplayRow later = row(*s, 150);
  QCOMPARE(*later.progress.parts[0].state, ReplayState::finished);
  QCOMPARE(*later.progress.state, ReplayState::draining);
  QVERIFY(std::abs(*later.progress.rate - 150) < 1e-6);
}

void TestReplay::a_second_rewind_starts_the_pace_anew() {
  const auto twice = [](std::int64_t n) { return n < 130 ? rewound_at(n) : 60'000 + 1000 * (n - 130); };
  const auto s = told(polls, series({written, reader(twice)}));
  QCOMPARE(row(*s, 135).progress.eta.reason(), Reason::no_history);
  const ReplayRow now = row(*s, 150);
  QCOMPARE(*now.progress.from, 60'000);
  QCOMPARE(*now.progress.to, 198'000);
  QCOMPARE(*now.progress.done, 20'000);
  QVERIFY(std::abs(*now.progress.rate - 100) < 1e-6);
}

void TestReplay::too_little_history() {
  const auto s = rewound();
  const ReplayRow now = row(*s, reset + 11);
  QCOMPARE(now.progress.eta.reason(), Reason::no_history);
  QCOMPARE(now.progress.state.reason(), Reason::no_history);
  QCOMPARE(*now.progress.done, 33'000);
  QVERIFY(row(*s, reset + 12).progress.eta);
}

void TestReplay::not_draining() {
  const auto s = told(polls, series({written, reader([](std::int64_t n) { return rewound_at(n, 800); })}));
  const ReplayRow now = row(*s, 200, {said(reset)});
  QVERIFY(now.replay.to_live());
  QCOMPARE(*now.progress.state, ReplayState::not_draining);
  QCOMPARE(now.progress.eta.reason(), Reason::not_applicable);
  QVERIFY(std::abs(*now.progress.drain + 20) < 1e-6);
  QVERIFY(std::abs(*now.progress.rate - 80) < 1e-6);
  const ReplayAsked asked{poll_time(0), poll_time(200), std::nullopt};
  const auto notes = replay_document(*s, {said(reset)}, asked).notes;
  QCOMPARE(notes.size(), 1u);  // the same over 2 minutes and 20
  QCOMPARE(notes[0], std::string("g of t: not draining, +20/s"));
}

void TestReplay::two_rates_that_differ_are_both_told() {
  // Of 20 minutes the last two at 100 a second, the others at 10.
  const auto later = [](std::int64_t n) {
    return n < reset ? high_at(n) - 1000 : 60'000 + 100 * (n - reset) + (n > 208 ? 900 * (n - 208) : 0);
  };
  const auto s = told(polls, series({written, reader(later)}));
  const auto notes = replay_document(*s, {}, {poll_time(0), poll_time(220), std::nullopt}).notes;
  QCOMPARE(notes.size(), 1u);
  QCOMPARE(notes[0], std::string("g of t: drains 100/s over the last 2 minutes, but 19/s over the last 20"));
}

void TestReplay::stalled() {
  const auto s =
      told(polls, series({written, reader([](std::int64_t n) { return rewound_at(std::min<std::int64_t>(n, 120)); })}));
  QCOMPARE(*row(*s, 125).progress.state, ReplayState::draining);
  const ReplayRow now = row(*s, 140);
  QCOMPARE(*now.progress.state, ReplayState::stalled);
  QCOMPARE(now.progress.eta.reason(), Reason::not_applicable);
  QCOMPARE(*now.progress.rate, 0.0);
  QCOMPARE(*now.progress.remaining, 78'000);
}

void TestReplay::rare_commits_are_no_stall() {
  // Every five minutes, before the reset and after it: 1000 offsets a poll.
  const auto rare = [](std::int64_t n) {
    return n < reset ? high_at(n / 30 * 30) - 1000 : 60'000 + 30'000 * ((n - reset) / 30);
  };
  const auto s = told(polls, series({written, reader(rare)}));
  QCOMPARE(row(*s, reset + 20).progress.state.reason(), Reason::no_history);
  const ReplayRow now = row(*s, reset + 75);
  QCOMPARE(*now.progress.state, ReplayState::draining);
  QVERIFY(std::abs(*now.progress.rate - 100) < 1e-6);
  // (189,000 - 60,000) / 1000 polls; the commit that shows it is the next one.
  QVERIFY(seconds_apart(now.progress.eta, poll_time(reset + 129)) < 1);
  QVERIFY(*now.progress.eta_hi >= poll_time(reset + 150));
  QCOMPARE(*row(*s, reset + 150).progress.finished, poll_time(reset + 150));
}

void TestReplay::a_late_start_is_no_pace() {
  const auto late = [](std::int64_t n) {
    return n < 130 ? rewound_at(std::min<std::int64_t>(n, reset)) : 57'000 + 3000 * (n - 128);
  };
  const auto s = told(polls, series({written, reader(late)}));
  QCOMPARE(*row(*s, 125).progress.state, ReplayState::stalled);
  QVERIFY(std::abs(*row(*s, 150).progress.rate - 300) < 1e-6);
}

void TestReplay::a_silent_collector_is_unknown() {
  const auto s = rewound(R"(, "gaps": [[120, 140, "collector-off"]])");
  const ReplayRow silent = row(*s, 130);
  QCOMPARE(silent.progress.state.reason(), Reason::collector_off);
  QCOMPARE(silent.progress.eta.reason(), Reason::collector_off);
  QCOMPARE(silent.progress.done.reason(), Reason::collector_off);
  // What was read in the gap is counted.
  const ReplayRow now = row(*s, 141);
  QVERIFY(std::abs(*now.progress.rate - 300) < 1e-6);
  QVERIFY(seconds_apart(now.progress.eta, poll_time(146)) < 1);
}

void TestReplay::more_members_start_the_pace_anew() {
  const auto faster = [](std::int64_t n) {
    return n < 120 ? rewound_at(n, 500) : std::min(high_at(n), 70'000 + 2000 * (n - 120));
  };
  const auto s = told(polls, series({written, reader(faster)}) +
                                 R"(, "members": [
      {"group": "g", "member": "m1", "client_id": "c", "host": "h", "partitions": [["t", 0]], "from": 0},
      {"group": "g", "member": "m2", "client_id": "c", "host": "h", "partitions": [["t", 1]], "from": 120}])");
  QVERIFY(std::abs(*row(*s, 119).progress.rate - 50) < 1e-6);
  QCOMPARE(row(*s, 125).progress.eta.reason(), Reason::no_history);
  QVERIFY(std::abs(*row(*s, 140).progress.rate - 200) < 1e-6);
}

void TestReplay::overtaken_by_retention() {
  const auto slow = [](std::int64_t n) { return rewound_at(n, 500); };
  const auto floor = [](std::int64_t n) { return std::max<std::int64_t>(50'000, 50'000 + 1000 * (n - reset)); };
  const auto s = told(polls, series({written, reader(slow), mark("floor", "t", 0, values(polls, floor))}));
  // The floor passes the group at 50,000 + 1000 k = 60,000 + 500 k.
  const ReplayRow before = row(*s, reset + 15);
  QCOMPARE(before.progress.eta.reason(), Reason::expired);
  QVERIFY(seconds_apart(before.progress.overtaken, poll_time(reset + 20)) < 60);
  QCOMPARE(*before.progress.state, ReplayState::draining);
  const ReplayRow now = row(*s, reset + 40);
  QCOMPARE(*now.progress.state, ReplayState::overtaken);
  QCOMPARE(now.progress.eta.reason(), Reason::expired);
  QCOMPARE(now.progress.lost, 10'000);
}

void TestReplay::retention_forbids_a_time() {
  // Back to what was written at poll 40, read at half the pace of writing: what was written at poll 99 would be read
  // 120 polls after the reset.
  const auto slow = [](std::int64_t n) { return n < reset ? high_at(n) - 1000 : high_at(40) + 500 * (n - reset); };
  const auto asked = [&](int kept) {
    const auto s = told(polls, series({written, reader(slow)}) +
                                   R"(, "topics": [{"topic": "t", "cleanup": "delete", "retention_ms": )" +
                                   std::to_string(kept * 10'000) + "}]");
    return row(*s, reset + 20);
  };
  const ReplayRow safe = asked(400);
  QVERIFY(seconds_apart(safe.progress.eta, poll_time(reset + 2 * 58)) < 10);
  QCOMPARE(safe.progress.overtaken.reason(), Reason::not_applicable);
  QVERIFY(*safe.progress.headroom > Millis(0));
  const ReplayRow lost = asked(110);
  QCOMPARE(lost.progress.eta.reason(), Reason::expired);
  QCOMPARE(lost.progress.eta_hi.reason(), Reason::expired);
  QVERIFY(lost.progress.overtaken && *lost.progress.overtaken < poll_time(98 + 110) &&
          *lost.progress.overtaken > poll_time(reset + 20));
}

void TestReplay::an_end_that_is_not_written_yet() {
  const auto s = rewound();
  DeclaredReplay beyond = said(reset - 5);
  beyond.from[PartitionId(0)] = 60'000;
  beyond.to[PartitionId(0)] = 900'000;
  QCOMPARE(row(*s, 120, {beyond}).progress.eta.reason(), Reason::ambiguous);
}

void TestReplay::declared_ranges_hold() {
  const auto s = rewound();
  DeclaredReplay range = said(reset - 5);
  range.from[PartitionId(0)] = 60'000;
  range.to[PartitionId(0)] = 120'000;
  const ReplayRow now = row(*s, 115, {range});
  QCOMPARE(now.replay.declared->name, std::string("again"));
  QVERIFY(!now.replay.late);
  QCOMPARE(*now.progress.to, 120'000);
  QCOMPARE(*now.progress.remaining, 15'000);
  QVERIFY(seconds_apart(now.progress.eta, poll_time(120)) < 1);
  QCOMPARE(*row(*s, 120, {range}).progress.finished, poll_time(120));
}

void TestReplay::declared_before_it_begins() {
  const auto s = rewound();
  DeclaredReplay range = said(50);
  range.from[PartitionId(0)] = 60'000;
  range.to[PartitionId(0)] = 120'000;
  const ReplayRow now = row(*s, 60, {range});
  QVERIFY(!now.replay.begun);
  QCOMPARE(*now.progress.state, ReplayState::waiting);
  QCOMPARE(now.progress.eta.reason(), Reason::not_applicable);
  QCOMPARE(*row(*s, 60, {said(50)}).progress.state, ReplayState::waiting);
}

void TestReplay::declared_too_late() {
  const auto s = rewound();
  const ReplayRow now = row(*s, 120, {said(115)});
  QVERIFY(now.replay.late && now.replay.begun);
  QCOMPARE(now.replay.begun_at, poll_time(reset));
  // Another group's word is not about this one.
  DeclaredReplay other = said(115);
  other.group = GroupId("other");
  QCOMPARE(rows(*s, 120, {other}).size(), 2u);
}

void TestReplay::finished_by_somebody() {
  const auto s = rewound();
  DeclaredReplay ended = said(reset - 5);
  ended.finished = poll_time(118);
  ended.outcome = "enough";
  const ReplayRow now = row(*s, 120, {ended});
  QCOMPARE(*now.progress.state, ReplayState::finished);
  QCOMPARE(*now.progress.finished, poll_time(118));
  QVERIFY(*now.progress.remaining > 0);  // what is left is left
}

void TestReplay::live_groups_against_their_own_past() {
  const auto late = [](std::int64_t n) {
    return n < reset + 3 ? high_at(n) - 1000 : std::max(high_at(reset + 2) - 1000, high_at(n) - 12'000);
  };
  const auto s = told(polls, series({written, reader([](std::int64_t n) { return rewound_at(n); }),
                                     group("slowed", "t", 0, values(polls, late)),
                                     group("same", "t", 0, R"("follow": "high", "delay_polls": 1)"),
                                     mark("high", "u", 0, R"("rates": [[0, 100]])"),
                                     group("elsewhere", "u", 0, R"("follow": "high", "delay_polls": 1)")}));
  const ReplayRow now = row(*s, 130);
  QCOMPARE(now.impact.size(), 2u);
  QCOMPARE(now.impact[0].group, GroupId("slowed"));
  QCOMPARE(*now.impact[0].verdict, ImpactVerdict::slower);
  QVERIFY(*now.impact[0].age > Millis(100'000));
  QVERIFY(*now.impact[0].baseline <= Millis(20'000));
  QVERIFY(*now.impact[0].ratio > 5);
  QCOMPARE(now.impact[1].group, GroupId("same"));
  QCOMPARE(*now.impact[1].verdict, ImpactVerdict::none);
  DeclaredReplay named = said(reset - 5);
  named.protect = {GroupId("elsewhere"), GroupId("unheard-of")};
  const ReplayRow other = row(*s, 130, {named});
  QCOMPARE(other.impact.size(), 2u);
  for (const LiveImpact& one : other.impact) {
    if (one.group == GroupId("elsewhere"))
      QCOMPARE(*one.verdict, ImpactVerdict::none);
    else
      QCOMPARE(one.verdict.reason(), Reason::no_history);
  }
}

void TestReplay::a_rate_to_be_through_by_a_time() {
  const auto s = rewound();
  const ReplayAsked asked{poll_time(0), poll_time(120), poll_time(133)};
  const auto bounded = replay_rows(*s, {}, asked);
  QVERIFY(std::abs(*bounded.at(0).rate_needed - 600) < 1e-6);
  const auto live = replay_rows(*s, {said(reset)}, asked);
  const double left = static_cast<double>(high_at(120) - 120'000) / 130;
  QVERIFY(std::abs(*live.at(0).rate_needed - left - 100) < 1);
  QCOMPARE(row(*s, 120).rate_needed.reason(), Reason::not_applicable);
}

void TestReplay::earlier_forecasts_are_judged() {
  // Twice the same: through at poll 146, and again from poll 200 on.
  const auto twice = [](std::int64_t n) { return n < 200 ? rewound_at(n) : 150'000 + 3000 * (n - 200); };
  const auto s = told(polls, series({written, reader(twice)}));
  const auto all = rows(*s, 230);
  QCOMPARE(all.size(), 2u);
  QCOMPARE(*all[0].progress.state, ReplayState::draining);
  QCOMPARE(all[0].record.replays, 1);
  QVERIFY(std::abs(*all[0].record.late) < 0.1);
  QCOMPARE(*all[0].record.held, 1.0);
  QCOMPARE(*all[1].progress.state, ReplayState::finished);
  QCOMPARE(rows(*s, 120).at(0).record.late.reason(), Reason::no_history);
}

void TestReplay::the_document_has_the_columns_of_the_contract() {
  const auto s = rewound();
  const Document document = replay_document(*s, {}, {poll_time(0), poll_time(120), std::nullopt});
  QCOMPARE(document.verb, std::string("replay"));
  QCOMPARE(document.rows.size(), 1u);
  for (const char* name :
       {"group", "topic", "kind", "declared", "from", "to", "done", "remaining", "rate", "drain_rate", "eta", "eta_lo",
        "eta_hi", "state", "retention_race_ms", "live_impact", "partitions", "worst_partition"}) {
    const auto has = [&](const CellField& field) { return field.name == name; };
    QVERIFY2(std::ranges::any_of(document.rows[0], has), name);
  }
  const Document none = replay_document(*s, {}, {poll_time(0), poll_time(50), std::nullopt});
  QVERIFY(none.rows.empty());
  QCOMPARE(none.notes.size(), 1u);  // how one is detected
}

QTEST_GUILESS_MAIN(TestReplay)
#include "tst_replay.moc"
