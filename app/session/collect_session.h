// SPDX-License-Identifier: GPL-3.0-or-later
// CollectSession: everything that a profile names, collected into one timeline: the writer, and a source per
// cluster and service.
// Nothing is written before the whole profile has proved usable.
// Thread rule: one thread; the callbacks come from collector and writer threads.
// Errors: `usage` for a profile that cannot work, `damaged` for a foreign timeline, `storage`.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "app/remote/remote_source.h"
#include "app/session/alarm_watch.h"
#include "app/session/backfill.h"
#include "app/session/watched_sink.h"
#include "collectors/core/source.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"
#include "models/timeline/writer.h"

namespace tidemark {

struct CollectOptions {
  std::function<void(const Committed&)> on_commit;
  WatchedSink::Say say = [](const std::string&, bool) {};
  std::int64_t ballast_bytes = 0;  // held on the timeline's disk for the moment when it is full
  RecordText alarm_text;           // how alarms are written; without it nobody is told
};

class CollectSession final {
 public:
  static Result<std::unique_ptr<CollectSession>> open(const Profile& profile, const std::string& timeline,
                                                      const SecretResolver& secrets, const Clock& clock,
                                                      CollectOptions options);
  ~CollectSession();

  // Before the sources are read: what happened in the last `length` before they were. The errors of the parts that
  // failed; a stop is none.
  Result<std::vector<Error>> backfill(Millis length, std::stop_token stop, const PastTold& told);
  // Every source once, committed, judged for alarms and sent to the receiver when this returns: the errors of those
  // that failed.
  // Clusters and services are read at the same time, tables and dead letters after them: what a table lacks of a
  // group's offset is proven only by a table that was read after the group, and connectors name the topics of dead
  // letters.
  Result<std::vector<Error>> poll_once(std::stop_token stop);
  // Every source at its intervals until close().
  void start();
  // Commits what the sources have handed over so far.
  Result<> flush() { return writer_->flush(); }
  CollectProgress progress() const { return sink_->progress(); }
  // Stops the sources, commits what they handed over, sends it to the receiver where that answers.
  Result<> close();

 private:
  CollectSession(Profile profile, std::string timeline, const SecretResolver& secrets, const Clock& clock)
      : profile_(std::move(profile)), timeline_(std::move(timeline)), secrets_(secrets), clock_(clock) {}

  const Profile profile_;
  const std::string timeline_;
  const SecretResolver& secrets_;
  const Clock& clock_;
  std::unique_ptr<TimelineWriter> writer_;
  std::unique_ptr<WatchedSink> sink_;
  std::unique_ptr<AlarmWatch> alarms_;                          // null where nobody is told
  std::unique_ptr<remote::RemoteWriter> remote_;                // null where no store is
  std::unique_ptr<remote::RemoteSource> remote_health_;         // of it
  std::array<std::vector<std::unique_ptr<Source>>, 2> stages_;  // end first
};

}  // namespace tidemark
