// SPDX-License-Identifier: GPL-3.0-or-later
// What nearly every test program includes, compiled once for all of them. A test still names what it uses: the release
// build and the Qt-free rooms are compiled without this. QTest itself stays out: its macros differ from folder to
// folder.
#pragma once
#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <QtCore>
