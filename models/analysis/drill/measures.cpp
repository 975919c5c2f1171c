// SPDX-License-Identifier: GPL-3.0-or-later
// What a drill is measured by.
#include <algorithm>
#include <map>

#include "models/analysis/drill/case.h"
#include "models/analysis/headroom.h"
#include "models/analysis/incident.h"
#include "models/analysis/reading.h"
#include "models/analysis/review/fact_words.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
constexpr std::int64_t steady_intervals = 3;

Timed since(LocalTime fault, LocalTime lo, LocalTime hi) { return {std::max(Millis(0), Millis(hi - fault)), hi - lo}; }

void put_detect(const DrillCase& of, DrillMeasures& out) {
  const DrillFinding* first = nullptr;
  for (const DrillFinding& finding : of.sight.findings) {
    if (!finding.lo || finding.hi <= *of.fault - of.slack || finding.severity == Severity::note) continue;
    ++out.new_findings;
    if (!first || finding.hi < first->hi) first = &finding;
  }
  if (!first) return;
  out.detect = since(*of.fault, *first->lo, first->hi);
  out.detected = first->rule + ": " + first->title;
}

// The first that moved in the time of the drill against the steady time before it.
void put_onset(const DrillCase& of, DrillMeasures& out) {
  const LocalTime from = *of.fault - of.slack;
  const LocalTime to = std::min(of.at, from + longest_onset_window);
  if (to <= from) return;
  const OnsetWindow window{from, to, of.steady_from, from};
  const Incident incident = incident_of(of.sight.snapshot, window, of.near, of.sight.profile);
  if (incident.onsets.empty()) {
    out.onset.after = nothing_judged(incident) ? Known<Millis>(Reason::no_history) : Reason::not_applicable;
    return;
  }
  const Onset& first = incident.onsets.front();
  out.onset = since(*of.fault, first.lo, first.hi);
  out.moved = first.object.value() + ' ' + first.series;
}

// From which point on a line stays in its band for so long, up to the newest; not-applicable where it does not, for
// another reason where that is not known. `error`: since the last point outside, or since `from` where there was none.
struct Back {
  Known<LocalTime> at = Reason::not_applicable;
  Millis error{};
  bool coming = false;  // it is in its band, and not yet for that long
};
Back back_in_band(const DrillLine& line, const Band& band, LocalTime from, LocalTime at, Millis steady) {
  if (!band.top) return {band.top.reason(), {}};
  std::optional<LocalTime> begun, before, last_out;
  for (const DrillPoint& point : line) {
    if (point.at <= from || point.at > at) continue;
    if (!point.value) continue;
    if (!band.holds(point)) {
      begun.reset();
      last_out = point.at - point.behind;
    } else if (!begun) {
      begun = point.at;
    }
    before = point.at;
  }
  if (!before || at - *before > steady) return {Reason::collector_off, {}};
  if (!begun || *before - *begun < steady) return {Reason::not_applicable, {}, begun.has_value()};
  return {*begun, *begun - last_out.value_or(from)};
}

void put_recover(const DrillCase& of, DrillMeasures& out) {
  const auto from = of.run.of.from_fault ? of.fault : of.restore ? of.restore : of.fault;
  if (!from) return;
  std::optional<LocalTime> latest;
  Millis error{0};
  for (const DrillPath& path : of.paths) {
    const Millis interval = std::max(path.interval, path.ends_at_table ? path.cadence : Millis(0));
    for (const auto& [line, band] : of.lines(path)) {
      const Back back = back_in_band(*line, band, *of.fault, of.at, steady_intervals * interval);
      if (!back.at) {
        out.recover.after = back.at.reason();
        out.recovered_at = back.at.reason();
        out.coming_back = back.coming;
        if (back.coming) continue;
        return;
      }
      if (!latest || *back.at > *latest) {
        latest = *back.at;
        error = back.error;
      }
    }
  }
  if (out.coming_back) return;
  if (!latest) {
    out.recover.after = Reason::no_history;
    out.recovered_at = Reason::no_history;
    return;
  }
  out.recovered_at = *latest;
  out.recover = {std::max(Millis(0), Millis(*latest - *from)), error};
}

// By how much the highest may have been higher between the polls: until the next one it grew with the time. Where it
// had jumped, as it does when a group is set back, it may have fallen already as fast as it fell then.
Millis between_polls(const DrillLine& line, const Peak& peak) {
  const auto at = std::ranges::find(line, peak.at, &DrillPoint::at);
  Millis out{0};
  if (at + 1 != line.end()) out = (at + 1)->at - at->at;
  if (at == line.begin() || !(at - 1)->value) return out;
  const Millis gap = at->at - (at - 1)->at;
  const Millis grown = Millis(*peak.value - *(at - 1)->value);
  out = std::max(out, gap - grown);
  if (grown <= gap + peak.error + (at - 1)->error || at + 1 == line.end()) return out;
  return out + std::max(Millis(0), Millis(*peak.value - (at + 1)->value.value_or(*peak.value)));
}

void put_peak(const DrillCase& of, DrillMeasures& out) {
  LocalTime worst = of.at;
  for (const DrillPath& path : of.paths) {
    const Peak peak = peak_of(path.age, *of.fault - of.slack, of.at);
    if (!peak.value) {
      out.peak_age = peak.value.reason();
      return;
    }
    if (out.peak_age && Millis(*peak.value) <= *out.peak_age) continue;
    out.peak_age = Millis(*peak.value);
    out.peak_age_error = peak.error + between_polls(path.age, peak);
    worst = peak.at;
  }
  // What was left when records waited longest: of all paths, or nobody knows.
  for (const DrillPath& path : of.paths) {
    const auto kept = retention_at(of.sight.snapshot, path.cluster, path.topic, worst);
    if (kept) {
      const Millis left = std::max(Millis(0), *kept - *out.peak_age);
      out.headroom = std::min(out.headroom.value_or(left), left);
    } else if (kept.reason() != Reason::not_applicable) {
      out.headroom = kept.reason();
      return;
    }
  }
}

void put_ledger(const DrillCase& of, DrillMeasures& out) {
  if (std::ranges::none_of(of.paths, &DrillPath::has_table)) return;
  std::map<std::string, std::map<std::string, std::int64_t>> by_table;
  std::map<std::string, std::int64_t> sums;
  for (const Fact& fact : table_facts(of.ledger, of.aligned, of.sight.declared)) {
    const auto* number = fact.value ? std::get_if<std::int64_t>(&*fact.value) : nullptr;
    if (!number) continue;
    by_table[fact.object][fact.name] = *number;
    sums[fact.name] += *number;
  }
  // One table that was judged says nothing of another, nor of one that nobody sees.
  const bool unseen =
      std::ranges::any_of(of.paths, [](const DrillPath& path) { return path.has_table() && path.tables.empty(); });
  const bool blind =
      unseen || sums["judged"] == 0 || sums["unplaced"] > 0 || std::ranges::any_of(by_table, [](auto& table) {
        return table.second["commits"] > 0 && table.second["judged"] == 0;
      });
  const auto known = [&](std::int64_t number) {
    return number > 0 || !blind ? Known<std::int64_t>(number) : Known<std::int64_t>(Reason::no_history);
  };
  out.holes = known(sums["holes"]);
  out.missing = known(sums["missing"]);
  const bool all_explained = sums["explained"] == sums["overlaps"];
  out.duplicates = known(std::max(all_explained ? 0 : sums["again"], sums["duplicate_files"]));
  // How many of the offsets were in the commits that nobody had declared is not told.
  if (!all_explained && sums["explained"] > 0 && sums["duplicate_files"] == 0) out.duplicates = Reason::ambiguous;
}

// Offsets that retention took of what nobody had read, or no table had.
void put_overtaken(const DrillCase& of, DrillMeasures& out) {
  bool all = true;
  for (const DrillPath& path : of.paths) {
    all = all && !path.parts.empty();
    for (const DrillPart& part : path.parts) {
      bool seen = false;
      for (const MarkPoll& poll : part.table.empty() ? part.group : part.table) {
        if (poll.at <= of.begin || poll.at > of.at) continue;
        const auto floor =
            of.sight.snapshot.at({path.cluster, signal::floor, object::partition(part.partition)}, poll.at);
        if (!floor) continue;
        seen = true;
        out.overtaken = std::max(out.overtaken.value_or(0), floor->value - poll.committed);
      }
      all = all && seen;
    }
  }
  // None of some partitions is not none.
  if (!all && out.overtaken.value_or(0) == 0) out.overtaken = Reason::never_polled;
}
}  // namespace

DrillMeasures measured(const DrillCase& of) {
  DrillMeasures out;
  out.manual_steps = std::ssize(of.run.unplanned());
  out.coverage = review_coverage(of.sight.snapshot, of.begin, of.at, of.near);
  if (!of.fault || of.paths.empty()) return out;
  put_detect(of, out);
  put_onset(of, out);
  put_recover(of, out);
  put_peak(of, out);
  put_ledger(of, out);
  put_overtaken(of, out);
  out.waited_on = waited_on(of, out);
  return out;
}

std::vector<Fact> facts_of(const DrillTemplate& drill, const DrillMeasures& measures) {
  std::vector<Fact> out;
  const std::string object = "drill:" + drill.id;
  const auto put = [&](const char* name, const auto& value) { put_fact(out, object, name, value); };
  const auto in_ms = [](const Known<Millis>& time) { return time.map([](Millis value) { return value.count(); }); };
  for (const auto& [name, timed] :
       {std::pair{"detect", &measures.detect}, {"onset", &measures.onset}, {"recover", &measures.recover}}) {
    put((std::string(name) + "_ms").c_str(), in_ms(timed->after));
    put((std::string(name) + "_error_ms").c_str(), in_ms(timed->after.map([&](Millis) { return timed->error; })));
  }
  if (!measures.detected.empty()) put("detected", measures.detected);
  if (!measures.moved.empty()) put("moved_first", measures.moved);
  put("peak_age_ms", in_ms(measures.peak_age));
  put("peak_age_error_ms", in_ms(measures.peak_age.map([&](Millis) { return measures.peak_age_error; })));
  put("headroom_ms", in_ms(measures.headroom));
  put("holes", measures.holes);
  put("missing", measures.missing);
  put("duplicates", measures.duplicates);
  put("overtaken", measures.overtaken);
  put("waited_on", measures.waited_on);
  put("coverage", measures.coverage);
  put("manual_steps", measures.manual_steps);
  put("new_findings", measures.new_findings);
  return out;
}

}  // namespace tidemark
