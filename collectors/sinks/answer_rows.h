// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a JSON answer, as a query's would be: what an http-json sink says goes the way of an SQL sink's.
// Pure functions; any thread. Text is the server's: sanitise before it is shown or stored.
#pragma once

#include <span>
#include <string_view>

#include "collectors/sql/session.h"
#include "models/domain/profile.h"

namespace tidemark {

// `columns`: those that are wanted, by their words in `fields`. Where the ask names no fields, a row that is a list
// gives its elements in their order, and one that is an object what stands under these words. A row's value that is not
// there, or null, is none. Error: `input`: no JSON, not whole, no rows where they should be, more than are read.
Result<SqlReply> rows_from_answer(const SinkAsk& ask, std::span<const std::string_view> columns, std::string_view body);

// Error: `usage`: a path of it is none, or a column has no field. A topic may be left out.
Result<> check_ask(const SinkAsk& ask, std::span<const std::string_view> columns);

}  // namespace tidemark
