// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/state_recorder.h"

namespace tidemark {

void StateRecorder::put(Poll& poll, const Object& object, std::string_view aspect, std::string value,
                        std::string detail) {
  auto& entry = objects_[object.value()];
  entry.touched = true;
  if (!entry.aspects.contains(aspect)) entry.aspects.emplace(aspect);
  poll.states.push_back({object, std::string(aspect), std::move(value), std::move(detail)});
}

void StateRecorder::gone(Poll& poll, const Object& object) {
  const auto found = objects_.find(object.value());
  if (found == objects_.end()) return;
  for (const auto& aspect : found->second.aspects) poll.states.push_back({object, aspect, std::nullopt, {}});
  objects_.erase(found);
}

bool StateRecorder::keep(const Object& object) {
  const auto found = objects_.find(object.value());
  if (found == objects_.end()) return false;
  found->second.touched = true;
  return true;
}

void StateRecorder::gone_untouched(Poll& poll, std::string_view prefix) {
  for (auto entry = objects_.lower_bound(prefix); entry != objects_.end() && entry->first.starts_with(prefix);) {
    auto& [name, what] = *entry;
    if (std::exchange(what.touched, false)) {
      ++entry;
      continue;
    }
    for (const auto& aspect : what.aspects) poll.states.push_back({Object(name), aspect, std::nullopt, {}});
    entry = objects_.erase(entry);
  }
}

}  // namespace tidemark
