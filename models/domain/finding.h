// SPDX-License-Identifier: GPL-3.0-or-later
// Finding: a rule id with typed parameters. Its English text is a template among the presets; views translate by rule
// id. Value type; no thread rule.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "models/domain/names.h"
#include "models/domain/time.h"
#include "models/domain/words.h"

namespace tidemark {

using FindingParam = std::variant<std::int64_t, double, std::string, Millis, LocalTime>;

struct Finding {
  std::string rule;  // "K01"
  Severity severity = Severity::note;
  Confidence confidence = Confidence::high;
  Object object;
  std::map<std::string, FindingParam> params;
  // For `check`: what is set, what is wanted.
  std::string setting;
  std::string value;
  std::string wanted;
};

}  // namespace tidemark
