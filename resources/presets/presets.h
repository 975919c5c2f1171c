// SPDX-License-Identifier: GPL-3.0-or-later
// The data files of resources/presets, compiled in. Any thread.
#pragma once

#include <string_view>

namespace tidemark {

// The text of a preset file ("rules.json"); empty where there is none of that name.
std::string_view preset(std::string_view name);

}  // namespace tidemark
