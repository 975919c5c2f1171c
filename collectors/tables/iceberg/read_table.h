// SPDX-License-Identifier: GPL-3.0-or-later
// read_table: an Iceberg table's metadata as a TableReading: the commit branch with what each snapshot says.
// Pure; any thread.
#pragma once

#include "collectors/tables/iceberg/metadata.h"
#include "collectors/tables/reading.h"

namespace tidemark::iceberg {

TableReading read_table(const TableName& table, const Metadata& metadata, const ReadRules& rules);

}  // namespace tidemark::iceberg
