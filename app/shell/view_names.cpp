// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/view_names.h"

#include <array>

namespace tidemark::shell {
namespace {
constexpr std::array<std::pair<std::string_view, Screen>, screen_count> views{{{"home", Screen::home},
                                                                               {"incident", Screen::incident},
                                                                               {"replay", Screen::replay},
                                                                               {"path", Screen::path},
                                                                               {"tide", Screen::tide},
                                                                               {"lag", Screen::lag},
                                                                               {"lagmap", Screen::lag_map},
                                                                               {"topics", Screen::topics},
                                                                               {"connectors", Screen::connectors},
                                                                               {"schemas", Screen::schemas},
                                                                               {"deadletters", Screen::dead_letters},
                                                                               {"metrics", Screen::metrics},
                                                                               {"align", Screen::align},
                                                                               {"tables", Screen::table_files},
                                                                               {"scorecard", Screen::scorecard},
                                                                               {"sources", Screen::sources}}};
}  // namespace

std::string_view view_name(Screen screen) {
  for (const auto& [name, of] : views)
    if (of == screen) return name;
  return {};
}

Result<Screen> screen_named(std::string_view view) {
  for (const auto& [name, screen] : views)
    if (name == view) return screen;
  return fail(ErrorCode::usage, "unknown view \"" + std::string(view) + '"', {}, "one of " + all_view_names());
}

std::string all_view_names() {
  std::string all;
  for (const auto& [name, screen] : views) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

}  // namespace tidemark::shell
