// SPDX-License-Identifier: GPL-3.0-or-later
// Mailbox<T>: hands the newest T from any thread to one that looks when it is woken. Older values are dropped: readers
// want the present, not the history; events must not travel this way. put() says whether the box was empty, so that its
// caller wakes the reader once for any number of puts. No user code runs under the lock. Thread rule: every member from
// any thread.
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace tidemark {

template <class T>
class Mailbox final {
 public:
  bool put(T value) {
    std::optional<T> old = std::move(value);
    const std::lock_guard lock(mutex_);
    std::swap(value_, old);
    return !old.has_value();  // what was there before goes after the lock
  }

  std::optional<T> take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(value_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::optional<T> value_;  // guarded by mutex_
};

}  // namespace tidemark
