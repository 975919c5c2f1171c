// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/sinks/offset_rows.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

#include "collectors/core/plain_text.h"

namespace tidemark {
namespace {
constexpr std::int32_t most_partitions = 100'000;
constexpr std::size_t longest_topic = 249;

template <class Number>
std::optional<Number> whole(const std::string& text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::unexpected<Error> refuse(std::size_t row, const std::string& what) {
  return fail(ErrorCode::input, fmt::format("row {} of the answer {}", row + 1, what), {},
              "let each row be a topic, a partition and an offset");
}
}  // namespace

Result<TableMarks> marks_from_rows(const SinkProfile& profile, const std::string& topic, const SqlReply& reply) {
  const std::size_t columns = reply.columns.size();
  if (columns != 3 && !(columns == 2 && !topic.empty()))
    return fail(ErrorCode::input,
                fmt::format("the query answers with {} column{}, not with topic, partition and offset", columns,
                            columns == 1 ? "" : "s"),
                {}, columns == 2 ? "select the topic too, or name it in a pipeline of this table" : "");
  TableMarks marks;
  marks.adapter = std::string(profile.evidence == "exact" ? "b" : "d");
  marks.unknown_reason = Reason::no_commit;
  marks.others_reason = Reason::no_commit;
  const std::string unnamed;
  const std::int64_t to_next = profile.means == "last" ? 1 : 0;
  for (std::size_t i = 0; i < reply.rows.size(); ++i) {
    const SqlReply::Row& row = reply.rows[i];
    const auto& number = row[columns - 2];
    const auto& offset = row[columns - 1];
    const std::string& name = columns == 2 ? topic : row[0] ? *row[0] : unnamed;
    if (name.empty() || name.size() > longest_topic) return refuse(i, "names no topic");
    const auto partition = number ? whole<std::int32_t>(*number) : std::nullopt;
    if (!partition || *partition >= most_partitions) return refuse(i, "has no partition's number");
    if (!offset) continue;
    const auto at = whole<std::int64_t>(*offset);
    if (!at || *at == std::numeric_limits<std::int64_t>::max()) return refuse(i, "has no offset");
    if (!marks.durable.emplace(TopicPartition{TopicName(plain_line(name)), PartitionId(*partition)}, *at + to_next)
             .second)
      return refuse(i, "is about a partition that an earlier one is about");
  }
  return marks;
}

}  // namespace tidemark
