// SPDX-License-Identifier: GPL-3.0-or-later
// Demo: 24 hours of history from a story, then the same pipeline alive on the built-in cluster, watched by the ordinary
// collectors over TCP and in a folder. Act 1: a burst that drains by itself, then a consumer that stalls. Act 2, the
// lie: consumer lag 0, the connector RUNNING, and 10,000 records in no table. Act 3: the repair.
// Thread rule: as Play.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/demo/pipeline.h"
#include "app/demo/play.h"

namespace tidemark::demo {

class Demo final : public Play {
 public:
  static Result<std::unique_ptr<Play>> start(PlayOptions options, Millis length, const Clock& clock);

  std::vector<Scene> scenes() override;
  std::string_view footnote() const override;

 private:
  Demo(PlayOptions options, Millis length, const Clock& clock) : Play(std::move(options), clock), length_(length) {}
  Result<> play_history(Marks& marks);
  Result<> go_live(const Marks& marks);
  std::optional<Millis> length() const override { return length_; }
  std::vector<Words> last_questions() const override { return {{"groups"}, {"lag"}, {"topics"}}; }
  Result<> flush() override { return session_->flush(); }

  Millis length_;
  std::unique_ptr<DemoPipeline> pipeline_;
  std::unique_ptr<CollectSession> session_;  // ends first
};

}  // namespace tidemark::demo
