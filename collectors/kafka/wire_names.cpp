// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/wire_names.h"

#include <algorithm>

#include "models/domain/utf8.h"

namespace tidemark {

bool is_wire_topic(std::string_view name) {
  constexpr std::size_t longest_topic = 249;  // Kafka's own
  return !name.empty() && name.size() <= longest_topic && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

bool is_wire_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_length(text);
    if (size == 0 || text.front() == '\0') return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace tidemark
