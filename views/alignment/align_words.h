// SPDX-License-Identifier: GPL-3.0-or-later
// What the alignment page says in words: the verdict, the figures, the sum of the ledger. Pure functions; GUI thread
// because of translation.
#pragma once

#include "models/analysis/table_branches.h"
#include "views/widgets/figures.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Of the chosen table; the note counts all of them.
Sentence align_sentence(const AlignBranches& tables, const AlignTable* chosen);
std::vector<Figure> align_figures(const AlignTable& table, const Ledger* ledger, LocalTime at);
QString ledger_words(const Ledger& ledger);

}  // namespace tidemark::views
