// SPDX-License-Identifier: GPL-3.0-or-later
// Demo: 24 hours of history from a story, then the same pipeline alive on the built-in cluster, watched by the ordinary
// collectors over TCP and in a folder. Act 1: a burst that drains by itself, then a consumer that stalls. Act 2, the
// lie: consumer lag 0, the connector RUNNING, and 10,000 records in no table. Act 3: the repair.
// Thread rule: start(), play() and destruction on one thread; say() is called on that thread.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>

#include "app/demo/pipeline.h"
#include "app/session/collect_session.h"

namespace tidemark::demo {

struct DemoOptions {
  std::string timeline;  // a file that does not exist yet
  std::function<void(std::string_view)> say;
  std::stop_token stop;
};

// What happens when, from the first live poll on, and what to look at.
struct Scene {
  Millis at;
  std::string_view text;
  void (DemoPipeline::*act)();  // may be null
};
std::span<const Scene> scenes();
// What the built-in cluster cannot show; said last.
std::string_view footnote();

class Demo final {
 public:
  static Result<std::unique_ptr<Demo>> start(DemoOptions options, const Clock& clock);

  // Plays the scenes until `length` is over or a stop is asked for. The pipeline and its collector go on until
  // destruction.
  Result<> play(Millis length);
  const std::string& timeline() const { return options_.timeline; }

 private:
  Demo(DemoOptions options, const Clock& clock);
  Result<> play_history(Marks& marks);
  Result<> go_live(const Marks& marks);

  DemoOptions options_;
  const Clock& clock_;
  std::unique_ptr<DemoPipeline> pipeline_;
  std::unique_ptr<CollectSession> session_;  // ends first
};

}  // namespace tidemark::demo
