// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connection/steps.h"

#include <algorithm>

#include "collectors/core/plain_text.h"
#include "collectors/core/redact.h"
#include "models/domain/result.h"

namespace tidemark {
namespace {
std::string harmless(const std::string& text) { return plain_line(redacted(text)); }
}  // namespace

void StepBook::tell(ConnectionStep step) {
  const auto same = std::ranges::find_if(checked_.steps, [&](const ConnectionStep& other) {
    return other.step == step.step && other.object == step.object;
  });
  if (told_) told_(checked_.endpoint, step);
  if (same == checked_.steps.end())
    checked_.steps.push_back(std::move(step));
  else
    *same = std::move(step);
}

bool StepBook::has(std::string_view step, StepState state) const {
  return std::ranges::any_of(checked_.steps,
                             [&](const ConnectionStep& other) { return other.step == step && other.state == state; });
}

ConnectionStep failed_step(std::string step, const Error& error, Known<Millis> took) {
  if (error.code == ErrorCode::cancelled) return {.step = std::move(step), .says = "stopped"};
  const std::string where = error.where.empty() ? "" : error.where + ": ";
  return {.step = std::move(step),
          .state = StepState::failed,
          .took = took,
          .says = harmless(where + error.what),
          .fix = harmless(error.fix)};
}

}  // namespace tidemark
