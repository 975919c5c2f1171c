// SPDX-License-Identifier: GPL-3.0-or-later
// Recorder: a SampleSink that keeps what it is given, and answers what a test asks of it.
// Thread rule: any thread.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "models/domain/sink.h"

namespace tidemark::testing {

class Recorder final : public SampleSink {
 public:
  LaneId lane(const LaneSpec& spec) override;
  SeriesId series(LaneId lane, const SeriesSpec& spec) override;
  bool push(Poll poll) override;
  std::size_t backlog() const override { return 0; }

  void refuse(int pushes);  // the next ones
  std::size_t polls(const std::string& lane) const;
  // Of a lane; the newest by default.
  std::optional<Poll> poll(const std::string& lane, std::size_t back = 0) const;
  // The sample of a series in a poll; `never_polled` where the poll has none, or where there is no such series.
  Known<std::int64_t> value(const std::string& lane, const std::string& signal, const std::string& object,
                            std::size_t back = 0) const;
  std::optional<std::string> state(const std::string& object, const std::string& aspect) const;  // newest
  std::vector<LaneSpec> lanes() const;
  std::map<SeriesId, SeriesSpec> all_series() const;
  bool wait_for_polls(const std::string& lane, std::size_t count, int timeout_ms) const;
  void keep_last(std::size_t polls) { keep_ = polls; }

 private:
  const std::vector<Poll>* of(const std::string& lane) const;
  mutable std::mutex mutex_;
  std::vector<LaneSpec> lanes_;
  std::vector<std::pair<LaneId, SeriesSpec>> series_;
  std::map<std::pair<LaneId, SeriesSpec>, SeriesId> ids_;
  std::map<std::string, std::vector<Poll>> polls_;
  std::map<std::string, std::size_t> counts_;
  std::map<std::pair<std::string, std::string>, std::optional<std::string>> states_;
  int refuse_ = 0;
  std::size_t keep_ = 10'000;
};

}  // namespace tidemark::testing
