// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/words.h"

#include "collectors/core/plain_text.h"

namespace tidemark::report {
namespace {
constexpr std::size_t longest = 2000;

// Rounded up: the error covers what is left out.
std::string error_text(Millis error) {
  if (error < Millis(1000)) return std::to_string(error.count()) + " ms";
  if (error < std::chrono::minutes(2)) {
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(error).count()) + " s";
  }
  return std::to_string(std::chrono::ceil<std::chrono::minutes>(error).count()) + " min";
}
}  // namespace

std::string escaped_markdown(std::string_view text) {
  std::string out;
  // Backslashes in front of what could become markup, a link or a mention.
  for (const char c : text) {
    if (std::string_view("\\`*_[]<>|#~").contains(c)) out += '\\';
    out += c;
  }
  return out;
}

std::string markdown(std::string_view text) { return escaped_markdown(plain_line(text, longest)); }

std::string html(std::string_view text) {
  std::string out;
  for (const char c : plain_line(text, longest)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else
      out += c;
  }
  return out;
}

std::string clock(LocalTime time) { return rfc3339(time).substr(11, 8); }

std::string date_time(LocalTime time) {
  const std::string whole = rfc3339(time);
  return whole.substr(0, 10) + ' ' + whole.substr(11, 8) + " UTC";
}

std::string range(LocalTime from, LocalTime to) {
  const std::string first = rfc3339(from), last = rfc3339(to);
  if (first.substr(0, 10) != last.substr(0, 10)) return date_time(from) + " – " + date_time(to);
  return first.substr(0, 10) + ' ' + first.substr(11, 8) + " – " + last.substr(11, 8) + " UTC";
}

std::string began_text(const Onset& onset) {
  const Began when = tidemark::began(onset);
  const bool fine = when.error < Millis(1000);
  return rfc3339(when.at).substr(11, fine ? 12 : 8) + " ± " + error_text(when.error);
}

}  // namespace tidemark::report
