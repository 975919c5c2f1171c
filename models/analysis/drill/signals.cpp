// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the signals that a drill expects were seen, and when.
#include <algorithm>

#include "models/analysis/drill/case.h"
#include "models/analysis/events.h"
#include "models/analysis/scope.h"

namespace tidemark {
namespace {
// It was there at `hi`, and not yet at `lo`.
struct Found {
  LocalTime lo, hi;
  std::string what;
};

// Found, not there though it would have been seen, or nobody could see it.
struct Look {
  std::optional<Found> found;
  Reason blind = Reason::none;

  void add(LocalTime lo, LocalTime hi, std::string what) {
    if (!found || hi < found->hi) found = {lo, hi, std::move(what)};
  }
};

bool in_paths(const DrillCase& of, const Object& object) {
  const std::string_view kind = object::kind(object);
  const std::string name(object::name(object));
  if (kind == "broker") return true;
  return std::ranges::any_of(of.paths, [&](const DrillPath& path) {
    if (kind == "group") return name == path.group.value();
    if (kind == "topic") return name == path.topic.value();
    if (kind == "connector") return name == path.connector;
    if (const auto task = object::as_task(object)) return task->connector == path.connector;
    if (const auto partition = object::as_partition(object)) return partition->topic == path.topic;
    return std::ranges::any_of(path.tables, [&](const TableName& table) { return name == table.value(); });
  });
}

Look look_at_states(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  Look out{{}, Reason::never_polled};
  const bool leaves = signal.goes.starts_with('!');
  const std::string_view wanted = std::string_view(signal.goes).substr(leaves ? 1 : 0);
  for (const StateSpan& span : of.sight.snapshot.states) {
    if (span.aspect != aspect::state || span.from_hi > of.at) continue;
    const std::string kind(object::kind(span.object));
    if (std::ranges::find(signal.of, kind) == signal.of.end() || !in_paths(of, span.object)) continue;
    out.blind = Reason::none;
    const std::string value = span.value.value_or("gone");
    const bool is = leaves ? value != wanted : value == wanted;
    if (is && span.from_lo && span.from_hi > from)
      out.add(*span.from_lo, span.from_hi, span.object.value() + ' ' + value);
  }
  return out;
}

// Whose states tell of events of a kind: without them that nothing was seen means nothing.
bool is_told(const DrillCase& of, const std::string& kind) {
  const auto tells = [&](std::string_view object, std::string_view aspect) {
    return std::ranges::any_of(of.sight.snapshot.states, [&](const StateSpan& span) {
      return object::kind(span.object) == object && (aspect.empty() || span.aspect == aspect) &&
             in_paths(of, span.object);
    });
  };
  if (kind == "broker-gone" || kind == "broker-back") return tells("broker", "");
  if (kind == "leader-change" || kind.starts_with("isr-")) return tells("partition", aspect::leader);
  if (kind == "task-state" || kind == "commit-error") return tells("task", aspect::state);
  if (kind == "config-changed") return tells("topic", "");
  if (kind == "snapshot" || kind == "rollback") return !of.ledger.empty() || !of.aligned.empty();
  return tells("group", aspect::state);
}

Look look_at_events(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  Look out{{}, Reason::never_polled};
  for (const std::string& kind : signal.of)
    if (is_told(of, kind)) out.blind = Reason::none;
  Filter filter;
  filter.cluster = of.sight.filter.cluster;
  for (const EventRow& row : event_rows(of.sight.snapshot, from, of.at, filter)) {
    if (std::ranges::find(signal.of, row.kind) == signal.of.end()) continue;
    if (row.object.value().empty() || in_paths(of, row.object))
      out.add(row.at_lo.value_or(row.at_hi), row.at_hi, row.object.value() + ' ' + row.kind);
  }
  return out;
}

// Longer than anything stood before the drill, and than two polls.
void look_for_stand(const DrillCase& of, const DrillPath& path, Mover mover, LocalTime from, Look& out) {
  constexpr double longer = 1.5;
  Millis usual{0};
  for (const Stand& stand : stands_of(path, mover, of.steady_from, of.begin)) usual = std::max(usual, stand.length());
  const Millis limit(static_cast<std::int64_t>(longer * static_cast<double>(usual.count())) +
                     2 * path.interval.count());
  for (const Stand& stand : stands_of(path, mover, from, of.at))
    if (stand.to > from && stand.length() > limit)
      out.add(std::max(from, stand.from), std::max(from, stand.from) + limit, partition_text(stand.partition));
}

// The first poll after `from` at which a partition is beyond (below) where it was.
void look_for_move(const DrillPath& path, bool landed, bool falls, LocalTime from, LocalTime at, Look& out) {
  for (const DrillPart& part : path.parts) {
    const auto& polls = landed ? part.table : part.group;
    const MarkPoll* before = nullptr;
    for (const MarkPoll& poll : polls) {
      const bool is = before && poll.at > from && poll.at <= at &&
                      (falls ? poll.committed < before->committed : poll.committed > before->committed);
      if (is) {
        out.add(before->at, poll.at, partition_text(part.partition));
        break;
      }
      if (falls || poll.at <= from || !before) before = &poll;
    }
  }
}

// The first point that is above the steady band; or, once it was, the first from which on it is back.
void look_at_band(const DrillCase& of, const DrillLine& line, bool back, LocalTime from, const std::string& name,
                  Look& out) {
  const Band band = band_of(line, of.steady_from, of.begin);
  if (!band.top) return;
  std::optional<LocalTime> before;
  bool was_above = false;
  std::optional<Found> returned;
  for (const DrillPoint& point : line) {
    if (!point.value || point.at > of.at) continue;
    const bool above = !band.holds(point);
    if (!back && above && point.at > from) return out.add(before.value_or(point.at), point.at, name);
    if (back && above) {
      was_above = was_above || point.at > of.begin;
      returned.reset();
    } else if (back && was_above && !returned && point.at > from) {
      returned = Found{before.value_or(point.at), point.at, name};
    }
    before = point.at;
  }
  if (returned) out.add(returned->lo, returned->hi, returned->what);
}

Look look_at_lines(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  Look out{{}, Reason::never_polled};
  for (const DrillPath& path : of.paths) {
    for (const std::string& name : signal.of) {
      const DrillLine& line = name == "unread" ? path.unread : name == "age" ? path.age : path.not_landed;
      const bool landed = name == "landed" || name == "not_landed";
      if (landed && path.tables.empty()) continue;
      const bool by_band = signal.goes == "above" || signal.goes == "back";
      // What nobody knows the usual of is not usual.
      const bool told = by_band  ? band_of(line, of.steady_from, of.begin).top.known()
                        : landed ? std::ranges::any_of(line, [](const DrillPoint& at) { return at.value.known(); })
                                 : !path.unread.empty();
      if (told) out.blind = Reason::none;
      if (signal.goes == "stands")
        look_for_stand(of, path,
                       landed               ? Mover::landed
                       : name == "produced" ? Mover::produced
                                            : Mover::read,
                       from, out);
      else if (signal.goes == "moves" || signal.goes == "falls")
        // What moves as a rule moved before a step too: no stamp is late then.
        look_for_move(path, landed, signal.goes == "falls", signal.goes == "falls" ? from : from + of.slack, of.at,
                      out);
      else
        look_at_band(of, line, signal.goes == "back", from, path.name, out);
    }
  }
  return out;
}

Look look_at_metrics(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  const MetricMove move = metric_move(of, signal.of, signal.goes != "below", from);
  Look out;
  if (move.at)
    out.add(*move.at - move.error, *move.at, move.object);
  else if (move.at.reason() != Reason::not_applicable)
    out.blind = move.at.reason();
  return out;
}

Look look_at_findings(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  Look out;
  for (const DrillFinding& finding : of.sight.findings)
    if (std::ranges::find(signal.of, finding.rule) != signal.of.end() && finding.lo && finding.hi > from)
      out.add(*finding.lo, finding.hi, finding.rule + ": " + finding.title);
  const bool none_runs =
      std::ranges::all_of(signal.of, [&](const std::string& rule) { return of.sight.cannot_run.contains(rule); });
  if (!out.found && none_runs) out.blind = Reason::never_polled;
  return out;
}

Look look_at_ledger(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  Look out{{}, Reason::no_history};
  for (const LedgerRow& row : of.ledger) {
    if (row.seen_at <= from) continue;
    if (row.relation != Relation::unknown) out.blind = Reason::none;
    if (std::ranges::find(signal.of, word(row.relation)) != signal.of.end())
      out.add(row.seen_at, row.seen_at, row.commit.table.value() + " snapshot " + row.commit.snapshot_id);
  }
  return out;
}

Look look_at_people(const DrillCase& of, const DrillSignal& signal) {
  const DrillStamp* said = of.run.answered(signal.id);
  Look out{{}, said ? Reason::none : Reason::not_probed};
  if (said && said->answer == "yes") out.add(said->at, said->at, said->by);
  return out;
}

Look look_for(const DrillCase& of, const DrillSignal& signal, LocalTime from) {
  switch (signal.sees) {
    case SignalSource::state:
      return look_at_states(of, signal, from);
    case SignalSource::event:
      return look_at_events(of, signal, from);
    case SignalSource::line:
      return look_at_lines(of, signal, from);
    case SignalSource::metric:
      return look_at_metrics(of, signal, from);
    case SignalSource::finding:
      return look_at_findings(of, signal, from);
    case SignalSource::ledger:
      return look_at_ledger(of, signal, from);
    case SignalSource::people:
      return look_at_people(of, signal);
  }
  return {};
}

// Those that are seen for certain before one that stands before them. What may be missing has no place in the order.
void mark_early(std::vector<SeenSignal>& signals) {
  std::optional<LocalTime> begun;  // of the latest one before: not earlier than
  for (SeenSignal& signal : signals) {
    if (signal.state != SeenState::seen || signal.optional) continue;
    signal.early = begun && *signal.at < *begun;
    begun = std::max(begun.value_or(LocalTime::min()), *signal.at - signal.error);
  }
}
}  // namespace

std::vector<SeenSignal> seen_signals(const DrillCase& of) {
  std::vector<SeenSignal> out;
  for (const DrillSignal& signal : of.run.of.expected) {
    SeenSignal& seen = out.emplace_back(SeenSignal{signal.id, signal.title, signal.optional});
    const auto from = of.looked_for(signal);
    if (!from && !(signal.sees == SignalSource::people && of.run.answered(signal.id))) continue;
    const Look look = look_for(of, signal, from.value_or(of.begin) - of.slack);
    if (look.found) {
      seen.state = SeenState::seen;
      seen.at = look.found->hi;
      seen.error = look.found->hi - look.found->lo;
      seen.what = look.found->what;
    } else if (look.blind != Reason::none) {
      seen.state = SeenState::unknown;
      seen.at = look.blind;
    } else {
      seen.state = of.ends() || of.run.all_stamped() ? SeenState::not_seen : SeenState::waiting;
    }
  }
  mark_early(out);
  return out;
}

}  // namespace tidemark
