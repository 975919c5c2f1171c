// SPDX-License-Identifier: GPL-3.0-or-later
// How connectors and their tasks are written as states. Thread rule: one thread at a time.
#pragma once

#include <functional>

#include "collectors/connect/connectors.h"
#include "collectors/core/state_recorder.h"

namespace tidemark {

// The topics that a connector is known to have used; nothing where that is not known.
using UsedTopics = std::function<const std::vector<std::string>*(const ConnectorStatus&)>;

// Every connector and task, and those that are gone since the last call.
void put_connectors(StateRecorder& recorder, Poll& poll, const std::vector<ConnectorStatus>& connectors,
                    const UsedTopics& used);

}  // namespace tidemark
