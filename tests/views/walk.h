// SPDX-License-Identifier: GPL-3.0-or-later
// Walk: goes through the real window as a person does, by keys and clicks alone. Each step is timed from the key to the
// next frame that is painted, and to the frame that shows what was asked for; a picture of each is kept. On a busy
// machine the frame's time is that machine's: what the thread itself used until then stands beside it.
// Thread rule: GUI thread. Milliseconds.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QTest>
#include <ctime>
#include <string>
#include <vector>

#include "tests/views/pictures.h"

namespace tidemark::test {

class Walk final : public QObject {
 public:
  struct Step {
    std::string name;
    double frame = 0;
    double used = 0;  // by the thread, until the frame
    double answer = 0;
  };

  Walk() { qApp->installEventFilter(this); }

  // Does `act` and waits until something was painted and, after that, until `shown` is true and painted.
  template <class Act, class Shown>
  void step(const std::string& name, Act&& act, Shown&& shown) {
    QApplication::processEvents();
    painted_ = 0;
    const double begun = now(CLOCK_MONOTONIC);
    const double used = now(CLOCK_THREAD_CPUTIME_ID);
    act();
    wait(name, [this] { return painted_ > 0; });
    Step done{name, now(CLOCK_MONOTONIC) - begun, now(CLOCK_THREAD_CPUTIME_ID) - used, 0};
    wait(name, shown);
    QApplication::processEvents();  // what it painted
    done.answer = now(CLOCK_MONOTONIC) - begun;
    steps_.push_back(done);
    QTest::qWait(rest_ms);
    const auto number = QStringLiteral("%1").arg(steps_.size(), 2, 10, QLatin1Char('0'));
    if (QWidget* seen = on_top())
      picture(*seen, QStringLiteral("walk-%1-%2").arg(number, QString::fromStdString(name).replace(u' ', u'-')));
  }
  const std::vector<Step>& steps() const { return steps_; }

 protected:
  bool eventFilter(QObject*, QEvent* event) override {
    painted_ += event->type() == QEvent::Paint ? 1 : 0;
    return false;
  }

 private:
  static constexpr int patience_ms = 60'000;
  static constexpr int rest_ms = 300;  // what follows by itself: layouts, later polls

  static double now(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }
  // Where no window manager gives the keyboard back: what covers the screen.
  static QWidget* on_top() {
    if (QApplication::activeModalWidget()) return QApplication::activeModalWidget();
    if (QApplication::activeWindow()) return QApplication::activeWindow();
    for (QWidget* window : QApplication::topLevelWidgets())
      if (window->isVisible() && window->isFullScreen()) return window;
    return nullptr;
  }
  template <class Done>
  static void wait(const std::string& name, Done&& done) {
    const double begun = now(CLOCK_MONOTONIC);
    while (!done()) {
      if (now(CLOCK_MONOTONIC) - begun > patience_ms) qFatal("the walk ends at: %s", name.c_str());
      QApplication::processEvents(QEventLoop::AllEvents, 1);
    }
  }

  std::vector<Step> steps_;
  int painted_ = 0;
};

}  // namespace tidemark::test
