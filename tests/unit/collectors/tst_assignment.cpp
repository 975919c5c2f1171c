// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of an assignment, as clients write them and as nobody should.
#include <QTest>
#include <random>

#include "collectors/kafka/assignment.h"

using namespace tidemark;

namespace {
using Bytes = std::vector<std::byte>;

template <class Int>
void put(Bytes& bytes, Int value) {
  for (int shift = static_cast<int>(sizeof(Int)) * 8 - 8; shift >= 0; shift -= 8)
    bytes.push_back(static_cast<std::byte>((value >> shift) & 0xff));
}

Bytes encoded(const std::vector<std::pair<std::string, std::vector<std::int32_t>>>& topics, std::int16_t version = 1) {
  Bytes bytes;
  put(bytes, version);
  put(bytes, static_cast<std::int32_t>(topics.size()));
  for (const auto& [topic, partitions] : topics) {
    put(bytes, static_cast<std::int16_t>(topic.size()));
    for (const char c : topic) bytes.push_back(static_cast<std::byte>(c));
    put(bytes, static_cast<std::int32_t>(partitions.size()));
    for (const auto partition : partitions) put(bytes, partition);
  }
  put(bytes, std::int32_t{-1});  // no user data
  return bytes;
}
}  // namespace

class AssignmentTest : public QObject {
  Q_OBJECT

 private slots:
  void topics_and_partitions() {
    for (const std::int16_t version : {std::int16_t{0}, std::int16_t{3}, std::int16_t{7}}) {
      const auto result = decode_assignment(encoded({{"orders", {0, 2}}, {"a/b", {7}}}, version));
      QVERIFY(result);
      QCOMPARE(result->size(), std::size_t(3));
      QVERIFY((*result)[1] == (TopicPartition{TopicName("orders"), PartitionId(2)}));
      QVERIFY((*result)[2] == (TopicPartition{TopicName("a/b"), PartitionId(7)}));
    }
    QVERIFY(decode_assignment(encoded({}))->empty());
  }

  void every_cut_is_refused_or_shorter() {
    const auto whole = encoded({{"orders", {0, 2, 4}}, {"clicks", {1}}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const auto result = decode_assignment(std::span(whole).first(size));
      // Only the user data at the end may be missing.
      QCOMPARE(result.has_value(), size >= whole.size() - 4);
    }
  }

  void counts_that_promise_too_much_take_no_memory() {
    for (const std::int32_t count : {0x7fffffff, 0x10000000, -1}) {
      Bytes bytes;
      put(bytes, std::int16_t{0});
      put(bytes, count);
      QVERIFY(!decode_assignment(bytes));
      bytes = encoded({{"t", {}}});
      bytes.resize(bytes.size() - 8);
      put(bytes, count);
      QVERIFY(!decode_assignment(bytes));
    }
  }

  void mutated_bytes_never_make_more_than_they_hold() {
    std::mt19937_64 random(3);
    const auto whole = encoded({{"orders", {0, 1, 2, 3}}, {"clicks", {1, 5}}});
    std::size_t refused = 0;
    for (int n = 0; n < 200'000; ++n) {
      auto bytes = whole;
      for (int flips = 1 + static_cast<int>(random() % 4); flips > 0; --flips)
        bytes[random() % bytes.size()] = static_cast<std::byte>(random());
      bytes.resize(random() % (bytes.size() + 1));
      const auto result = decode_assignment(bytes);
      refused += !result;
      if (!result) continue;
      QVERIFY(result->size() * sizeof(std::int32_t) <= bytes.size());
      for (const auto& tp : *result) QVERIFY(tp.partition.value() >= 0);
    }
    QVERIFY(refused > 100'000);
  }
};

QTEST_GUILESS_MAIN(AssignmentTest)
#include "tst_assignment.moc"
