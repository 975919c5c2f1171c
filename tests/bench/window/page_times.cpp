// SPDX-License-Identifier: GPL-3.0-or-later
// page_times FILE [PAGE]: what each page of the window takes to be loaded the first time from a file, and again; on the
// thread that reads. Prints a line each: milliseconds of the processor.
#include <fmt/format.h>

#include <array>
#include <ctime>
#include <string_view>
#include <utility>

#include "app/session/view_data.h"

using namespace tidemark;

namespace {
double used() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

const std::array screens{Screen::tide, Screen::lag, Screen::topics, Screen::home, Screen::incident, Screen::lag_map};
}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    fmt::print(stderr, "page_times FILE [PAGE]\n");
    return 2;
  }
  for (const Screen& screen : screens) {
    if (argc == 3 && std::string_view(argv[2]) != screen.id) continue;
    const double begun = used();
    auto reader = TimelineReader::open(argv[1]);
    if (!reader) {
      fmt::print(stderr, "{}\n", reader.error().line());
      return 2;
    }
    const double opened = used();
    ViewRequest request;
    request.screen = screen;
    fmt::print("{:10} opened {:.1f}", screen.id, opened - begun);
    for (int turn = 0; turn < 3; ++turn) {
      const double before = used();
      const auto page = load_page(**reader, request);
      fmt::print(", {} {:.1f}", page && !page->error ? "loaded" : "failed", used() - before);
    }
    fmt::print("\n");
  }
  return 0;
}
