// SPDX-License-Identifier: GPL-3.0-or-later
// What the commits of tables show: that they follow on each other, and that nothing is in them twice.
#include "models/analysis/review/rules.h"

namespace tidemark::review_rules {
namespace {
std::string text(std::int64_t number) { return std::to_string(number); }

// Offsets that a table has twice and no declared replay explains.
bool twice(const FactsOf& table, Judged& judged) {
  const std::int64_t overlaps = table.number("overlaps").value_or(0) - table.number("explained").value_or(0);
  if (overlaps <= 0) return false;
  judged.say(
      "V31", table.object(),
      {{"name", table.name()}, {"overlaps", text(overlaps)}, {"again", text(table.number("again").value_or(0))}});
  return true;
}

Outcome of_table(const FactsOf& table, Judged& judged) {
  const std::string name = table.name();
  const auto judged_commits = table.number("judged");
  Outcome outcome = Outcome::pass;
  const auto late = table.number("late");
  if (late && *late > 0) {
    judged.say("V33", table.object(), {{"name", name}, {"late", text(*late)}});
    outcome = Outcome::fail;
  }
  if (const std::int64_t holes = table.number("holes").value_or(0); holes > 0) {
    judged.say("V30", table.object(),
               {{"name", name}, {"holes", text(holes)}, {"missing", text(table.number("missing").value_or(0))}});
    outcome = Outcome::fail;
  }
  if (twice(table, judged)) outcome = Outcome::fail;
  if (outcome == Outcome::fail) {
    judged.metric = true;
    return outcome;
  }
  if (!judged_commits || *judged_commits <= 0) {
    judged.say("V34", table.object(), {{"name", name}});
    return Outcome::unknown;
  }
  judged.metric = true;
  if (!late) {
    judged.say("V06", table.object(), {{"name", name}, {"what", "whether it lands in time"}});
    outcome = Outcome::unknown;
  }
  const std::string evidence = table.text("evidence").value_or("unknown");
  if (evidence != "exact" && evidence != "derived") {
    judged.say("V32", table.object(), {{"name", name}, {"evidence", evidence}});
    outcome = std::min(outcome, Outcome::partial);
  }
  if (const std::int64_t open = table.number("unplaced").value_or(0); open > 0) {
    judged.say("V35", table.object(), {{"name", name}, {"count", text(open)}});
    outcome = std::min(outcome, Outcome::partial);
  }
  return outcome;
}
}  // namespace

Judged alignment(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  const auto tables = row.objects("table");
  judged.outcome = tables.empty() ? Outcome::unknown : Outcome::pass;
  for (const FactsOf& table : tables) judged.cap(of_table(table, judged));
  if (judged.outcome != Outcome::fail && judged.metric) judged.cap(most_by_coverage(row, judged));
  const Outcome rehearsed = drill(row, "drill:C", judged);
  if (rehearsed == Outcome::fail) judged.outcome = Outcome::fail;
  return judged;
}

Judged correctness(const RowEvidence& row) {
  Judged judged;
  judged.threshold = true;
  judged.outcome = Outcome::pass;
  for (const FactsOf& table : row.objects("table")) {
    const bool counted = table.number("judged").value_or(0) > 0;
    judged.metric = judged.metric || counted;
    if (twice(table, judged)) judged.cap(Outcome::fail);
    if (table.number("duplicate_files").value_or(0) > 0) {
      judged.say("V41", table.object(), {{"name", table.name()}});
      judged.cap(Outcome::fail);
    }
    if (counted) continue;
    judged.say("V34", table.object(), {{"name", table.name()}});
    judged.cap(Outcome::partial);
  }
  for (const FactsOf& letters : row.objects("topic")) {
    const auto depth = letters.number("depth");
    judged.metric = judged.metric || depth.known();
    if (!depth) {
      judged.say("V06", letters.object(), {{"name", letters.name()}, {"what", "how many dead letters it holds"}});
      judged.cap(Outcome::partial);
    } else if (*depth > 0 && !letters.text("owner")) {
      judged.say("V40", letters.object(), {{"name", letters.name()}, {"depth", text(*depth)}});
      judged.cap(Outcome::partial);
    }
  }
  if (!judged.metric) judged.cap(Outcome::unknown);
  if (judged.outcome > Outcome::unknown) judged.cap(most_by_coverage(row, judged));
  // Nobody but the user can look into records.
  for (const std::string_view probe : {"key-sample", "tombstone-probe"}) {
    if (!is_shown(row, probe, judged)) {
      judged.cap(Outcome::partial);
      continue;
    }
    judged.exercised = true;
    if (row.says(probe) == Outcome::fail) judged.say("V04", {}, {{"title", row.slot(probe)->title}, {"says", "fail"}});
    judged.cap(row.says(probe));
  }
  return judged;
}

}  // namespace tidemark::review_rules
