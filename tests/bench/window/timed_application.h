// SPDX-License-Identifier: GPL-3.0-or-later
// TimedApplication: times every event that the GUI thread handles, painting and posted events included, by the clock on
// the wall and by the processor time of the thread alone. On a busy machine only the latter is the program's own.
// Thread rule: GUI thread.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QMetaEnum>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace tidemark::bench {

class TimedApplication final : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    if (inside_) return QApplication::notify(receiver, event);
    const int type = event->type();  // the receiver may be gone afterwards
    const std::string name = receiver->metaObject()->className();
    const double wall = now(CLOCK_MONOTONIC);
    const double cpu = now(CLOCK_THREAD_CPUTIME_ID);
    inside_ = true;
    const bool done = QApplication::notify(receiver, event);
    inside_ = false;
    blocks_.push_back({now(CLOCK_MONOTONIC) - wall, now(CLOCK_THREAD_CPUTIME_ID) - cpu, name, type});
    return done;
  }

  // Forgets what was timed.
  void begin() { blocks_.clear(); }
  // Prints one phase and returns its worst block in ms of processor time. What is shorter than 0.1 ms is no block.
  double report(const char* phase) {
    std::erase_if(blocks_, [](const Block& block) { return block.wall < 0.1; });
    if (blocks_.empty()) return 0;
    std::ranges::sort(blocks_, {}, &Block::wall);
    const double wall_p50 = at(50).wall;
    const double wall_p99 = at(99).wall;
    const double wall_worst = blocks_.back().wall;
    std::ranges::sort(blocks_, {}, &Block::cpu);
    const Block& worst = blocks_.back();
    const char* event = QMetaEnum::fromType<QEvent::Type>().valueToKey(worst.type);
    std::printf("%-22s %6zu  %7.2f %7.2f %7.2f   %7.2f %7.2f %7.2f   %s to %s\n", phase, blocks_.size(), at(50).cpu,
                at(99).cpu, worst.cpu, wall_p50, wall_p99, wall_worst, event ? event : "posted by the session",
                worst.receiver.c_str());
    std::fflush(stdout);
    return worst.cpu;
  }

 private:
  struct Block {
    double wall;  // ms
    double cpu;   // ms
    std::string receiver;
    int type;
  };
  const Block& at(std::size_t percent) const { return blocks_[(blocks_.size() - 1) * percent / 100]; }
  static double now(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
  }

  std::vector<Block> blocks_;
  bool inside_ = false;
};

}  // namespace tidemark::bench
