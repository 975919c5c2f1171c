// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

#include "app/session/mailbox.h"

using namespace tidemark;

class TestMailbox final : public QObject {
  Q_OBJECT
 private slots:
  void an_empty_box_holds_nothing();
  void the_newest_is_kept_and_one_wake_is_due();
  void what_was_not_taken_is_let_go();
  void letting_go_may_use_the_box();
  void a_writer_thread_is_followed_to_its_last_value();
  void many_writers_owe_a_wake_for_every_value_taken();
};

void TestMailbox::an_empty_box_holds_nothing() {
  Mailbox<int> box;
  QVERIFY(!box.take());
  QVERIFY(box.put(1));
  QCOMPARE(box.take(), std::optional(1));
  QVERIFY(!box.take());
}

void TestMailbox::the_newest_is_kept_and_one_wake_is_due() {
  Mailbox<int> box;
  QVERIFY(box.put(1));
  QVERIFY(!box.put(2));
  QVERIFY(!box.put(3));
  QCOMPARE(box.take(), std::optional(3));
  QVERIFY(box.put(4));  // empty again: the reader must be woken again
  QCOMPARE(box.take(), std::optional(4));
}

void TestMailbox::what_was_not_taken_is_let_go() {
  const auto first = std::make_shared<int>(1);
  const auto second = std::make_shared<int>(2);
  {
    Mailbox<std::shared_ptr<int>> box;
    box.put(first);
    QCOMPARE(first.use_count(), 2L);
    box.put(second);
    QCOMPARE(first.use_count(), 1L);
    QCOMPARE(second.use_count(), 2L);
  }
  QCOMPARE(second.use_count(), 1L);
}

// The old value's end is foreign code: under the lock this would never return.
void TestMailbox::letting_go_may_use_the_box() {
  Mailbox<std::shared_ptr<int>> box;
  std::optional<std::shared_ptr<int>> seen;
  box.put(std::shared_ptr<int>(new int(1), [&](const int* old) {
    delete old;
    seen = box.take();
  }));
  box.put(std::make_shared<int>(2));
  QVERIFY(seen && *seen);
  QCOMPARE(**seen, 2);
  QVERIFY(!box.take());
}

void TestMailbox::a_writer_thread_is_followed_to_its_last_value() {
  constexpr int last = 200'000;
  Mailbox<int> box;
  std::counting_semaphore<> wakes(0);
  const std::jthread writer([&] {
    for (int value = 1; value <= last; ++value)
      if (box.put(value)) wakes.release();
  });
  int seen = 0;
  int taken = 0;
  while (seen != last) {
    QVERIFY2(wakes.try_acquire_for(std::chrono::seconds(20)), "a value was put and nobody was woken");
    const auto value = box.take();
    QVERIFY2(value, "woken for nothing");
    QVERIFY2(*value > seen, "an older value came after a newer one");
    seen = *value;
    ++taken;
  }
  QVERIFY(taken <= last);
  QVERIFY(!box.take());
  QVERIFY(!wakes.try_acquire());
}

void TestMailbox::many_writers_owe_a_wake_for_every_value_taken() {
  constexpr int writers = 4;
  constexpr int puts = 20'000;
  Mailbox<std::shared_ptr<const int>> box;
  std::counting_semaphore<> wakes(0);
  std::atomic<int> due = 0;
  std::atomic<int> running = writers;
  std::vector<int> newest(writers, -1);
  int taken = 0;
  {
    std::vector<std::jthread> threads;
    for (int w = 0; w < writers; ++w)
      threads.emplace_back([&, w] {
        for (int i = 0; i < puts; ++i)
          if (box.put(std::make_shared<const int>(w * puts + i))) {
            ++due;
            wakes.release();
          }
        --running;
      });
    while (running > 0 || due > taken) {
      if (!wakes.try_acquire_for(std::chrono::milliseconds(50))) continue;
      const auto value = box.take();
      QVERIFY2(value, "woken for nothing");
      ++taken;
      int& before = newest[static_cast<std::size_t>(**value / puts)];
      QVERIFY(**value % puts > before);
      before = **value % puts;
    }
  }
  QCOMPARE(taken, due.load());
  QVERIFY(taken > 0);
  QVERIFY(!box.take());
}

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
