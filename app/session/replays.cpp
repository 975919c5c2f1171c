// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/replays.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <charconv>

#include "app/session/people.h"
#include "collectors/core/plain_text.h"
#include "models/domain/clock.h"
#include "models/logbook/logbook.h"
#include "models/logbook/replays.h"

namespace tidemark {
namespace {
namespace json = boost::json;
constexpr std::string_view aspect_prefix = "replay:";  // of a group, then the topic
constexpr std::size_t longest_text = 4'000;

std::map<PartitionId, std::int64_t> offsets_in(const json::object& body, std::string_view key) {
  std::map<PartitionId, std::int64_t> out;
  const json::value* value = body.if_contains(key);
  const json::object* all = value ? value->if_object() : nullptr;
  if (!all) return out;
  for (const auto& member : *all) {
    const std::string_view text(member.key().data(), member.key().size());
    std::int32_t partition = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), partition);
    const std::int64_t* offset = member.value().if_int64();
    if (error == std::errc() && end == text.data() + text.size() && offset) out[PartitionId(partition)] = *offset;
  }
  return out;
}

// What a story says of a replay; none where it only says that there is one.
std::optional<DeclaredReplay> told_by(const StateSpan& span, const ClusterName& cluster) {
  boost::system::error_code error;
  const json::value value = json::parse(*span.value, error);
  const json::object* body = error ? nullptr : value.if_object();
  const json::value* declared = body ? body->if_contains("declared") : nullptr;
  if (!declared || !declared->is_bool() || !declared->get_bool()) return std::nullopt;
  const std::string topic = span.aspect.substr(aspect_prefix.size());
  const std::string group(object::name(span.object));
  const json::value* approver = body->if_contains("approver");
  DeclaredReplay out;
  out.name = group + " of " + topic;
  out.at = span.from_lo.value_or(span.from_hi);
  out.cluster = cluster;
  out.group = GroupId(group);
  out.topic = TopicName(topic);
  out.from = offsets_in(*body, "from");
  out.to = offsets_in(*body, "to");
  if (approver && approver->is_string()) out.approver = std::string(approver->get_string());
  return out;
}

std::string line(const std::string& text) { return plain_line(text, longest_text); }
}  // namespace

Result<std::vector<DeclaredReplay>> declared_replays(const std::string& timeline, const Snapshot& marks, LocalTime at) {
  std::vector<DeclaredReplay> out;
  for (const StateSpan& span : marks.states) {
    if (!span.value || !span.aspect.starts_with(aspect_prefix) || span.from_hi > at) continue;
    if (auto said = told_by(span, marks.sources[span.source].spec.cluster)) out.push_back(std::move(*said));
  }
  TM_TRY(const auto entries, entries_of(timeline));
  TM_TRY(auto said, replays_in(entries));
  for (DeclaredReplay& one : said) {
    if (one.at > at) continue;
    if (one.finished && *one.finished > at) one.finished.reset();
    out.push_back(std::move(one));
  }
  return out;
}

Result<LogEntry> declare_replay(const std::string& timeline, DeclaredReplay& said) {
  said.name = line(said.name);
  said.author = author_of(said.author);
  said.group = GroupId(line(said.group.value()));
  said.topic = TopicName(line(said.topic.value()));
  said.cluster = ClusterName(line(said.cluster.value()));
  for (std::string* text : {&said.reason, &said.approver, &said.throttle, &said.idempotency}) *text = line(*text);
  if (said.name.empty()) return fail(ErrorCode::usage, "the replay has no name", {}, "write replay declare NAME");
  if (said.group.value().empty())
    return fail(ErrorCode::usage, "nothing says which group reads again", "--group", "write --group GROUP");
  if (said.topic.value().empty())
    return fail(ErrorCode::usage, "nothing says which topic is read again", "--topic", "write --topic TOPIC");
  TM_TRY(const std::string path, logbook_of(timeline));
  return append_to_logbook(path, {SystemClock().now(), said.author, replay_kind, body_of(said)});
}

Result<LogEntry> finish_replay(const std::string& timeline, DeclaredReplay& said) {
  said.name = line(said.name);
  said.author = author_of(said.author);
  said.outcome = line(said.outcome);
  TM_TRY(const std::string path, logbook_of(timeline));
  TM_TRY(const auto entries, entries_of(timeline));
  TM_TRY(const auto all, replays_in(entries));
  const auto open = std::find_if(all.rbegin(), all.rend(),
                                 [&](const DeclaredReplay& one) { return one.name == said.name && !one.finished; });
  if (open == all.rend())
    return fail(ErrorCode::usage, "no replay of the name \"" + said.name + "\" is declared and not finished", {},
                "see tidemark replay");
  const LocalTime now = SystemClock().now();
  const LocalTime at = said.finished.value_or(now);
  if (at < open->at)
    return fail(ErrorCode::usage, "the replay ends before it was declared for, " + rfc3339(open->at), "--at",
                "choose a later time");
  const std::string outcome = said.outcome, author = said.author;
  said = *open;
  said.finished = at;
  said.outcome = outcome;
  return append_to_logbook(path, {now, author, replay_finish_kind, body_of(ReplayFinish{said.name, at, outcome})});
}

}  // namespace tidemark
