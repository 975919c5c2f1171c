// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/utf8.h"

namespace tidemark {

std::size_t utf8_length(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto next = [&](std::size_t i) { return at(i) >= 0x80 && at(i) < 0xc0; };
  const unsigned lead = at(0);
  if (lead < 0x80) return text.empty() ? 0 : 1;
  if (lead >= 0xc2 && lead < 0xe0) return next(1) ? 2 : 0;
  if (lead >= 0xe0 && lead < 0xf0) {
    const bool fits = (lead != 0xe0 || at(1) >= 0xa0) && (lead != 0xed || at(1) < 0xa0);
    return fits && next(1) && next(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead < 0xf5) {
    const bool fits = (lead != 0xf0 || at(1) >= 0x90) && (lead != 0xf4 || at(1) < 0x90);
    return fits && next(1) && next(2) && next(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace tidemark
