// SPDX-License-Identifier: GPL-3.0-or-later
// TimelineWatch: follows a timeline file, its own or one that another process writes. A thread of its own asks four
// times a second whether something was committed, reads what is on screen, judges it and publishes one immutable
// ViewData. A new request interrupts what is being read for the old one. A file that is missing, damaged or locked is
// said as ViewData with an error and tried again once a second. Thread rule: construct and destroy on one thread;
// show() and take() from any; `wake` runs on the watch's thread and must only wake. Destruction ends within 250 ms and
// what a running read takes to notice.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "app/session/kept_findings.h"
#include "app/session/mailbox.h"
#include "app/session/view_data.h"

namespace tidemark {

class TimelineWatch final {
 public:
  using Wake = std::function<void()>;
  // `wake` is called after something was published and not yet taken: once for any number of publications.
  // Where a diagnosis takes `page_first` or longer, the page is published before it with what was found last.
  TimelineWatch(std::string path, TimelineReader::Origin origin, ViewRequest first, Wake wake,
                Millis page_first = std::chrono::milliseconds(100));
  ~TimelineWatch();
  TimelineWatch(const TimelineWatch&) = delete;
  TimelineWatch& operator=(const TimelineWatch&) = delete;

  void show(ViewRequest request);
  // Runs `work` on the watch's thread, which may wait for files, and reads again what is shown.
  void perform(std::function<void()> work);
  std::optional<std::shared_ptr<const ViewData>> take() { return box_.take(); }

 private:
  void run(std::stop_token stop);
  // Waits a quarter of a second, or until asked for something else.
  void wait(std::stop_token stop);
  bool work();
  Result<std::uint64_t> load(const ViewRequest& request, std::stop_token stop);
  bool open(ViewRequest& request);
  void publish(ViewData data);
  void let_go();

  const std::string path_;
  const TimelineReader::Origin origin_;
  const Wake wake_;
  const Millis page_first_;
  Mailbox<std::shared_ptr<const ViewData>> box_;
  // What was published and may still be on screen: kept so that the watch's thread, not the reader's, frees the rows.
  std::vector<std::shared_ptr<const ViewData>> published_;  // used by the watch's thread
  KeptFindings kept_;                                       // used by the watch's thread, with the reader

  std::mutex mutex_;
  std::condition_variable_any changed_;
  ViewRequest wanted_;                       // guarded by mutex_
  bool fresh_ = true;                        // guarded by mutex_: wanted_ has not been looked at
  std::vector<std::function<void()>> work_;  // guarded by mutex_
  std::shared_ptr<TimelineReader>
      reader_;           // guarded by mutex_ where another thread cancels; used by the watch's thread
  std::jthread thread_;  // last: ends before what it uses
};

}  // namespace tidemark
