// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/slice_book.h"

#include <algorithm>

namespace tidemark {

void SliceBook::put(const std::string& path, const SliceRun& run) {
  if (run.minutes.empty()) return;
  Kept& kept = paths_[path];
  if (kept.minutes.empty()) kept.first = run.first;
  const std::int64_t end = std::max(kept.first + std::ssize(kept.minutes), run.first + std::ssize(run.minutes));
  const std::int64_t oldest = end - keeps_;
  // What is older than all that is kept is dropped first: the book never holds more than `keeps_` minutes.
  while (!kept.minutes.empty() && kept.first < oldest) {
    kept.minutes.pop_front();
    ++kept.first;
  }
  if (kept.minutes.empty()) kept.first = std::max(run.first, oldest);
  for (const std::int64_t from = std::max(run.first, oldest); kept.first > from; --kept.first)
    kept.minutes.push_front(Slice::unknown);
  kept.minutes.resize(static_cast<std::size_t>(end - kept.first), Slice::unknown);
  for (std::int64_t minute = std::max(run.first, kept.first); minute < run.first + std::ssize(run.minutes); ++minute) {
    Slice& known = kept.minutes[static_cast<std::size_t>(minute - kept.first)];
    known = std::max(known, run.minutes[static_cast<std::size_t>(minute - run.first)]);
  }
}

SliceRun SliceBook::numbered(const std::string& path) const {
  const auto found = paths_.find(path);
  if (found == paths_.end()) return {};
  return {found->second.first, {found->second.minutes.begin(), found->second.minutes.end()}};
}

std::vector<Slice> SliceBook::of(const std::string& path) const { return numbered(path).minutes; }

}  // namespace tidemark
