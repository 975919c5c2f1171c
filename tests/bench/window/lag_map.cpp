// SPDX-License-Identifier: GPL-3.0-or-later
// lag_map FILE HOURS: from a file to an image of the lag of every partition in it, as the window makes it, and from the
// samples themselves. Each turn opens the file anew. Prints one line of JSON: medians of 9 turns, milliseconds
// of the thread, which waits for nothing but the file.
#include <fmt/format.h>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cstdlib>
#include <ctime>

#include "app/session/load_lag_map.h"
#include "views/theme/theme.h"
#include "views/widgets/shade_strip.h"

using namespace tidemark;

namespace {
constexpr int turns = 9;
constexpr int width = 1000;
constexpr int height = 500;

// Milliseconds of this thread alone: another program's load is not ours.
double used() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Value>
Value need(Result<Value> value) {
  if (!value) {
    fmt::print(stderr, "{}\n", value.error().line());
    std::exit(2);
  }
  return std::move(*value);
}

struct Turn {
  double loaded = 0;
  double painted = 0;
  std::size_t partitions = 0;
  std::size_t columns = 0;
};

void paint(const LagMap& map, Turn& turn) {
  const double begun = used();
  QImage image(width, height, QImage::Format_RGB32);
  QPainter painter(&image);
  views::paint_shades(painter, QRectF(0, 0, width, height), map.overview, map.overview_rows, theme::Theme(false));
  painter.end();
  turn.painted = used() - begun;
  turn.partitions = map.partitions;
  turn.columns = map.columns;
}

Turn as_the_window(const std::string& path, Millis window) {
  Turn turn;
  const double begun = used();
  const auto reader = need(TimelineReader::open(path));
  const LocalTime newest = *need(reader->reach()).newest;
  const LagMap map = need(load_lag_map(*reader, newest - window, newest, Millis(10'000), width));
  turn.loaded = used() - begun;
  paint(map, turn);
  return turn;
}

Turn from_samples(const std::string& path, Millis window) {
  Turn turn;
  const double begun = used();
  const auto reader = need(TimelineReader::open(path));
  const LocalTime newest = *need(reader->reach()).newest;
  LagMapBuilder builder(newest - window, newest, Grain::raw, Millis(10'000), width);
  SnapshotRequest request{newest - window, newest};
  request.states = request.events = false;
  builder.add(*need(reader->load(request)));
  const LagMap map = std::move(builder).finish();
  turn.loaded = used() - begun;
  paint(map, turn);
  return turn;
}

void print(const char* name, std::vector<Turn> all, const char* end) {
  const auto median = [&](double Turn::* of) {
    std::ranges::sort(all, {}, of);
    return all[all.size() / 2].*of;
  };
  const double loaded = median(&Turn::loaded);
  fmt::print("\"{}\": {{\"loaded_ms\": {:.2f}, \"painted_ms\": {:.2f}, \"partitions\": {}, \"columns\": {}}}{}", name,
             loaded, median(&Turn::painted), all[0].partitions, all[0].columns, end);
}
}  // namespace

int main(int argc, char** argv) {
  if (argc < 3 || std::atoi(argv[2]) < 1) {
    fmt::print(stderr, "lag_map FILE HOURS [--no-samples]\n");
    return 2;
  }
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const QGuiApplication application(argc, argv);
  const Millis window = std::chrono::hours(std::atoi(argv[2]));
  std::vector<Turn> seen, raw;
  for (int i = 0; i < turns; ++i) seen.push_back(as_the_window(argv[1], window));
  for (int i = 0; argc == 3 && i < turns; ++i) raw.push_back(from_samples(argv[1], window));
  fmt::print("{{");
  print("window", seen, raw.empty() ? "}\n" : ", ");
  if (!raw.empty()) print("samples", raw, "}\n");
  return 0;
}
