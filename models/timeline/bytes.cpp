// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timeline/bytes.h"

#include <zlib.h>
#include <zstd.h>

#include <memory>
#include <new>

namespace tidemark {
namespace {
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

std::uint32_t crc32(ByteView bytes, std::uint32_t before) {
  return static_cast<std::uint32_t>(::crc32_z(before, bytes.data(), bytes.size()));
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
