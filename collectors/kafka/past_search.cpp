// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/past_search.h"

#include <algorithm>

#include "collectors/kafka/offset_reader.h"

namespace tidemark {
namespace {
using Found = Known<std::int64_t>;

// What stands between two points without another look-up.
std::optional<Found> between(const Found& lo, const Found& hi) {
  if (!lo) return lo.reason();
  if (!hi) return hi.reason();
  if (*lo == *hi) return lo;
  return std::nullopt;
}
}  // namespace

std::vector<std::size_t> PastSearch::wanted() {
  std::vector<std::size_t> out;
  if (found_.empty()) return out;
  if (!found_.front()) out.push_back(0);
  if (found_.size() > 1 && !found_.back()) out.push_back(found_.size() - 1);
  if (!out.empty()) return out;
  std::size_t lo = 0;
  for (std::size_t hi = 1; hi < found_.size(); ++hi) {
    if (!found_[hi]) continue;
    if (hi - lo > 1) {
      if (const auto same = between(*found_[lo], *found_[hi]))
        std::fill(found_.begin() + static_cast<std::ptrdiff_t>(lo) + 1,
                  found_.begin() + static_cast<std::ptrdiff_t>(hi), *same);
      else
        out.push_back(lo + (hi - lo) / 2);
    }
    lo = hi;
  }
  return out;
}

std::vector<Known<std::int64_t>> PastSearch::values() const {
  std::vector<Found> out;
  out.reserve(found_.size());
  for (const auto& found : found_) out.push_back(found.value_or(Reason::not_probed));
  return out;
}

Known<std::int64_t> past_high(const Known<std::int64_t>& first, const PastLog& log) {
  const Reason before = log.floor > 0 ? Reason::expired : Reason::no_history;
  if (log.floor >= log.high) return before;  // no record is left that tells a time
  if (log.oldest == no_such_record) return Reason::not_supported;
  if (!first) return first.reason();
  const std::int64_t end = *first == no_such_record ? log.high : std::min(*first, log.high);
  if (end <= log.oldest) return before;
  return end;
}

}  // namespace tidemark
