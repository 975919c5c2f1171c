// SPDX-License-Identifier: GPL-3.0-or-later
// RetrievalSource: watches what a sink's users find, in the lane "age": how old it is (retrieval_age_ms of
// "sink:NAME"), how old the document of a known key is (canary_age_ms), how many keys that should be gone are found
// (tombstones; since when the oldest of them is deleted, as the profile tells: tombstone_age_ms; each key's own state
// is the aspect "deleted:KEY", found | absent), and how many documents are of which model (model_documents and
// model_share of "model:NAME/MODEL"). A negative age (two clocks) is said as it is. It only reads. Thread rule: all
// calls and destruction from one thread. stop() ends a call that is under way within 250 ms. Errors of poll_once():
// `unreachable`, `denied` or `input`, one line.
#pragma once

#include "collectors/core/signal_recorder.h"
#include "collectors/core/single_lane.h"
#include "collectors/core/source.h"
#include "collectors/sinks/sink_reader.h"

namespace tidemark {

class RetrievalSource final : public Source {
 public:
  static constexpr std::size_t most_models = 1'000;

  RetrievalSource(SinkProfile profile, std::unique_ptr<SinkReader> reader, const Clock& clock, SampleSink& sink);
  ~RetrievalSource() override { stop(); }
  // Whether the profile wants anything of this to be known.
  static bool is_wanted(const SinkReader& reader);

  Result<> poll_once(std::stop_token stop) override { return lane_.run(stop); }
  void start() override { lane_.start(); }
  void stop() override { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll);
  void read_age(SinkQuestion question, const Signal& signal, const std::stop_token& stop, Poll& poll);
  void read_deleted(const std::stop_token& stop, const Tick& tick, Poll& poll);
  void read_models(const std::stop_token& stop, Poll& poll);
  // Counts the answer; false where there is none.
  bool take(HttpOutcome outcome, const Error& error, const PollCost& cost, Poll& poll);

  const SinkProfile profile_;
  const Object object_;
  const std::unique_ptr<SinkReader> reader_;
  SingleLane lane_;
  SignalRecorder signals_;
  std::vector<SignalValue> values_;  // of the poll under way
  std::optional<Error> failed_;      // of it, the first
};

// How many documents are of which model: a name and a count in each row. Error: `input`. Pure.
Result<std::vector<std::pair<std::string, std::int64_t>>> models_from_rows(const SqlReply& reply);

}  // namespace tidemark
