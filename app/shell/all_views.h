// SPDX-License-Identifier: GPL-3.0-or-later
// The views of the window, each one line of one table: what it is called in links, for `render` and in the navigation,
// by which key it is reached, how it is loaded, who makes its page. Everything that has to know of every view reads it
// here: window, navigation, keys, palette, links, history, copies and pictures. Pure functions; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/actions/actions.h"
#include "app/session/view_data.h"

class QWidget;

namespace tidemark::views {
class PageWidget;
}

namespace tidemark::shell {

// Of the navigation.
enum class Group { now, data, review, collection };

// What of a ViewRequest is chosen on a view, and therefore stands in its links and makes a place of its history.
enum class Selects { nothing, chart, table, table_fact, path, metric, review, drill, run, growth, window };

struct View {
  Screen screen;
  Group group;
  actions::Command command;  // that shows it
  const char* verb;          // of the command line, that answers the same
  Selects selects;
  views::PageWidget* (*make)(QWidget* parent);
};

// In the order of the navigation.
std::span<const View> all_views();
// The screen is one of all_views().
const View& view_of(const Screen& screen);
// `usage`, with all names, where no screen is called so.
Result<Screen> screen_named(std::string_view id);
// "home, incident, …, sources"
std::string all_view_names();

}  // namespace tidemark::shell
