// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format/format.h"

#include <ostream>

#include "app/cli/format/writers.h"

namespace tidemark::cli {

std::optional<Format> format_from(std::string_view word) {
  if (word == "table") return Format::table;
  if (word == "json") return Format::json;
  if (word == "ndjson") return Format::ndjson;
  if (word == "csv") return Format::csv;
  if (word == "md") return Format::markdown;
  if (word == "slack") return Format::slack;
  return std::nullopt;
}

void write(std::ostream& out, const Document& document, Format format, const Layout& layout, const Style& style) {
  switch (format) {
    case Format::table:
      return write_table(out, document, layout, style);
    case Format::json:
      return write_json(out, document);
    case Format::ndjson:
      return write_ndjson(out, document);
    case Format::csv:
      return write_csv(out, document);
    case Format::markdown:
      return write_markdown(out, document, layout, style);
    case Format::slack:
      return write_slack(out, document, layout, style);
  }
}

}  // namespace tidemark::cli
