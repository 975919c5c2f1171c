// SPDX-License-Identifier: GPL-3.0-or-later
// R10: the connector is PAUSED or STOPPED. Whoever notes it on the connector makes it a note.
#include <algorithm>

#include "models/analysis/rules/rule.h"

namespace tidemark {
namespace {
bool is_rest(const Known<std::string>& state) { return state && (*state == "PAUSED" || *state == "STOPPED"); }

bool declared(const PathCase& of, const Object& connector, LocalTime since) {
  return std::ranges::any_of(of.file->snapshot.events, [&](const SourceEvent& seen) {
    return seen.event.layer == "user" && seen.event.object == connector && seen.event.hi >= since &&
           seen.event.hi <= of.file->at;
  });
}
}  // namespace

std::vector<Found> paused(const PathCase& of) {
  if (!of.connector) return {};
  const ConnectorRow& connector = *of.connector;
  const bool tasks_rest = !connector.tasks.empty() &&
                          std::ranges::all_of(connector.tasks, [](const TaskRow& t) { return is_rest(t.state); });
  if (!is_rest(connector.state) && !(tasks_rest && !connector.state)) return {};
  const Object object = is_rest(connector.state) ? object::connector(connector.connector)
                                                 : object::task(connector.connector, connector.tasks.front().id);
  const StateSpan* state = of.file->state(of.cluster, object);
  Found found{.finding = {.severity = Severity::warn, .object = object::connector(connector.connector)},
              .about = connector.connector};
  if (state) found.since = state->from_hi;
  if (state && declared(of, found.finding.object, state->from_hi)) found.finding.severity = Severity::note;
  const std::string word = is_rest(connector.state) ? *connector.state : *connector.tasks.front().state;
  found.finding.params = {{"connector", connector.connector}, {"state", word}};
  found.present = {"connector " + word};
  found.measured = {{"state", word}, {"unread", of.unread()}};
  return {found};
}

}  // namespace tidemark
