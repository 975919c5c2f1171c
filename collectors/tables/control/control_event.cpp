// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/control/control_event.h"

#include <avro.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "collectors/avro/handles.h"

namespace tidemark {
namespace {
constexpr std::size_t header_size = 4;
constexpr std::uint8_t magic[2] = {0xC2, 0x01};
constexpr std::size_t most_schemas = 64;
constexpr std::size_t most_items = 1'000'000;
constexpr std::size_t uuid_size = 16;

Error bad(std::string what) { return {ErrorCode::input, "control event: " + std::move(what), {}, {}}; }

// A place in a decoded value; a union stands for the branch that it holds. Nothing where there is no such field.
using Place = std::optional<avro_value_t>;

Place branch_of(avro_value_t value) {
  for (int depth = 0; avro_value_get_type(&value) == AVRO_UNION; ++depth) {
    avro_value_t inner{};
    if (depth > 4 || avro_value_get_current_branch(&value, &inner) != 0) return std::nullopt;
    value = inner;
  }
  if (avro_value_get_type(&value) == AVRO_NULL) return std::nullopt;
  return value;
}

Place field(const Place& record, const char* name) {
  if (!record || avro_value_get_type(&*record) != AVRO_RECORD) return std::nullopt;
  avro_value_t value{};
  if (avro_value_get_by_name(&*record, name, &value, nullptr) != 0) return std::nullopt;
  return branch_of(value);
}

std::optional<std::int64_t> number(const Place& place) {
  if (!place) return std::nullopt;
  std::int64_t wide = 0;
  std::int32_t narrow = 0;
  if (avro_value_get_type(&*place) == AVRO_INT64 && avro_value_get_long(&*place, &wide) == 0) return wide;
  if (avro_value_get_type(&*place) == AVRO_INT32 && avro_value_get_int(&*place, &narrow) == 0) return narrow;
  return std::nullopt;
}

std::optional<std::string> text(const Place& place) {
  if (!place || avro_value_get_type(&*place) != AVRO_STRING) return std::nullopt;
  const char* characters = nullptr;
  std::size_t size = 0;  // with the closing zero
  if (avro_value_get_string(&*place, &characters, &size) != 0 || size == 0) return std::nullopt;
  return std::string(characters, size - 1);
}

std::optional<std::string> uuid(const Place& place) {
  if (!place || avro_value_get_type(&*place) != AVRO_FIXED) return text(place);
  const void* bytes = nullptr;
  std::size_t size = 0;
  if (avro_value_get_fixed(&*place, &bytes, &size) != 0 || size != uuid_size) return std::nullopt;
  const auto* byte = static_cast<const std::uint8_t*>(bytes);
  std::string out;
  for (std::size_t i = 0; i < uuid_size; ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", byte[i]);
  }
  return out;
}

// Calls `take` with every element of a list; false where it is too long or `take` refuses one.
template <class Take>
bool each(const Place& list, Take take) {
  if (!list) return true;
  if (avro_value_get_type(&*list) != AVRO_ARRAY) return false;
  std::size_t size = 0;
  if (avro_value_get_size(&*list, &size) != 0 || size > most_items) return false;
  for (std::size_t i = 0; i < size; ++i) {
    avro_value_t element{};
    if (avro_value_get_by_index(&*list, i, &element, nullptr) != 0 || !take(branch_of(element))) return false;
  }
  return true;
}

constexpr std::int64_t per_milli = 1000;
template <class Time>
std::optional<Time> micros(const std::optional<std::int64_t>& value) {
  if (!value) return std::nullopt;
  return Time(Millis(*value / per_milli));
}

bool take_table(const Place& reference, ControlEvent& event) {
  std::string name;
  const bool spaces = each(field(reference, "namespace"), [&](const Place& part) {
    const auto level = text(part);
    if (level) name += *level + '.';
    return level.has_value();
  });
  const auto last = text(field(reference, "name"));
  if (!spaces || !last) return false;
  event.table = TableName(name + *last);
  event.table_uuid = uuid(field(reference, "table_uuid")).value_or("");
  return true;
}

bool take_files(const Place& list, std::vector<ControlEvent::File>& files) {
  return each(list, [&](const Place& file) {
    const auto path = text(field(file, "file_path"));
    const auto records = number(field(file, "record_count"));
    if (!path || !records || *records < 0) return false;
    files.push_back({*path, *records});
    return true;
  });
}

bool take_positions(const Place& list, ControlEvent& event) {
  return each(list, [&](const Place& entry) {
    const auto topic = text(field(entry, "topic"));
    const auto partition = number(field(entry, "partition"));
    if (!topic || !partition || *partition < 0 || *partition > INT32_MAX) return false;
    event.positions.push_back({{TopicName(*topic), PartitionId(static_cast<std::int32_t>(*partition))},
                               number(field(entry, "offset")),
                               micros<BrokerTime>(number(field(entry, "timestamp")))});
    return !event.positions.back().next || *event.positions.back().next >= 0;
  });
}

bool take_payload(const Place& payload, ControlEvent& event) {
  const auto commit = uuid(field(payload, "commit_id"));
  if (!commit) return false;
  event.commit_id = *commit;
  event.valid_through = micros<LakeTime>(number(field(payload, "valid_through_ts")));
  switch (event.type) {
    case ControlType::start_commit:
    case ControlType::commit_complete:
      return true;
    case ControlType::data_written:
      return take_table(field(payload, "table_reference"), event) &&
             take_files(field(payload, "data_files"), event.data_files) &&
             take_files(field(payload, "delete_files"), event.delete_files);
    case ControlType::data_complete:
      return take_positions(field(payload, "assignments"), event);
    case ControlType::commit_to_table:
      event.snapshot_id = number(field(payload, "snapshot_id"));
      return take_table(field(payload, "table_reference"), event);
  }
  return false;
}

Result<ControlEvent> event_of(const avro_value_t& value) {
  const Place root = branch_of(value);
  const auto type = number(field(root, "type"));
  const auto group = text(field(root, "group_id"));
  const auto id = uuid(field(root, "id"));
  const auto time = micros<BrokerTime>(number(field(root, "timestamp")));
  if (!type || !group || !id || !time) return std::unexpected(bad("a field is missing"));
  if (*type < 0 || *type > static_cast<int>(ControlType::commit_complete))
    return std::unexpected(bad(fmt::format("type {} is not known", *type)));
  ControlEvent event;
  event.type = static_cast<ControlType>(*type);
  event.id = *id;
  event.group = *group;
  event.time = *time;
  if (!take_payload(field(root, "payload"), event)) return std::unexpected(bad("its payload is not as expected"));
  return event;
}
}  // namespace

std::int64_t ControlEvent::records() const {
  const auto sum = [](const std::vector<File>& files) {
    return std::accumulate(files.begin(), files.end(), std::int64_t{0}, [](std::int64_t total, const File& file) {
      return total + std::min(file.records, INT64_MAX - total);
    });
  };
  const std::int64_t data = sum(data_files);
  return data + std::min(sum(delete_files), INT64_MAX - data);
}

struct ControlDecoder::Schemas {
  std::map<std::string, std::unique_ptr<AvroSchema>, std::less<>> known;
};

ControlDecoder::ControlDecoder() : schemas_(std::make_unique<Schemas>()) {}
ControlDecoder::~ControlDecoder() = default;

Result<ControlEvent> ControlDecoder::decode(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < header_size || bytes[0] != magic[0] || bytes[1] != magic[1])
    return std::unexpected(bad("it does not begin as one"));
  const std::size_t length = (std::size_t{bytes[2]} << 8) | bytes[3];
  if (bytes.size() < header_size + length) return std::unexpected(bad("it ends within its schema"));
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()) + header_size, length);  // NOLINT: bytes
  auto& known = schemas_->known;
  auto found = known.find(text);
  if (found == known.end()) {
    AvroMemory memory;
    auto schema = AvroSchema::parse(text);
    if (!schema) return std::unexpected(bad(schema.error().what));
    memory.keep();
    if (known.size() >= most_schemas) known.clear();
    found = known.emplace(std::string(text), std::move(*schema)).first;
  }
  const AvroMemory memory;
  AvroValue value;
  if (avro_generic_value_new(found->second->iface, &value.value) != 0)
    return std::unexpected(bad("its schema cannot be used"));
  const auto rest = bytes.subspan(header_size + length);
  const avro_reader_t reader =
      avro_reader_memory(reinterpret_cast<const char*>(rest.data()), static_cast<std::int64_t>(rest.size()));  // NOLINT
  if (reader == nullptr) return std::unexpected(bad("out of memory"));
  const bool read = avro_value_read(reader, &value.value) == 0;
  avro_reader_free(reader);
  if (!read) return std::unexpected(bad("it ends early or does not follow its schema"));
  return event_of(value.value);
}

}  // namespace tidemark
