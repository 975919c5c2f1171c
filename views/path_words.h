// SPDX-License-Identifier: GPL-3.0-or-later
// What the home and the path page say in words: only what is known, and what cannot be seen. Pure functions; GUI thread
// because of translation.
#pragma once

#include "models/analysis/path_rows.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

Sentence home_sentence(const Home& home);
// "orders → lake.orders: 10,000 read, not landed since 02:39:10, flat; safe until 09:10. Unread: 0."
QString path_words(const PathRow& row);
Sentence path_sentence(const PathRow& row);

}  // namespace tidemark::views
