// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/connection.h"

#include <algorithm>

namespace tidemark {

std::string_view word(StepState state) {
  switch (state) {
    case StepState::ok:
      return "ok";
    case StepState::failed:
      return "failed";
    case StepState::unknown:
      return "unknown";
    case StepState::not_tried:
      break;
  }
  return "not-tried";
}

bool CheckedEndpoint::answers() const {
  return std::ranges::any_of(
      steps, [](const ConnectionStep& step) { return step.step == "answer" && step.state == StepState::ok; });
}

bool CheckedEndpoint::fails() const {
  return std::ranges::any_of(steps, [](const ConnectionStep& step) { return step.state == StepState::failed; });
}

}  // namespace tidemark
