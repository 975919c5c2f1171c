// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bytes.h"

#include <zstd.h>

#include <array>
#include <memory>
#include <new>

namespace tidemark {
namespace {
using CrcTables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr CrcTables make_tables() {
  CrcTables tables{};
  for (std::uint32_t i = 0; i < 256; ++i) {
    std::uint32_t crc = i;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xedb88320U : 0U);
    tables[0][i] = crc;
  }
  for (std::size_t t = 1; t < 8; ++t)
    for (std::size_t i = 0; i < 256; ++i) tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xff];
  return tables;
}
constexpr CrcTables tables = make_tables();

struct Compressor {
  explicit Compressor(bool of_noise) : context(ZSTD_createCCtx(), ZSTD_freeCCtx) {
    if (!context) throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1);
    if (of_noise) ZSTD_CCtx_setParameter(context.get(), ZSTD_c_minMatch, 7);
  }
  std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context;
};
struct Decompressor {
  Decompressor() : context(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (!context) throw std::bad_alloc();
  }
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context;
};
}  // namespace

// Eight bytes a step: "slicing-by-8" (Kounavis and Berry, 2005).
std::uint32_t crc32(ByteView bytes, std::uint32_t before) {
  std::uint32_t crc = ~before;
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    const auto at = [&](std::size_t k) { return static_cast<std::uint32_t>(bytes[i + k]); };
    const std::uint32_t low = crc ^ (at(0) | at(1) << 8 | at(2) << 16 | at(3) << 24);
    crc = tables[7][low & 0xff] ^ tables[6][low >> 8 & 0xff] ^ tables[5][low >> 16 & 0xff] ^ tables[4][low >> 24] ^
          tables[3][at(4)] ^ tables[2][at(5)] ^ tables[1][at(6)] ^ tables[0][at(7)];
  }
  for (; i < bytes.size(); ++i) crc = (crc >> 8) ^ tables[0][(crc ^ bytes[i]) & 0xff];
  return ~crc;
}

void pack(ByteView bytes, ByteWriter& out, bool of_noise) {
  thread_local Compressor plain(false), noise(true);
  const Compressor& compressor = of_noise ? noise : plain;
  thread_local Bytes buffer;
  buffer.resize(ZSTD_compressBound(bytes.size()));
  const std::size_t size =
      ZSTD_compress2(compressor.context.get(), buffer.data(), buffer.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();  // the only way that compressing into the bound can fail
  out.bytes(ByteView(buffer).first(size));
}

Result<Bytes> unpack(ByteView frame, std::size_t limit) {
  thread_local Decompressor decompressor;
  const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN)
    return fail(ErrorCode::damaged, "not a compressed frame of known size");
  if (size > limit) return fail(ErrorCode::damaged, "a compressed frame is larger than it may be");
  Bytes content(static_cast<std::size_t>(size));
  const std::size_t got =
      ZSTD_decompressDCtx(decompressor.context.get(), content.data(), content.size(), frame.data(), frame.size());
  if (ZSTD_isError(got) != 0 || got != content.size())
    return fail(ErrorCode::damaged, "a compressed frame does not unpack");
  return content;
}

}  // namespace tidemark
