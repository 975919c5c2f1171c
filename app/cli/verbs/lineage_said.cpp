// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs/lineage_said.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "collectors/core/plain_text.h"

namespace tidemark::cli {
namespace {
constexpr std::string_view topic_prefix = "topic:";

template <class Number>
std::optional<Number> whole(std::string_view text) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// "PARTITION:FROM-TO"
std::optional<CommitRange> range_in(const std::string& topic, std::string_view text) {
  const auto colon = text.find(':');
  const auto dash = text.find('-', colon == std::string_view::npos ? 0 : colon);
  if (colon == std::string_view::npos || dash == std::string_view::npos) return std::nullopt;
  const auto partition = whole<std::int32_t>(text.substr(0, colon));
  const auto from = whole<std::int64_t>(text.substr(colon + 1, dash - colon - 1));
  const auto to = whole<std::int64_t>(text.substr(dash + 1));
  if (!partition || !from || !to || *from > *to) return std::nullopt;
  return CommitRange{{TopicName(topic), PartitionId(*partition)}, *from, *to};
}

std::unexpected<Error> no_input(const std::string& text) {
  return fail(ErrorCode::usage, '"' + plain_line(text) + "\" is nothing that a run reads", "--input",
              "write TABLE@SNAPSHOT, TABLE@TIME, topic:T@TIME or topic:T/P:FROM-TO");
}

Result<RunInput> topic_in(const std::string& text, const std::string& name, RunInput out, LocalTime now) {
  if (const auto at = name.rfind('@'); at != std::string::npos) {
    out.as_of = parse_time(std::string_view(name).substr(at + 1), now);
    out.topic = name.substr(0, at);
    if (!out.as_of || out.topic.empty()) return no_input(text);
    return out;
  }
  const auto slash = name.rfind('/');
  if (slash == std::string::npos || slash == 0) return no_input(text);
  out.topic = name.substr(0, slash);
  const auto range = range_in(out.topic, std::string_view(name).substr(slash + 1));
  if (!range) return no_input(text);
  out.ranges.push_back(*range);
  return out;
}
}  // namespace

Result<RunInput> input_in(const std::string& text, LocalTime now) {
  RunInput out;
  std::string rest = text;
  if (const auto hash = rest.find('#'); hash != std::string::npos) {
    out.cluster = ClusterName(rest.substr(0, hash));
    rest.erase(0, hash + 1);
  }
  if (rest.starts_with(topic_prefix)) return topic_in(text, rest.substr(topic_prefix.size()), std::move(out), now);
  const auto at = rest.rfind('@');
  if (at == std::string::npos || at == 0 || at + 1 == rest.size()) return no_input(text);
  out.table = rest.substr(0, at);
  const std::string version = rest.substr(at + 1);
  // A snapshot's id may be a number as a time may begin with one: RFC 3339 and "2h ago" are no ids.
  out.as_of = parse_time(version, now);
  if (!out.as_of) out.snapshot_id = version;
  return out;
}

Result<RecordQuestion> record_in(const std::string& text) {
  const auto at = text.rfind('@');
  const auto dash = at == std::string::npos ? at : text.find_last_of("/-", at);
  if (dash == std::string::npos || dash == 0)
    return fail(ErrorCode::usage, '"' + plain_line(text) + "\" is no record", "--record", "write orders-3@1500");
  const auto partition = whole<std::int32_t>(std::string_view(text).substr(dash + 1, at - dash - 1));
  const auto offset = whole<std::int64_t>(std::string_view(text).substr(at + 1));
  if (!partition || !offset)
    return fail(ErrorCode::usage, '"' + plain_line(text) + "\" is no record", "--record", "write orders-3@1500");
  return RecordQuestion{{}, {TopicName(text.substr(0, dash)), PartitionId(*partition)}, *offset};
}

Result<LineageRun> said_run(const LineageWanted& wanted, LocalTime now) {
  LineageRun out = wanted.said;
  out.run_id = wanted.run;
  out.told_by = "cli";
  constexpr std::array kinds = std::to_array<std::string_view>({"", "training", "embedding", "refresh"});
  if (std::ranges::find(kinds, out.kind) == kinds.end())
    return fail(ErrorCode::usage, '"' + plain_line(out.kind) + "\" is no kind of run", "--kind",
                "write training, embedding or refresh");
  TM_TRY(out.cut, time_of(wanted.cut, "--cut", now));
  TM_TRY(out.started, time_of(wanted.started, "--started", now));
  TM_TRY(out.ended, time_of(wanted.ended, "--ended", now));
  for (const std::string& text : wanted.inputs) {
    TM_TRY(RunInput input, input_in(text, now));
    const auto same = std::ranges::find_if(out.inputs, [&](const RunInput& one) {
      return one.cluster == input.cluster && one.table == input.table && one.topic == input.topic;
    });
    if (same == out.inputs.end())
      out.inputs.push_back(std::move(input));
    else
      same->ranges.insert(same->ranges.end(), input.ranges.begin(), input.ranges.end());
  }
  return out;
}

}  // namespace tidemark::cli
