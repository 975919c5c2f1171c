// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/dead_letter_source.h"

#include <algorithm>

#include "collectors/core/poller.h"
#include "collectors/core/state_recorder.h"
#include "collectors/kafka/dead_letter_reader.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds once_budget{8'000};
// After the first sweep, which tells of configurations and connectors.
constexpr Millis phase{4'000};
constexpr std::chrono::milliseconds metadata_patience{3'000};

// The series of one lane that are not of partitions. What a poll does not name any more ends with it.
class SeriesBook final {
 public:
  explicit SeriesBook(Lane& lane) : lane_(lane) {}
  void put(Poll& poll, const Signal& signal, const Object& object, const Known<std::int64_t>& value,
           const std::string& unit) {
    check_lane();
    Entry& entry = series_.try_emplace({signal, object}, Entry{}).first->second;
    if (entry.unit.empty()) entry = {lane_.series(signal, object, unit), unit, false};
    entry.touched = true;
    poll.samples.push_back({entry.id, value.value_or(0), value.reason()});
  }
  // The same reason for all, of one object or every. False: there is none.
  bool put_reason(Poll& poll, Reason reason, const Object* object = nullptr) {
    check_lane();
    bool any = false;
    for (auto& [key, entry] : series_) {
      if (object != nullptr && key.second != *object) continue;
      any = entry.touched = true;
      poll.samples.push_back({entry.id, 0, reason});
    }
    return any;
  }
  void finish(Poll& poll) {
    for (auto entry = series_.begin(); entry != series_.end();) {
      if (std::exchange(entry->second.touched, false)) {
        ++entry;
        continue;
      }
      poll.samples.push_back({entry->second.id, 0, Reason::deleted});
      poll.died.push_back(entry->second.id);
      entry = series_.erase(entry);
    }
  }

 private:
  struct Entry {
    SeriesId id;
    std::string unit;
    bool touched = false;
  };
  void check_lane() {
    if (lane_.id() == lane_id_) return;
    lane_id_ = lane_.id();
    for (auto& [key, entry] : series_) entry.id = lane_.series(key.first, key.second, entry.unit);
  }

  Lane& lane_;
  LaneId lane_id_ = lane_.id();
  std::map<std::pair<Signal, Object>, Entry> series_;
};
}  // namespace

class DeadLetterSource::Impl {
 public:
  Impl(std::unique_ptr<Handle> handle, std::shared_ptr<TroubleLog> log, const ClusterProfile& profile,
       const Clock& clock, SampleSink& sink, Names names)
      : profile_(profile),
        clock_(clock),
        log_(std::move(log)),
        names_(std::move(names)),
        reader_(std::move(handle), default_call_timeout),
        lane_(sink, clock, {{"kafka", profile.name.value(), profile.name}, "dead-letters", profile.poll}),
        series_(lane_),
        poller_(clock, [this](std::stop_token stop, const Tick& tick, const auto&) { return sweep(stop, tick); }) {
    poller_.add(profile.poll, std::min(profile.poll, phase));
  }

  Result<> run(const std::stop_token& stop, const Tick& tick, const ReadBudget& budget) {
    auto poll = lane_.begin(tick);
    if (!poll) return {};
    const std::int64_t cpu = thread_cpu_us(), requests = reader_.records().requests(),
                       bytes = reader_.records().bytes();
    poll->due = 1;
    auto topology = read_topology(reader_.records().handle(), profile_.topics, metadata_patience);
    if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
    Result<> result;
    if (topology) {
      poll->answered = 1;
      reader_.read(wanted(*topology), *topology, budget, stop);
      for (const auto& [name, topic] : reader_.topics()) put(*poll, object::topic(TopicName(name)), topic);
      series_.finish(*poll);
      states_.gone_untouched(*poll, "topic:");
    } else {
      result = refuse(*poll);
    }
    poll->cost = {.requests = reader_.records().requests() - requests + 1,
                  .bytes = reader_.records().bytes() - bytes,
                  .bytes_known = true,
                  .cpu_us = thread_cpu_us() - cpu};
    lane_.push(std::move(*poll), tick);
    return result;
  }

  Result<> once(const std::stop_token& stop) { return run(stop, Tick::now(clock_), {.time = once_budget}); }
  void start() { poller_.start(); }
  void stop() { poller_.stop(); }

 private:
  Millis sweep(const std::stop_token& stop, const Tick& tick) {
    lane_.set_interval(poller_.interval(0));
    const auto result = run(stop, tick, {});
    return result ? std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - tick.begun) : Millis(0);
  }

  std::set<DeadLetterReader::Wanted> wanted(const Topology& topology) const {
    std::set<DeadLetterReader::Wanted> out;
    for (const std::string& name : names_())
      if (out.size() < most_topics) out.insert({name, true});
    for (const auto& [name, partitions] : topology.topics)
      if (out.size() < most_topics && suggested_origin(name) && !out.contains({name, true})) out.insert({name, false});
    return out;
  }

  void put(Poll& poll, const Object& object, const DeadLetterTopic& topic) {
    ++poll.due;
    if (topic.reason != Reason::none) {
      if (!series_.put_reason(poll, topic.reason, &object))
        series_.put(poll, signal::dead_letters_read, object, topic.reason, "records");
      states_.keep(object);
      poll.errors.push_back({object.value(), topic.reason, "dead letters: " + topic.error, topic.denied});
      return;
    }
    ++poll.answered;
    std::string causes;
    for (const auto& [id, counted] : topic.tally.causes()) {
      causes += (causes.empty() ? "" : "\n") + cause_line(counted.cause);
      series_.put(poll, signal::dead_letters(id), object, counted.count, "records");
      series_.put(poll, signal::dead_letter_partition(id), object, std::int64_t{counted.partition}, "partition");
      series_.put(poll, signal::dead_letter_offset(id), object, counted.offset, "offset");
    }
    series_.put(poll, signal::dead_letters_read, object, topic.tally.read(), "records");
    series_.put(poll, signal::dead_letters_unread, object, topic.unread(), "records");
    series_.put(poll, signal::dead_letters_oldest, object, topic.oldest().map([](BrokerTime t) { return ms(t); }),
                "ms");
    states_.put(poll, object, aspect::dead_letter_causes, causes);
  }

  Result<> refuse(Poll& poll) {
    const Trouble trouble = diagnose(log_->lines());
    const Reason reason = trouble.code == ErrorCode::denied ? Reason::no_permission : Reason::unreachable;
    series_.put_reason(poll, reason);
    poll.errors.push_back({"dead-letters", reason, trouble.what, trouble.code == ErrorCode::denied});
    return fail(trouble.code, trouble.what, profile_.bootstrap, trouble.fix);
  }

  const ClusterProfile profile_;
  const Clock& clock_;
  const std::shared_ptr<TroubleLog> log_;
  const Names names_;
  DeadLetterReader reader_;
  Lane lane_;
  SeriesBook series_;
  StateRecorder states_;
  Poller poller_;  // ends first
};

DeadLetterSource::DeadLetterSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DeadLetterSource::~DeadLetterSource() { impl_->stop(); }

Result<std::unique_ptr<DeadLetterSource>> DeadLetterSource::open(const ClusterProfile& profile,
                                                                 const SecretResolver& secrets, const Clock& clock,
                                                                 SampleSink& sink, Names names) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  auto log = std::make_shared<TroubleLog>();
  TM_TRY(auto handle, Handle::open(NewRecords::config(std::move(config)), Isolation::read_committed, log));
  return std::unique_ptr<DeadLetterSource>(new DeadLetterSource(
      std::make_unique<Impl>(std::move(handle), std::move(log), profile, clock, sink, std::move(names))));
}

Result<> DeadLetterSource::poll_once(std::stop_token stop) { return impl_->once(stop); }
void DeadLetterSource::start() { impl_->start(); }
void DeadLetterSource::stop() { impl_->stop(); }

}  // namespace tidemark
