// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/delta/log.h"

#include <fmt/format.h>

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <limits>

namespace tidemark::delta {
namespace {
namespace json = boost::json;
constexpr std::int64_t last_ms = 253'402'300'799'999;  // the year 9999
constexpr std::size_t longest_text = 200;
constexpr std::size_t longest_app = 1'000;
constexpr std::size_t version_digits = 20;

std::string_view view(const json::string& text) { return {text.data(), text.size()}; }

const json::value* find(const json::object& object, std::string_view key) {
  const json::value* value = object.if_contains({key.data(), key.size()});
  return value == nullptr || value->is_null() ? nullptr : value;
}
const json::object* object_in(const json::object& object, std::string_view key) {
  const json::value* value = find(object, key);
  return value ? value->if_object() : nullptr;
}
std::optional<std::int64_t> integer(const json::value* value) {
  const auto* number = value ? value->if_int64() : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}
std::string text(const json::value* value, std::size_t longest = longest_text) {
  const auto* string = value ? value->if_string() : nullptr;
  return string ? std::string(view(*string).substr(0, longest)) : std::string();
}
std::optional<std::int64_t> count(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size() || number < 0) return std::nullopt;
  return number;
}
// Spark writes numbers of commitInfo as text, delta-rs as numbers.
std::optional<std::int64_t> count(const json::value* value) {
  if (const auto number = integer(value)) return *number < 0 ? std::nullopt : number;
  const auto* string = value ? value->if_string() : nullptr;
  return string ? count(view(*string)) : std::nullopt;
}
std::optional<LakeTime> time(const json::value* value) {
  const auto number = integer(value);
  if (!number || *number < 0 || *number > last_ms) return std::nullopt;
  return LakeTime(Millis(*number));
}

Result<json::value> parse(std::string_view line, const LogLimits& limits, json::storage_ptr memory = {}) {
  json::parse_options options;
  options.max_depth = limits.depth;
  boost::system::error_code error;
  json::value value = json::parse({line.data(), line.size()}, error, std::move(memory), options);
  if (error) return fail(ErrorCode::input, "is no JSON: " + error.message());
  return value;
}

// Every line of an NDJSON text as an object; stops at the first thing that is none. Error: which line, and what it is.
template <class Take>
Result<> each_action(std::string_view bytes, const LogLimits& limits, Take&& take) {
  if (bytes.size() > limits.bytes)
    return fail(ErrorCode::input, fmt::format("is {} bytes large, more than are read", bytes.size()));
  std::size_t number = 0, actions = 0;
  while (!bytes.empty()) {
    ++number;
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty()) continue;
    json::monotonic_resource memory;
    const auto value = parse(line, limits, &memory);
    const json::object* action = value ? value->if_object() : nullptr;
    const char* wrong = !value ? "is no JSON" : action == nullptr ? "is no object" : take(*action);
    if (wrong != nullptr) return fail(ErrorCode::input, fmt::format("line {} {}", number, wrong));
    ++actions;
  }
  if (actions == 0) return fail(ErrorCode::input, "is empty");
  return {};
}

// A "txn" action's content. What is wrong with it, or nullptr.
const char* take_transaction(const json::object& content, std::size_t most, Transactions& out) {
  const auto* app = find(content, "appId");
  const auto version = integer(find(content, "version"));
  if (app == nullptr || !app->is_string() || !version || app->get_string().size() > longest_app)
    return "holds a transaction that cannot be read";
  out.insert_or_assign(std::string(view(app->get_string())), *version);  // the last one holds
  return out.size() > most ? "has more transactions than are read" : nullptr;
}

// What the actions of a state say, whether they stand one a line or in an array.
const char* take_state(const json::object& action, const LogLimits& limits, LogState& out) {
  if (const json::value* transaction = find(action, "txn")) {
    const auto* content = transaction->if_object();
    return content ? take_transaction(*content, limits.transactions, out.transactions) : "holds no transaction";
  }
  if (const auto* metadata = object_in(action, "metaData")) out.table_id = text(find(*metadata, "id"));
  return nullptr;
}

class CommitReader final {
 public:
  CommitReader(const LogLimits& limits, Commit& out) : limits_(limits), out_(out) {}

  const char* take(const json::object& action) {
    if (const json::value* transaction = find(action, "txn")) {
      const auto* content = transaction->if_object();
      return content ? take_transaction(*content, limits_.transactions, out_.transactions) : "holds no transaction";
    }
    if (const auto* info = object_in(action, "commitInfo")) take_info(*info);
    if (const auto* metadata = object_in(action, "metaData")) take_metadata(*metadata);
    if (const auto* add = object_in(action, "add")) take_add(*add);
    if (const auto* remove = object_in(action, "remove")) {
      rewrites_ = rewrites_ || changes_data(*remove);
      take_change(*remove, false);
    }
    return nullptr;
  }

  void finish() {
    if (!rewrites_ && out_.added_files == 0)
      out_.added_records = 0;
    else if (!rewrites_)
      out_.added_records = records_ ? records_ : told_;
    if (changes_.size() <= limits_.files)
      out_.changes = std::make_shared<const std::vector<FileChange>>(std::move(changes_));
  }

 private:
  static bool changes_data(const json::object& file) {
    const json::value* value = find(file, "dataChange");
    const bool* said = value ? value->if_bool() : nullptr;
    return said == nullptr || *said;
  }

  void take_info(const json::object& info) {
    out_.at = time(find(info, "inCommitTimestamp"));
    if (!out_.at) out_.at = time(find(info, "timestamp"));
    out_.operation = text(find(info, "operation"));
    out_.identity = text(find(info, "txnId"));
    out_.restores = out_.operation == "RESTORE";
    if (const auto* parameters = object_in(info, "operationParameters")) {
      out_.query = text(find(*parameters, "queryId"));
      out_.cycle = text(find(*parameters, "epochId"));
      if (const auto epoch = integer(find(*parameters, "epochId"))) out_.cycle = std::to_string(*epoch);
      if (out_.restores) out_.restored_to = count(find(*parameters, "version"));
    }
    const auto* metrics = object_in(info, "operationMetrics");
    for (const char* key : {"numOutputRows", "num_added_rows"})
      if (metrics != nullptr && !told_) told_ = count(find(*metrics, key));
    if (metrics != nullptr) out_.retries = count(find(*metrics, "num_retries"));
  }

  void take_metadata(const json::object& metadata) {
    if (std::string id = text(find(metadata, "id")); !id.empty()) out_.table_id = std::move(id);
    const json::value* told = find(metadata, "schemaString");
    const auto* string = told ? told->if_string() : nullptr;
    if (string == nullptr) return;
    const auto schema = parse(view(*string), limits_);
    const json::value* fields = schema && schema->is_object() ? find(schema->get_object(), "fields") : nullptr;
    const auto* list = fields ? fields->if_array() : nullptr;
    if (list == nullptr || list->size() > limits_.files) return;
    SchemaFields& out = out_.schema.emplace();
    for (const json::value& field : *list)
      if (const auto* object = field.if_object()) out.push_back(field_of(*object));
  }

  // Under a column mapping a field keeps its number and gets other names.
  static SchemaField field_of(const json::object& field) {
    const json::value* type = find(field, "type");
    const json::value* nullable = find(field, "nullable");
    const bool always = nullable != nullptr && nullable->is_bool() && !nullable->get_bool();
    const auto* extra = object_in(field, "metadata");
    const auto id = extra ? integer(find(*extra, "delta.columnMapping.id")) : std::nullopt;
    const std::string name = text(find(field, "name"));
    const std::string kind = type == nullptr     ? std::string()
                             : type->is_string() ? std::string(view(type->get_string()))
                                                 : json::serialize(*type);
    return {id ? std::to_string(*id) : name, name, kind + (always ? " not null" : "")};
  }

  void take_change(const json::object& file, bool added) {
    if (changes_.size() > limits_.files) return;
    FileChange& change = changes_.emplace_back();
    change.added = added;
    change.size = integer(find(file, "size")).value_or(-1);
    std::string identity = text(find(file, "path"), longest_app);
    if (const auto* vector = object_in(file, "deletionVector")) {
      change.vector = true;
      identity += '\n' + text(find(*vector, "storageType")) + text(find(*vector, "pathOrInlineDv"), longest_app) +
                  std::to_string(integer(find(*vector, "offset")).value_or(0));
    }
    change.file = std::hash<std::string>()(identity);
  }

  void take_add(const json::object& add) {
    take_change(add, true);
    if (!changes_data(add)) return;
    ++out_.added_files;
    // The file was there before, with fewer rows struck out.
    if (find(add, "deletionVector") != nullptr) rewrites_ = true;
    const auto records = records_of(add);
    if (!records || !records_ || *records > std::numeric_limits<std::int64_t>::max() - *records_)
      records_.reset();
    else
      *records_ += *records;
  }

  std::optional<std::int64_t> records_of(const json::object& add) const {
    const json::value* stats = find(add, "stats");
    const auto* string = stats ? stats->if_string() : nullptr;
    if (string == nullptr) return std::nullopt;
    json::monotonic_resource memory;
    const auto value = parse(view(*string), limits_, &memory);
    const auto* object = value ? value->if_object() : nullptr;
    return object ? count(find(*object, "numRecords")) : std::nullopt;
  }

  const LogLimits& limits_;
  Commit& out_;
  std::optional<std::int64_t> records_ = 0;  // by the files' statistics; unset: one has none
  std::optional<std::int64_t> told_;         // by the writer's metrics
  std::vector<FileChange> changes_;
  bool rewrites_ = false;  // what was in the table already is written again, or goes
};

// A list of transactions that stands under `key`. No value: there is none.
Result<std::optional<Transactions>> listed(const json::object& object, std::string_view key, const LogLimits& limits) {
  const json::value* value = find(object, key);
  if (value == nullptr) return std::optional<Transactions>();
  const auto* list = value->if_array();
  Transactions out;
  const char* wrong = list ? nullptr : "the transactions are no list";
  for (std::size_t i = 0; list != nullptr && i < list->size() && wrong == nullptr; ++i) {
    const auto* content = (*list)[i].if_object();
    wrong = content ? take_transaction(*content, limits.transactions, out) : "holds no transaction";
  }
  if (wrong != nullptr) return fail(ErrorCode::input, wrong);
  return std::optional(std::move(out));
}

Result<json::value> parse_document(std::string_view text, const LogLimits& limits) {
  if (text.size() > limits.bytes) return fail(ErrorCode::input, "is larger than is read");
  TM_TRY(json::value value, parse(text, limits));
  if (!value.is_object()) return fail(ErrorCode::input, "is no object");
  return value;
}
}  // namespace

Commit parse_commit(std::int64_t version, std::string_view text, const LogLimits& limits) {
  Commit out;
  out.version = version;
  CommitReader reader(limits, out);
  const auto read = each_action(text, limits, [&](const json::object& action) { return reader.take(action); });
  if (read) {
    reader.finish();
    return out;
  }
  Commit damaged;
  damaged.version = version;
  damaged.damage = read.error().what;
  damaged.at = out.at;
  damaged.operation = out.operation;
  return damaged;
}

Result<std::optional<LogState>> parse_checksum(std::int64_t version, std::string_view text, const LogLimits& limits) {
  TM_TRY(const json::value value, parse_document(text, limits));
  TM_TRY(auto transactions, listed(value.get_object(), "setTransactions", limits));
  if (!transactions) return std::optional<LogState>();
  LogState state{version, std::move(*transactions), {}};
  if (const auto* metadata = object_in(value.get_object(), "metadata"))
    state.table_id = delta::text(find(*metadata, "id"));
  return std::optional(std::move(state));
}

Result<std::optional<LogState>> parse_last_checkpoint(std::string_view text, const LogLimits& limits) {
  TM_TRY(const json::value value, parse_document(text, limits));
  const auto version = integer(find(value.get_object(), "version"));
  const auto* v2 = object_in(value.get_object(), "v2Checkpoint");
  const json::value* actions = v2 ? find(*v2, "nonFileActions") : nullptr;
  if (actions == nullptr) return std::optional<LogState>();
  const auto* list = actions->if_array();
  if (list == nullptr || !version || *version < 0) return fail(ErrorCode::input, "is no pointer to a checkpoint");
  LogState state{*version, {}, {}};
  for (const json::value& action : *list) {
    const auto* object = action.if_object();
    const char* wrong = object ? take_state(*object, limits, state) : "holds no action";
    if (wrong != nullptr) return fail(ErrorCode::input, wrong);
  }
  return std::optional(std::move(state));
}

Result<LogState> parse_checkpoint(std::int64_t version, std::string_view text, const LogLimits& limits) {
  LogState state{version, {}, {}};
  bool whole = false;
  TM_CHECK(each_action(text, limits, [&](const json::object& action) {
    whole = whole || find(action, "checkpointMetadata") != nullptr;
    return take_state(action, limits, state);
  }));
  if (!whole) return fail(ErrorCode::input, "is no checkpoint of version 2");
  return state;
}

std::optional<std::int64_t> LogFiles::head() const {
  return versions.empty() ? std::nullopt : std::optional(*versions.rbegin());
}

std::int64_t LogFiles::oldest() const {
  std::int64_t oldest = *versions.rbegin();
  while (oldest > 0 && versions.contains(oldest - 1)) --oldest;
  return oldest;
}

LogFiles sort_names(const std::vector<std::string>& names) {
  LogFiles out;
  for (const std::string& name : names) {
    out.last_checkpoint = out.last_checkpoint || name == "_last_checkpoint";
    const std::string_view digits = std::string_view(name).substr(0, version_digits);
    const std::string_view ending = std::string_view(name).substr(digits.size());
    if (digits.size() != version_digits || digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const auto version = count(digits);
    if (!version || *version == std::numeric_limits<std::int64_t>::max()) continue;
    if (ending == ".json") out.versions.insert(*version);
    if (ending == ".crc") out.checksums.insert(*version);
    if (!ending.starts_with(".checkpoint.")) continue;
    if (ending.ends_with(".json")) out.checkpoints[*version] = name;
    if (ending.ends_with(".parquet")) out.parquet = std::max(out.parquet.value_or(0), *version);
  }
  return out;
}

std::string version_name(std::int64_t version, std::string_view ending) {
  return fmt::format("{:020}{}", version, ending);
}

}  // namespace tidemark::delta
