// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/collect_session.h"

#include <thread>

#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "collectors/kafka/kafka_source.h"

namespace tidemark {
namespace {
// A single poll has no next one that would finish its ages: it may take this long to settle them.
constexpr Millis age_budget{8'000};

// Takes nothing: what a source is opened on to see whether its configuration works.
class NoSink final : public SampleSink {
 public:
  LaneId lane(const LaneSpec&) override { return LaneId(0); }
  SeriesId series(LaneId, const SeriesSpec&) override { return SeriesId(0); }
  bool push(Poll) override { return false; }
  std::size_t backlog() const override { return 0; }
};

Result<std::unique_ptr<KafkaSource>> open_source(const ClusterProfile& cluster, const SecretResolver& secrets,
                                                 const Clock& clock, SampleSink& sink) {
  auto source = KafkaSource::open(cluster, secrets, clock, sink);
  if (!source && source.error().where.empty()) source.error().where = "cluster " + cluster.name.value();
  return source;
}

StateSample profile_state(const Profile& profile) {
  return {Object("profile:" + profile.name), std::string(aspect::profile), judged_part(profile), {}};
}
}  // namespace

Result<std::unique_ptr<CollectSession>> CollectSession::open(const Profile& profile, const std::string& timeline,
                                                             const SecretResolver& secrets, const Clock& clock,
                                                             CollectOptions options) {
  NoSink nowhere;
  for (const ClusterProfile& cluster : profile.clusters) TM_CHECK(open_source(cluster, secrets, clock, nowhere));
  TM_CHECK(make_parent_folder(timeline));

  std::unique_ptr<CollectSession> session(new CollectSession);
  WriterOptions writer_options;
  writer_options.on_commit = std::move(options.on_commit);
  TM_TRY(session->writer_, TimelineWriter::open(timeline, std::move(writer_options), clock));
  session->sink_ = std::make_unique<WatchedSink>(*session->writer_, profile_state(profile), std::move(options.say));
  for (const ClusterProfile& cluster : profile.clusters) {
    TM_TRY(auto source, open_source(cluster, secrets, clock, *session->sink_));
    session->sources_.push_back(std::move(source));
  }
  return session;
}

CollectSession::~CollectSession() = default;

Result<std::vector<Error>> CollectSession::poll_once(std::stop_token stop) {
  std::vector<Result<>> results(sources_.size());
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < sources_.size(); ++i)
      threads.emplace_back([&, i] { results[i] = sources_[i]->poll_once(stop, age_budget); });
  }
  TM_CHECK(writer_->flush());
  std::vector<Error> errors;
  for (const Result<>& result : results)
    if (!result) errors.push_back(result.error());
  return errors;
}

void CollectSession::start() {
  for (const auto& source : sources_) source->start();
}

Result<> CollectSession::close() {
  for (const auto& source : sources_) source->stop();
  TM_CHECK(writer_->flush());
  return writer_->close();
}

}  // namespace tidemark
