// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/dead_letter_headers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"
#include "models/domain/utf8.h"

namespace tidemark {
namespace {
constexpr std::size_t most_headers = 500;
constexpr std::size_t longest_name = 249;  // of a topic
constexpr std::size_t longest_text = 300;
constexpr std::size_t longest_message = 4096;
constexpr std::size_t longest_pattern = 200;

enum class Field : std::uint8_t {
  origin,
  partition,
  offset,
  connector,
  group,
  stage,
  cause,
  wrapper,
  key,
  message,
  other
};

struct KnownHeader {
  std::string_view name;
  Field field;
};
struct Family {
  std::string_view name;
  std::string_view prefix;
  std::span<const KnownHeader> headers;  // without the prefix
};

constexpr auto connect_headers = std::to_array<KnownHeader>({{"topic", Field::origin},
                                                             {"partition", Field::partition},
                                                             {"offset", Field::offset},
                                                             {"connector.name", Field::connector},
                                                             {"task.id", Field::other},
                                                             {"stage", Field::stage},
                                                             {"class.name", Field::other},
                                                             {"exception.class.name", Field::cause},
                                                             {"exception.message", Field::message},
                                                             {"exception.stacktrace", Field::other}});
constexpr auto streams_headers = std::to_array<KnownHeader>({{"exception", Field::cause},
                                                             {"message", Field::message},
                                                             {"stacktrace", Field::other},
                                                             {"topic", Field::origin},
                                                             {"partition", Field::partition},
                                                             {"offset", Field::offset}});
constexpr auto share_headers = std::to_array<KnownHeader>({{"topic", Field::origin},
                                                           {"partition", Field::partition},
                                                           {"offset", Field::offset},
                                                           {"group", Field::group},
                                                           {"delivery.count", Field::other},
                                                           {"message", Field::message}});
constexpr auto spring_headers = std::to_array<KnownHeader>({{"original-topic", Field::origin},
                                                            {"original-partition", Field::partition},
                                                            {"original-offset", Field::offset},
                                                            {"original-timestamp", Field::other},
                                                            {"original-timestamp-type", Field::other},
                                                            {"original-consumer-group", Field::group},
                                                            {"exception-fqcn", Field::wrapper},
                                                            {"exception-cause-fqcn", Field::cause},
                                                            {"exception-message", Field::message},
                                                            {"exception-stacktrace", Field::other},
                                                            {"key-exception-fqcn", Field::key},
                                                            {"key-exception-message", Field::other},
                                                            {"key-exception-stacktrace", Field::other}});
constexpr auto families = std::to_array<Family>({{"connect", "__connect.errors.", connect_headers},
                                                 {"streams", "__streams.errors.", streams_headers},
                                                 {"share-group", "__dlq.errors.", share_headers},
                                                 {"spring", "kafka_dlt-", spring_headers}});

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The mark that ends what `open` begins; none where it begins nothing, as an apostrophe within a word.
char closing(char open, char before) {
  const bool letter = (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
  if (open == '"' || open == '`' || (open == '\'' && !letter)) return open;
  return open == '{' ? '}' : open == '(' ? ')' : '\0';
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_length(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::string text_of(std::string_view value) {
  if (value.size() > longest_message || !is_utf8(value)) return {};
  return plain_line(value, longest_text);
}

std::string topic_of(std::string_view value) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  };
  return value.size() <= longest_name && std::ranges::all_of(value, fits) ? std::string(value) : std::string();
}

template <class T>
std::optional<T> number_of(std::string_view value, bool binary) {
  const bool digits = !value.empty() && std::ranges::all_of(value, is_digit);
  if (binary && !digits && value.size() == sizeof(T)) {
    std::uint64_t number = 0;
    for (const char byte : value) number = number << 8U | static_cast<unsigned char>(byte);
    if (number > static_cast<std::uint64_t>(std::numeric_limits<T>::max())) return std::nullopt;
    return static_cast<T>(number);
  }
  T number{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (!digits || error != std::errc() || end != value.data() + value.size()) return std::nullopt;
  return number;
}

// What repeated headers leave behind: the first origin, the last of all else. Headers of an earlier family that tell
// what happened are void once a later one tells it.
class Reading final {
 public:
  void take(const Family& family, Field field, std::string_view value) {
    switch (field) {
      case Field::origin:
      case Field::partition:
      case Field::offset:
        return take_origin(family, field, value);
      default:
        return take_cause(family, field, value);
    }
  }

  DeadLetterHeaders finish() {
    if (out_.cause.family.empty()) out_.cause.family = origin_family_;
    if (cause_.empty()) cause_ = wrapper_;
    if (cause_.empty() && !key_.empty()) {
      cause_ = key_;
      out_.cause.stage = "key";
    }
    out_.cause.error_class = cause_;
    return std::move(out_);
  }

 private:
  void take_origin(const Family& family, Field field, std::string_view value) {
    if (!origin_family_.empty() && origin_family_ != family.name) return;
    origin_family_ = family.name;
    const bool binary = family.name == "spring";
    if (field == Field::origin && out_.cause.origin.empty()) out_.cause.origin = topic_of(value);
    if (field == Field::partition && !out_.origin_partition)
      out_.origin_partition = number_of<std::int32_t>(value, binary);
    if (field == Field::offset && !out_.origin_offset) out_.origin_offset = number_of<std::int64_t>(value, binary);
  }

  void take_cause(const Family& family, Field field, std::string_view value) {
    if (out_.cause.family != family.name) {
      const std::string origin = out_.cause.origin;
      out_.cause = {.family = std::string(family.name), .origin = origin};
      cause_.clear();
      wrapper_.clear();
      key_.clear();
    }
    // That of Spring is the group that met the record first.
    const bool keep = family.name == "spring" && !out_.cause.by.empty();
    if ((field == Field::connector || field == Field::group) && !keep) {
      const std::string name = text_of(value);
      out_.cause.by = name.empty() ? "" : (field == Field::connector ? "connector:" : "group:") + name;
    }
    if (field == Field::stage) out_.cause.stage = text_of(value);
    if (field == Field::cause) cause_ = text_of(value);
    if (field == Field::wrapper) wrapper_ = text_of(value);
    if (field == Field::key) key_ = text_of(value);
    if (field == Field::message) out_.cause.message = message_pattern(value);
  }

  DeadLetterHeaders out_;
  std::string_view origin_family_;
  std::string cause_, wrapper_, key_;
};
}  // namespace

std::string message_pattern(std::string_view message) {
  // What follows the first line says where in the record; a cut may fall within a sequence, which is then replaced.
  message = message.substr(0, std::min(message.find('\n'), longest_message));
  const std::string plain = redacted(plain_line(message, longest_message));
  std::string out;
  for (std::size_t i = 0; i < plain.size() && out.size() < longest_pattern;) {
    const char c = plain[i];
    if (is_digit(c)) {
      while (i < plain.size() && is_digit(plain[i])) ++i;
      out += '#';
      continue;
    }
    ++i;
    out += c;
    const char close = closing(c, i >= 2 ? plain[i - 2] : ' ');
    if (close == '\0') continue;
    // The quoted text may hold such marks too, and may be cut: to the last one, else to the end.
    const auto end = plain.rfind(close);
    i = end == std::string::npos || end < i ? plain.size() : end + 1;
    out += "…";
    out += close;
  }
  return plain_line(out, longest_pattern);
}

DeadLetterHeaders parse_dead_letter(std::span<const RecordHeader> headers) {
  Reading reading;
  for (const RecordHeader& header : headers.first(std::min(headers.size(), most_headers)))
    for (const Family& family : families) {
      if (!header.name.starts_with(family.prefix)) continue;
      const auto known =
          std::ranges::find(family.headers, header.name.substr(family.prefix.size()), &KnownHeader::name);
      if (known != family.headers.end()) reading.take(family, known->field, header.value);
    }
  return reading.finish();
}

}  // namespace tidemark
