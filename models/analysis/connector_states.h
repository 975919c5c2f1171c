// SPDX-License-Identifier: GPL-3.0-or-later
// What the sources of Connect say at a time, by source: two Connect clusters may have connectors of one name.
// Room-internal. Thread rule: build once, then read from any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "models/domain/snapshot.h"

namespace tidemark {

struct ConnectState {
  using Aspects = std::map<std::string, const StateSpan*, std::less<>>;
  struct Connector {
    Aspects own;
    std::map<std::int64_t, Aspects> tasks;
  };
  std::size_t source = 0;
  std::map<std::string, Connector> connectors;
  // `none` while the source answers; else why what it said is not to be believed any more.
  Reason silent = Reason::none;
};

std::vector<ConnectState> connect_states(const Snapshot& snapshot, LocalTime at);
const StateSpan* find(const ConnectState::Aspects& aspects, std::string_view aspect);

}  // namespace tidemark
