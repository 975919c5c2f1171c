// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <map>

#include "models/items/drill_models.h"
#include "models/items/format.h"
#include "models/items/review_model.h"

namespace tidemark::drill_words {
namespace {
struct DrillWords {
  Q_DECLARE_TR_FUNCTIONS(DrillWords)
};
}  // namespace

QString verdict(Outcome outcome) {
  return outcome == Outcome::unknown ? DrillWords::tr("inconclusive") : review_words::word(outcome);
}

QString status(DrillStatus status) {
  switch (status) {
    case DrillStatus::running:
      return DrillWords::tr("running");
    case DrillStatus::completed:
      return DrillWords::tr("completed");
    case DrillStatus::aborted:
      return DrillWords::tr("aborted");
    case DrillStatus::interrupted:
      break;
  }
  return DrillWords::tr("interrupted");
}

QString state(SeenState state) {
  switch (state) {
    case SeenState::seen:
      return DrillWords::tr("seen");
    case SeenState::waiting:
      return DrillWords::tr("waiting");
    case SeenState::not_seen:
      return DrillWords::tr("not seen");
    case SeenState::unknown:
      break;
  }
  return DrillWords::tr("unknown");
}

QString measure(const std::string& name) {
  const std::map<std::string, QString, std::less<>> names{{"detect_ms", DrillWords::tr("detected after")},
                                                          {"onset_ms", DrillWords::tr("first moved after")},
                                                          {"recover_ms", DrillWords::tr("recovered after")},
                                                          {"detected", DrillWords::tr("detected by")},
                                                          {"moved_first", DrillWords::tr("moved first")},
                                                          {"peak_age_ms", DrillWords::tr("greatest age")},
                                                          {"headroom_ms", DrillWords::tr("least headroom")},
                                                          {"holes", DrillWords::tr("commits with holes")},
                                                          {"missing", DrillWords::tr("offsets left out")},
                                                          {"duplicates", DrillWords::tr("offsets committed twice")},
                                                          {"overtaken", DrillWords::tr("offsets lost to retention")},
                                                          {"waited_on", DrillWords::tr("recovery waited on")},
                                                          {"coverage", DrillWords::tr("coverage")},
                                                          {"manual_steps", DrillWords::tr("steps nobody planned")},
                                                          {"new_findings", DrillWords::tr("new findings")}};
  const auto found = names.find(name);
  return found == names.end() ? format::text(name) : found->second;
}

QString group(ProbeKind kind) {
  switch (kind) {
    case ProbeKind::signal:
      return DrillWords::tr("Expected signals");
    case ProbeKind::measure:
      return DrillWords::tr("Measured");
    case ProbeKind::question:
      return DrillWords::tr("Asked of people");
    case ProbeKind::reason:
      return DrillWords::tr("Why this verdict");
    case ProbeKind::before:
      return DrillWords::tr("Steady state before");
    case ProbeKind::after:
      break;
  }
  return DrillWords::tr("Steady state now");
}

}  // namespace tidemark::drill_words
