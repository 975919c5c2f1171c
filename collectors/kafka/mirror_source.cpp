// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/mirror_source.h"

#include <algorithm>
#include <map>
#include <vector>

#include "collectors/core/mark_recorder.h"
#include "collectors/core/single_lane.h"
#include "collectors/kafka/mirror_records.h"
#include "collectors/kafka/topic_tail.h"
#include "models/domain/mirror.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds budget{2'000};
// More partitions of a topic than this are not believed.
constexpr std::int32_t most_partitions = 100'000;
constexpr std::size_t most_kept = 200'000;

using Values = std::vector<Known<std::int64_t>>;

void set(Values& values, PartitionId partition, const Known<std::int64_t>& value) {
  const auto index = static_cast<std::size_t>(partition.value());
  if (values.size() <= index) values.resize(index + 1, Reason::never_polled);
  values[index] = value;
}

std::string why_of(const std::string& topic, Reason reason) {
  return "the topic " + topic + " cannot be read: " + std::string(word(reason));
}

// One of the mirror's topics, as far as it was read.
class Kept {
 public:
  Kept(std::unique_ptr<TopicTail> tail, std::string topic) : tail_(std::move(tail)), topic_(std::move(topic)) {}
  virtual ~Kept() = default;

  // False where it was not read to its end; what is known then still is.
  bool read(const std::stop_token& stop, Poll& poll) {
    ++poll.due;
    const int before = tail_->restarts();
    const Known<bool> whole = tail_->read(budget, stop, [&](const TailRecord& record) {
      poll.cost.bytes += static_cast<std::int64_t>(record.key.size() + record.value.size());
      take(record, std::as_bytes(record.key), std::as_bytes(record.value));
    });
    ++poll.cost.requests;
    if (tail_->restarts() != before) forget();
    reason_ = whole.reason();
    if (whole && *whole) ++poll.answered;
    if (!whole) poll.errors.push_back({topic_, reason_, why_of(topic_, reason_), reason_ == Reason::no_permission});
    return whole && *whole;
  }
  Reason reason() const { return reason_; }
  const std::string& topic() const { return topic_; }

 protected:
  virtual void take(const TailRecord& record, WireBytes key, WireBytes value) = 0;
  virtual void forget() = 0;

 private:
  const std::unique_ptr<TopicTail> tail_;
  const std::string topic_;
  Reason reason_ = Reason::never_polled;
};

class KeptSyncs final : public Kept {
 public:
  KeptSyncs(std::unique_ptr<TopicTail> tail, const MirrorProfile& mirror)
      : Kept(std::move(tail), offset_syncs_topic(mirror)), mirror_(mirror) {}

  void put(MarkRecorder& recorder, Poll& poll) const {
    const Signal source = signal::mirrored(mirror_.name), target = signal::mirrored_target(mirror_.name);
    for (const auto& [topic, values] : topics_) {
      recorder.put(poll, source, topic, values.source, "offset", false);
      recorder.put(poll, target, topic, values.target, "offset", false);
    }
  }

 private:
  struct Topic {
    Values source, target;
  };
  void take(const TailRecord&, WireBytes key, WireBytes value) override {
    const auto sync = parse_offset_sync(key, value);
    if (!sync || sync->source.partition.value() >= most_partitions) return;
    if (!glob_list_match(mirror_.topics, sync->source.topic.value())) return;
    if (topics_.size() >= most_kept && !topics_.contains(sync->source.topic.value())) return;
    Topic& topic = topics_[sync->source.topic.value()];
    set(topic.source, sync->source.partition, sync->source_offset + 1);
    set(topic.target, sync->source.partition, sync->target_offset + 1);
  }
  void forget() override { topics_.clear(); }

  const MirrorProfile mirror_;
  std::map<std::string, Topic> topics_;
};

class KeptCheckpoints final : public Kept {
 public:
  KeptCheckpoints(std::unique_ptr<TopicTail> tail, const MirrorProfile& mirror)
      : Kept(std::move(tail), checkpoints_topic(mirror)) {}

  void put(MarkRecorder& recorder, Poll& poll) const {
    for (const auto& [key, values] : topics_) {
      const auto& [group, topic] = key;
      recorder.put(poll, signal::checkpoint(group), topic, values.target, "offset", false);
      recorder.put(poll, signal::checkpoint_source(group), topic, values.source, "offset", false);
      recorder.put(poll, signal::checkpoint_at(group), topic, values.at, "ms", false);
    }
  }

 private:
  struct Topic {
    Values target, source, at;
  };
  void take(const TailRecord& record, WireBytes key, WireBytes value) override {
    const auto point = parse_mirror_checkpoint(key, value);
    if (!point || point->target.partition.value() >= most_partitions) return;
    const std::pair of{point->group, point->target.topic.value()};
    if (topics_.size() >= most_kept && !topics_.contains(of)) return;
    Topic& topic = topics_[of];
    const PartitionId partition = point->target.partition;
    set(topic.target, partition,
        point->target_offset ? Known<std::int64_t>(*point->target_offset) : Known<std::int64_t>(Reason::no_commit));
    set(topic.source, partition, point->source_offset);
    set(topic.at, partition,
        record.time_ms >= 0 ? Known<std::int64_t>(record.time_ms) : Known<std::int64_t>(Reason::not_supported));
  }
  void forget() override { topics_.clear(); }

  std::map<std::pair<GroupId, std::string>, Topic> topics_;
};

class KeptHeartbeats final : public Kept {
 public:
  KeptHeartbeats(std::unique_ptr<TopicTail> tail, const MirrorProfile& mirror)
      : Kept(std::move(tail), heartbeats_topic), mirror_(mirror) {}

  void put(Lane& lane, Poll& poll) const {
    if (!newest_) return;
    const SeriesId id = lane.series(signal::heartbeat_at, object::mirror(mirror_.name), "ms");
    poll.samples.push_back({id, *newest_, reason()});
  }

 private:
  void take(const TailRecord&, WireBytes key, WireBytes value) override {
    const auto beat = parse_mirror_heartbeat(key, value);
    if (!beat || beat->source != mirror_.source_alias || beat->target != mirror_.target_alias) return;
    newest_ = std::max(newest_.value_or(beat->at_ms), beat->at_ms);
  }
  void forget() override { newest_.reset(); }

  const MirrorProfile mirror_;
  std::optional<std::int64_t> newest_;
};
}  // namespace

std::string offset_syncs_topic(const MirrorProfile& mirror) {
  const std::string& other = mirror.syncs_at == "target" ? mirror.source_alias : mirror.target_alias;
  return "mm2-offset-syncs" + mirror.separator + other + mirror.separator + "internal";
}

std::string checkpoints_topic(const MirrorProfile& mirror) {
  return mirror.source_alias + mirror.separator + "checkpoints" + mirror.separator + "internal";
}

class MirrorSource::Impl {
 public:
  Impl(std::unique_ptr<TopicTail> syncs, std::unique_ptr<TopicTail> checkpoints, std::unique_ptr<TopicTail> heartbeats,
       const MirrorProfile& mirror, const Clock& clock, SampleSink& sink)
      : syncs_(std::move(syncs), mirror),
        checkpoints_(std::move(checkpoints), mirror),
        heartbeats_(std::move(heartbeats), mirror),
        source_lane_(sink, clock, {{std::string(mirror_kind), mirror.name, mirror.source}, "syncs", mirror.poll},
                     [this](const auto& stop, const Tick&, Poll& poll) { return read_syncs(stop, poll); }),
        target_lane_(sink, clock, {{std::string(mirror_kind), mirror.name, mirror.target}, "checkpoints", mirror.poll},
                     [this](const auto& stop, const Tick&, Poll& poll) { return read_checkpoints(stop, poll); }),
        source_marks_(source_lane_.lane()),
        target_marks_(target_lane_.lane()) {}

  Result<> run(const std::stop_token& stop) {
    const auto syncs = source_lane_.run(stop);
    const auto checkpoints = target_lane_.run(stop);
    return syncs ? checkpoints : syncs;
  }
  void start() {
    source_lane_.start();
    target_lane_.start();
  }
  void stop() {
    source_lane_.stop();
    target_lane_.stop();
  }

 private:
  // The lane itself is no part that could fail.
  Result<Millis> read_syncs(const std::stop_token& stop, Poll& poll) {
    poll.due = 0;
    const auto begun = std::chrono::steady_clock::now();
    syncs_.read(stop, poll);
    if (syncs_.reason() == Reason::none)
      syncs_.put(source_marks_, poll);
    else
      source_marks_.put_reason(poll, syncs_.reason());
    if (syncs_.reason() != Reason::none) return failed(syncs_);
    return since(begun);
  }

  Result<Millis> read_checkpoints(const std::stop_token& stop, Poll& poll) {
    poll.due = 0;
    const auto begun = std::chrono::steady_clock::now();
    checkpoints_.read(stop, poll);
    if (checkpoints_.reason() == Reason::none)
      checkpoints_.put(target_marks_, poll);
    else
      target_marks_.put_reason(poll, checkpoints_.reason());
    if (!stop.stop_requested()) heartbeats_.read(stop, poll);
    heartbeats_.put(target_lane_.lane(), poll);
    if (checkpoints_.reason() != Reason::none) return failed(checkpoints_);
    return since(begun);
  }

  static Millis since(std::chrono::steady_clock::time_point begun) {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begun);
  }

  static std::unexpected<Error> failed(const Kept& kept) {
    const bool denied = kept.reason() == Reason::no_permission;
    return std::unexpected(Error{denied ? ErrorCode::denied : ErrorCode::unreachable,
                                 why_of(kept.topic(), kept.reason()),
                                 {},
                                 denied ? "grant Read and Describe on it" : "see whether the mirror has made it"});
  }

  KeptSyncs syncs_;
  KeptCheckpoints checkpoints_;
  KeptHeartbeats heartbeats_;
  SingleLane source_lane_;
  SingleLane target_lane_;
  MarkRecorder source_marks_;
  MarkRecorder target_marks_;
};

MirrorSource::MirrorSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
MirrorSource::~MirrorSource() { impl_->stop(); }

Result<std::unique_ptr<MirrorSource>> MirrorSource::open(const MirrorProfile& mirror, const ClusterProfile& source,
                                                         const ClusterProfile& target, const SecretResolver& secrets,
                                                         const Clock& clock, SampleSink& sink) {
  const ClusterProfile& keeps = mirror.syncs_at == "target" ? target : source;
  TM_TRY(auto syncs, TopicTail::open(keeps, secrets, offset_syncs_topic(mirror)));
  TM_TRY(auto checkpoints, TopicTail::open(target, secrets, checkpoints_topic(mirror)));
  TM_TRY(auto heartbeats, TopicTail::open(target, secrets, heartbeats_topic));
  return std::unique_ptr<MirrorSource>(new MirrorSource(
      std::make_unique<Impl>(std::move(syncs), std::move(checkpoints), std::move(heartbeats), mirror, clock, sink)));
}

Result<> MirrorSource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void MirrorSource::start() { impl_->start(); }
void MirrorSource::stop() { impl_->stop(); }

}  // namespace tidemark
