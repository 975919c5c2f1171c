// SPDX-License-Identifier: GPL-3.0-or-later
// watch: the home as a screen of a terminal, drawn again when something was committed, and each second for what has
// become older.
#include "app/session/watch.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/App.hpp>
#include <algorithm>
#include <condition_variable>
#include <ostream>
#include <sstream>

#include "app/cli/format/grid.h"
#include "app/cli/question.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/text.h"
#include "app/cli/verbs/verbs.h"
#include "models/domain/clock.h"
#include "models/domain/words.h"

namespace tidemark::cli {
namespace {
constexpr auto redraw_every = std::chrono::seconds(1);
constexpr std::size_t most_findings = 5;
constexpr std::string_view home_and_clear = "\x1b[H\x1b[J";
constexpr std::string_view other_screen = "\x1b[?1049h\x1b[?25l";
constexpr std::string_view own_screen = "\x1b[?25h\x1b[?1049l";
const Layout columns{{"state", "path", "age_ms", "where", "unread", "not_landed", "since", "trend", "target_ms",
                      "safe_until", "class", "owner"}};

std::size_t terminal_height() {
  winsize size{};
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 4 ? size.ws_row : 24;
}

std::string_view state_word(Lateness lateness) {
  switch (lateness) {
    case Lateness::late:
      return "LATE";
    case Lateness::near:
      return "near";
    case Lateness::fine:
      return "fine";
    case Lateness::unknown:
      break;
  }
  return "unknown";
}

template <class Value>
Cell worded(const Known<Value>& value) {
  if (!value) return value.reason();
  return Cell(word(*value));
}

Document paths_of(const Home& home, LocalTime at) {
  Document document;
  document.verb = "watch";
  document.at = at;
  for (const auto& branch : home.classes)
    for (const auto& child : branch.children) {
      const PathRow& row = child.row;
      document.rows.push_back({{"state", state_word(row.lateness)},
                               {"path", row.route},
                               {"age_ms", row.age},
                               {"age_error_ms", row.age_error},
                               {"age_bound", row.age.map([&](Millis) { return std::string(word(row.fresh.bound)); })},
                               {"target_ms", row.fresh.target},
                               {"trend", worded(row.trend)},
                               {"where", worded(row.where)},
                               {"unread", row.fresh.unread},
                               {"not_landed", row.not_landed.value},
                               {"since", row.since},
                               {"safe_until", row.safe_until},
                               {"class", branch.parent.row.name},
                               {"owner", row.fresh.owner}});
    }
  std::ranges::stable_sort(document.rows, {}, [](const CellRecord& row) {
    const auto& state = std::get<std::string>(row.front().cell.value);
    return state == "LATE" ? 0 : state == "unknown" ? 1 : state == "near" ? 2 : 3;
  });
  return document;
}

std::string summary(const ViewData& data, LocalTime now) {
  std::ostringstream out;
  if (data.home) {
    out << data.home->late << " of " << data.home->paths << " paths late";
    if (data.home->unknown) out << ", " << data.home->unknown << " unknown";
  }
  out << " | sources " << data.status.healthy << " of " << data.status.sources << " healthy";
  if (!data.status.newest) return out.str() + " | no poll yet";
  const Millis ago = std::max(Millis(0), Millis(now - *data.status.newest));
  out << " | newest poll " << human(std::chrono::floor<std::chrono::seconds>(ago)) << " ago";
  if (data.status.interval > Millis(0) && ago > 3 * data.status.interval) out << ": NOBODY COLLECTS";
  return out.str();
}

// A screen's lines; `room` lines at most, where it is given.
std::vector<std::string> screen_of(const ViewData& data, LocalTime now, const Style& style,
                                   std::optional<std::size_t> room) {
  std::vector<std::string> lines;
  const auto say = [&](const std::string& line) {
    lines.push_back(style.width ? shortened(line, *style.width) : line);
  };
  say("Tidemark  " + human(data.at, style.utc) + "  " + printable(data.status.path));
  say(summary(data, now));
  if (data.home)
    for (const std::string& source : data.home->silent) say("cannot see: " + printable(source));
  lines.emplace_back();
  if (data.findings && !data.findings->rows.empty()) {
    const auto& rows = data.findings->rows;
    for (std::size_t i = 0; i < std::min(rows.size(), most_findings); ++i) {
      const DiagnosisRow& row = rows[i].parent.row;
      say(std::string(word(row.finding.severity)) + "  " + row.finding.rule + "  " + printable(row.title));
    }
    if (rows.size() > most_findings)
      lines.push_back("and " + std::to_string(rows.size() - most_findings) + " more: tidemark diagnose");
    lines.emplace_back();
  }
  if (data.home && data.home->paths > 0) {
    const Lines table = aligned(make_grid(paths_of(*data.home, data.at), columns, style), style.width, style.colour);
    lines.insert(lines.end(), table.text.begin(), table.text.end());
  } else {
    lines.emplace_back("Nothing has been recorded about any group and topic.");
  }
  if (room && lines.size() > *room) {
    const std::size_t left = lines.size() - *room + 1;
    lines.resize(*room - 1);
    lines.push_back("and " + std::to_string(left) + " more: tidemark freshness");
  }
  return lines;
}

// What the watch's thread brings to this one.
struct Bell {
  std::mutex mutex;
  std::condition_variable_any rung;
  bool rings = false;
};

Result<int> watch(Streams& streams, const Options& options, bool once) {
  TM_TRY(const Output output, output_of(options, streams));
  TM_TRY(const std::string path, timeline_path(options));
  const StopSignals signals;
  const std::stop_token stop = signals.token();
  const SystemClock clock;
  Bell bell;
  ViewRequest request;
  request.screen = Screen::home;
  constexpr Millis with_findings{600'000};
  TimelineWatch timeline(
      path, TimelineReader::Origin::own, request,
      [&bell] {
        const std::lock_guard lock(bell.mutex);
        bell.rings = true;
        bell.rung.notify_all();
      },
      once ? with_findings : Millis(100));
  const auto wait = [&](Millis most) {
    std::unique_lock lock(bell.mutex);
    bell.rung.wait_for(lock, stop, most, [&] { return bell.rings; });
    bell.rings = false;
  };
  std::shared_ptr<const ViewData> data;
  const auto look = [&]() -> Result<> {
    if (auto taken = timeline.take()) data = std::move(*taken);
    if (once && data && data->error) return std::unexpected(*data->error);
    return {};
  };
  if (once) {
    while (!stop.stop_requested() && !data) {
      wait(redraw_every);
      TM_CHECK(look());
    }
    if (data)
      for (const std::string& line : screen_of(*data, clock.now(), output.style, std::nullopt))
        streams.out << line << '\n';
    streams.out << std::flush;
    return 0;
  }
  streams.out << other_screen;
  while (!stop.stop_requested()) {
    wait(redraw_every);
    TM_CHECK(look());
    if (!data) continue;
    streams.out << home_and_clear;
    if (data->error) {
      streams.out << printable(data->error->line()) << '\n';
    } else {
      for (const std::string& line : screen_of(*data, clock.now(), output.style, terminal_height() - 1))
        streams.out << line << '\n';
    }
    streams.out << "Ctrl-C ends" << std::flush;
  }
  streams.out << own_screen << std::flush;
  return 0;
}
}  // namespace

Runner watch_verb(CLI::App& app) {
  const auto options = std::make_shared<Options>();
  add_timeline(app, *options);
  app.add_flag("--utc", options->utc, "Times in UTC");
  add_logging(app, *options);
  const auto once = std::make_shared<bool>(false);
  app.add_flag("--once", *once, "Print the screen once and end; so where the output is no terminal");
  return [options, once](Streams& streams) {
    const auto status = watch(streams, *options, *once || !streams.out_is_terminal);
    return status ? *status : report(streams, status.error());
  };
}

}  // namespace tidemark::cli
