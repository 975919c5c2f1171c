// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/render.h"

#include <CLI/CLI.hpp>
#include <QApplication>
#include <algorithm>
#include <charconv>

#include "app/cli/report.h"
#include "app/session/server_timeline.h"
#include "app/settings/files.h"
#include "app/settings/secrets.h"
#include "app/shell/all_views.h"
#include "app/shell/gui.h"
#include "app/shell/picture.h"
#include "models/domain/clock.h"

namespace tidemark::shell {
namespace {
constexpr int most_pixels = 16'384;

struct Wish {
  std::string view, file, timeline, size = "1600x1000", theme = "light";
  double scale = 1;
  std::string cluster, topic, group, table, signal, object, at, from, to, crosshair;
  std::optional<int> partition;
  std::string scope, card, review, page, drill, run, with;
  bool contrast = false;
};

// Beneath every screen; made with the one that costs least.
constexpr std::string_view findings_view = "findings";
constexpr std::string_view present_view = "present";  // of the scorecard

Result<Screen> screen_of(const std::string& view) {
  if (view == findings_view) return Screen::sources;
  if (view == present_view) return Screen::scorecard;
  return screen_named(view);
}

Result<QSize> size_of(const std::string& text) {
  int width = 0;
  int height = 0;
  const char* end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  if (first.ec == std::errc() && first.ptr != end && *first.ptr == 'x') {
    const auto second = std::from_chars(first.ptr + 1, end, height);
    if (second.ec == std::errc() && second.ptr == end && width >= 200 && height >= 150) return QSize(width, height);
  }
  return fail(ErrorCode::usage, "not a size: \"" + text + '"', "--size", "write it as 1600x1000, at least 200x150");
}

Result<std::optional<LocalTime>> time_of(const std::string& text, const char* option, LocalTime now) {
  if (text.empty()) return std::optional<LocalTime>();
  if (const auto time = parse_time(text, now)) return time;
  return fail(ErrorCode::usage, "not a time: \"" + text + '"', option, "RFC 3339, now, -15m or \"2h ago\"");
}

// The window: --from and --to, or the hour before --at, or the newest hour there is.
Result<ViewRequest> request_of(const Wish& wish, LocalTime newest) {
  ViewRequest request;
  TM_TRY(request.screen, screen_of(wish.view));
  TM_TRY(const auto at, time_of(wish.at, "--at", newest));
  TM_TRY(const auto from, time_of(wish.from, "--from", newest));
  TM_TRY(const auto to, time_of(wish.to, "--to", newest));
  request.to = to ? to : at;
  if (from) {
    const LocalTime end = request.to.value_or(newest);
    if (*from >= end) return fail(ErrorCode::usage, "--from is not before the end of the window", wish.from);
    request.to = end;
    request.span = end - *from;
  }
  request.tide.cluster = ClusterName(wish.cluster);
  request.tide.topic = TopicName(wish.topic);
  if (wish.partition) request.tide.partition = PartitionId(*wish.partition);
  if (!wish.group.empty()) request.tide.group = GroupId(wish.group);
  request.metric = MetricChoice{{}, ClusterName(wish.cluster), Signal(wish.signal), Object(wish.object)};
  request.path = PathChoice{ClusterName(wish.cluster), GroupId(wish.group), TopicName(wish.topic)};
  if (!wish.scope.empty() || !wish.card.empty() || !wish.review.empty())
    request.review = ReviewChoice{wish.scope, wish.card.empty() ? ReviewChoice{}.card : wish.card, wish.review};
  if (!wish.drill.empty()) request.drill = wish.drill;
  if (!wish.run.empty()) request.run = RunChoice{wish.run, wish.with};
  if (!wish.table.empty()) {
    request.tide.table = TableName(wish.table);
    request.table = TableChoice{ClusterName(wish.cluster), TableName(wish.table)};
  }
  return request;
}

// Whether the trend is the one that was wished for.
bool is_found(const MetricTrend* trend, const Wish& wish) {
  const auto same = [](const std::string& wished, const std::string& shown) {
    return wished.empty() || wished == shown;
  };
  if (!trend) return wish.signal.empty() && wish.object.empty();
  return same(wish.signal, trend->of.signal.value()) && same(wish.object, trend->of.object.value());
}

bool is_page(const ReviewView& review, const std::string& page) {
  for (const char* name : {"actions", "changes", "overview"})
    if (page == name) return true;
  const std::string row = page.substr(0, page.find(':'));
  if (page != row && page != row + ":evidence") return false;
  return std::ranges::any_of(review.rows, [&](const auto& branch) { return branch.parent.row.row.id == row; });
}

Result<> check_found(const ViewData& data, const Wish& wish) {
  if (!data.status.newest)
    return fail(ErrorCode::no_data, "the timeline holds no polls", data.status.path, "collect or import first");
  if (data.review && data.review->error) return std::unexpected(*data.review->error);
  if (data.review && !wish.page.empty() && !is_page(*data.review, wish.page))
    return fail(ErrorCode::usage, "the presentation has no page \"" + wish.page + '"', "--page",
                "a row of the card, a row:evidence, changes, overview or actions");
  if (data.request.screen == Screen::path && !data.path)
    return fail(ErrorCode::no_data, "no such path in the timeline", {}, "tidemark freshness lists them");
  if (data.request.screen == Screen::align && data.request.table &&
      (!data.ledger || data.ledger->of.table != data.request.table->table))
    return fail(ErrorCode::no_data, "no such table in the timeline", data.request.table->table.value(),
                "tidemark align lists them");
  if (data.request.screen == Screen::metrics && !is_found(data.trend.get(), wish))
    return fail(ErrorCode::no_data, "no such signal in the timeline", wish.signal + ' ' + wish.object,
                "tidemark metrics lists them");
  if (data.request.screen != Screen::tide) return {};
  const TideSelection& tide = data.request.tide;
  const std::string where = tide.topic.value();
  if (!data.tide || data.tide->partition_ids.empty())
    return fail(ErrorCode::no_data, "no such topic in the timeline", where, "tidemark topics lists them");
  if (data.tide->lines.empty())
    return fail(ErrorCode::no_data, "no sample in this window", where, "choose another --partition, --from or --to");
  return {};
}

// Where the timeline is a server's: the window of the picture, and what ages need before it.
Result<std::optional<ServerTimeline>> server_of(const Wish& wish) {
  constexpr Millis before = std::chrono::hours(6);
  if (!ServerTimeline::is_named(wish.timeline)) return std::nullopt;
  const auto screen = screen_of(wish.view);
  if (!screen || (*screen != Screen::tide && *screen != Screen::lag))
    return fail(ErrorCode::usage, ServerTimeline::limit(), "--timeline", "render tide or lag");
  const LocalTime now = SystemClock().now();
  TM_TRY(const ViewRequest request, request_of(wish, now));
  ServerWindow window;
  window.to = request.to.value_or(now);
  window.from = window.to - request.span - before;
  TM_TRY(ServerTimeline server, ServerTimeline::read(wish.timeline, nullptr, Secrets(ask_on_terminal), window));
  return std::optional(std::move(server));
}

Result<> render(const Wish& wish) {
  TM_TRY(const QSize size, size_of(wish.size));
  const auto mode = theme::mode_from(QString::fromStdString(wish.theme));
  if (!mode || *mode == theme::Mode::system)
    return fail(ErrorCode::usage, "unknown theme \"" + wish.theme + '"', "--theme", "light or dark");
  if (!(wish.scale >= 0.5 && wish.scale <= 4) || size.width() * wish.scale > most_pixels ||
      size.height() * wish.scale > most_pixels)
    return fail(ErrorCode::usage, "the picture would be too large or too small", "--scale",
                "0.5 to 4, and at most 16384 pixels on a side");
  TM_CHECK(screen_of(wish.view));
  TM_CHECK(check_picture_name(wish.file));
  TM_TRY(const auto server, server_of(wish));
  TM_TRY(const auto reader, TimelineReader::open(server                  ? server->path()
                                                 : wish.timeline.empty() ? default_timeline_path()
                                                                         : wish.timeline));
  TM_TRY(const TimelineReach reach, reader->reach());
  const LocalTime newest = reach.newest.value_or(SystemClock().now());
  TM_TRY(const ViewRequest request, request_of(wish, newest));
  TM_TRY(const ViewData data, load_view(*reader, request));
  TM_CHECK(check_found(data, wish));
  PictureOptions options{size, wish.scale, {}, wish.view == findings_view};
  if (wish.view == present_view) options.present = PresentOptions{wish.page, wish.contrast};
  TM_TRY(options.crosshair, time_of(wish.crosshair, "--crosshair", newest));
  TM_TRY(const auto app, start_gui(Surface::picture, *mode));
  return write_picture(data, options, wish.file);
}
}  // namespace

std::function<int(cli::Streams&)> configure_render(CLI::App& app) {
  auto wish = std::make_shared<Wish>();
  app.add_option("view", wish->view, all_view_names() + ", present or findings")->required();
  app.add_option("-o,--output", wish->file, "The picture: FILE.png, .svg or .pdf")->required();
  app.add_option("--timeline", wish->timeline, "The timeline file");
  app.add_option("--size", wish->size, "WIDTHxHEIGHT in pixels before --scale")->capture_default_str();
  app.add_option("--scale", wish->scale, "Pixels per pixel, for sharp screens")->capture_default_str();
  app.add_option("--theme", wish->theme, "light or dark")->capture_default_str();
  app.add_option("--cluster", wish->cluster, "tide, path, align, metrics: the cluster");
  app.add_option("--topic", wish->topic, "tide, path: the topic; without one, what is worst off");
  app.add_option("--partition", wish->partition, "tide: the partition; without one, the sum over the topic")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--group", wish->group, "tide, path: the group; without one, the one furthest behind");
  app.add_option("--table", wish->table, "tide: the table; align: whose ledger");
  app.add_option("--signal", wish->signal, "metrics: whose trend is shown; without one, the first that is known");
  app.add_option("--object", wish->object, "metrics: of which object, as task:orders-sink/0");
  app.add_option("--scope", wish->scope, "scorecard: whose, as path=orders; without one, what has evidence last");
  app.add_option("--card", wish->card, "scorecard: readiness, areas or a file");
  app.add_option("--review", wish->review, "scorecard: a frozen review, by its name");
  app.add_option("--drill", wish->drill, "drills: whose run sheet, by its id; without one, the one that runs");
  app.add_option("--run", wish->run, "provenance: a run, model version, snapshot or TABLE@TIME");
  app.add_option("--with", wish->with, "provenance: the run that it is held against");
  app.add_option("--page", wish->page,
                 "present: ROW, ROW:evidence, changes, overview or actions; without one the first, of a PDF all");
  app.add_flag("--contrast", wish->contrast, "present: black and white with few colours");
  app.add_option("--at", wish->at, "The end of the window, one hour long");
  app.add_option("--from", wish->from, "The start of the window");
  app.add_option("--to", wish->to, "The end of the window");
  app.add_option("--crosshair", wish->crosshair, "tide, metrics: where the crosshair stands");
  return [wish](cli::Streams& streams) {
    if (const auto done = render(*wish); !done) return cli::report(streams, done.error());
    return 0;
  };
}

}  // namespace tidemark::shell
