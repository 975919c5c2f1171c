// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/shell.h"

#include <array>

#include "app/shell/demo_window.h"
#include "app/shell/render.h"
#include "app/shell/window_verb.h"

namespace tidemark::shell {

std::span<const cli::Verb> verbs() {
  static constexpr std::array all{
      cli::Verb{"render", "A picture of a view, without a screen", configure_render},
      cli::Verb{"demo", "A pipeline with a scripted incident, to look at", configure_demo},
  };
  return all;
}

const cli::Verb& window_verb() {
  static constexpr cli::Verb verb{"", "The window", configure_window};
  return verb;
}

}  // namespace tidemark::shell
