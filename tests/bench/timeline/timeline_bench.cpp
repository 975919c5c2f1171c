// SPDX-License-Identifier: GPL-3.0-or-later
// Speed and size of the codecs on bench::Traffic: 20,000 series, half of them the group's offsets one poll behind.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>

#include "models/timeline/hot_codec.h"
#include "models/timeline/segment_codec.h"
#include "models/timeline/writer.h"
#include "tests/bench/timeline/traffic.h"

using namespace tidemark;

namespace {
constexpr std::size_t partitions = 10'000;
constexpr std::size_t series = 2 * partitions;

// polls[n] holds the cells of poll n.
const std::vector<Cells>& day() {
  static const std::vector<Cells> polls = [] {
    std::vector<Cells> made;
    bench::Traffic traffic(partitions, 42);
    std::vector<std::int64_t> before = traffic.high();
    for (std::size_t n = 0; n < block_polls; ++n) {
      traffic.advance();
      Cells& cells = made.emplace_back();
      cells.values = traffic.high();
      cells.values.insert(cells.values.end(), before.begin(), before.end());
      cells.reasons.assign(series, Reason::none);
      before = traffic.high();
    }
    return made;
  }();
  return polls;
}

std::vector<SeriesId> ids() {
  std::vector<SeriesId> made;
  for (std::size_t i = 0; i < series; ++i) made.emplace_back(static_cast<std::int64_t>(i) + 1);
  return made;
}

std::vector<Bytes> hot_rows() {
  std::vector<Bytes> rows;
  const auto order = ids();
  Cells before;
  before.resize(series);
  for (std::size_t n = 0; n < 120; ++n) {
    Cells now = day()[n];
    rows.push_back(encode_hot(n == 0, order, series, before, now));
    before = std::move(now);
  }
  return rows;
}

std::vector<Bytes> segments() {
  std::vector<Bytes> made;
  const std::vector<Reason> reasons(block_polls, Reason::none);
  for (std::size_t first = 0; first < series; first += 200) {
    SegmentEncoder encoder(0, block_polls);
    for (std::size_t s = first; s < first + 200; ++s) {
      std::vector<std::int64_t> values;
      for (const Cells& cells : day()) values.push_back(cells.values[s]);
      encoder.add(SeriesId(static_cast<std::int64_t>(s)), values, reasons);
    }
    made.push_back(encoder.finish());
  }
  return made;
}

double bytes_of(const std::vector<Bytes>& blobs) {
  double bytes = 0;
  for (const Bytes& blob : blobs) bytes += static_cast<double>(blob.size());
  return bytes;
}

void hot_encode(benchmark::State& state) {
  const auto order = ids();
  day();
  double bytes = 0;
  for (auto _ : state) bytes = bytes_of(hot_rows());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * series * 120));
  state.counters["B/sample"] = bytes / (series * 120.0);
}
BENCHMARK(hot_encode)->Unit(benchmark::kMillisecond);

void hot_decode(benchmark::State& state) {
  const auto rows = hot_rows();
  for (auto _ : state) {
    HotDecoder decoder;
    for (const Bytes& row : rows)
      if (!decoder.feed(row)) state.SkipWithError("a row does not decode");
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * series * rows.size()));
}
BENCHMARK(hot_decode)->Unit(benchmark::kMillisecond);

void seal_encode(benchmark::State& state) {
  day();
  double bytes = 0;
  for (auto _ : state) bytes = bytes_of(segments());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * series * block_polls));
  state.counters["B/sample"] = bytes / static_cast<double>(series * block_polls);
}
BENCHMARK(seal_encode)->Unit(benchmark::kMillisecond);

void seal_decode(benchmark::State& state) {
  const auto blobs = segments();
  std::vector<std::int64_t> values(block_polls);
  std::vector<Reason> reasons(block_polls);
  for (auto _ : state) {
    for (const Bytes& blob : blobs) {
      const auto segment = SegmentDecoder::open(blob);
      if (!segment) state.SkipWithError("a segment does not open");
      for (const SegmentEntry& entry : segment->directory().entries)
        if (!segment->decode(entry, values, reasons)) state.SkipWithError("a series does not decode");
      benchmark::DoNotOptimize(values.data());
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations() * series * block_polls));
}
BENCHMARK(seal_decode)->Unit(benchmark::kMillisecond);

// From push() to the commit of a poll of all series, one at a time, sealing included.
void commit_poll(benchmark::State& state) {
  const auto folder = std::filesystem::temp_directory_path() / ("timeline_bench." + std::to_string(::getpid()));
  const SystemClock clock;
  auto writer = TimelineWriter::open((folder / "t.tidemark").string(), {}, clock);
  if (!writer) return state.SkipWithError(writer.error().line().c_str());
  const LaneId lane = (*writer)->lane({{"kafka", "c", ClusterName("c")}, "offsets", Millis(10'000)});
  std::vector<SeriesId> order;
  for (std::size_t s = 0; s < series; ++s)
    order.push_back((*writer)->series(lane, {s < partitions ? signal::high : signal::stable,
                                             object::partition({TopicName("t-" + std::to_string(s % partitions / 20)),
                                                                PartitionId(static_cast<std::int32_t>(s % 20))}),
                                             "records", 0}));
  std::vector<double> took;
  std::int64_t n = 0;
  for (auto _ : state) {
    Poll poll;
    poll.lane = lane;
    poll.wall = local_time(1'767'225'600'000 + n * 10'000);
    poll.mono = MonoTime(Millis(n * 10'000));
    const Cells& cells = day()[static_cast<std::size_t>(n++) % block_polls];
    for (std::size_t s = 0; s < series; ++s) poll.samples.push_back({order[s], cells.values[s], Reason::none});
    const auto began = std::chrono::steady_clock::now();
    if (!(*writer)->push(std::move(poll)) || !(*writer)->flush()) state.SkipWithError("a poll was not stored");
    took.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  std::ranges::sort(took);
  state.counters["p50_ms"] = took[took.size() / 2];
  state.counters["p99_ms"] = took[took.size() * 99 / 100];
  state.counters["max_ms"] = took.back();
  writer->reset();
  std::filesystem::remove_all(folder);
}
BENCHMARK(commit_poll)->Iterations(1500)->Unit(benchmark::kMillisecond);
}  // namespace

BENCHMARK_MAIN();
