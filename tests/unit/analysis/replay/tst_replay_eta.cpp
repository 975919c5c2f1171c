// SPDX-License-Identifier: GPL-3.0-or-later
// How good forecasts are: replays made up from fixed seeds, whose end is known, asked half way.
#include <QTest>
#include <algorithm>

#include "collectors/story/story.h"
#include "models/analysis/replay/replay.h"
#include "tests/support/recorder.h"
#include "tests/unit/analysis/replay/generated.h"

using namespace tidemark;
using namespace tidemark::test;

class TestReplayEta final : public QObject {
  Q_OBJECT
 private slots:
  void half_way_is_near_and_the_band_holds_data();
  void half_way_is_near_and_the_band_holds();
  void not_draining_has_no_time();
  void never_a_time_that_retention_forbids();
};

namespace {
std::shared_ptr<const Snapshot> played(const Generated& replay, std::int64_t kept = 0) {
  const FixedClock clock;
  Recorder recorder;
  const auto story = story::parse_story(replay.story(kept), "generated", clock);
  if (!story) qFatal("%s", story.error().line().c_str());
  if (const auto done = story::play_story(*story, recorder, clock); !done) qFatal("%s", done.error().line().c_str());
  return recorder.snapshot();
}

LocalTime time_of(const Generated& replay, std::int64_t poll) {
  return local_time(1'767'225'600'000 + poll * replay.step_ms);
}

// A replay to live is found as one that leads back to where it was; that it goes to live is said.
std::vector<DeclaredReplay> said_of(const Generated& replay) {
  if (!replay.to_live) return {};
  DeclaredReplay said;
  said.name = "generated";
  said.at = time_of(replay, replay.begins - 1);
  said.group = GroupId("backfill");
  said.topic = TopicName("orders");
  return {said};
}

ReplayProgress asked(const Snapshot& snapshot, const Generated& replay, std::int64_t poll) {
  const LocalTime at = time_of(replay, poll);
  const auto found = find_replays(snapshot, said_of(replay), at, {});
  if (found.size() != 1) qFatal("%zu replays", found.size());
  return progress_at(snapshot, found.front(), at);
}

std::int64_t half_way(const Generated& replay) {
  std::int64_t poll = replay.begins;
  while (replay.share(poll) < 0.5) ++poll;
  return poll;
}

Shape shape_of(std::uint64_t seed) {
  return {.seed = seed,
          .to_live = seed % 2 == 1,
          .bursts = seed / 2 % 2 == 1,
          .daily = seed % 7 == 3,
          .pauses = seed / 3 % 2 == 1,
          .throttle = seed / 5 % 2 == 1,
          .speed = 2 + 0.7 * static_cast<double>(seed % 5)};
}
}  // namespace

void TestReplayEta::half_way_is_near_and_the_band_holds_data() {
  QTest::addColumn<quint64>("first");  // seed
  QTest::addColumn<quint64>("wanted");
  QTest::newRow("30 replays") << quint64{1} << quint64{30};
  QTest::newRow("120 others") << quint64{1000} << quint64{120};
}

void TestReplayEta::half_way_is_near_and_the_band_holds() {
  QFETCH(quint64, first);
  QFETCH(quint64, wanted);
  std::vector<double> errors;
  std::size_t replays = 0, held = 0, open = 0;
  for (std::uint64_t seed = first; replays < wanted; ++seed) {
    const Generated replay = generated(shape_of(seed));
    if (!replay.through) continue;  // read too slowly to get through at all
    ++replays;
    const std::int64_t poll = half_way(replay);
    const auto snapshot = played(replay);
    const ReplayProgress now = asked(*snapshot, replay, poll);
    if (!now.eta) {
      qInfo("seed %d: no time, %s", int(seed), std::string(word(now.eta.reason())).c_str());
      continue;
    }
    const LocalTime end = time_of(replay, *replay.through);
    const auto left = static_cast<double>((end - time_of(replay, poll)).count());
    errors.push_back(std::abs(static_cast<double>((*now.eta - end).count())) / left);
    held += *now.eta_lo <= end && now.eta_hi && end <= *now.eta_hi;
    open += !now.eta_hi.known();
    QVERIFY(*now.eta_lo <= *now.eta && (!now.eta_hi || *now.eta <= *now.eta_hi));
  }
  std::ranges::sort(errors);
  const double median = errors[errors.size() / 2];
  const double share = static_cast<double>(held) / static_cast<double>(replays);
  qInfo("%zu of %zu with a time: median error %.3f, band held in %.2f, without an upper end %zu", errors.size(),
        replays, median, share, open);
  QVERIFY(errors.size() + wanted / 15 >= wanted);
  QVERIFY(open <= wanted / 10);
  QVERIFY(median <= 0.15);
  QVERIFY(share >= 0.8);
}

void TestReplayEta::not_draining_has_no_time() {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    Shape shape{.seed = seed, .to_live = true, .pauses = seed % 2 == 1, .speed = 0.4};
    const Generated replay = generated(shape);
    QVERIFY(!replay.through);
    const auto snapshot = played(replay);
    const std::int64_t last = replay.polls() - 1;
    for (std::int64_t poll = replay.begins + 130; poll <= last; poll += 97) {
      const ReplayProgress now = asked(*snapshot, replay, poll);
      QVERIFY(!now.eta);
      QVERIFY(now.state && (*now.state == ReplayState::not_draining || *now.state == ReplayState::stalled));
      if (*now.state == ReplayState::not_draining) QVERIFY(*now.drain < 0 || *now.drain_20m < 0);
    }
  }
}

void TestReplayEta::never_a_time_that_retention_forbids() {
  int expired = 0, told = 0, overtaken = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Shape shape = shape_of(seed);
    shape.to_live = shape.daily = false;
    shape.speed = 0.5 + 0.15 * static_cast<double>(seed);
    const Generated replay = generated(shape);
    const std::int64_t kept = 250 + 90 * static_cast<std::int64_t>(seed % 6);
    const auto snapshot = played(replay, kept);
    for (std::int64_t poll = replay.begins + 15; poll < replay.polls(); poll += 41) {
      const ReplayProgress now = asked(*snapshot, replay, poll);
      expired += now.eta.reason() == Reason::expired;
      overtaken += now.state && *now.state == ReplayState::overtaken;
      if (!now.eta) continue;
      ++told;
      for (std::size_t p = 0; p < replay.to.size(); ++p) {
        if (replay.group[p][static_cast<std::size_t>(poll)] >= replay.to[p]) continue;
        const auto written = std::ranges::lower_bound(replay.high[p], replay.to[p]) - replay.high[p].begin();
        QVERIFY(*now.eta <= time_of(replay, written + kept));
        if (now.eta_hi) QVERIFY(*now.eta_hi <= time_of(replay, written + kept));
      }
    }
  }
  qInfo("%d times told, %d forbidden, %d overtaken", told, expired, overtaken);
  QVERIFY(expired > 0 && told > 0 && overtaken > 0);
}

QTEST_GUILESS_MAIN(TestReplayEta)
#include "tst_replay_eta.moc"
