// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/demo_window.h"

#include <CLI/App.hpp>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QTimer>
#include <filesystem>
#include <thread>

#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/cli/stop_signals.h"
#include "app/cli/verbs/demo.h"
#include "app/shell/gui.h"
#include "app/shell/look.h"
#include "app/shell/main_window.h"
#include "app/shell/shell.h"
#include "models/domain/clock.h"

namespace tidemark::shell {
namespace {
std::vector<std::vector<std::string>> pictures_of(bool lab) {
  if (lab)
    return {
        {"tide", "--topic", "orders", "--group", "connect-orders-sink", "--from", "-90s"}, {"align"}, {"connectors"}};
  return {{"tide", "--topic", "orders", "--group", "billing", "--from", "-3m"},
          {"tide", "--topic", "clicks", "--group", "search-index", "--from", "-3h"},
          {"lag"},
          {"topics"}};
}

// The pictures of what the demo left behind, beside its timeline.
int write_pictures(cli::Streams& streams, const std::string& timeline, bool lab) {
  const std::string folder = std::filesystem::path(timeline).parent_path().string();
  const auto pictures = pictures_of(lab);
  for (const auto& picture : pictures) {
    std::vector<std::string> words{"render"};
    words.insert(words.end(), picture.begin(), picture.end());
    const std::string name = picture.size() > 2 ? picture[0] + '-' + picture[2] : picture[0];
    const std::string file = (std::filesystem::path(folder) / (name + ".png")).string();
    words.insert(words.end(), {"-o", file, "--timeline", timeline});
    if (const int status = cli::run(words, streams, verbs())) return status;
    streams.err << "picture: " << file << '\n';
  }
  return 0;
}

// A line above the page, plain text.
class Caption final : public QDockWidget {
  Q_OBJECT
 public:
  explicit Caption(QWidget* parent) : QDockWidget(parent) {
    setTitleBarWidget(new QWidget(this));
    setFeatures(QDockWidget::NoDockWidgetFeatures);
    label_->setTextFormat(Qt::PlainText);
    label_->setWordWrap(true);
    label_->setMargin(12);
    label_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    label_->setAccessibleName(tr("What the demo shows now"));
    setAccessibleName(tr("Demo"));
    setWidget(label_);
  }
  void say(const std::string& text) { label_->setText(QString::fromStdString(text)); }

 private:
  QLabel* label_ = new QLabel(this);
};

// Ctrl-C on the terminal closes the window, so that what was started is ended in order.
void quit_on(const std::stop_token& stop, QTimer& looks) {
  QObject::connect(&looks, &QTimer::timeout, qApp, [stop] {
    if (stop.stop_requested()) QApplication::quit();
  });
  looks.start(200);
}

Result<int> show_demo(const cli::DemoWanted& wanted) {
  const cli::StopSignals interrupts;
  TM_TRY(const cli::DemoPlan plan, cli::demo_plan(wanted));
  TM_TRY(const auto app, start_gui(Surface::screen, chosen_look()));
  MainWindow window;
  auto* caption = new Caption(&window);
  window.addDockWidget(Qt::TopDockWidgetArea, caption);
  const auto say = [&](std::string text) {
    QMetaObject::invokeMethod(caption, [caption, text = std::move(text)] { caption->say(text); });
  };
  say(std::string(plan.opening()) + " …");
  const SystemClock clock;
  std::jthread player([&](std::stop_token stop) {
    auto demo = cli::start_demo(
        plan, {.timeline = plan.timeline, .say = [&](std::string_view text) { say(std::string(text)); }, .stop = stop},
        clock);
    if (!demo) return say(demo.error().line());
    QMetaObject::invokeMethod(&window, [&window, &plan] { window.open(plan.timeline); });
    if (const auto played = (*demo)->play(); !played) {
      say(played.error().line());
    } else if (!stop.stop_requested()) {
      say(std::string((*demo)->footnote()));
    }
    while (clock.wait(stop, Millis(1'000))) continue;
  });
  QTimer looks;
  quit_on(interrupts.token(), looks);
  window.show();
  const int status = QApplication::exec();
  player.request_stop();
  player.join();
  return status;
}
}  // namespace

std::function<int(cli::Streams&)> configure_demo(CLI::App& app) {
  const auto wanted = std::make_shared<cli::DemoWanted>();
  cli::add_demo_options(app, *wanted);
  return [wanted](cli::Streams& streams) {
    if (wanted->headless || !has_display()) {
      if (!wanted->headless) streams.err << "There is no display: the demo plays without its window.\n";
      return cli::demo_headless(streams, *wanted, [&](const std::string& timeline) {
        return write_pictures(streams, timeline, wanted->lab);
      });
    }
    const auto status = show_demo(*wanted);
    return status ? *status : cli::report(streams, status.error());
  };
}

}  // namespace tidemark::shell

#include "demo_window.moc"
