// SPDX-License-Identifier: GPL-3.0-or-later
// A view as a link: "tidemark://v1/tide?timeline=/data/lab.tidemark&topic=orders&group=billing&to=…&span=1h" is the
// whole state of a view: file, screen, window of time, selection. A link comes from anywhere: it names what is shown
// and can do nothing else; what it says wrongly is refused in one line.
// Pure functions; any thread. Errors: `usage`.
#pragma once

#include <QString>
#include <string>
#include <string_view>

#include "models/analysis/view_data.h"

namespace tidemark::shell {

struct ViewLink {
  std::string timeline;  // empty: the usual one
  ViewRequest request;
};

bool is_link(std::string_view text);
QString link_to(const ViewRequest& request, const std::string& timeline);
Result<ViewLink> read_link(std::string_view link);

}  // namespace tidemark::shell
