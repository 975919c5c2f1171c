// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/kafka_source.h"

#include <algorithm>

#include "collectors/core/poller.h"
#include "collectors/kafka/sweep.h"

namespace tidemark {

class KafkaSource::Impl {
 public:
  Impl(std::unique_ptr<Session> session, const ClusterProfile& profile, const Clock& clock, SampleSink& sink)
      : clock_(clock),
        poll_(profile.poll),
        sweep_(std::move(session), profile, clock, sink),
        poller_(clock,
                [this](std::stop_token stop, const Tick& tick, const auto& due) { return sweep(stop, tick, due); }) {
    offsets_ = poller_.add(profile.poll, Millis(0));
    slow_ = poller_.add(std::max(profile.poll, SweepIntervals{}.floor), Millis(0));
  }

  Result<> poll_once(std::stop_token stop, Millis age_budget) {
    return sweep_.run(
        stop, Tick::now(clock_),
        {.offsets = true, .floor = true, .idle_groups = true, .last_records = true, .age_budget = age_budget});
  }
  void start() { poller_.start(); }
  void stop() { poller_.stop(); }

 private:
  Millis sweep(std::stop_token stop, const Tick& tick, const std::vector<std::size_t>& due) {
    const auto has = [&](std::size_t lane) { return std::ranges::find(due, lane) != due.end(); };
    // Idle groups are read together with the marks that they are compared with.
    const bool slow = has(slow_);
    sweep_.set_offsets_interval(poller_.interval(offsets_));
    static_cast<void>(sweep_.run(stop, tick,
                                 {.offsets = has(offsets_) || slow,
                                  .floor = slow,
                                  .idle_groups = slow,
                                  .last_records = slow,
                                  .age_budget = std::clamp(poll_ / 10, Millis(50), Millis(1000))}));
    return sweep_.load();
  }

  const Clock& clock_;
  const Millis poll_;
  Sweep sweep_;
  Poller poller_;
  std::size_t offsets_ = 0;
  std::size_t slow_ = 0;
};

KafkaSource::KafkaSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
KafkaSource::~KafkaSource() { stop(); }

Result<std::unique_ptr<KafkaSource>> KafkaSource::open(const ClusterProfile& profile, const SecretResolver& secrets,
                                                       const Clock& clock, SampleSink& sink) {
  TM_TRY(auto session, Session::open(profile, secrets));
  return std::unique_ptr<KafkaSource>(
      new KafkaSource(std::make_unique<Impl>(std::move(session), profile, clock, sink)));
}

Result<> KafkaSource::poll_once(std::stop_token stop, Millis age_budget) { return impl_->poll_once(stop, age_budget); }
void KafkaSource::start() { impl_->start(); }
void KafkaSource::stop() { impl_->stop(); }

}  // namespace tidemark
