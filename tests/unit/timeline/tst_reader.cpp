// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <random>
#include <thread>

#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReader final : public QObject {
  Q_OBJECT
 private slots:
  void a_window_and_a_least_number_of_polls();
  void filters_choose_series();
  void a_series_that_died_is_deleted_until_it_comes_back();
  void omitted_samples_are_never_polled();
  void generation_follows_another_writer();
  void a_crossing_lies_between_its_samples();
  void a_crossing_is_found_in_sealed_blocks();
  void a_crossing_is_widened_by_unknown_samples();
  void a_crossing_stops_at_a_fall();
  void crossings_that_do_not_exist_say_why();
  void two_lanes_narrow_a_crossing();
  void a_reader_that_stays_finds_what_a_new_one_finds();
  void ages_come_from_history();
  void states_are_spans();
  void a_first_sight_is_open_below();
  void errors_are_spans();
  void events_and_gaps_of_a_window();
  void a_load_is_cancelled();
};

namespace {
const SeriesSpec high = mark(signal::high, "orders", 0);
CrossingKey key(std::int64_t offset, const Signal& signal = signal::high) {
  return {{ClusterName("prod"), signal, partition("orders", 0)}, Offset(offset)};
}
Known<Crossing> crossing(const Scratch& scratch, std::int64_t offset, std::int64_t at_poll = 1'000'000) {
  SnapshotRequest request;
  request.to = local_time(t0 + at_poll * 10'000);
  request.from = request.to;
  request.crossings = {key(offset)};
  return scratch.load(request)->crossing(key(offset));
}
LocalTime wall(std::int64_t poll) { return local_time(t0 + poll * 10'000); }
std::vector<std::int64_t> steady(std::int64_t polls, std::int64_t step) {
  std::vector<std::int64_t> values;
  for (std::int64_t n = 0; n < polls; ++n) values.push_back(n * step);
  return values;
}
}  // namespace

void TestReader::a_window_and_a_least_number_of_polls() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, steady(1000, 10));
  QVERIFY(writer->close());
  SnapshotRequest request;
  request.from = wall(500);
  request.to = wall(510);
  auto snapshot = scratch.load(request);
  QCOMPARE(snapshot->lanes[0].polls.size(), std::size_t{11});
  QCOMPARE(snapshot->columns[0].values.front(), 5000);
  QCOMPARE(snapshot->oldest, wall(0));
  QCOMPARE(snapshot->newest, wall(999));
  request.min_polls = 300;
  snapshot = scratch.load(request);
  QCOMPARE(snapshot->lanes[0].polls.size(), std::size_t{300});
  QCOMPARE(snapshot->columns[0].values.back(), 5100);
  QCOMPARE(snapshot->lanes[0].polls.front().seq, 211);
  request.from = request.to = wall(5000);
  request.min_polls = 0;
  QVERIFY(scratch.load(request)->columns.empty());
}

void TestReader::filters_choose_series() {
  const Scratch scratch;
  auto writer = scratch.writer();
  for (const char* cluster : {"prod", "dr"}) {
    const LaneId lane = writer->lane(offsets_lane(cluster));
    Poll poll = poll_at(lane, 0);
    for (const char* topic : {"orders", "orders-2", "audit"})
      for (int p = 0; p < 2; ++p)
        for (const Signal& signal : {signal::high, signal::group(GroupId("a")), signal::group(GroupId("b"))})
          poll.samples.push_back({writer->series(lane, mark(signal, topic, p)), 1, Reason::none});
    poll.states = {{partition("orders", 0), "leader", "1", ""},
                   {partition("audit", 0), "leader", "1", ""},
                   {Object("group:a"), "state", "Stable", ""}};
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  const auto count = [&](auto&& change) {
    SnapshotRequest request = everything();
    change(request);
    return scratch.load(request)->columns.size();
  };
  QCOMPARE(count([](SnapshotRequest&) {}), std::size_t{36});
  QCOMPARE(count([](SnapshotRequest& r) { r.cluster_names = {"dr"}; }), std::size_t{18});
  QCOMPARE(count([](SnapshotRequest& r) { r.signal_names = {"high"}; }), std::size_t{12});
  QCOMPARE(count([](SnapshotRequest& r) { r.signal_prefixes = {"group:"}; }), std::size_t{24});
  QCOMPARE(count([](SnapshotRequest& r) {
             r.signal_names = {"high"};
             r.signal_prefixes = {"group:a"};
           }),
           std::size_t{24});
  QCOMPARE(count([](SnapshotRequest& r) { r.topic_names = {"orders"}; }), std::size_t{12});
  QCOMPARE(count([](SnapshotRequest& r) { r.object_names = {"partition:audit/1"}; }), std::size_t{6});
  QCOMPARE(count([](SnapshotRequest& r) { r.topic_names = {"nothing"}; }), std::size_t{0});
  SnapshotRequest request = everything();
  request.topic_names = {"orders"};
  request.cluster_names = {"prod"};
  const auto snapshot = scratch.load(request);
  QCOMPARE(snapshot->sources.size(), std::size_t{1});
  QCOMPARE(snapshot->states.size(), std::size_t{2});  // the topic's partition and the group
}

void TestReader::a_series_that_died_is_deleted_until_it_comes_back() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const SeriesSpec other = mark(signal::high, "other", 0);
  for (std::int64_t n = 0; n < 1500; ++n) {
    Poll poll = poll_at(lane, n);
    poll.samples = {{writer->series(lane, other), n, Reason::none}};
    if (n < 300 || n >= 1200) poll.samples.push_back({writer->series(lane, high), n, Reason::none});
    if (n == 300) {
      const SeriesId gone = writer->series(lane, high);
      poll.samples.push_back({gone, 0, Reason::deleted});
      poll.died = {gone};
    }
    push(*writer, poll);
    // The id of a new life is asked for when the thing is back, not before.
    if (n % 100 == 0) QVERIFY(writer->flush());
  }
  QVERIFY(writer->flush());
  QVERIFY(writer->stats().error.empty());
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->columns.size(), std::size_t{2});
  const Column* column = find(*snapshot, "prod", high);
  for (std::size_t n = 0; n < 1500; ++n)
    QCOMPARE(column->reasons[n], n < 300 || n >= 1200 ? Reason::none : Reason::deleted);
  QCOMPARE(column->values[1300], 1300);
  QCOMPARE(scratch.faults(), std::size_t{0});
}

void TestReader::omitted_samples_are_never_polled() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const SeriesId id = write_series(*writer, lane, high, {5, 6});
  push(*writer, poll_at(lane, 2));
  Poll poll = poll_at(lane, 3);
  poll.samples = {{id, 9, Reason::unreachable}};
  push(*writer, poll);
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->columns[0].reasons,
           (std::vector{Reason::none, Reason::none, Reason::never_polled, Reason::unreachable}));
  QCOMPARE(snapshot->columns[0].values, (std::vector<std::int64_t>{5, 6, 0, 0}));
}

void TestReader::generation_follows_another_writer() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const auto reader = scratch.reader();
  const auto before = reader->generation();
  QVERIFY(before);
  const LaneId lane = writer->lane(offsets_lane());
  for (std::int64_t n = 0; n < 3; ++n) {
    write_series(*writer, lane, high, {n}, n);
    QVERIFY(writer->flush());
    QCOMPARE(*reader->generation(), writer->stats().generation);
    const auto snapshot = reader->load(everything());
    QVERIFY(snapshot);
    QCOMPARE((*snapshot)->generation, writer->stats().generation);
    QCOMPARE((*snapshot)->columns.at(0).values.size(), static_cast<std::size_t>(n + 1));
  }
  QVERIFY(*reader->generation() > *before);
}

void TestReader::a_crossing_lies_between_its_samples() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, {0, 100, 100, 300, 300});
  QVERIFY(writer->close());
  // Offset 100 came with the first mark above it: in (poll 2, poll 3], the 1st of 200 records.
  const auto found = crossing(scratch, 100);
  QVERIFY(found.known());
  QCOMPARE(found->lo, wall(2));
  QCOMPARE(found->hi, wall(3));
  QCOMPARE(found->estimate, wall(2) + Millis(50));
  QCOMPARE(crossing(scratch, 299)->estimate, wall(3));
  QCOMPARE(crossing(scratch, 99)->lo, wall(0));
  QCOMPARE(crossing(scratch, 99)->hi, wall(1));
  // As of poll 2 it had not come.
  QCOMPARE(crossing(scratch, 100, 2).reason(), Reason::not_applicable);
}

void TestReader::a_crossing_is_found_in_sealed_blocks() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, steady(2000, 10));
  QVERIFY(writer->close());
  for (const std::int64_t n : {3, 479, 480, 481, 959, 960, 1500, 1998}) {
    const auto found = crossing(scratch, n * 10 + 5);
    QVERIFY(found.known());
    QCOMPARE(found->lo, wall(n));
    QCOMPARE(found->hi, wall(n + 1));
  }
}

void TestReader::a_crossing_is_widened_by_unknown_samples() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const SeriesId id = write_series(*writer, lane, high, {0, 100});
  for (std::int64_t n = 2; n < 5; ++n) {
    Poll poll = poll_at(lane, n);
    poll.samples = {{id, 0, Reason::unreachable}};
    push(*writer, poll);
  }
  write_series(*writer, lane, high, {500, 600}, 5);
  QVERIFY(writer->close());
  const auto found = crossing(scratch, 300);
  QVERIFY(found.known());
  QCOMPARE(found->lo, wall(1));
  QCOMPARE(found->hi, wall(5));
}

void TestReader::a_crossing_stops_at_a_fall() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, {0, 1000, 5000, 50, 200, 400});
  QVERIFY(writer->close());
  QCOMPARE(crossing(scratch, 30).reason(), Reason::ambiguous);  // the first sample after the fall is above it
  QCOMPARE(crossing(scratch, 100)->lo, wall(3));
  QCOMPARE(crossing(scratch, 2000).reason(), Reason::not_applicable);
}

void TestReader::crossings_that_do_not_exist_say_why() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, {100, 200});
  QVERIFY(writer->close());
  QCOMPARE(crossing(scratch, 50).reason(), Reason::no_history);
  QCOMPARE(crossing(scratch, 200).reason(), Reason::not_applicable);
  SnapshotRequest request = everything();
  request.crossings = {key(1, signal::stable)};
  QCOMPARE(scratch.load(request)->crossing(key(1, signal::stable)).reason(), Reason::never_polled);
}

void TestReader::two_lanes_narrow_a_crossing() {
  const Scratch scratch;
  auto writer = scratch.writer();
  write_series(*writer, writer->lane(offsets_lane()), high, {0, 100, 200});
  LaneSpec fast = offsets_lane("prod", Millis(2000));
  fast.name = "fast";
  const LaneId lane = writer->lane(fast);
  const SeriesId id = writer->series(lane, high);
  for (std::int64_t n = 0; n < 5; ++n) {
    Poll poll = poll_at(lane, n, fast.interval);
    poll.wall += Millis(11'000);
    poll.samples = {{id, 110 + n * 20, Reason::none}};
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  const auto found = crossing(scratch, 140);
  QVERIFY(found.known());
  QCOMPARE(found->lo, wall(1) + Millis(3000));
  QCOMPARE(found->hi, wall(1) + Millis(5000));
}

// A mark that rises, falls, hides and dies now and then: crossings remembered from earlier loads are those of a new
// search.
void TestReader::a_reader_that_stays_finds_what_a_new_one_finds() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  std::mt19937 random(6);
  std::int64_t value = 0;
  std::int64_t newest = -1;
  std::unique_ptr<TimelineReader> stays;
  for (int round = 0; round < 40; ++round) {
    for (std::uint32_t polls = 1 + random() % 60; polls > 0; --polls) {
      Poll poll = poll_at(lane, ++newest);
      const SeriesId id = writer->series(lane, high);
      const std::uint32_t luck = random() % 200;
      value = luck == 0 ? value / 2 : value + static_cast<std::int64_t>(random() % 4);
      poll.samples = {{id, value, luck == 1 ? Reason::deleted : luck < 20 ? Reason::unreachable : Reason::none}};
      if (luck == 1) poll.died = {id};
      push(*writer, poll);
    }
    QVERIFY(writer->flush());
    if (!stays) stays = scratch.reader();
    SnapshotRequest request;
    request.to = round % 5 == 4 ? wall(static_cast<std::int64_t>(random()) % newest) : wall(newest);
    request.from = request.to;
    for (std::int64_t offset = 0; offset < 1200; offset += 13) request.crossings.push_back(key(offset));
    const auto kept = stays->load(request);
    QVERIFY(kept);
    const auto fresh = scratch.load(request);
    for (const CrossingKey& one : request.crossings) {
      const auto a = (*kept)->crossing(one);
      const auto b = fresh->crossing(one);
      QCOMPARE(a.reason(), b.reason());
      if (!a.known()) continue;
      QCOMPARE(a->lo, b->lo);
      QCOMPARE(a->hi, b->hi);
      QCOMPARE(a->estimate, b->estimate);
    }
  }
}

void TestReader::ages_come_from_history() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  const SeriesId marks[] = {writer->series(lane, high),
                            writer->series(lane, mark(signal::stable, "orders", 0)),
                            writer->series(lane, mark(signal::group(GroupId("sink")), "orders", 0)),
                            writer->series(lane, mark(signal::group(GroupId("fine")), "orders", 0)),
                            writer->series(lane, mark(signal::group(GroupId("told")), "orders", 0)),
                            writer->series(lane, mark(signal::age(GroupId("told")), "orders", 0))};
  for (std::int64_t n = 0; n < 1000; ++n) {
    Poll poll = poll_at(lane, n);
    const std::int64_t end = n * 10;
    const std::int64_t values[] = {end, end, std::min<std::int64_t>(end, 2005), end, 7, 40};
    for (std::size_t i = 0; i < std::size(marks); ++i) poll.samples.push_back({marks[i], values[i], Reason::none});
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  SnapshotRequest request;
  request.from = wall(990);
  request.to = wall(999);
  request.ages_from_history = true;
  const auto snapshot = scratch.load(request);
  QCOMPARE(snapshot->crossings.size(), std::size_t{2});
  const auto found = snapshot->crossing(key(2005));
  QVERIFY(found.known());
  QCOMPARE(found->lo, wall(200));
  QCOMPARE(found->hi, wall(201));
  // And when the high mark last rose, since nobody looked up the age of the last record.
  QCOMPARE(snapshot->crossing(key(9989))->hi, wall(999));
}

void TestReader::states_are_spans() {
  const Scratch scratch;
  const Object group("group:sink");
  const std::optional<std::string> told[] = {"Empty",      "Empty",      "Stable", "Stable",
                                             std::nullopt, std::nullopt, "Stable"};
  {
    auto writer = scratch.writer();
    const LaneId lane = writer->lane(offsets_lane());
    for (std::int64_t n = 0; n < 7; ++n) {
      Poll poll = poll_at(lane, n);
      // Poll 3 did not see the group: the change after it may have happened since poll 2.
      if (n != 3) poll.states = {{group, "state", told[n], n == 6 ? "again" : ""}};
      push(*writer, poll);
    }
    QVERIFY(writer->close());
  }
  auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->states.size(), std::size_t{4});
  QVERIFY(!snapshot->states[0].from_lo);
  QCOMPARE(snapshot->states[0].from_hi, wall(0));
  QCOMPARE(snapshot->states[0].to, wall(2));
  QCOMPARE(snapshot->states[1].from_lo, wall(1));
  QCOMPARE(snapshot->states[1].value, std::string("Stable"));
  QCOMPARE(snapshot->states[2].from_lo, wall(2));
  QCOMPARE(snapshot->states[2].from_hi, wall(4));
  QVERIFY(!snapshot->states[2].value);
  QCOMPARE(snapshot->states[3].detail, std::string("again"));
  QVERIFY(!snapshot->states[3].to);
  QCOMPARE(snapshot->state_at(ClusterName("prod"), group, "state", wall(3))->value, std::string("Stable"));
  QVERIFY(!snapshot->state_at(ClusterName("prod"), group, "state", wall(5)));
  // A writer that comes later knows what was open.
  {
    auto writer = scratch.writer();
    Poll poll = poll_at(writer->lane(offsets_lane()), 7);
    poll.states = {{group, "state", "Stable", "again"}};
    push(*writer, poll);
    QVERIFY(writer->close());
  }
  QCOMPARE(scratch.load(everything())->states.size(), std::size_t{4});
  SnapshotRequest request;
  request.from = wall(1);
  request.to = wall(1);
  snapshot = scratch.load(request);
  QCOMPARE(snapshot->states.size(), std::size_t{1});
  QCOMPARE(snapshot->states[0].value, std::string("Empty"));
  request.states = false;
  QVERIFY(scratch.load(request)->states.empty());
}

void TestReader::a_first_sight_is_open_below() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  push(*writer, poll_at(lane, 0));
  Poll poll = poll_at(lane, 1);
  poll.states = {{Object("group:new"), "state", "Stable", ""}};
  poll.answered = 0;
  push(*writer, poll);
  poll = poll_at(lane, 2);
  poll.states = {{Object("group:hidden"), "state", "Stable", ""}};
  push(*writer, poll);
  QVERIFY(writer->close());
  const auto snapshot = scratch.load(everything());
  QCOMPARE(snapshot->states[0].from_lo, wall(0));  // poll 0 saw everything and not this
  QVERIFY(!snapshot->states[1].from_lo);           // poll 1 was blind
}

void TestReader::errors_are_spans() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  for (std::int64_t n = 0; n < 20; ++n) {
    Poll poll = poll_at(lane, n);
    if (n >= 5 && n < 15) poll.errors.push_back({"broker:2", Reason::unreachable, "no route", false});
    if (n >= 12) poll.errors.push_back({"group:x", Reason::no_permission, "denied", true});
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  SnapshotRequest request;
  request.from = wall(3);
  request.to = wall(13);
  auto snapshot = scratch.load(request);
  QCOMPARE(snapshot->errors.size(), std::size_t{2});
  QCOMPARE(snapshot->errors[0].first, 5);
  QCOMPARE(snapshot->errors[0].seq, 13);
  QCOMPARE(snapshot->errors[0].at, wall(13));
  QCOMPARE(snapshot->errors[1].error.scope, std::string("group:x"));
  QVERIFY(snapshot->errors[1].error.denied);
  request.to = wall(19);
  snapshot = scratch.load(request);
  QCOMPARE(snapshot->errors[0].seq, 14);
  QCOMPARE(snapshot->errors[1].seq, 19);
  request.from = request.to = wall(4);
  QVERIFY(scratch.load(request)->errors.empty());
}

void TestReader::events_and_gaps_of_a_window() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  for (std::int64_t n = 0; n < 10; ++n) {
    Poll poll = poll_at(lane, n);
    poll.events = {{wall(n - 1), wall(n), "broker", "leader-change", partition("orders", static_cast<int>(n % 2)),
                    "t\"ext", "note"}};
    if (n == 5) poll.gaps = {{wall(3), wall(4), Reason::collector_off, "queue full"}};
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  SnapshotRequest request;
  request.from = wall(2);
  request.to = wall(6);
  const auto snapshot = scratch.load(request);
  QCOMPARE(snapshot->events.size(), std::size_t{5});
  QCOMPARE(snapshot->events[0].event.lo, wall(1));
  QCOMPARE(snapshot->events[0].event.text, std::string("t\"ext"));
  QCOMPARE(snapshot->gaps.size(), std::size_t{1});
  QCOMPARE(snapshot->gaps[0].gap.detail, std::string("queue full"));
  request.from = wall(7);
  request.to = wall(8);
  QVERIFY(scratch.load(request)->gaps.empty());
}

void TestReader::a_load_is_cancelled() {
  const Scratch scratch;
  auto writer = scratch.writer();
  const LaneId lane = writer->lane(offsets_lane());
  std::vector<SeriesId> ids;
  for (int p = 0; p < 300; ++p) ids.push_back(writer->series(lane, mark(signal::high, "orders", p)));
  for (std::int64_t n = 0; n < 960; ++n) {
    Poll poll = poll_at(lane, n);
    for (std::size_t i = 0; i < ids.size(); ++i)
      poll.samples.push_back({ids[i], n * static_cast<std::int64_t>(i), Reason::none});
    push(*writer, poll);
  }
  QVERIFY(writer->close());
  const auto reader = scratch.reader();
  std::jthread canceller([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) reader->cancel();
  });
  // A busy machine may run a whole load before it runs the other thread.
  auto cancelled = reader->load(everything());
  for (int i = 0; cancelled && i < 1000; ++i) cancelled = reader->load(everything());
  canceller.request_stop();
  canceller.join();
  QVERIFY(!cancelled);
  QCOMPARE(cancelled.error().code, ErrorCode::cancelled);
  QVERIFY(reader->load(everything()));
}

QTEST_GUILESS_MAIN(TestReader)
#include "tst_reader.moc"
