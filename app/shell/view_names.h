// SPDX-License-Identifier: GPL-3.0-or-later
// What screens are called where people write them: in `render VIEW`, in a link. Pure functions; any thread.
#pragma once

#include <string>
#include <string_view>

#include "app/session/view_data.h"

namespace tidemark::shell {

std::string_view view_name(Screen screen);
// `usage`, with all names, where no screen is called so.
Result<Screen> screen_named(std::string_view view);
// "home, incident, …, sources"
std::string all_view_names();

}  // namespace tidemark::shell
