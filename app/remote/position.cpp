// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/remote/position.h"

#include <boost/json.hpp>
#include <filesystem>

#include "app/settings/files.h"
#include "collectors/core/strict_json.h"

namespace tidemark::remote {
namespace {
using strict_json::Node;
namespace json = boost::json;

Result<FeedPlace> read_place(const Node& node) {
  constexpr std::size_t fields = 3;
  TM_TRY(const auto parts, node.array(fields, fields));
  FeedPlace out;
  TM_TRY(const std::int64_t lane, parts[0].integer(0));
  TM_TRY(out.seq, parts[1].integer(0));
  TM_TRY(const std::int64_t wall, parts[2].integer());
  out.lane = LaneId(lane);
  out.wall = local_time(wall);
  return out;
}

Result<Position> read_position(const Node& node) {
  Position out;
  TM_CHECK(node.keys({"receiver", "sent", "dropped", "from", "lanes"}));
  TM_TRY(out.receiver, node.text_or("receiver", {}));
  TM_TRY(out.sent, node.integer_or("sent", 0, 0));
  TM_TRY(out.dropped, node.integer_or("dropped", 0, 0));
  TM_TRY(const std::int64_t from, node.integer_or("from", 0));
  out.from = local_time(from);
  TM_CHECK(node.each("lanes", [&](const Node& lane) -> Result<> {
    TM_TRY(FeedPlace place, read_place(lane));
    out.places.push_back(place);
    return {};
  }));
  return out;
}
}  // namespace

std::string position_path(const std::string& timeline) {
  return std::filesystem::path(timeline).replace_extension(".remote-write").string();
}

Result<std::vector<Position>> read_positions(const std::string& path) {
  constexpr std::size_t largest = 4u << 20;
  std::vector<Position> out;
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return out;
  TM_TRY(const std::string text, read_file(path));
  TM_TRY(const auto document,
         strict_json::Document::parse(text, path, ErrorCode::input, {.bytes = largest, .depth = 8}));
  const Node root = document.root();
  TM_CHECK(root.keys({"schema", "receivers"}));
  TM_CHECK(root.each("receivers", [&](const Node& node) -> Result<> {
    TM_TRY(Position position, read_position(node));
    out.push_back(std::move(position));
    return {};
  }));
  return out;
}

Result<> write_positions(const std::string& path, const std::vector<Position>& positions) {
  json::array receivers;
  for (const Position& one : positions) {
    json::array lanes;
    for (const FeedPlace& place : one.places)
      lanes.push_back(json::array{place.lane.value(), place.seq, ms(place.wall)});
    receivers.push_back(json::object{{"receiver", one.receiver},
                                     {"sent", one.sent},
                                     {"dropped", one.dropped},
                                     {"from", ms(one.from)},
                                     {"lanes", std::move(lanes)}});
  }
  return replace_file(path, json::serialize(json::object{{"schema", 1}, {"receivers", std::move(receivers)}}) + '\n');
}

}  // namespace tidemark::remote
