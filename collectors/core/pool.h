// SPDX-License-Identifier: GPL-3.0-or-later
// Pool: a fixed number of threads for calls that block. run() hands them tasks and returns when all have ended.
// Thread rule: run() from any thread, also from several at once; tasks must not throw and must not call run().
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace tidemark {

class Pool final {
 public:
  explicit Pool(std::size_t threads);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  void run(std::vector<std::function<void()>> tasks);
  // CPU time that the threads have used in tasks so far.
  std::int64_t cpu_us() const { return cpu_us_.load(std::memory_order_relaxed); }

 private:
  void work(std::stop_token stop);

  std::mutex mutex_;
  std::condition_variable_any wake_;
  std::deque<std::function<void()>> queue_;
  std::atomic<std::int64_t> cpu_us_ = 0;
  std::vector<std::jthread> threads_;
};

// CPU time of the calling thread.
std::int64_t thread_cpu_us();

}  // namespace tidemark
