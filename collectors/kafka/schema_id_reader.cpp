// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/kafka/schema_id_reader.h"

#include <algorithm>

#include "collectors/kafka/rd.h"

namespace tidemark {
namespace {
constexpr std::int64_t first_records = 100;  // of a partition that is new
constexpr std::size_t most_lines = 200;

std::string_view bytes_of(const void* data, std::size_t size) {
  return data == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(data), size);
}

bool has_part(const std::set<PartId>& registered, RecordPart part) {
  return std::ranges::any_of(registered, [&](const PartId& id) { return id.first == part; });
}
}  // namespace

void SchemaIdTopic::begin(std::int64_t share, const std::set<PartId>& registered, LocalTime asked, LocalTime now) {
  // A log that has become shorter is another one.
  const auto shorter = [](const auto& one) { return one.second.known && one.second.next > one.second.end; };
  if (std::ranges::any_of(partitions, shorter)) {
    is_framed_ = true;
    met_.clear();
    blurred_.clear();
    first_.clear();
    for (auto& [id, part] : partitions) part = {.floor = part.floor, .end = part.end, .known = part.known};
  }
  for (auto& [id, blur] : blurred_)
    if (!blur.existed && asked > blur.since) blur.existed = registered;
  for (auto& [id, part] : partitions) {
    if (!part.known) continue;
    const std::int64_t most = met_.insert(id).second ? std::min(share, first_records) : share;
    const std::int64_t from = std::max(part.floor, part.end - most);
    if (part.next >= from) continue;
    blurred_[id] = {now, std::nullopt};
    part.from = part.next = from;
  }
}

void SchemaIdTopic::take(std::int32_t partition, std::int64_t offset, PartId id) {
  if (!is_framed_) return;
  const auto blur = blurred_.find(partition);
  const bool is_first = blur == blurred_.end() || (blur->second.existed && !blur->second.existed->contains(id));
  first_[id].try_emplace(partition, is_first ? offset : before);
  is_framed_ = first_.size() <= most_ids;
}

std::string SchemaIdTopic::lines(const std::set<PartId>& registered) const {
  std::map<std::int64_t, std::map<std::int32_t, std::int64_t>, std::greater<>> told;  // the newest first
  for (const auto& [id, places] : first_) {
    if (!registered.contains(id)) continue;
    for (const auto& [partition, offset] : places) {
      const auto [place, is_new] = told[id.second].try_emplace(partition, offset);
      if (!is_new) place->second = std::min(place->second, offset);
    }
  }
  std::vector<std::string> out;
  for (const auto& [id, places] : told)
    for (const auto& [partition, offset] : places)
      if (offset != before && out.size() < most_lines)
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

void SchemaIdReader::read(const RegisteredSchemas& registered, const std::set<std::string>& wanted,
                          const Topology& topology, const ReadBudget& budget, std::stop_token stop) {
  std::erase_if(topics_, [&](const auto& entry) {
    return !wanted.contains(entry.first) || !topology.topics.contains(entry.first);
  });
  NewRecords::Topics all;
  for (const std::string& name : wanted) {
    if (!topology.topics.contains(name)) continue;
    SchemaIdTopic& topic = topics_[name];
    topic.reason = Reason::none;
    if (topic.is_framed()) all.emplace(name, &topic);
  }
  records_.read_ends(all, topology, std::move(stop));
  std::int64_t parts = 0;
  for (const auto& [name, topic] : all) parts += std::ssize(topic->partitions);
  const std::int64_t share = std::max<std::int64_t>(1, budget.records / std::max<std::int64_t>(1, parts));
  for (const auto& [name, topic] : all)
    topics_[name].begin(share, registered.topics.at(name), registered.asked, clock_.now());
  records_.read(all, budget, [&](const std::string& name, const LogPart&, const rd_kafka_message_s& message) {
    const auto headers = headers_of(message);
    const std::set<PartId>& ids = registered.topics.at(name);
    const auto take = [&](RecordPart part, std::string_view payload) {
      const auto id = has_part(ids, part) ? framed_id(part, payload, headers) : std::nullopt;
      if (id) topics_[name].take(message.partition, message.offset, {part, *id});
    };
    take(RecordPart::key, bytes_of(message.key, message.key_len));
    take(RecordPart::value, bytes_of(message.payload, message.len));
  });
}

}  // namespace tidemark
