// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup_values.h"

#include <algorithm>

#include "models/timeline/value_codec.h"

namespace tidemark {
namespace {
std::uint64_t folded(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}
std::int64_t unfolded(std::uint64_t value) { return static_cast<std::int64_t>((value >> 1) ^ (0 - (value & 1))); }

// `values` lose their order.
std::int64_t middle(std::vector<std::int64_t>& values) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, at);
  return *at;
}

unsigned bits_of(const std::vector<std::uint64_t>& values) {
  unsigned sum = 0;
  for (const std::uint64_t value : values) sum += static_cast<unsigned>(std::bit_width(value));
  return sum;
}
}  // namespace

std::size_t RollupStreams::size() const {
  std::size_t sum = bits_.size();
  for (const ByteWriter& one : bytes_) sum += one.size();
  return sum;
}

void RollupColumn::look(std::span<const std::int64_t> values, bool only_steps) {
  first_ = values.front();
  sorted_.clear();
  for (std::size_t i = 1; i < values.size(); ++i) sorted_.push_back(wrap_minus(values[i], values[i - 1]));
  usual_ = middle(sorted_);
  misses_.clear();
  for (std::size_t i = 1; i < values.size(); ++i)
    misses_.push_back(folded(wrap_minus(wrap_minus(values[i], values[i - 1]), usual_)));
  steps_ = true;
  if (only_steps) return;
  sorted_.assign(values.begin(), values.end());
  level_ = middle(sorted_);
  distances_.clear();
  for (const std::int64_t value : values) distances_.push_back(folded(wrap_minus(value, level_)));
  steps_ = bits_of(misses_) < bits_of(distances_);
}

void RollupColumn::write_head(ByteWriter& plain) const {
  plain.zigzag(steps_ ? first_ : level_);
  if (steps_) plain.zigzag(usual_);
}

bool RollupPlace::skip(RollupStream stream, std::size_t count, ByteView all) {
  std::uint32_t& at = of(stream);
  if (count > all.size() - at) return false;
  std::uint8_t most = 0;
  std::uint32_t sum = 0;
  for (const std::uint8_t token : all.subspan(at, count)) {
    most = std::max(most, token);
    sum += token - (token > 0 ? 1U : 0U);
  }
  at += static_cast<std::uint32_t>(count);
  bits += sum;
  return most <= 64;
}

RollupColumnReader::RollupColumnReader(bool steps, ByteReader& plain, ByteView tokens)
    : steps_(steps), value_(plain.zigzag()), token_(tokens.data()) {
  if (steps) usual_ = plain.zigzag();
}

std::int64_t RollupColumnReader::next(BitReader& bits) {
  if (!steps_) return wrap_plus(value_, unfolded(read_token(*token_++, bits)));
  if (begun_) value_ = wrap_plus(value_, wrap_plus(usual_, unfolded(read_token(*token_++, bits))));
  begun_ = true;
  return value_;
}

}  // namespace tidemark
