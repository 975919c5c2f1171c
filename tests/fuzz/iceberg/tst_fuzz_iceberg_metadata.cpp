// SPDX-License-Identifier: GPL-3.0-or-later
// Metadata of real tables, mutated, and read to the end: it may be refused or be unknown in parts, but whatever is told
// is told within its bounds. TIDEMARK_FUZZ_SECONDS makes it run longer; run it under the address sanitizer.
#include <QElapsedTimer>
#include <QTest>
#include <array>

#include "collectors/core/json_path.h"
#include "collectors/tables/gunzip.h"
#include "collectors/tables/iceberg/rest_config.h"
#include "collectors/tables/iceberg/summary.h"
#include "collectors/tables/s3_store.h"
#include "tests/fuzz/support/mutate.h"
#include "tests/unit/tables/fixture.h"

using namespace tidemark;
using namespace tidemark::iceberg;
using test::milliseconds_of;
using test::Mutator;

class FuzzIcebergMetadata final : public QObject {
  Q_OBJECT
 private slots:
  void metadata();
  void small_texts();
};

namespace {
constexpr std::array words = std::to_array<const char*>(
    {"\"snapshots\":", "\"parent-snapshot-id\":", "\"kafka.connect.offsets.a.b\":\"{\\\"0\\\":1}\""});

void read_all(const std::string& text, std::size_t& accepted) {
  const MetadataLimits limits{.bytes = 1u << 20, .snapshots = 1000};
  for (const bool wrapped : {false, true}) {
    const auto parsed = parse_metadata(text, "t", wrapped, limits);
    if (!parsed) continue;
    ++accepted;
    QVERIFY(parsed->snapshots.size() <= limits.snapshots && parsed->by_id.size() == parsed->snapshots.size());
    for (const auto& rules : {ReadRules{}, ReadRules{.connector = "orders.sink", .branch = "audit"},
                              ReadRules{.topic = "t", .offsets = OffsetRule{"app.offsets", "json", "last"}},
                              ReadRules{.writer = "flink"}}) {
      const TableReading reading = read_table(TableName("t"), *parsed, rules);
      QVERIFY(reading.branch.size() <= parsed->snapshots.size());
      for (const TableVersion& version : reading.versions) {
        for (const auto& [partition, next] : version.control) QVERIFY(partition >= 0 && next >= 0);
        for (const CommitRange& range : version.commit.ranges) QVERIFY(range.from >= 0 && range.from <= range.to);
      }
    }
  }
}

// A text as a rule's path, and as what a path leads into.
void read_by_path(const std::string& text) {
  if (const auto pointer = json_pointer(text)) QVERIFY(pointer->empty() || pointer->front() == '/');
  for (const char* path : {"$", "$[0]", "$.a.b[1]", text.c_str()}) {
    const OffsetRule rule{.key = "k", .form = "list", .means = "next", .path = path, .topics = {{"t", "u"}}};
    if (const auto found = read_source_offsets(rule, "t", {{"k", text}}); found && *found)
      for (const auto& [partition, next] : **found) QVERIFY(partition.topic.value() != "t" && next >= 0);
    if (const auto note = read_checkpoint_note(rule, {{"k", text}}); note && *note) QVERIFY((*note)->id >= 0);
    if (const auto time = read_time_note(rule, {{"k", text}})) QVERIFY(ms(*time) <= 253'402'300'799'999);
  }
}
}  // namespace

void FuzzIcebergMetadata::metadata() {
  std::vector<std::string> corpus;
  for (const char* name : {"v1", "orders", "branches", "expired", "rolled-back", "source-offsets"})
    corpus.push_back(test::metadata_text(name));
  corpus.push_back("{\"metadata\":" + corpus[1] + "}");
  Mutator mutated(11, words);
  QElapsedTimer timer;
  std::size_t accepted = 0, tried = 0;
  for (timer.start(); timer.elapsed() < milliseconds_of(2); ++tried)
    read_all(mutated(mutated.any_of(corpus)), accepted);
  QVERIFY(tried > 100 && accepted > 0);
}

void FuzzIcebergMetadata::small_texts() {
  const std::string names =
      "<ListBucketResult><Contents><Key>a%20b</Key></Contents><CommonPrefixes><Prefix>c/</Prefix></CommonPrefixes>"
      "<NextContinuationToken>x&amp;</NextContinuationToken></ListBucketResult>";
  const std::vector<std::string> corpus{
      R"({"0":38584300,"1":12})",
      R"({"orders":{"0":12}})",
      "orders,0:12,1:30",
      "0=12,1=30",
      R"([{"topic":"orders","partition":0,"offset":12}])",
      R"({"a":{"b":[{"0":12},"orders,0:12",["1787306437123"]]}})",
      "$.a['b.c'][0]",
      R"({"defaults":{"prefix":"a"},"overrides":{"namespace-separator":"%2E"},"endpoints":["GET /v1/config"]})",
      R"({"identifiers":[{"namespace":["a","b"],"name":"t"}],"namespaces":[["a"]],"next-page-token":"x"})",
      names,
      std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\x4b\x04\0\x43\xbe\xb7\xe8\x01\0\0\0", 21)};
  Mutator mutated(12, words);
  QElapsedTimer timer;
  for (timer.start(); timer.elapsed() < milliseconds_of(2);) {
    const std::string text = mutated(mutated.any_of(corpus));
    if (const auto offsets = parse_offsets(text))
      for (const auto& [partition, next] : *offsets) QVERIFY(partition >= 0 && next >= 0);
    for (const char* form : {"json", "list"}) {
      const auto found = read_source_offsets({"k", form, "last"}, "t", {{"k", text}});
      if (!found || !*found) continue;
      for (const auto& [partition, next] : **found) QVERIFY(partition.partition.value() >= 0 && next > 0);
    }
    read_by_path(text);
    static_cast<void>(parse_config(text, "http://h"));
    static_cast<void>(parse_page(text));
    static_cast<void>(parse_s3_names(text));
    if (const auto plain = gunzip(text, 1000)) QVERIFY(plain->size() <= 1000);
  }
}

QTEST_GUILESS_MAIN(FuzzIcebergMetadata)
#include "tst_fuzz_iceberg_metadata.moc"
