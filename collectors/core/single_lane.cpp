// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/single_lane.h"

#include "collectors/core/pool.h"

namespace tidemark {

SingleLane::SingleLane(SampleSink& sink, const Clock& clock, const LaneSpec& spec, Read read)
    : clock_(clock),
      read_(std::move(read)),
      lane_(sink, clock, spec),
      poller_(clock, [this](std::stop_token stop, const Tick& tick, const auto&) {
        lane_.set_interval(poller_.interval(0));
        return poll(stop, tick).value_or(Millis(0));
      }) {
  poller_.add(spec.interval, Millis(0));
}

Result<> SingleLane::run(const std::stop_token& stop) {
  TM_CHECK(poll(stop, Tick::now(clock_)));
  return {};
}

Result<Millis> SingleLane::poll(const std::stop_token& stop, const Tick& tick) {
  auto poll = lane_.begin(tick);
  if (!poll) return Millis(0);
  const std::int64_t cpu = thread_cpu_us();
  poll->due = 1;
  poll->cost.bytes_known = true;
  Result<Millis> load = read_(stop, tick, *poll);
  if (stop.stop_requested()) return fail(ErrorCode::cancelled, "stopped");
  poll->cost.cpu_us = thread_cpu_us() - cpu;
  lane_.push(std::move(*poll), tick);
  return load;
}

}  // namespace tidemark
