// SPDX-License-Identifier: GPL-3.0-or-later
// What a user's query says of a sink: one row a partition, with its topic, its number and an offset, in this order; the
// topic may be left out where it is known. Pure functions; any thread. Offsets that come out are next offsets.
#pragma once

#include <string>

#include "collectors/sql/session.h"
#include "collectors/tables/reading.h"
#include "models/domain/profile.h"

namespace tidemark {

// `topic`: whose partitions they are where the rows do not say so; may be empty. A row without an offset is a partition
// of which nothing is in the sink. Error: `input`: rows that are no such answer; nothing of them is used then.
Result<TableMarks> marks_from_rows(const SinkProfile& profile, const std::string& topic, const SqlReply& reply);

}  // namespace tidemark
