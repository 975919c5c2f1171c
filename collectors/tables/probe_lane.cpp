// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/probe_lane.h"

namespace tidemark {

template <class Probed>
void ProbeLane::probe(Probed& probed, const Object& object, Poll& poll, std::stop_token stop) {
  static const Signal latency("probe_latency_ms");
  const auto begin = std::chrono::steady_clock::now();
  const CatalogAnswer answer = probed.probe(stop);
  const auto took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin);
  ++poll.due;
  if (answer.ok()) ++poll.answered;
  poll.cost.requests += answer.cost.requests;
  poll.cost.bytes += answer.cost.bytes;
  poll.cost.bytes_known = true;
  poll.states.push_back({object, std::string(aspect::state), std::string(word(answer.outcome)),
                         answer.ok() ? std::string() : answer.error.line()});
  // How long a refusal took is a latency too; how long nothing came is not.
  const bool answered = answer.outcome == HttpOutcome::ok || answer.outcome == HttpOutcome::denied ||
                        answer.outcome == HttpOutcome::throttled;
  poll.samples.push_back({lane_.series(latency, object, "ms"), answered ? took.count() : 0,
                          answered ? Reason::none : Reason::unreachable});
  if (!answer.ok())
    poll.errors.push_back(
        {object.value(), reason_of(answer.outcome), answer.error.line(), answer.outcome == HttpOutcome::denied});
}

void ProbeLane::run(std::stop_token stop, const Tick& tick) {
  auto poll = lane_.begin(tick);
  if (!poll) return;
  probe(catalog_, catalog_object_, *poll, stop);
  if (store_) probe(*store_, store_object_, *poll, stop);
  if (!stop.stop_requested()) lane_.push(std::move(*poll), tick);
}

}  // namespace tidemark
