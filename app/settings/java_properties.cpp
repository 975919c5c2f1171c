// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "app/settings/client_properties.h"

namespace tidemark {
namespace {
constexpr std::string_view blanks = " \t\f";

std::string_view without_front_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text;
}

bool ends_in_odd_backslashes(std::string_view line) {
  std::size_t count = 0;
  while (count < line.size() && line[line.size() - 1 - count] == '\\') ++count;
  return count % 2 == 1;
}

// One line of the file; drops it from `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  const std::size_t skip = text.substr(end).starts_with("\r\n") ? 2 : 1;
  text.remove_prefix(std::min(end + skip, text.size()));
  return line;
}

// A logical line: comments and empty lines are skipped, continued ones joined without their leading blanks.
std::string take_logical_line(std::string_view& text) {
  std::string line;
  while (!text.empty()) {
    const std::string_view part = without_front_blanks(take_line(text));
    if (line.empty() && (part.empty() || part.front() == '#' || part.front() == '!')) continue;
    line += part;
    if (!ends_in_odd_backslashes(part)) break;
    line.pop_back();
  }
  return line;
}

void append_utf8(std::string& out, unsigned point) {
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0 | point >> 6);
    out += static_cast<char>(0x80 | (point & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | point >> 12);
    out += static_cast<char>(0x80 | (point >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (point & 0x3F));
  }
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
      continue;
    }
    const char c = text[++i];
    unsigned point = 0;
    const char* digits = text.data() + i + 1;
    if (c == 'u' && text.size() - i > 4 && std::from_chars(digits, digits + 4, point, 16).ptr == digits + 4) {
      append_utf8(out, point);
      i += 4;
    } else {
      out += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c == 'f' ? '\f' : c;
    }
  }
  return out;
}

// Where the key ends: the first separator or blank that is not escaped.
std::size_t key_end(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\')
      ++i;
    else if (line[i] == '=' || line[i] == ':' || blanks.find(line[i]) != std::string_view::npos)
      return i;
  }
  return line.size();
}
}  // namespace

std::map<std::string, std::string> parse_java_properties(std::string_view text) {
  std::map<std::string, std::string> out;
  while (!text.empty()) {
    const std::string line = take_logical_line(text);
    if (line.empty()) continue;
    const std::size_t end = key_end(line);
    std::string_view value = without_front_blanks(std::string_view(line).substr(end));
    if (!value.empty() && (value.front() == '=' || value.front() == ':')) value = without_front_blanks(value.substr(1));
    std::string plain = unescaped(value);
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '\t')) plain.pop_back();
    out[unescaped(std::string_view(line).substr(0, end))] = std::move(plain);
  }
  return out;
}

}  // namespace tidemark
