// SPDX-License-Identifier: GPL-3.0-or-later
// How a ViewData is made: the same call serves the window's thread and a picture without a window. Thread rule: the
// thread that owns the reader. No Qt.
#pragma once

#include <vector>

#include "models/analysis/view_data.h"
#include "models/timeline/reader.h"

namespace tidemark {

// What the loader of a screen has: the timeline, and what every screen needs of it and was read before.
struct PageReading {
  TimelineReader& reader;
  const Snapshot& polls;  // of a day, without series
  std::vector<SourceRow> sources;
};

// The loader of a screen that needs the timeline alone.
template <auto load>
Result<> read_by(PageReading& reading, ViewData& data) {
  return load(reading.reader, data);
}

// What the screen needs, without findings.
Result<ViewData> load_page(TimelineReader& reader, const ViewRequest& request);
Result<ViewData> load_view(TimelineReader& reader, const ViewRequest& request);

}  // namespace tidemark
