// SPDX-License-Identifier: GPL-3.0-or-later
// Incident report: an incident as a note that can be pasted into a channel (Markdown) or kept (HTML, one file without
// scripts and without anything from outside, the lanes as a drawing in it). Both say the same: what moved first, what
// did not, what nobody could see, what the rules found with their evidence, what people noted, and the command that
// makes it again. Names and texts of servers stay text in either.
// Pure functions; any thread. Times are UTC.
#pragma once

#include <string>
#include <vector>

#include "models/analysis/diagnosis.h"
#include "models/analysis/incident_view.h"

namespace tidemark {

struct IncidentReport {
  IncidentView view;
  LocalTime from;  // of the lanes
  LocalTime to;
  Diagnosis diagnosis;       // at the end of the window
  std::vector<Event> notes;  // by people, in the lanes' time
  std::string command;
  std::string version;
};

std::string incident_markdown(const IncidentReport& report);
std::string incident_html(const IncidentReport& report);

}  // namespace tidemark
