// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_dead_letters.h"

#include "app/session/judged_profile.h"
#include "models/analysis/dead_letters.h"

namespace tidemark {

Result<LoadedDeadLetters> load_dead_letters(SnapshotSource& timeline, LocalTime at, const Filter& filter,
                                            const Profile* given) {
  LoadedDeadLetters out;
  SnapshotRequest request = dead_letters_request(at, filter);
  TM_TRY(out.snapshot, timeline.load(request));
  if (given != nullptr) {
    out.profile = *given;
  } else {
    TM_TRY(out.profile, judged_profile(*out.snapshot, at));
  }
  request.crossings = dead_letter_keys(*out.snapshot, at, filter, out.profile);
  if (!request.crossings.empty()) {
    TM_TRY(out.snapshot, timeline.load(request));
  }
  return out;
}

}  // namespace tidemark
