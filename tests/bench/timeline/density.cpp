// SPDX-License-Identifier: GPL-3.0-or-later
// timeline_density [BLOCKS [PARTITIONS]]: bytes per sample of sealed segments on the reference mix, both efforts, ends
// alone and with the group's offsets, against the Shannon floor of the ends; and what encoding and decoding take.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <string>

#include "models/timeline/segment_bases.h"
#include "tests/bench/timeline/reference_mix.h"

using namespace tidemark;

namespace {
using bench::ReferenceMix;
using Column = std::vector<std::int64_t>;

struct Block {
  std::vector<Column> high, committed;  // per partition
};

struct Measured {
  double bytes = 0, samples = 0, encode_s = 0, decode_s = 0;
  std::array<double, 16> modes{};
};

double seconds_since(std::chrono::steady_clock::time_point began) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

Block next_block(ReferenceMix& mix, std::size_t partitions) {
  Block block{std::vector<Column>(partitions), std::vector<Column>(partitions)};
  for (std::size_t n = 0; n < block_polls; ++n) {
    mix.advance();
    for (std::size_t p = 0; p < partitions; ++p) {
      block.high[p].push_back(mix.high()[p]);
      block.committed[p].push_back(mix.committed()[p]);
    }
  }
  return block;
}

void decode(const Bytes& bytes, Measured& to) {
  static std::vector<std::int64_t> values(block_polls);
  static std::vector<Reason> reasons(block_polls);
  const auto began = std::chrono::steady_clock::now();
  const auto segment = SegmentDecoder::open(bytes);
  if (!segment) std::abort();
  for (const SegmentEntry& entry : segment->directory().entries)
    if (!segment->decode(entry, values, reasons)) std::abort();
  to.decode_s += seconds_since(began);
  for (const SegmentEntry& entry : segment->directory().entries) ++to.modes.at(entry.mode);
}

// As the sealer cuts segments.
void measure(const Block& block, SegmentEffort effort, bool with_groups, std::size_t from, std::size_t to,
             Measured& into) {
  const std::vector<Reason> known(block_polls, Reason::none);
  const Object object("partition:t/0");
  const Signal group("group:g");
  auto began = std::chrono::steady_clock::now();
  SegmentEncoder encoder(0, block_polls, effort);
  SegmentBases bases;
  std::int64_t id = 0;
  const auto finish = [&] {
    if (encoder.series() == 0) return;
    const Bytes bytes = encoder.finish();
    into.encode_s += seconds_since(began);
    into.bytes += static_cast<double>(bytes.size());
    decode(bytes, into);
    began = std::chrono::steady_clock::now();
    encoder = SegmentEncoder(0, block_polls, effort);
    bases = {};
  };
  for (std::size_t p = from; p < to; ++p) {
    if (encoder.body_bytes() >= 128 << 10 || (p % 20 == 0 && encoder.body_bytes() >= 64 << 10)) finish();
    bases.next(object, signal::high, encoder.series(), block.high[p], known);
    encoder.add(SeriesId(++id), block.high[p], known);
    into.samples += block_polls;
    if (!with_groups) continue;
    const auto* base = bases.next(object, group, encoder.series(), block.committed[p], known);
    encoder.add(SeriesId(++id), block.committed[p], known, base);
    into.samples += block_polls;
  }
  finish();
}

void print(const std::string& what, const Measured& m) {
  fmt::print("{:<28} {:7.4f} B/sample  encode {:6.1f} M/s  decode {:7.1f} M/s  modes", what, m.bytes / m.samples,
             m.samples / m.encode_s / 1e6, m.samples / m.decode_s / 1e6);
  for (std::size_t i = 0; i < m.modes.size(); ++i)
    if (m.modes[i] > 0) fmt::print(" {}:{}", i, m.modes[i]);
  fmt::print("\n");
}
}  // namespace

int main(int argc, char** argv) {
  const int blocks = argc > 1 ? std::atoi(argv[1]) : 18;
  const std::size_t partitions = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 1000;
  if (blocks < 1 || partitions < 20) return 2;
  ReferenceMix mix(partitions, 42);
  Measured ends[2], both[2], classes[2][ReferenceMix::class_count];
  for (int n = 0; n < blocks; ++n) {
    const Block block = next_block(mix, partitions);
    for (const auto effort : {SegmentEffort::fast, SegmentEffort::dense}) {
      const auto e = static_cast<std::size_t>(effort);
      measure(block, effort, false, 0, partitions, ends[e]);
      measure(block, effort, true, 0, partitions, both[e]);
      for (std::size_t p = 0; p + 20 <= partitions; p += 20)
        measure(block, effort, false, p, p + 20, classes[e][mix.class_of(p)]);
    }
  }
  for (const std::size_t e : {0U, 1U}) {
    const std::string effort = e == 0 ? "fast" : "dense";
    print(effort + ", ends and groups", both[e]);
    print(effort + ", ends", ends[e]);
    for (std::size_t k = 0; k < ReferenceMix::class_count; ++k)
      if (classes[e][k].samples > 0) print(effort + ", ends, " + ReferenceMix::class_names[k], classes[e][k]);
  }
  const double floor = mix.floor_bits() / 8 / ends[0].samples;
  fmt::print("Shannon floor of the ends {:.4f} B/sample: fast {:.3f}, dense {:.3f} times it\n", floor,
             ends[0].bytes / ends[0].samples / floor, ends[1].bytes / ends[1].samples / floor);
}
