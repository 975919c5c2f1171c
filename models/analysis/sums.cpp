// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/sums.h"

#include <algorithm>

namespace tidemark {
namespace {
// A sum without any part says why its parts are unknown: the reason of the first.
template <class T>
void keep_reason(Known<T>& sum, const Known<T>& part, bool first) {
  if (!sum && !part && first) sum = part.reason();
}
}  // namespace

void LagSum::add(const LagRow& row) {
  const bool first = all == 0;
  ++all;
  topics.insert(row.partition.topic);
  keep_reason(lag, row.lag, first);
  keep_reason(unread, row.unread_records, first);
  keep_reason(age, row.age, first);
  keep_reason(age_error, row.age_error, first);
  keep_reason(verdict, row.verdict, first);
  const bool empty = row.floor && row.high && *row.high <= *row.floor;
  if (!row.age && !empty && !age_missing) age_missing = row.age.reason();
  if (row.sampled_at && (!sampled || *row.sampled_at > *sampled)) sampled = row.sampled_at;
  if (row.verdict && (!verdict || *row.verdict > *verdict)) verdict = row.verdict;
  if (row.unread_records) unread = unread.value_or(0) + *row.unread_records;
  if (row.headroom ? !headroom || *row.headroom < *headroom : !headroom && headroom.reason() == Reason::not_applicable)
    headroom = row.headroom;
  if (!row.lag) {
    if (first) worst = row.lag.reason();
    return;
  }
  ++known;
  lag = lag.value_or(0) + *row.lag;
  const bool older = row.age && (!age || *row.age > *age);
  const std::int64_t left = row.unread_records.value_or(*row.lag);
  const bool more = !(age && age->count() > 0) && left > worst_left_;
  if (left > 0 && ((older && row.age->count() > 0) || more)) {
    worst = row.partition;
    worst_left_ = left;
  }
  if (!worst) worst = Reason::not_applicable;
  if (older) {
    age = row.age;
    age_error = row.age_error;
  }
}

}  // namespace tidemark
