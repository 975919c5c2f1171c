// SPDX-License-Identifier: GPL-3.0-or-later
// What the alignment page says of one commit when it is verified: the rows it added against what the log has in its
// ranges. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/verify.h"
#include "views/widgets/facts_card.h"

namespace tidemark::views {

QString verify_title(const VerifyRow& row);
// `command` counts the records of the log, which the window never reads.
std::vector<Fact> verify_facts(const VerifyRow& row, const QString& command);

}  // namespace tidemark::views
