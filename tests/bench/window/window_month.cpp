// SPDX-License-Identifier: GPL-3.0-or-later
// window_month FILE [TOPIC]: the real window on a large timeline. From exec to the first pixel of a plot with what the
// file holds (the file dropped from the page cache before each of nine turns), of a topic or of the partition that is
// worst off, and the memory at that moment; what it takes to pan and zoom it over all of the file's time, from a key to
// the painted answer and on the GUI thread, and the memory after that. Milliseconds, MB.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QLocale>
#include <QTest>
#include <cstdlib>
#include <fstream>
#include <string>

#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "tests/bench/window/timed_application.h"
#include "translations/words.h"
#include "views/theme/theme.h"
#include "views/tide/tide_page.h"
#include "views/tide/tide_view.h"

using namespace tidemark;

namespace {
constexpr int turns = 9;
constexpr int patience_ms = 60'000;
constexpr int rest_ms = 10'000;
constexpr int zooms_out = 12;  // to all that there is

double now_ms() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

// Of this process: VmRSS or VmHWM.
double memory_mb(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(what)) return std::stod(line.substr(what.size() + 1)) / 1024;
  return 0;
}

void drop_from_cache(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  ::fdatasync(file);
  ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
  ::close(file);
}

double at_percent(std::vector<double>& values, std::size_t percent) {
  std::ranges::sort(values);
  return values[(values.size() - 1) * percent / 100];
}

class Month final {
 public:
  explicit Month(bench::TimedApplication& application) : application_(application) {}

  void open(const std::string& path, const std::string& topic) {
    window_.resize(1280, 720);
    window_.show_screen(Screen::tide);
    if (!topic.empty()) emit window_.pages()->tide_asked({{}, TopicName(topic), PartitionId(0), {}, {}});
    window_.open(path);
    window_.show();
    wait_for([&] { return drawn(); });
  }

  // Each step: from the key until the plot shows another chart.
  void pan_and_zoom() {
    for (int i = 0; i < zooms_out; ++i) answer(Qt::Key_S);
    answers_.clear();
    application_.begin();
    for (int round = 0; round < 4; ++round)
      for (const Qt::Key key : {Qt::Key_W, Qt::Key_A, Qt::Key_D, Qt::Key_A, Qt::Key_S}) answer(key);
  }
  std::vector<double>& answers() { return answers_; }
  // All is judged, too.
  static void rest() {
    const double begun = now_ms();
    while (now_ms() - begun < rest_ms) step();
  }

 private:
  views::TideView* view() const { return window_.pages()->get<views::TidePage>()->view(); }
  bool drawn() const { return view()->chart() != nullptr && view()->drawn_points() > 0; }
  // Half a millisecond is left to the other threads.
  static void step() {
    QCoreApplication::processEvents();
    ::usleep(500);
  }
  template <class Done>
  static void wait_for(Done&& done) {
    const double begun = now_ms();
    while (!done()) {
      if (now_ms() - begun > patience_ms) qFatal("the window does not get there");
      step();
    }
    QCoreApplication::processEvents();  // what it painted
  }
  void answer(Qt::Key key) {
    const auto* before = view()->chart();
    const double begun = now_ms();
    QTest::keyClick(&window_, key);
    while (view()->chart() == before && now_ms() - begun < 2'000) step();
    QCoreApplication::processEvents();
    if (view()->chart() != before) answers_.push_back(now_ms() - begun);
  }

  bench::TimedApplication& application_;
  shell::MainWindow window_;
  std::vector<double> answers_;
};

int child(int argc, char** argv) {
  const double begun = std::strtod(argv[3], nullptr);
  bench::TimedApplication application(argc, argv);
  install_words(application, QLocale(QLocale::English));
  theme::apply(application, theme::Mode::light);
  Month month(application);
  month.open(argv[1], argv[4]);
  fmt::print("{:.1f} {:.1f}\n", now_ms() - begun, memory_mb("VmRSS:"));
  std::fflush(stdout);
  if (std::string_view(argv[2]) != "last") std::_Exit(0);
  Month::rest();
  fmt::print("rested: resident {:.0f}, at most {:.0f}\n", memory_mb("VmRSS:"), memory_mb("VmHWM:"));
  month.pan_and_zoom();
  const double worst = application.report("pan and zoom");
  Month::rest();
  auto& answers = month.answers();
  if (answers.empty()) qFatal("no key was answered");
  fmt::print("answers: {}, p50 {:.1f}, p99 {:.1f}; longest on the GUI thread {:.1f}; resident {:.0f}, at most {:.0f}\n",
             answers.size(), at_percent(answers, 50), at_percent(answers, 99), worst, memory_mb("VmRSS:"),
             memory_mb("VmHWM:"));
  std::fflush(stdout);
  std::_Exit(0);
}
}  // namespace

int main(int argc, char** argv) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  if (argc == 5) return child(argc, argv);
  if (argc != 2 && argc != 3) {
    fmt::print(stderr, "window_month FILE [TOPIC]\n");
    return 2;
  }
  for (int turn = 0; turn < turns; ++turn) {
    drop_from_cache(argv[1]);
    const pid_t process = ::fork();
    if (process == 0) {
      const std::string begun = fmt::format("{:.3f}", now_ms());
      ::execl("/proc/self/exe", argv[0], argv[1], turn + 1 < turns ? "one" : "last", begun.c_str(),
              argc == 3 ? argv[2] : "", nullptr);
      std::_Exit(127);
    }
    int status = 0;
    if (process < 0 || ::waitpid(process, &status, 0) != process || status != 0) return 1;
  }
  return 0;
}
