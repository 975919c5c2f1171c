// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/rollup_codec.h"

#include <string>

#include "models/timeline/value_codec.h"

namespace tidemark {
namespace {
constexpr std::size_t rollup_head_bytes = 48;
constexpr std::size_t max_entries = 131'072;
constexpr std::size_t max_rollup_body = std::size_t{64} << 20;
constexpr std::size_t max_rollup_cells = std::size_t{64} << 20;

RollupKey key_of(std::int64_t number) { return {SeriesId(number >> 1), (number & 1) != 0}; }

std::unexpected<Error> refused(std::string what) { return fail(ErrorCode::damaged, std::move(what)); }
}  // namespace

bool RollupDecoder::read_times(ByteReader& in, std::uint32_t buckets, std::int64_t first) {
  constexpr std::int64_t latest = std::int64_t{1} << 50;  // ms: no overflow on the way
  std::int64_t index = first;
  for (std::uint32_t i = 0; i < buckets; ++i) {
    const std::uint64_t step = in.varint();
    if ((i == 0) != (step == 0) || step > static_cast<std::uint64_t>(latest)) return false;
    index += static_cast<std::int64_t>(step);
    if (index > latest / width_.count() || index < -latest / width_.count()) return false;
    const std::uint64_t polls = in.varint();
    const std::uint64_t last = in.varint();
    if (!in.ok() || polls == 0 || polls > max_buckets || last >= static_cast<std::uint64_t>(width_.count()))
      return false;
    const LocalTime start = local_time(index * width_.count());
    times_.push_back({start, start + Millis(static_cast<std::int64_t>(last)), static_cast<std::uint32_t>(polls)});
  }
  return true;
}

Result<RollupDecoder> RollupDecoder::open(ByteView part, const Wanted& wanted) {
  if (part.size() < rollup_head_bytes || ByteReader(part).u32() != rollup_magic) return refused("not a rollup");
  RollupDecoder out;
  out.version_ = part[4];
  if (out.version_ == 0 || out.version_ > rollup_version)
    return refused("a rollup of the unknown version " + std::to_string(out.version_));
  ByteReader head(part.subspan(8, rollup_head_bytes - 8));
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
      std::size_t{buckets} * entries > max_rollup_cells)
    return refused("a rollup of impossible size");
  const ByteView body = part.subspan(rollup_head_bytes + directory_size);
  if (crc32(body) != body_crc) return refused("the checksum of a rollup does not match");
  ByteReader in(directory);
  if (!out.read_times(in, buckets, first)) return refused("a rollup has impossible times");
  if (out.version_ == 1) {
    TM_CHECK(out.read_first_body(part[5], body, plain));
    if (!out.read_first_entries(in, entries, plain)) return refused("a rollup's directory does not fit its body");
    return out;
  }
  if (wanted) {
    TM_TRY(const bool any, holds_any(in, body, plain, wanted));
    if (!any) return out;
  }
  TM_CHECK(out.read_body(in, body, plain));
  if (!out.read_entries(entries)) return refused("what a rollup holds does not add up");
  return out;
}

// The keys are the first stream.
Result<bool> RollupDecoder::holds_any(ByteReader in, ByteView body, std::size_t plain, const Wanted& wanted) {
  const std::uint64_t size = in.varint(), kept = in.varint();
  if (!in.ok() || size > plain || kept > size || kept > body.size())
    return refused("a rollup's directory does not fit its body");
  Bytes unpacked;
  ByteView bytes = body.first(static_cast<std::size_t>(kept));
  if (kept < size) {
    TM_TRY(unpacked, unpack(bytes, static_cast<std::size_t>(size)));
    bytes = unpacked;
  }
  ByteReader keys(bytes);
  std::int64_t key = 0;
  while (keys.ok() && keys.left() > 0) {
    key = wrap_plus(key, keys.zigzag());
    if (wanted(key_of(key))) return true;
  }
  return false;
}

Result<> RollupDecoder::read_body(ByteReader& in, ByteView body, std::size_t plain) {
  ByteReader stored(body);
  body_.reserve(plain + bit_padding);
  for (std::size_t i = 0; i < rollup_streams; ++i) {
    const std::uint64_t size = in.varint(), kept = in.varint();
    if (!in.ok() || size > plain - body_.size() || kept > size || kept > stored.left())
      return refused("a rollup's directory does not fit its body");
    const ByteView bytes = stored.bytes(static_cast<std::size_t>(kept));
    if (kept == size) {
      body_.insert(body_.end(), bytes.begin(), bytes.end());
    } else {
      TM_TRY(const Bytes unpacked, unpack(bytes, static_cast<std::size_t>(size)));
      if (unpacked.size() != size) return refused("a rollup's body has a wrong length");
      body_.insert(body_.end(), unpacked.begin(), unpacked.end());
    }
    ends_[i + 1] = body_.size();
  }
  if (in.left() != 0 || stored.left() != 0 || body_.size() != plain)
    return refused("a rollup's directory does not fit its body");
  body_.resize(plain + bit_padding);
  return {};
}

ByteView RollupDecoder::stream(RollupStream stream) const {
  const auto i = static_cast<std::size_t>(stream);
  return ByteView(body_).subspan(ends_[i], ends_[i + 1] - ends_[i]);
}

// Where each entry begins: what it takes of each stream is counted on the way.
bool RollupDecoder::read_entries(std::uint32_t entries) {
  ByteReader keys(stream(RollupStream::keys)), forms(stream(RollupStream::forms));
  if (forms.left() != entries) return false;
  entries_.resize(entries);
  std::int64_t key = 0;
  for (RollupEntry& entry : entries_) {
    entry.key = key_of(key = wrap_plus(key, keys.zigzag()));
    entry.form = forms.u8();
    entry.mark = (entry.form & gauge_form) == 0;
  }
  if (!keys.ok() || keys.left() != 0) return false;
  RollupPlace at;
  for (std::size_t i = 0; i < entries_.size(); ++i)
    if (!find(entries_[i], i, at)) return false;
  for (const RollupStream one : {RollupStream::marks, RollupStream::lows, RollupStream::spans, RollupStream::lasts})
    if (at.of(one) != stream(one).size()) return false;
  return at.plain == stream(RollupStream::plain).size() &&
         (std::size_t{at.bits} + 7) / 8 == stream(RollupStream::bits).size();
}

bool RollupDecoder::find(RollupEntry& entry, std::size_t index, RollupPlace& at) const {
  entry.place = at;
  const auto is = [&](RollupForm form) { return (entry.form & form) != 0; };
  const ByteView all = stream(RollupStream::plain);
  ByteReader plain(all.subspan(at.plain));
  const auto known = skip_gaps(entry.form, plain);
  if (!known) return false;
  bool there = true;
  if (is(constant_form)) {
    if (*known > 0) plain.zigzag();
  } else if (entry.mark && is(behind_form)) {
    const std::uint64_t back = plain.varint();
    if (back == 0 || back > index || index + 1 == entries_.size()) return false;
    const RollupEntry& high = entries_[index - static_cast<std::size_t>(back)];
    if (!high.mark || high.behind || entries_[index + 1].mark) return false;
    entry.behind = {static_cast<std::uint32_t>(index - back), static_cast<std::uint32_t>(index + 1)};
  } else if (*known == 0) {
    return false;
  } else if (entry.mark) {
    for (int i = 0; i < 2; ++i) plain.zigzag();
    there = at.skip(RollupStream::marks, *known - 1, stream(RollupStream::marks));
  } else {
    const std::size_t low_steps = is(low_steps_form) ? 1 : 0, span_steps = is(span_steps_form) ? 1 : 0;
    for (std::size_t i = 0; i < 2 + low_steps + span_steps; ++i) plain.zigzag();
    there = at.skip(RollupStream::lows, *known - low_steps, stream(RollupStream::lows)) &&
            at.skip(RollupStream::spans, *known - span_steps, stream(RollupStream::spans)) &&
            at.skip(RollupStream::lasts, *known, stream(RollupStream::lasts));
  }
  at.plain = static_cast<std::uint32_t>(all.size() - plain.left());
  return there && plain.ok();
}

// How many buckets are known.
std::optional<std::size_t> RollupDecoder::skip_gaps(std::uint8_t form, ByteReader& plain) const {
  std::size_t known = times_.size();
  if ((form & missing_form) != 0) {
    known = 0;
    for (std::size_t at = 0; at < times_.size();) {
      const std::uint64_t run = plain.varint(), missing = plain.varint();
      plain.u8();
      if (!plain.ok() || run == 0 || run > times_.size() - at) return std::nullopt;
      for (std::uint64_t i = 0; i < run; ++i, ++at) known += times_[at].polls > missing ? 1 : 0;
    }
  }
  if ((form & reset_form) != 0)
    for (std::uint64_t count = plain.varint(); count > 0 && plain.ok(); --count) plain.varint();
  return plain.ok() ? std::optional(known) : std::nullopt;
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

bool RollupDecoder::read_gaps(std::uint8_t form, ByteReader& plain, std::span<Bucket> buckets) const {
  for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i] = {.known = times_[i].polls};
  if ((form & missing_form) != 0 && !read_missing(plain, buckets)) return false;
  if ((form & reset_form) == 0) return true;
  std::uint64_t at = 0;
  for (std::uint64_t count = plain.varint(); count > 0; --count) {
    at += plain.varint();
    if (!plain.ok() || at >= buckets.size()) return false;
    buckets[at].reset = true;
  }
  return plain.ok();
}

bool RollupDecoder::read_values(const RollupEntry& entry, ByteReader& plain, std::span<Bucket> buckets) const {
  BitReader bits(stream(RollupStream::bits).subspan(entry.place.bits / 8));
  bits.next(static_cast<unsigned>(entry.place.bits % 8));
  const auto tokens = [&](RollupStream one) { return stream(one).subspan(entry.place.of(one)); };
  if (entry.mark) {
    RollupColumnReader lasts(true, plain, tokens(RollupStream::marks));
    for (Bucket& bucket : buckets)
      if (bucket.known > 0) bucket.last = bucket.low = bucket.high = lasts.next(bits);
    return true;
  }
  RollupColumnReader lows((entry.form & low_steps_form) != 0, plain, tokens(RollupStream::lows));
  RollupColumnReader spans((entry.form & span_steps_form) != 0, plain, tokens(RollupStream::spans));
  const std::uint8_t* offset = tokens(RollupStream::lasts).data();
  for (Bucket& bucket : buckets) {
    if (bucket.known == 0) continue;
    bucket.low = lows.next(bits);
    bucket.high = wrap_plus(bucket.low, spans.next(bits));
    const auto off = static_cast<std::int64_t>(read_token(*offset++, bits));
    bucket.last = (entry.form & from_high_form) != 0 ? wrap_minus(bucket.high, off) : wrap_plus(bucket.low, off);
    if (bucket.last < bucket.low || bucket.last > bucket.high) return false;
  }
  return true;
}

bool RollupDecoder::read_behind(const RollupEntry& entry, std::span<Bucket> buckets) const {
  std::vector<Bucket> highs(buckets.size()), lags(buckets.size());
  if (!decode(entries_[entry.behind->high], highs) || !decode(entries_[entry.behind->lag], lags)) return false;
  for (std::size_t i = 0; i < buckets.size(); ++i) {
    Bucket& bucket = buckets[i];
    if (bucket.known == 0) continue;
    if (highs[i].known == 0 || lags[i].known == 0) return false;
    bucket.last = bucket.low = bucket.high = wrap_minus(highs[i].last, lags[i].last);
  }
  return true;
}

Result<> RollupDecoder::decode(const RollupEntry& entry, std::span<Bucket> buckets) const {
  const auto bad = [&] {
    return refused("the buckets of series " + std::to_string(entry.key.series.value()) + " do not add up");
  };
  ByteReader plain(version_ == 1 ? ByteView(body_).subspan(entry.place.plain, entry.size)
                                 : stream(RollupStream::plain).subspan(entry.place.plain));
  if (!read_gaps(entry.form, plain, buckets)) return bad();
  bool read = true;
  if ((entry.form & constant_form) != 0) {
    bool any = false;
    for (const Bucket& bucket : buckets) any = any || bucket.known > 0;
    const std::int64_t value = any ? plain.zigzag() : 0;
    for (Bucket& bucket : buckets)
      if (bucket.known > 0) bucket.last = bucket.low = bucket.high = value;
  } else if (version_ == 1) {
    read = read_first_values(entry, plain, buckets);
  } else {
    read = entry.behind ? read_behind(entry, buckets) : read_values(entry, plain, buckets);
  }
  if (!read || !plain.ok() || (version_ == 1 && plain.left() != 0)) return bad();
  return {};
}

}  // namespace tidemark
