// SPDX-License-Identifier: GPL-3.0-or-later
// A test program looks for leaks when it ends. Qt Test's own thread is told to end by then and nobody waits for it:
// what it still holds would be one.
#include <unistd.h>

#include <filesystem>

namespace {
struct LastThread {
  LastThread() = default;
  LastThread(const LastThread&) = delete;
  LastThread& operator=(const LastThread&) = delete;
  ~LastThread() {
    constexpr int at_most = 500;  // ms
    std::error_code error;
    for (int i = 0; i < at_most; ++i) {
      const std::filesystem::directory_iterator threads("/proc/self/task", error);
      if (error || std::distance(begin(threads), end(threads)) <= 1) return;
      ::usleep(1000);
    }
  }
};
const LastThread last_thread;
}  // namespace
