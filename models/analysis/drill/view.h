// SPDX-License-Identifier: GPL-3.0-or-later
// Drills as they are shown to people: the library with what is on record beneath it, the run sheet of one of them, and
// the failure matrix. Value types and pure functions; any thread. Units: local ms.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/analysis/branch.h"
#include "models/analysis/drill/document.h"
#include "models/analysis/drill/sheet.h"
#include "models/domain/result.h"

namespace tidemark {

// A template; where only a drill on record has it, `kept` says so: a new one cannot be started from it.
struct LibraryDrill {
  DrillTemplate drill;
  bool kept = false;
  std::optional<Rehearsal> newest;  // on any path
};
using LibraryDrills = std::vector<Branch<LibraryDrill, DrillRun>>;  // of a template the newest first

// What is looked at beside the steps, in groups.
enum class ProbeKind : std::uint8_t { signal, measure, question, reason, before, after };
struct DrillProbe {
  ProbeKind kind = ProbeKind::signal;
  std::string text;                    // in words; of a measure its name
  Outcome outcome = Outcome::unknown;  // of a reason or a check
  std::optional<SeenSignal> signal;
  std::optional<Fact> measure;
  std::optional<Fact> error;         // ± of the measure
  std::string question;              // its id
  std::optional<DrillStamp> answer;  // none: nobody has said
};
struct ProbeGroup {
  ProbeKind kind = ProbeKind::signal;
};
using DrillProbes = std::vector<Branch<ProbeGroup, DrillProbe>>;
using SheetSteps = std::vector<Branch<SheetStep, NoRow>>;

struct DrillSheet {
  DrillShown shown;
  LocalTime at;  // judged at
  Known<Millis> wait = Reason::not_applicable;
  SheetSteps steps;
  DrillProbes probes;
  std::vector<std::string> because;  // of the proposal's reasons those that decide it
};

struct DrillMatrix {
  std::vector<std::string> scopes;
  std::vector<Branch<MatrixRow, NoRow>> rows;
  std::size_t rehearsed() const;  // cells with a verdict
  std::size_t cells() const { return scopes.size() * rows.size(); }
};

struct DrillsView {
  LocalTime at;
  LibraryDrills library;            // those that run first
  std::optional<DrillSheet> sheet;  // none: no drill was started
  DrillMatrix matrix;
  std::size_t running = 0;
  std::size_t on_record = 0;   // all that were started
  std::optional<Error> error;  // why there are none; then nothing else is valid
};

// What became of a start.
struct DrillStart {
  DrillProbes before;
  bool steady = false;
  std::string id;  // empty: it was not started
};
DrillStart start_of(const std::vector<DrillCheck>& before, bool steady, std::string id, const FindingText& text);

LibraryDrills library_of(const std::vector<DrillTemplate>& templates, const std::vector<DrillRun>& drills);
DrillSheet sheet_of(DrillShown shown, LocalTime at, const FindingText& text);
DrillMatrix matrix_of(std::vector<MatrixRow> rows, std::vector<std::string> scopes);

}  // namespace tidemark
