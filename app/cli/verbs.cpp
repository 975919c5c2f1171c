// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of both executables. A new one is a file of its own and one line here.
#include <array>

#include "app/cli/verbs/verbs.h"

namespace tidemark::cli {

std::span<const Verb> verbs() {
  static constexpr std::array all = std::to_array<Verb>({
      {"topics", "Topics: age of the last record, rate, readers", topics_verb},
      {"size", "Growth: what topics take up, and what they will", size_verb},
      {"groups", "Consumer groups: state, lag and age, the worst partition", groups_verb},
      {"lag", "Lag and age of each group and partition", lag_verb},
      {"watch", "The home as a screen of a terminal: what is late, why, and since when", watch_verb},
      {"freshness", "How stale the end of each path is, against its promise", freshness_verb},
      {"connectors", "Kafka Connect: connectors and tasks, joined to their groups and judged", connectors_verb},
      {"align", "What is durably in each table, against what the group says", align_verb},
      {"tables", "What tables are made of; --carries: what they carry of their writers' progress", tables_verb},
      {"diagnose", "What is wrong with each path, what explains it, and what to do next", diagnose_verb},
      {"incident", "What moved first across all layers, what did not, and what nobody could see", incident_verb},
      {"report", "incident: what moved first, as one file; landed: what became of each day's records", report_verb},
      {"gate", "Is a table complete through a time? Status 0 yes, 1 no, 3 cannot tell", gate_verb},
      {"journey", "When one record was produced, readable, read and in a table", journey_verb},
      {"replay", "What is read again: how far, until when, at whose cost; declare, finish", replay_verb},
      {"scorecard", "Readiness, row by row: show, evidence, attest, waive, freeze, diff, export", scorecard_verb},
      {"lineage", "Which data did a model see? register, list, answer, diff, export, import", lineage_verb},
      {"drill", "Rehearsed failures: list, show, start, stamp, abort, verdict, matrix, export", drill_verb},
      {"deadletters", "What was set aside as it failed: where, how much, how fast, and why", deadletters_verb},
      {"metrics", "Measured signals, and which metric was taken for which; --parse reads a file", metrics_verb},
      {"mirror", "Mirrors between clusters: how far, and what each group would read again if it moved", mirror_verb},
      {"schemas", "Schema registries: subjects, versions, compatibility, what was deleted", schemas_verb},
      {"events", "What happened in a window", events_verb},
      {"event", "add: what happened elsewhere; import: the same from a file", event_verb},
      {"note", "add: what a person has to say; merge: another logbook", note_verb},
      {"snooze", "Not to hear of a finding for a while", snooze_verb},
      {"sources", "Health and coverage of every collector", sources_verb},
      {"check", "Configuration judged without history", check_verb},
      {"collect", "Poll everything in a profile into a timeline", collect_verb},
      {"import", "A timeline from a story", import_verb},
      {"timeline", "info, check, compact, retention, query, export", timeline_verb},
      {"bundle", "create: a window of a timeline as one file to hand on; inspect, verify", bundle_verb},
      {"profile", "init, check, import, schema", profile_verb},
      {"completion", "A script by which bash, zsh or fish completes these words", completion_verb},
      {"man", "The manual page: tidemark man | man -l -", man_verb},
      {"demo", "A pipeline with a scripted incident, to look at", demo_verb},
  });
  return all;
}

}  // namespace tidemark::cli
