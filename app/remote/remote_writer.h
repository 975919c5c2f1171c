// SPDX-License-Identifier: GPL-3.0-or-later
// RemoteWriter: tells a receiver what the timeline that is being written is told, by Prometheus Remote-Write 1.0. What
// waits lies in the timeline: a thread of its own with a connection of its own reads it page by page behind a position
// that is kept in a file, so that a slow or silent receiver costs a page of memory and holds up nothing, and either
// side may start again. A request is a whole number of polls, or a piece of one that is too large; what was handed over
// and not answered is handed over again. What is refused is tried in halves, and what is refused even so is dropped and
// said. Thread rule: open, start, once, finish and the end on one thread; status() from any; the callbacks come from
// the writer's own thread while it runs.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "app/remote/backoff.h"
#include "app/remote/position.h"
#include "app/remote/receiver.h"
#include "app/remote/write_request.h"
#include "models/domain/clock.h"
#include "models/domain/known.h"

namespace tidemark::remote {

struct RemoteWriterOptions {
  std::string timeline;  // is there already
  std::function<void(const std::string& line, bool warning)> say;
  std::function<void(Event)> tell;  // for the timeline
  Millis looks_every{1'000};
  Millis first_pause{500};
  Millis longest_pause{30'000};
  std::size_t most_cells = 500'000;   // in memory
  std::size_t most_samples = 20'000;  // in a request
};

struct RemoteStatus {
  Known<Millis> behind = Reason::never_polled;
  std::int64_t sent = 0;     // samples, since the first one
  std::int64_t dropped = 0;  // others, since the first one
  PollCost cost;             // since it was opened
  bool answers = true;       // the last try
  Reason reason = Reason::none;
  bool denied = false;
  std::string error;    // why not
  std::string refusal;  // why the last samples were refused
};

// The polls of a page that go together from `poll` on end there; and the requests that they go in.
std::size_t part_end(const FeedPage& page, std::size_t poll, std::size_t most_samples);
std::vector<Range> ranges_of(const FeedPage& page, std::size_t poll, std::size_t end, std::size_t most_samples);

class RemoteWriter final {
 public:
  static Result<std::unique_ptr<RemoteWriter>> open(const RemoteWriteProfile& profile, const SecretResolver& secrets,
                                                    const Clock& clock, RemoteWriterOptions options);
  ~RemoteWriter();
  const std::string& name() const { return receiver_.name(); }

  void start();
  // What is stored by now, until there is no more or a try fails. Not while it runs.
  void once(std::stop_token stop);
  // Ends the thread, and sends what is stored by now where the receiver answers; each has `grace` for it.
  void finish(Millis grace);
  RemoteStatus status();

 private:
  enum class Step : std::uint8_t { moved, idle, waits, stopped };
  RemoteWriter(Receiver receiver, const Clock& clock, RemoteWriterOptions options);
  void find_position(const RemoteWriteProfile& profile);
  void run(std::stop_token stop);
  Step step(Millis limit, std::stop_token stop);
  Step load();
  Step send(Millis limit, std::stop_token stop);
  Step refuse(Range range, const Answer& answer);
  void advance();
  void keep();
  void say_dropped(bool all);
  void note(const Answer& answer);

  Receiver receiver_;
  const Clock& clock_;
  const RemoteWriterOptions options_;
  const std::string path_;
  std::vector<Position> positions_;  // of all receivers
  std::size_t mine_ = 0;
  std::unique_ptr<TimelineFeed> feed_;
  FeedPage page_;
  std::size_t poll_ = 0;       // the first one of the page that is not told
  std::size_t end_ = 0;        // of those that are being told
  std::vector<Range> ranges_;  // that they still need, the next one last
  int halvings_ = 0;           // that are left to them
  Backoff backoff_;
  MonoTime due_ = MonoTime::min();
  std::int64_t unsaid_ = 0;  // samples
  MonoTime said_ = MonoTime::min();
  std::string complained_;

  std::mutex mutex_;  // guards what follows
  RemoteStatus status_;
  std::optional<LocalTime> waits_since_;  // the oldest poll that is not told
  bool looked_ = false;
  bool ended_ = false;
  std::condition_variable end_of_thread_;

  std::stop_source now_;  // also for a request that is on its way
  std::jthread thread_;   // last: ends before what it uses
};

}  // namespace tidemark::remote
