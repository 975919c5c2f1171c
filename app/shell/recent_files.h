// SPDX-License-Identifier: GPL-3.0-or-later
// The timelines that were open in a window, the newest first, among what the window remembers; at most twelve.
// Thread rule: GUI thread.
#pragma once

#include <QString>
#include <vector>

#include "views/start/start_page.h"

namespace tidemark::shell {

void remember_file(const QString& path);
void forget_file(const QString& path);
// With what a look at the folder tells of each.
std::vector<views::RecentFile> recent_files();

}  // namespace tidemark::shell
