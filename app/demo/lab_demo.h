// SPDX-License-Identifier: GPL-3.0-or-later
// LabDemo: acts 2 and 3 on real Kafka, Connect and Iceberg. The lie: the catalog refuses commits, the group's lag is 0,
// the connector says RUNNING, and 10,000 records are in no table. The repair: it accepts, and the tasks are restarted.
// Nothing is timed: each scene waits until the timeline shows what it announces.
// Thread rule: as Play.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/demo/lab_pipeline.h"
#include "app/demo/play.h"
#include "models/domain/known.h"
#include "models/domain/words.h"

namespace tidemark::demo {

class LabDemo final : public Play {
 public:
  // Starts every service, and records them. `programs`: as find_lab() gives it.
  static Result<std::unique_ptr<Play>> start(PlayOptions options, const std::string& programs, const Clock& clock);

  std::vector<Scene> scenes() override;
  std::string_view footnote() const override;

 private:
  // The whole pipeline as align and connectors tell it now: sums over the partitions.
  struct Now {
    Known<std::int64_t> lag = Reason::never_polled;
    Known<std::int64_t> not_landed = Reason::never_polled;
    Known<std::int64_t> durable = Reason::never_polled;
    std::set<AlignState> states;
    std::string connector;  // "RUNNING"
    bool aligned(std::int64_t records) const;
    bool lies() const;
    std::string text() const;
  };
  LabDemo(PlayOptions options, const Clock& clock) : Play(std::move(options), clock) {}

  Result<> lie();
  Result<> repair();
  Result<Now> look() const;

  std::vector<Words> last_questions() const override { return {{"align"}, {"align", "--ledger"}}; }
  Result<> flush() override { return session_->flush(); }

  std::unique_ptr<LabPipeline> pipeline_;
  std::unique_ptr<CollectSession> session_;  // ends first
};

}  // namespace tidemark::demo
