// SPDX-License-Identifier: GPL-3.0-or-later
// Why: what a finding stands on: the signals that are present, contradict it or are missing (with them it would be
// settled), what was measured, and what to do next. Thread rule: GUI thread (translations).
#pragma once

#include "models/analysis/diagnosis.h"
#include "views/widgets/facts_card.h"

namespace tidemark::views {

QString why_title(const DiagnosisRow& row);
std::vector<Fact> why_facts(const DiagnosisRow& row);

}  // namespace tidemark::views
