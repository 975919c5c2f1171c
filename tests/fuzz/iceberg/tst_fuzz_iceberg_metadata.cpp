// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata of real tables, mutated, and read to the end: it may be refused or be unknown in parts, but whatever is told
// is told within its bounds. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <array>
#include <random>

#include "collectors/tables/gunzip.h"
#include "collectors/tables/iceberg/rest_config.h"
#include "collectors/tables/iceberg/summary.h"
#include "collectors/tables/s3_store.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::iceberg;

class FuzzIcebergMetadata final : public QObject {
  Q_OBJECT
 private slots:
  void metadata();
  void small_texts();

 private:
  static qint64 milliseconds() {
    const int seconds = qEnvironmentVariableIntValue("TIDEMARK_FUZZ_SECONDS");
    return (seconds > 0 ? seconds : 4) * 1000 / 2;  // shared by the two tests
  }
};

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"null", "-1", "9223372036854775807", "9223372036854775808", "1e308", "[]", "{}", "\"\"", "true", "\"snapshots\":",
     "\"parent-snapshot-id\":", "\"kafka.connect.offsets.a.b\":\"{\\\"0\\\":1}\"", "\\u0000", "\xff", "[[[["});

std::string mutated(std::string text, std::mt19937_64& random) {
  for (auto times = 1 + random() % 6; times > 0 && !text.empty(); --times) {
    const std::size_t at = random() % text.size();
    switch (random() % 6) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.resize(at);
        break;
      case 2:
        text.insert(at, words[random() % words.size()]);
        break;
      case 3:
        text.erase(at, random() % 40);
        break;
      case 4: {  // one of its own parts again: ids twice, cycles of parents
        const std::string part = text.substr(random() % text.size(), random() % 200);
        text.insert(at, part);
        break;
      }
      default: {  // a value instead of the next number
        const std::size_t digit = text.find_first_of("0123456789", at);
        if (digit == std::string::npos) break;
        text.replace(digit, text.find_first_not_of("0123456789", digit) - digit, words[random() % 9]);
      }
    }
  }
  return text;
}

void read_all(const std::string& text, std::size_t& accepted) {
  const MetadataLimits limits{.bytes = 1u << 20, .snapshots = 1000};
  for (const bool wrapped : {false, true}) {
    const auto parsed = parse_metadata(text, "t", wrapped, limits);
    if (!parsed) continue;
    ++accepted;
    QVERIFY(parsed->snapshots.size() <= limits.snapshots && parsed->by_id.size() == parsed->snapshots.size());
    for (const auto& rules : {ReadRules{}, ReadRules{.connector = "orders.sink", .branch = "audit"},
                              ReadRules{.topic = "t", .offsets = OffsetRule{"app.offsets", "json", "last"}}}) {
      const TableReading reading = read_table(TableName("t"), *parsed, rules);
      QVERIFY(reading.branch.size() <= parsed->snapshots.size());
      for (const TableVersion& version : reading.versions) {
        for (const auto& [partition, next] : version.control) QVERIFY(partition >= 0 && next >= 0);
        for (const CommitRange& range : version.commit.ranges) QVERIFY(range.from >= 0 && range.from < range.to);
      }
    }
  }
}
}  // namespace

void FuzzIcebergMetadata::metadata() {
  std::vector<std::string> corpus;
  for (const char* name : {"v1", "orders", "branches", "expired", "rolled-back", "source-offsets"})
    corpus.push_back(test::metadata_text(name));
  corpus.push_back("{\"metadata\":" + corpus[1] + "}");
  std::mt19937_64 random(11);
  QElapsedTimer timer;
  std::size_t accepted = 0, tried = 0;
  for (timer.start(); timer.elapsed() < milliseconds(); ++tried)
    read_all(mutated(corpus[random() % corpus.size()], random), accepted);
  QVERIFY(tried > 100 && accepted > 0);
}

void FuzzIcebergMetadata::small_texts() {
  const std::array corpus = std::to_array<std::string>(
      {R"({"0":38584300,"1":12})", R"({"orders":{"0":12}})", "orders,0:12,1:30", "0=12,1=30",
       R"({"defaults":{"prefix":"a"},"overrides":{"namespace-separator":"%2E"},"endpoints":["GET /v1/config"]})",
       R"({"identifiers":[{"namespace":["a","b"],"name":"t"}],"namespaces":[["a"]],"next-page-token":"x"})",
       "<ListBucketResult><Contents><Key>a%20b</Key></Contents><CommonPrefixes><Prefix>c/</Prefix></CommonPrefixes>"
       "<NextContinuationToken>x&amp;</NextContinuationToken></ListBucketResult>",
       std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x04\0\x43\xbe\xb7\xe8\x01\0\0\0", 21)});
  std::mt19937_64 random(12);
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds();) {
    const std::string text = mutated(corpus[random() % corpus.size()], random);
    if (const auto offsets = parse_offsets(text))
      for (const auto& [partition, next] : *offsets) QVERIFY(partition >= 0 && next >= 0);
    for (const char* form : {"json", "list"}) {
      const auto found = read_source_offsets({"k", form, "last"}, "t", {{"k", text}});
      if (!found || !*found) continue;
      for (const auto& [partition, next] : **found) QVERIFY(partition.partition.value() >= 0 && next > 0);
    }
    static_cast<void>(parse_config(text, "http://h"));
    static_cast<void>(parse_page(text));
    static_cast<void>(parse_s3_names(text));
    if (const auto plain = gunzip(text, 1000)) QVERIFY(plain->size() <= 1000);
  }
}

QTEST_GUILESS_MAIN(FuzzIcebergMetadata)
#include "tst_fuzz_iceberg_metadata.moc"
