// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/schema_id_source.h"

#include "collectors/core/single_lane.h"
#include "collectors/core/state_recorder.h"

namespace tidemark {
namespace {
constexpr std::chrono::milliseconds metadata_patience{3'000};
}

class SchemaIdSource::Impl {
 public:
  Impl(std::unique_ptr<Handle> handle, std::shared_ptr<TroubleLog> log, const ClusterProfile& profile,
       const Clock& clock, SampleSink& sink, Registered registered)
      : profile_(profile),
        log_(std::move(log)),
        registered_(std::move(registered)),
        reader_(std::move(handle), default_call_timeout, clock),
        lane_(sink, clock, {{"kafka", profile.name.value(), profile.name}, "schema-ids", profile.poll},
              [this](const std::stop_token& stop, const Tick& tick, Poll& poll) { return read(stop, tick, poll); }) {}

  Result<> run(const std::stop_token& stop) { return lane_.run(stop); }
  void start() { lane_.start(); }
  void stop() { lane_.stop(); }

 private:
  Result<Millis> read(const std::stop_token& stop, const Tick& tick, Poll& poll) {
    const std::int64_t requests = reader_.records().requests(), bytes = reader_.records().bytes();
    auto topology = read_topology(reader_.records().handle(), profile_.topics, metadata_patience);
    if (!topology) return refuse(poll);
    poll.answered = 1;
    const RegisteredSchemas registered = registered_();
    std::set<std::string> wanted;
    std::size_t left = 0;
    for (const auto& [topic, ids] : registered.topics) {
      if (!topology->topics.contains(topic)) continue;
      if (wanted.size() < most_topics)
        wanted.insert(topic);
      else
        ++left;
    }
    reader_.read(registered, wanted, *topology, {}, stop);
    for (const auto& [name, topic] : reader_.topics()) put(poll, name, topic, registered.topics.at(name));
    if (left > 0)
      poll.errors.push_back({"schema-ids", Reason::not_probed,
                             "schema ids: " + std::to_string(left) + " topics more than are read", false});
    states_.gone_untouched(poll, "topic:");
    poll.cost.requests = reader_.records().requests() - requests + 1;
    poll.cost.bytes = reader_.records().bytes() - bytes;
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - tick.begun);
  }

  void put(Poll& poll, const std::string& name, const SchemaIdTopic& topic, const std::set<PartId>& registered) {
    const Object object = object::topic(TopicName(name));
    ++poll.due;
    if (topic.reason != Reason::none) {
      states_.keep(object);
      poll.errors.push_back({object.value(), topic.reason, "schema ids: " + topic.error, topic.denied});
      return;
    }
    ++poll.answered;
    if (topic.is_framed()) states_.put(poll, object, aspect::schema_ids, topic.lines(registered));
  }

  Result<Millis> refuse(Poll& poll) {
    const Trouble trouble = diagnose(log_->lines());
    const bool denied = trouble.code == ErrorCode::denied;
    poll.errors.push_back({"schema-ids", denied ? Reason::no_permission : Reason::unreachable, trouble.what, denied});
    return fail(trouble.code, trouble.what, profile_.bootstrap, trouble.fix);
  }

  const ClusterProfile profile_;
  const std::shared_ptr<TroubleLog> log_;
  const Registered registered_;
  SchemaIdReader reader_;
  StateRecorder states_;
  SingleLane lane_;  // ends first
};

SchemaIdSource::SchemaIdSource(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SchemaIdSource::~SchemaIdSource() { impl_->stop(); }

Result<std::unique_ptr<SchemaIdSource>> SchemaIdSource::open(const ClusterProfile& profile,
                                                             const SecretResolver& secrets, const Clock& clock,
                                                             SampleSink& sink, Registered registered) {
  TM_TRY(ClientConfig config, client_config(profile, secrets));
  auto log = std::make_shared<TroubleLog>();
  TM_TRY(auto handle, Handle::open(NewRecords::config(std::move(config)), Isolation::read_committed, log));
  return std::unique_ptr<SchemaIdSource>(new SchemaIdSource(
      std::make_unique<Impl>(std::move(handle), std::move(log), profile, clock, sink, std::move(registered))));
}

Result<> SchemaIdSource::poll_once(std::stop_token stop) { return impl_->run(stop); }
void SchemaIdSource::start() { impl_->start(); }
void SchemaIdSource::stop() { impl_->stop(); }

}  // namespace tidemark
