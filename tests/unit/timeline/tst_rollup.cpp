// SPDX-License-Identifier: GPL-3.0-or-later
// Buckets: what falls into one, what pieces of one make together, and their blobs there and back.
#include <QFile>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

#include "models/timeline/rollup.h"
#include "models/timeline/rollup_codec.h"
#include "tests/unit/timeline/lane_fixture.h"

using namespace tidemark;
using test::t0;

class TestRollup final : public QObject {
  Q_OBJECT
 private slots:
  void buckets_begin_at_whole_multiples_of_their_width();
  void a_gauge_keeps_last_low_and_high();
  void a_mark_keeps_its_last_value_and_says_resets();
  void what_is_unknown_says_why_and_how_much();
  void a_clock_that_steps_back_keeps_the_order_of_polls();
  void pieces_make_the_whole();
  void hours_of_buckets_are_hours_of_samples();
  void a_lag_is_of_one_poll();
  void what_no_piece_said_is_not_known();
  void parts_come_back_as_they_were();
  void a_mark_that_follows_from_its_lag_is_not_kept_twice();
  void parts_of_version_1_are_read();
  void a_steady_counter_takes_few_bytes();
  void damaged_parts_are_refused();

 private:
  struct Series {
    std::vector<LocalTime> walls;
    std::vector<std::int64_t> values;
    std::vector<Reason> reasons;
    std::vector<Bucket> buckets(std::size_t first, std::size_t last, Millis width, bool mark, BucketAxis& axis) const;
  };
  static Series random_series(std::mt19937_64& random, std::size_t polls, bool mark);
};

namespace {
constexpr Millis five{300'000};
constexpr Millis hour{3'600'000};

std::vector<LocalTime> walls(std::initializer_list<std::int64_t> seconds) {
  std::vector<LocalTime> out;
  for (const std::int64_t s : seconds) out.push_back(local_time(t0 + s * 1000));
  return out;
}

// Buckets of pieces, laid into a span.
struct Laid {
  std::vector<BucketTime> times;
  std::vector<Bucket> buckets;
  void add(const BucketSpan& span, const std::vector<BucketTime>& at, const std::vector<Bucket>& piece, bool mark) {
    for (std::size_t i = 0; i < at.size(); ++i) {
      const std::size_t to = span.index_of(at[i].start);
      add_later(times[to], at[i]);
      add_later(buckets[to], piece[i], mark);
    }
  }
};
Laid empty(const BucketSpan& span) { return {span.times(), std::vector<Bucket>(span.size())}; }
}  // namespace

std::vector<Bucket> TestRollup::Series::buckets(std::size_t first, std::size_t last, Millis width, bool mark,
                                                BucketAxis& axis) const {
  axis = bucket_axis(std::span(walls).subspan(first, last - first), width);
  return roll_up(axis, std::span(values).subspan(first, last - first), std::span(reasons).subspan(first, last - first),
                 mark);
}

// Polls every 7 s with a jitter, a pause and a clock that steps back once; a third is not known for a while.
TestRollup::Series TestRollup::random_series(std::mt19937_64& random, std::size_t polls, bool mark) {
  Series out;
  LocalTime wall = local_time(t0 + static_cast<std::int64_t>(random() % 400'000));
  std::int64_t value = static_cast<std::int64_t>(random() % 1'000'000);
  for (std::size_t i = 0; i < polls; ++i) {
    wall += Millis(6'900 + static_cast<std::int64_t>(random() % 200));
    if (i == polls / 2) wall += Millis(1'500'000);
    if (i == polls * 3 / 4) wall -= Millis(700'000);
    value += mark ? static_cast<std::int64_t>(random() % 900) : static_cast<std::int64_t>(random() % 200) - 100;
    if (random() % 400 == 0) value -= 300'000;
    const bool unknown = i > polls / 3 && i < polls / 2 ? random() % 3 == 0 : random() % 50 == 0;
    out.walls.push_back(wall);
    out.values.push_back(unknown ? 0 : value);
    out.reasons.push_back(unknown ? static_cast<Reason>(1 + random() % (reason_count - 1)) : Reason::none);
  }
  return out;
}

void TestRollup::buckets_begin_at_whole_multiples_of_their_width() {
  const BucketAxis axis = bucket_axis(walls({-1, 0, 299, 300, 901}), five);
  QCOMPARE(axis.of_poll, (std::vector<std::uint32_t>{0, 1, 1, 2, 3}));
  QCOMPARE(axis.times[0].start, local_time(t0 - 300'000));
  QCOMPARE(axis.times[1], (BucketTime{local_time(t0), local_time(t0 + 299'000), 2}));
  QCOMPARE(axis.times[3].start, local_time(t0 + 900'000));
  const std::vector<LocalTime> before{local_time(-1), local_time(0)};
  QCOMPARE(bucket_axis(before, hour).times.front().start, local_time(-3'600'000));
  const BucketSpan span(local_time(t0 + 1), local_time(t0 + 600'000), five);
  QCOMPARE(span.size(), std::size_t{3});
  QCOMPARE(span.index_of(local_time(t0 + 599'999)), std::size_t{1});
  QCOMPARE(span.index_of(local_time(t0 - 1)), span.size());
  QCOMPARE(span.index_of(local_time(t0 + 900'000)), span.size());
}

void TestRollup::a_gauge_keeps_last_low_and_high() {
  const BucketAxis axis = bucket_axis(walls({0, 10, 20, 300}), five);
  const std::vector<Reason> reasons(4, Reason::none);
  const auto buckets = roll_up(axis, std::vector<std::int64_t>{5, -2, 3, 8}, reasons, false);
  QCOMPARE(buckets[0], (Bucket{3, -2, 5, 3, Reason::none, false}));
  QCOMPARE(buckets[1], (Bucket{8, 8, 8, 1, Reason::none, false}));
}

void TestRollup::a_mark_keeps_its_last_value_and_says_resets() {
  const BucketAxis axis = bucket_axis(walls({0, 10, 20, 300, 310}), five);
  const std::vector<Reason> reasons(5, Reason::none);
  const auto buckets = roll_up(axis, std::vector<std::int64_t>{5, 2, 9, 10, 10}, reasons, true);
  QCOMPARE(buckets[0], (Bucket{9, 9, 9, 3, Reason::none, true}));
  QCOMPARE(buckets[1], (Bucket{10, 10, 10, 2, Reason::none, false}));
}

void TestRollup::what_is_unknown_says_why_and_how_much() {
  const BucketAxis axis = bucket_axis(walls({0, 10, 20, 300, 310}), five);
  const std::vector<Reason> reasons{Reason::none, Reason::not_probed, Reason::unreachable, Reason::never_polled,
                                    Reason::leaderless};
  const auto buckets = roll_up(axis, std::vector<std::int64_t>{7, 0, 0, 0, 0}, reasons, false);
  QCOMPARE(buckets[0], (Bucket{7, 7, 7, 1, Reason::unreachable, false}));
  QCOMPARE(buckets[1].known, 0U);
  QCOMPARE(buckets[1].reason, Reason::leaderless);
}

void TestRollup::a_clock_that_steps_back_keeps_the_order_of_polls() {
  const BucketAxis axis = bucket_axis(walls({0, 310, 20}), five);  // the third poll, by an older wall
  QCOMPARE(axis.times.size(), std::size_t{2});
  QCOMPARE(axis.times[0].last, local_time(t0 + 20'000));
  const auto buckets = roll_up(axis, std::vector<std::int64_t>{1, 2, 3}, std::vector<Reason>(3, Reason::none), true);
  QCOMPARE(buckets[0].last, std::int64_t{3});
  QVERIFY(!buckets[0].reset && !buckets[1].reset);
}

void TestRollup::pieces_make_the_whole() {
  std::mt19937_64 random(3);
  for (int turn = 0; turn < 200; ++turn) {
    const bool mark = turn % 2 == 0;
    const Series series = random_series(random, 300, mark);
    const auto [first, last] = std::ranges::minmax(series.walls);
    const BucketSpan span(first, last, five);
    BucketAxis axis;
    Laid whole = empty(span), parts = empty(span);
    const auto all = series.buckets(0, 300, five, mark, axis);
    whole.add(span, axis.times, all, mark);
    for (std::size_t at = 0; at < 300;) {
      const std::size_t end = std::min<std::size_t>(300, at + 1 + random() % 90);
      const auto piece = series.buckets(at, end, five, mark, axis);
      parts.add(span, axis.times, piece, mark);
      at = end;
    }
    QCOMPARE(parts.times, whole.times);
    for (std::size_t i = 0; i < parts.buckets.size(); ++i) {
      // A reset between two pieces that is made up for before the bucket ends is not seen.
      QVERIFY(!parts.buckets[i].reset || whole.buckets[i].reset);
      whole.buckets[i].reset = parts.buckets[i].reset;
    }
    QCOMPARE(parts.buckets, whole.buckets);
    settle(parts.buckets, parts.times, mark);
    std::uint64_t known = 0;
    for (const Bucket& bucket : parts.buckets) known += bucket.known;
    QCOMPARE(known, static_cast<std::uint64_t>(std::ranges::count(series.reasons, Reason::none)));
  }
}

void TestRollup::hours_of_buckets_are_hours_of_samples() {
  std::mt19937_64 random(4);
  for (int turn = 0; turn < 100; ++turn) {
    Series series = random_series(random, 2000, false);
    std::ranges::sort(series.walls);  // within an hour the order of its buckets is then that of the polls
    const BucketSpan span(series.walls.front(), series.walls.back(), hour);
    BucketAxis axis;
    Laid direct = empty(span), gathered = empty(span);
    const auto hours = series.buckets(0, 2000, hour, false, axis);
    direct.add(span, axis.times, hours, false);
    const auto buckets = series.buckets(0, 2000, five, false, axis);
    gathered.add(span, axis.times, buckets, false);
    QCOMPARE(gathered.times, direct.times);
    QCOMPARE(gathered.buckets, direct.buckets);
  }
}

void TestRollup::a_lag_is_of_one_poll() {
  std::vector<std::int64_t> committed{10, 20, 0, 40, 50};
  std::vector<Reason> reasons{Reason::none, Reason::none, Reason::no_commit, Reason::none, Reason::none};
  const std::vector<std::int64_t> high{12, 0, 30, 39, 50};
  const std::vector<Reason> high_reasons{Reason::none, Reason::leaderless, Reason::none, Reason::none, Reason::none};
  to_lag(committed, reasons, high, high_reasons);
  QCOMPARE(committed, (std::vector<std::int64_t>{2, 0, 0, 0, 0}));
  QCOMPARE(reasons,
           (std::vector<Reason>{Reason::none, Reason::leaderless, Reason::no_commit, Reason::ambiguous, Reason::none}));
}

void TestRollup::what_no_piece_said_is_not_known() {
  const BucketSpan span(local_time(t0), local_time(t0 + 1'499'000), five);
  Laid laid = empty(span);
  laid.times[0].polls = laid.times[1].polls = laid.times[3].polls = laid.times[4].polls = 30;
  laid.buckets[0] = {9, 9, 9, 30, Reason::unreachable, false};
  laid.buckets[1] = {0, 0, 0, 0, Reason::deleted, false};
  laid.buckets[4] = {4, 4, 4, 12, Reason::deleted, false};
  settle(laid.buckets, laid.times, true);
  QCOMPARE(laid.buckets[0].reason, Reason::none);  // every poll knew it
  QCOMPARE(laid.buckets[2].reason, Reason::collector_off);
  QCOMPARE(laid.buckets[3].reason, Reason::never_polled);
  QVERIFY(laid.buckets[4].reset);  // lower than before the gap
  QCOMPARE(laid.buckets[4].reason, Reason::deleted);
  laid.buckets[2] = {};
  laid.times[2].polls = 30;
  settle(laid.buckets, laid.times, true);
  QCOMPARE(laid.buckets[2].reason, Reason::deleted);  // and stays so
}

void TestRollup::parts_come_back_as_they_were() {
  std::mt19937_64 random(5);
  for (int turn = 0; turn < 60; ++turn) {
    std::vector<Series> all;
    const Series clock = random_series(random, 1 + random() % 480, false);
    BucketAxis axis = bucket_axis(clock.walls, five);
    RollupEncoder encoder(five, axis.times);
    std::vector<std::pair<RollupKey, std::vector<Bucket>>> added;
    for (int s = 0; s < 20; ++s) {
      const bool mark = random() % 2 == 0;
      Series series = random_series(random, clock.walls.size(), mark);
      if (s % 5 == 0) std::ranges::fill(series.values, s);
      if (s % 7 == 0) std::ranges::fill(series.reasons, Reason::no_commit);
      if (s % 3 == 0) std::ranges::fill(series.reasons, Reason::none);
      if (s == 1) series.values.front() = std::numeric_limits<std::int64_t>::min();
      if (s == 1) series.values.back() = std::numeric_limits<std::int64_t>::max();
      added.emplace_back(RollupKey{SeriesId(static_cast<std::int64_t>(random() % 100'000)), random() % 2 == 0},
                         roll_up(axis, series.values, series.reasons, mark));
      encoder.add(added.back().first, added.back().second, mark);
    }
    const Bytes blob = encoder.finish();
    const auto part = RollupDecoder::open(blob);
    QVERIFY2(part, part ? "" : part.error().what.c_str());
    QCOMPARE(part->width(), five);
    QCOMPARE(part->times(), axis.times);
    QCOMPARE(part->entries().size(), added.size());
    std::vector<Bucket> buckets(axis.times.size());
    for (std::size_t i = 0; i < added.size(); ++i) {
      QCOMPARE(part->entries()[i].key, added[i].first);
      QVERIFY(part->decode(part->entries()[i], buckets));
      QCOMPARE(buckets, added[i].second);
    }
  }
}

// The group is beyond the high mark for a while where it is `ahead`: then its lag is not known.
void TestRollup::a_mark_that_follows_from_its_lag_is_not_kept_twice() {
  std::mt19937_64 random(6);
  std::size_t sizes[2] = {};
  for (const bool ahead : {false, true}) {
    for (int turn = 0; turn < 20; ++turn) {
      Series high = random_series(random, 480, true);
      std::ranges::fill(high.reasons, Reason::none);
      Series group = high;
      for (std::size_t i = 0; i < group.values.size(); ++i) {
        const auto off = static_cast<std::int64_t>(random() % 5000);
        group.values[i] += ahead && i % 10 > 4 ? off : -off;
        if (random() % 40 == 0) group.reasons[i] = Reason::no_commit;
      }
      BucketAxis axis;
      const auto highs = high.buckets(0, 480, five, true, axis);
      const auto marks = group.buckets(0, 480, five, true, axis);
      to_lag(group.values, group.reasons, high.values, high.reasons);
      const auto lags = group.buckets(0, 480, five, false, axis);
      RollupEncoder encoder(five, axis.times);
      encoder.add({SeriesId(7)}, lags, false);
      encoder.add({SeriesId(1)}, highs, true);
      const RollupEncoder::High beside{1, highs};
      encoder.add_with_lag(SeriesId(5), marks, lags, &beside);
      encoder.add_with_lag(SeriesId(6), marks, lags, nullptr);
      const Bytes blob = encoder.finish();
      const auto part = RollupDecoder::open(blob);
      QVERIFY2(part, part ? "" : part.error().what.c_str());
      const std::vector<std::pair<RollupKey, std::vector<Bucket>>> added{
          {{SeriesId(7)}, lags},       {{SeriesId(1)}, highs}, {{SeriesId(5)}, marks},
          {{SeriesId(5), true}, lags}, {{SeriesId(6)}, marks}, {{SeriesId(6), true}, lags}};
      QCOMPARE(part->entries().size(), added.size());
      std::vector<Bucket> buckets(axis.times.size());
      for (std::size_t i = 0; i < added.size(); ++i) {
        QCOMPARE(part->entries()[i].key, added[i].first);
        QVERIFY(part->decode(part->entries()[i], buckets));
        QCOMPARE(buckets, added[i].second);
      }
      QVERIFY(!part->entries()[4].behind);
      if (part->entries()[2].behind) ++sizes[ahead ? 1 : 0];
    }
  }
  QVERIFY(sizes[0] > 10 && sizes[1] == 0);
}

// Of the reference mix: in every bucket the lag is what the group lies behind the high mark.
void TestRollup::parts_of_version_1_are_read() {
  QFile file(QStringLiteral(TIDEMARK_SOURCE_DIR "/tests/unit/timeline/fixtures/rollup-1.bin"));
  QVERIFY(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  const Bytes blob(bytes.begin(), bytes.end());
  QCOMPARE(blob[4], 1);
  const auto part = RollupDecoder::open(blob);
  QVERIFY2(part, part ? "" : part.error().what.c_str());
  std::map<RollupKey, std::vector<Bucket>> all;
  RollupEncoder encoder(part->width(), part->times());
  for (const RollupEntry& entry : part->entries()) {
    std::vector<Bucket>& buckets = all[entry.key];
    buckets.resize(part->times().size());
    QVERIFY(part->decode(entry, buckets));
    encoder.add(entry.key, buckets, entry.mark);
  }
  std::size_t lags = 0;
  for (const auto& [key, buckets] : all) {
    if (!key.lag) continue;
    ++lags;
    const auto& group = all.at({key.series});
    const auto& high = all.at({SeriesId(key.series.value() - 1000)});
    for (std::size_t i = 0; i < buckets.size(); ++i) {
      QCOMPARE(buckets[i].last, high[i].last - group[i].last);
      QVERIFY(buckets[i].low <= buckets[i].last && buckets[i].last <= buckets[i].high);
      QCOMPARE(buckets[i].known, 30U);
    }
  }
  QCOMPARE(lags * 3, all.size());
  const Bytes newer = encoder.finish();
  QVERIFY(newer.size() < blob.size());
  const auto again = RollupDecoder::open(newer);
  QVERIFY(again);
  std::vector<Bucket> buckets(part->times().size());
  for (const RollupEntry& entry : again->entries()) {
    QVERIFY(again->decode(entry, buckets));
    QCOMPARE(buckets, all.at(entry.key));
  }
  for (std::size_t i = 0; i < blob.size(); i += 7) {
    Bytes bad = blob;
    bad[i] ^= 1;
    QVERIFY(!RollupDecoder::open(bad));
  }
}

void TestRollup::a_steady_counter_takes_few_bytes() {
  std::vector<LocalTime> polls;
  for (std::int64_t i = 0; i < 480; ++i) polls.push_back(local_time(t0 + i * 10'000));
  const BucketAxis axis = bucket_axis(polls, five);
  RollupEncoder encoder(five, axis.times);
  std::vector<std::int64_t> values(480);
  for (std::int64_t s = 0; s < 100; ++s) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = s * 1'000'000 + static_cast<std::int64_t>(i) * 1000 * s;
    encoder.add({SeriesId(s)}, roll_up(axis, values, std::vector<Reason>(480, Reason::none), true), true);
  }
  const std::size_t size = encoder.finish().size();
  QVERIFY2(size < 2'500, std::to_string(size).c_str());  // of 48,000 samples
}

void TestRollup::damaged_parts_are_refused() {
  RollupEncoder encoder(five, {{local_time(t0), local_time(t0 + 10'000), 2}});
  encoder.add({SeriesId(1)}, std::vector<Bucket>{{3, 3, 3, 2, Reason::none, false}}, true);
  const Bytes sound = encoder.finish();
  QVERIFY(RollupDecoder::open(sound));
  for (std::size_t i = 0; i < sound.size(); ++i) {
    Bytes bad = sound;
    bad[i] ^= 1;
    QVERIFY2(!RollupDecoder::open(bad), std::to_string(i).c_str());
    QVERIFY(!RollupDecoder::open(ByteView(sound).first(i)));
  }
  Bytes newer = sound;
  newer[4] = 9;
  QVERIFY(RollupDecoder::open(newer).error().what.find("version 9") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestRollup)
#include "tst_rollup.moc"
