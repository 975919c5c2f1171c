// SPDX-License-Identifier: GPL-3.0-or-later
// What a table carries of its writer's progress: the keys of its newest versions and of its properties, whose they are,
// what their rules read, and where nobody is known who writes such keys, a rule that would read them. For people who
// write a profile. The members are foreign text; what is told is shortened and inert. Pure functions; any thread.
#pragma once

#include "collectors/tables/reading.h"
#include "collectors/tables/writers.h"

namespace tidemark {

struct CarriedKey {
  std::string version;  // empty: the table's properties
  std::optional<LakeTime> at;
  std::string key;
  std::string value;
  const WriterPreset* writer = nullptr;  // null: nobody who is known
  std::string reads;                     // "checkpoint 41"; empty: nothing is read of it
};

struct CarriedTable {
  std::vector<CarriedKey> keys;
  const WriterPreset* writer = nullptr;
  std::string doubt;                   // several writers
  std::optional<OffsetRule> proposal;  // where none is known
};

// `topic`: that feeds it, as far as is known.
CarriedTable what_is_carried(std::string_view format, const std::vector<Carried>& carried, const std::string& topic);
// What the table's pipeline in a profile would say: "\"writer\": \"W\"", or "\"offsets\": {…}". Empty: nothing is
// proposed.
std::string mapping_text(const CarriedTable& table);
// As the aspect `carries`: each key once, as its newest version has it.
std::string carried_lines(const CarriedTable& table);

}  // namespace tidemark
