// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that drills feed. A drill without a verdict, or without a record, is unknown.
#include "models/analysis/review/rules.h"

namespace tidemark::review_rules {
namespace {
constexpr std::int64_t hour_ms = 3'600'000;

Known<std::string> waited_on(const ReviewEvidence& record) {
  for (const Fact& fact : record.facts)
    if (fact.name == "waited_on" && fact.value)
      if (const auto* text = std::get_if<std::string>(&*fact.value)) return *text;
  return Reason::not_probed;
}
}  // namespace

Outcome drill(const RowEvidence& row, std::string_view slot, Judged& judged) {
  const ReviewEvidence* record = row.slot(slot);
  if (!record) {
    judged.say("V08", std::string(slot), {{"drill", std::string(slot.substr(slot.find(':') + 1))}});
    return Outcome::unknown;
  }
  judged.exercised = true;
  const Outcome outcome = row.says(slot);
  judged.say("V04", {}, {{"title", record->title}, {"says", std::string(word(outcome))}});
  return outcome;
}

Judged recovery(const RowEvidence& row) {
  Judged judged;
  judged.threshold = row.row().thresholds.contains("recover_minutes");
  judged.outcome = Outcome::pass;
  for (const std::string_view slot : {"drill:A", "drill:B", "drill:C"}) {
    const Outcome outcome = drill(row, slot, judged);
    judged.cap(outcome);
    judged.metric = judged.metric || row.slot(slot);
  }
  return judged;
}

Judged storage(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  judged.outcome = drill(row, "drill:B", judged);
  if (judged.outcome == Outcome::pass) {
    const auto waited = waited_on(*row.slot("drill:B"));
    if (!waited || *waited == "cannot tell") {
      judged.say("V51");
      judged.cap(Outcome::partial);
    } else if (*waited == "data movement" || *waited == "cache warm-up") {
      judged.say("V50", {}, {{"what", *waited}});
      judged.cap(Outcome::partial);
    }
  }
  const double wanted = row.threshold("headroom_hours", 24) * static_cast<double>(hour_ms);
  for (const FactsOf& path : row.objects("path")) {
    const auto headroom = path.number("headroom_ms");
    judged.metric = judged.metric || headroom || headroom.reason() == Reason::not_applicable;
    if (!headroom || static_cast<double>(*headroom) >= wanted) continue;
    judged.say("V52", path.object(),
               {{"name", path.name()},
                {"headroom", time_words(*headroom)},
                {"wanted", time_words(static_cast<std::int64_t>(wanted))}});
    judged.cap(Outcome::partial);
  }
  for (const FactsOf& topic : row.objects("topic")) {
    const auto urp = topic.number("urp");
    judged.metric = judged.metric || urp.known();
    if (urp.value_or(0) <= 0) continue;
    judged.say("V53", topic.object(), {{"name", topic.name()}, {"urp", std::to_string(*urp)}});
    judged.cap(Outcome::partial);
  }
  return judged;
}

Judged migration(const RowEvidence& row) {
  Judged judged;
  judged.threshold = row.row().thresholds.contains("rollback_minutes");
  judged.outcome = drill(row, "drill:E", judged);
  judged.metric = row.slot("drill:E") != nullptr;
  return judged;
}

}  // namespace tidemark::review_rules
