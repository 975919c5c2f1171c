// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/view_history.h"

#include "app/shell/all_views.h"

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
  switch (view_of(is.screen).selects) {
    case Selects::chart:
      return was.tide.topic.value().empty() || was.tide == is.tide;
    case Selects::table:
      return same_or_new(was.table, is.table);
    case Selects::table_fact:
      return same_or_new(was.table, is.table) && was.fact == is.fact;
    case Selects::path:
      return same_or_new(was.path, is.path);
    case Selects::metric:
      return same_or_new(was.metric, is.metric);
    case Selects::review:
      return same_or_new(was.review, is.review);
    case Selects::drill:
      return same_or_new(was.drill, is.drill);
    case Selects::run:
      return same_or_new(was.run, is.run);
    case Selects::growth:
      return was.growth == is.growth;
    case Selects::window:
      return was.incident == is.incident;
    case Selects::nothing:
      break;
  }
  return true;
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
