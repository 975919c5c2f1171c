// SPDX-License-Identifier: GPL-3.0-or-later
// The demo without a window: scenes as lines on the error stream, the answers to their questions as they come. The
// executable with Qt adds its pictures, and its own verb with a window. Main thread only.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "app/cli/cli.h"
#include "app/demo/play.h"
#include "models/domain/clock.h"
#include "models/domain/result.h"

namespace tidemark::cli {

struct DemoWanted {
  bool headless = false;
  std::string length;    // empty: 110s
  std::string timeline;  // empty: a new folder for temporary files
  bool lab = false;
  std::string lab_dir;  // empty: the one of this program's source checkout
};
void add_demo_options(CLI::App& app, DemoWanted& wanted);

// What was wanted, checked; nothing is started yet.
struct DemoPlan {
  std::string timeline;  // --timeline, which must not exist, or one in a new private folder
  std::string lab;       // the folder of the lab's programs; empty: the built-in pipeline
  Millis length{};       // of the built-in one

  std::string_view opening() const;  // said before the start, which takes a while
};
Result<DemoPlan> demo_plan(const DemoWanted& wanted);
Result<std::unique_ptr<demo::Play>> start_demo(const DemoPlan& plan, demo::PlayOptions options, const Clock& clock);

// `after` runs when the scenes are over, with the path of the timeline; its status is the verb's unless it is 0.
int demo_headless(Streams& streams, const DemoWanted& wanted, const std::function<int(const std::string&)>& after = {});

}  // namespace tidemark::cli
