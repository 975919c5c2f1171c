// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/answer_path.h"

#include <algorithm>

#include "collectors/core/json_path.h"

namespace tidemark {
namespace {
constexpr std::string_view each = "[*]";
constexpr std::size_t most_levels = 8;

// Calls with each element of a list or an object; false where it is neither.
template <class Call>
bool for_elements(const boost::json::value& of, const Call& call) {
  if (const auto* list = of.if_array()) {
    std::size_t i = 0;
    return std::ranges::all_of(
        *list, [&](const boost::json::value& value) { return call(AnswerPath::Level{&value, std::to_string(i++)}); });
  }
  const auto* object = of.if_object();
  return object && std::ranges::all_of(*object, [&](const auto& member) {
           return call(AnswerPath::Level{&member.value(), std::string(member.key().data(), member.key().size())});
         });
}
}  // namespace

std::optional<AnswerPath> AnswerPath::parse(std::string_view text) {
  AnswerPath path;
  while (true) {
    const auto end = std::min(text.find(each), text.size());
    std::string piece(text.substr(0, end));
    if (!path.pieces_.empty()) piece.insert(0, "$");
    if (!json_pointer(piece) || path.pieces_.size() == most_levels) return std::nullopt;
    path.pieces_.push_back(std::move(piece));
    if (end == text.size()) return path;
    text.remove_prefix(end + each.size());
  }
}

bool AnswerPath::go(std::size_t piece, const boost::json::value& from, std::vector<Level>& levels, std::size_t last,
                    const Visit& visit) const {
  const boost::json::value* found = json_at(from, pieces_[piece]);
  if (!found) return false;
  return for_elements(*found, [&](Level level) {
    const boost::json::value& value = *level.value;
    levels.push_back(std::move(level));
    const bool on = piece == last ? visit(levels) : go(piece + 1, value, levels, last, visit);
    levels.pop_back();
    return on;
  });
}

bool AnswerPath::each_row(const boost::json::value& root, const Visit& visit) const {
  std::vector<Level> levels;
  return go(0, root, levels, pieces_.size() - 1, visit);
}

bool AnswerPath::each_value(const boost::json::value& root,
                            const std::function<bool(const boost::json::value*)>& visit) const {
  if (pieces_.size() == 1) return visit(json_at(root, pieces_[0]));
  std::vector<Level> levels;
  return go(0, root, levels, pieces_.size() - 2,
            [&](std::span<const Level> row) { return visit(json_at(*row.back().value, pieces_.back())); });
}

std::optional<FieldPath> FieldPath::parse(std::string_view text) {
  if (!text.starts_with('$')) return std::nullopt;
  text.remove_prefix(1);
  FieldPath field;
  for (; text.starts_with('^'); text.remove_prefix(1)) ++field.out_;
  if (text == "~") return field;
  field.path_ = "$" + std::string(text);
  if (field.out_ >= most_levels || !json_pointer(field.path_)) return std::nullopt;
  return field;
}

const boost::json::value* FieldPath::value(std::span<const AnswerPath::Level> row) const {
  if (out_ >= row.size()) return nullptr;
  return json_at(*row[row.size() - 1 - out_].value, path_);
}

std::optional<std::string> FieldPath::name(std::span<const AnswerPath::Level> row) const {
  if (out_ >= row.size()) return std::nullopt;
  return row[row.size() - 1 - out_].name;
}

}  // namespace tidemark
