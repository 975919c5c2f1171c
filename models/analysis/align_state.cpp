// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/align_state.h"

#include <algorithm>
#include <array>
#include <optional>

namespace tidemark {
namespace {
constexpr Millis loss_is_near{2 * 3'600'000};
using Rule = std::optional<AlignVerdict> (*)(const AlignCase&);

std::string number(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (std::ptrdiff_t i = std::ssize(digits) - 3; i > (n < 0 ? 1 : 0); i -= 3)
    digits.insert(static_cast<std::size_t>(i), 1, ',');
  return digits;
}
std::string span_text(const OffsetSpan& span) {
  return '[' + std::to_string(span.from) + ", " + std::to_string(span.to) + ')';
}
std::string spans_text(const std::vector<OffsetSpan>& spans) {
  return span_text(spans.front()) + (spans.size() > 1 ? " and more" : "");
}
std::string duration_text(Millis time) {
  constexpr std::int64_t second = 1000, minute = 60 * second, hour = 60 * minute;
  const std::int64_t t = time.count();
  if (t >= 2 * hour) return std::to_string(t / hour) + " h";
  if (t >= 2 * minute) return std::to_string(t / minute) + " min";
  return std::to_string(t / second) + " s";
}
std::string sla_text(const Cadence& cadence) {
  return "the limit of " + duration_text(cadence.sla) +
         (cadence.assumed ? " (assumed: no commit cadence is known)" : "");
}
AlignVerdict told(AlignState state, Severity severity, std::int64_t concerned, std::string reason) {
  return {state, severity, concerned, std::move(reason)};
}

// Offsets that the group has passed, or without a group the log has, and the table has not.
std::int64_t not_landed(const AlignCase& of) {
  if (of.table.group) return std::max<std::int64_t>(0, of.landing.commit_gap.value_or(0));
  const Known<std::int64_t>& end = of.landing.stable ? of.landing.stable : of.landing.high;
  return end && of.landing.durable ? std::max<std::int64_t>(0, *end - *of.landing.durable) : 0;
}

// Everything below the end of the log is in the table, or what is left is no record.
bool at_the_end(const AlignCase& of) {
  if (of.unread && *of.unread == 0 && of.landing.commit_gap && *of.landing.commit_gap <= 0) return true;
  const Known<std::int64_t>& end = of.landing.stable ? of.landing.stable : of.landing.high;
  return end && of.landing.durable && *of.landing.durable >= *end;
}

// Which commit and files hold what is not landed, and what a restart does about it.
std::string where_text(const AlignCase& of) {
  std::string out;
  for (const AnnouncedFiles& files : of.table.announced)
    out += (out.empty() ? "; announced: commit " : ", commit ") + files.commit + " with " + number(files.records) +
           " records in " + number(files.files) + " files";
  if (of.table.restarts_from_group())
    out += std::string("; a restart reads none of it again: it exists ") +
           (of.table.announced.empty() ? "in no snapshot" : "only in announced files");
  return out;
}

std::optional<AlignVerdict> reset(const AlignCase& of) {
  if (const TableTrouble* replaced = of.table.trouble("replaced"))
    return told(AlignState::reset, Severity::error, 0, "the table was replaced: " + replaced->text);
  if (const TableTrouble* stall = of.table.trouble("silent-stall"))
    return told(AlignState::reset, Severity::error, not_landed(of),
                "the writer drops what it announces: " + stall->text);
  if (!of.landing.beyond_log) return std::nullopt;
  return told(AlignState::reset, Severity::error, *of.landing.durable - *of.landing.high,
              "the table holds offsets up to " + std::to_string(*of.landing.durable) + ", the log ends at " +
                  std::to_string(*of.landing.high) + ": topic or cluster were made anew");
}

// The mark and the commits of one table are two tellings of one thing.
std::optional<AlignVerdict> contradiction(const AlignCase& of) {
  if (!of.landing.contradiction || of.landing.regressed > 0) return std::nullopt;
  const auto& [mark, commits] = *of.landing.contradiction;
  return told(AlignState::reset, Severity::error, std::max(mark, commits) - std::min(mark, commits),
              "the table's mark says " + std::to_string(mark) + ", its commits end at " + std::to_string(commits) +
                  ": they cannot both be true");
}

std::optional<AlignVerdict> lost(const AlignCase& of) {
  if (const TableTrouble* files = of.table.trouble("lost-files"))
    return told(AlignState::lost, Severity::error, not_landed(of), "files can no longer be committed: " + files->text);
  const auto spans = rolled_back_of(of.table, of.partition, of.landing);
  if (spans.empty()) return std::nullopt;
  std::int64_t sum = 0;
  std::string text;
  for (const OffsetSpan& span : spans) {
    sum += span.to - span.from;
    text += (text.empty() ? "" : " ") + span_text(span);
  }
  return told(AlignState::lost, Severity::error, sum,
              number(sum) + " offsets were in a snapshot that was rolled back, and the writer is past them: " + text);
}

std::optional<AlignVerdict> duplicated(const AlignCase& of) {
  if (const TableTrouble* files = of.table.trouble("duplicate-files"))
    return told(AlignState::duplicate_confirmed, Severity::error, 0, "files are in the table twice: " + files->text);
  if (of.beyond_added <= 0) return std::nullopt;
  return told(AlignState::duplicate_confirmed, Severity::error, of.beyond_added,
              "the table's commits added " + number(of.beyond_added) +
                  " records more than they have offsets: duplicates, unless the writer makes several rows of a record");
}

std::optional<AlignVerdict> gap(const AlignCase& of) {
  const Coverage coverage = coverage_of(of.table.commits, of.partition);
  if (!coverage.holes.empty())
    return told(AlignState::gap, Severity::error, offsets_in(coverage.holes),
                number(offsets_in(coverage.holes)) + " offsets are in no commit: " + spans_text(coverage.holes));
  if (of.landing.below_floor <= 0) return std::nullopt;
  return told(AlignState::gap, Severity::error, of.landing.below_floor,
              number(of.landing.below_floor) + " offsets were deleted before they were in the table: " +
                  span_text({*of.landing.floor - of.landing.below_floor, *of.landing.floor}));
}

bool is_late(const AlignCase& of) {
  if (not_landed(of) > 0 && of.landing.behind && of.landing.since.at_least > of.cadence.sla) return true;
  // The group stands with the table: records wait, and neither moves.
  return of.table.group && of.unread && *of.unread > 0 && of.landing.unmoved.at_least > of.cadence.sla &&
         of.landing.log_above.at_least > of.cadence.sla && of.landing.commit_gap && *of.landing.commit_gap <= 0;
}

std::optional<AlignVerdict> will_lose(const AlignCase& of) {
  const std::int64_t records = not_landed(of);
  if (const TableTrouble* soon = of.table.trouble("will-lose"))
    return told(AlignState::will_lose, Severity::error, records, "data will be lost: " + soon->text);
  if (!of.headroom || records == 0 || !of.landing.behind) return std::nullopt;
  // A floor that has come to the table's offset was perhaps read after the table: then it is a gap, once that is
  // proven.
  if (of.landing.floor && *of.landing.floor >= *of.landing.durable) return std::nullopt;
  const bool stuck = is_late(of) || failure_of(of);
  const Millis left = std::max(Millis(0), of.cadence.sla - of.landing.since.at_least);
  if (*of.headroom >= (stuck ? loss_is_near : left)) return std::nullopt;
  return told(AlignState::will_lose, Severity::error, records,
              "the log deletes what is not in the table in " + duration_text(*of.headroom) + ": " + number(records) +
                  " offsets");
}

std::optional<AlignVerdict> duplicate_risk(const AlignCase& of) {
  if (const TableTrouble* zombie = of.table.trouble("zombie"))
    return told(AlignState::duplicate_risk, Severity::warn, 0, "two writers commit to this table: " + zombie->text);
  if (of.landing.regressed > 0)
    return told(
        AlignState::duplicate_risk, Severity::warn, of.landing.regressed,
        "the table's offset fell by " + number(of.landing.regressed) + ": what is read again may be there twice");
  const Coverage coverage = coverage_of(of.table.commits, of.partition);
  if (coverage.twice == 0) return std::nullopt;
  return told(AlignState::duplicate_risk, Severity::warn, coverage.twice,
              number(coverage.twice) + " offsets are in two commits: duplicates unless the writer is idempotent");
}

std::optional<AlignVerdict> stalled(const AlignCase& of) {
  const WriterFailure* failure = failure_of(of);
  const std::int64_t records = not_landed(of);
  // Records that wait unread count where the table has not moved since.
  const bool unmoved = failure && (!of.landing.unmoved.at || *of.landing.unmoved.at <= failure->since);
  const bool waits = (records > 0 && of.landing.behind) || (unmoved && of.unread && *of.unread > 0);
  const bool late = is_late(of);
  if (!late && !(failure && waits)) return std::nullopt;
  const Severity severity = late && of.landing.since.at_least > 2 * of.cadence.sla ? Severity::error : Severity::warn;
  std::string text = records > 0 ? number(records) + (of.table.group ? " offsets are read and not in the table"
                                                                     : " offsets of the log are not in the table")
                                 : number(of.unread.value_or(0)) + " offsets wait, and neither group nor table moves";
  if (failure) text += "; " + failure->text;
  if (late) text += "; longer than " + sla_text(of.cadence);
  return told(AlignState::stalled, severity, records > 0 ? records : of.unread.value_or(0),
              text + (records > 0 ? where_text(of) : ""));
}

std::optional<AlignVerdict> table_ahead(const AlignCase& of) {
  if (!of.landing.ahead || !of.landing.commit_gap || *of.landing.commit_gap >= 0) return std::nullopt;
  const std::int64_t records = -*of.landing.commit_gap;
  const bool from_group = of.table.restarts_from_group();
  return told(AlignState::table_ahead, from_group ? Severity::warn : Severity::note, records,
              "the table is ahead of the group by " + number(records) +
                  (from_group ? ": a restart reads them again; duplicates unless the writer is idempotent"
                              : ": the writer keeps its own offsets and does not restart from the group"));
}

std::string missing_text(const AlignCase& of) {
  const TableInfo& table = of.table;
  if (!of.landing.durable && !table.unknown_why.empty()) return table.unknown_why;
  if (!table.tells_offsets())
    return "the table tells " + std::string(*table.adapter == "e" ? "a time only" : "snapshot times only") +
           ", no offsets (adapter " + *table.adapter + "): a gap in offsets cannot be told";
  const Landing& landing = of.landing;
  const auto lacks = [](std::string_view what, Reason reason) {
    return "cannot tell: " + std::string(what) + " is not known (" + std::string(word(reason)) + ')';
  };
  if (!landing.durable) return lacks("what the table holds", landing.durable.reason());
  if (table.group && !landing.committed) return lacks("the group's offset", landing.committed.reason());
  if (!landing.commit_gap && table.group)
    return lacks("whether table or group was read first", landing.commit_gap.reason());
  return lacks("the end of the log", landing.high.reason());
}

std::optional<AlignVerdict> unknown(const AlignCase& of) {
  const Landing& landing = of.landing;
  const bool landed = landing.durable && landing.high && *landing.durable >= *landing.high;
  const bool judged = landing.durable && (of.table.group ? landing.commit_gap.known() : landing.high.known());
  if (landed || judged) return std::nullopt;
  return told(AlignState::unknown, Severity::note, 0, missing_text(of));
}

// A commit that does not tell its offsets may hold what all others leave out.
std::optional<AlignVerdict> doubtful(const AlignCase& of) {
  const Coverage coverage = coverage_of(of.table.commits, of.partition);
  if (coverage.unsure.empty()) return std::nullopt;
  const std::int64_t records = offsets_in(coverage.unsure);
  std::string text = "cannot tell: " + number(records) + " offsets are in no commit that tells its own, ";
  text += "and may be in one that does not: " + spans_text(coverage.unsure);
  return told(AlignState::unknown, Severity::note, records, std::move(text));
}

AlignVerdict sound(const AlignCase& of) {
  const std::int64_t records = not_landed(of);
  const bool upper_bound = of.table.evidence == Evidence::estimated;
  const std::string bound = upper_bound ? " (estimated: holes below it cannot be seen)" : "";
  if (records > 0 && of.table.group)
    return told(AlignState::pending, Severity::note, records,
                number(records) + " offsets are in files and not in the table yet, within " + sla_text(of.cadence) +
                    where_text(of) + bound);
  const WriterFailure* failure = failure_of(of);
  const std::string more = bound + (failure ? "; " + failure->text : "");
  if (at_the_end(of) && of.landing.unmoved.at_least > of.cadence.sla)
    return told(AlignState::idle, Severity::note, 0, "all of the log is in the table, and nothing new comes" + more);
  return told(AlignState::aligned, Severity::note, 0,
              (at_the_end(of)   ? "all of the log is in the table"
               : of.table.group ? "all that the group has read is in the table"
                                : "what the log holds beyond the table is within " + sla_text(of.cadence)) +
                  more);
}
}  // namespace

const WriterFailure* failure_of(const AlignCase& of) {
  if (!of.table.failures.empty()) return &of.table.failures.front();
  const Known<LocalTime>& moved = of.landing.unmoved.at;
  for (const WriterFailure& error : of.table.commit_errors)
    if (!moved || error.since > *moved) return &error;
  return nullptr;
}

std::vector<OffsetSpan> rolled_back_of(const TableInfo& table, const TopicPartition& partition,
                                       const Landing& landing) {
  std::vector<OffsetSpan> out;
  if (!landing.committed || !table.restarts_from_group()) return out;
  const std::vector<OffsetSpan> kept = coverage_of(table.commits, partition).covered;
  for (const SeenCommit* seen : table.commits.all) {
    if (table.commits.live(*seen)) continue;
    for (const CommitRange& range : seen->commit.ranges) {
      if (range.partition != partition) continue;
      const std::int64_t to = std::min(range.to, *landing.committed);
      std::int64_t from = range.from;
      for (const OffsetSpan& span : kept)
        if (span.from <= from && from < span.to) from = span.to;
      if (from < to) out.push_back({from, to});
    }
  }
  return out;
}

std::vector<AlignVerdict> align_verdicts(const AlignCase& of) {
  static constexpr std::array<Rule, 11> rules{reset,          lost,    duplicated,  gap,     contradiction, will_lose,
                                              duplicate_risk, stalled, table_ahead, unknown, doubtful};
  std::vector<AlignVerdict> out;
  for (const Rule rule : rules)
    if (auto verdict = rule(of)) out.push_back(*std::move(verdict));
  if (out.empty()) out.push_back(sound(of));
  return out;
}

}  // namespace tidemark
