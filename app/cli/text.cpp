// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text.h"

#include <array>
#include <cstdint>
#include <ranges>
#include <utility>
#include <vector>

namespace tidemark::cli {
namespace {
constexpr char32_t replacement = 0xFFFD;

// The code point at the front of `text` and its length; the replacement for a byte that starts none.
std::pair<char32_t, std::size_t> decode(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (length == 0 || lead >= 0xF5 || text.size() < length) return {replacement, 1};
  char32_t point = lead & (0xFF >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {replacement, 1};
    point = point << 6 | (byte(i) & 0x3F);
  }
  constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < smallest.at(length) || point > 0x10FFFF || surrogate) return {replacement, 1};
  return {point, length};
}

bool hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
}

bool wide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool combining(char32_t c) {
  return (c >= 0x0300 && c <= 0x036F) || (c >= 0x200B && c <= 0x200D) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

std::size_t width_of(char32_t c) { return combining(c) ? 0 : wide(c) ? 2 : 1; }

// visit(code point, its bytes) for each; a broken byte comes as U+FFFD.
template <class Visit>
void each(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const auto [point, length] = decode(text);
    const bool broken = point == replacement && length == 1;
    visit(point, broken ? std::string_view("\xEF\xBF\xBD") : text.substr(0, length));
    text.remove_prefix(length);
  }
}
}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each(text, [&](char32_t, std::string_view bytes) { out += bytes; });
  return out;
}

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  each(text, [&](char32_t point, std::string_view bytes) {
    if (point == '\t' || point == '\n' || point == '\r')
      out += ' ';
    else if (!hidden(point))
      out += bytes;
  });
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  each(text, [&](char32_t point, std::string_view) { sum += width_of(point); });
  return sum;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  if (width < 2) return width == 0 ? std::string() : "…";
  const std::size_t front = (width - 1) / 2, back = width - 1 - front;
  std::vector<std::pair<std::string_view, std::size_t>> points;
  each(text, [&](char32_t point, std::string_view bytes) { points.emplace_back(bytes, width_of(point)); });
  std::string head, tail;
  std::size_t used = 0;
  for (const auto& [bytes, w] : points) {
    used += w;
    if (used > front) break;
    head += bytes;
  }
  used = 0;
  for (const auto& [bytes, w] : points | std::views::reverse) {
    used += w;
    if (used > back) break;
    tail.insert(0, bytes);
  }
  return head + "…" + tail;
}

}  // namespace tidemark::cli
