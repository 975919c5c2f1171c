// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/source_offsets.h"

#include <boost/json/parse.hpp>
#include <charconv>
#include <limits>

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::string_view topic_mark = "{topic}";
constexpr std::string_view partition_mark = "{partition}";
constexpr std::size_t most_offsets = 100'000;
constexpr std::size_t longest_topic = 249;

class Collected final {
 public:
  explicit Collected(bool last) : last_(last) {}

  bool add(std::string_view topic, std::string_view partition, std::int64_t offset) {
    std::int32_t number = 0;
    const auto [end, error] = std::from_chars(partition.data(), partition.data() + partition.size(), number);
    if (error != std::errc() || end != partition.data() + partition.size() || number < 0) return false;
    if (topic.empty() || topic.size() > longest_topic || offset < 0 || offsets_.size() >= most_offsets) return false;
    if (last_ && offset == std::numeric_limits<std::int64_t>::max()) return false;
    return offsets_
        .emplace(TopicPartition{TopicName(std::string(topic)), PartitionId(number)}, offset + (last_ ? 1 : 0))
        .second;
  }
  SourceOffsets take() { return std::move(offsets_); }

 private:
  bool last_;
  SourceOffsets offsets_;
};

// {"0": 12} or {"orders": {"0": 12}}.
bool read_json(std::string_view text, const std::string& topic, Collected& out) {
  boost::system::error_code error;
  json::parse_options options;
  options.max_depth = 3;
  const json::value value = json::parse({text.data(), text.size()}, error, {}, options);
  const auto* object = error ? nullptr : value.if_object();
  if (object == nullptr || object->empty()) return false;
  const auto entry = [&](std::string_view of, const json::key_value_pair& pair) {
    const auto* offset = pair.value().if_int64();
    return offset != nullptr && out.add(of, {pair.key().data(), pair.key().size()}, *offset);
  };
  for (const auto& pair : *object) {
    const auto* inner = pair.value().if_object();
    if (inner == nullptr) {
      if (!entry(topic, pair)) return false;
      continue;
    }
    for (const auto& deep : *inner)
      if (!entry({pair.key().data(), pair.key().size()}, deep)) return false;
  }
  return true;
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
  return rule.form == "list" ? read_list(text, topic, out) : read_json(text, topic, out);
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
    const std::string& value = member->second;
    std::int64_t offset = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), offset);
    if (error != std::errc() || end != value.data() + value.size() || !out.add(topic, partition, offset))
      return fail(ErrorCode::input, "the source offsets cannot be read", member->first.substr(0, 200));
    found = true;
  }
  return found;
}
}  // namespace

Result<std::optional<SourceOffsets>> read_source_offsets(
    const OffsetRule& rule, const std::string& topic, const std::map<std::string, std::string, std::less<>>& members) {
  const auto wrong = [](const std::string& key) {
    return fail(ErrorCode::input, "the source offsets cannot be read", key.substr(0, 200));
  };
  Collected out(rule.means == "last");
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
