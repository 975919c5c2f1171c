// SPDX-License-Identifier: GPL-3.0-or-later
// Check: configuration that has cost others data, judged without history: the rules that need only Kafka. A finding is
// a rule id with parameters; its English reason is a template in resources/presets/rules.json. Thread rule: none, pure
// functions.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/analysis/document.h"
#include "models/analysis/lag.h"

namespace tidemark {

// The reason of a finding in the reader's language.
using FindingText = std::function<std::string(const Finding&)>;

// Errors first, then by rule and object.
std::vector<Finding> check_findings(const Snapshot& snapshot, LocalTime at, const Filter& filter = {});
Document check_document(const Snapshot& snapshot, LocalTime at, const FindingText& why, const Filter& filter = {});

// A template with the finding's parameters put in: "{retention}" becomes the parameter of that name, "{object}",
// "{setting}", "{value}" and "{wanted}" those of the finding. A name that is not there stays as it is written.
std::string fill_template(std::string_view text, const Finding& finding);

}  // namespace tidemark
