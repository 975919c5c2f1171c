// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/yaml_text.h"

#include <fmt/format.h>
#include <yaml.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using Text = std::string_view;

template <class Number>
std::optional<Number> number_in(Text text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number out{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

bool looks_like_number(Text text) {
  return !text.empty() && text.find_first_not_of("0123456789+-.eE") == Text::npos &&
         text.find_first_of("0123456789") != Text::npos;
}

// A plain scalar, as the core schema resolves it.
json::value typed(Text text) {
  for (const Text word : {"", "~", "null", "Null", "NULL"})
    if (text == word) return nullptr;
  for (const Text word : {"true", "True", "TRUE"})
    if (text == word) return true;
  for (const Text word : {"false", "False", "FALSE"})
    if (text == word) return false;
  if (looks_like_number(text)) {
    if (const auto whole = number_in<std::int64_t>(text)) return *whole;
    if (const auto number = number_in<double>(text); number && std::isfinite(*number)) return *number;
  }
  return json::string(text);
}

struct Event {
  yaml_event_t event{};
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event); }
  Text scalar() const { return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length}; }
};

class Reader final {
 public:
  Reader(Text text, const std::string& file, const YamlLimits& limits) : file_(file), limits_(limits) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  Result<std::vector<json::value>> documents() {
    for (;;) {
      Event one;
      if (yaml_parser_parse(&parser_, &one.event) == 0)
        return error(parser_.problem_mark, parser_.problem ? plain_line(parser_.problem) : "is no YAML");
      if (one.event.type == YAML_STREAM_END_EVENT) return std::move(documents_);
      TM_CHECK(take(one));
    }
  }

 private:
  struct Level {
    json::value value;
    std::string key;
    bool has_key = false;
  };

  std::unexpected<Error> error(const yaml_mark_t& mark, std::string what, std::string fix = {}) const {
    return fail(ErrorCode::input, std::move(what), fmt::format("{}:{}:{}", file_, mark.line + 1, mark.column + 1),
                std::move(fix));
  }

  Result<> take(const Event& one) {
    const yaml_event_t& event = one.event;
    switch (event.type) {
      case YAML_ALIAS_EVENT:
        return error(event.start_mark, "an alias is not read", "write out what it stands for");
      case YAML_SCALAR_EVENT:
        TM_CHECK(check(event.start_mark, event.data.scalar.anchor, event.data.scalar.tag));
        return scalar(one);
      case YAML_SEQUENCE_START_EVENT:
        TM_CHECK(check(event.start_mark, event.data.sequence_start.anchor, event.data.sequence_start.tag));
        return open(event.start_mark, json::array());
      case YAML_MAPPING_START_EVENT:
        TM_CHECK(check(event.start_mark, event.data.mapping_start.anchor, event.data.mapping_start.tag));
        return open(event.start_mark, json::object());
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT: {
        json::value done = std::move(levels_.back().value);
        levels_.pop_back();
        return put(std::move(done));
      }
      case YAML_DOCUMENT_START_EVENT:
        if (documents_.size() >= limits_.documents)
          return error(event.start_mark, fmt::format("more than {} documents", limits_.documents));
        return {};
      default:
        return {};
    }
  }

  Result<> check(const yaml_mark_t& mark, const yaml_char_t* anchor, const yaml_char_t* tag) {
    if (anchor) return error(mark, "an anchor is not read", "write out what it stands for");
    if (tag) return error(mark, "a tag is not read", "leave it out");
    if (++values_ > limits_.values) return error(mark, fmt::format("more than {} values", limits_.values));
    return {};
  }

  bool wants_key() const { return !levels_.empty() && levels_.back().value.is_object() && !levels_.back().has_key; }

  Result<> scalar(const Event& one) {
    if (!wants_key())
      return put(one.event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? typed(one.scalar())
                                                                        : json::value(json::string(one.scalar())));
    Level& level = levels_.back();
    level.key = one.scalar();
    if (level.value.get_object().contains(level.key))
      return error(one.event.start_mark, fmt::format("the key \"{}\" stands twice", plain_line(level.key, 100)));
    level.has_key = true;
    return {};
  }

  Result<> open(const yaml_mark_t& mark, json::value empty) {
    if (wants_key()) return error(mark, "a key that is no text", "write a word");
    if (levels_.size() >= limits_.depth) return error(mark, fmt::format("deeper than {} levels", limits_.depth));
    levels_.push_back({std::move(empty), {}, false});
    return {};
  }

  Result<> put(json::value value) {
    if (levels_.empty()) {
      documents_.push_back(std::move(value));
      return {};
    }
    Level& level = levels_.back();
    if (level.value.is_array()) {
      level.value.get_array().push_back(std::move(value));
    } else {
      level.value.get_object().emplace(level.key, std::move(value));
      level.has_key = false;
    }
    return {};
  }

  const std::string& file_;
  const YamlLimits& limits_;
  yaml_parser_t parser_{};
  std::vector<json::value> documents_;
  std::vector<Level> levels_;
  std::size_t values_ = 0;
};

class Writer final {
 public:
  Writer() {
    yaml_emitter_initialize(&emitter_);
    yaml_emitter_set_unicode(&emitter_, 1);
    yaml_emitter_set_width(&emitter_, -1);
    yaml_emitter_set_output(&emitter_, &append, &out_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() { yaml_emitter_delete(&emitter_); }

  std::string write(const json::value& value) {
    emit([](yaml_event_t& event) { yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING); });
    emit([](yaml_event_t& event) { yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1); });
    put(value);
    emit([](yaml_event_t& event) { yaml_document_end_event_initialize(&event, 1); });
    emit([](yaml_event_t& event) { yaml_stream_end_event_initialize(&event); });
    return std::move(out_);
  }

 private:
  static int append(void* out, unsigned char* bytes, std::size_t size) {
    static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), size);
    return 1;
  }

  template <class Make>
  void emit(const Make& make) {
    yaml_event_t event;
    make(event);
    yaml_emitter_emit(&emitter_, &event);
  }

  void scalar(Text text, yaml_scalar_style_t style) {
    emit([&](yaml_event_t& event) {
      yaml_scalar_event_initialize(&event, nullptr, nullptr, reinterpret_cast<const unsigned char*>(text.data()),
                                   static_cast<int>(text.size()), 1, 1, style);
    });
  }

  void text(Text text) {
    scalar(text, typed(text).is_string() ? YAML_ANY_SCALAR_STYLE : YAML_DOUBLE_QUOTED_SCALAR_STYLE);
  }

  // Depth is that of what this program wrote.
  void put(const json::value& value) {
    if (value.is_object()) {
      emit([](yaml_event_t& event) {
        yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_MAPPING_STYLE);
      });
      for (const auto& member : value.get_object()) {
        text(member.key());
        put(member.value());
      }
      emit([](yaml_event_t& event) { yaml_mapping_end_event_initialize(&event); });
    } else if (value.is_array()) {
      emit([](yaml_event_t& event) {
        yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, YAML_BLOCK_SEQUENCE_STYLE);
      });
      for (const json::value& item : value.get_array()) put(item);
      emit([](yaml_event_t& event) { yaml_sequence_end_event_initialize(&event); });
    } else if (value.is_string()) {
      text(value.get_string());
    } else if (value.is_double()) {
      scalar(fmt::format("{}", value.get_double()), YAML_PLAIN_SCALAR_STYLE);
    } else {
      const std::string plain = value.is_int64()  ? std::to_string(value.get_int64())
                                : value.is_bool() ? std::string(value.get_bool() ? "true" : "false")
                                                  : std::string("null");
      scalar(plain, YAML_PLAIN_SCALAR_STYLE);
    }
  }

  yaml_emitter_t emitter_{};
  std::string out_;
};
}  // namespace

Result<std::vector<json::value>> read_yaml(Text text, const std::string& file, const YamlLimits& limits) {
  if (text.size() > limits.bytes)
    return fail(ErrorCode::input, fmt::format("larger than {} bytes", limits.bytes), file, "name a smaller file");
  return Reader(text, file, limits).documents();
}

std::string yaml_text(const json::value& value) { return Writer().write(value); }

}  // namespace tidemark
