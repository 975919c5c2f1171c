// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <charconv>
#include <map>
#include <set>

#include "collectors/avro/container.h"

namespace tidemark::hudi {
namespace {
namespace json = boost::json;
constexpr std::string_view magic = "#HUDI#";
constexpr std::string_view log_prefix = ".commits_.archive.";
constexpr std::string_view parquet = ".parquet";
constexpr std::int64_t newest_format = 1;
constexpr std::int64_t avro_block = 3;     // HoodieLogBlockType.AVRO_DATA_BLOCK
constexpr std::int64_t schema_header = 2;  // HeaderMetadataType.SCHEMA
constexpr std::int64_t most_headers = 20;
constexpr std::size_t most_commits = 10'000;  // of a log
constexpr std::string_view completed = "COMPLETED";
constexpr std::array writing = std::to_array<std::string_view>({"commit", "deltacommit", "replacecommit"});

auto damaged() { return fail(ErrorCode::input, "is no log of Hudi's archive, or damaged"); }

// Big-endian, as Java's streams write.
class Bytes final {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  bool empty() const { return bytes_.empty(); }

  std::optional<std::int64_t> number(std::size_t size) {
    const auto part = take(static_cast<std::int64_t>(size));
    if (!part) return std::nullopt;
    std::uint64_t value = 0;
    for (const char c : *part) value = value << 8U | static_cast<unsigned char>(c);
    if (size < sizeof(value)) return static_cast<std::int64_t>(value);
    return value >> 63U ? std::nullopt : std::optional(static_cast<std::int64_t>(value));
  }
  std::optional<std::string_view> take(const std::optional<std::int64_t>& size) {
    if (!size || *size < 0 || *size > std::ssize(bytes_)) return std::nullopt;
    const std::string_view out = bytes_.substr(0, static_cast<std::size_t>(*size));
    bytes_.remove_prefix(out.size());
    return out;
  }

 private:
  std::string_view bytes_;
};
constexpr std::size_t narrow = 4, wide = 8;

struct Block {
  std::string_view schema;
  std::string_view content;
};

// What follows the magic: the block's size, the format, the kind, headers, the content.
std::optional<Block> read_block(Bytes& file) {
  const auto inside = file.take(file.number(wide));
  if (!inside) return std::nullopt;
  Bytes block(*inside);
  if (block.number(narrow) != newest_format || block.number(narrow) != avro_block) return std::nullopt;
  Block out;
  const auto headers = block.number(narrow);
  if (!headers || *headers > most_headers) return std::nullopt;
  for (std::int64_t i = 0; i < *headers; ++i) {
    const auto key = block.number(narrow);
    const auto value = block.take(block.number(narrow));
    if (!value) return std::nullopt;
    if (key == schema_header) out.schema = *value;
  }
  const auto content = block.take(block.number(wide));
  if (!content || out.schema.empty()) return std::nullopt;
  out.content = *content;
  return out;
}

std::string text_of(const json::object& entry, std::string_view key) {
  const json::value* value = entry.if_contains(key);
  return value == nullptr || !value->is_string() ? std::string() : std::string(value->get_string());
}

const json::object* content_of(const json::object& entry) {
  for (const char* key : {"hoodieCommitMetadata", "hoodieReplaceCommitMetadata"})
    if (const json::value* value = entry.if_contains(key); value != nullptr && value->is_object())
      return &value->get_object();
  return nullptr;
}

std::optional<Commit> commit_of_entry(const json::object& entry, bool utc) {
  Instant instant;
  instant.time = text_of(entry, "commitTime");
  instant.action = text_of(entry, "actionType");
  const bool writes = std::ranges::find(writing, instant.action) != writing.end();
  const json::object* content = content_of(entry);
  if (!writes || content == nullptr || text_of(entry, "actionState") != completed || !is_instant(instant.time))
    return std::nullopt;
  if (std::string at = text_of(entry, "stateTransitionTime"); is_instant(at)) instant.completed = std::move(at);
  Commit out = commit_of(instant, *content);
  out.at = completed_at(instant, utc, std::nullopt);
  return out;
}

Result<> read_entries(const Block& block, bool utc, std::vector<Commit>& out) {
  Bytes content(block.content);
  content.number(narrow);  // the version of the content's form
  const auto records = content.number(narrow);
  if (!records) return damaged();
  for (std::int64_t i = 0; i < *records; ++i) {
    const auto bytes = content.take(content.number(narrow));
    if (!bytes || out.size() >= most_commits) return damaged();
    if (bytes->find(completed) == std::string_view::npos) continue;
    TM_TRY(const json::value entry, one_record(block.schema, *bytes));
    if (!entry.is_object()) return damaged();
    if (auto commit = commit_of_entry(entry.get_object(), utc)) out.push_back(*std::move(commit));
  }
  return {};
}
}  // namespace

std::vector<std::string> archive_logs(const std::vector<std::string>& names) {
  std::map<std::int64_t, std::string, std::greater<>> logs;
  for (const std::string& name : names) {
    if (!name.starts_with(log_prefix)) continue;
    const std::string_view rest = std::string_view(name).substr(log_prefix.size());
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error == std::errc() && (end == rest.data() + rest.size() || *end == '_')) logs.insert_or_assign(number, name);
  }
  std::vector<std::string> out;
  for (auto& [number, name] : logs) out.push_back(std::move(name));
  return out;
}

Result<std::vector<Commit>> parse_archive_log(std::string_view bytes, bool utc) {
  std::vector<Commit> out;
  Bytes file(bytes);
  while (!file.empty()) {
    if (file.take(std::ssize(magic)) != magic) return damaged();
    const auto block = read_block(file);
    if (!block) return damaged();
    TM_CHECK(read_entries(*block, utc, out));
  }
  std::ranges::stable_sort(out, {}, [](const Commit& commit) { return commit.instant.order(); });
  return out;
}

std::string parquet_archive(const std::vector<std::string>& names) {
  std::set<std::string_view> firsts, lasts;
  std::size_t count = 0;
  for (const std::string& name : names) {
    const std::string_view text = name;
    const auto first = text.find('_'), last = first == std::string_view::npos ? first : text.find('_', first + 1);
    if (!text.ends_with(parquet) || last == std::string_view::npos) continue;
    if (!is_instant(text.substr(0, first)) || !is_instant(text.substr(first + 1, last - first - 1))) continue;
    firsts.insert(text.substr(0, first));
    lasts.insert(text.substr(first + 1, last - first - 1));
    ++count;
  }
  if (count == 0) return {};
  return fmt::format("{} Parquet file{} of instants {} to {}", count, count == 1 ? "" : "s", *firsts.begin(),
                     *lasts.rbegin());
}

}  // namespace tidemark::hudi
