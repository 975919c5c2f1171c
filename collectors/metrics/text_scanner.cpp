// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/metrics/text_scanner.h"

#include <fmt/format.h>

#include "collectors/core/plain_text.h"
#include "models/domain/utf8.h"

namespace tidemark::metrics {
namespace {
constexpr std::size_t shown_bytes = 40;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
}  // namespace

bool Line::take(char c) {
  if (!is(c)) return false;
  text_.remove_prefix(1);
  return true;
}

std::string_view Line::take(std::size_t size) {
  const std::string_view taken = text_.substr(0, size);
  text_.remove_prefix(taken.size());
  return taken;
}

void Line::skip_blanks() { take(text_.find_first_not_of(" \t")); }

std::string_view Line::take_metric_name() {
  std::size_t size = 0;
  while (size < text_.size() && (is_letter(text_[size]) || text_[size] == ':' || (size > 0 && is_digit(text_[size]))))
    ++size;
  return take(size);
}

std::string_view Line::take_label_name() {
  std::size_t size = 0;
  while (size < text_.size() && (is_letter(text_[size]) || (size > 0 && is_digit(text_[size])))) ++size;
  return take(size);
}

std::string_view Line::take_until(std::string_view any_of) { return take(text_.find_first_of(any_of)); }

Result<std::string> take_quoted(Line& line, Escapes escapes) {
  std::string out;
  while (!line.at_end()) {
    out += line.take_until("\\\"");
    if (line.take('"')) {
      if (!valid_utf8(out)) return refuse("text that is not UTF-8");
      return out;
    }
    if (!line.take('\\')) break;
    if (line.take('n'))
      out += '\n';
    else if (line.take('"'))
      out += '"';
    else if (line.take('\\') || (escapes == Escapes::any && !line.at_end()))
      out += '\\';  // and what follows, where it escapes nothing
    else
      return refuse("a backslash before something else than \\, \" or n");
  }
  return refuse("a quote that does not end on its line");
}

Result<std::string> unescape_help(std::string_view text, Escapes escapes) {
  if (!valid_utf8(text)) return refuse("a help text that is not UTF-8");
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
      continue;
    }
    const char next = ++i < text.size() ? text[i] : '\0';
    const bool known = i < text.size() && (next == 'n' || next == '"' || next == '\\');
    if (!known && (escapes == Escapes::strict || i >= text.size()))
      return refuse("a backslash before something else than \\, \" or n in a help text");
    if (!known) out += '\\';
    out += next == 'n' && known ? '\n' : next;
  }
  return out;
}

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_length(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  return count;
}

std::unexpected<Error> refuse(std::string what) { return fail(ErrorCode::input, std::move(what)); }

std::unexpected<Error> at_line(Error error, std::size_t line) {
  error.where = fmt::format("line {}", line);
  return std::unexpected(std::move(error));
}

std::string shown(std::string_view text) { return plain_line(text, shown_bytes); }

Result<> Budget::family(std::string_view name) {
  TM_CHECK(this->name(name));
  if (++families_ > limits_.families) return refuse(fmt::format("more than {} metrics", limits_.families));
  return {};
}

Result<> Budget::sample() {
  if (++samples_ > limits_.samples) return refuse(fmt::format("more than {} samples", limits_.samples));
  return {};
}

Result<> Budget::label(std::string_view name, std::string_view value, std::size_t of_sample) {
  TM_CHECK(this->name(name));
  TM_CHECK(text(value));
  if (of_sample > limits_.labels_of_sample)
    return refuse(fmt::format("more than {} labels of one sample", limits_.labels_of_sample));
  if (++labels_ > limits_.labels) return refuse(fmt::format("more than {} labels in all", limits_.labels));
  return {};
}

Result<> Budget::text(std::string_view text) const {
  if (text.size() > limits_.text) return refuse(fmt::format("a text of more than {} bytes", limits_.text));
  return {};
}

Result<> Budget::name(std::string_view name) const {
  if (name.size() > limits_.name) return refuse(fmt::format("a name of more than {} bytes", limits_.name));
  return {};
}

Result<> add_label(Labels& labels, Label label, Budget& budget) {
  TM_CHECK(budget.label(label.name, label.value, labels.size() + 1));
  if (find_label(labels, label.name)) return refuse(fmt::format("the label \"{}\" twice", shown(label.name)));
  labels.push_back(std::move(label));
  return {};
}

}  // namespace tidemark::metrics
