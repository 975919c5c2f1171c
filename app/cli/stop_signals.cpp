// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stop_signals.h"

#include <ctime>

namespace tidemark::cli {
namespace {
sigset_t stopping() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&set, signal);
  return set;
}
}  // namespace

StopSignals::StopSignals() {
  const sigset_t set = stopping();
  pthread_sigmask(SIG_BLOCK, &set, &before_);
  waiter_ = std::jthread([this](std::stop_token over) {
    const sigset_t awaited = stopping();
    constexpr timespec slice{0, 200'000'000};
    while (!over.stop_requested() && sigtimedwait(&awaited, nullptr, &slice) < 0) continue;
    if (over.stop_requested()) return;
    source_.request_stop();
    pthread_sigmask(SIG_UNBLOCK, &awaited, nullptr);  // this thread takes the next one as it comes: the process ends
    while (!over.stop_requested()) nanosleep(&slice, nullptr);
  });
}

StopSignals::~StopSignals() {
  waiter_.request_stop();
  waiter_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace tidemark::cli
