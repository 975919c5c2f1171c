// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/answer_rows.h"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <cmath>

#include "collectors/core/plain_text.h"
#include "collectors/sinks/answer_path.h"

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::size_t most_rows = SqlLimits{}.rows;
constexpr std::size_t most_columns = 16;
constexpr std::string_view anything = "\"*\"";  // as JSON

std::unexpected<Error> refuse(std::string what, std::string fix = {}) {
  return fail(ErrorCode::input, std::move(what), {}, std::move(fix));
}

// The member's values of all lines, by its name.
std::optional<json::value> gathered(std::string_view body, std::string_view rows) {
  json::object out;
  if (const auto end = rows.find_first_of(".[", 2); rows.starts_with("$."))
    out[json::string_view(rows.data() + 2, std::min(end, rows.size()) - 2)] = json::array();
  while (!body.empty()) {
    const auto end = std::min(body.find('\n'), body.size());
    const std::string_view line = body.substr(0, end);
    body.remove_prefix(std::min(end + 1, body.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    boost::system::error_code error;
    json::value value = json::parse(json::string_view(line.data(), line.size()), error);
    if (error || !value.is_object()) return std::nullopt;
    for (auto& member : value.get_object()) {
      json::value& list = out[member.key()];
      if (!list.is_array()) list.emplace_array();
      list.get_array().push_back(std::move(member.value()));
    }
  }
  return out;
}

std::optional<json::value> parsed(const SinkAsk& ask, std::string_view body) {
  if (ask.lines) return gathered(body, ask.path);
  boost::system::error_code error;
  json::value value = json::parse(json::string_view(body.data(), body.size()), error);
  return error ? std::nullopt : std::optional(std::move(value));
}

bool is_as_expected(const json::value* there, const std::string& wanted) {
  if (wanted == anything) return there != nullptr && !there->is_null();
  boost::system::error_code error;
  const json::value value = json::parse(wanted, error);
  return value.is_null() ? there == nullptr || there->is_null() : there != nullptr && *there == value;
}

std::string shown(const json::value* value) {
  constexpr std::size_t longest = 120;
  if (!value) return "nothing";
  if (const auto* object = value->if_object()) return fmt::format("an object of {} members", object->size());
  if (const auto* list = value->if_array())
    return list->empty() || !list->front().is_object() ? fmt::format("a list of {}", list->size())
                                                       : plain_line(json::serialize(list->front()), longest);
  return plain_line(json::serialize(*value), longest);
}

Result<> check_whole(const SinkAsk& ask, const json::value& root) {
  for (const auto& [where, wanted] : ask.expect) {
    const auto path = AnswerPath::parse(where);
    const json::value* wrong = nullptr;
    bool fits = path.has_value();
    if (path)
      path->each_value(root, [&](const json::value* there) {
        fits = is_as_expected(there, wanted);
        wrong = there;
        return fits;
      });
    if (!fits)
      return refuse(fmt::format("the answer is not whole: {} is {}, not {}", where, shown(wrong),
                                wanted == anything ? "there" : wanted));
  }
  return {};
}

// A whole number is written as one: stores count offsets in floating point.
std::string number_text(double value) {
  constexpr double exact = 9007199254740992.0;
  if (std::abs(value) < exact && value == std::floor(value)) return std::to_string(static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

// No value for null and for nothing; an error for what is no single value.
Result<std::optional<std::string>> cell_of(const json::value* value) {
  if (!value || value->is_null()) return std::nullopt;
  switch (value->kind()) {
    case json::kind::string:
      return std::string(value->get_string().data(), value->get_string().size());
    case json::kind::int64:
      return std::to_string(value->get_int64());
    case json::kind::uint64:
      return std::to_string(value->get_uint64());
    case json::kind::double_:
      return number_text(value->get_double());
    case json::kind::bool_:
      return std::string(value->get_bool() ? "true" : "false");
    default:
      return refuse("has a list or an object where one value is wanted");
  }
}

struct Field {
  std::string_view column;
  FieldPath path;
};

Result<std::vector<Field>> fields_of(const SinkAsk& ask, std::span<const std::string_view> columns) {
  std::vector<Field> out;
  for (const std::string_view column : columns) {
    const auto named = ask.fields.find(std::string(column));
    if (named == ask.fields.end() && !ask.fields.empty()) {
      if (column == "topic") continue;
      return fail(ErrorCode::usage, fmt::format("has no field \"{}\"", column), "fields",
                  "say where in a row it stands");
    }
    const std::string text = named == ask.fields.end() ? "$." + std::string(column) : named->second;
    const auto path = FieldPath::parse(text);
    if (!path)
      return fail(ErrorCode::usage, fmt::format("\"{}\" is no path in a row", text), "fields",
                  "write $.name, $['a name'], $[0], $^.name or $~");
    out.push_back({column, *path});
  }
  return out;
}

Result<SqlReply::Row> row_of(const std::vector<Field>& fields, bool named, std::span<const AnswerPath::Level> row) {
  SqlReply::Row out;
  const auto* list = row.back().value->if_array();
  if (list && !named) {
    for (const json::value& value : *list) {
      TM_TRY(out.emplace_back(), cell_of(&value));
    }
    return out;
  }
  for (const Field& field : fields) {
    if (field.path.is_name()) {
      out.push_back(field.path.name(row));
      continue;
    }
    TM_TRY(out.emplace_back(), cell_of(field.path.value(row)));
  }
  return out;
}
}  // namespace

Result<> check_ask(const SinkAsk& ask, std::span<const std::string_view> columns) {
  if (!AnswerPath::parse(ask.path))
    return fail(ErrorCode::usage, fmt::format("\"{}\" is no path to rows", ask.path), "path",
                "write $.name, with [*] where each of several is meant");
  for (const auto& [where, wanted] : ask.expect)
    if (!AnswerPath::parse(where))
      return fail(ErrorCode::usage, fmt::format("\"{}\" is no path", where), "expect", "write $.name");
  TM_CHECK(fields_of(ask, columns));
  return {};
}

Result<SqlReply> rows_from_answer(const SinkAsk& ask, std::span<const std::string_view> columns,
                                  std::string_view body) {
  TM_TRY(const std::vector<Field> fields, fields_of(ask, columns));
  const auto root = parsed(ask, body);
  if (!root) return refuse("what is answered is no JSON", "correct the address");
  TM_CHECK(check_whole(ask, *root));
  SqlReply reply;
  std::optional<Error> wrong;
  std::size_t width = fields.size();
  const auto path = AnswerPath::parse(ask.path);
  const bool there = path && path->each_row(*root, [&](std::span<const AnswerPath::Level> levels) {
    auto row = row_of(fields, !ask.fields.empty(), levels);
    if (row && reply.rows.empty()) width = row->size();
    if (!row)
      wrong = Error{ErrorCode::input, fmt::format("row {} of the answer {}", reply.rows.size() + 1, row.error().what)};
    else if (row->size() != width || width > most_columns)
      wrong = Error{ErrorCode::input, "the rows of the answer are not of one kind"};
    else if (reply.rows.size() == most_rows)
      wrong = Error{ErrorCode::input, fmt::format("the answer has more than {} rows, more than is read", most_rows)};
    else
      reply.rows.push_back(std::move(*row));
    return !wrong;
  });
  if (wrong) return std::unexpected(std::move(*wrong));
  if (!there) return refuse(fmt::format("the answer has no rows at {}", ask.path), "correct \"path\"");
  for (std::size_t i = 0; i < width; ++i)
    reply.columns.push_back({i < fields.size() ? std::string(fields[i].column) : std::string(), SqlType::other});
  return reply;
}

}  // namespace tidemark
