// SPDX-License-Identifier: GPL-3.0-or-later
// The views of `timeline query`: TEMP views, so the file holds none. Those of things that are not recorded yet are
// empty. Thread rule: the connection's thread. SQLite's exceptions pass.
#pragma once

#include "models/timeline/sql.h"

namespace tidemark {

void create_views(SQLite::Database& db);

}  // namespace tidemark
