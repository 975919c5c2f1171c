// SPDX-License-Identifier: GPL-3.0-or-later
// Review: what a readiness review is made of. Evidence says something of one scope (a family of streams) and mostly of
// one row of a scorecard; a card says which rows there are and what each of them wants; a reviewed row is what the
// evidence makes of it. Outcome and validation are two things: how well it went, and how well it was tested.
// Value types and pure functions; any thread. Units: local ms.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/domain/known.h"
#include "models/domain/time.h"

namespace tidemark {

enum class EvidenceKind : std::uint8_t { measured, drill, file, attestation, imported };
// From the worst; `unknown` stands between what went wrong and what went right in part.
enum class Outcome : std::uint8_t { fail, unknown, partial, pass };
enum class Validation : std::uint8_t { red, yellow, green };
enum class WaiverReason : std::uint8_t { not_applicable, compensating_control, accepted_risk, not_detected };
enum class WaiverState : std::uint8_t { none, in_force, expired, reopened };

std::string_view word(EvidenceKind kind);
std::string_view word(Outcome outcome);
std::string_view word(Validation validation);
std::string_view word(WaiverReason reason);
std::string_view word(WaiverState state);
std::optional<EvidenceKind> evidence_kind_from(std::string_view word);
std::optional<Outcome> outcome_from(std::string_view word);
std::optional<Validation> validation_from(std::string_view word);
std::optional<WaiverReason> waiver_reason_from(std::string_view word);
std::optional<WaiverState> waiver_state_from(std::string_view word);

// One value that was measured of one object: "path:orders", "bad_minutes", 3.
using FactValue = std::variant<bool, std::int64_t, double, std::string>;
struct Fact {
  std::string object;
  std::string name;
  Known<FactValue> value = Reason::never_polled;
  bool operator==(const Fact&) const = default;
};

struct ReviewEvidence {
  EvidenceKind kind = EvidenceKind::measured;
  std::string scope;            // "topic=orders*"; empty: everything that the timeline has
  std::string row;              // of a card; empty: of every row that wants its slot
  std::string slot;             // what it is for: "sign-off", "drill:A"; empty: a measurement
  std::string title;            // one line
  std::optional<Outcome> says;  // a drill's verdict, or what a person says came out
  std::optional<LocalTime> expires;
  std::string query;              // measured: the command that measures it again
  std::optional<LocalTime> from;  // the window that it speaks of
  std::optional<LocalTime> to;
  Known<double> coverage = Reason::not_applicable;
  std::vector<Fact> facts;
  std::string tool;    // that measured it, with its version
  std::string place;   // of a file or link
  std::string sha256;  // of a file's bytes; empty: of a link
  std::string name;    // who attests
  std::string role;
  // Of the logbook's row.
  LocalTime at;
  std::string author;
  std::string uuid;
  std::string hash;
  bool operator==(const ReviewEvidence&) const = default;
};

inline constexpr Millis longest_waiver = std::chrono::hours(180 * 24);

struct Waiver {
  std::string scope;
  std::string row;
  WaiverReason reason = WaiverReason::accepted_risk;
  std::string text;
  std::string requester;
  std::string approver;  // somebody else
  LocalTime until;
  std::string value;  // of the evidence when it was given: another one opens the row again
  LocalTime at;
  std::string hash;
  bool operator==(const Waiver&) const = default;
};

// What a person says the score is; 0: as the evidence says.
struct SaidScore {
  std::string scope;
  std::string row;
  std::int64_t score = 0;
  std::string name;
  std::string reason;
  LocalTime at;
  std::string hash;
  bool operator==(const SaidScore&) const = default;
};

// What a row of a card wants beside what is measured.
struct CardSlot {
  std::string id;
  std::string title;
  std::vector<EvidenceKind> kinds;
};

struct CardRow {
  std::string id;
  std::string title;
  std::string rule;         // by which it is judged, by name
  std::string threshold;    // in words
  std::string measured_by;  // what measures it, in words
  std::map<std::string, double> thresholds;
  std::vector<CardSlot> wants;
  Millis valid{};         // how long its evidence counts
  std::string condition;  // that a pass proves
  std::string one;        // what 1 looks like
  std::string five;       // what 5 looks like
};

// A condition that a proof wants to have been seen: a burst, a replay.
struct CardCondition {
  std::string id;
  std::string title;
};

struct Card {
  std::string name;
  std::string title;
  std::vector<CardRow> rows;
  std::vector<CardCondition> conditions;
  std::string sha256;  // of the file
};

// Why: a text by its code with its parameters, so that any language may say it.
struct ReviewReason {
  std::string code;    // "V03"
  std::string object;  // "path:orders"; empty: the row
  std::map<std::string, std::string> params;
  bool operator==(const ReviewReason&) const = default;
};

struct ReviewedRow {
  std::string id;
  std::string title;
  std::string rule;
  std::map<std::string, double> thresholds;
  Millis valid{};
  std::string condition;
  Validation validation = Validation::red;
  Outcome outcome = Outcome::unknown;
  std::int64_t derived = 1;  // by both, 1 to 5
  std::int64_t score = 1;    // what a person said, else the same
  std::optional<SaidScore> said;
  WaiverState waived = WaiverState::none;
  std::optional<Waiver> waiver;
  std::vector<ReviewReason> reasons;
  std::vector<ReviewReason> raise_by;    // what would raise it
  std::vector<ReviewEvidence> evidence;  // that counted, newest first
  std::vector<ReviewEvidence> expired;   // that would have, were it not too old
  bool operator==(const ReviewedRow&) const = default;
  bool raised() const { return said && said->score > derived; }
  bool counts() const { return waived != WaiverState::in_force; }
};

// A card over one scope at one time; a milestone where it has a name.
struct Review {
  std::string name;
  std::string scope;
  std::string card;
  std::string card_sha256;
  std::int64_t rules = 0;  // version of the rules that judged
  std::string tool;
  LocalTime at;
  std::vector<ReviewedRow> rows;
  // Of the logbook's row.
  std::string author;
  std::string uuid;
  std::string hash;
  bool operator==(const Review&) const = default;
};

}  // namespace tidemark
