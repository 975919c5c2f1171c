// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/documents.h"

#include <sstream>

#include "app/cli/format/format.h"

namespace tidemark::test {

std::string json_of(const Document& document) {
  std::ostringstream out;
  cli::write(out, document, cli::Format::json, {}, {});
  std::string text = out.str();
  const std::string version = "\"tidemark\":\"" TIDEMARK_VERSION "\"";
  if (const auto at = text.find(version); at != std::string::npos)
    text.replace(at, version.size(), "\"tidemark\":\"…\"");
  return text;
}

}  // namespace tidemark::test
