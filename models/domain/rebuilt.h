// SPDX-License-Identifier: GPL-3.0-or-later
// What was rebuilt of the time before a collector ran stands in a source of a kind of its own, in lanes of its own, so
// that it is never taken for what was collected. Its name says from what: "kafka/prod". Pure functions; any thread.
#pragma once

#include "models/domain/sample.h"

namespace tidemark {

inline constexpr const char* rebuilt_kind = "rebuilt";

inline bool is_rebuilt(const SourceSpec& source) { return source.kind == rebuilt_kind; }

// What was rebuilt ends where collecting begins: nothing has ended there.
inline bool ends_rebuilt(const SourceSpec& source, bool has_value) { return is_rebuilt(source) && !has_value; }

inline SourceSpec rebuilt_of(const SourceSpec& source) {
  return {rebuilt_kind, source.kind + '/' + source.name, source.cluster};
}

// The source whose past it is; every other one is itself.
inline SourceSpec collected_of(const SourceSpec& source) {
  const auto slash = source.name.find('/');
  if (!is_rebuilt(source) || slash == std::string::npos) return source;
  return {source.name.substr(0, slash), source.name.substr(slash + 1), source.cluster};
}

}  // namespace tidemark
