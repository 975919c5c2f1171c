// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/class_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/serialize.hpp>
#include <set>

#include "app/settings/class_words.h"
#include "app/settings/yaml_text.h"
#include "collectors/core/plain_text.h"

namespace tidemark {
namespace class_words {
namespace {
constexpr std::size_t longest_name = 200;
constexpr std::array<std::string_view, 3> ends{"group", "table", "queryable"};
}  // namespace

std::string duration_text(Millis time) {
  struct Unit {
    std::int64_t ms;
    const char* name;
  };
  for (const Unit unit : {Unit{86'400'000, "d"}, Unit{3'600'000, "h"}, Unit{60'000, "m"}, Unit{1'000, "s"}})
    if (time.count() != 0 && time.count() % unit.ms == 0) return fmt::format("{}{}", time.count() / unit.ms, unit.name);
  return fmt::format("{}ms", time.count());
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i)
    out += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
  return out;
}

boost::json::object remarks_of(const ClassProfile& item, bool exact) {
  boost::json::object out;
  if (exact && item.target) out["target"] = duration_text(*item.target);
  if (exact && item.objective) out["objective"] = fmt::format("{}", *item.objective);
  const ClassProfile usual;
  if (item.end != usual.end) out["end"] = item.end;
  if (!item.owner.empty()) out["owner"] = item.owner;
  if (item.idle != usual.idle) out["idle"] = item.idle;
  if (item.delete_target) out["delete_target"] = duration_text(*item.delete_target);
  if (item.replay_window) out["replay_window"] = duration_text(*item.replay_window);
  return out;
}

Result<> read_remarks(const Node& node, ClassProfile& item) {
  TM_CHECK(node.keys({"class", "target", "objective", "end", "owner", "idle", "delete_target", "replay_window"}));
  if (node.has("class")) {
    TM_TRY(item.name, name_in(node, "class"));
  }
  if (const auto target = node.find("target")) {
    TM_TRY(item.target, target->duration());
  }
  if (const auto objective = node.find("objective")) {
    TM_TRY(const std::string text, objective->text());
    item.objective.reset();
    if (text != "none") {
      double value = 0;
      const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= 100))
        return objective->error("is no share in percent", "write \"99.5\", or \"none\"");
      item.objective = value;
    }
  }
  if (const auto end = node.find("end")) {
    TM_TRY(item.end, end->word({ends.begin(), ends.end()}));
  }
  if (node.has("owner")) {
    TM_TRY(item.owner, name_in(node, "owner"));
  }
  if (node.has("idle")) {
    TM_TRY(item.idle, name_in(node, "idle"));
  }
  if (const auto target = node.find("delete_target")) {
    TM_TRY(item.delete_target, target->duration());
  }
  if (const auto window = node.find("replay_window")) {
    TM_TRY(item.replay_window, window->duration());
  }
  return {};
}

Result<std::string> name_in(const Node& node, std::string_view key) {
  TM_TRY(const Node name, node.need(key));
  TM_TRY(const std::string text, name.text());
  std::string out = plain_line(text, longest_name);
  if (out.empty()) return name.error("is empty", "write a name");
  return out;
}

std::vector<std::string> other_keys(const Node& node, const std::vector<std::string_view>& known) {
  std::vector<std::string> out;
  if (!node.is_object()) return out;
  for (const auto& member : node.raw().get_object())
    if (std::ranges::find(known, std::string_view(member.key())) == known.end())
      out.push_back(plain_line(std::string_view(member.key()), longest_name));
  return out;
}
}  // namespace class_words

namespace {
namespace json = boost::json;
using strict_json::Node;

Result<> read_one(const json::value& value, const std::string& file, ClassesRead& out) {
  // The same errors with the same paths as every other file has.
  TM_TRY(const auto document, strict_json::Document::parse(json::serialize(value), file, ErrorCode::input));
  const Node root = document.root();
  if (root.has("apiVersion")) return class_words::read_openslo(root, out);
  if (root.has("sources")) return class_words::read_dbt(root, out);
  return root.error("is neither OpenSLO nor a list of dbt's sources", "export one with freshness --export to see them");
}

Result<> check_names(const ClassesRead& read, const std::string& file) {
  std::set<std::string_view> seen;
  for (const ClassProfile& item : read.classes)
    if (!seen.insert(item.name).second)
      return fail(ErrorCode::input, fmt::format("two classes are named \"{}\"", item.name), file, "rename one of them");
  return {};
}
}  // namespace

Result<ClassesRead> read_classes(std::string_view text, const std::string& file) {
  TM_TRY(const auto documents, read_yaml(text, file));
  ClassesRead out;
  std::size_t number = 0;
  for (const json::value& document : documents) {
    ++number;
    if (document.is_null()) continue;
    TM_CHECK(read_one(document, documents.size() > 1 ? fmt::format("{} document {}", file, number) : file, out));
  }
  TM_CHECK(check_names(out, file));
  if (out.classes.empty() && out.notes.empty())
    return fail(ErrorCode::input, "there is no class in it", file, "name a file of OpenSLO or of dbt's sources");
  return out;
}

ClassesWritten write_classes(const std::vector<ClassProfile>& classes, ClassForm form, const std::string& service) {
  return form == ClassForm::openslo ? class_words::write_openslo(classes, service)
                                    : class_words::write_dbt(classes, service);
}

std::string classes_text(const std::vector<ClassProfile>& classes) {
  std::string out = "{ \"classes\": [";
  for (const ClassProfile& item : classes) {
    const auto text = [](const std::string& value) { return json::serialize(json::string(value)); };
    std::string one = "\"name\": " + text(item.name);
    if (item.target) one += ", \"target\": " + text(class_words::duration_text(*item.target));
    if (item.objective) one += fmt::format(", \"objective\": {}", *item.objective);
    one += ", \"end\": " + text(item.end);
    if (!item.owner.empty()) one += ", \"owner\": " + text(item.owner);
    one += ", \"idle\": " + text(item.idle);
    if (item.delete_target) one += ", \"delete_target\": " + text(class_words::duration_text(*item.delete_target));
    if (item.replay_window) one += ", \"replay_window\": " + text(class_words::duration_text(*item.replay_window));
    out += (out.ends_with('[') ? "\n  { " : ",\n  { ") + one + " }";
  }
  return out + (classes.empty() ? "] }\n" : "\n] }\n");
}

}  // namespace tidemark
