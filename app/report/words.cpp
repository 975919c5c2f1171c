// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/words.h"

#include "collectors/core/plain_text.h"

namespace tidemark::report {
namespace {
constexpr std::size_t longest = 2000;
constexpr std::string_view look = R"(
:root{color-scheme:light dark;--ground:#fff;--ink:#1B2330;--muted:#667085;--line:#E4E7EC}
@media(prefers-color-scheme:dark){:root{--ground:#161C26;--ink:#E8ECF2;--muted:#9AA5B5;--line:#263040}}
body{font:16px/1.5 system-ui,sans-serif;max-width:1040px;margin:32px auto;padding:0 20px;background:var(--ground);
color:var(--ink)}
h1{font-size:26px;margin:0 0 8px}h2{font-size:20px;margin:28px 0 8px}
table{border-collapse:collapse;width:100%}td,th{padding:7px 10px;border-bottom:1px solid var(--line);text-align:left;
vertical-align:top}th{color:var(--muted);font-weight:400}.m{color:var(--muted)}td,p{overflow-wrap:anywhere}
)";

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

std::string page_begin(std::string_view title, std::string_view sheet) {
  return "<!doctype html>\n<html lang='en'><head><meta charset='utf-8'><meta name='viewport' "
         "content='width=device-width,initial-scale=1'><meta http-equiv='Content-Security-Policy' "
         "content=\"default-src 'none';style-src 'unsafe-inline'\"><title>" +
         html(title) + "</title><style>" + std::string(look) + std::string(sheet) + "</style></head><body>\n";
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
