// SPDX-License-Identifier: GPL-3.0-or-later
// What a diagnosis found, as views show it. Snoozed findings are rows like the others, but not counted.
// Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/diagnosis.h"

namespace tidemark {

using FindingBranches = std::vector<Branch<DiagnosisRow, NoRow>>;

struct FindingCounts {
  int errors = 0;
  int warnings = 0;
  int notes = 0;
  int snoozed = 0;  // in none of the above
};

struct Findings {
  LocalTime at;  // judged at
  Known<double> coverage = Reason::never_polled;
  FindingBranches rows;  // in the order of the diagnosis
  std::vector<CannotRun> cannot_run;
  FindingCounts counts;
};

Findings findings_of(Diagnosis diagnosis, LocalTime at);

}  // namespace tidemark
