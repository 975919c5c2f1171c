// SPDX-License-Identifier: GPL-3.0-or-later
// ViewHistory: what was looked at, for the way back. Another screen or another selection on it is a new place; a new
// time range, or a selection where none was, belongs to the place that is shown. At most a hundred places.
// Value type; no thread rule.
#pragma once

#include <cstddef>
#include <vector>

#include "models/analysis/view_data.h"

namespace tidemark::shell {

class ViewHistory final {
 public:
  void visit(const ViewRequest& request);
  bool has_back() const { return at_ > 0; }
  bool has_forward() const { return at_ + 1 < places_.size(); }
  // The place before, or behind; call only where there is one.
  const ViewRequest& back() { return places_[--at_]; }
  const ViewRequest& forward() { return places_[++at_]; }

 private:
  std::vector<ViewRequest> places_;
  std::size_t at_ = 0;
};

}  // namespace tidemark::shell
