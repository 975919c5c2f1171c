// SPDX-License-Identifier: GPL-3.0-or-later
// Connections as documents: every step of a check, and the boundary sheet: what is spoken to, in which zone, how it is
// protected, as whom, what is read and whose it is. Thread rule: none, pure functions.
#pragma once

#include <vector>

#include "models/analysis/document.h"
#include "models/domain/connection.h"

namespace tidemark {

// A row a step. Coverage: endpoints that answered of those that were asked.
Document connection_document(const std::vector<CheckedEndpoint>& checked, LocalTime at);
// A row an endpoint.
Document boundary_document(const std::vector<CheckedEndpoint>& checked, LocalTime at);

}  // namespace tidemark
