// SPDX-License-Identifier: GPL-3.0-or-later
// Drill: a failure that people bring about on purpose, to see how a family of streams takes it. A template says what
// has to be so before, who does what in which order, which signals should be seen, and what makes it a pass; a run is
// what happened: who stamped which step when, and what came out. Tidemark does nothing to a cluster: people act, it
// watches. Value types and pure functions; any thread. Units: local ms.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/domain/review.h"

namespace tidemark {

// What a step does to the system.
enum class StepMark : std::uint8_t { none, fault, restore };
// Where a signal is seen: a state, an event, a line (unread, read …), a measured signal, a finding, a table's ledger;
// or only by people.
enum class SignalSource : std::uint8_t { state, event, line, metric, finding, ledger, people };

struct DrillStep {
  std::string id;
  std::string title;
  std::string who;      // a role
  std::string command;  // to copy; {scope} words are the person's to fill in
  std::string expect;   // in words
  Millis wait{};        // at least this long until the next one
  StepMark mark = StepMark::none;
  bool optional = false;
};

struct DrillSignal {
  std::string id;
  std::string title;
  SignalSource sees = SignalSource::people;
  // state: kinds of objects; event: kinds; line: its name; metric: signals; finding: rules; ledger: relations.
  std::vector<std::string> of;
  // state: the word that is entered, or that is left where '!' stands before it; line: above | back | stands | moves |
  // falls; metric: above | below.
  std::string goes;
  std::string after;  // the step after which it is looked for; empty: the fault
  bool optional = false;
};

// By which a drill passes, by name, beside those that every drill has.
struct DrillCondition {
  std::string rule;
  std::string title;            // of a question to people
  std::string question;         // its id, where people are asked
  std::vector<std::string> of;  // rule no-finding: rules
  std::string from;             // rule time: the steps between whose stamps it runs
  std::string to;
  std::map<std::string, double> limits;
  Outcome otherwise = Outcome::partial;
};

struct DrillTemplate {
  std::string id;     // "A"
  std::string title;  // one line
  std::string purpose;
  std::string slot;               // of scorecards: "drill:A"; empty: none
  std::string incident;           // of the failure matrix
  std::vector<std::string> rows;  // of the scorecard that it feeds
  Millis steady_for{};
  Millis recover_within{};
  Millis watch{};           // after the last step, until it counts as not recovered
  bool from_fault = false;  // recovery is measured from the fault on, not from the step that ends it
  double coverage = 0.95;   // of the polls that are due
  std::vector<DrillStep> steps;
  std::vector<DrillSignal> expected;  // in the order in which they should be seen
  std::vector<DrillCondition> conditions;
  std::string sha256;  // of its text

  const DrillStep* step(std::string_view id) const;
  const DrillStep* marked(StepMark mark) const;  // the first
};

struct DrillStamp {
  std::string step;  // empty: something that nobody planned
  std::string note;
  std::string question;  // that it answers; empty: none
  std::string answer;    // yes | no
  LocalTime at;          // when it was done
  std::string by;
  bool undone = false;
  // Of the logbook's row.
  std::string author;
  std::string uuid;
  std::string hash;
};

// What was so before the start.
struct DrillCheck {
  std::string id;
  Outcome outcome = Outcome::unknown;  // pass, fail or unknown
  ReviewReason reason;
};

struct DrillAbort {
  LocalTime at;
  std::string reason;
  bool stop = false;  // the stop condition was met
  std::string author;
  std::string hash;
};

enum class SeenState : std::uint8_t { seen, waiting, not_seen, unknown };

// What became of a signal that the template expects.
struct SeenSignal {
  std::string id;
  std::string title;
  bool optional = false;
  SeenState state = SeenState::waiting;
  Known<LocalTime> at = Reason::not_applicable;  // when it was there at the latest
  Millis error{};                                // it came so much earlier at most
  bool early = false;                            // for certain before one that should come first
  std::string what;                              // the object that showed it
};

struct DrillVerdict {
  LocalTime at;
  Outcome proposed = Outcome::unknown;
  std::vector<ReviewReason> reasons;
  Outcome human = Outcome::unknown;
  std::string name;
  std::string text;
  std::vector<Fact> measures;
  std::vector<SeenSignal> seen;
  std::vector<DrillCheck> after;  // steady state at the end
  std::string author;
  std::string hash;
};

enum class DrillStatus : std::uint8_t { running, completed, aborted, interrupted };

struct DrillRun {
  DrillTemplate of;
  std::string scope;  // as reviews write it
  std::string owner;
  std::string approver;
  std::string stop;  // the condition at which people stop it
  std::string note;
  LocalTime at;
  std::vector<DrillCheck> before;
  std::vector<DrillStamp> stamps;  // in the order in which they were written, undone ones too
  std::optional<DrillAbort> aborted;
  std::optional<DrillVerdict> verdict;
  // Of the logbook's row that starts it.
  std::string author;
  std::string id;
  std::string hash;
  std::string journal_hash;  // over the hashes of all of its rows

  const DrillStamp* stamped(std::string_view step) const;  // the one that holds; null: none
  const DrillStamp* stamped(StepMark mark) const;
  const DrillStamp* answered(std::string_view question) const;  // the newest
  std::vector<const DrillStamp*> unplanned() const;
  std::size_t stamps_that_hold() const;
  // Of the steps that are not optional.
  bool all_stamped() const;
  bool steady() const;  // all that was looked at before the start was well
  DrillStatus status() const;
};

std::string_view word(StepMark mark);
std::string_view word(SignalSource source);
std::string_view word(SeenState state);
std::string_view word(DrillStatus status);
// As for an outcome, but that what is unknown is inconclusive.
std::string_view verdict_word(Outcome outcome);
std::optional<StepMark> step_mark_from(std::string_view word);
std::optional<SignalSource> signal_source_from(std::string_view word);
std::optional<SeenState> seen_state_from(std::string_view word);

}  // namespace tidemark
