// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the page of drills shows: the library, what is on record, the run sheet of the chosen drill,
// the failure matrix. Thread rule: the thread that owns the reader; may read for some seconds while a drill runs.
#pragma once

#include <memory>

#include "models/analysis/drill/view.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// `chosen`: a drill's id or the begin of it; empty: the one that runs, else the newest. What cannot be read of the
// logbook is told in the view. Errors: those of the reader.
Result<std::shared_ptr<const DrillsView>> load_drills(SnapshotSource& timeline, const std::string& file,
                                                      const std::string& chosen, LocalTime at);

}  // namespace tidemark
