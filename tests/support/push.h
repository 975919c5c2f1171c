// SPDX-License-Identifier: GPL-3.0-or-later
// push: hands a poll to a sink and waits while its queue is full, which a collector would answer with a gap. Thread
// rule: that of the sink.
#pragma once

#include <chrono>
#include <thread>

#include "models/domain/sink.h"

namespace tidemark::test {

inline void push(SampleSink& sink, Poll poll) {
  constexpr std::size_t most_waiting = 16;
  while (sink.backlog() >= most_waiting) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  sink.push(std::move(poll));
}

}  // namespace tidemark::test
