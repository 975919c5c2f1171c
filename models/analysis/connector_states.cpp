// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/connector_states.h"

#include "models/analysis/lane_silence.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
std::vector<ConnectState> connect_states(const Snapshot& snapshot, LocalTime at) {
  std::map<std::size_t, ConnectState> by_source;
  for (const StateSpan& span : snapshot.states) {
    if (!span.value || collected_of(snapshot.sources[span.source].spec).kind != "connect") continue;
    if (span.from_hi > at || (span.to && *span.to <= at)) continue;
    auto& state = by_source[span.source];
    if (object::kind(span.object) == "connector")
      state.connectors[std::string(object::name(span.object))].own[span.aspect] = &span;
    else if (const auto task = object::as_task(span.object))
      state.connectors[task->connector].tasks[task->number][span.aspect] = &span;
  }
  std::vector<ConnectState> out;
  for (auto& [source, state] : by_source) {
    state.source = source;
    state.silent = silence_of(snapshot, source, "connectors", at);
    out.push_back(std::move(state));
  }
  return out;
}

const StateSpan* find(const ConnectState::Aspects& aspects, std::string_view aspect) {
  const auto found = aspects.find(aspect);
  return found == aspects.end() ? nullptr : found->second;
}

}  // namespace tidemark
