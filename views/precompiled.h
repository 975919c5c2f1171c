// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every file of the window includes, compiled once. A file still names what it uses.
#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <QtWidgets>
