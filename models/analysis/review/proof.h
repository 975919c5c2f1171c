// SPDX-License-Identifier: GPL-3.0-or-later
// Proof: what the evidence of a reviewed row shows as bars, one for each object that was measured or drill that ran:
// the share that was as it should be, that was not, and that nobody saw. Words are those of who shows it.
// Thread rule: none, pure functions. Units: as the measure says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/domain/review.h"

namespace tidemark {

// What a bar measures, and in which unit its parts are.
enum class ProofMeasure : std::uint8_t {
  minutes,   // on time, late, not seen
  commits,   // that follow on the one before, that do not, that do not tell
  window,    // ms of the time to be read again that retention covers
  headroom,  // ms of the headroom that is wanted
  layer,     // share of what was due that was answered
  drivers,   // measured or not: 1
  recovery,  // ms of the time within which a drill must recover: bad is what is over it
};

struct ProofBar {
  ProofMeasure measure = ProofMeasure::minutes;
  std::string name;
  double good = 0;
  double bad = 0;
  double unknown = 0;
  bool operator==(const ProofBar&) const = default;
  double whole() const { return good + bad + unknown; }
};

// The worst first. Empty where the row's evidence has no numbers that are parts of a whole.
std::vector<ProofBar> proof_of(const ReviewedRow& row);

}  // namespace tidemark
