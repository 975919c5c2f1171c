// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage of a timeline that has no Kafka in it. Room-internal. Thread rule: none, pure function.
#pragma once

#include "models/domain/snapshot.h"

namespace tidemark {

// Parts answered / parts due of all lanes, from the begin of the snapshot to `at`.
Known<double> coverage_of_all(const Snapshot& snapshot, LocalTime at);

}  // namespace tidemark
