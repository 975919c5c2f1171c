// SPDX-License-Identifier: GPL-3.0-or-later
// AlarmWatch: judges the timeline that is being written and tells the receivers of the profile what opened, worsened
// or closed. A thread of its own with a reader of its own: a receiver that is slow or silent holds up the next
// judgement, never the collection. What nobody took is tried again for an hour, longer each time, across restarts too,
// in its order; then it is given up aloud. What became of each message is said, and becomes an event of the timeline
// with the next poll, if there is one. Thread rule: open, start, once and the end on one thread; the callbacks come
// from the watch's own while it runs. Destruction ends within 250 ms, what a running judgement takes, and the grace of
// a command.
#pragma once

#include <memory>
#include <thread>

#include "app/session/alarm_delivery.h"
#include "app/session/path_budgets.h"
#include "models/domain/profile.h"
#include "models/timeline/reader.h"

namespace tidemark {

struct AlarmWatchOptions {
  std::string timeline;
  RecordText text;
  std::function<void(const std::string& line, bool warning)> say;
  std::function<void(Event)> tell;  // for the timeline
  Millis judges_every{10'000};      // or ten times what a judgement takes, if that is longer
  Millis first_pause{5'000};        // before the second try; doubled before each further one, at most half an hour
  Millis closes_after = alarm_closes_after;
};

class AlarmWatch final {
 public:
  static Result<std::unique_ptr<AlarmWatch>> open(const Profile& profile, const SecretResolver& secrets,
                                                  const Clock& clock, AlarmWatchOptions options);
  // Judges and delivers until the end of this object.
  void start();
  // One judgement, and one try of each message that is due.
  void once(std::stop_token stop);

 private:
  AlarmWatch(Profile profile, AlarmDelivery delivery, const Clock& clock, AlarmWatchOptions options);
  void run(std::stop_token stop);
  Result<> judge();
  void enqueue(const Transition& turn);
  void deliver_due(std::stop_token stop);
  bool settle(AlarmMessage& message, const Delivered& outcome);
  void keep();
  void complain(const Error& error);
  void say_what_is_frozen(const AlarmRound& judgement);

  const Profile profile_;
  const Severity from_;
  AlarmDelivery delivery_;
  const Clock& clock_;
  const AlarmWatchOptions options_;
  const std::string path_;
  AlarmMemory memory_;
  std::unique_ptr<TimelineReader> reader_;
  PathBudgets budgets_;
  std::uint64_t generation_ = 0;
  std::string complained_;  // the last error that was said
  std::string unseen_;      // the clusters of which too little is seen
  std::jthread thread_;     // last: ends before what it uses
};

}  // namespace tidemark
