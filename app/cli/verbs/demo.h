// SPDX-License-Identifier: GPL-3.0-or-later
// The demo without a window: scenes as lines on the error stream, then the tables of what they left behind. The
// executable with Qt adds its pictures, and its own verb with a window. Main thread only.
#pragma once

#include <functional>
#include <string>

#include "app/cli/cli.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

namespace tidemark::cli {

struct DemoWanted {
  bool headless = false;
  std::string length = "110s";
  std::string timeline;  // empty: a new folder for temporary files
};
void add_demo_options(CLI::App& app, DemoWanted& wanted);

// Where the demo's timeline goes: --timeline, which must not exist, or a new private folder.
Result<std::string> demo_timeline(const DemoWanted& wanted);

// `after` runs when the scenes are over, with the path of the timeline; its status is the verb's unless it is 0.
int demo_headless(Streams& streams, const DemoWanted& wanted, const std::function<int(const std::string&)>& after = {});

}  // namespace tidemark::cli
