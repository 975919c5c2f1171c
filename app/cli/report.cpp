// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include <ostream>

#include "app/cli/text.h"

namespace tidemark::cli {

int report(Streams& streams, const Error& error) {
  streams.err << "tidemark: " << printable(error.line()) << std::endl;
  return exit_status(error.code);
}

}  // namespace tidemark::cli
