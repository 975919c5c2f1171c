// SPDX-License-Identifier: GPL-3.0-or-later
// Archive: what a Hudi table has moved out of its active timeline. Up to table version 6 into logs of Hudi's own
// format, whose Avro records are read here as far as they are completed instants that write; from version 8 on into
// Parquet files, which are not read: their names tell from which instant to which. The bytes are foreign: counts and
// sizes are capped, and a log that is not what it should be is an error, as it may hold the instant that matters.
// Source: apache/hudi, HoodieTimelineArchiver, HoodieLogFormat, HoodieAvroDataBlock, HoodieArchivedMetaEntry.avsc,
// LSMTimeline. Pure functions; any thread. Errors: `input`, one line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "collectors/tables/hudi/commit.h"

namespace tidemark::hudi {

// Logs among the names of the archive's folder, newest first.
std::vector<std::string> archive_logs(const std::vector<std::string>& names);
// Of a log, in order. Their time is told where names are UTC.
Result<std::vector<Commit>> parse_archive_log(std::string_view bytes, bool utc);

// "2 Parquet files of instants FIRST to LAST"; empty where there is none.
std::string parquet_archive(const std::vector<std::string>& names);

}  // namespace tidemark::hudi
