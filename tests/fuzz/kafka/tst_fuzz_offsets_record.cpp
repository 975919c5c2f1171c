// SPDX-License-Identifier: GPL-3.0-or-later
// Records of __consumer_offsets that a broker wrote, damaged at random: what is taken for a commit has a name that can
// be shown and an offset that can be. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QFile>
#include <QTest>
#include <boost/json.hpp>

#include "collectors/kafka/offsets_record.h"
#include "models/domain/utf8.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

namespace {
constexpr std::array words =
    std::to_array<const char*>({"\x7f\xff", "\xff\xff", "\xff", "\x80\x80\x80\x80\x80\x01", "/"});

std::span<const std::byte> bytes_of(const std::string& text) { return std::as_bytes(std::span(text)); }

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

class FuzzOffsetsRecord final : public QObject {
  Q_OBJECT
 private slots:
  void damaged_records() {
    QFile file(QFINDTESTDATA("../../fixtures/offsets-topic/records.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::vector<std::string> keys, values;
    const boost::json::value fixture = boost::json::parse(file.readAll().toStdString());
    for (const auto& record : fixture.at("records").as_array()) {
      keys.push_back(unhex(record.at("key")));
      values.push_back(record.at("value").is_null() ? std::string() : unhex(record.at("value")));
    }
    Mutator mutated(41, words);
    std::size_t commits = 0, others = 0, damaged = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
      const std::string key = mutated(mutated.any_of(keys));
      const std::string value = mutated(mutated.any_of(values));
      const auto parsed = parse_offsets_record(bytes_of(key), bytes_of(value));
      ++(parsed.what == OffsetsRecord::What::commit  ? commits
         : parsed.what == OffsetsRecord::What::other ? others
                                                     : damaged);
      if (parsed.what != OffsetsRecord::What::commit) continue;
      QVERIFY(parsed.commit.offset && *parsed.commit.offset >= 0 && ms(*parsed.commit.at) >= 0);
      QVERIFY(is_text(parsed.commit.group.value()) && !parsed.commit.partition.topic.value().empty());
      QVERIFY(parsed.commit.partition.partition.value() >= 0);
    }
    qInfo("%zu commits, %zu others, %zu damaged", commits, others, damaged);
    QVERIFY(commits > 0 && others > 0 && damaged > 0);
  }
};

QTEST_GUILESS_MAIN(FuzzOffsetsRecord)
#include "tst_fuzz_offsets_record.moc"
