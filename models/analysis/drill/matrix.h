// SPDX-License-Identifier: GPL-3.0-or-later
// The failure matrix: which incident was rehearsed on which path, and what came out. Thread rule: none, pure functions.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/domain/drill.h"
#include "models/domain/profile.h"

namespace tidemark {

struct DrillIncident {
  std::string id;
  std::string title;
};

// The newest drill of an incident on a path.
struct Rehearsal {
  std::string drill;  // its id
  DrillStatus status = DrillStatus::running;
  std::optional<Outcome> verdict;  // a person's; none: nobody has said one
  std::string name;                // who said it
  LocalTime at;                    // of the verdict, else of the start
};
Rehearsal rehearsal_of(const DrillRun& run);
// "pass", "running"
std::string_view word(const Rehearsal& rehearsal);

struct MatrixRow {
  DrillIncident incident;
  std::vector<std::string> templates;             // by id, those that rehearse it
  std::vector<std::optional<Rehearsal>> by_path;  // in the order of the scopes; none: never rehearsed
};

// `scopes`: of paths, as reviews write them.
std::vector<MatrixRow> failure_matrix(const std::vector<DrillIncident>& incidents,
                                      const std::vector<DrillTemplate>& templates, const std::vector<DrillRun>& drills,
                                      const std::vector<std::string>& scopes, LocalTime at);
// The paths that somebody named, and what drills were run of; `scope` alone where it is not empty.
std::vector<std::string> matrix_scopes(const Profile& profile, const std::vector<DrillRun>& drills,
                                       const std::string& scope);

}  // namespace tidemark
