// SPDX-License-Identifier: GPL-3.0-or-later
// What a task's stack trace is about, by the class names in it. Room-internal. Thread rule: none, pure functions.
// Source: traces of real workers (a sink's commit that fails comes out of put(), like a record that cannot be written).
#pragma once

#include <string>
#include <string_view>

namespace tidemark {

enum class TraceKind : std::uint8_t {
  record,   // a converter, a transform or put could not take a record
  commit,   // the table commit
  service,  // the catalog or the object store did not answer
  other,
};
TraceKind trace_kind(std::string_view trace);
// Its first line, cut to a readable length, and that of its last cause; empty where there is none.
std::string trace_head(std::string_view trace);
std::string trace_cause(std::string_view trace);

}  // namespace tidemark
