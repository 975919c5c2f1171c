// SPDX-License-Identifier: GPL-3.0-or-later
// A metadata file as a store gave it, compressed or not, as the answer of a load. Pure; any thread.
#pragma once

#include "collectors/tables/catalog.h"
#include "collectors/tables/store.h"

namespace tidemark::iceberg {

// `file`: read from `path`, with the cost that is not yet in `load`. Fills in the reading or why there is none; the tag
// is the caller's.
void take_metadata(StoreReply file, const std::string& path, const TableName& table, const ReadRules& rules,
                   TableLoad& load);

}  // namespace tidemark::iceberg
