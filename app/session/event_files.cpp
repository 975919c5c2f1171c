// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/event_files.h"

#include <algorithm>
#include <array>

#include "collectors/core/plain_text.h"
#include "collectors/core/strict_json.h"

namespace tidemark {
namespace {
using strict_json::Node;
constexpr std::size_t longest_text = 4'000;
constexpr std::size_t longest_kind = 40;
constexpr std::array layers = std::to_array<std::string_view>(
    {"source", "producer", "processor", "broker", "transaction", "group", "connect", "sink", "storage", "catalog",
     "table", "schema", "model", "vector", "mirror", "collector", "user"});

std::string all_layers() {
  std::string out;
  for (const std::string_view layer : layers) out += (out.empty() ? "" : " ") + std::string(layer);
  return out;
}

// A time of a document is RFC 3339; some write ms since the epoch.
Result<LocalTime> time_at(const Node& node) {
  if (node.is_number()) {
    constexpr std::int64_t least_ms = 100'000'000'000;  // 1973; below it are seconds of this century
    TM_TRY(const std::int64_t since_epoch, node.integer(0, 253'402'300'799'000));
    if (since_epoch < least_ms)
      return node.error("a time of " + std::to_string(since_epoch) + " ms is of 1970 to 1973: seconds?",
                        "write milliseconds since 1970, or 2026-01-01T00:00:00Z");
    return local_time(since_epoch);
  }
  TM_TRY(const std::string text, node.text());
  const auto time = parse_rfc3339(text);
  if (!time) return node.error('"' + plain_line(text, longest_kind) + "\" is no time", "write 2026-01-01T00:00:00Z");
  return *time;
}

// What an error of a value says, at its place.
template <class Value>
Result<Value> at(const Node& node, Result<Value> value) {
  if (value) return value;
  return node.error(value.error().what, value.error().fix);
}

Result<ToldEvent> plain_event(const Node& node) {
  TM_CHECK(node.keys({"at", "kind", "text", "layer", "object", "severity", "id"}));
  ToldEvent event;
  TM_TRY(const Node when, node.need("at"));
  TM_TRY(event.at, time_at(when));
  TM_TRY(const Node kind, node.need("kind"));
  TM_TRY(const std::string word, kind.text());
  TM_TRY(event.kind, at(kind, event_kind_in(word, {})));
  TM_TRY(const std::string text, node.text_or("text", ""));
  event.text = plain_line(text.empty() ? event.kind : text, longest_text);
  if (const auto object = node.find("object")) {
    TM_TRY(const std::string name, object->text());
    TM_TRY(event.object, at(*object, object_in(name, {})));
  }
  event.layer = layer_of_object(event.object);
  if (const auto layer = node.find("layer")) {
    TM_TRY(const std::string name, layer->text());
    TM_TRY(event.layer, at(*layer, layer_in(name, {})));
  }
  if (const auto severity = node.find("severity")) {
    TM_TRY(event.severity, severity->word({"note", "warn", "error"}));
  }
  TM_TRY(const std::string id, node.text_or("id", ""));
  if (!id.empty()) event.key = "id:" + plain_line(id);
  return event;
}

std::string label(const Node& labels, std::string_view name) {
  const auto found = labels.find(name);
  const auto text = found ? found->text() : Result<std::string>();
  return text ? plain_line(*text) : std::string();
}

// What an alert is about, by the labels that exporters of Kafka give it.
std::optional<Object> object_of_labels(const Node& labels) {
  constexpr std::array names =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"connector", "connector"},
                                                                    {"consumergroup", "group"},
                                                                    {"consumer_group", "group"},
                                                                    {"table", "table"},
                                                                    {"topic", "topic"}});
  for (const auto& [name, kind] : names)
    if (const std::string value = label(labels, name); !value.empty()) return Object(std::string(kind) + ':' + value);
  return std::nullopt;
}

std::string severity_of(const std::string& word) {
  if (word == "critical" || word == "page" || word == "error") return "error";
  return word == "info" || word == "none" ? "note" : "warn";
}

// One that fires, and where it is over, its end.
Result<> add_alert(const Node& node, std::vector<ToldEvent>& out) {
  TM_TRY(const Node labels, node.need("labels"));
  TM_TRY(const Node starts, node.need("startsAt"));
  ToldEvent event;
  TM_TRY(event.at, time_at(starts));
  event.kind = "alert";
  event.object = object_of_labels(labels);
  event.layer = layer_of_object(event.object);
  event.severity = severity_of(label(labels, "severity"));
  event.text = label(labels, "alertname");
  if (const auto annotations = node.find("annotations"))
    for (const char* name : {"summary", "description", "message"})
      if (const std::string said = label(*annotations, name); !said.empty()) {
        event.text += ": " + said;
        break;
      }
  event.text = plain_line(event.text, longest_text);
  TM_TRY(const std::string print, node.text_or("fingerprint", labels.json()));
  event.key = "alert:" + plain_line(print, longest_text) + '@' + rfc3339(event.at);
  const auto status = node.find("status");
  const bool resolved = status && status->is_string() && status->text().value_or("") == "resolved";
  out.push_back(event);
  if (!resolved) return {};
  TM_TRY(const Node ends, node.need("endsAt"));
  TM_TRY(event.at, time_at(ends));
  event.kind = "alert-resolved";
  event.severity = "note";
  event.key += "-" + rfc3339(event.at);
  out.push_back(std::move(event));
  return {};
}

Result<> add_annotation(const Node& node, std::vector<ToldEvent>& out) {
  ToldEvent event;
  TM_TRY(const Node time, node.need("time"));
  TM_TRY(event.at, time_at(time));
  std::vector<std::string> tags;
  if (const auto list = node.find("tags")) {
    TM_TRY(tags, list->texts());
  }
  const auto has = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(tags,
                               [&](const std::string& tag) { return std::ranges::find(words, tag) != words.end(); });
  };
  event.kind = has({"deploy", "deployment", "release"}) ? "deployment" : has({"rollback"}) ? "rollback" : "annotation";
  event.layer = "user";
  TM_TRY(const std::string text, node.text_or("text", ""));
  event.text = plain_line(text, longest_text);
  TM_TRY(const std::int64_t id, node.integer_or("id", 0));
  event.key = "grafana:" + std::to_string(id) + '@' + rfc3339(event.at);
  out.push_back(std::move(event));
  return {};
}

Result<> add_one(const Node& node, std::vector<ToldEvent>& out) {
  if (!node.is_object()) return node.error("an event is a JSON object");
  if (node.has("labels") && node.has("startsAt")) return add_alert(node, out);
  if (node.has("time") && !node.has("at")) return add_annotation(node, out);
  TM_TRY(ToldEvent event, plain_event(node));
  out.push_back(std::move(event));
  return {};
}

Result<> add_all(const Node& root, std::vector<ToldEvent>& out) {
  if (root.is_array()) {
    TM_TRY(const std::vector<Node> nodes, root.array(0, most_told_events));
    for (const Node& node : nodes) TM_CHECK(add_one(node, out));
    return {};
  }
  if (!root.has("alerts")) return add_one(root, out);
  TM_TRY(const Node alerts, root.need("alerts"));
  return add_all(alerts, out);
}

bool blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }
}  // namespace

std::string layer_of_object(const std::optional<Object>& object) {
  constexpr std::array by_kind =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"topic", "broker"},
                                                                    {"partition", "broker"},
                                                                    {"broker", "broker"},
                                                                    {"cluster", "broker"},
                                                                    {"group", "group"},
                                                                    {"member", "group"},
                                                                    {"connector", "connect"},
                                                                    {"task", "connect"},
                                                                    {"job", "processor"},
                                                                    {"processor", "processor"},
                                                                    {"table", "table"},
                                                                    {"catalog", "catalog"},
                                                                    {"store", "storage"},
                                                                    {"registry", "schema"},
                                                                    {"sink", "sink"},
                                                                    {"model", "model"},
                                                                    {"source", "source"}});
  if (object)
    for (const auto& [kind, layer] : by_kind)
      if (object::kind(*object) == kind) return std::string(layer);
  return "user";
}

Result<std::optional<Object>> object_in(const std::string& text, const std::string& where) {
  if (text.empty()) return std::nullopt;
  Object object(plain_line(text));
  if (object::kind(object).empty() || object::name(object).empty())
    return fail(ErrorCode::usage, '"' + object.value() + "\" is no object", where,
                "write topic:orders or table:lake.orders");
  return object;
}

Result<std::string> layer_in(const std::string& text, const std::string& where) {
  if (std::ranges::find(layers, text) != layers.end()) return text;
  return fail(ErrorCode::usage, '"' + plain_line(text, longest_kind) + "\" is no layer", where,
              "one of " + all_layers());
}

Result<std::string> event_kind_in(const std::string& text, const std::string& where) {
  const bool word = !text.empty() && text.size() <= longest_kind && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (word) return text;
  return fail(ErrorCode::usage, '"' + plain_line(text, longest_kind) + "\" is no kind of event", where,
              "write deployment, rollback, quality-gate or another word of small letters");
}

Result<std::vector<ToldEvent>> parse_events(std::string_view text, const std::string& file) {
  std::vector<ToldEvent> out;
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos)
    return fail(ErrorCode::input, "there is no event in it", file, "one JSON object a line");
  // One document, unless every line is one.
  const auto first_end = std::min(text.find('\n', begin), text.size());
  const auto whole = strict_json::Document::parse(text.substr(begin, first_end - begin), file, ErrorCode::input);
  const bool lines = whole && whole->root().is_object() && !blank(text.substr(first_end));
  if (!lines) {
    TM_TRY(const auto document, strict_json::Document::parse(text, file, ErrorCode::input));
    TM_CHECK(add_all(document.root(), out));
    return out;
  }
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    const std::string where = file + " line " + std::to_string(number);
    TM_TRY(const auto document, strict_json::Document::parse(line, where, ErrorCode::input));
    TM_CHECK(add_all(document.root(), out));
    if (out.size() > most_told_events)
      return fail(ErrorCode::input, "there are more than 10,000 events in it", file, "import it in parts");
  }
  return out;
}

}  // namespace tidemark
