// SPDX-License-Identifier: GPL-3.0-or-later
// Between: what long upkeep calls about every millisecond, outside of transactions and with no statement open, so that
// polls that wait are stored meanwhile. What it stores is never what the upkeep is at: a full block changes no more.
// Thread rule: the writer's thread.
#pragma once

#include <functional>

namespace tidemark {

using Between = std::function<void()>;

}  // namespace tidemark
