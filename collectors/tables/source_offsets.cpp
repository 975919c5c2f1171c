// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/source_offsets.h"

#include <boost/json/parse.hpp>
#include <charconv>
#include <limits>

#include "collectors/core/json_path.h"

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::string_view topic_mark = "{topic}";
constexpr std::string_view partition_mark = "{partition}";
constexpr std::size_t most_offsets = 100'000;
constexpr std::size_t longest_topic = 249;
constexpr std::size_t flat_json = 3, deepest_json = 32;

class Collected final {
 public:
  explicit Collected(const OffsetRule& rule) : rule_(rule), last_(rule.means == "last") {}

  bool add(std::string_view topic, std::string_view partition, std::int64_t offset) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(partition.data(), partition.data() + partition.size(), number);
    return error == std::errc() && end == partition.data() + partition.size() && add(topic, number, offset);
  }

  bool add(std::string_view topic, std::int64_t partition, std::int64_t offset) {
    if (partition < 0 || partition > std::numeric_limits<std::int32_t>::max()) return false;
    std::string name(topic);
    if (const auto known = rule_.topics.find(name); known != rule_.topics.end()) name = known->second;
    if (name.empty() || name.size() > longest_topic || offset < 0 || offsets_.size() >= most_offsets) return false;
    if (last_ && offset == std::numeric_limits<std::int64_t>::max()) return false;
    const TopicPartition at{TopicName(std::move(name)), PartitionId(static_cast<std::int32_t>(partition))};
    return offsets_.emplace(at, offset + (last_ ? 1 : 0)).second;
  }
  SourceOffsets take() { return std::move(offsets_); }

 private:
  const OffsetRule& rule_;
  const bool last_;
  SourceOffsets offsets_;
};

// The value as JSON, or what stands in it at the rule's path.
std::optional<json::value> json_of(const OffsetRule& rule, std::string_view text) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = rule.path.empty() ? flat_json : deepest_json;
  json::value root = json::parse({text.data(), text.size()}, error, {}, options);
  if (error) return std::nullopt;
  if (rule.path.empty()) return root;
  const json::value* part = json_at(root, rule.path);
  return part == nullptr ? std::nullopt : std::optional(*part);
}

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

// [{"topic": "orders", "partition": 0, "offset": 12}]
bool read_array(const json::array& array, const std::string& topic, Collected& out) {
  for (const json::value& item : array) {
    const auto* object = item.if_object();
    if (object == nullptr) return false;
    const auto number = [&](const char* key) {
      const auto* value = object->if_contains(key);
      return value == nullptr ? nullptr : value->if_int64();
    };
    const auto* named = object->if_contains("topic");
    const auto *partition = number("partition"), *offset = number("offset");
    if (partition == nullptr || offset == nullptr || (named != nullptr && !named->is_string())) return false;
    if (!out.add(named == nullptr ? std::string_view(topic) : view(named->get_string()), *partition, *offset))
      return false;
  }
  return !array.empty();
}

// {"0": 12} or {"orders": {"0": 12}}.
bool read_object(const json::object& object, const std::string& topic, Collected& out) {
  const auto entry = [&](std::string_view of, const json::key_value_pair& pair) {
    const auto* offset = pair.value().if_int64();
    return offset != nullptr && out.add(of, std::string_view(pair.key().data(), pair.key().size()), *offset);
  };
  for (const auto& pair : object) {
    const auto* inner = pair.value().if_object();
    if (inner == nullptr) {
      if (!entry(topic, pair)) return false;
      continue;
    }
    for (const auto& deep : *inner)
      if (!entry({pair.key().data(), pair.key().size()}, deep)) return false;
  }
  return !object.empty();
}

bool read_json(const OffsetRule& rule, std::string_view text, const std::string& topic, Collected& out) {
  const auto value = json_of(rule, text);
  if (!value) return false;
  if (const auto* array = value->if_array()) return read_array(*array, topic, out);
  const auto* object = value->if_object();
  return object != nullptr && read_object(*object, topic, out);
}

// "orders,0:12,1:30" or "0=12,1=30".
bool read_list(std::string_view text, std::string topic, Collected& out) {
  if (text.empty()) return false;
  bool first = true;
  while (!text.empty()) {
    const std::string_view item = text.substr(0, text.find(','));
    text.remove_prefix(std::min(text.size(), item.size() + 1));
    const auto mark = item.find_last_of(":=");
    if (mark == std::string_view::npos) {
      if (!std::exchange(first, false)) return false;
      topic = std::string(item);
      continue;
    }
    first = false;
    const std::string_view number = item.substr(mark + 1);
    std::int64_t offset = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), offset);
    if (error != std::errc() || end != number.data() + number.size() || number.empty()) return false;
    if (!out.add(topic, item.substr(0, mark), offset)) return false;
  }
  return true;
}

bool read_value(const OffsetRule& rule, const std::string& text, const std::string& topic, Collected& out) {
  if (rule.form != "list") return read_json(rule, text, topic, out);
  const auto list = scalar_of(rule, text);
  return list && read_list(*list, topic, out);
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos &&
         (text.size() == 1 || text.front() != '0');
}

// A key for each partition: "ingest-{partition}". What stands for the partition is the last number of the key; another
// key of that shape, "ingest-b-1", is none of them.
class PartitionKey final {
 public:
  explicit PartitionKey(std::string_view key) {
    const auto at = key.find(partition_mark);
    after_ = key.substr(at + partition_mark.size());
    before_ = key.substr(0, at);
    const auto topic = before_.find(topic_mark);
    if (topic == std::string_view::npos) return;
    between_ = before_.substr(topic + topic_mark.size());
    before_ = before_.substr(0, topic);
    named_ = true;
  }
  std::string_view before() const { return before_; }

  // The parts of a key, `topic` as it is where the key does not name one.
  bool split(std::string_view key, std::string_view& topic, std::string_view& partition) const {
    if (key.size() < before_.size() + after_.size() || !key.starts_with(before_) || !key.ends_with(after_))
      return false;
    partition = key.substr(before_.size(), key.size() - before_.size() - after_.size());
    if (named_) {
      const auto at = between_.empty() ? std::string_view::npos : partition.rfind(between_);
      if (at == std::string_view::npos) return false;
      topic = partition.substr(0, at);
      partition.remove_prefix(at + between_.size());
    }
    return is_number(partition);
  }

 private:
  std::string_view before_, between_, after_;
  bool named_ = false;
};

Result<bool> read_partitions(const OffsetRule& rule, const std::string& of,
                             const std::map<std::string, std::string, std::less<>>& members, Collected& out) {
  const PartitionKey pattern(rule.key);
  bool found = false;
  for (auto member = members.lower_bound(pattern.before());
       member != members.end() && member->first.starts_with(pattern.before()); ++member) {
    std::string_view topic = of, partition;
    if (!pattern.split(member->first, topic, partition)) continue;
    const std::string value = scalar_of(rule, member->second).value_or(std::string());
    std::int64_t offset = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), offset);
    if (error != std::errc() || end != value.data() + value.size() || !out.add(topic, partition, offset))
      return fail(ErrorCode::input, "the source offsets cannot be read", member->first.substr(0, 200));
    found = true;
  }
  return found;
}
}  // namespace

std::optional<std::string> scalar_of(const OffsetRule& rule, std::string_view value) {
  if (rule.path.empty()) return std::string(value);
  const auto part = json_of(rule, value);
  if (!part) return std::nullopt;
  if (const auto* number = part->if_int64()) return std::to_string(*number);
  const auto* text = part->if_string();
  return text == nullptr ? std::nullopt : std::optional(std::string(view(*text)));
}

Result<std::optional<SourceOffsets>> read_source_offsets(
    const OffsetRule& rule, const std::string& topic, const std::map<std::string, std::string, std::less<>>& members) {
  const auto wrong = [](const std::string& key) {
    return fail(ErrorCode::input, "the source offsets cannot be read", key.substr(0, 200));
  };
  if (!means_offsets(rule)) return std::optional<SourceOffsets>();
  Collected out(rule);
  bool found = false;
  if (rule.key.find(partition_mark) != std::string::npos) {
    TM_TRY(found, read_partitions(rule, topic, members, out));
    return found ? std::optional(out.take()) : std::optional<SourceOffsets>();
  }
  const auto mark = rule.key.find(topic_mark);
  if (mark == std::string::npos) {
    const auto member = members.find(rule.key);
    if (member == members.end()) return std::optional<SourceOffsets>();
    if (!read_value(rule, member->second, topic, out)) return wrong(rule.key);
    return std::optional(out.take());
  }
  const std::string_view before = std::string_view(rule.key).substr(0, mark);
  const std::string_view after = std::string_view(rule.key).substr(mark + topic_mark.size());
  for (auto member = members.lower_bound(before); member != members.end() && member->first.starts_with(before);
       ++member) {
    const std::string_view key = member->first;
    if (key.size() <= before.size() + after.size() || !key.ends_with(after)) continue;
    found = true;
    const std::string named(key.substr(before.size(), key.size() - before.size() - after.size()));
    if (!read_value(rule, member->second, named, out)) return wrong(member->first);
  }
  if (!found) return std::optional<SourceOffsets>();
  return std::optional(out.take());
}

}  // namespace tidemark
