// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and judges what the page of provenance shows, and writes a run as events of OpenLineage. Thread rule: the
// thread that owns the reader. Errors: those of the reader; `no_data` for a run that nobody registered.
#pragma once

#include <memory>

#include "models/analysis/lineage/view.h"
#include "models/domain/snapshot.h"

namespace tidemark {

// `asked`: a run id, a model or its version, a snapshot id, or TABLE@TIME; empty: the newest run. `with`: a run that it
// is held against; empty: none. What cannot be answered is told in the view.
Result<std::shared_ptr<const ProvenanceView>> load_provenance(SnapshotSource& timeline, const std::string& file,
                                                              const std::string& asked, const std::string& with,
                                                              LocalTime at);
// A line each; where a run does not say in which cluster, the timeline may know.
Result<std::string> run_events(SnapshotSource& timeline, const std::string& file, const std::string& run, LocalTime at);

}  // namespace tidemark
