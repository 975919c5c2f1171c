// SPDX-License-Identifier: GPL-3.0-or-later
// One writer per format; format.h chooses. Pure functions; any thread.
#pragma once

#include <string>

#include "app/cli/format/format.h"

namespace tidemark::cli {

void write_json(std::ostream& out, const Document& document);
void write_ndjson(std::ostream& out, const Document& document);
void write_csv(std::ostream& out, const Document& document);
void write_table(std::ostream& out, const Document& document, const Layout& layout, const Style& style);
void write_markdown(std::ostream& out, const Document& document, const Layout& layout, const Style& style);
void write_slack(std::ostream& out, const Document& document, const Layout& layout, const Style& style);

// A cell as JSON text; a cell that is not known is null (its reason stands beside it in a record).
std::string json_text(const Cell& cell);
// {"name":cell,…}; a cell that is not known adds "name_reason".
std::string json_text(const CellRecord& record);

}  // namespace tidemark::cli
