// SPDX-License-Identifier: GPL-3.0-or-later
// StateRecorder: writes the states that a poll sees and remembers which objects have any, so that an object that is
// gone is said to be gone in all its aspects, once. Thread rule: one thread at a time.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "models/domain/sample.h"

namespace tidemark {

class StateRecorder final {
 public:
  void put(Poll& poll, const Object& object, std::string_view aspect, std::string value, std::string detail = {});
  void gone(Poll& poll, const Object& object);
  // Every object whose name begins with `prefix` and that no put() named since the last call is gone.
  void gone_untouched(Poll& poll, std::string_view prefix);
  // Counts as named by a put(): it cannot be seen, which does not mean that it is gone. False where there is none.
  bool keep(const Object& object);
  std::size_t size() const { return objects_.size(); }

 private:
  struct Entry {
    std::set<std::string, std::less<>> aspects;
    bool touched = false;
  };
  std::map<std::string, Entry, std::less<>> objects_;
};

}  // namespace tidemark
