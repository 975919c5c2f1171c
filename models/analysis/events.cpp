// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/events.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "models/analysis/offset_jumps.h"
#include "models/analysis/schema_changes.h"
#include "models/analysis/scope.h"
#include "models/analysis/state_changes.h"
#include "models/analysis/table_sheet.h"
#include "models/domain/rebuilt.h"

namespace tidemark {
namespace {
bool wanted(const Filter& filter, const ClusterName& cluster, const Object& object) {
  if (!cluster.value().empty() && !in_scope(filter.cluster, cluster.value())) return false;
  const std::string_view kind = object::kind(object);
  std::string_view name = object::name(object);
  if (kind == "partition" || kind == "topic") {
    if (const auto tp = object::as_partition(object))
      return filter.group.empty() && in_scope(filter.topic, tp->topic.value());
    return filter.group.empty() && in_scope(filter.topic, name);
  }
  if (kind == "group" || kind == "member") {
    if (kind == "member") name = name.substr(0, name.find('/'));
    return filter.topic.empty() && in_scope(filter.group, name);
  }
  if (kind == "registry") {  // of a subject: what its name says of its topic
    const auto slash = name.find('/');
    const std::string_view topic = slash == name.npos ? "" : subject_name(name.substr(slash + 1)).topic;
    return filter.group.empty() && (filter.topic.empty() || (!topic.empty() && in_scope(filter.topic, topic)));
  }
  return filter.topic.empty() && filter.group.empty();
}

using Told = std::set<std::tuple<LocalTime, std::string, Object>>;  // what a collector or a person said already

void add_stored(const Event& event, const ClusterName& cluster, LocalTime from, LocalTime to, const Filter& filter,
                Told& told, std::vector<EventRow>& rows) {
  if (event.hi <= from || event.hi > to) return;
  told.emplace(event.hi, event.kind, event.object);
  if (!wanted(filter, cluster, event.object)) return;
  const Known<LocalTime> lo = event.lo ? Known<LocalTime>(*event.lo) : Known<LocalTime>(Reason::no_history);
  rows.push_back({cluster, event.hi, lo, event.hi, event.layer, event.kind, event.object, event.text, event.severity});
}

std::vector<Change> changes_of(const Snapshot& snapshot, const StateSpan* before, const StateSpan& span) {
  if (object::kind(span.object) == "registry") return registry_changes(snapshot, before, span);
  return changes_between(before, span);
}

void add_changes(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter, const Told& told,
                 std::vector<EventRow>& rows) {
  std::map<std::tuple<std::size_t, Object, std::string>, const StateSpan*> last;
  for (const StateSpan& span : snapshot.states) {
    if (ends_rebuilt(snapshot.sources[span.source].spec, span.value.has_value())) continue;
    const StateSpan*& before = last[{span.source, span.object, span.aspect}];
    const ClusterName& cluster = snapshot.sources[span.source].spec.cluster;
    // Seen by the first poll: nobody knows when it came about.
    const bool first_sight = !before && !span.from_lo;
    if (!first_sight && span.from_hi > from && span.from_hi <= to && wanted(filter, cluster, span.object))
      for (Change& change : changes_of(snapshot, before, span))
        if (!told.contains({span.from_hi, change.kind, span.object}))
          rows.push_back({cluster, span.from_hi,
                          span.from_lo ? Known<LocalTime>(*span.from_lo) : Known<LocalTime>(Reason::no_history),
                          span.from_hi, change.layer, change.kind, span.object, change.text, change.severity});
    before = &span;
  }
}

// A table's metadata tells when its schema changed, also before anybody looked.
void add_table_schemas(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter,
                       std::vector<EventRow>& rows) {
  for (const StateSpan& span : snapshot.states) {
    const ClusterName& cluster = snapshot.sources[span.source].spec.cluster;
    if (span.aspect != aspect::schema_changes || !span.value || (span.to && *span.to <= to)) continue;
    if (span.from_hi > to || !wanted(filter, cluster, span.object)) continue;
    for (const TableSchemaChange& change : schema_changes_in(*span.value))
      if (change.hi > from && change.hi <= to)
        rows.push_back(
            {cluster, change.hi, change.lo, change.hi, "schema", "table-schema", span.object, change.text, "note"});
  }
}

void add_jumps(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter, const Told& told,
               std::vector<EventRow>& rows) {
  for (const Column& column : snapshot.columns) {
    const auto group = signal::group_of(column.spec.signal);
    const auto tp = group ? object::as_partition(column.spec.object) : std::nullopt;
    if (!tp || !in_scope(filter.group, group->value()) || !in_scope(filter, snapshot.cluster_of(column), tp->topic))
      continue;
    for (const Jump& jump : offset_jumps(snapshot, column)) {
      if (jump.hi <= from || jump.hi > to) continue;
      const std::string kind = jump.back() ? "rewind" : "skip";
      const Object object = object::group(*group);
      if (told.contains({jump.hi, kind, object})) continue;
      const std::string text =
          partition_text(*tp) + ": " + std::to_string(jump.before) + " → " + std::to_string(jump.after);
      rows.push_back({snapshot.cluster_of(column), jump.hi, jump.lo, jump.hi, "group", kind, object, text, "warn"});
    }
  }
}
}  // namespace

std::vector<EventRow> event_rows(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter,
                                 const std::vector<Event>& said) {
  std::vector<EventRow> rows;
  Told told;
  for (const SourceEvent& stored : snapshot.events)
    add_stored(stored.event, stored.source ? snapshot.sources[*stored.source].spec.cluster : ClusterName(), from, to,
               filter, told, rows);
  for (const Event& event : said) add_stored(event, ClusterName(), from, to, filter, told, rows);
  add_changes(snapshot, from, to, filter, told, rows);
  add_table_schemas(snapshot, from, to, filter, rows);
  add_jumps(snapshot, from, to, filter, told, rows);
  std::ranges::stable_sort(rows, {}, [](const EventRow& row) {
    return std::tie(row.at, row.layer, row.kind, row.cluster, row.object, row.text);
  });
  // Two lanes that read the same marks see the same jump.
  const auto same = std::ranges::unique(rows, [](const EventRow& a, const EventRow& b) {
    return std::tie(a.at, a.kind, a.cluster, a.object, a.text) == std::tie(b.at, b.kind, b.cluster, b.object, b.text);
  });
  rows.erase(same.begin(), same.end());
  return rows;
}

Document events_document(const Snapshot& snapshot, LocalTime from, LocalTime to, const Filter& filter,
                         const std::vector<Event>& said) {
  Document document = frame("events", snapshot, from, to, filter);
  if (document.coverage.reason() == Reason::never_polled)
    document.coverage = coverage_of(snapshot, snapshot.from, to, any_source);
  for (const EventRow& row : event_rows(snapshot, from, to, filter, said))
    document.rows.push_back(
        {{"at", row.at},
         {"at_lo", row.at_lo},
         {"at_hi", row.at_hi},
         {"layer", row.layer},
         {"kind", row.kind},
         {"cluster", row.cluster.value().empty() ? Cell(Reason::not_applicable) : Cell(row.cluster.value())},
         {"object", row.object.value().empty() ? Cell(Reason::not_applicable) : Cell(row.object.value())},
         {"text", row.text},
         {"severity", row.severity}});
  return document;
}

}  // namespace tidemark
