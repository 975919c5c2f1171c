// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/judged_profile.h"

#include "app/settings/profile_file.h"

namespace tidemark {

Result<Profile> judged_profile(const Snapshot& snapshot, LocalTime at) {
  const StateSpan* newest = nullptr;
  for (const StateSpan& span : snapshot.states) {
    const bool in_force =
        span.aspect == aspect::profile && span.value && span.from_hi <= at && (!span.to || *span.to > at);
    if (in_force && (!newest || newest->from_hi <= span.from_hi)) newest = &span;
  }
  if (!newest) return Profile{};
  return parse_judged_part(*newest->value);
}

}  // namespace tidemark
