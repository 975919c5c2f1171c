// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/value_codec.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "models/timeline/predictor.h"

namespace tidemark {
namespace {
constexpr std::size_t frame = 64;
constexpr std::uint64_t last_token = 255;
constexpr std::uint8_t widest_shift = 48;
constexpr unsigned token_bits = 3;  // a token of a wide series is 8 to 16 in the mean: alike, whatever the scale

std::uint64_t zigzagged(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unzigzagged(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1))); }

std::size_t varint_bytes(std::uint64_t value) { return std::max<std::size_t>(1, (std::bit_width(value) + 6) / 7); }
std::size_t zigzag_bytes(std::int64_t value) { return varint_bytes(zigzagged(value)); }

std::vector<std::int64_t> differences(std::span<const std::int64_t> values) {
  std::vector<std::int64_t> steps(values.empty() ? 0 : values.size() - 1);
  for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = wrap_minus(values[i + 1], values[i]);
  return steps;
}

struct Frame {
  std::int64_t least = 0;
  unsigned width = 0;
};
Frame frame_of(std::span<const std::int64_t> steps) {
  const auto [least, most] = std::ranges::minmax(steps);
  return {least,
          static_cast<unsigned>(std::bit_width(static_cast<std::uint64_t>(most) - static_cast<std::uint64_t>(least)))};
}
template <class Each>
void each_frame(std::span<const std::int64_t> steps, Each&& each) {
  for (std::size_t i = 0; i < steps.size(); i += frame) each(steps.subspan(i, std::min(frame, steps.size() - i)));
}

double packed_bytes(std::span<const std::int64_t> steps) {
  std::size_t heads = 0, bits = 0;
  std::int64_t before = 0;
  each_frame(steps, [&](std::span<const std::int64_t> part) {
    const Frame found = frame_of(part);
    heads += zigzag_bytes(wrap_minus(found.least, before)) + 1;
    bits += part.size() * found.width;
    before = found.least;
  });
  return static_cast<double>(heads) + static_cast<double>((bits + 7) >> 3U);
}

double sparse_bytes(std::span<const std::int64_t> steps) {
  std::size_t bytes = 1;
  std::uint64_t zeros = 0;
  for (const std::int64_t step : steps) {
    if (step == 0) {
      ++zeros;
      continue;
    }
    bytes += varint_bytes(zeros) + zigzag_bytes(step);
    zeros = 0;
  }
  return static_cast<double>(bytes);
}

std::int64_t median(std::span<const std::int64_t> steps) {
  if (steps.empty()) return 0;
  std::vector<std::int64_t> sorted(steps.begin(), steps.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::ranges::nth_element(sorted, middle);
  return *middle;
}

// What the predictor is told beside its kind.
std::array<std::int64_t, 2> predictor_state(std::span<const std::int64_t> steps, std::uint8_t kind) {
  if (kind == trend_predictor) return {median(steps.first(steps.size() / 2)), median(steps.subspan(steps.size() / 2))};
  return {median(steps.first(std::min<std::size_t>(steps.size(), std::size_t{1} << (kind - 1)))), 0};
}

// Calls use(predictor) with the predictor of this kind.
template <class Use>
auto with_predictor(std::uint8_t kind, const std::array<std::int64_t, 2>& state, std::size_t steps, Use&& use) {
  return kind == trend_predictor ? use(TrendPredictor(state[0], state[1], steps))
                                 : use(SmoothPredictor(state[0], kind - 1U));
}

std::vector<std::uint64_t> misses(std::span<const std::int64_t> steps, std::uint8_t kind) {
  std::vector<std::uint64_t> out(steps.size());
  with_predictor(kind, predictor_state(steps, kind), steps.size(), [&](auto predictor) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      out[i] = zigzagged(wrap_minus(steps[i], predictor.next()));
      predictor.learn(steps[i]);
    }
  });
  return out;
}

// The entropy of the tokens, and what stands beside them.
double token_bytes(std::span<const std::uint64_t> missed, std::uint8_t shift) {
  std::array<std::uint32_t, last_token + 1> counts{};
  std::size_t over = 0;
  for (const std::uint64_t miss : missed) {
    const std::uint64_t token = miss >> shift;
    ++counts[static_cast<std::size_t>(std::min(token, last_token))];
    if (token >= last_token) over += varint_bytes(token - last_token);
  }
  double bits = 0;
  const auto all = static_cast<double>(missed.size());
  for (const std::uint32_t count : counts)
    if (count > 0) bits += count * std::log2(all / count);
  return (bits + all * shift) / 8 + static_cast<double>(over) + 6;
}

bool is_tokens(SegmentMode mode) { return mode >= SegmentMode::tokens; }

SegmentStream stream_of(SegmentMode mode) {
  return static_cast<SegmentStream>(static_cast<int>(SegmentStream::tokens) + static_cast<int>(mode) -
                                    static_cast<int>(SegmentMode::tokens));
}

SegmentMode tokens_of(double mean) {
  int size = 0;
  for (double bound = 0.25; bound < 16 && mean >= bound; bound *= 2) ++size;
  return static_cast<SegmentMode>(static_cast<int>(SegmentMode::tokens) + size);
}

std::uint8_t shift_for(double typical) {
  if (typical < 2 << token_bits) return 0;
  return static_cast<std::uint8_t>(std::min<int>(std::ilogb(typical) - static_cast<int>(token_bits), widest_shift));
}

ValuePlan plan_tokens(std::span<const std::int64_t> steps) {
  ValuePlan best;
  best.bytes = std::numeric_limits<double>::max();
  for (std::uint8_t kind = 0; kind < predictor_count; ++kind) {
    std::vector<std::uint64_t> missed = misses(steps, kind);
    double sum = 0;
    for (const std::uint64_t miss : missed) sum += static_cast<double>(miss);
    const double mean = sum / static_cast<double>(missed.size());
    const std::array<std::uint8_t, 2> shifts{shift_for(mean), 0};
    for (std::size_t i = 0; i < (shifts[0] == 0 ? 1 : 2); ++i) {
      const double bytes = token_bytes(missed, shifts[i]);
      if (bytes < best.bytes)
        best = {shifts[i] == 0 ? tokens_of(mean) : SegmentMode::wide_tokens, kind, shifts[i], bytes};
    }
  }
  return best;
}

void write_packed(std::span<const std::int64_t> steps, SegmentStreams& out) {
  std::int64_t before = 0;
  each_frame(steps, [&](std::span<const std::int64_t> part) {
    const Frame found = frame_of(part);
    out.at(SegmentStream::heads).zigzag(wrap_minus(found.least, before));
    out.at(SegmentStream::heads).u8(static_cast<std::uint8_t>(found.width));
    for (const std::int64_t step : part)
      out.bits().put(static_cast<std::uint64_t>(wrap_minus(step, found.least)), found.width);
    before = found.least;
  });
  out.bits().align();
}

void write_sparse(std::span<const std::int64_t> steps, ByteWriter& out) {
  out.varint(static_cast<std::uint64_t>(std::ranges::count_if(steps, [](std::int64_t step) { return step != 0; })));
  std::uint64_t zeros = 0;
  for (const std::int64_t step : steps) {
    if (step == 0) {
      ++zeros;
      continue;
    }
    out.varint(zeros);
    out.zigzag(step);
    zeros = 0;
  }
}

void write_tokens(const ValuePlan& plan, std::span<const std::int64_t> steps, SegmentStreams& out) {
  const bool wide = plan.mode == SegmentMode::wide_tokens;
  ByteWriter& plain = out.at(SegmentStream::plain);
  ByteWriter& tokens = out.at(stream_of(plan.mode));
  const auto state = predictor_state(steps, plan.predictor);
  plain.u8(plan.predictor);
  if (wide) plain.u8(plan.shift);
  plain.zigzag(state[0]);
  if (plan.predictor == trend_predictor) plain.zigzag(wrap_minus(state[1], state[0]));
  for (const std::uint64_t miss : misses(steps, plan.predictor)) {
    const std::uint64_t token = miss >> plan.shift;
    tokens.u8(static_cast<std::uint8_t>(std::min(token, last_token)));
    if (token >= last_token) plain.varint(token - last_token);
    out.bits().put(miss, plan.shift);
  }
  out.bits().align();
}

// Turns steps, from values[1] on, into values.
void add_up(std::int64_t first, std::span<std::int64_t> values) {
  auto sum = static_cast<std::uint64_t>(first);
  values[0] = first;
  for (std::size_t i = 1; i < values.size(); ++i)
    values[i] = static_cast<std::int64_t>(sum += static_cast<std::uint64_t>(values[i]));
}

bool read_packed(const SeriesStreams& in, std::span<std::int64_t> steps) {
  ByteReader heads(in[static_cast<std::size_t>(SegmentStream::heads)]);
  BitReader bits(in[static_cast<std::size_t>(SegmentStream::bits)]);
  std::int64_t least = 0;
  for (std::size_t i = 0; i < steps.size(); i += frame) {
    const std::size_t end = std::min(steps.size(), i + frame);
    least = wrap_plus(least, heads.zigzag());
    const unsigned width = heads.u8();
    if (!heads.ok() || !bits.has(end - i, width)) return false;
    if (width == 0) {
      std::fill(steps.begin() + static_cast<std::ptrdiff_t>(i), steps.begin() + static_cast<std::ptrdiff_t>(end),
                least);
    } else {
      for (std::size_t k = i; k < end; ++k) steps[k] = wrap_plus(least, static_cast<std::int64_t>(bits.next(width)));
    }
  }
  return heads.left() == 0 && bits.done();
}

bool read_sparse(ByteReader in, std::span<std::int64_t> steps) {
  std::ranges::fill(steps, 0);
  std::size_t at = 0;
  for (std::uint64_t left = in.varint(); left > 0 && in.ok(); --left) {
    const std::uint64_t zeros = in.varint();
    if (zeros >= steps.size() - at) return false;
    at += static_cast<std::size_t>(zeros);
    steps[at++] = in.zigzag();
  }
  return in.ok() && in.left() == 0;
}

bool read_tokens(SegmentMode mode, ByteReader& plain, const SeriesStreams& in, std::span<std::int64_t> steps) {
  const bool wide = mode == SegmentMode::wide_tokens;
  const ByteView tokens = in[static_cast<std::size_t>(stream_of(mode))];
  BitReader bits(in[static_cast<std::size_t>(SegmentStream::bits)]);
  const std::uint8_t kind = plain.u8();
  const std::uint8_t shift = wide ? plain.u8() : 0;
  std::array<std::int64_t, 2> state{plain.zigzag(), 0};
  if (kind == trend_predictor) state[1] = wrap_plus(state[0], plain.zigzag());
  if (!plain.ok() || kind >= predictor_count || shift > widest_shift || tokens.size() != steps.size() ||
      !bits.has(steps.size(), shift))
    return false;
  with_predictor(kind, state, steps.size(), [&](auto predictor) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
      std::uint64_t token = tokens[i];
      if (token == last_token) token += plain.varint();
      const std::uint64_t rest = shift > 0 ? bits.next(shift) : 0;
      steps[i] = wrap_plus(predictor.next(), unzigzagged(token << shift | rest));
      predictor.learn(steps[i]);
    }
  });
  return plain.ok() && bits.done();
}

// Segments of version 1.
bool read_delta(bool second, ByteReader& plain, std::span<std::int64_t> steps) {
  std::int64_t step = 0;
  for (std::int64_t& out : steps) {
    const std::int64_t read = plain.zigzag();
    out = step = second ? wrap_plus(step, read) : read;
  }
  return plain.ok();
}
}  // namespace

bool uses(SegmentMode mode, SegmentStream stream) {
  switch (stream) {
    case SegmentStream::forms:
      return false;
    case SegmentStream::plain:
      return true;
    case SegmentStream::steps:
      return mode == SegmentMode::sparse;
    case SegmentStream::heads:
      return mode == SegmentMode::packed || mode == SegmentMode::packed2;
    case SegmentStream::bits:
      return mode == SegmentMode::packed || mode == SegmentMode::packed2 || mode == SegmentMode::wide_tokens;
    default:
      return is_tokens(mode) && stream == stream_of(mode);
  }
}

ValuePlan plan_values(std::span<const std::int64_t> values, SegmentEffort effort) {
  if (values.empty()) return {};
  const auto first = static_cast<double>(zigzag_bytes(values.front()));
  const std::vector<std::int64_t> steps = differences(values);
  if (std::ranges::all_of(steps, [](std::int64_t step) { return step == 0; }))
    return {SegmentMode::constant, 0, 0, first};
  ValuePlan best{SegmentMode::raw, 0, 0, static_cast<double>(values.size() * 8)};
  const auto offer = [&](ValuePlan plan) {
    if (plan.bytes < best.bytes) best = plan;
  };
  offer({SegmentMode::packed, 0, 0, first + packed_bytes(steps)});
  offer({SegmentMode::packed2, 0, 0,
         first + static_cast<double>(zigzag_bytes(steps.front())) + packed_bytes(differences(steps))});
  offer({SegmentMode::sparse, 0, 0, first + sparse_bytes(steps)});
  if (effort == SegmentEffort::dense) {
    ValuePlan tokens = plan_tokens(steps);
    tokens.bytes += first;
    offer(tokens);
  }
  return best;
}

void write_values(const ValuePlan& plan, std::span<const std::int64_t> values, SegmentStreams& out) {
  if (values.empty()) return;
  ByteWriter& plain = out.at(SegmentStream::plain);
  if (plan.mode == SegmentMode::raw) {
    for (const std::int64_t value : values) plain.u64(static_cast<std::uint64_t>(value));
    return;
  }
  plain.zigzag(values.front());
  const std::vector<std::int64_t> steps = differences(values);
  if (plan.mode == SegmentMode::packed) write_packed(steps, out);
  if (plan.mode == SegmentMode::sparse) write_sparse(steps, out.at(SegmentStream::steps));
  if (plan.mode == SegmentMode::packed2) {
    plain.zigzag(steps.front());
    write_packed(differences(steps), out);
  }
  if (is_tokens(plan.mode)) write_tokens(plan, steps, out);
}

bool read_values(SegmentMode mode, ByteReader plain, const SeriesStreams& in, std::span<std::int64_t> values) {
  if (values.empty()) return plain.left() == 0;
  if (mode == SegmentMode::raw) {
    for (std::int64_t& value : values) value = static_cast<std::int64_t>(plain.u64());
    return plain.ok() && plain.left() == 0;
  }
  const std::int64_t first = plain.zigzag();
  const std::span<std::int64_t> steps = values.subspan(1);
  bool read = true;
  switch (mode) {
    case SegmentMode::constant:
      std::ranges::fill(steps, 0);
      break;
    case SegmentMode::delta:
    case SegmentMode::delta2:
      read = read_delta(mode == SegmentMode::delta2, plain, steps);
      break;
    case SegmentMode::sparse:
      read = read_sparse(ByteReader(in[static_cast<std::size_t>(SegmentStream::steps)]), steps);
      break;
    case SegmentMode::packed:
      read = read_packed(in, steps);
      break;
    case SegmentMode::packed2: {
      if (steps.empty()) return false;
      const std::int64_t first_step = plain.zigzag();
      read = read_packed(in, steps.subspan(1));
      add_up(first_step, steps);
      break;
    }
    default:
      read = read_tokens(mode, plain, in, steps);
      break;
  }
  add_up(first, values);
  return read && plain.ok() && plain.left() == 0;
}

}  // namespace tidemark
