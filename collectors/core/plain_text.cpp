// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/plain_text.h"

#include "models/domain/utf8.h"

namespace tidemark {
namespace {
constexpr std::string_view replacement = "\xef\xbf\xbd";
constexpr std::string_view cut = "…";

unsigned code_point(std::string_view sequence) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(sequence[i]); };
  switch (sequence.size()) {
    case 2:
      return (byte(0) & 0x1fU) << 6 | (byte(1) & 0x3fU);
    case 3:
      return (byte(0) & 0x0fU) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
    case 4:
      return (byte(0) & 0x07U) << 18 | (byte(1) & 0x3fU) << 12 | (byte(2) & 0x3fU) << 6 | (byte(3) & 0x3fU);
    default:
      return byte(0);
  }
}

// Marks of direction, and separators that some programs break lines at.
bool is_format_mark(unsigned code) {
  return (code >= 0x200e && code <= 0x200f) || (code >= 0x2028 && code <= 0x202e) ||
         (code >= 0x2066 && code <= 0x2069) || code == 0x061c || code == 0xfeff;
}

std::string plain(std::string_view text, std::size_t longest, bool one_line) {
  std::string out;
  while (!text.empty()) {
    const std::size_t size = utf8_length(text);
    const std::string_view sequence = text.substr(0, size == 0 ? 1 : size);
    text.remove_prefix(sequence.size());
    std::string_view add = size == 0 ? replacement : sequence;
    const unsigned code = size == 0 ? 0xfffd : code_point(sequence);
    if (code == '\r') continue;
    if (code == '\n' || code == '\t')
      add = code == '\n' && !one_line ? std::string_view("\n") : std::string_view(" ");
    else if (code < 0x20 || (code >= 0x7f && code < 0xa0) || is_format_mark(code))
      continue;
    if (out.size() + add.size() > longest) return out + std::string(cut);
    out += add;
  }
  return out;
}
}  // namespace

std::string plain_line(std::string_view text, std::size_t longest) { return plain(text, longest, true); }
std::string plain_text(std::string_view text, std::size_t longest) { return plain(text, longest, false); }

}  // namespace tidemark
