// SPDX-License-Identifier: GPL-3.0-or-later
// What most files of the rooms include of the standard library, compiled once. A file still includes what it uses.
#pragma once
#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>
