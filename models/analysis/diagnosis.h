// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnosis: what is wrong with each path, which finding explains the others, and what to do next. The rules stand in
// models/analysis/rules/, one file each; this joins their findings. Of each path (a group x topic with the tables that
// it feeds; a table that no group feeds) exactly one finding leads: the first in the rules' order. Banners lead only
// alone. An effect never leads over its cause: while a group is ahead of its table and a commit error is known, the
// finding that explains the commits leads, and no finding advises to skip or reset offsets. What somebody snoozed leads
// nothing and stands last.
// Thread rule: none, pure functions. Units: offsets, ms.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/analysis/check.h"
#include "models/domain/profile.h"

namespace tidemark {

// A finding that nobody wants to hear of for a while.
struct Snoozed {
  std::string finding;  // its id
  LocalTime until;
  std::string author;
  std::string reason;
  bool operator==(const Snoozed&) const = default;
};

struct DiagnosisRow {
  std::string id;  // of the same trouble of the same path in every poll: "R13-5f0c6a3e21"
  bool leading = false;
  Finding finding;  // rule, severity, confidence, object, the parameters of its text
  ClusterName cluster;
  std::string path;                             // a pipeline's name, "group / topic", or a table's name
  Known<LocalTime> since = Reason::no_history;  // unknown: longer than is remembered
  Known<std::string> owner = Reason::not_applicable;
  std::vector<std::string> present, missing, contradicting;  // signals
  CellRecord measured;                                       // measured values, by name
  std::string title;
  std::string next;
  Known<Millis> over_target = Reason::no_history;  // age of the path beyond what its class promises
  std::optional<Snoozed> snoozed;
};

// A rule that could not judge anything, and the signals that no source gives.
struct CannotRun {
  std::string rule;
  std::vector<std::string> needs;
};

struct Diagnosis {
  std::vector<DiagnosisRow> rows;  // leading first, then by severity, age over target, object
  std::vector<CannotRun> cannot_run;
  Known<double> coverage = Reason::never_polled;
};

// The reader's language. `next` of a rule; `held`: offsets must stay where they are.
struct RuleTexts {
  FindingText title;
  std::function<std::string(const Finding&, bool held)> next;
};

// What a diagnosis needs of a timeline for an answer at `at`.
SnapshotRequest diagnosis_request(LocalTime at, const Filter& filter = {});
Diagnosis diagnose(const Snapshot& snapshot, LocalTime at, const RuleTexts& texts, const Filter& filter = {},
                   const Profile& profile = {});
// What is snoozed goes last and does not lead; nothing that follows from it leads in its place.
void put_snoozes(const std::vector<Snoozed>& snoozed, Diagnosis& diagnosis);
// The row as the document has it.
CellRecord diagnosis_record(const DiagnosisRow& row);
// "R13-5f0c6a3e21": a rule and a hash of what the finding is about, which no poll changes.
std::string finding_id(std::string_view rule, const std::vector<std::string>& about);
// What is snoozed is a row and a note, but none of the document's findings.
Document diagnosis_document(const Snapshot& snapshot, LocalTime at, const RuleTexts& texts, const Filter& filter = {},
                            const Profile& profile = {}, const std::vector<Snoozed>& snoozed = {});

}  // namespace tidemark
