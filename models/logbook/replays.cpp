// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logbook/replays.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>

#include "models/logbook/body.h"

namespace tidemark {
namespace {
namespace json = boost::json;
using Offsets = std::map<PartitionId, std::int64_t>;

json::object written(const Offsets& offsets) {
  json::object out;
  for (const auto& [partition, offset] : offsets) out[std::to_string(partition.value())] = offset;
  return out;
}

// None: it is no object of offsets by partition.
std::optional<Offsets> offsets_in(const json::object& body, std::string_view key) {
  Offsets out;
  const json::value* value = body.if_contains(key);
  if (!value || value->is_null()) return out;
  const json::object* all = value->if_object();
  if (!all) return std::nullopt;
  for (const auto& member : *all) {
    const std::string_view text(member.key().data(), member.key().size());
    std::int32_t partition = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), partition);
    const std::int64_t* offset = member.value().if_int64();
    if (error != std::errc() || end != text.data() + text.size() || partition < 0 || !offset || *offset < 0)
      return std::nullopt;
    out[PartitionId(partition)] = *offset;
  }
  return out;
}

bool fits(const Offsets& from, const Offsets& to) {
  return std::ranges::all_of(to, [&](const auto& end) {
    const auto begin = from.find(end.first);
    return begin == from.end() || begin->second <= end.second;
  });
}

std::vector<GroupId> groups_in(const json::object& body, std::string_view key) {
  std::vector<GroupId> out;
  const json::value* value = body.if_contains(key);
  const json::array* all = value ? value->if_array() : nullptr;
  if (!all) return out;
  for (const json::value& name : *all)
    if (const json::string* text = name.if_string()) out.emplace_back(std::string(*text));
  return out;
}

std::optional<DeclaredReplay> declared_in(const LogEntry& entry) {
  json::value value;
  const json::object* body = body::read(entry, value);
  if (!body) return std::nullopt;
  const auto text = [&](std::string_view key) { return body::text_in(*body, key); };
  const auto at = body::time_in(*body, "at");
  const auto name = text("name"), group = text("group"), topic = text("topic");
  auto from = offsets_in(*body, "from"), to = offsets_in(*body, "to");
  if (!at || !name || !group || !topic || !from || !to || !fits(*from, *to)) return std::nullopt;
  return DeclaredReplay{.name = *name,
                        .at = *at,
                        .author = entry.author,
                        .cluster = ClusterName(text("cluster").value_or("")),
                        .group = GroupId(*group),
                        .topic = TopicName(*topic),
                        .from = std::move(*from),
                        .to = std::move(*to),
                        .reason = text("reason").value_or(""),
                        .approver = text("approver").value_or(""),
                        .throttle = text("throttle").value_or(""),
                        .idempotency = text("idempotency").value_or(""),
                        .protect = groups_in(*body, "protect"),
                        .finished = std::nullopt,
                        .outcome = ""};
}

// The newest of a name.
DeclaredReplay* newest(std::vector<DeclaredReplay>& all, const std::string& name) {
  const auto found = std::find_if(all.rbegin(), all.rend(), [&](const auto& one) { return one.name == name; });
  return found == all.rend() ? nullptr : &*found;
}
}  // namespace

std::string body_of(const DeclaredReplay& replay) {
  json::object body{{"at", rfc3339(replay.at)},      {"name", replay.name},
                    {"group", replay.group.value()}, {"topic", replay.topic.value()},
                    {"reason", replay.reason},       {"approver", replay.approver},
                    {"throttle", replay.throttle},   {"idempotency", replay.idempotency}};
  if (!replay.cluster.value().empty()) body["cluster"] = replay.cluster.value();
  if (!replay.from.empty()) body["from"] = written(replay.from);
  if (!replay.to.empty()) body["to"] = written(replay.to);
  json::array protect;
  for (const GroupId& group : replay.protect) protect.emplace_back(group.value());
  body["protect"] = std::move(protect);
  return json::serialize(body);
}

std::string body_of(const ReplayFinish& finish) {
  return json::serialize(json::object{{"at", rfc3339(finish.at)}, {"name", finish.name}, {"outcome", finish.outcome}});
}

Result<std::vector<DeclaredReplay>> replays_in(const std::vector<LogEntry>& entries) {
  std::vector<DeclaredReplay> out;
  for (const LogEntry& entry : entries) {
    if (entry.kind == replay_kind) {
      auto said = declared_in(entry);
      if (!said) return body::not_a(entry);
      DeclaredReplay* before = newest(out, said->name);
      if (before && !before->finished)
        *before = std::move(*said);
      else
        out.push_back(std::move(*said));
    } else if (entry.kind == replay_finish_kind) {
      json::value value;
      const json::object* body = body::read(entry, value);
      const auto name = body ? body::text_in(*body, "name") : std::nullopt;
      const auto at = body ? body::time_in(*body, "at") : std::nullopt;
      if (!name || !at) return body::not_a(entry);
      // A logbook that was merged may hold the end of what another one declares.
      DeclaredReplay* ended = newest(out, *name);
      if (!ended || ended->finished) continue;
      ended->finished = *at;
      ended->outcome = body::text_in(*body, "outcome").value_or("");
    }
  }
  std::ranges::stable_sort(out, {}, &DeclaredReplay::at);
  return out;
}

}  // namespace tidemark
