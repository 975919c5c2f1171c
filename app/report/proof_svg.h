// SPDX-License-Identifier: GPL-3.0-or-later
// What proves a row of a scorecard, in words and as a drawing inside an HTML page: full what was as it should be, in
// the colour of errors what was not, hatched what nobody saw. Pure functions; any thread.
#pragma once

#include <string>

#include "models/analysis/review/proof.h"

namespace tidemark::report {

std::string proof_text(const ProofBar& bar);
// Once on a page, before the first drawing: the hatch.
std::string proof_hatch();
std::string proof_svg(const ProofBar& bar);

}  // namespace tidemark::report
