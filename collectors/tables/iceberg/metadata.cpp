// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/iceberg/metadata.h"

#include <fmt/format.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <unordered_set>

namespace tidemark::iceberg {
namespace {
namespace json = boost::json;

constexpr int newest_version = 3;
constexpr std::int64_t last_ms = 253'402'300'799'999;  // the year 9999
constexpr std::size_t most_damage = 20;
constexpr std::size_t longest_operation = 64;
constexpr std::string_view main_branch = "main";

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

const json::value* find(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains({key.data(), key.size()});
  return value == nullptr || value->is_null() ? nullptr : value;
}

std::optional<std::int64_t> integer(const json::value* value) {
  const auto* number = value ? value->if_int64() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

std::string text(const json::value* value) {
  const auto* string = value ? value->if_string() : nullptr;
  return string ? std::string(view(*string)) : std::string();
}

std::optional<LakeTime> time(const json::value* value) {
  const auto number = integer(value);
  if (!number || *number < 0 || *number > last_ms) return std::nullopt;
  return LakeTime(Millis(*number));
}

class Reader final {
 public:
  Reader(const json::object& root, const MetadataLimits& limits, Metadata& out)
      : root_(root), limits_(limits), out_(out) {}

  Result<> read(const std::string& where) {
    const auto version = integer(find(root_, "format-version"));
    if (!version) return fail(ErrorCode::input, "is no table metadata: no format-version", where);
    if (*version < 1 || *version > newest_version)
      return fail(ErrorCode::input, fmt::format("format version {} is not known", *version), where);
    out_.format_version = static_cast<int>(*version);
    out_.uuid = text(find(root_, "table-uuid"));
    out_.location = text(find(root_, "location"));
    out_.updated = time(find(root_, "last-updated-ms"));
    if (out_.uuid.empty() && *version > 1) damage("table-uuid is missing");
    if (!read_texts(find(root_, "properties"), out_.properties)) damage("the properties cannot be read");
    TM_CHECK(read_snapshots(where));
    read_heads();
    read_log();
    read_schemas();
    return {};
  }

 private:
  void damage(std::string sentence) {
    if (out_.damage.size() < most_damage) out_.damage.push_back(std::move(sentence));
  }

  // False: there is something else than an object of bounded size.
  bool read_texts(const json::value* value, Texts& out) const {
    if (value == nullptr) return true;
    const auto* object = value->if_object();
    if (object == nullptr) return false;
    std::size_t bytes = 0;
    for (const auto& member : *object) {
      std::string content = text(&member.value());
      bytes += member.key().size() + content.size();
      if (bytes > limits_.summary_bytes) return false;
      out.emplace(std::string(member.key().data(), member.key().size()), std::move(content));
    }
    return true;
  }

  Result<> read_snapshots(const std::string& where) {
    const json::value* value = find(root_, "snapshots");
    if (value == nullptr) return {};
    const auto* list = value->if_array();
    if (list == nullptr) return fail(ErrorCode::input, "is no table metadata: snapshots is no array", where);
    if (list->size() > limits_.snapshots)
      return fail(ErrorCode::input, fmt::format("has {} snapshots, more than are read", list->size()), where,
                  "expire old snapshots");
    out_.snapshots.reserve(list->size());
    for (const json::value& item : *list) read_snapshot(item);
    return {};
  }

  void read_snapshot(const json::value& value) {
    const auto* object = value.if_object();
    const auto id = object ? integer(find(*object, "snapshot-id")) : std::nullopt;
    if (!id || *id < 0) return snapshot_damaged("a snapshot has no id that can be read");
    if (!out_.by_id.emplace(*id, out_.snapshots.size()).second)
      return snapshot_damaged(fmt::format("snapshot {} is there twice", *id));
    Snapshot snapshot;
    snapshot.id = *id;
    if (const json::value* parent = find(*object, "parent-snapshot-id")) {
      snapshot.parent = integer(parent);
      snapshot.parent_unreadable = !snapshot.parent;
      if (snapshot.parent_unreadable) damage(fmt::format("the parent of snapshot {} cannot be read", *id));
      if (snapshot.parent == -1) snapshot.parent.reset();
    }
    snapshot.sequence = integer(find(*object, "sequence-number"));
    snapshot.at = time(find(*object, "timestamp-ms"));
    snapshot.schema = integer(find(*object, "schema-id"));
    snapshot.summary_unreadable = !read_texts(find(*object, "summary"), snapshot.summary);
    if (snapshot.summary_unreadable) damage(fmt::format("the summary of snapshot {} cannot be read", *id));
    if (const auto operation = snapshot.summary.find("operation"); operation != snapshot.summary.end())
      snapshot.operation = operation->second.substr(0, longest_operation);
    out_.snapshots.push_back(std::move(snapshot));
  }

  void snapshot_damaged(std::string sentence) {
    out_.snapshots_unreadable = true;
    damage(std::move(sentence));
  }

  void heads_damaged(std::string sentence) {
    out_.heads_unreadable = sentence;
    damage(std::move(sentence));
  }

  void read_heads() {
    if (const json::value* current = find(root_, "current-snapshot-id")) {
      out_.current = integer(current);
      if (!out_.current) heads_damaged("current-snapshot-id cannot be read");
      if (out_.current == -1) out_.current.reset();
    }
    if (const json::value* refs = find(root_, "refs")) {
      if (const auto* object = refs->if_object())
        for (const auto& member : *object) read_ref(member);
      else
        heads_damaged("refs is no object");
    }
    const auto main = out_.branches.find(main_branch);
    if (main == out_.branches.end()) {
      if (out_.current) out_.branches.emplace(main_branch, *out_.current);
    } else if (out_.current != main->second) {
      heads_damaged("refs.main and current-snapshot-id name different snapshots");
    }
  }

  void read_ref(const json::key_value_pair& member) {
    const auto* ref = member.value().if_object();
    const auto id = ref ? integer(find(*ref, "snapshot-id")) : std::nullopt;
    if (!id) return heads_damaged("a branch names no snapshot that can be read");
    if (text(find(*ref, "type")) == "tag") return;
    out_.branches.emplace(std::string(member.key().data(), member.key().size()), *id);
  }

  void read_log() {
    const json::value* value = find(root_, "snapshot-log");
    const auto* list = value ? value->if_array() : nullptr;
    if (list == nullptr) return;
    for (const json::value& item : *list) {
      const auto* entry = item.if_object();
      const auto id = entry ? integer(find(*entry, "snapshot-id")) : std::nullopt;
      if (id) out_.log.push_back(*id);
      if (out_.log.size() >= limits_.snapshots) return;
    }
  }

  void read_schemas() {
    out_.schema = integer(find(root_, "current-schema-id"));
    const json::value* value = find(root_, "schemas");
    const auto* list = value ? value->if_array() : nullptr;
    if (list == nullptr) return;
    std::size_t room = limits_.fields;
    for (const json::value& item : *list) {
      const auto* schema = item.if_object();
      const auto id = schema ? integer(find(*schema, "schema-id")) : std::nullopt;
      const json::value* fields = schema ? find(*schema, "fields") : nullptr;
      const auto* all = fields ? fields->if_array() : nullptr;
      if (!id || all == nullptr || all->size() > room) continue;
      room -= all->size();
      SchemaFields& out = out_.schemas[*id];
      for (const json::value& field : *all)
        if (const auto* object = field.if_object()) out.push_back(field_of(*object));
    }
  }

  static SchemaField field_of(const json::object& field) {
    const json::value* type = find(field, "type");
    const json::value* required = find(field, "required");
    const bool always = required != nullptr && required->is_bool() && required->get_bool();
    std::string text = type == nullptr     ? std::string()
                       : type->is_string() ? std::string(view(type->get_string()))
                                           : json::serialize(*type);
    return {std::to_string(integer(find(field, "id")).value_or(-1)), iceberg::text(find(field, "name")),
            text + (always ? " not null" : "")};
  }

  const json::object& root_;
  const MetadataLimits& limits_;
  Metadata& out_;
};
}  // namespace

Result<Metadata> parse_metadata(std::string_view text, const std::string& where, bool wrapped,
                                const MetadataLimits& limits) {
  if (text.size() > limits.bytes)
    return fail(ErrorCode::input, fmt::format("is {} bytes large, more than are read", text.size()), where);
  json::monotonic_resource memory;
  json::parse_options options;
  options.max_depth = limits.depth;
  boost::system::error_code error;
  const json::value root = json::parse({text.data(), text.size()}, error, &memory, options);
  if (error) return fail(ErrorCode::input, "is no JSON: " + error.message(), where);
  const auto* object = root.if_object();
  if (wrapped && object != nullptr) {
    const json::value* inner = find(*object, "metadata");
    object = inner ? inner->if_object() : nullptr;
  }
  if (object == nullptr) return fail(ErrorCode::input, "is no table metadata: no object", where);
  Metadata metadata;
  TM_CHECK(Reader(*object, limits, metadata).read(where));
  return metadata;
}

Result<std::optional<std::int64_t>> branch_head(const Metadata& metadata, std::string_view branch) {
  if (!metadata.heads_unreadable.empty()) return fail(ErrorCode::input, metadata.heads_unreadable);
  const auto found = metadata.branches.find(branch);
  if (found != metadata.branches.end()) return std::optional(found->second);
  if (branch == main_branch) return std::optional<std::int64_t>();
  return fail(ErrorCode::no_data, fmt::format("there is no branch \"{}\"", branch));
}

Ancestry ancestry(const Metadata& metadata, std::int64_t head) {
  Ancestry out;
  // A snapshot that could not be read may be the one that is missed.
  const AncestryEnd missing = metadata.snapshots_unreadable ? AncestryEnd::unreadable : AncestryEnd::expired;
  std::unordered_set<std::int64_t> walked;
  for (std::optional<std::int64_t> id = head; id;) {
    const auto found = metadata.by_id.find(*id);
    if (found == metadata.by_id.end()) {
      out.end = out.snapshots.empty() ? AncestryEnd::unreadable : missing;  // a head is never expired
      return out;
    }
    const Snapshot& snapshot = metadata.snapshots[found->second];
    if (!walked.insert(*id).second) {
      out.end = AncestryEnd::unreadable;
      return out;
    }
    out.snapshots.push_back(&snapshot);
    id = snapshot.parent;
    if (id) continue;
    if (snapshot.parent_unreadable)
      out.end = AncestryEnd::unreadable;
    else if (snapshot.sequence.value_or(0) > 1)
      out.end = AncestryEnd::expired;
  }
  return out;
}

const Snapshot* nearest_with(const Ancestry& ancestry, std::string_view key) {
  for (const Snapshot* snapshot : ancestry.snapshots)
    if (snapshot->summary_unreadable || snapshot->summary.contains(key)) return snapshot;
  return nullptr;
}

}  // namespace tidemark::iceberg
