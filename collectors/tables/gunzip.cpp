// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/gunzip.h"

#include <zlib.h>

#include <array>
#include <limits>
#include <memory>

namespace tidemark {
namespace {
constexpr int gzip_window = 15 + 16;

struct End {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};
}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1f\x8b"); }

Result<std::string> gunzip(std::string_view bytes, std::size_t most) {
  const auto damaged = [] { return fail(ErrorCode::input, "is a damaged gzip file"); };
  if (bytes.size() > std::numeric_limits<uInt>::max()) return damaged();
  z_stream stream{};
  if (inflateInit2(&stream, gzip_window) != Z_OK) return fail(ErrorCode::internal, "zlib cannot be started");
  const std::unique_ptr<z_stream, End> end(&stream);
  std::string in(bytes), out;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  std::array<char, 1u << 16> part{};
  while (stream.avail_in > 0) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = static_cast<uInt>(part.size());
    const int code = inflate(&stream, Z_NO_FLUSH);
    out.append(part.data(), part.size() - stream.avail_out);
    if (out.size() > most) return fail(ErrorCode::input, "is larger than is read, unpacked");
    if (code == Z_STREAM_END) {
      if (stream.avail_in == 0) return out;
      if (inflateReset(&stream) != Z_OK) return damaged();
    } else if (code != Z_OK) {
      return damaged();
    }
  }
  // The input may be at its end while output is still inside.
  for (int code = Z_OK; code == Z_OK;) {
    stream.next_out = reinterpret_cast<Bytef*>(part.data());
    stream.avail_out = static_cast<uInt>(part.size());
    code = inflate(&stream, Z_NO_FLUSH);
    out.append(part.data(), part.size() - stream.avail_out);
    if (out.size() > most) return fail(ErrorCode::input, "is larger than is read, unpacked");
    if (code == Z_STREAM_END) return out;
  }
  return damaged();
}

}  // namespace tidemark
