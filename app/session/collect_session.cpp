// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/collect_session.h"

#include <thread>

#include "app/session/open_sources.h"
#include "app/session/past_window.h"
#include "app/settings/files.h"
#include "app/settings/profile_file.h"
#include "models/timeline/reader.h"

namespace tidemark {
namespace {
// What a receiver may take at the end to be told the rest.
constexpr Millis remote_grace{2'000};

// Takes nothing: what a source is opened on to see whether its configuration works.
class NoSink final : public SampleSink {
 public:
  LaneId lane(const LaneSpec&) override { return LaneId(0); }
  SeriesId series(LaneId, const SeriesSpec&) override { return SeriesId(0); }
  bool push(Poll) override { return false; }
  std::size_t backlog() const override { return 0; }
};

StateSample profile_state(const Profile& profile) {
  return {Object("profile:" + profile.name), std::string(aspect::profile), judged_part(profile), {}};
}
}  // namespace

Result<std::unique_ptr<CollectSession>> CollectSession::open(const Profile& profile, const std::string& timeline,
                                                             const SecretResolver& secrets, const Clock& clock,
                                                             CollectOptions options) {
  NoSink nowhere;
  auto told = std::make_shared<Told>(profile);
  TM_CHECK(open_sources(profile, secrets, clock, nowhere, told));
  const bool tells = options.alarm_text && profile.alarms.tells_anybody();
  if (tells) TM_CHECK(AlarmDelivery::open(profile.alarms, secrets, clock));
  if (profile.remote_write) TM_CHECK(remote::Receiver::open(*profile.remote_write, secrets));
  TM_CHECK(make_parent_folder(timeline));

  std::unique_ptr<CollectSession> session(new CollectSession(profile, timeline, secrets, clock));
  WriterOptions writer_options;
  writer_options.on_commit = std::move(options.on_commit);
  writer_options.ballast_bytes = options.ballast_bytes;
  writer_options.say = options.say;
  TM_TRY(session->writer_, TimelineWriter::open(timeline, std::move(writer_options), clock));
  session->sink_ =
      std::make_unique<WatchedSink>(*session->writer_, profile_state(profile), options.say,
                                    [told](const SourceSpec& source, const Poll& poll) { told->note(source, poll); });
  TM_TRY(session->stages_, open_sources(profile, secrets, clock, *session->sink_, told));
  WatchedSink* sink = session->sink_.get();
  if (profile.remote_write) {
    TM_TRY(session->remote_,
           remote::RemoteWriter::open(*profile.remote_write, secrets, clock,
                                      {.timeline = timeline, .say = options.say, .tell = [sink](Event event) {
                                         sink->tell(std::move(event));
                                       }}));
    session->remote_health_ = std::make_unique<remote::RemoteSource>(*session->remote_, clock, *sink);
  }
  if (!tells) return session;
  TM_TRY(session->alarms_, AlarmWatch::open(profile, secrets, clock,
                                            {.timeline = timeline,
                                             .text = std::move(options.alarm_text),
                                             .say = std::move(options.say),
                                             .tell = [sink](Event event) { sink->tell(std::move(event)); }}));
  return session;
}

CollectSession::~CollectSession() = default;

Result<std::vector<Error>> CollectSession::backfill(Millis length, std::stop_token stop, const PastTold& told) {
  const LocalTime now = clock_.now();
  TM_TRY(const auto reader, TimelineReader::open(timeline_));
  TM_TRY(const auto known, reader->load(past_request(now - length, now)));
  auto errors = rebuild_past({profile_, secrets_, clock_, *writer_, *known, now - length, now, std::move(stop), told},
                             profile_state(profile_));
  TM_CHECK(writer_->flush());
  return errors;
}

Result<std::vector<Error>> CollectSession::poll_once(std::stop_token stop) {
  std::vector<Error> errors;
  for (const Sources& sources : stages_) {
    std::vector<Result<>> results(sources.size());
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < sources.size(); ++i)
        threads.emplace_back([&, i] { results[i] = sources[i]->poll_once(stop); });
    }
    for (const Result<>& result : results)
      if (!result) errors.push_back(result.error());
  }
  TM_CHECK(writer_->flush());
  if (alarms_) alarms_->once(stop);
  if (!remote_) return errors;
  remote_->once(stop);
  if (auto polled = remote_health_->poll_once(stop); !polled) errors.push_back(std::move(polled.error()));
  TM_CHECK(writer_->flush());
  return errors;
}

void CollectSession::start() {
  for (const Sources& sources : stages_)
    for (const auto& source : sources) source->start();
  if (alarms_) alarms_->start();
  if (!remote_) return;
  remote_->start();
  remote_health_->start();
}

Result<> CollectSession::close() {
  alarms_.reset();
  for (const Sources& sources : stages_)
    for (const auto& source : sources) source->stop();
  if (remote_health_) remote_health_->stop();
  // What was lost and is a gap by now has been said.
  const Result<> flushed = writer_->flush();
  if (remote_) remote_->finish(remote_grace);
  if (!flushed && !writer_->stats().error.empty()) return flushed;
  return writer_->close();
}

}  // namespace tidemark
