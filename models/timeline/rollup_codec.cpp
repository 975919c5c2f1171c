// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup_codec.h"

#include <algorithm>
#include <string>

namespace tidemark {
namespace {
constexpr std::uint32_t rollup_magic = 0x4c4f5254;  // "TROL"
constexpr std::uint8_t rollup_version = 1;
constexpr std::uint8_t zstd_packing = 1;
constexpr std::size_t rollup_head_bytes = 48;
constexpr std::size_t max_entries = 131'072;
constexpr std::size_t max_rollup_body = std::size_t{64} << 20;
enum Form : std::uint8_t { gauge_form = 1, missing_form = 2, reset_form = 4, constant_form = 8 };

std::uint64_t bits(std::int64_t value) { return static_cast<std::uint64_t>(value); }
std::int64_t difference(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>(bits(a) - bits(b)); }
std::int64_t sum(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>(bits(a) + bits(b)); }

std::int64_t number_of(RollupKey key) { return key.series.value() * 2 + (key.lag ? 1 : 0); }
RollupKey key_of(std::int64_t number) { return {SeriesId(number >> 1), (number & 1) != 0}; }

std::unexpected<Error> refused(std::string what) { return fail(ErrorCode::damaged, std::move(what)); }

void write_steps(const std::vector<std::int64_t>& values, ByteWriter& out) {
  std::vector<std::int64_t> steps;
  for (std::size_t i = 1; i < values.size(); ++i) steps.push_back(difference(values[i], values[i - 1]));
  std::int64_t usual = 0;
  if (!steps.empty()) {
    std::vector<std::int64_t> sorted = steps;
    std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
    usual = sorted[sorted.size() / 2];
  }
  out.zigzag(values.front());
  out.zigzag(usual);
  for (const std::int64_t step : steps) out.zigzag(difference(step, usual));
}
}  // namespace

RollupEncoder::RollupEncoder(Millis width, std::vector<BucketTime> times) : width_(width), times_(std::move(times)) {}

void RollupEncoder::add_missing(std::span<const Bucket> buckets) {
  const auto missing = [&](std::size_t i) { return times_[i].polls - buckets[i].known; };
  const auto reason = [&](std::size_t i) { return missing(i) == 0 ? Reason::none : buckets[i].reason; };
  for (std::size_t i = 0; i < buckets.size();) {
    std::size_t end = i + 1;
    while (end < buckets.size() && missing(end) == missing(i) && reason(end) == reason(i)) ++end;
    body_.varint(end - i);
    body_.varint(missing(i));
    body_.u8(static_cast<std::uint8_t>(reason(i)));
    i = end;
  }
}

void RollupEncoder::add_values(std::span<const Bucket> buckets, bool constant, bool mark) {
  std::vector<std::int64_t> values;
  for (const Bucket& bucket : buckets)
    if (bucket.known > 0) values.push_back(bucket.last);
  if (values.empty()) return;
  if (constant) return body_.zigzag(values.front());
  write_steps(values, body_);
  if (mark) return;
  for (const Bucket& bucket : buckets) {
    if (bucket.known == 0) continue;
    body_.varint(bits(bucket.last) - bits(bucket.low));
    body_.varint(bits(bucket.high) - bits(bucket.last));
  }
}

void RollupEncoder::add(RollupKey key, std::span<const Bucket> buckets, bool mark) {
  const std::size_t start = body_.size();
  std::uint8_t form = mark ? 0 : gauge_form;
  const auto complete = [&](std::size_t i) { return buckets[i].known == times_[i].polls; };
  for (std::size_t i = 0; i < buckets.size(); ++i)
    if (!complete(i)) form |= missing_form;
  std::vector<std::size_t> resets;
  for (std::size_t i = 0; i < buckets.size(); ++i)
    if (buckets[i].reset) resets.push_back(i);
  if (!resets.empty()) form |= reset_form;
  const auto first = std::ranges::find_if(buckets, [](const Bucket& bucket) { return bucket.known > 0; });
  const bool constant = std::all_of(first, buckets.end(), [&](const Bucket& bucket) {
    return bucket.known == 0 ||
           (bucket.last == first->last && (mark || (bucket.low == first->last && bucket.high == first->last)));
  });
  if (constant) form |= constant_form;
  if ((form & missing_form) != 0) add_missing(buckets);
  if (!resets.empty()) {
    body_.varint(resets.size());
    std::size_t last = 0;
    for (const std::size_t at : resets) {
      body_.varint(at - last);
      last = at;
    }
  }
  add_values(buckets, constant, mark);
  directory_.zigzag(difference(number_of(key), last_key_));
  directory_.u8(form);
  directory_.varint(body_.size() - start);
  last_key_ = number_of(key);
  ++entries_;
}

Bytes RollupEncoder::finish() {
  const auto index = [&](const BucketTime& time) { return ms(time.start) / width_.count(); };
  ByteWriter directory;
  for (std::size_t i = 0; i < times_.size(); ++i) {
    directory.varint(i == 0 ? 0 : static_cast<std::uint64_t>(index(times_[i]) - index(times_[i - 1])));
    directory.varint(times_[i].polls);
    directory.varint(static_cast<std::uint64_t>((times_[i].last - times_[i].start).count()));
  }
  directory.bytes(directory_.view());
  ByteWriter packed;
  pack(body_.view(), packed);
  const bool smaller = packed.size() < body_.size();
  const ByteView body = smaller ? packed.view() : body_.view();
  ByteWriter out;
  out.u32(rollup_magic);
  out.u8(rollup_version);
  out.u8(smaller ? zstd_packing : 0);
  out.u16(0);
  out.u32(static_cast<std::uint32_t>(width_.count() / 1000));
  out.u32(static_cast<std::uint32_t>(times_.size()));
  out.u32(static_cast<std::uint32_t>(entries_));
  out.u32(static_cast<std::uint32_t>(directory.size()));
  out.u32(static_cast<std::uint32_t>(body.size()));
  out.u32(static_cast<std::uint32_t>(body_.size()));
  out.u32(crc32(body));
  out.u64(times_.empty() ? 0 : bits(index(times_.front())));
  out.u32(crc32(directory.view(), crc32(out.view())));
  out.bytes(directory.view());
  out.bytes(body);
  return out.take();
}

bool RollupDecoder::read_times(ByteReader& in, std::uint32_t buckets, std::int64_t first) {
  constexpr std::int64_t latest = std::int64_t{1} << 50;  // ms: no overflow on the way
  std::int64_t index = first;
  for (std::uint32_t i = 0; i < buckets; ++i) {
    const std::uint64_t step = in.varint();
    if ((i == 0) != (step == 0) || step > bits(latest)) return false;
    index += static_cast<std::int64_t>(step);
    if (index > latest / width_.count() || index < -latest / width_.count()) return false;
    const std::uint64_t polls = in.varint();
    const std::uint64_t last = in.varint();
    if (!in.ok() || polls == 0 || polls > max_buckets || last >= bits(width_.count())) return false;
    const LocalTime start = local_time(index * width_.count());
    times_.push_back({start, start + Millis(static_cast<std::int64_t>(last)), static_cast<std::uint32_t>(polls)});
  }
  return true;
}

bool RollupDecoder::read_entries(ByteReader& in, std::uint32_t entries, std::size_t body_size) {
  std::int64_t key = 0;
  std::size_t offset = 0;
  for (std::uint32_t i = 0; i < entries; ++i) {
    RollupEntry entry;
    entry.key = key_of(key = sum(key, in.zigzag()));
    entry.form = in.u8();
    entry.mark = (entry.form & gauge_form) == 0;
    entry.offset = offset;
    const std::uint64_t size = in.varint();
    if (!in.ok() || size > body_size - offset) return false;
    entry.size = static_cast<std::size_t>(size);
    offset += entry.size;
    entries_.push_back(entry);
  }
  return in.left() == 0 && offset == body_size;
}

Result<RollupDecoder> RollupDecoder::open(ByteView part) {
  if (part.size() < rollup_head_bytes || ByteReader(part).u32() != rollup_magic) return refused("not a rollup");
  if (part[4] != rollup_version) return refused("a rollup of the unknown version " + std::to_string(part[4]));
  ByteReader head(part.subspan(8, rollup_head_bytes - 8));
  RollupDecoder out;
  out.width_ = Millis(std::int64_t{head.u32()} * 1000);
  const std::uint32_t buckets = head.u32(), entries = head.u32();
  const std::size_t directory_size = head.u32(), stored = head.u32(), plain = head.u32();
  const std::uint32_t body_crc = head.u32();
  const auto first = static_cast<std::int64_t>(head.u64());
  if (part.size() - rollup_head_bytes < directory_size || part.size() - rollup_head_bytes - directory_size != stored)
    return refused("a rollup has a wrong length");
  const ByteView directory = part.subspan(rollup_head_bytes, directory_size);
  if (head.u32() != crc32(directory, crc32(part.first(rollup_head_bytes - 4))))
    return refused("the checksum of a rollup's directory does not match");
  const bool known_width =
      out.width_ == tidemark::width(Grain::five_minutes) || out.width_ == tidemark::width(Grain::hour);
  if (!known_width || buckets > max_buckets || entries > max_entries || plain > max_rollup_body ||
      part[5] > zstd_packing)
    return refused("a rollup of impossible size");
  ByteReader in(directory);
  if (!out.read_times(in, buckets, first) || !out.read_entries(in, entries, plain))
    return refused("a rollup's directory does not fit its body");
  const ByteView body = part.subspan(rollup_head_bytes + directory_size);
  if (crc32(body) != body_crc) return refused("the checksum of a rollup does not match");
  if (part[5] == zstd_packing) {
    TM_TRY(out.body_, unpack(body, plain));
  } else {
    out.body_.assign(body.begin(), body.end());
  }
  if (out.body_.size() != plain) return refused("a rollup's body has a wrong length");
  return out;
}

bool RollupDecoder::read_missing(ByteReader& in, std::span<Bucket> buckets) const {
  std::size_t at = 0;
  while (at < buckets.size()) {
    const std::uint64_t run = in.varint();
    const std::uint64_t missing = in.varint();
    const std::uint8_t reason = in.u8();
    if (!in.ok() || run == 0 || run > buckets.size() - at || reason >= reason_count || (missing == 0) != (reason == 0))
      return false;
    for (std::uint64_t i = 0; i < run; ++i, ++at) {
      if (missing > times_[at].polls) return false;
      buckets[at].known = times_[at].polls - static_cast<std::uint32_t>(missing);
      buckets[at].reason = static_cast<Reason>(reason);
    }
  }
  return true;
}

Result<> RollupDecoder::decode(const RollupEntry& entry, std::span<Bucket> buckets) const {
  const auto bad = [&] {
    return refused("the buckets of series " + std::to_string(entry.key.series.value()) + " do not add up");
  };
  ByteReader in(ByteView(body_).subspan(entry.offset, entry.size));
  for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i] = {.known = times_[i].polls};
  if ((entry.form & missing_form) != 0 && !read_missing(in, buckets)) return bad();
  if ((entry.form & reset_form) != 0) {
    std::uint64_t at = 0;
    for (std::uint64_t count = in.varint(); count > 0; --count) {
      at += in.varint();
      if (!in.ok() || at >= buckets.size()) return bad();
      buckets[at].reset = true;
    }
  }
  const bool constant = (entry.form & constant_form) != 0;
  const auto is_known = [](const Bucket& bucket) { return bucket.known > 0; };
  std::int64_t last = 0, usual = 0;
  bool first = true;
  for (Bucket& bucket : buckets) {
    if (!is_known(bucket)) continue;
    if (first) {
      last = in.zigzag();
      usual = constant ? 0 : in.zigzag();
    } else if (!constant) {
      last = sum(last, sum(in.zigzag(), usual));
    }
    first = false;
    bucket.last = bucket.low = bucket.high = last;
  }
  if (!entry.mark && !constant) {
    for (Bucket& bucket : buckets) {
      if (!is_known(bucket)) continue;
      bucket.low = difference(bucket.last, static_cast<std::int64_t>(in.varint()));
      bucket.high = sum(bucket.last, static_cast<std::int64_t>(in.varint()));
    }
  }
  if (!in.ok() || in.left() != 0) return bad();
  return {};
}

}  // namespace tidemark
