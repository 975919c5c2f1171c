// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/key_search.h"

#include <algorithm>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
// Where a cluster does not find offsets by time, the end of the log is read.
constexpr std::int64_t last_records = 20'000;

struct Span {
  std::int64_t from = 0;
  std::int64_t to = 0;
};

Result<Span> span_around(RecordReader& reader, const TopicPartition& partition, const KeyQuestion& question) {
  TM_TRY(const RecordReader::Ends ends, reader.ends(partition));
  TM_TRY(const auto first, reader.first_at(partition, question.around - question.within));
  TM_TRY(const auto behind, reader.first_at(partition, question.around + question.within + Millis(1)));
  const std::int64_t from = first.value_or(ends.high - last_records);
  return Span{std::max(from, ends.floor), std::min(behind.value_or(ends.high), ends.high)};
}

Millis distance(BrokerTime a, BrokerTime b) { return a < b ? b - a : a - b; }

// Reads one partition; the answer has no matches where the key is not there.
Result<KeyAnswer> search(RecordReader& reader, const TopicPartition& partition, const KeyQuestion& question,
                         const std::stop_token& stop) {
  TM_TRY(const Span span, span_around(reader, partition, question));
  KeyAnswer answer{.partition = partition};
  const auto take = [&](const RecordHead& record) {
    ++answer.read;
    if (record.key != question.key || !record.time) return true;
    if (distance(*record.time, question.around) > question.within) return true;
    ++answer.matches;
    if (answer.matches > 1 && distance(*record.time, question.around) >= distance(answer.time, question.around))
      return true;
    answer.offset = record.offset;
    answer.time = *record.time;
    answer.append_time = record.append_time;
    answer.deletes = record.deletes;
    return true;
  };
  TM_TRY(const std::int64_t reached, reader.read(partition, span.from, span.to, {}, stop, take));
  answer.whole = reached >= span.to;
  return answer;
}

std::string tried(const std::vector<KeyPlace>& places) {
  std::string text;
  for (const KeyPlace& place : places) text += (text.empty() ? "" : ", ") + std::to_string(place.partition.value());
  return text;
}
}  // namespace

std::vector<KeyPlace> key_places(const std::string& key, std::int32_t partitions) {
  std::vector<KeyPlace> out;
  if (partitions <= 0) return out;
  const auto add = [&](const char* name, std::int32_t partition) {
    const PartitionId id(partition);
    if (std::ranges::find(out, id, &KeyPlace::partition) == out.end()) out.push_back({name, id});
  };
  add("murmur2", rd_kafka_msg_partitioner_murmur2(nullptr, key.data(), key.size(), partitions, nullptr, nullptr));
  add("crc32", rd_kafka_msg_partitioner_consistent(nullptr, key.data(), key.size(), partitions, nullptr, nullptr));
  add("fnv1a", rd_kafka_msg_partitioner_fnv1a(nullptr, key.data(), key.size(), partitions, nullptr, nullptr));
  return out;
}

Result<KeyAnswer> find_key(RecordReader& reader, const KeyQuestion& question, const std::stop_token& stop) {
  TM_TRY(const std::int32_t partitions, reader.partitions(question.topic));
  std::vector<KeyPlace> places = key_places(question.key, partitions);
  if (question.partition) places = {{"", *question.partition}};
  if (question.partition && question.partition->value() >= partitions)
    return fail(ErrorCode::usage, question.topic.value() + " has " + std::to_string(partitions) + " partitions",
                "--partition", "partitions begin at 0");
  bool whole = true;
  std::int64_t read = 0;
  for (const KeyPlace& place : places) {
    TM_TRY(KeyAnswer answer, search(reader, {question.topic, place.partition}, question, stop));
    answer.partitioner = place.partitioner;
    if (answer.matches > 0) return answer;
    whole = whole && answer.whole;
    read += answer.read;
  }
  return fail(ErrorCode::no_data,
              "no record with this key in partition " + tried(places) + " within " +
                  std::to_string(question.within.count() / 1000) + " s of the time (" + std::to_string(read) +
                  " records read" + (whole ? ")" : ", not all of them)"),
              "--key", "widen --within, or name the --partition where the producer has a partitioner of its own");
}

}  // namespace tidemark
