// SPDX-License-Identifier: GPL-3.0-or-later
// What an Iceberg table is made of: by the totals in the summary of its newest snapshot, by the operations along the
// commit branch, and by the schemas that the snapshots name. Pure function; any thread. Source: Iceberg table spec
// (snapshot summary), apache/iceberg SnapshotSummary: total-files-size is of data and delete files together, and a
// deletion vector counts as a delete file.
#pragma once

#include "collectors/tables/facts.h"
#include "collectors/tables/iceberg/metadata.h"

namespace tidemark::iceberg {

// `line`: the commit branch.
TableFacts read_facts(const Metadata& metadata, const Ancestry& line);

}  // namespace tidemark::iceberg
