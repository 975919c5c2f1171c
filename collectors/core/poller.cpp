// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/core/poller.h"

#include <algorithm>

namespace tidemark {
namespace {
constexpr int most_doubling = 8;
constexpr int quick_sweeps = 10;
}  // namespace

Poller::Poller(const Clock& clock, Sweep sweep) : clock_(clock), sweep_(std::move(sweep)) {}

Poller::~Poller() { stop(); }

std::size_t Poller::add(Millis interval, Millis phase) {
  lanes_.push_back({interval, interval, MonoTime{}, 0});
  phases_.push_back(phase);
  return lanes_.size() - 1;
}

void Poller::set_interval(std::size_t lane, Millis interval) {
  auto& entry = lanes_[lane];
  if (entry.configured == interval) return;
  entry.configured = entry.interval = interval;
  entry.due = clock_.mono() + interval;
  entry.quick = 0;
}

void Poller::start() {
  if (thread_.joinable()) return;
  const MonoTime now = clock_.mono();
  for (std::size_t i = 0; i < lanes_.size(); ++i) lanes_[i].due = now + phases_[i];
  thread_ = std::jthread([this](std::stop_token stop) { loop(stop); });
}

void Poller::request_stop() { thread_.request_stop(); }

void Poller::stop() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
}

void Poller::loop(std::stop_token stop) {
  while (!stop.stop_requested()) {
    MonoTime next = clock_.mono() + std::chrono::hours(1);
    for (const auto& lane : lanes_)
      if (lane.interval > Millis(0)) next = std::min(next, lane.due);
    const Millis wait = next - clock_.mono();
    if (wait > Millis(0)) {
      if (!clock_.wait(stop, wait)) return;
      continue;
    }
    const Tick tick = Tick::now(clock_);
    std::vector<std::size_t> due;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
      if (lanes_[i].interval > Millis(0) && lanes_[i].due <= tick.mono) due.push_back(i);
    adapt(due, sweep_(stop, tick, due));
    const MonoTime now = clock_.mono();
    for (const std::size_t i : due) {
      auto& lane = lanes_[i];
      lane.due += lane.interval;
      if (lane.due <= now) lane.due = now + lane.interval - (now - lane.due) % lane.interval;
    }
  }
}

void Poller::adapt(const std::vector<std::size_t>& due, Millis busy) {
  const auto shortest = std::ranges::min_element(due, {}, [this](std::size_t i) { return lanes_[i].interval; });
  if (shortest == due.end()) return;
  auto& lane = lanes_[*shortest];
  if (busy * 5 > lane.interval && lane.interval < lane.configured * most_doubling) {
    lane.interval *= 2;
    lane.quick = 0;
  } else if (lane.interval > lane.configured) {
    lane.quick = busy * 20 < lane.interval ? lane.quick + 1 : 0;
    if (lane.quick >= quick_sweeps) {
      lane.interval /= 2;
      lane.quick = 0;
    }
  }
}

}  // namespace tidemark
