// SPDX-License-Identifier: GPL-3.0-or-later
// R27: the catalog or the object store does not answer our own probe, or a task failed on it, and no snapshot comes.
#include <algorithm>

#include "models/analysis/rules/failed_tasks.h"
#include "models/analysis/rules/landing_wait.h"

namespace tidemark {
namespace {
struct Down {
  Object object;
  LocalTime since;
  std::string why;
  bool probed = false;
};

bool fails(std::string_view outcome) {
  return outcome == "unreachable" || outcome == "timeout" || outcome == "tls" || outcome == "other";
}

// Since when it fails without a good probe between.
LocalTime failing_since(const Snapshot& snapshot, const StateSpan& now) {
  LocalTime since = now.from_hi;
  for (auto span = snapshot.states.rbegin(); span != snapshot.states.rend(); ++span)
    if (span->object == now.object && span->aspect == aspect::state && span->source == now.source &&
        span->to == since && span->value && fails(*span->value))
      since = span->from_hi;
  return since;
}

// The catalogs and stores of the source that tells of the table; where none has its name, those of its cluster.
std::vector<const StateSpan*> probes_of(const PathCase& of, const TableCase& table) {
  const Snapshot& snapshot = of.file->snapshot;
  const StateSpan* told = snapshot.state_at(of.cluster, table.object(), aspect::snapshot, of.file->at);
  std::vector<const StateSpan*> own, all;
  for (const StateSpan& span : snapshot.states) {
    const std::string_view kind = object::kind(span.object);
    const bool now = span.from_hi <= of.file->at && (!span.to || *span.to > of.file->at);
    if ((kind != "catalog" && kind != "store") || span.aspect != aspect::state || !now || !span.value) continue;
    if (snapshot.sources[span.source].spec.cluster != of.cluster) continue;
    all.push_back(&span);
    if (told && told->source == span.source) own.push_back(&span);
  }
  return own.empty() ? all : own;
}

std::optional<Down> down_of(const PathCase& of, const std::vector<const StateSpan*>& probes) {
  for (const StateSpan* probe : probes)
    if (fails(*probe->value))
      return Down{probe->object, failing_since(of.file->snapshot, *probe), "probe: " + *probe->value, true};
  for (const FailedTask& task : failed_tasks(of)) {
    if (task.kind != TraceKind::service) continue;
    const std::string cause = trace_cause(task.trace);
    return Down{probes.empty() ? task.object : probes.front()->object, task.since,
                cause.empty() ? trace_head(task.trace) : cause, false};
  }
  return std::nullopt;
}
}  // namespace

std::vector<Found> catalog_down(const PathCase& of) {
  for (const TableCase& table : of.tables) {
    const auto probes = probes_of(of, table);
    const auto down = down_of(of, probes);
    if (!down || landed_after(table, down->since)) continue;
    const LandingWait wait = landing_wait(table, of.file->at);
    const bool long_down = !wait.partitions.empty() && of.file->at - down->since > 2 * table.cadence->sla;
    Found found{.finding = {.severity = wait.twice_late || long_down ? Severity::error : Severity::warn,
                            .confidence = down->probed ? Confidence::high : Confidence::medium,
                            .object = down->object},
                .about = table.table->table.value(),
                .since = down->since};
    found.variant = down->probed ? "" : "told";
    found.finding.params = {{"name", std::string(object::name(down->object))},
                            {"kind", std::string(object::kind(down->object))},
                            {"since", down->since},
                            {"why", down->why},
                            {"table", table.table->table.value()}};
    found.present = {down->why, "no new snapshot"};
    if (!down->probed) (probes.empty() ? found.missing : found.contradicting).emplace_back("own probe");
    found.measured = {{"not_landed", wait.records}};
    return {found};
  }
  return {};
}

}  // namespace tidemark
