// SPDX-License-Identifier: GPL-3.0-or-later
// window_large make FILE DAYS: 10,000 partitions, 200 groups, a poll a minute, until now.
// window_large FILE: the real window on it: the heavy views scrolled, sorted, filtered and zoomed, every event of the
// GUI thread timed, and the memory; then a minute and a half in which nobody touches it while another process writes a
// poll every ten seconds, and what of a processor that took.
#include <fmt/format.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QTest>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>

#include "app/shell/main_window.h"
#include "app/shell/pages.h"
#include "models/items/tree_model.h"
#include "tests/bench/window/large_cluster.h"
#include "tests/bench/window/timed_application.h"
#include "translations/words.h"
#include "views/theme/theme.h"
#include "views/widgets/row_view.h"

using namespace tidemark;

namespace {
constexpr int patience_ms = 120'000;
constexpr int polls_while_idle = 9;

double memory_mb(const std::string& what) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(what)) return std::stod(line.substr(what.size() + 1)) / 1024;
  return 0;
}

double cpu_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

class Large final {
 public:
  explicit Large(bench::TimedApplication& application) : application_(application) {}

  void run(const std::string& path) {
    fmt::print("{:22} {:>6}  {:>23}   {:>23}   worst\n", "", "", "processor ms", "wall ms");
    fmt::print("{:22} {:>6}  {:>7} {:>7} {:>7}   {:>7} {:>7} {:>7}\n", "phase", "blocks", "p50", "p99", "worst", "p50",
               "p99", "worst");
    window_.open(path);
    window_.show();
    rows_on(Screen::home);
    end("open, home");
    for (const Screen& screen : {Screen::lag, Screen::topics, Screen::lag_map}) {
      const std::string name(screen.id);
      rows_on(screen);
      end(name + ", shown");
      scroll();
      end(name + ", scrolled");
      sort();
      end(name + ", sorted");
      filter();
      end(name + ", filtered");
      zoom(Qt::Key_S);
      end(name + ", zoomed");
      window_.show_request(first_);
    }
    rows_on(Screen::tide);
    zoom(Qt::Key_S);
    end("tide, zoomed");
    window_.show_request(first_);
    rows_on(Screen::incident);
    zoom(Qt::Key_S);
    scroll();
    end("incident");
    fmt::print("longest on the GUI thread {:.1f} ms; resident {:.0f} MB, at most {:.0f}\n", worst_, memory_mb("VmRSS:"),
               memory_mb("VmHWM:"));
  }

  void idle(const std::string& path) {
    window_.show_request(first_);
    rows_on(Screen::home);
    QTest::qWait(15'000);
    application_.begin();
    const pid_t writer = ::fork();
    if (writer == 0) {
      ::execl("/proc/self/exe", "window_large", "live", path.c_str(), nullptr);
      std::_Exit(127);
    }
    const double begun = cpu_seconds();
    constexpr int seconds = polls_while_idle * 10;
    // In small waits: QTest's own loop asks every few ms, which is not the window's doing.
    QEventLoop loop;
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, &QEventLoop::quit);
    loop.exec();
    fmt::print("idle beside a collector: {:.2f} % of a processor over {} s\n", 100 * (cpu_seconds() - begun) / seconds,
               seconds);
    ::kill(writer, SIGTERM);
    ::waitpid(writer, nullptr, 0);
    end("idle");
    fmt::print("resident {:.0f} MB, at most {:.0f}\n", memory_mb("VmRSS:"), memory_mb("VmHWM:"));
  }

 private:
  views::RowView* table() { return window_.pages()->current()->rows(); }
  void rows_on(const Screen& screen) {
    window_.show_screen(screen);
    if (!QTest::qWaitFor([&] { return table()->model()->rowCount() > 0; }, patience_ms))
      fmt::print("{}: nothing came\n", screen.id);
    QTest::qWait(3'000);
  }
  void end(const std::string& phase) {
    QTest::qWait(60);
    worst_ = std::max(worst_, application_.report(phase.c_str()));
    application_.begin();
  }
  void key(Qt::Key key) {
    QTest::keyClick(table(), key);
    QCoreApplication::processEvents();
  }
  void scroll() {
    table()->setFocus();
    key(Qt::Key_Home);
    key(Qt::Key_Asterisk);
    for (int page = 0; page < 60; ++page) key(Qt::Key_PageDown);
    key(Qt::Key_End);
    for (int page = 0; page < 60; ++page) key(Qt::Key_PageUp);
    for (int step = 0; step <= 100; ++step) {
      table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum() / 100 * step);
      QCoreApplication::processEvents();
    }
    key(Qt::Key_Home);
  }
  void sort() {
    QHeaderView* head = table()->header();
    for (int column = 0; column < std::min(5, head->count()); ++column)
      for (int click = 0; click < 2 && !head->isSectionHidden(column); ++click) {
        const QPoint at(head->sectionViewportPosition(column) + 20, head->height() / 2);
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, at);
        QTest::qWait(60);
      }
  }
  void filter() {
    window_.pages()->current()->focus_filter();
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (!field) return;
    for (const char letter : std::string("family.17")) {
      QTest::keyClick(field, letter);
      QCoreApplication::processEvents();
    }
    QTest::qWait(60);
    for (int i = 0; i < 9; ++i) QTest::keyClick(field, Qt::Key_Backspace);
    QTest::keyClick(field, Qt::Key_Return);
  }
  // Out to thirty days, in again, and along.
  void zoom(Qt::Key out) {
    table()->setFocus();
    for (int i = 0; i < 10; ++i) key(out), QTest::qWait(300);
    for (const Qt::Key step : {Qt::Key_W, Qt::Key_A, Qt::Key_A, Qt::Key_D, Qt::Key_W}) key(step), QTest::qWait(700);
    QTest::qWait(3'000);
  }

  bench::TimedApplication& application_;
  shell::MainWindow window_;
  ViewRequest first_ = window_.request();
  double worst_ = 0;
};

int make(const std::string& path, int days) {
  bench::LargeCluster cluster(path);
  const LocalTime end = cluster.now();
  for (LocalTime at = end - std::chrono::hours(24 * days); at < end; at += bench::LargeCluster::interval)
    cluster.poll(at);
  return 0;
}

int live(const std::string& path) {
  bench::LargeCluster cluster(path);
  while (true) {
    cluster.poll(cluster.now());
    std::this_thread::sleep_for(std::chrono::seconds(10));
  }
}
}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() == 3 && words[0] == "make") return make(words[1], std::atoi(words[2].c_str()));
  if (words.size() == 2 && words[0] == "live") return live(words[1]);
  if (words.size() != 1) {
    fmt::print(stderr, "window_large make FILE DAYS | FILE\n");
    return 2;
  }
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  bench::TimedApplication application(argc, argv);
  install_words(application, QLocale(QLocale::English));
  theme::apply(application, theme::Mode::light);
  Large large(application);
  large.run(words[0]);
  large.idle(words[0]);
  return 0;
}
