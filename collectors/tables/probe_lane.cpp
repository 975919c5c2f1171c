// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/probe_lane.h"

namespace tidemark {

Result<> ProbeLane::run(std::stop_token stop, const Tick& tick) {
  static const Signal latency("probe_latency_ms");
  auto poll = lane_.begin(tick);
  if (!poll) return {};
  const auto begin = std::chrono::steady_clock::now();
  CatalogAnswer answer = catalog_.probe(stop);
  if (stop.stop_requested()) return {};
  const auto took = std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now() - begin);
  poll->due = 1;
  poll->answered = answer.ok() ? 1 : 0;
  poll->cost = answer.cost;
  poll->states.push_back({object_, std::string(aspect::state), std::string(word(answer.outcome)),
                          answer.ok() ? std::string() : answer.error.line()});
  // How long a refusal took is a latency too; how long nothing came is not.
  const bool answered = answer.outcome == HttpOutcome::ok || answer.outcome == HttpOutcome::denied ||
                        answer.outcome == HttpOutcome::throttled;
  poll->samples.push_back({lane_.series(latency, object_, "ms"), answered ? took.count() : 0,
                           answered ? Reason::none : Reason::unreachable});
  if (!answer.ok())
    poll->errors.push_back(
        {object_.value(), reason_of(answer.outcome), answer.error.line(), answer.outcome == HttpOutcome::denied});
  lane_.push(std::move(*poll), tick);
  if (!answer.ok()) return std::unexpected(std::move(answer.error));
  return {};
}

}  // namespace tidemark
