// SPDX-License-Identifier: GPL-3.0-or-later
// Sums over lag rows that know how much of the whole they cover: what is unknown never counts as 0. Room-internal.
// Thread rule: none.
#pragma once

#include <set>

#include "models/analysis/lag.h"

namespace tidemark {

class LagSum final {
 public:
  void add(const LagRow& row);

  std::int64_t known = 0;
  std::int64_t all = 0;
  Known<std::int64_t> lag = Reason::no_commit;     // of the known partitions
  Known<std::int64_t> unread = Reason::no_commit;  // of those whose unread records are known
  Known<Millis> age = Reason::no_commit;           // the largest known one
  std::optional<Reason> age_missing;               // of a partition whose age is not known: it may be larger
  Known<Millis> age_error = Reason::no_commit;
  Known<Millis> headroom = Reason::not_applicable;  // the smallest
  Known<Verdict> verdict = Reason::no_history;      // the worst of the known ones
  Known<TopicPartition> worst =
      Reason::no_commit;  // oldest unread record, else most unread; not-applicable: nothing unread
  Known<LocalTime> sampled = Reason::never_polled;
  std::set<TopicName> topics;

 private:
  std::int64_t worst_left_ = 0;
};

}  // namespace tidemark
