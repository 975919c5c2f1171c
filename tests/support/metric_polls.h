// SPDX-License-Identifier: GPL-3.0-or-later
// MetricPolls: an endpoint with metrics as its collector sees it every 10 s from poll_time(0) on, pushed into any sink.
// Values are thousandths. Thread rule: that of the sink.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "models/domain/matched.h"
#include "models/domain/sink.h"
#include "tests/support/push.h"
#include "tests/support/told.h"

namespace tidemark::test {

class MetricPolls final {
 public:
  using Values = std::map<std::pair<std::string, std::string>, Known<std::int64_t>>;  // by signal and object

  explicit MetricPolls(SampleSink& sink, std::string name = "workers", Millis interval = Millis(10'000))
      : sink_(sink),
        name_(std::move(name)),
        lane_(sink.lane({{"metrics", name_, ClusterName("prod")}, "metrics", interval})) {}

  // "SIGNAL\tLAYER\tKIND\tPRESET\tMETRIC\tSERIES" and "SIGNAL\tLAYER", a line each.
  void tell(std::string matched, std::string unmatched, std::string limits = {}) {
    const Object self("source:" + name_);
    states_ = {{self, std::string(aspect::matched), std::move(matched), {}},
               {self, std::string(aspect::unmatched), std::move(unmatched), {}},
               {self, std::string(aspect::limits), std::move(limits), {}}};
  }

  void poll(std::int64_t n, const Values& values) {
    Poll poll = begin(n);
    poll.states = std::exchange(states_, {});
    for (const auto& [of, value] : values) add(poll, of, value);
    push(sink_, std::move(poll));
  }

  void fail(std::int64_t n, const Values& values) {
    Poll poll = begin(n);
    poll.answered = 0;
    poll.errors = {{"metrics", Reason::unreachable, "connection refused", false}};
    for (const auto& [of, value] : values) add(poll, of, Reason::unreachable);
    push(sink_, std::move(poll));
  }

 private:
  Poll begin(std::int64_t n) const {
    Poll poll;
    poll.lane = lane_;
    poll.wall = poll_time(n);
    poll.mono = MonoTime(poll.wall.time_since_epoch());
    poll.boot = "boot";
    poll.due = poll.answered = 1;
    return poll;
  }
  void add(Poll& poll, const std::pair<std::string, std::string>& of, const Known<std::int64_t>& value) {
    const auto& [signal, object] = of;
    const std::string unit = signal.ends_with("_ms") ? "ms" : signal.ends_with("_rate") ? "1/s" : "";
    poll.samples.push_back(
        {sink_.series(lane_, {Signal(signal), Object(object), unit, 3}), value.value_or(0), value.reason()});
  }
  SampleSink& sink_;
  const std::string name_;
  LaneId lane_;
  std::vector<StateSample> states_;
};

}  // namespace tidemark::test
