// SPDX-License-Identifier: GPL-3.0-or-later
// Headers of dead letters of all families, names and values mutated, in any order and number: what is made of them is
// short, UTF-8, on one line, and comes back from a timeline as it was. TIDEMARK_FUZZ_SECONDS makes it run longer; run
// it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <array>

#include "collectors/kafka/dead_letter_headers.h"
#include "models/domain/utf8.h"
#include "tests/fuzz/support/mutate.h"

using namespace tidemark;
using test::milliseconds_of;
using test::Mutator;

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"'", "\"", "{", "}", "\n", "\t", "\xe2\x80\xae", "\xff", "99999999999999999999", "-1", "eyJhbGciOi", "\x1b[31m"});

bool inert(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t size = utf8_length(rest);
    const auto first = static_cast<unsigned char>(rest.front());
    if (size == 0 || first < 0x20 || first == 0x7f) return false;
    rest.remove_prefix(size);
  }
  return text.size() < 400;
}
}  // namespace

class FuzzDeadLetterHeaders final : public QObject {
  Q_OBJECT
 private slots:
  void mutated_headers() {
    using namespace std::string_literals;
    const std::vector<std::string> names{"__connect.errors.topic",
                                         "__connect.errors.partition",
                                         "__connect.errors.stage",
                                         "__connect.errors.connector.name",
                                         "__connect.errors.exception.class.name",
                                         "__connect.errors.exception.message",
                                         "__streams.errors.exception",
                                         "__streams.errors.message",
                                         "__dlq.errors.group",
                                         "__dlq.errors.offset",
                                         "kafka_dlt-original-topic",
                                         "kafka_dlt-original-partition",
                                         "kafka_dlt-original-offset",
                                         "kafka_dlt-exception-cause-fqcn",
                                         "kafka_dlt-key-exception-fqcn"};
    const std::vector<std::string> values{"orders",
                                          "12",
                                          "\0\0\0\x05"s,
                                          "\0\0\0\0\0\0\0\x2a"s,
                                          "VALUE_CONVERTER",
                                          "org.x.DataException",
                                          "Converting 'secret' {\"a\": 1} failed: \"x\"",
                                          ""};
    Mutator mutated(77, words);
    std::size_t told = 0, silent = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < milliseconds_of(1);) {
      std::vector<std::pair<std::string, std::string>> texts;
      for (auto n = mutated.below(12); n-- > 0;) {
        const std::string& name = mutated.any_of(names);
        texts.emplace_back(mutated.below(8) == 0 ? mutated(name) : name, mutated(mutated.any_of(values)));
      }
      std::vector<RecordHeader> headers;
      for (const auto& [name, value] : texts) headers.push_back({name, value});
      const DeadLetterHeaders found = parse_dead_letter(headers);
      ++(found.cause.family.empty() ? silent : told);
      for (const std::string* text :
           {&found.cause.origin, &found.cause.by, &found.cause.error_class, &found.cause.stage, &found.cause.message})
        QVERIFY2(inert(*text), text->c_str());
      QVERIFY(found.origin_partition.value_or(0) >= 0 && found.origin_offset.value_or(0) >= 0);
      QCOMPARE(parse_cause(cause_line(found.cause)), std::optional(found.cause));
      QCOMPARE(cause_id(found.cause).size(), 16U);
      static_cast<void>(parse_cause(mutated(cause_line(found.cause))));
    }
    qInfo("%zu told, %zu silent", told, silent);
    QVERIFY(told > 0 && silent > 0);
  }
};

QTEST_GUILESS_MAIN(FuzzDeadLetterHeaders)
#include "tst_fuzz_dead_letter_headers.moc"
