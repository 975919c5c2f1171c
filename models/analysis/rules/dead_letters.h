// SPDX-License-Identifier: GPL-3.0-or-later
// What a path sets aside: the growth of its dead-letter topics, and what metrics say of it. Room-internal. Thread rule:
// none, pure function. Units: records per second.
#pragma once

#include "models/analysis/rules/rule.h"

namespace tidemark {

struct DeadLetters {
  std::string topic;  // or the object of the metric
  double rate = 0;
  LocalTime since_lo, since_hi;  // it began in between; equal: before what is remembered
  bool remembered = false;
};
// Now; none where nothing is set aside.
std::optional<DeadLetters> dead_letters(const PathCase& of);
// The dead-letter topics of a path: by their role, or as its connector's configuration proposes.
std::vector<TopicName> dead_letter_topics(const PathCase& of);

}  // namespace tidemark
