// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of views without a window: the same pages, painted into a PNG, SVG or PDF. Below each stands its window,
// zone, coverage and version. Thread rule: main thread, with a QApplication (start_gui).
#pragma once

#include <QSize>
#include <string>

#include "models/analysis/view_data.h"

namespace tidemark::shell {

struct PresentOptions {
  std::string page;  // "freshness", "freshness:evidence", "changes", "overview", "actions"; empty: the first
  bool contrast = false;
};

struct PictureOptions {
  QSize size{1600, 1000};
  double scale = 1;
  std::optional<LocalTime> crosshair;     // on the tide chart
  bool findings = false;                  // instead of the screen
  std::optional<PresentOptions> present;  // of the scorecard, instead of it; a PDF without a page has all of them
};

// `usage` where the ending names no format.
Result<> check_picture_name(const std::string& file);
// The file's ending names the format. Errors: `usage` for another ending or a file that cannot be written.
Result<> write_picture(const ViewData& data, const PictureOptions& options, const std::string& file);

}  // namespace tidemark::shell
