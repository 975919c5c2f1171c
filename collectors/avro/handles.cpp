// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/avro/handles.h"

#include <cstdlib>
#include <mutex>
#include <string>

#include "collectors/avro/safe_schema.h"

namespace tidemark {
namespace {
constexpr std::size_t most_allocation = 64u << 20;
}

thread_local AvroMemory* AvroMemory::current_ = nullptr;

AvroMemory::AvroMemory() {
  static std::once_flag once;
  std::call_once(once, [] { avro_set_allocator(allocate, nullptr); });
  static_cast<void>(avro_strerror());  // the thread's own buffer, which stays
  current_ = this;
}

AvroMemory::~AvroMemory() {
  current_ = nullptr;
  for (void* left : live_) std::free(left);  // NOLINT: the C library's allocator
}

void AvroMemory::keep() { live_.clear(); }

void* AvroMemory::allocate(void*, void* old, std::size_t, std::size_t size) {
  if (size > most_allocation) return nullptr;
  const bool ours = current_ != nullptr && (old == nullptr || current_->live_.erase(old) > 0);
  if (size == 0) {
    std::free(old);  // NOLINT
    return nullptr;
  }
  void* fresh = std::realloc(old, size);  // NOLINT
  if (ours && (fresh != nullptr || old != nullptr)) current_->live_.insert(fresh != nullptr ? fresh : old);
  return fresh;
}

AvroSchema::~AvroSchema() {
  if (iface != nullptr) avro_value_iface_decref(iface);
  if (schema != nullptr) avro_schema_decref(schema);
}

Result<std::unique_ptr<AvroSchema>> AvroSchema::parse(std::string_view json) {
  TM_TRY(const std::string safe, safe_schema(json));
  avro_schema_t read = nullptr;
  // Where it is none, avro-c may leave here what it has freed already.
  if (avro_schema_from_json_length(safe.data(), safe.size(), &read) != 0)
    return fail(ErrorCode::input, "its schema is not one");
  auto out = std::make_unique<AvroSchema>();
  out->schema = read;
  out->iface = avro_generic_class_from_schema(out->schema);
  if (out->iface == nullptr) return fail(ErrorCode::input, "its schema cannot be used");
  return out;
}

AvroValue::~AvroValue() {
  if (value.self != nullptr) avro_value_decref(&value);
}

}  // namespace tidemark
