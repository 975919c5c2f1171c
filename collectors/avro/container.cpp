// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/avro/container.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>

#include "collectors/avro/handles.h"

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::string_view magic("Obj\x01", 4);
constexpr std::size_t largest = 32u << 20;
constexpr std::size_t most_items = 1'000'000;
// As the specification of Avro writes them. The size of a block and its bytes are what Avro calls "bytes".
constexpr std::string_view header_schema =
    R"({"type":"record","name":"Header","fields":[{"name":"magic","type":{"type":"fixed","name":"Magic","size":4}},)"
    R"({"name":"meta","type":{"type":"map","values":"bytes"}},)"
    R"({"name":"sync","type":{"type":"fixed","name":"Sync","size":16}}]})";
constexpr std::string_view block_schema =
    R"({"type":"record","name":"Block","fields":[{"name":"count","type":"long"},{"name":"data","type":"bytes"},)"
    R"({"name":"sync","type":{"type":"fixed","name":"Sync","size":16}}]})";

auto wrong(std::string what) { return fail(ErrorCode::input, std::move(what)); }

class Reader final {
 public:
  explicit Reader(std::string_view bytes)
      : reader_(avro_reader_memory(bytes.data(), static_cast<std::int64_t>(bytes.size()))) {}
  ~Reader() {
    if (reader_ != nullptr) avro_reader_free(reader_);
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  Result<json::value> read(std::string_view schema_json) {
    TM_TRY(const auto schema, AvroSchema::parse(schema_json));
    AvroValue value;
    if (reader_ == nullptr || avro_generic_value_new(schema->iface, &value.value) != 0) return wrong("out of memory");
    if (avro_value_read(reader_, &value.value) != 0) return wrong("it ends early or does not follow its schema");
    json::value out;
    if (!take(value.value, out)) return wrong("it holds what is not read");
    return out;
  }

 private:
  static json::string text(const void* data, std::size_t size) {
    return json::string(static_cast<const char*>(data), size);
  }

  static bool take(avro_value_t value, json::value& out) {
    switch (avro_value_get_type(&value)) {
      case AVRO_NULL:
        return true;
      case AVRO_UNION: {
        avro_value_t branch{};
        return avro_value_get_current_branch(&value, &branch) == 0 && take(branch, out);
      }
      case AVRO_RECORD:
      case AVRO_MAP:
        return take_members(value, out);
      case AVRO_ARRAY:
        return take_items(value, out);
      default:
        return take_text(value, out) || take_number(value, out);
    }
  }

  static bool take_text(avro_value_t value, json::value& out) {
    const char* characters = nullptr;
    const void* data = nullptr;
    std::size_t size = 0;
    switch (avro_value_get_type(&value)) {
      case AVRO_STRING:  // with the closing zero
        if (avro_value_get_string(&value, &characters, &size) != 0 || size == 0) return false;
        out = text(characters, size - 1);
        return true;
      case AVRO_BYTES:
        if (avro_value_get_bytes(&value, &data, &size) != 0) return false;
        out = text(data, size);
        return true;
      case AVRO_FIXED:
        if (avro_value_get_fixed(&value, &data, &size) != 0) return false;
        out = text(data, size);
        return true;
      default:
        return false;
    }
  }

  static bool take_number(avro_value_t value, json::value& out) {
    std::int64_t wide = 0;
    std::int32_t narrow = 0;
    double real = 0;
    float small = 0;
    int truth = 0;
    if (avro_value_get_type(&value) == AVRO_INT64 && avro_value_get_long(&value, &wide) == 0)
      out = wide;
    else if (avro_value_get_type(&value) == AVRO_INT32 && avro_value_get_int(&value, &narrow) == 0)
      out = std::int64_t{narrow};
    else if (avro_value_get_type(&value) == AVRO_ENUM && avro_value_get_enum(&value, &truth) == 0)
      out = std::int64_t{truth};
    else if (avro_value_get_type(&value) == AVRO_DOUBLE && avro_value_get_double(&value, &real) == 0)
      out = real;
    else if (avro_value_get_type(&value) == AVRO_FLOAT && avro_value_get_float(&value, &small) == 0)
      out = double{small};
    else if (avro_value_get_type(&value) == AVRO_BOOLEAN && avro_value_get_boolean(&value, &truth) == 0)
      out = truth != 0;
    else
      return false;
    return true;
  }

  // Of a record or a map: both have names.
  static bool take_members(avro_value_t value, json::value& out) {
    std::size_t size = 0;
    if (avro_value_get_size(&value, &size) != 0 || size > most_items) return false;
    json::object& object = out.emplace_object();
    for (std::size_t i = 0; i < size; ++i) {
      avro_value_t member{};
      const char* name = nullptr;
      if (avro_value_get_by_index(&value, i, &member, &name) != 0 || name == nullptr) return false;
      if (!take(member, object[name])) return false;
    }
    return true;
  }

  static bool take_items(avro_value_t value, json::value& out) {
    std::size_t size = 0;
    if (avro_value_get_size(&value, &size) != 0 || size > most_items) return false;
    json::array& array = out.emplace_array();
    for (std::size_t i = 0; i < size; ++i) {
      avro_value_t item{};
      if (avro_value_get_by_index(&value, i, &item, nullptr) != 0 || !take(item, array.emplace_back(nullptr)))
        return false;
    }
    return true;
  }

  avro_reader_t reader_;
};

std::string_view text_at(const json::value& record, std::string_view key) {
  const json::value* value = record.get_object().if_contains(key);
  return value == nullptr || !value->is_string() ? std::string_view() : std::string_view(value->get_string());
}
}  // namespace

bool is_avro_container(std::string_view bytes) { return bytes.starts_with(magic); }

Result<json::value> first_record(std::string_view bytes) {
  if (!is_avro_container(bytes)) return wrong("it is no Avro container");
  if (bytes.size() > largest) return wrong("it is larger than is read");
  const AvroMemory memory;
  Reader file(bytes);
  TM_TRY(const json::value header, file.read(header_schema));
  const json::value& meta = header.get_object().at("meta");
  if (const auto codec = text_at(meta, "avro.codec"); !codec.empty() && codec != "null")
    return wrong("it is compressed, which is not read");
  TM_TRY(const json::value block, file.read(block_schema));
  if (block.get_object().at("count").get_int64() < 1) return wrong("it is empty");
  if (text_at(block, "sync") != text_at(header, "sync")) return wrong("its first block is damaged");
  return Reader(text_at(block, "data")).read(text_at(meta, "avro.schema"));
}

Result<json::value> one_record(std::string_view schema, std::string_view bytes) {
  if (bytes.size() > largest) return wrong("it is larger than is read");
  const AvroMemory memory;
  return Reader(bytes).read(schema);
}

}  // namespace tidemark
