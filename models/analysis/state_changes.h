// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from two successive values of one aspect of an object. Room-internal. Thread rule: none, pure function.
#pragma once

#include <string>
#include <vector>

#include "models/domain/snapshot.h"

namespace tidemark {

struct Change {
  std::string layer, kind, text, severity;
};

// `before` is null where the object was not there; both are spans of the same object and aspect.
std::vector<Change> changes_between(const StateSpan* before, const StateSpan& after);

}  // namespace tidemark
