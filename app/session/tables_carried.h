// SPDX-License-Identifier: GPL-3.0-or-later
// What the tables of a profile's catalogs carry of their writers' progress, read now, as a document: a row for each
// key, and beside them what a pipeline of the profile would say of each table. Blocks on the network; any thread.
// Errors: no catalog to read, or none answers.
#pragma once

#include <stop_token>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"
#include "models/domain/clock.h"
#include "models/domain/profile.h"
#include "models/domain/secret.h"

namespace tidemark {

Result<Document> tables_carried(const Profile& profile, const Filter& filter, const SecretResolver& secrets,
                                const Clock& clock, std::stop_token stop);

}  // namespace tidemark
