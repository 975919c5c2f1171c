// SPDX-License-Identifier: GPL-3.0-or-later
// ToldPolls: keeps in memory what a source hands over in one poll of each of its lanes. Thread rule: any thread.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "models/domain/sink.h"

namespace tidemark {

class ToldPolls final : public SampleSink {
 public:
  LaneId lane(const LaneSpec& spec) override;
  SeriesId series(LaneId lane, const SeriesSpec& spec) override;
  bool push(Poll poll) override;
  std::size_t backlog() const override { return 0; }

  // By the name of the lane; to be called when the source has ended.
  const std::map<std::string, Poll, std::less<>>& by_lane() const { return polls_; }
  const Poll* of(std::string_view lane) const;

 private:
  std::mutex mutex_;
  std::vector<LaneSpec> lanes_;
  std::int32_t series_ = 0;
  std::map<std::string, Poll, std::less<>> polls_;
};

}  // namespace tidemark
