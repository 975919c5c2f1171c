// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/view_history.h"

namespace tidemark::shell {
namespace {
constexpr std::size_t most_places = 100;

template <class Value>
bool same_or_new(const std::optional<Value>& was, const std::optional<Value>& is) {
  return !was || was == is;
}

// What has no name was not chosen yet: what comes in its place was chosen for it.
bool is_same_place(const ViewRequest& was, const ViewRequest& is) {
  if (was.screen != is.screen) return false;
  switch (is.screen) {
    case Screen::tide:
      return was.tide.topic.value().empty() || was.tide == is.tide;
    case Screen::align:
      return same_or_new(was.table, is.table);
    case Screen::table_files:
      return same_or_new(was.table, is.table) && was.fact == is.fact;
    case Screen::path:
      return same_or_new(was.path, is.path);
    case Screen::metrics:
      return same_or_new(was.metric, is.metric);
    case Screen::scorecard:
      return same_or_new(was.review, is.review);
    case Screen::incident:
      return was.incident == is.incident;
    default:
      return true;
  }
}
}  // namespace

void ViewHistory::visit(const ViewRequest& request) {
  if (places_.empty()) {
    places_.push_back(request);
    return;
  }
  if (is_same_place(places_[at_], request)) {
    places_[at_] = request;
    return;
  }
  places_.resize(at_ + 1);
  places_.push_back(request);
  if (places_.size() > most_places) places_.erase(places_.begin());
  at_ = places_.size() - 1;
}

}  // namespace tidemark::shell
