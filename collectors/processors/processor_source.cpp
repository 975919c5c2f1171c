// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/processors/processor_source.h"

#include "collectors/core/single_lane.h"
#include "collectors/processors/flink_jobs.h"
#include "collectors/processors/flink_open.h"
#include "models/domain/processor_jobs.h"

namespace tidemark {
namespace {
constexpr Millis budget{5'000};
constexpr Millis greeting_interval = std::chrono::minutes(5);
}  // namespace

class ProcessorSource::Impl {
 public:
  Impl(flink::FlinkApi api, const ProcessorProfile& profile, const Clock& clock, SampleSink& sink)
      : api_(std::move(api)),
        self_(object::processor(profile.name)),
        source_("source:" + profile.name),
        lane_(sink, clock, {{"processor", profile.name, profile.cluster}, "jobs", profile.poll},
              [this](const auto& stop, const Tick& tick, Poll& poll) { return read(stop, tick, poll); }),
        recorder_(lane_.lane()) {}

  Result<> run(const std::stop_token& stop) { return lane_.run(stop); }
  void start() { lane_.start(); }
  void stop() { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    api_.begin(stop, poll.cost, budget);
    poll.due = 2;  // which jobs there are, and each of them
    auto list = api_.jobs();
    if (!list) return failed(stop, poll, std::move(list.error()));
    poll.answered = 1;
    states_.put(poll, self_, aspect::state, std::string(word(HttpOutcome::ok)));
    greet(tick, poll);
    jobs_.listed(*list);
    jobs_.ask(api_, tick.mono, poll);
    if (stop.stop_requested()) return Millis(0);
    if (jobs_.all_asked()) poll.answered = 2;
    jobs_.put(states_, poll);
    recorder_.put(poll, jobs_.values());
    std::string limits;
    for (const std::string& limit : jobs_.limits()) limits += (limits.empty() ? "" : "\n") + limit;
    states_.put(poll, source_, aspect::limits, limits);
    return api_.took();
  }

  // May not fail the poll.
  void greet(const Tick& tick, Poll& poll) {
    if (!greeted_ || tick.mono - *greeted_ >= greeting_interval) {
      version_ = api_.version().value_or(std::string());
      greeted_ = tick.mono;
    }
    if (!version_.empty()) states_.put(poll, self_, aspect::version, version_);
  }

  std::unexpected<Error> failed(const std::stop_token& stop, Poll& poll, HttpReply reply) {
    if (!stop.stop_requested()) {
      greeted_.reset();
      const Reason reason = reason_of(reply.outcome);
      states_.put(poll, self_, aspect::state, std::string(word(reply.outcome)));
      recorder_.put_reason(poll, reason);
      poll.errors.push_back({"jobs", reason, reply.error.line(), reply.outcome == HttpOutcome::denied});
    }
    return std::unexpected(std::move(reply.error));
  }

  flink::FlinkApi api_;
  const Object self_;
  const Object source_;
  StateRecorder states_;
  flink::FlinkJobs jobs_;
  std::optional<MonoTime> greeted_;
  std::string version_;
  SingleLane lane_;
  SignalRecorder recorder_;
};

ProcessorSource::ProcessorSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ProcessorSource::~ProcessorSource() { impl_->stop(); }

Result<std::unique_ptr<ProcessorSource>> ProcessorSource::open(const ProcessorProfile& profile,
                                                               const SecretResolver& secrets, const Clock& clock,
                                                               SampleSink& sink) {
  TM_TRY(auto api, flink::open_api(profile, secrets));
  return std::unique_ptr<ProcessorSource>(
      new ProcessorSource(std::make_unique<Impl>(std::move(api), profile, clock, sink)));
}

Result<> ProcessorSource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void ProcessorSource::start() { impl_->start(); }
void ProcessorSource::stop() { impl_->stop(); }

}  // namespace tidemark
