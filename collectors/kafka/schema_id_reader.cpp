// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/schema_id_reader.h"

#include <algorithm>
#include <ranges>

#include "collectors/kafka/rd.h"
#include "collectors/kafka/schema_frames.h"

namespace tidemark {
namespace {
constexpr std::int64_t first_records = 100;  // of a partition that is new
constexpr std::size_t most_lines = 200;

std::string_view bytes_of(const void* data, std::size_t size) {
  return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}
}  // namespace

void SchemaIdTopic::begin(std::int64_t share) {
  // A log that has become shorter is another one.
  if (std::ranges::any_of(partitions,
                          [](const auto& one) { return one.second.known && one.second.next > one.second.end; })) {
    is_framed_ = true;
    met_.clear();
    blurred_.clear();
    first_.clear();
    for (auto& [id, part] : partitions) part = {.floor = part.floor, .end = part.end, .known = part.known};
  }
  for (auto& [id, part] : partitions) {
    if (!part.known) continue;
    const std::int64_t most = met_.insert(id).second ? std::min(share, first_records) : share;
    const std::int64_t from = std::max(part.floor, part.end - most);
    if (part.next >= from) continue;
    blurred_[id] = part.end;  // what was left out may have held any of them
    part.from = part.next = from;
  }
}

void SchemaIdTopic::take(std::int32_t partition, std::int64_t offset, const std::vector<std::int64_t>& ids) {
  for (const std::int64_t id : ids) {
    if (!is_framed_) return;
    const auto blurred = blurred_.find(partition);
    const bool is_first = blurred == blurred_.end() || offset >= blurred->second;
    first_[id].try_emplace(partition, is_first ? offset : before);
    is_framed_ = first_.size() <= most_ids;
  }
}

std::string SchemaIdTopic::lines(const std::set<std::int64_t>& registered) const {
  std::vector<std::string> out;
  if (is_framed_)
    for (const auto& [id, places] : std::views::reverse(first_))
      for (const auto& [partition, offset] : places)
        if (offset != before && registered.contains(id) && out.size() < most_lines)
          out.push_back(std::to_string(id)
                            .append(" ")
                            .append(std::to_string(partition))
                            .append(" ")
                            .append(std::to_string(offset)));
  std::ranges::sort(out);
  std::string text;
  for (const std::string& line : out) text.append(text.empty() ? "" : "\n").append(line);
  return text;
}

void SchemaIdReader::read(const std::set<std::string>& wanted, const Topology& topology, const ReadBudget& budget,
                          std::stop_token stop) {
  const auto is_wanted = [&](const std::string& name) {
    return wanted.contains(name) && topology.topics.contains(name);
  };
  std::erase_if(topics_, [&](const auto& entry) { return !is_wanted(entry.first); });
  NewRecords::Topics all;
  for (const std::string& name : wanted)
    if (is_wanted(name) && topics_[name].is_framed()) all.emplace(name, &topics_[name]);
  records_.read_ends(all, topology, std::move(stop));
  std::int64_t parts = 0;
  for (const auto& [name, topic] : all) parts += std::ssize(topic->partitions);
  for (const auto& [name, topic] : all)
    topics_[name].begin(std::max<std::int64_t>(1, budget.records / std::max<std::int64_t>(1, parts)));
  records_.read(all, budget, [&](const std::string& name, const LogPart&, const rd_kafka_message_s& message) {
    topics_[name].take(message.partition, message.offset,
                       framed_ids(bytes_of(message.key, message.key_len), bytes_of(message.payload, message.len),
                                  headers_of(message)));
  });
}

}  // namespace tidemark
