// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/load_drills.h"

#include "app/session/drill_file.h"
#include "app/session/drill_store.h"
#include "app/session/drill_watch.h"
#include "app/session/finding_text.h"
#include "app/session/judged_profile.h"
#include "models/analysis/review/facts.h"

namespace tidemark {
namespace {
Result<DrillMatrix> matrix(SnapshotSource& timeline, const DrillLibrary& library, const std::vector<DrillRun>& drills,
                           LocalTime at) {
  TM_TRY(const auto states, timeline.load(review_polls_request(at, at)));
  TM_TRY(const Profile profile, judged_profile(*states, at));
  const auto scopes = matrix_scopes(profile, drills, {});
  return matrix_of(failure_matrix(library.incidents, library.drills, drills, scopes, at), scopes);
}

Result<> fill(DrillsView& view, SnapshotSource& timeline, const std::string& file, const std::string& chosen) {
  TM_TRY(const DrillLibrary library, read_drills({}));
  auto drills = drills_of(file);
  if (!drills) {
    view.error = std::move(drills.error());
    return {};
  }
  std::erase_if(*drills, [&](const DrillRun& run) { return run.at > view.at; });
  view.library = library_of(library.drills, *drills);
  TM_TRY(view.matrix, matrix(timeline, library, *drills, view.at));
  view.on_record = drills->size();
  for (const DrillRun& run : *drills) view.running += run.status() == DrillStatus::running ? 1 : 0;
  if (drills->empty()) return {};
  // What was chosen may be gone from what is known at this time.
  auto run = drill_run(*drills, chosen);
  if (!run) run = drill_run(*drills, {});
  TM_TRY(DrillShown shown, shown_drill({timeline, file, {}}, *run, view.at));
  view.sheet = sheet_of(std::move(shown), view.at, finding_text);
  return {};
}
}  // namespace

Result<std::shared_ptr<const DrillsView>> load_drills(SnapshotSource& timeline, const std::string& file,
                                                      const std::string& chosen, LocalTime at) {
  auto view = std::make_shared<DrillsView>();
  view->at = at;
  TM_CHECK(fill(*view, timeline, file, chosen));
  return view;
}

}  // namespace tidemark
