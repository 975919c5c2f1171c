// SPDX-License-Identifier: GPL-3.0-or-later
// What avro-c gives out, ended with its scope, and its memory under control: avro-c allocates what a length says before
// it reads it, and loses what it had allocated when a value ends early. Reading foreign bytes is only safe while a
// AvroMemory lives, with a schema that went through safe_schema().
// Thread rule: an AvroMemory is its thread's; the others are used by one thread at a time.
#pragma once

#include <avro.h>

#include <cstddef>
#include <memory>
#include <string_view>
#include <unordered_set>

#include "models/domain/result.h"

namespace tidemark {

// What is allocated by avro-c while it lives, on its thread, is freed with it. One of them at a time.
class AvroMemory final {
 public:
  AvroMemory();
  ~AvroMemory();
  AvroMemory(const AvroMemory&) = delete;
  AvroMemory& operator=(const AvroMemory&) = delete;
  // What lives now stays.
  void keep();

 private:
  static void* allocate(void* of, void* old, std::size_t old_size, std::size_t size);
  static thread_local AvroMemory* current_;
  std::unordered_set<void*> live_;
};

struct AvroSchema final {
  avro_schema_t schema = nullptr;
  avro_value_iface_t* iface = nullptr;
  AvroSchema() = default;
  AvroSchema(const AvroSchema&) = delete;
  AvroSchema& operator=(const AvroSchema&) = delete;
  ~AvroSchema();
  // From the writer's JSON. The schema outlives the AvroMemory under which it is made if that keeps it.
  static Result<std::unique_ptr<AvroSchema>> parse(std::string_view json);
};

struct AvroValue final {
  avro_value_t value{};
  AvroValue() = default;
  AvroValue(const AvroValue&) = delete;
  AvroValue& operator=(const AvroValue&) = delete;
  ~AvroValue();
};

}  // namespace tidemark
