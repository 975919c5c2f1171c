// SPDX-License-Identifier: GPL-3.0-or-later
// What a path sets aside: the growth of its dead-letter topics, and what metrics say of it. Room-internal. Thread rule:
// none, pure function. Units: records per second.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

struct DeadLetters {
  std::string topic;                       // or the object of the metric
  const DeadLetterPlace* place = nullptr;  // of a topic
  double rate = 0;
  LocalTime since_lo, since_hi;  // it began in between; equal: before what is remembered
  bool remembered = false;
};
// Now; none where nothing is set aside.
std::optional<DeadLetters> dead_letters(const PathCase& of);
// The dead-letter topics of a path: those that its connector or group writes; where it is not said who writes one,
// those that hold what comes from its topic.
std::vector<const DeadLetterPlace*> dead_letter_places(const PathCase& of);
// Why they were set aside, as their headers say, most first; at most three.
std::vector<std::string> dead_letter_causes(const PathCase& of, const DeadLetters& dead);

}  // namespace tidemark
