// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dead_letter.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace tidemark {
namespace {
constexpr std::size_t fields = 8;

std::string one_field(std::string text) {
  std::ranges::replace_if(text, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

template <class T>
bool parse_number(std::string_view text, T& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number >= 0;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}
}  // namespace

std::string cause_id(const DeadLetterCause& cause) {
  std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = (hash ^ 0xffU) * 0x100000001b3U;
  };
  for (const std::string* text : {&cause.family, &cause.origin, &cause.by, &cause.error_class, &cause.stage})
    add(*text);
  if (cause.error_class.empty()) add(cause.message);
  std::string out(16, '0');
  for (char& c : out) {
    c = "0123456789abcdef"[hash >> 60U];
    hash <<= 4U;
  }
  return out;
}

std::string cause_line(const DeadLetterCause& cause) {
  std::string out;
  for (const std::string* text :
       {&cause.family, &cause.origin, &cause.by, &cause.error_class, &cause.stage, &cause.message})
    out += one_field(*text) + '\t';
  return out + std::to_string(cause.partition) + '\t' + std::to_string(cause.offset);
}

std::optional<DeadLetterCause> parse_cause(std::string_view line) {
  std::array<std::string_view, fields> parts;
  for (std::size_t i = 0; i < fields; ++i) {
    const auto tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == fields)) return std::nullopt;
    parts[i] = line.substr(0, tab);
    line.remove_prefix(std::min(line.size(), tab == std::string_view::npos ? tab : tab + 1));
  }
  DeadLetterCause cause{.family = std::string(parts[0]),
                        .origin = std::string(parts[1]),
                        .by = std::string(parts[2]),
                        .error_class = std::string(parts[3]),
                        .stage = std::string(parts[4]),
                        .message = std::string(parts[5])};
  if (!parse_number(parts[6], cause.partition) || !parse_number(parts[7], cause.offset)) return std::nullopt;
  return cause;
}

std::optional<std::string> suggested_origin(std::string_view topic) {
  static constexpr auto ends =
      std::to_array<std::string_view>({"-dlt", ".dlt", "-dlq", ".dlq", "_dlq", "~dlq", "-dead-letter", "-dead-letters",
                                       ".dead-letter", "-deadletter", "-error", "-errors", ".errors"});
  static constexpr auto begins = std::to_array<std::string_view>({"dlq-", "dlq.", "dead-letter-", "dead-letter."});
  if (topic == "dlq" || topic == "dead-letter" || topic == "dead-letters") return std::string();
  const std::string name = lower(topic);
  for (const std::string_view end : ends)
    if (name.size() > end.size() && name.ends_with(end)) return std::string(topic.substr(0, topic.size() - end.size()));
  for (const std::string_view begin : begins)
    if (name.size() > begin.size() && name.starts_with(begin)) return std::string(topic.substr(begin.size()));
  return std::nullopt;
}

namespace signal {
Signal dead_letters(std::string_view cause) { return Signal("dead_letters:" + std::string(cause)); }
Signal dead_letter_partition(std::string_view cause) { return Signal("dead_letter_partition:" + std::string(cause)); }
Signal dead_letter_offset(std::string_view cause) { return Signal("dead_letter_offset:" + std::string(cause)); }
}  // namespace signal

}  // namespace tidemark
