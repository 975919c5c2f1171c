// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/json_path.h"

namespace tidemark {
namespace {
constexpr std::size_t longest = 1'000;

void add_name(std::string& pointer, std::string_view name) {
  pointer += '/';
  for (const char c : name) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}

// ".name": its length; 0 where there is none.
std::size_t take_name(std::string_view text, std::string& pointer) {
  const auto end = std::min(text.find_first_of(".[", 1), text.size());
  if (end == 1) return 0;
  add_name(pointer, text.substr(1, end - 1));
  return end;
}

// "[0]" or "['a name']".
std::size_t take_bracket(std::string_view text, std::string& pointer) {
  if (text.size() > 1 && text[1] == '\'') {
    const auto end = text.find("']", 2);
    if (end == std::string_view::npos) return 0;
    add_name(pointer, text.substr(2, end - 2));
    return end + 2;
  }
  const auto end = text.find(']');
  if (end == std::string_view::npos || end == 1) return 0;
  const std::string_view number = text.substr(1, end - 1);
  if (number.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  add_name(pointer, number);
  return end + 1;
}
}  // namespace

std::optional<std::string> json_pointer(std::string_view path) {
  if (path.empty() || path.front() != '$' || path.size() > longest) return std::nullopt;
  std::string pointer;
  for (path.remove_prefix(1); !path.empty();) {
    const std::size_t size = path.front() == '.'   ? take_name(path, pointer)
                             : path.front() == '[' ? take_bracket(path, pointer)
                                                   : 0;
    if (size == 0) return std::nullopt;
    path.remove_prefix(size);
  }
  return pointer;
}

const boost::json::value* json_at(const boost::json::value& root, std::string_view path) {
  const auto pointer = json_pointer(path);
  if (!pointer) return nullptr;
  boost::system::error_code error;
  return root.find_pointer({pointer->data(), pointer->size()}, error);
}

}  // namespace tidemark
