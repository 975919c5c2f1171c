// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/kafka_source.h"

#include <fmt/format.h>

#include <algorithm>

#include "collectors/core/poller.h"
#include "collectors/kafka/config_lane.h"
#include "collectors/kafka/sweep.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds config_patience{5000};
// A cluster that does not list groups most likely does not describe its configuration either.
constexpr std::chrono::milliseconds config_short_patience{1000};
// After the first sweep, which finds out the topics.
constexpr Millis config_phase{3000};
// How often it is looked whether configurations are due: there may be no cluster to ask yet.
constexpr Millis config_check{10'000};
const std::string no_configs = "This cluster does not tell its configuration: retention and clean-up are not known.";
}  // namespace

class KafkaSource::Impl {
 public:
  Impl(std::unique_ptr<Session> session, const ClusterProfile& profile, const Clock& clock, SampleSink& sink)
      : clock_(clock),
        poll_(profile.poll),
        sweep_(std::move(session), profile, clock, sink),
        configs_(sink, clock, {"kafka", profile.name.value(), profile.name}),
        poller_(clock,
                [this](std::stop_token stop, const Tick& tick, const auto& due) { return sweep(stop, tick, due); }),
        slow_poller_(clock, [this](std::stop_token stop, const Tick& tick, const auto&) {
          read_due_configs(stop, tick);
          return Millis(0);
        }) {
    offsets_ = poller_.add(profile.poll, Millis(0));
    slow_ = poller_.add(std::max(profile.poll, SweepIntervals{}.floor), Millis(0));
    fast_ = poller_.add(Millis(0), Millis(0));
    slow_poller_.add(config_check, std::min(profile.poll, config_phase));
  }

  Result<> poll_once(std::stop_token stop, Millis age_budget) {
    const Tick tick = Tick::now(clock_);
    TM_CHECK(sweep_.run(
        stop, tick,
        {.offsets = true, .floor = true, .idle_groups = true, .last_records = true, .age_budget = age_budget}));
    read_configs(stop, tick);
    return {};
  }
  void pin(std::vector<TopicPartition> partitions) { sweep_.pin(std::move(partitions)); }
  void start() {
    poller_.start();
    slow_poller_.start();
  }
  void stop() {
    slow_poller_.request_stop();
    poller_.stop();
    slow_poller_.stop();
  }

 private:
  Millis sweep(std::stop_token stop, const Tick& tick, const std::vector<std::size_t>& due) {
    const auto has = [&](std::size_t lane) { return std::ranges::find(due, lane) != due.end(); };
    // Idle groups are read together with the marks that they are compared with.
    const bool slow = has(slow_);
    poller_.set_interval(fast_, sweep_.has_pinned() ? std::min(poll_, SweepIntervals{}.fast) : Millis(0));
    if (!slow && !has(offsets_)) {
      sweep_.run_fast(stop, tick);
      return sweep_.load();
    }
    say_interval();
    sweep_.set_offsets_interval(poller_.interval(offsets_));
    static_cast<void>(sweep_.run(stop, tick,
                                 {.offsets = has(offsets_) || slow,
                                  .floor = slow,
                                  .idle_groups = slow,
                                  .last_records = slow,
                                  .age_budget = std::clamp(poll_ / 10, Millis(50), Millis(1000))}));
    return sweep_.load();
  }

  void say_interval() {
    const Millis interval = poller_.interval(offsets_);
    const std::string seconds = fmt::format("{:.3g}", static_cast<double>(interval.count()) / 1000);
    sweep_.set_limit("interval",
                     interval == poll_
                         ? std::string()
                         : "A sweep takes over 20 % of its interval: offsets are read every " + seconds + " s.");
  }

  void read_due_configs(std::stop_token stop, const Tick& tick) {
    if (tick.mono < configs_due_ || !sweep_.seen().handle) return;
    configs_due_ = tick.mono + ConfigLane::interval;
    read_configs(stop, tick);
  }

  void read_configs(std::stop_token stop, const Tick& tick) {
    const auto seen = sweep_.seen();
    const auto patience = sweep_.lists_groups() ? config_patience : config_short_patience;
    configs_.run(stop, tick, *seen.handle, *seen.topology, patience);
    sweep_.set_limit("configuration", configs_.supported() ? std::string() : no_configs);
    sweep_.set_compacted(configs_.compacted());
  }

  const Clock& clock_;
  const Millis poll_;
  Sweep sweep_;
  ConfigLane configs_;
  Poller poller_;
  Poller slow_poller_;
  std::size_t offsets_ = 0;
  std::size_t slow_ = 0;
  std::size_t fast_ = 0;
  MonoTime configs_due_;
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
void KafkaSource::pin(std::vector<TopicPartition> partitions) { impl_->pin(std::move(partitions)); }

}  // namespace tidemark
