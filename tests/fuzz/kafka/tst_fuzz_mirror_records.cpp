// SPDX-License-Identifier: GPL-3.0-or-later
// Records that a MirrorMaker 2 wrote, damaged at random: what is taken for one has names that can be shown and offsets
// that can be. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "collectors/kafka/mirror_records.h"
#include "models/domain/utf8.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

namespace {
constexpr std::array words =
    std::to_array<const char*>({"\x7f\xff", "\xff\xff", "\xff", "\xff\xff\xff\xff\xff\xff\xff\xff", "/"});

WireBytes bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

std::string unhex(const boost::json::value& text) {
  return QByteArray::fromHex(QByteArray(text.as_string().c_str())).toStdString();
}

bool is_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = utf8_length(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}
}  // namespace

class FuzzMirrorRecords final : public QObject {
  Q_OBJECT
 private slots:
  void damaged_records() {
    QFile file(QFINDTESTDATA("../../fixtures/mirror/records.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::vector<std::string> keys, values;
    const boost::json::value fixture = boost::json::parse(file.readAll().toStdString());
    for (const auto& topic : fixture.at("records").as_object())
      for (const auto& record : topic.value().as_array()) {
        keys.push_back(unhex(record.at("key")));
        values.push_back(unhex(record.at("value")));
      }
    Mutator mutated(43, words);
    std::size_t told = 0, nothing = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
      const std::size_t any = mutated.below(keys.size());
      const std::string key = mutated(keys[any]);
      const std::string value = mutated.below(3) == 0 ? mutated(mutated.any_of(values)) : mutated(values[any]);
      const auto sync = parse_offset_sync(bytes_of(key), bytes_of(value));
      const auto point = parse_mirror_checkpoint(bytes_of(key), bytes_of(value));
      const auto beat = parse_mirror_heartbeat(bytes_of(key), bytes_of(value));
      ++(sync || point || beat ? told : nothing);
      if (sync) {
        QVERIFY(sync->source_offset >= 0 && sync->source_offset + 1 > 0 && sync->target_offset + 1 > 0);
        QVERIFY(!sync->source.topic.value().empty() && sync->source.partition.value() >= 0);
      }
      if (point) QVERIFY(is_text(point->group.value()) && point->source_offset >= 0);
      if (point) QVERIFY(point->target_offset.value_or(0) >= 0 && point->target.partition.value() >= 0);
      if (beat) QVERIFY(is_text(beat->source) && is_text(beat->target) && beat->at_ms >= 0);
    }
    qInfo("%zu told, %zu nothing", told, nothing);
    QVERIFY(told > 0 && nothing > 0);
  }
};

QTEST_GUILESS_MAIN(FuzzMirrorRecords)
#include "tst_fuzz_mirror_records.moc"
