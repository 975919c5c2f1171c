// SPDX-License-Identifier: GPL-3.0-or-later
// Names and numbers of the things that are watched, one type each. Offsets are log offsets of one topic-partition;
// a committed offset is the NEXT offset to read, as Kafka stores it. Text is UTF-8.
// Value types; no thread rule.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "models/domain/strong.h"

namespace tidemark {

using ClusterName = Strong<struct ClusterTag, std::string>;
using TopicName = Strong<struct TopicTag, std::string>;
using PartitionId = Strong<struct PartitionTag, std::int32_t>;
using GroupId = Strong<struct GroupTag, std::string>;
using BrokerId = Strong<struct BrokerTag, std::int32_t>;
using TableName = Strong<struct TableTag, std::string>;

// Ids that the timeline hands out; meaningful inside one timeline.
using SourceId = Strong<struct SourceTag, std::int64_t>;
using LaneId = Strong<struct LaneTag, std::int64_t>;
using SeriesId = Strong<struct SeriesTag, std::int64_t>;

// A distance in records. May be negative; what it means then is for the caller to say.
using OffsetDelta = Strong<struct OffsetDeltaTag, std::int64_t>;

// A position in a log. Offset - Offset is an OffsetDelta; Offsets do not add.
class Offset final {
 public:
  Offset() = default;
  explicit Offset(std::int64_t value) : value_(value) {}
  std::int64_t value() const { return value_; }
  auto operator<=>(const Offset&) const = default;
  friend OffsetDelta operator-(Offset a, Offset b) { return OffsetDelta(a.value_ - b.value_); }
  friend Offset operator+(Offset a, OffsetDelta d) { return Offset(a.value_ + d.value()); }

 private:
  std::int64_t value_ = 0;
};

struct TopicPartition {
  TopicName topic;
  PartitionId partition;
  auto operator<=>(const TopicPartition&) const = default;
};

}  // namespace tidemark

template <>
struct std::hash<tidemark::TopicPartition> {
  std::size_t operator()(const tidemark::TopicPartition& tp) const {
    return std::hash<tidemark::TopicName>{}(tp.topic) * 31 + static_cast<std::size_t>(tp.partition.value());
  }
};
