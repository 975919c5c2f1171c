// SPDX-License-Identifier: GPL-3.0-or-later
// Control events of a real sink, mutated in schema and body: the decoder may refuse them, but stays within its bounds,
// its memory and its time. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <random>

#include "collectors/tables/control/control_event.h"
#include "tests/unit/collectors/control/capture.h"

using namespace tidemark;
using namespace tidemark::testing;

class FuzzControlEvent final : public QObject {
  Q_OBJECT
 private slots:
  void mutated_events() {
    const auto corpus = captured_records();
    std::mt19937_64 random(20'261'121);
    QElapsedTimer time;
    time.start();
    const qint64 limit = 1000 * qEnvironmentVariableIntValue("TIDEMARK_FUZZ_SECONDS") + 3000;
    std::size_t decoded = 0, refused = 0;
    ControlDecoder decoder;
    while (time.elapsed() < limit) {
      auto value = corpus[random() % corpus.size()].value;
      for (auto n = 1 + random() % 6; n > 0; --n) mutate(value, random);
      QElapsedTimer one;
      one.start();
      const auto event = decoder.decode(value);
      QVERIFY2(one.elapsed() < 2000, "one event took more than two seconds");
      ++(event ? decoded : refused);
      if (!event) continue;
      QVERIFY(event->records() >= 0);
      for (const auto& position : event->positions) QVERIFY(position.next.value_or(0) >= 0);
    }
    qInfo("%zu decoded, %zu refused", decoded, refused);
    QVERIFY(decoded > 0 && refused > 0);
  }

 private:
  static void mutate(std::vector<std::uint8_t>& value, std::mt19937_64& random) {
    if (value.empty()) return;
    const auto at = random() % value.size();
    switch (random() % 6) {
      case 0:
        value[at] = static_cast<std::uint8_t>(random());
        return;
      case 1:
        value[at] ^= static_cast<std::uint8_t>(1u << random() % 8);
        return;
      case 2:
        value.resize(at);
        return;
      case 3:
        value.insert(value.begin() + static_cast<std::ptrdiff_t>(at), 1 + random() % 16,
                     static_cast<std::uint8_t>(random()));
        return;
      case 4: {  // a long length
        for (std::size_t i = at; i < value.size() && i < at + 9; ++i) value[i] = 0xff;
        return;
      }
      default: {  // a piece of it elsewhere
        const auto from = random() % value.size();
        const auto count = std::min<std::size_t>({1 + random() % 64, value.size() - from, value.size() - at});
        std::copy_n(value.begin() + static_cast<std::ptrdiff_t>(from), count,
                    value.begin() + static_cast<std::ptrdiff_t>(at));
      }
    }
  }
};

QTEST_GUILESS_MAIN(FuzzControlEvent)
#include "tst_fuzz_control_event.moc"
