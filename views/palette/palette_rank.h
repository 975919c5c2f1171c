// SPDX-License-Identifier: GPL-3.0-or-later
// What of a list fits some typed words: every word stands in the text, in any order and case; what begins with the
// first word comes before what has a word that does, and that before the rest; shorter before longer, then as the list
// is. Pure function; any thread.
#pragma once

#include <QString>
#include <vector>

namespace tidemark::views {

// Indices into `texts`, which are case-folded; at most `most`, the best first. All of them, as they stand, where
// nothing was typed.
std::vector<int> ranked(const std::vector<QString>& texts, const QString& typed, int most);

}  // namespace tidemark::views
