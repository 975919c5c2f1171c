// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include "models/analysis/replay/replay.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
template <class T>
Known<std::string> worded(const Known<T>& value) {
  return value.map([](const T& v) { return std::string(word(v)); });
}

std::string_view word(ImpactVerdict verdict) { return verdict == ImpactVerdict::slower ? "slower" : "none"; }

Cell text_or(const std::string& text) { return text.empty() ? Cell(Reason::not_applicable) : Cell(text); }

CellList parts_of(const ReplayProgress& progress) {
  CellList out;
  for (const PartProgress& part : progress.parts)
    out.emplace_back(CellRecord{{"partition", std::int64_t{part.partition.value()}},
                                {"from", part.from},
                                {"to", part.to},
                                {"at", part.at},
                                {"done", part.done},
                                {"remaining", part.remaining},
                                {"state", worded(part.state)},
                                {"rate", part.pace.read},
                                {"drain_rate", part.pace.drain},
                                {"eta", part.pace.eta},
                                {"headroom_ms", part.headroom},
                                {"lost", part.lost}});
  return out;
}

CellList impact_of(const ReplayRow& row) {
  CellList out;
  for (const LiveImpact& one : row.impact)
    out.emplace_back(CellRecord{{"group", one.group.value()},
                                {"baseline_age_ms", one.baseline},
                                {"age_ms", one.age},
                                {"worst_age_ms", one.worst},
                                {"ratio", one.ratio},
                                {"verdict", one.verdict.map([](ImpactVerdict v) { return std::string(word(v)); })}});
  return out;
}

// How long until a time, never less than nothing.
Known<Millis> until(const Known<LocalTime>& time, LocalTime at) {
  return time.map([&](LocalTime t) { return std::max(Millis(0), Millis(t - at)); });
}

void put_declared(const FoundReplay& replay, CellRecord& row) {
  static const DeclaredReplay nothing{};
  const DeclaredReplay& said = replay.declared ? *replay.declared : nothing;
  row.push_back({"name", text_or(said.name)});
  row.push_back({"reason", text_or(said.reason)});
  row.push_back({"approver", text_or(said.approver)});
  row.push_back({"author", text_or(said.author)});
  row.push_back({"throttle", text_or(said.throttle)});
  row.push_back({"idempotency", text_or(said.idempotency)});
  row.push_back({"declared_at", replay.declared ? Cell(said.at) : Cell(Reason::not_applicable)});
  row.push_back({"declared_late", replay.declared ? Cell(replay.late) : Cell(Reason::not_applicable)});
  row.push_back({"outcome", text_or(said.outcome)});
}

CellRecord record_of(const ReplayRow& row, LocalTime at) {
  const FoundReplay& replay = row.replay;
  const ReplayProgress& progress = row.progress;
  CellRecord out{
      {"cluster", replay.cluster.value()},
      {"group", replay.group.value()},
      {"topic", replay.topic.value()},
      {"kind", replay.to_live() ? "to-live" : "bounded"},
      {"declared", replay.declared.has_value()},
      {"from", progress.from},
      {"to", progress.to},
      {"done", progress.done},
      {"remaining", progress.remaining},
      {"share", progress.share},
      {"rate", progress.rate},
      {"drain_rate", progress.drain},
      {"drain_rate_2m", progress.drain_2m},
      {"drain_rate_20m", progress.drain_20m},
      {"eta", progress.eta},
      {"eta_lo", progress.eta_lo},
      {"eta_hi", progress.eta_hi},
      {"state", worded(progress.state)},
      {"begun_at", replay.begun ? Cell(replay.begun_at) : Cell(Reason::not_applicable)},
      {"finished_at", progress.finished},
      {"retention_race_ms", until(progress.overtaken, at)},
      {"headroom_ms", progress.headroom},
      {"lost", progress.lost},
      {"rate_needed", row.rate_needed},
      {"live_impact", impact_of(row)},
      {"track_record",
       CellRecord{{"replays", row.record.replays}, {"late", row.record.late}, {"held", row.record.held}}},
      {"partitions", parts_of(progress)},
      {"worst_partition", progress.worst.map([&](PartitionId id) { return partition_text({replay.topic, id}); })}};
  put_declared(replay, out);
  return out;
}

std::string name_of(const FoundReplay& replay) { return replay.group.value() + " of " + replay.topic.value(); }

std::string rate_text(double rate) { return std::to_string(std::llround(rate)) + "/s"; }

std::string percent(double share) { return std::to_string(std::llround(share * 100)) + " %"; }

void put_notes(const ReplayRow& row, std::vector<std::string>& notes) {
  const std::string name = name_of(row.replay);
  const ReplayProgress& progress = row.progress;
  if (progress.state && *progress.state == ReplayState::not_draining && progress.drain && *progress.drain < 0)
    notes.push_back(name + ": not draining, +" + rate_text(-*progress.drain));
  if (progress.eta.reason() == Reason::expired && progress.overtaken)
    notes.push_back(name + ": no time, as retention is faster: from " + rfc3339(*progress.overtaken) +
                    " on it takes records that are not read yet");
  if (progress.eta && !progress.eta_hi)
    notes.push_back(name + (progress.eta_hi.reason() == Reason::expired
                                ? ": at its slowest pace retention is faster"
                                : ": may not finish; at its slowest pace it does not drain"));
  constexpr double much = 2;
  const auto apart = [](double a, double b) {
    const auto [small, large] = std::minmax({std::abs(a), std::abs(b)});
    return (large > much * small || a * b < 0) && std::llround(a) != std::llround(b);
  };
  if (progress.drain_2m && progress.drain_20m && apart(*progress.drain_2m, *progress.drain_20m))
    notes.push_back(name + ": drains " + rate_text(*progress.drain_2m) + " over the last 2 minutes, but " +
                    rate_text(*progress.drain_20m) + " over the last 20");
  if (progress.lost > 0)
    notes.push_back(name + ": retention took " + std::to_string(progress.lost) + " records before they were read");
  if (row.record.late && row.record.held)
    notes.push_back(name + ": of " + std::to_string(row.record.replays) + " replays that are over, forecasts at " +
                    percent(progress.share.value_or(0)) + " were " + percent(std::abs(*row.record.late)) +
                    (*row.record.late < 0 ? " too late" : " too early") + " on median; the band held in " +
                    percent(*row.record.held));
  for (const LiveImpact& one : row.impact)
    if (one.verdict && *one.verdict == ImpactVerdict::slower)
      notes.push_back(name + ": " + one.group.value() + " is older than before it began");
}
}  // namespace

Document replay_document(const Snapshot& snapshot, const std::vector<DeclaredReplay>& declared,
                         const ReplayAsked& asked, const Filter& filter) {
  Document document = frame("replay", snapshot, asked.from, asked.at, filter);
  for (const ReplayRow& row : replay_rows(snapshot, declared, asked, filter)) {
    document.rows.push_back(record_of(row, asked.at));
    put_notes(row, document.notes);
  }
  if (document.rows.empty())
    document.notes.emplace_back(
        "No offset fell in this window, no group began at the first record, and none is declared: "
        "tidemark replay declare NAME --group G --topic T");
  return document;
}

}  // namespace tidemark
