// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/pool.h"

#include <ctime>
#include <latch>

namespace tidemark {

std::int64_t thread_cpu_us() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<std::int64_t>(t.tv_sec) * 1'000'000 + t.tv_nsec / 1000;
}

Pool::Pool(std::size_t threads) {
  threads_.reserve(threads);
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this](std::stop_token stop) { work(stop); });
}

Pool::~Pool() {
  for (auto& thread : threads_) thread.request_stop();
  threads_.clear();
}

void Pool::run(std::vector<std::function<void()>> tasks) {
  if (tasks.empty()) return;
  std::latch done(static_cast<std::ptrdiff_t>(tasks.size()));
  {
    const std::lock_guard lock(mutex_);
    for (auto& task : tasks) {
      queue_.emplace_back([&done, task = std::move(task)] {
        task();
        done.count_down();
      });
    }
  }
  wake_.notify_all();
  done.wait();
}

void Pool::work(std::stop_token stop) {
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
      task = std::move(queue_.front());
      queue_.pop_front();
    }
    const auto before = thread_cpu_us();
    task();
    cpu_us_.fetch_add(thread_cpu_us() - before, std::memory_order_relaxed);
  }
}

}  // namespace tidemark
