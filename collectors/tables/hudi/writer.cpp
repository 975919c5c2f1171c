// SPDX-License-Identifier: GPL-3.0-or-later
#include "collectors/tables/hudi/writer.h"

#include <algorithm>
#include <array>
#include <ranges>

#include "collectors/tables/writers.h"

namespace tidemark::hudi {
namespace {
constexpr std::string_view format = "hudi";
constexpr std::string_view streamer = "hudi-streamer";
// What it was told to begin at, beside the key of its offsets.
constexpr std::array reset_keys = std::to_array<std::pair<std::string_view, const char*>>(
    {{"streamer.checkpoint.key.v2", "streamer.checkpoint.reset.key.v2"},
     {"deltastreamer.checkpoint.key", "deltastreamer.checkpoint.reset_key"}});
constexpr const char* ignore_key = "deltastreamer.checkpoint.ignore_key";

std::string_view member(const Commit& commit, std::string_view key) {
  const auto found = commit.members.find(key);
  return found == commit.members.end() ? std::string_view() : std::string_view(found->second);
}

const char* reset_key(const OffsetRule& rule) {
  const auto* found = std::ranges::find(reset_keys, rule.key, [](const auto& keys) { return keys.first; });
  return found == reset_keys.end() ? "" : found->second;
}

// No key and an empty one say nothing.
bool finds(const OffsetRule& rule, const Commit& commit) {
  return !member(commit, rule.key).empty() || !member(commit, reset_key(rule)).empty();
}

bool is_streamer(const Commit& commit) {
  const WriterPreset* preset = writer_named(format, streamer);
  return preset != nullptr &&
         (preset->signed_by(commit.members) ||
          std::ranges::any_of(preset->rules, [&](const OffsetRule& rule) { return finds(rule, commit); }));
}

// As Hudi itself chooses: the first of which anything is there.
const OffsetRule& rule_of(const Scheme& scheme, const Commit& commit) {
  const auto found = std::ranges::find_if(scheme.rules, [&](const OffsetRule& rule) { return finds(rule, commit); });
  return found == scheme.rules.end() ? scheme.rules.back() : *found;
}

// A checkpoint of another kind of source has no offsets, and is none.
std::optional<SourceOffsets> read_offsets(OffsetRule rule, const std::string& key, const Commit& commit) {
  rule.key = key;
  auto read = read_source_offsets(rule, {}, commit.members);
  if (!read || !*read || (*read)->empty()) return std::nullopt;
  return std::move(*read);
}

class StreamerSteps final {
 public:
  StreamerSteps(const Scheme& scheme, std::vector<Step>& out) : scheme_(scheme), out_(out) {}

  void take(const Commit& commit, std::int64_t version) {
    const OffsetRule& rule = rule_of(scheme_, commit);
    const std::string reset(member(commit, reset_key(rule))), ignored(member(commit, ignore_key));
    // What it was told once stands in all its instants from then on.
    if (known_ && !reset.empty() && reset != reset_) put(version, read_offsets(rule, reset_key(rule), commit), false);
    if (known_ && !ignored.empty() && ignored != ignored_) put(version, std::nullopt, false);
    known_ = true;
    reset_ = reset;
    ignored_ = ignored;
    put(version, read_offsets(rule, rule.key, commit), true);
  }

 private:
  void put(std::int64_t version, std::optional<SourceOffsets> moved, bool landed) {
    Step& step = out_.emplace_back();
    step.version = version;
    step.landed = landed;
    if (!moved) step.blind = Reason::ambiguous;
    step.moved = std::move(moved);
  }

  const Scheme& scheme_;
  std::vector<Step>& out_;
  bool known_ = false;
  std::string reset_, ignored_;
};

// No value: it carries nothing of the writer's.
std::optional<Step> step_of(const Commit& commit, const Scheme& scheme) {
  for (const OffsetRule& rule : scheme.rules) {
    auto moved = read_source_offsets(rule, scheme.topic, commit.members);
    if (moved && !*moved) continue;
    Step step;
    if (moved && !(*moved)->empty())
      step.moved = std::move(*moved);
    else
      step.blind = Reason::ambiguous;
    return step;
  }
  return std::nullopt;
}

Scheme unknown(const WriterPreset& writer, std::string why) {
  Scheme out;
  out.writer = writer.writer;
  out.unknown_why = std::move(why);
  return out;
}

Scheme by_rules(Scheme::Kind kind, const std::string& writer, const std::string& topic, std::vector<OffsetRule> rules) {
  Scheme out;
  out.kind = kind;
  out.writer = writer;
  out.topic = topic;
  out.rules = std::move(rules);
  return out;
}

Scheme by_preset(const WriterPreset& writer, const ReadRules& rules) {
  if (!writer.tells_offsets()) return unknown(writer, writer.help);
  if (writer.writer == streamer) return by_rules(Scheme::Kind::streamer, writer.writer, {}, writer.rules);
  if (!rules.topic.empty()) return by_rules(Scheme::Kind::rules, writer.writer, rules.topic, writer.rules);
  return unknown(writer,
                 "Its writer, " + writer.title +
                     ", notes partitions and no topic, and no pipeline of the profile names the table's topic.");
}
}  // namespace

bool has_note(const Commit& commit, const ReadRules& rules) {
  if (commit.service) return false;
  if (!rules.offsets) return is_streamer(commit) || writer_of(format, commit.members) != nullptr;
  const auto noted = read_source_offsets(*rules.offsets, rules.topic, commit.members);
  return !noted || *noted;
}

Scheme choose_scheme(std::span<const Commit> commits, const ReadRules& rules) {
  if (rules.offsets && !means_offsets(*rules.offsets)) {
    Scheme none;
    none.writer = rules.writer;
    none.unknown_why =
        "The rule of its pipeline finds no offsets, and what it finds is not joined with any for a Hudi table.";
    return none;
  }
  if (rules.offsets) return by_rules(Scheme::Kind::rules, rules.writer, rules.topic, {*rules.offsets});
  if (const WriterPreset* said = writer_named(format, rules.writer)) return by_preset(*said, rules);
  for (const Commit& commit : std::views::reverse(commits)) {
    if (!has_note(commit, rules)) continue;
    return by_preset(is_streamer(commit) ? *writer_named(format, streamer) : *writer_of(format, commit.members), rules);
  }
  return {};
}

std::vector<Step> steps_of(std::span<const Commit> commits, const Scheme& scheme) {
  std::vector<Step> out;
  StreamerSteps steps(scheme, out);
  for (std::size_t i = 0; i < commits.size(); ++i) {
    const Commit& commit = commits[i];
    const auto version = static_cast<std::int64_t>(i);
    if (!commit.damage.empty()) {
      out.emplace_back().version = version;
      out.back().blind = Reason::ambiguous;
    } else if (commit.service || scheme.kind == Scheme::Kind::none) {
      continue;
    } else if (scheme.kind == Scheme::Kind::streamer) {
      if (is_streamer(commit)) steps.take(commit, version);
    } else if (auto step = step_of(commit, scheme)) {
      step->version = version;
      out.push_back(std::move(*step));
    }
  }
  return out;
}

std::string note_trouble(const Commit& commit, const Scheme& scheme) {
  if (!commit.damage.empty()) return "cannot be read (" + commit.damage + ")";
  if (scheme.kind != Scheme::Kind::streamer) return "notes offsets that cannot be read";
  const auto noted = member(commit, rule_of(scheme, commit).key);
  if (noted.empty()) return "notes an empty checkpoint";
  const bool offsets = noted.find_first_of(":=") != std::string_view::npos;
  return offsets ? "notes offsets that cannot be read" : "notes a checkpoint that holds no offsets of a topic";
}

}  // namespace tidemark::hudi
