// SPDX-License-Identifier: GPL-3.0-or-later
// What the schemas page says in words. Pure functions; GUI thread because of translation.
#pragma once

#include "models/analysis/schema_branches.h"
#include "views/widgets/facts_card.h"
#include "views/widgets/headline.h"

namespace tidemark::views {

// Of records that fail, else of a registry that does not answer, else of what changed lately and of what nothing
// checks.
Sentence schemas_sentence(const Schemas& schemas, const SchemaBreaks& breaks);
// Why there are no rows, and what to do about it.
QString no_subjects_words(const Schemas& schemas);
// What fails, its registry, what checks it, and what happened to each of its versions; `broken` may be null.
std::vector<Fact> subject_facts(const Schemas& schemas, const Branch<SubjectRow, SchemaRow>& subject,
                                const DiagnosisRow* broken);
std::vector<Fact> version_facts(const SchemaRow& row);

}  // namespace tidemark::views
